"""From a report to the views of its page: every choice is made here, none in a template."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Severity, Status
from dealfacts.reports import _wording
from dealfacts.reports._html.articles import about
from dealfacts.reports._html.deal import Maker
from dealfacts.reports._html.views import Choice, Page, Rest, SourceView
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.model.report import Report
    from dealfacts.reports._chapters import Chapter
    from dealfacts.reports._html.views import DealView
    from dealfacts.reports._index import Index

LINKED = ("http://", "https://")


def page(report: Report, told: Sequence[Chapter], index: Index) -> Page:
    """The page of `report`; the data block has its findings in the order of its chapters."""
    maker = Maker.of(report, index)
    count = len(report.findings)
    differ = _wording.counted(count, "difference") if count else "No difference"
    noun = "new article" if report.new else "article"
    where = _wording.counted(len(report.new) or report.summary.sources, noun)
    return Page(
        title=f"{differ} in {where}",
        lede=_lede(report),
        tally=_tally(report),
        attributes=tuple(
            Choice(name, _wording.attribute(name))
            for name in sorted(
                {fact.attribute for fact in report.facts}
                | {each.attribute for each in report.findings},
                key=_wording.attribute,
            )
        ),
        sources=tuple(_sources(report, index)),
        origins=tuple(_origins(report, maker)),
        deals=tuple(_deals(told, maker)),
        rest=tuple(_rest(report, maker)),
        problems=tuple(
            (f"{visible(each.path)}:{each.line}", f"{each.message} [{each.rule}]")
            for each in report.problems
        ),
        unread=tuple(
            index.label(source.id)
            for source in report.sources
            if source.id not in index.options.texts
        ),
    )


def _lede(report: Report) -> str:
    told = report.summary
    claims, deals = _wording.counted(told.claims, "claim"), _wording.counted(told.deals, "deal")
    origins = _wording.counted(told.origins, "independent origin")
    where = f"{_wording.counted(told.sources, 'article')} of {origins}"
    return f"{claims} about {deals}, from {_wording.articles(report) if report.new else where}."


def _tally(report: Report) -> tuple[tuple[str, str, int], ...]:
    """The counts of the head: the value of the filter, its name, and how many there are."""
    loud = Counter(finding.severity for finding in report.findings)
    calm = Counter(fact.status for fact in report.facts)
    counts = (
        ("error", "Error", loud[Severity.ERROR]),
        ("warning", "Warning", loud[Severity.WARNING]),
        ("note", "Note", loud[Severity.NOTE]),
        ("agreement", "Agreement", calm[Status.AGREEMENT]),
    )
    named = tuple((key, name if count == 1 else f"{name}s", count) for key, name, count in counts)
    return (*named, ("single_source", "One origin only", calm[Status.SINGLE_SOURCE]))


def _deals(told: Sequence[Chapter], maker: Maker) -> Iterator[DealView]:
    """Chapter by chapter, the findings numbered on."""
    first = 0
    for chapter in told:
        yield maker.deal(chapter, first)
        first += len(chapter.findings)


def _sources(report: Report, index: Index) -> Iterator[SourceView]:
    first: dict[str, str] = {}
    for number, source in enumerate(report.sources):
        yield SourceView(
            number=number,
            label=index.label(source.id),
            title=source.title or "",
            about=about(source),
            url=source.url if source.url and source.url.startswith(LINKED) else None,
            twin=first.get(source.origin),
            is_readable=source.id in index.options.texts,
        )
        first.setdefault(source.origin, index.label(source.id))


def _origins(report: Report, maker: Maker) -> Iterator[Choice]:
    members: dict[str, list[str]] = {}
    for source in report.sources:
        members.setdefault(source.origin, []).append(source.id)
    for origin, sources in members.items():
        yield Choice(str(maker.origin_numbers[origin]), maker.index.labels(sources))


def _rest(report: Report, maker: Maker) -> Iterator[Rest]:
    reasons = dict.fromkeys(each.reason for each in report.not_compared)
    for reason in reasons:
        ids = [each.claim for each in report.not_compared if each.reason == reason]
        yield Rest(
            reason,
            tuple(
                (
                    f"{_wording.attribute(claim.attribute)}: {_wording.printed(claim)}",
                    maker.chip(claim),
                )
                for claim in maker.index.known(ids)
            ),
        )
