"""Two figures of one sentence are two things, even where the words name only one attribute.

"Sales rose from $1.2 billion to $1.5 billion" must not conflict with itself. Kept is the figure
that most other sentences share; the others are set aside.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from dealfacts.model.vocabulary import Relation
from dealfacts.reconciler.compare import quantity, relation
from dealfacts.reconciler.periods import AGREES, sentence, side
from dealfacts.reconciler.policy import basis
from dealfacts.reconciler.stances import printed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.vocabulary import Hedge

Place: TypeAlias = tuple[str, int, int]
Value: TypeAlias = "tuple[str, Hedge]"

NEAR = Decimal("1.25")
REASON = "another figure of the same sentence answers the same question"


def one_per_sentence(
    claims: Sequence[Claim],
) -> tuple[tuple[Claim, ...], tuple[tuple[Claim, str], ...]]:
    """The claims kept, and those set aside with the reason."""
    groups: dict[Place, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[sentence(claim)].append(claim)
    clashing = {where: group for where, group in groups.items() if _clash(group)}
    if not clashing:
        return tuple(claims), ()
    agreeing, near = _Backing(claims, _agree), _Backing(claims, _kin)
    aside: list[Claim] = []
    for _, group in sorted(clashing.items()):
        best = max(
            group,
            key=lambda claim: (agreeing.of(claim), near.of(claim), claim.evidence.start),
        )
        aside.extend(claim for claim in group if _disagree(claim, best))
    dropped = {claim.id for claim in aside}
    kept = tuple(claim for claim in claims if claim.id not in dropped)
    return kept, tuple((claim, REASON) for claim in aside)


class _Backing:
    """Which other sources stand behind a value; each pair of distinct values is weighed once."""

    def __init__(self, claims: Sequence[Claim], backs: Callable[[Claim, Claim], bool]) -> None:
        self._told: dict[Value, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._told[_value(claim)].append(claim)
        self._backs = backs
        self._found: dict[Value, dict[str, set[Place]]] = {}

    def of(self, claim: Claim) -> int:
        """The sources that back the claim with a sentence other than its own."""
        key = _value(claim)
        if key not in self._found:
            self._found[key] = self._places(claim)
        places = self._found[key]
        return len(places) - (places.get(claim.source) == {sentence(claim)})

    def _places(self, claim: Claim) -> dict[str, set[Place]]:
        found: dict[str, set[Place]] = defaultdict(set)
        for others in self._told.values():
            if self._backs(claim, others[0]):
                for other in others:
                    found[other.source].add(sentence(other))
        return found


def _value(claim: Claim) -> Value:
    return printed(claim.value), claim.hedge


def _clash(group: Sequence[Claim]) -> bool:
    """Whether values of one sentence disagree; a row of a thousand equal ones is one value."""
    told = list({(_value(claim), basis(claim.basis)): claim for claim in group}.values())
    return any(_disagree(a, b) for at, a in enumerate(told) for b in told[:at])


def _disagree(a: Claim, b: Claim) -> bool:
    if a.id == b.id or basis(a.basis) != basis(b.basis):
        return False
    found = relation(side(a), side(b))
    return found in {Relation.CONFLICT, Relation.STRAINED, Relation.ONE_DAY_OFFSET}


def _agree(claim: Claim, other: Claim) -> bool:
    return relation(side(claim), side(other)) in AGREES


def _kin(claim: Claim, other: Claim) -> bool:
    """A figure of the same order: 40 % is another telling of 46 %, 4 % is not."""
    mine, theirs = quantity(side(claim)), quantity(side(other))
    if not (mine and theirs and mine.low and theirs.low):
        return False
    low, high = sorted((abs(mine.low), abs(theirs.low)))
    return high <= NEAR * low and isinstance(claim.value, type(other.value))
