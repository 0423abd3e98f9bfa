"""Section 4 of the semantics: which claims of one item can all be true together.

Consistency is not transitive, so there is no union: plain values open camps, finest first; hedged
ones attach to every camp that they fit. Works on distinct values, whatever the number of claims.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import PartialDate, Term
from dealfacts.model.vocabulary import Relation
from dealfacts.reconciler.compare import compare, quantity, relation
from dealfacts.reconciler.stances import Stance, is_plain, stances

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.quantity import Interval

JOINS = frozenset(
    {Relation.EQUAL, Relation.WITHIN_ROUNDING, Relation.ROUNDING_PLAUSIBLE, Relation.REFINES}
)
# Rates move by a few percent between two articles on one deal, rarely by a tenth.
RATE_SPREAD = Decimal("0.10")
FITS = frozenset({Relation.EQUAL, Relation.REFINES, Relation.CONSISTENT_WITH_HEDGE})


@dataclass(slots=True)
class _Draft:
    lead: Stance
    members: list[Stance] = field(default_factory=list)


class Party(NamedTuple):
    """A camp in the making: its most precise value and every claim that stands in it."""

    lead: Stance
    claims: tuple[Claim, ...]

    @property
    def backers(self) -> tuple[str, ...]:
        """The sources that state the value; who tells an earlier stage of a deal does not."""
        lead = self.lead.side.value
        if not isinstance(lead, Term):
            return self.sources
        return tuple(sorted({claim.source for claim in self.claims if claim.value == lead}))

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of its claims, sorted."""
        return tuple(sorted({claim.source for claim in self.claims}))


class Division(NamedTuple):
    """The camps of one item, the claims that fit several of them, and those that fit none."""

    parties: tuple[Party, ...]
    between: tuple[tuple[Claim, tuple[int, ...]], ...]
    left: tuple[tuple[Claim, str], ...]
    bold: tuple[Claim, ...]

    def on_both_sides(self) -> tuple[str, ...]:
        """The sources that print several values, unless one source is all there is.

        A coarse figure that rounds to two of them is one: 4 to 4.1 and to 4.2.
        """
        homes = Counter(claim.id for party in self.parties for claim in party.claims)
        seen = {source for party in self.parties for source in party.sources}
        printed = Counter(
            source
            for party in self.parties
            for source in {claim.source for claim in party.claims if homes[claim.id] == 1}
        )
        twice = sorted(source for source, camps in printed.items() if camps > 1)
        return tuple(twice) if len(seen) > 1 else ()


def divide(
    claims: Sequence[Claim], origins: Mapping[str, str], *, lenient: bool = False
) -> Division:
    """The camps of one item's claims, ranked by independent origins, then precision.

    `lenient` takes sums a tenth apart for conversions at the rates of different days. Two times
    that share a day ("the second quarter", "later this year" in May) are one answer.
    """
    told = stances(claims)
    plain = [stance for stance in told if is_plain(stance.side)]
    hedged = [stance for stance in told if not is_plain(stance.side)]
    drafts: list[_Draft] = []
    left: list[tuple[Claim, str]] = []
    bold: list[Claim] = []
    for stance in plain:
        relations = [relation(draft.lead.side, stance.side) for draft in drafts]
        joined = [
            at
            for at, found in enumerate(relations)
            if found in JOINS
            or (found in FITS and isinstance(stance.side.value, PartialDate))
            or (lenient and _at_other_rate(drafts[at], stance))
        ]
        for at in joined:
            drafts[at].members.append(stance)
            if relations[at] is Relation.ROUNDING_PLAUSIBLE:
                bold.extend(stance.claims)
        if joined:
            continue
        if relations and all(found is Relation.NOT_COMPARABLE for found in relations):
            reason = compare(drafts[0].lead.side, stance.side).reason
            left.extend((claim, reason) for claim in stance.claims)
        else:
            drafts.append(_Draft(stance, [stance]))
    if not drafts and hedged and _share_a_point(hedged):
        drafts.append(_Draft(hedged[0], list(hedged)))
        hedged = []
    between = _attach(drafts, hedged)
    return _ranked(drafts, between, left, bold, origins)


def _attach(
    drafts: list[_Draft], hedged: Sequence[Stance]
) -> list[tuple[Stance, tuple[_Draft, ...]]]:
    """Puts hedged values beside every camp that they fit; one that fits none opens a camp."""
    for stance in hedged:
        if not any(_fits(draft, stance) for draft in drafts):
            drafts.append(_Draft(stance, [stance]))
    between: list[tuple[Stance, tuple[_Draft, ...]]] = []
    for stance in hedged:
        if any(draft.lead is stance for draft in drafts):
            continue
        fitting = tuple(draft for draft in drafts if _fits(draft, stance))
        if len(fitting) == 1:
            fitting[0].members.append(stance)
        else:
            between.append((stance, fitting))
    return between


def _at_other_rate(draft: _Draft, stance: Stance) -> bool:
    one, other = quantity(draft.lead.side), quantity(stance.side)
    if one is None or other is None:
        return False
    return abs(one.low - other.low) <= RATE_SPREAD * max(abs(one.low), abs(other.low))


def _fits(draft: _Draft, stance: Stance) -> bool:
    return relation(draft.lead.side, stance.side) in FITS


def _share_a_point(hedged: Sequence[Stance]) -> bool:
    intervals = []
    for stance in hedged:
        found = quantity(stance.side)
        if found is None:
            return False
        intervals.append(found.typical)
    start: Interval | None = intervals[0]
    shared = reduce(lambda a, b: a.overlap(b) if a else None, intervals[1:], start)
    return shared is not None


def _ranked(
    drafts: Sequence[_Draft],
    between: Sequence[tuple[Stance, tuple[_Draft, ...]]],
    left: Sequence[tuple[Claim, str]],
    bold: Sequence[Claim],
    origins: Mapping[str, str],
) -> Division:
    parties = [
        Party(draft.lead, tuple(claim for stance in draft.members for claim in stance.claims))
        for draft in drafts
    ]
    ranks = [
        (-len({origins.get(source, source) for source in party.sources}), at)
        for at, party in enumerate(parties)
    ]
    order = [at for _, at in sorted(ranks)]
    place = {id(drafts[at]): rank for rank, at in enumerate(order)}
    also = [
        (claim, tuple(sorted(place[id(draft)] for draft in fitting)))
        for stance, fitting in between
        for claim in stance.claims
    ]
    return Division(tuple(parties[at] for at in order), tuple(also), tuple(left), tuple(bold))
