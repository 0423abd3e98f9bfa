"""Evidence, hedge, period, modality and basis of the claims whose value is right; scored apart.

Each is counted over all such claims and over those where the file or the program says something,
because most claims are plain and agreeing on nothing is cheap. Refuses to score a qualifier that
the file states in words of its own ("early talks").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.evaluation.equality import fold, same_name
from dealfacts.model.values import Count, Money, PartialDate, Percent, Quote
from dealfacts.model.vocabulary import Basis, Hedge, Modality

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.evaluation.equality import Aliases
    from dealfacts.evaluation.gold import GoldClaim
    from dealfacts.evaluation.matching import Outcome
    from dealfacts.model.claims import Claim

YEAR = re.compile(r"(?:19|20)\d\d|(?<=FY)\d\d")
PART = re.compile(r"[QH]\d", re.IGNORECASE)
QUARTER_OF_MONTHS = {
    "january-march": "Q1",
    "april-june": "Q2",
    "july-september": "Q3",
    "october-december": "Q4",
}
# Attributes whose answer depends on the time that they are asked about.
TIMED = frozenset({"revenue", "profit", "prior_valuation", "spending", "headcount", "stake"})


QUALIFIERS = ("evidence", "hedge", "period", "modality", "basis", "speaker")


@dataclass(frozen=True, slots=True)
class Tally:
    """Right answers of all, and of those where either side states something."""

    right: int = 0
    asked: int = 0
    stated_right: int = 0
    stated: int = 0

    def add(self, *, right: bool, stated: bool) -> Tally:
        """With one more answer."""
        return Tally(
            self.right + right,
            self.asked + 1,
            self.stated_right + (right and stated),
            self.stated + stated,
        )

    def __add__(self, other: Tally) -> Tally:
        """The tally of two files."""
        return Tally(
            self.right + other.right,
            self.asked + other.asked,
            self.stated_right + other.stated_right,
            self.stated + other.stated,
        )


@dataclass(frozen=True, slots=True)
class Slip:
    """One wrong qualifier of a claim whose value is right."""

    qualifier: str
    claim: Claim
    gold: GoldClaim
    right: str
    printed: str


def judge(pairs: Iterable[Outcome], aliases: Aliases) -> tuple[dict[str, Tally], tuple[Slip, ...]]:
    """Tallies by qualifier, and every slip."""
    tallies = {name: Tally() for name in QUALIFIERS}
    slips = []
    for outcome in pairs:
        row, claim = outcome.gold, outcome.claim
        if row is None:
            continue
        for qualifier, right, printed, verdict, stated in _answers(row, claim, aliases):
            tallies[qualifier] = tallies[qualifier].add(right=verdict, stated=stated)
            if not verdict:
                slips.append(Slip(qualifier, claim, row, right, printed))
    return tallies, tuple(slips)


Answer = tuple[str, str, str, bool, bool]


def _answers(row: GoldClaim, claim: Claim, aliases: Aliases) -> list[Answer]:
    found: list[Answer] = []
    if isinstance(row.value, Quote):
        if isinstance(claim.value, Quote):
            one, other = row.value.speaker, claim.value.speaker
            verdict = same_name(one, other, aliases) or _begins(one, other)
            found.append(("speaker", str(one), str(other), verdict, True))
        return found
    if isinstance(row.value, Money | Percent | Count | PartialDate):
        found.append(("evidence", row.quote, claim.evidence.quote, _covers(row, claim), True))
    hedges = {row.hedge, claim.hedge} != {Hedge.NONE}
    found.append(("hedge", row.hedge, claim.hedge, row.hedge is claim.hedge, hedges))
    right = claim.modality in row.modalities
    stated = row.modalities[0] is not Modality.ACTUAL or not right
    found.append(("modality", row.modalities[0], claim.modality, right, stated))
    if row.bases:
        right = claim.basis in row.bases
        stated = row.bases[0] is not Basis.UNSPECIFIED or not right
        found.append(("basis", row.bases[0], claim.basis, right, stated))
    wanted = [when(period) for period in (row.period, *row.other_periods)]
    if row.attribute in TIMED and (wanted[0] or row.period is None):
        right = when(claim.period) in wanted
        said = bool(row.period or claim.period)
        found.append(("period", str(row.period), str(claim.period), right, said))
    return found


def _covers(row: GoldClaim, claim: Claim) -> bool:
    """Whether the evidence is the value; a gold span may include a hedge word or an article."""
    start, end = claim.evidence.start, claim.evidence.end
    covers = start <= row.start and row.end <= end
    return covers or (not row.exact and row.start <= start and end <= row.end)


def _begins(one: str | None, other: str | None) -> bool:
    """Whether one speaker is the other in short: a company without the end of its name."""
    small, large = sorted((fold(one or ""), fold(other or "")), key=len)
    return bool(small) and f"{large} ".startswith(f"{small} ")


def when(period: str | None) -> frozenset[str]:
    """The years and the part of the year that a period names, however spelled; else empty."""
    if period is None:
        return frozenset()
    told = {year[-2:] for year in YEAR.findall(period)}
    parts = {part.upper() for part in PART.findall(period)}
    named = {q for months, q in QUARTER_OF_MONTHS.items() if months in period.casefold()}
    return frozenset(told | parts | named)
