"""Pairs printed claims with gold claims, one to one, and says what is left on either side.

A printed claim is right if its source and attribute (or a listed alternative) are right, its
evidence overlaps the gold span (for dates, persons and quotations also the sentence) and its
value is equal. Neutral, neither right nor wrong: a repeat of a value that the article states, an
answer to an optional gold claim, and what gold files do not label. Refuses partial credit.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dealfacts.evaluation.equality import same_sum, same_value
from dealfacts.evaluation.sheet import stem
from dealfacts.model.values import PartialDate, Person, Quote, Undisclosed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dealfacts.evaluation.gold import Gold, GoldClaim
    from dealfacts.model.claims import Claim

# Gold files say who buys whom in their heading, not as claims, and leave ratios out on purpose.
NEVER_LABELLED = frozenset(
    {"acquirer", "target", "seller", "deal_type", "exchange_ratio", "valuation_multiple"}
)
# Left out of the total: what states no fact of the deal, and words, which are matched as a whole.
APART = frozenset({"other_amount", "other_percent", "quote"})
OTHER = frozenset({"other_amount", "other_percent"})


class Verdict(StrEnum):
    """What became of a printed claim."""

    RIGHT = "right"
    OPTIONAL = "optional"
    REPEAT = "repeat"
    UNLABELLED = "unlabelled"
    SPURIOUS = "spurious"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A printed claim, its verdict, and the gold claim that it answers, if any."""

    claim: Claim
    verdict: Verdict
    gold: GoldClaim | None = None


@dataclass(frozen=True, slots=True)
class Matching:
    """Every printed claim of the labelled sources with its outcome, and the gold claims missed.

    `restated` gold claims were printed as the equivalent of another claim: no claims, no misses.
    """

    outcomes: tuple[Outcome, ...]
    missed: tuple[GoldClaim, ...]
    restated: tuple[GoldClaim, ...]

    def of(self, *verdicts: Verdict) -> tuple[Outcome, ...]:
        """The outcomes with one of these verdicts."""
        return tuple(outcome for outcome in self.outcomes if outcome.verdict in verdicts)


def match(claims: Iterable[Claim], gold: Gold) -> Matching:
    """Pair the claims with the gold claims, source by source, in the order of the text."""
    printed: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        printed[stem(claim.source)].append(claim)
    right: dict[str, list[GoldClaim]] = defaultdict(list)
    for row in gold.claims:
        right[row.source].append(row)
    found = [_match_source(printed[source], right[source], gold) for source in gold.sources]
    return Matching(
        outcomes=tuple(outcome for one in found for outcome in one.outcomes),
        missed=tuple(row for one in found for row in one.missed),
        restated=tuple(row for one in found for row in one.restated),
    )


def _match_source(claims: Sequence[Claim], rows: Sequence[GoldClaim], gold: Gold) -> Matching:
    answers: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, row_at in sorted(_candidates(claims, rows, gold)):
        if at not in answers and row_at not in taken:
            answers[at] = row_at
            taken.add(row_at)
    outcomes = []
    for at, claim in enumerate(claims):
        if at in answers:
            row = rows[answers[at]]
            verdict = Verdict.OPTIONAL if row.optional else Verdict.RIGHT
            outcomes.append(Outcome(claim, verdict, row))
        else:
            outcomes.append(_unpaired(claim, rows, gold))
    open_rows = [row for at, row in enumerate(rows) if at not in taken and not row.optional]
    restated = [row for row in open_rows if _is_restated(row, claims)]
    missed = [row for row in open_rows if row not in restated]
    return Matching(tuple(outcomes), tuple(missed), tuple(restated))


def _candidates(
    claims: Sequence[Claim], rows: Sequence[GoldClaim], gold: Gold
) -> Iterator[tuple[tuple[bool, bool, bool, int], int, int]]:
    """Possible pairs; the smaller its first part, the better the pair."""
    for at, claim in enumerate(claims):
        for row_at, row in enumerate(rows):
            if claim.attribute not in row.attributes:
                continue
            direct = touches(claim, row.start, row.end)
            if not direct and not (
                isinstance(row.value, PartialDate | Person | Quote) and touches(claim, *row.wide)
            ):
                continue
            if same_value(row, claim.value, claim.hedge, gold.aliases):
                distance = abs(claim.evidence.start - row.start)
                rank = (not direct, claim.attribute != row.attribute, row.optional, distance)
                yield rank, at, row_at


def touches(claim: Claim, start: int, end: int) -> bool:
    """Whether the evidence of a claim overlaps a range."""
    return claim.evidence.start < end and start < claim.evidence.end


def _unpaired(claim: Claim, rows: Sequence[GoldClaim], gold: Gold) -> Outcome:
    for row in rows:
        if claim.attribute in row.attributes and same_value(
            row, claim.value, claim.hedge, gold.aliases
        ):
            return Outcome(claim, Verdict.OPTIONAL if row.optional else Verdict.REPEAT, row)
    unnamed = isinstance(claim.value, Person) and claim.value.name is None
    if unnamed or isinstance(claim.value, Undisclosed) or claim.attribute in NEVER_LABELLED:
        return Outcome(claim, Verdict.UNLABELLED)
    if claim.attribute in OTHER and claim.attribute not in gold.labels:
        return Outcome(claim, Verdict.UNLABELLED)
    if claim.attribute == "prior_offer" and any(
        row.attribute == "other_amount" and touches(claim, row.start, row.end) for row in rows
    ):
        return Outcome(claim, Verdict.UNLABELLED)
    return Outcome(claim, Verdict.SPURIOUS)


def _is_restated(row: GoldClaim, claims: Sequence[Claim]) -> bool:
    """Whether a claim of that attribute prints the sum as its equivalent in another currency."""
    return any(
        claim.equivalent is not None
        and claim.attribute in row.attributes
        and claim.equivalent.evidence.start < row.end
        and row.start < claim.equivalent.evidence.end
        and same_sum(
            row.value, claim.equivalent.currency, claim.equivalent.low, claim.equivalent.high
        )
        for claim in claims
    )
