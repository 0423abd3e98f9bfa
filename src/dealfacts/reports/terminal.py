"""The report that a person reads: deal by deal, differences first, each with the words behind it.

Readable at 80 columns, without colour and when piped. Refuses to say which side is right.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Severity
from dealfacts.reconciler.rules import BY_ID
from dealfacts.reports import _facts, _wording
from dealfacts.reports._differences import differences
from dealfacts.reports._index import index as make_index
from dealfacts.reports._index import severity
from dealfacts.reports._paint import BLANK, Paragraph, paint
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.model.report import Deal, Report
    from dealfacts.reports import RenderOptions
    from dealfacts.reports._index import Index

NAME = "terminal"
DESCRIPTION = "a page to read, with every claim's own words"


def render(report: Report, options: RenderOptions) -> str:
    """The report as text for a screen of `options.width` cells."""
    page = _page(report, make_index(report, options))
    return paint(page, width=options.width, colour=options.colour).rstrip("\n") + "\n"


def _page(report: Report, index: Index) -> Iterator[Paragraph]:
    yield from _header(report)
    for deal in sorted(report.deals, key=lambda each: _urgency(each, report)):
        counts = _wording.backing(len(deal.sources), index.origins(deal.sources))
        yield from _title(visible(deal.label))
        sold = f"; sold by {visible(deal.seller)}" if deal.seller else ""
        yield Paragraph(((f"{counts}: {index.labels(deal.sources)}{sold}", ""),), hang=2)
        yield BLANK
        yield from _deal(report, deal.id, index)
    outside = list(_deal(report, None, index))
    if outside:
        yield from _title("Outside these deals" if report.deals else "No deal recognised")
        yield from outside
    yield from _not_compared(report, index)
    yield from _problems(report, index)
    yield from _legend(report, index)


def _urgency(deal: Deal, report: Report) -> tuple[int, int]:
    """Deals with the worst findings first, then those that most articles tell of."""
    ranks = [each.severity.rank for each in report.findings if each.deal == deal.id]
    return -max(ranks, default=-1), -len(deal.sources)


def _title(text: str) -> Iterator[Paragraph]:
    yield Paragraph(((text, "bold"),))
    yield Paragraph((("=" * min(len(text), 40), ""),))


def _header(report: Report) -> Iterator[Paragraph]:
    told = report.summary
    backing = _wording.articles(report)
    deals, claims = _wording.counted(told.deals, "deal"), _wording.counted(told.claims, "claim")
    yield Paragraph(((f"{backing}, {deals}, {claims}", "bold"),), hang=2)
    loud = Counter(finding.severity for finding in report.findings)
    levels = [
        _wording.counted(loud[level], level.value)
        for level in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        if loud[level]
    ]
    decided = f"{len(report.accepted)} decided before" if report.accepted else ""
    shown = ", ".join(filter(None, (*levels, decided))) or "no differences"
    agreed = _wording.counted(told.agreements, "agreement")
    yield Paragraph(((f"{shown}; {agreed}", ""),), hang=2)
    yield BLANK


def _deal(report: Report, deal: str | None, index: Index) -> Iterator[Paragraph]:
    facts = [fact for fact in report.facts if index.filed(fact.deal) == deal]
    findings = [each for each in report.findings if index.filed(each.deal) == deal]
    checks = [each for each in report.checks if index.filed(each.deal) == deal]
    converted = [each for each in report.conversions if index.filed(each.deal) == deal]
    events = [each for each in report.timeline if index.filed(each.deal) == deal]
    if findings:
        yield Paragraph(((f"Where the articles differ ({len(findings)})", "bold"),))
        yield BLANK
        yield from differences(findings, index)
    elif deal:
        decided = sum(index.filed(each.finding.deal) == deal for each in report.accepted)
        none = f"No other differences; {decided} decided before." if decided else ""
        yield Paragraph(((none or "No differences found.", ""),))
        yield BLANK
    yield from _facts.checks(checks, index)
    yield from _facts.conversions(converted, index)
    yield from _facts.timeline(events, index)
    yield from _facts.agreements(facts, index)
    yield from _facts.alone(facts, index)


def _not_compared(report: Report, index: Index) -> Iterator[Paragraph]:
    """Counts by reason; each claim with -v."""
    entries: list[Paragraph] = []
    reasons = Counter(each.reason for each in report.not_compared)
    for reason, count in reasons.items():
        told = f"{_wording.counted(count, 'claim')}: {visible(reason)}"
        entries.append(Paragraph(((told, ""),), 2, 6))
        if not index.options.verbose:
            continue
        for each in report.not_compared:
            for claim in index.known((each.claim,) if each.reason == reason else ()):
                what = f"{_wording.attribute(claim.attribute)}: {_wording.printed(claim)}"
                entries.append(Paragraph(((what, ""), (f"  {index.place(claim)}", "dim")), 4, 8))
    heading = f"Read, but not compared ({len(report.not_compared)})"
    if not index.options.verbose:
        heading += "; -v lists them"
    yield from _facts.section(heading, entries)


def _problems(report: Report, index: Index) -> Iterator[Paragraph]:
    """Every problem; slight ones are counted by rule, and listed with -v."""
    listed = [
        each
        for each in report.problems
        if index.options.verbose or severity(each) is not Severity.NOTE
    ]
    entries = [
        Paragraph(((f"{visible(p.path)}:{p.line}: {visible(p.message)}  [{p.rule}]", ""),), 2, 6)
        for p in listed
    ]
    yield from _facts.section(f"Problems with the input ({len(entries)})", entries)
    counts = Counter(p.rule for p in report.problems if severity(p) is Severity.NOTE)
    if counts and not index.options.verbose:
        told = ", ".join(
            f"{BY_ID[rule].title} ({_wording.counted(count, 'article')}, {rule})"
            for rule, count in sorted(counts.items())
        )
        yield Paragraph(((f"Notes on the input: {told}; -v lists them", ""),), hang=2)
        yield BLANK


def _legend(report: Report, index: Index) -> Iterator[Paragraph]:
    """Which label stands for which file, and which articles go back to one text."""
    first: dict[str, str] = {}
    entries: list[Paragraph] = []
    for source in report.sources:
        told = [str(source.published)] if source.published else []
        if source.origin in first:
            told.append(f"same origin as {first[source.origin]}")
        first.setdefault(source.origin, index.label(source.id))
        more = f"  ({', '.join(told)})" if told else ""
        entries.append(
            Paragraph(
                ((index.label(source.id), "bold"), (f"  {visible(source.path)}{more}", "")), 2, 6
            )
        )
        if source.title and source.title != source.label:
            entries.append(Paragraph(((visible(source.title), "dim"),), 6, 6))
    yield from _facts.section("Sources", entries)
    for finding in report.findings[:1]:
        yield Paragraph(((f"What a rule means: dealfacts explain {finding.rule}", "dim"),))
