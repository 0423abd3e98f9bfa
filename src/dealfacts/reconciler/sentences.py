"""Two figures of one sentence are two things, even where the words name only one attribute.

"Sales rose from $1.2 billion to $1.5 billion" must not conflict with itself. Kept is the figure
that most other sentences share; the others are set aside.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Relation
from dealfacts.reconciler.compare import quantity, relation
from dealfacts.reconciler.periods import AGREES, sentence, side
from dealfacts.reconciler.policy import basis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.claims import Claim

NEAR = Decimal("1.25")
REASON = "another figure of the same sentence answers the same question"


def one_per_sentence(
    claims: Sequence[Claim],
) -> tuple[tuple[Claim, ...], tuple[tuple[Claim, str], ...]]:
    """The claims kept, and those set aside with the reason."""
    groups: dict[tuple[str, int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[sentence(claim)].append(claim)
    aside: list[Claim] = []
    for where, group in sorted(groups.items()):
        if len(group) == 1 or not _clash(group):
            continue
        others = [claim for claim in claims if sentence(claim) != where]
        best = max(
            group,
            key=lambda claim: (_support(claim, others), _kin(claim, others), claim.evidence.start),
        )
        aside.extend(claim for claim in group if _disagree(claim, best))
    dropped = {claim.id for claim in aside}
    kept = tuple(claim for claim in claims if claim.id not in dropped)
    return kept, tuple((claim, REASON) for claim in aside)


def _clash(group: Sequence[Claim]) -> bool:
    return any(_disagree(a, b) for at, a in enumerate(group) for b in group[:at])


def _disagree(a: Claim, b: Claim) -> bool:
    if a.id == b.id or basis(a.basis) != basis(b.basis):
        return False
    found = relation(side(a), side(b))
    return found in {Relation.CONFLICT, Relation.STRAINED, Relation.ONE_DAY_OFFSET}


def _support(claim: Claim, others: Sequence[Claim]) -> int:
    agreeing = {o.source for o in others if relation(side(claim), side(o)) in AGREES}
    return len(agreeing)


def _kin(claim: Claim, others: Sequence[Claim]) -> int:
    """The sources with a figure of that order: 40 % is another telling of 46 %, 4 % is not."""
    mine = quantity(side(claim))
    near = set()
    for other in others:
        theirs = quantity(side(other))
        if mine and theirs and mine.low and theirs.low:
            low, high = sorted((abs(mine.low), abs(theirs.low)))
            if high <= NEAR * low and isinstance(claim.value, type(other.value)):
                near.add(other.source)
    return len(near)
