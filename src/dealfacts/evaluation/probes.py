"""Negatives, traps and arithmetic: the places where a careless reader goes wrong.

A negative holds if no claim stands in it that answers nothing in the gold file. A trap is read
right if every gold claim inside it was found, with its qualifiers, and nothing spurious stands
there. Refuses to read the prose of a gold file; the renderer shows it beside what was printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.evaluation.matching import Matching, Verdict, touches
from dealfacts.evaluation.sheet import stem
from dealfacts.model.values import Money, Percent, Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.evaluation.gold import Gold, GoldCheck, GoldClaim, GoldSpan
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Check, Report


Figure = tuple[str, Value]

RELATED = frozenset({"deal_amount", "stake", "valuation", "prior_valuation"})


@dataclass(frozen=True, slots=True)
class SpanVerdict:
    """Whether a stretch of text was read right, and what went wrong there."""

    span: GoldSpan
    right: bool
    missed: tuple[GoldClaim, ...] = ()
    spurious: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckVerdict:
    """The printed check over the same values, None if there is none; `right` if it agrees."""

    check: GoldCheck
    printed: Check | None
    right: bool


@dataclass(frozen=True, slots=True)
class ProbeScore:
    """The verdicts on negatives, traps and, where a report was made, arithmetic."""

    negatives: tuple[SpanVerdict, ...]
    traps: tuple[SpanVerdict, ...]
    checks: tuple[CheckVerdict, ...]


def score_probes(report: Report | None, matching: Matching, gold: Gold) -> ProbeScore:
    """Look at every negative, trap and check of a gold file."""
    return ProbeScore(
        negatives=tuple(_negative(span, matching) for span in gold.negatives),
        traps=tuple(_trap(span, matching) for span in gold.traps),
        checks=() if report is None else _checks(report, matching, gold),
    )


def _spurious(span: GoldSpan, matching: Matching) -> tuple[Claim, ...]:
    return tuple(
        o.claim
        for o in matching.of(Verdict.SPURIOUS, Verdict.UNLABELLED)
        if stem(o.claim.source) == span.source and touches(o.claim, span.start, span.end)
    )


def _negative(span: GoldSpan, matching: Matching) -> SpanVerdict:
    found = _spurious(span, matching)
    return SpanVerdict(span, not found, spurious=found)


def _trap(span: GoldSpan, matching: Matching) -> SpanVerdict:
    missed = tuple(
        row
        for row in matching.missed
        if row.source == span.source and row.start < span.end and span.start < row.end
    )
    spurious = tuple(
        o.claim
        for o in matching.of(Verdict.SPURIOUS)
        if stem(o.claim.source) == span.source and touches(o.claim, span.start, span.end)
    )
    return SpanVerdict(span, not missed and not spurious, missed, spurious)


def _checks(report: Report, matching: Matching, gold: Gold) -> tuple[CheckVerdict, ...]:
    """Only arithmetic over two or more of the attributes that checks relate."""
    rows = {row.id: row for row in gold.claims}
    values = {o.claim.id: o.gold for o in matching.outcomes if o.gold is not None}
    found = []
    for check in gold.checks:
        figures = [
            (rows[one].attribute, rows[one].value)
            for one in check.claims
            if isinstance(rows[one].value, Money | Percent)
        ]
        attributes = {attribute for attribute, _ in figures}
        if len(attributes) > 1 and attributes <= RELATED:
            found.append(_check(check, figures, report, values))
    return tuple(found)


def _check(
    check: GoldCheck,
    figures: Sequence[Figure],
    report: Report,
    values: Mapping[str, GoldClaim],
) -> CheckVerdict:
    """The printed check that relates two of the values, of different attributes."""
    same = [printed for printed in report.checks if _relates(printed, figures, values)]
    right = [printed for printed in same if printed.holds is check.holds]
    return CheckVerdict(check, next(iter(right or same), None), bool(right))


def _relates(printed: Check, figures: Sequence[Figure], values: Mapping[str, GoldClaim]) -> bool:
    told = [(values[one].attribute, values[one].value) for one in printed.inputs if one in values]
    return len({attribute for attribute, value in told if (attribute, value) in figures}) > 1
