"""Joins the bids of many articles into deals, each join with its reason.

Same parties and a time that fits; where the time does not fit, the same sum. Refuses to join a bid
with one known side while two deals fit, and two deals whose buyers differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence  # noqa: TC003  of an alias
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from dealfacts.reconciler.bids import Bid, Parties
    from dealfacts.reconciler.name_links import NameLinks

# A takeover is signed, fought over and closed within three years.
DEAL_DAYS = 1096
# Two rounds of one young company can be five months apart, and the echo of one lasts four.
ROUND_DAYS = 120
# Rounds told with different investors are one only while the news is fresh.
FRESH_DAYS = 45


@dataclass(frozen=True, slots=True)
class Cluster:
    """The bids of one deal, and why they belong together."""

    bids: tuple[Bid, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Bids of one spelling of the parties that lie close enough in time."""

    parties: Parties
    bids: tuple[Bid, ...]

    @property
    def full(self) -> bool:
        """Whether both sides are known."""
        return None not in self.parties

    @property
    def is_round(self) -> bool:
        """Whether most of its articles speak of a company that raises money."""
        return 2 * sum(bid.is_round for bid in self.bids) > len(self.bids)

    @property
    def dates(self) -> tuple[date, ...]:
        """Publication dates, ascending."""
        return tuple(sorted(bid.published for bid in self.bids if bid.published))

    @property
    def amounts(self) -> frozenset[tuple[str, str]]:
        """Sums for the deal."""
        return frozenset().union(*(bid.amounts for bid in self.bids))

    def days_to(self, other: Chain) -> int:
        """Days between the two spans of time; 0 where they meet or one is undated."""
        here, there = self.dates, other.dates
        if not here or not there:
            return 0
        return max((there[0] - here[-1]).days, (here[0] - there[-1]).days, 0)


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
    chains = _chains(bids)
    clusters = _Clusters(len(chains))
    index = _index(chains)
    for a, b in _pairs(chains, index, links):
        if chains[a].full == chains[b].full and clusters.find(a) != clusters.find(b):
            reason = _fit(chains[a], chains[b], links)
            if reason:
                clusters.join(a, b, reason)
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


def _chains(bids: Sequence[Bid]) -> tuple[Chain, ...]:
    """Bids of the same printed parties, parted where the time between them is too long."""
    same: dict[Parties, list[Bid]] = defaultdict(list)
    for bid in bids:
        same[bid.parties].append(bid)
    found: list[Chain] = []
    for parties in sorted(same, key=str):
        dated = sorted(
            (bid for bid in same[parties] if bid.published),
            key=lambda bid: (str(bid.published), bid.source),
        )
        parted: list[list[Bid]] = []
        for bid in dated:
            home = next((one for one in reversed(parted) if _goes_on(one, bid)), None)
            if home is None:
                parted.append([bid])
            else:
                home.append(bid)
        for bid in same[parties]:
            if bid.published is None:
                home = next((one for one in parted if _shares_sum(one, bid)), None)
                home = home or next(iter(parted), None)
                if home is None:
                    parted.append([bid])
                else:
                    home.append(bid)
        found.extend(Chain(parties, tuple(one)) for one in parted)
    return tuple(found)


def _shares_sum(bids: Iterable[Bid], bid: Bid) -> bool:
    return any(one.amounts & bid.amounts for one in bids)


def _goes_on(bids: list[Bid], bid: Bid) -> bool:
    chain, one = Chain(bid.parties, tuple(bids)), Chain(bid.parties, (bid,))
    return _in_time(chain, one)


def _in_time(a: Chain, b: Chain) -> bool:
    days = a.days_to(b)
    if a.is_round or b.is_round or not (a.full or b.full):
        return days <= ROUND_DAYS or (days <= DEAL_DAYS and bool(a.amounts & b.amounts))
    return days <= DEAL_DAYS


def _index(chains: Sequence[Chain]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, chain in enumerate(chains):
        for name in set(chain.parties):
            if name is not None:
                found[name].append(at)
    return {name: tuple(places) for name, places in found.items()}


def _pairs(
    chains: Sequence[Chain], index: Mapping[str, tuple[int, ...]], links: NameLinks
) -> Iterator[tuple[int, int]]:
    """Pairs of chains whose targets are linked, or a target with a buyer; each once, ascending."""
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
        return "the same company at the same time" if alike and _in_time(a, b) else None
    how = [links.link(x or "", y or "") for x, y in zip(a.parties, b.parties, strict=True)]
    told = f'"{" / ".join(map(str, a.parties))}" = "{" / ".join(map(str, b.parties))}"'
    if all(how):
        return f"the same parties: {told}" if _in_time(a, b) else None
    turned = [
        links.link(x or "", y or "") for x, y in zip(a.parties, reversed(b.parties), strict=True)
    ]
    if turned == ["strong", "strong"]:
        return f"the same parties, sides swapped: {told}" if _in_time(a, b) else None
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
            if name and other and links.link(name, other) and _in_time(lone, chains[at]):
                same_sum = bool(lone.amounts & chains[at].amounts)
                fitting[homes[at]] = fitting.get(homes[at], False) or same_sum
    exact = [home for home, same_sum in fitting.items() if same_sum]
    if len(exact) == 1:
        return exact[0]
    return next(iter(fitting)) if len(fitting) == 1 else None
