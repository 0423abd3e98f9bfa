"""A report as every page tells it: deal by deal, the one with the worst finding first.

What is about no deal of the report makes the last chapter, so that nothing gets lost. One pass over
each list, however many deals there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dealfacts.reports._index import ranked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dealfacts.model.report import (
        Accepted,
        Check,
        Conversion,
        Deal,
        Event,
        Fact,
        Finding,
        Report,
    )
    from dealfacts.reports._index import Index

T = TypeVar("T")
OUTSIDE = "Outside these deals"
NO_DEAL = "No deal recognised"


class Chapter(NamedTuple):
    """A deal with everything about it, findings worst first; `deal` None is about none of them."""

    deal: Deal | None
    title: str
    facts: Sequence[Fact]
    findings: Sequence[Finding]
    accepted: Sequence[Accepted]
    checks: Sequence[Check]
    events: Sequence[Event]
    conversions: Sequence[Conversion]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell but the title."""
        return not any(self[2:])


def chapters(report: Report, index: Index) -> tuple[Chapter, ...]:
    """The chapters of `report`; the last one, about no deal, only where it holds something."""
    facts = grouped(report.facts, lambda fact: index.filed(fact.deal))
    findings = grouped(ranked(report.findings), lambda each: index.filed(each.deal))
    accepted = grouped(report.accepted, lambda each: index.filed(each.finding.deal))
    checks = grouped(report.checks, lambda each: index.filed(each.deal))
    events = grouped(report.timeline, lambda each: index.filed(each.deal))
    conversions = grouped(report.conversions, lambda each: index.filed(each.deal))

    def chapter(deal: Deal | None, title: str) -> Chapter:
        key = deal.id if deal else None
        return Chapter(
            deal,
            title,
            facts.get(key, ()),
            findings.get(key, ()),
            accepted.get(key, ()),
            checks.get(key, ()),
            events.get(key, ()),
            conversions.get(key, ()),
        )

    told = sorted((chapter(deal, deal.label) for deal in report.deals), key=_urgency)
    outside = chapter(None, OUTSIDE if report.deals else NO_DEAL)
    return tuple(told) if outside.is_empty else (*told, outside)


def _urgency(chapter: Chapter) -> tuple[int, int]:
    """Deals with the worst finding first, then those that most articles tell of."""
    worst = chapter.findings[0].severity.rank if chapter.findings else -1
    return -worst, -len(chapter.deal.sources if chapter.deal else ())


def grouped(items: Iterable[T], key: Callable[[T], str | None]) -> dict[str | None, list[T]]:
    """Items by key, in their order."""
    found: dict[str | None, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found
