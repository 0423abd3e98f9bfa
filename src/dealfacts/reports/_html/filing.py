"""What a report holds, put together by deal in one pass, in the order of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dealfacts.model.report import Check, Conversion, Event, Fact, Finding, Report
    from dealfacts.reports._index import Index

T = TypeVar("T")


class Filed(NamedTuple):
    """What a report holds about one deal; findings with their numbers in the data block."""

    facts: Sequence[Fact] = ()
    findings: Sequence[tuple[int, Finding]] = ()
    checks: Sequence[Check] = ()
    events: Sequence[Event] = ()
    conversions: Sequence[Conversion] = ()


def filed_by_deal(
    report: Report, findings: Sequence[Finding], index: Index
) -> dict[str | None, Filed]:
    """Everything by deal, None for what is about none that the report lists."""
    facts = grouped(report.facts, lambda fact: index.filed(fact.deal))
    numbered = grouped(enumerate(findings), lambda each: index.filed(each[1].deal))
    checks = grouped(report.checks, lambda check: index.filed(check.deal))
    events = grouped(report.timeline, lambda event: index.filed(event.deal))
    conversions = grouped(report.conversions, lambda each: index.filed(each.deal))
    return {
        deal: Filed(
            facts.get(deal, ()),
            numbered.get(deal, ()),
            checks.get(deal, ()),
            events.get(deal, ()),
            conversions.get(deal, ()),
        )
        for deal in (None, *index.deals)
    }


def grouped(items: Iterable[T], key: Callable[[T], str | None]) -> dict[str | None, list[T]]:
    """Items by key, in their order."""
    found: dict[str | None, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found
