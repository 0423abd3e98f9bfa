"""The report that a person reads: deal by deal, differences first, each with the words behind it.

Readable at 80 columns, without colour and when piped. Refuses to say which side is right.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Severity
from dealfacts.reconciler.rules import BY_ID
from dealfacts.reports import _facts, _wording
from dealfacts.reports._chapters import chapters
from dealfacts.reports._differences import differences
from dealfacts.reports._index import index as make_index
from dealfacts.reports._index import severity
from dealfacts.reports._paint import BLANK, Paragraph, paint
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.model.report import Deal, Report
    from dealfacts.reports import RenderOptions
    from dealfacts.reports._chapters import Chapter
    from dealfacts.reports._index import Index

NAME = "terminal"
DESCRIPTION = "a page to read, with every claim's own words"


def render(report: Report, options: RenderOptions) -> str:
    """The report as text for a screen of `options.width` cells."""
    page = _page(report, make_index(report, options))
    return paint(page, width=options.width, colour=options.colour).rstrip("\n") + "\n"


def _page(report: Report, index: Index) -> Iterator[Paragraph]:
    yield from _header(report)
    told = chapters(report, index)
    yield from _overview(told)
    for chapter in told:
        yield from _title(visible(chapter.title))
        if chapter.deal:
            yield from _backing(chapter.deal, index)
        yield from _deal(chapter, index)
    yield from _not_compared(report, index)
    yield from _problems(report, index)
    yield from _legend(report, index)


def _backing(deal: Deal, index: Index) -> Iterator[Paragraph]:
    counts = _wording.backing(len(deal.sources), index.origins(deal.sources))
    sold = f"; sold by {visible(deal.seller)}" if deal.seller else ""
    yield Paragraph(((f"{counts}: {index.labels(deal.sources)}{sold}", ""),), hang=2)
    yield BLANK


def _overview(told: Sequence[Chapter]) -> Iterator[Paragraph]:
    """Of several deals those that have differences, so that none is overlooked further down."""
    entries = [
        Paragraph(((f"{visible(each.title)}: ", ""), (_wording.loud(each.findings), "bold")), 2, 6)
        for each in told
        if each.findings
    ]
    calm = sum(each.deal is not None and not each.findings for each in told)
    if entries and len(told) > 1:
        rest = f"{_wording.counted(calm, 'deal')} without differences"
        entries += [Paragraph(((rest, ""),), 2, 6)] if calm else []
        yield from _facts.section("At a glance", entries)


def _title(text: str) -> Iterator[Paragraph]:
    yield Paragraph(((text, "bold"),))
    yield Paragraph((("=" * min(len(text), 40), ""),))


def _header(report: Report) -> Iterator[Paragraph]:
    told = report.summary
    backing = _wording.articles(report)
    deals, claims = _wording.counted(told.deals, "deal"), _wording.counted(told.claims, "claim")
    yield Paragraph(((f"{backing}, {deals}, {claims}", "bold"),), hang=2)
    decided = f"{len(report.accepted)} decided before" if report.accepted else ""
    shown = ", ".join(filter(None, (_wording.loud(report.findings), decided))) or "no differences"
    agreed = _wording.counted(told.agreements, "agreement")
    yield Paragraph(((f"{shown}; {agreed}", ""),), hang=2)
    yield BLANK


def _deal(chapter: Chapter, index: Index) -> Iterator[Paragraph]:
    if chapter.findings:
        yield Paragraph(((f"Where the articles differ ({len(chapter.findings)})", "bold"),))
        yield BLANK
        yield from differences(chapter.findings, index)
    elif chapter.deal:
        none = "No difference is open." if chapter.accepted else "No differences found."
        yield Paragraph(((none, ""),))
        yield BLANK
    yield from _facts.decided(chapter.accepted)
    yield from _facts.checks(chapter.checks, index)
    yield from _facts.timeline(chapter.events, index)
    yield from _facts.agreements(chapter.facts, index)
    yield from _facts.alone(chapter.facts, index)
    yield from _facts.conversions(chapter.conversions, index)


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
