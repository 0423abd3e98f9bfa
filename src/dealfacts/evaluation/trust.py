"""Whether confidence means something: claims above the median should be right more often."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from dealfacts.evaluation.matching import APART, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.evaluation.matching import Outcome


@dataclass(frozen=True, slots=True)
class Trust:
    """Shares of right claims, 0 to 1, above the median confidence and at or below it."""

    median: float
    above: float
    below: float


def trust(outcomes: Iterable[Outcome]) -> Trust | None:
    """Right and spurious claims of the counted attributes; None unless both halves hold some."""
    judged = [
        (outcome.claim.confidence, outcome.verdict is Verdict.RIGHT)
        for outcome in outcomes
        if outcome.verdict in (Verdict.RIGHT, Verdict.SPURIOUS)
        and outcome.claim.attribute not in APART
    ]
    if not judged:
        return None
    middle = median(confidence for confidence, _ in judged)
    above = [right for confidence, right in judged if confidence > middle]
    below = [right for confidence, right in judged if confidence <= middle]
    if not above:
        return None
    return Trust(middle, sum(above) / len(above), sum(below) / len(below))
