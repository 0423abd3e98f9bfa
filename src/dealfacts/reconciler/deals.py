"""Groups claims and articles into deals: by parties, by type and by time, with a reason each.

Same parties make one deal; two rounds of one company, or two bids for it, are two. A claim that
names parties of its own goes with them, all others with their article's main deal. An article
feeds as many deals as it reports, and none where nothing it says is about a deal. Refuses to
guess: a deal of which one side is known joins another only where one alone fits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.report import Deal, content_id
from dealfacts.reconciler.bids import Bid, bids, names_of
from dealfacts.reconciler.deal_joins import joined
from dealfacts.reconciler.deals_apart import parted
from dealfacts.reconciler.name_links import name_links
from dealfacts.reconciler.name_parts import organisation_parts, sound
from dealfacts.reconciler.names import extends
from dealfacts.reconciler.origins import origins

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.origins import SourceText


class DealGroup(NamedTuple):
    """A deal, the ids of its claims in the order given, and why its articles belong together."""

    deal: Deal
    claims: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Deals:
    """All deals by label; `without` are the ids of the sources that report none."""

    groups: tuple[DealGroup, ...]
    without: tuple[str, ...]

    @cached_property
    def by_claim(self) -> Mapping[str, str]:
        """Claim id to deal id; a claim of no deal is missing."""
        return {claim: group.deal.id for group in self.groups for claim in group.claims}


class _Named(NamedTuple):
    """A group of bids under its names."""

    acquirer: str | None
    target: str | None
    seller: str | None
    bids: tuple[Bid, ...]
    reasons: tuple[str, ...]

    @property
    def label(self) -> str:
        return " / ".join(side for side in (self.acquirer, self.target) if side)

    @property
    def opened(self) -> str:
        """Date of the earliest article, or "" where none is dated."""
        return min((bid.published.isoformat() for bid in self.bids if bid.published), default="")

    @property
    def round(self) -> str:
        """The one round that its articles name, or ""."""
        rounds = {name for bid in self.bids for name in bid.marks.rounds}
        return next(iter(rounds)) if len(rounds) == 1 else ""

    @property
    def first_source(self) -> str:
        return min(bid.source for bid in self.bids)


def group(
    claims: Sequence[Claim],
    sources: Sequence[SourceText],
    origin: Mapping[str, str] | None = None,
    two_deals: frozenset[frozenset[str]] = frozenset(),
) -> Deals:
    """The deals that the claims of a drop are about.

    `origin` is what `origins(sources)` told, where the caller has it already; `two_deals` are pairs
    of source ids that were judged not to tell of one deal.
    """
    known = {source.id: source for source in sources}
    links = name_links(names_of(claims))
    voices = origins(sources) if origin is None else origin
    clusters = parted(joined(bids(claims, known, voices, links), links), two_deals)
    named = sorted(
        (_named(cluster.bids, cluster.reasons) for cluster in clusters),
        key=lambda n: (n.label, n.opened, n.first_source),
    )
    order = {claim.id: at for at, claim in enumerate(claims)}
    labels = Counter(each.label for each in named)
    taken: Counter[str] = Counter()
    groups = []
    for each in named:
        base = _base_id(each)
        taken[base] += 1
        label = each.label
        if labels[label] > 1 and (told := each.round or each.opened[:7]):
            label = f"{label} ({told})"
        deal = Deal(
            id=base if taken[base] == 1 else content_id("d-", base, str(taken[base])),
            label=label,
            acquirer=each.acquirer,
            target=each.target,
            seller=each.seller,
            sources=tuple(sorted({bid.source for bid in each.bids})),
        )
        members = {claim for bid in each.bids for claim in bid.claims}
        groups.append(DealGroup(deal, tuple(sorted(members, key=order.__getitem__)), each.reasons))
    fed = {source for one in groups for source in one.deal.sources}
    every = {*known, *(claim.source for claim in claims)}
    return Deals(tuple(groups), tuple(sorted(every - fed)))


def _named(cluster: tuple[Bid, ...], reasons: tuple[str, ...]) -> _Named:
    """The names that most different statements use; a copy of an article adds none."""
    target = _most_said((bid.parties[1], bid) for bid in cluster)
    # articles that take one another's sides for theirs make no deal of a company with itself
    acquirer = _buyer((bid.parties[0], bid) for bid in cluster if bid.parties[0] != target)
    return _Named(acquirer, target, _seller(cluster, {acquirer, target}), cluster, reasons)


def _seller(cluster: Sequence[Bid], sides: Collection[str | None]) -> str | None:
    """Who sells, where half of the articles say so; one alone may mean a shareholder or a rival."""
    told: dict[str, set[str]] = defaultdict(set)
    for bid in cluster:
        if bid.seller and bid.seller not in sides:
            told[bid.seller].add(bid.source)
    half = len({bid.source for bid in cluster}) / 2
    named = [(-len(sources), name) for name, sources in told.items() if len(sources) >= half]
    return min(named)[1] if named else None


def _votes(named: Iterable[tuple[str | None, Bid]]) -> dict[str, set[tuple[str, str]]]:
    votes: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, bid in named:
        if name is not None:
            votes[name] |= bid.statements
    return votes


def _most_said(named: Iterable[tuple[str | None, Bid]]) -> str | None:
    votes = _votes(named)
    return min(votes, key=lambda n: (-len(votes[n]), len(n), n)) if votes else None


def _buyer(named: Iterable[tuple[str | None, Bid]]) -> str | None:
    """The same among the names of the one buyer that has most under all its names.

    "Acme" and "Acme Railway" of two articles each bid against the rival of two more.
    """
    votes = _votes(named)
    houses: list[frozenset[str]] = []
    for name in sorted(votes):
        own = [h for h in houses if any(extends(a, name) or extends(name, a) for a in h)]
        houses = [h for h in houses if h not in own] + [frozenset({name}).union(*own)]
    if not houses:
        return None
    backing = {h: len(set().union(*(votes[name] for name in h))) for h in houses}
    best = min(houses, key=lambda h: (-backing[h], min(h)))
    return min(best, key=lambda n: (-len(votes[n]), len(n), n))


def _base_id(named: _Named) -> str:
    """From the first words of both names, and for a round the year: what later articles keep."""
    sides = [
        None if name is None else sound(organisation_parts(name).core[0])
        for name in (named.acquirer, named.target)
    ]
    is_round = named.acquirer is None or any(bid.is_round for bid in named.bids)
    return content_id("d-", *sides, named.opened[:4] if is_round else "")
