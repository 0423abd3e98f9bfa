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
    from collections.abc import Iterator

    from dealfacts.model.report import Finding, Report
    from dealfacts.reports._html.views import DealView
    from dealfacts.reports._index import Index

OUTSIDE = "Outside these deals"
NO_DEAL = "No deal recognised"
LINKED = ("http://", "https://")


def page(report: Report, findings: tuple[Finding, ...], index: Index) -> Page:
    """The page of `report`; `findings` are its findings in the order of the data block."""
    maker = Maker.of(report, findings, index)
    deals = tuple(_deals(report, maker))
    told = report.summary
    differ = _wording.counted(len(findings), "difference") if findings else "No difference"
    noun = "new article" if report.new else "article"
    where = _wording.counted(len(report.new) or told.sources, noun)
    return Page(
        title=f"{differ} in {where}",
        lede=_lede(report),
        tally=_tally(report),
        attributes=tuple(
            Choice(name, _wording.attribute(name))
            for name in sorted(
                {fact.attribute for fact in report.facts} | {each.attribute for each in findings},
                key=_wording.attribute,
            )
        ),
        sources=tuple(_sources(report, index)),
        origins=tuple(_origins(report, maker)),
        deals=deals,
        rest=tuple(_rest(report, maker)),
        problems=tuple(
            (f"{visible(each.path)}:{each.line}", f"{each.message} [{each.rule}]")
            for each in report.problems
        ),
        decided=tuple(
            (each.finding.message, each.finding.rule, _wording.decision(each))
            for each in report.accepted
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


def _deals(report: Report, maker: Maker) -> Iterator[DealView]:
    """Deals with the worst findings first, then what is about none of them."""
    worst: dict[str | None, int] = {}
    for finding in report.findings:
        deal = maker.index.filed(finding.deal)
        worst[deal] = max(worst.get(deal, -1), finding.severity.rank)
    for each in sorted(report.deals, key=lambda d: (-worst.get(d.id, -1), -len(d.sources))):
        yield maker.deal(each.id, each.label, each.sources)
    outside = maker.deal(None, OUTSIDE if report.deals else NO_DEAL, ())
    if outside.differences or outside.rows or outside.sums or outside.steps:
        yield outside


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
