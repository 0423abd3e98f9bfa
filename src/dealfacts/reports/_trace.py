"""The page of one finding: its sides word for word, what they mean, every cause that was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.reports import _wording
from dealfacts.reports._differences import words
from dealfacts.reports._index import index as make_index
from dealfacts.reports._paint import BLANK, Paragraph, paint
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.model.report import Report
    from dealfacts.model.trace import Meeting, Reading, Trace
    from dealfacts.reports import RenderOptions
    from dealfacts.reports._index import Index

INDENT, HANG = 2, 4
DEEP = 4


def trace_page(trace: Trace, report: Report, options: RenderOptions) -> str:
    """The whole way to a finding, as text for a screen of `options.width` cells."""
    index = make_index(report, options)
    page = (
        *_head(trace, index),
        *_sides(trace, index),
        *_meetings(trace),
        *_checks(trace),
        *_origins(trace, report, index),
        Paragraph(((f"What the rule means: dealfacts explain {trace.finding.rule}", ""),)),
    )
    return paint(page, width=options.width, colour=options.colour).rstrip("\n") + "\n"


def _head(trace: Trace, index: Index) -> Iterator[Paragraph]:
    finding = trace.finding
    told = f"{finding.rule} ({finding.severity.value})  {finding.id}"
    yield Paragraph(((told, "bold"),))
    yield Paragraph(((visible(finding.message), ""),))
    yield BLANK
    about = [("deal", index.deal(finding.deal)), ("fact", finding.fact)]
    about += [("relation", finding.relation and finding.relation.value.replace("_", " "))]
    about += [("cause", finding.cause and finding.cause.value.replace("_", " "))]
    for name, value in about:
        if value:
            yield _entry(name, visible(value))
    for reason in finding.reasons:
        yield _entry("why", visible(reason))
    yield BLANK


def _sides(trace: Trace, index: Index) -> Iterator[Paragraph]:
    """Claim by claim, camp by camp; the claims of a finding without camps stand in one list."""
    readings = {reading.claim.id: reading for reading in trace.readings}
    camps = trace.fact.camps if trace.fact else ()
    for at, camp in enumerate(camps, start=1):
        backing = _wording.backing(len(camp.sources), camp.origins)
        yield Paragraph(((f"Camp {at}: {visible(camp.value)}", "bold"), (f"  {backing}", "")))
        yield from _claims([readings.pop(c) for c in camp.claims if c in readings], index)
    attached = trace.fact.also_compatible if trace.fact else ()
    for each in attached:
        if each.claim in readings:
            fits = " and ".join(str(at + 1) for at in each.camps)
            yield Paragraph(((f"Fits camps {fits}", "bold"),))
            yield from _claims([readings.pop(each.claim)], index)
    if readings:
        yield Paragraph((("Other claims" if camps else "Claims", "bold"),))
        yield from _claims(list(readings.values()), index)


def _claims(readings: Sequence[Reading], index: Index) -> Iterator[Paragraph]:
    for reading in readings:
        yield from words(reading.claim, index)
        meant = reading.typical
        if meant and reading.strict != meant:
            meant = f"{meant}, at the widest {reading.strict}"
        if meant:
            yield _entry("means", meant, DEEP)
        told = "; ".join(map(visible, reading.claim.reasons))
        sure = f"{reading.claim.id}, confidence {reading.claim.confidence:g}"
        yield _entry("read", f"{sure}{': ' if told else ''}{told}", DEEP)
    yield BLANK


def _meetings(trace: Trace) -> Iterator[Paragraph]:
    for meeting in trace.meetings:
        yield from _meeting(meeting, trace)


def _meeting(meeting: Meeting, trace: Trace) -> Iterator[Paragraph]:
    camps = trace.fact.camps if trace.fact else ()
    one, other = (visible(camps[at].value) for at in (meeting.one, meeting.other))
    yield Paragraph(((f"{one} against {other}: {meeting.relation}", "bold"),))
    yield Paragraph(((visible(meeting.why), ""),), INDENT, INDENT)
    for test in meeting.tests:
        verdict = f"yes: {visible(test.verdict)}" if test.verdict else "no"
        yield Paragraph(((f"{test.asks}  ", "dim"), (verdict, "")), INDENT, HANG, lead=("· ", ""))
    yield BLANK


def _checks(trace: Trace) -> Iterator[Paragraph]:
    if trace.checks:
        yield Paragraph((("Arithmetic with these claims", "bold"),))
        for check in trace.checks:
            holds = "fits" if check.holds else "does not fit"
            told = f"{check.check}  {holds}  {visible(check.message)}"
            yield Paragraph(((told, ""),), INDENT, HANG)
        yield BLANK


def _origins(trace: Trace, report: Report, index: Index) -> Iterator[Paragraph]:
    """Which of the sources go back to one text."""
    said = {reading.claim.source for reading in trace.readings}
    by_origin: dict[str, list[str]] = {}
    for source in report.sources:
        if source.id in said:
            by_origin.setdefault(source.origin, []).append(source.id)
    if by_origin:
        yield Paragraph((("Origins", "bold"),))
        for origin, sources in by_origin.items():
            several = "  (copies of one text)" if len(sources) > 1 else ""
            yield _entry(origin, f"{index.labels(sources)}{several}")
        yield BLANK


def _entry(name: str, value: str, indent: int = INDENT) -> Paragraph:
    return Paragraph(((value, ""),), indent, indent + 10, lead=(name, "dim"))
