"""Joins the bids of many articles into deals, each join with its reason.

Same parties and a time that fits; where the time does not fit, the same sum. Refuses to join a bid
with one known side while two deals fit, and two deals whose buyers differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence  # noqa: TC003  of an alias
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.reconciler.chains import FRESH_DAYS, Chain, chains_of, in_time

if TYPE_CHECKING:
    from dealfacts.reconciler.bids import Bid
    from dealfacts.reconciler.name_links import NameLinks


@dataclass(frozen=True, slots=True)
class Cluster:
    """The bids of one deal, and why they belong together."""

    bids: tuple[Bid, ...]
    reasons: tuple[str, ...]


class _Clusters:
    """Union-find over chains, with the reasons of its joins."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.reasons: dict[int, list[str]] = defaultdict(list)

    def find(self, at: int) -> int:
        while self.parent[at] != at:
            self.parent[at] = self.parent[self.parent[at]]
            at = self.parent[at]
        return at

    def join(self, a: int, b: int, reason: str) -> None:
        top, under = sorted((self.find(a), self.find(b)))
        if top != under:
            self.parent[under] = top
            self.reasons[top].extend(self.reasons.pop(under, []))
            self.reasons[top].append(reason)


def joined(bids: Sequence[Bid], links: NameLinks) -> tuple[Cluster, ...]:
    """The deals that the bids make, in no particular order."""
    chains = chains_of(bids)
    clusters = _Clusters(len(chains))
    index = _index(chains)
    for a, b in _pairs(chains, index, links):
        if chains[a].full == chains[b].full and clusters.find(a) != clusters.find(b):
            reason = _fit(chains[a], chains[b], links)
            if reason:
                clusters.join(a, b, reason)
    for a, b in _by_sum(chains):
        if chains[a].days_to(chains[b]) <= FRESH_DAYS:
            told = " / ".join(str(side) for side in chains[b].parties)
            clusters.join(a, b, f'"{told}": the same buyer and sum at that time')
    # Which full deal a one-sided bid fits is asked of the deals as they stand now.
    homes = {at: clusters.find(at) for at in range(len(chains)) if chains[at].full}
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in _pairs(chains, index, links):
        for lone, full in ((a, b), (b, a)):
            if not chains[lone].full and chains[full].full:
                near[clusters.find(lone)].add(full)
    for lone in sorted(near):
        own = [chain for at, chain in enumerate(chains) if clusters.find(at) == lone]
        home = _only_home(own, near[lone], chains, homes, links)
        if home is not None:
            sides = " / ".join(side or "?" for side in own[0].parties)
            clusters.join(home, lone, f"{sides}: no other deal has this party at that time")
    return _clusters(chains, clusters)


def _clusters(chains: Sequence[Chain], clusters: _Clusters) -> tuple[Cluster, ...]:
    members: dict[int, list[Bid]] = defaultdict(list)
    for at, chain in enumerate(chains):
        members[clusters.find(at)].extend(chain.bids)
    return tuple(
        Cluster(
            tuple(sorted(members[top], key=lambda bid: (bid.source, str(bid.parties)))),
            tuple(dict.fromkeys(clusters.reasons[top])),
        )
        for top in sorted(members)
    )


def _index(chains: Sequence[Chain]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, chain in enumerate(chains):
        for name in set(chain.parties):
            if name is not None:
                found[name].append(at)
    return {name: tuple(places) for name, places in found.items()}


def _by_sum(chains: Sequence[Chain]) -> Iterator[tuple[int, int]]:
    """Pairs of chains of one printed buyer that share a sum for the deal."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, chain in enumerate(chains):
        if chain.full:
            for currency, low in chain.amounts:
                found[chain.parties[0] or "", currency, low].append(at)
    for key in sorted(found):
        yield from pairwise(found[key])


def _pairs(
    chains: Sequence[Chain], index: Mapping[str, tuple[int, ...]], links: NameLinks
) -> Iterator[tuple[int, int]]:
    """Pairs of chains whose targets are linked, or a target with a buyer."""
    for at, chain in enumerate(chains):
        # A target is in few deals; a busy buyer is in many, and only a target can tell them apart.
        anchor = chain.parties[1] or chain.parties[0]
        if anchor is None:
            continue
        others = {
            other
            for name in links.strong[anchor] | links.weak[anchor]
            for other in index.get(name, ())
        }
        yield from ((at, other) for other in sorted(others) if other != at)


def _fit(a: Chain, b: Chain, links: NameLinks) -> str | None:
    """Why the two are one deal, or None. Both are full or both one-sided."""
    if not a.full:
        alike = all(
            x == y or (x and y and links.link(x, y))
            for x, y in zip(a.parties, b.parties, strict=True)
        )
        return "the same company at the same time" if alike and in_time(a, b) else None
    how = [links.link(x or "", y or "") for x, y in zip(a.parties, b.parties, strict=True)]
    told = f'"{" / ".join(map(str, a.parties))}" = "{" / ".join(map(str, b.parties))}"'
    if all(how):
        return f"the same parties: {told}" if in_time(a, b) else None
    turned = [
        links.link(x or "", y or "") for x, y in zip(a.parties, reversed(b.parties), strict=True)
    ]
    if turned == ["strong", "strong"]:
        return f"the same parties, sides swapped: {told}" if in_time(a, b) else None
    if how[1] == "strong" and a.is_round and b.is_round and a.days_to(b) <= FRESH_DAYS:
        return f"one round told with different investors: {told}"
    return None


def _only_home(
    own: Sequence[Chain],
    near: set[int],
    chains: Sequence[Chain],
    homes: Mapping[int, int],
    links: NameLinks,
) -> int | None:
    """The one full deal that a one-sided bid can belong to."""
    fitting: dict[int, bool] = {}
    for at in sorted(near):
        for lone in own:
            side = 1 if lone.parties[0] is None else 0
            name, other = lone.parties[side], chains[at].parties[side]
            if name and other and links.link(name, other) and in_time(lone, chains[at]):
                same_sum = bool(lone.amounts & chains[at].amounts)
                fitting[homes[at]] = fitting.get(homes[at], False) or same_sum
    exact = [home for home, same_sum in fitting.items() if same_sum]
    if len(exact) == 1:
        return exact[0]
    return next(iter(fitting)) if len(fitting) == 1 else None
