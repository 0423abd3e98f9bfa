"""The quiet part of a page: what articles agree on, what one says alone, checks and timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.values import Count, Money, Multiple, Percent
from dealfacts.model.vocabulary import Status
from dealfacts.reports import _wording
from dealfacts.reports._paint import BLANK, Paragraph
from dealfacts.reports._steps import course
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Accepted, Camp, Check, Conversion, Event, Fact
    from dealfacts.reports._index import Index

INDENT, HANG = 2, 6
STAGE = "deal_status"
FITS, MISSES = ("fits", "green"), ("does not fit  ", "bold yellow")


def section(heading: str, entries: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """A heading with its entries; nothing at all without entries."""
    if entries:
        yield Paragraph(((heading, "bold"),))
        yield from entries
        yield BLANK


def agreements(facts: Sequence[Fact], index: Index) -> Iterator[Paragraph]:
    """What two or more origins say alike, with how many articles stand behind it."""
    chosen = [fact for fact in facts if fact.status is Status.AGREEMENT]
    entries = [_agreement(fact, index) for fact in chosen]
    yield from section(f"Where the articles agree ({len(entries)})", entries)


def _agreement(fact: Fact, index: Index) -> Paragraph:
    title, value = _title_and_value(fact, index)
    camp = fact.camps[0]
    attached = index.known(each.claim for each in fact.also_compatible)
    sources = dict.fromkeys((*camp.sources, *(claim.source for claim in attached)))
    backing = _wording.backing(len(sources), index.origins(sources))
    told = f"  {backing}: {index.labels(sources)}"
    variants = _variants((*index.known(camp.claims), *attached), value, index)
    spans = [(f"{title}: ", ""), (value, "bold"), (told, "")]
    # Stages follow each other; nobody who told of talks disputes that there is a deal now.
    also = "others tell of another stage:" if fact.attribute == STAGE else "also as"
    spans += [(f"; {also} {variants}", "")] if variants else []
    spans += [(f"; {visible(note)}", "dim") for note in fact.notes]
    return Paragraph(tuple(spans), INDENT, HANG)


def _variants(claims: Sequence[Claim], value: str, index: Index) -> str:
    """Other ways in which the value is put, and by whom.

    Left out are those inside `value`, and the same figure in another spelling ("$2.4bn").
    """
    other: dict[str, list[str]] = {}
    first = {_wording.variant(claim).casefold() for claim in claims[:1]}
    figures = {_figure(claim) for claim in claims[:1]} - {None}
    for claim in claims:
        if _figure(claim) not in figures:
            other.setdefault(_wording.variant(claim), []).append(claim.source)
    shown = {"", *first}
    return ", ".join(
        f"{said} ({index.labels(sources)})"
        for said, sources in other.items()
        if said.casefold() not in shown and said.casefold() not in value.casefold()
    )


def _figure(claim: Claim) -> tuple[str, ...] | None:
    """What makes two figures the same however they are written; None for what is no figure."""
    match claim.value:
        case Money(currency=unit, low=low, high=high) | Count(unit=unit, low=low, high=high):
            return unit, str(low.normalize()), str(high.normalize()), claim.hedge.value
        case Percent(low=low, high=high) | Multiple(low=low, high=high):
            return "", str(low.normalize()), str(high.normalize()), claim.hedge.value
        case _:
            return None


def alone(facts: Sequence[Fact], index: Index) -> Iterator[Paragraph]:
    """What only one origin says; the copies of one text are one."""
    entries = [
        Paragraph(
            ((f"{title}: ", ""), (value, "bold"), (f"  {_who(fact.camps[0], index)}", "")),
            INDENT,
            HANG,
        )
        for fact in facts
        if fact.status is Status.SINGLE_SOURCE
        for title, value in [_title_and_value(fact, index)]
    ]
    yield from section(f"Said by one origin only ({len(entries)})", entries)


def _who(camp: Camp, index: Index) -> str:
    """The articles behind a camp; several that are copies of one another say so."""
    told = index.labels(camp.sources)
    copies = len(camp.sources)
    return told if copies == 1 else f"{_wording.backing(copies, camp.origins)}: {told}"


def _title_and_value(fact: Fact, index: Index) -> tuple[str, str]:
    camp = fact.camps[0]
    title = _wording.title(fact, index.deal(fact.deal))
    return title, _wording.value(fact, camp, index.known(camp.claims))


def checks(found: Sequence[Check], index: Index) -> Iterator[Paragraph]:
    """Arithmetic across claims: does it hold, and who gave the figures."""
    entries = [
        Paragraph(
            ((visible(check.message), ""), (f"  [{check.check}; {_givers(check, index)}]", "dim")),
            INDENT,
            INDENT + len(MISSES[0]),
            lead=FITS if check.holds else MISSES,
        )
        for check in sorted(found, key=lambda check: not check.holds)
    ]
    yield from section(f"Arithmetic ({len(entries)})", entries)


def conversions(found: Sequence[Conversion], index: Index) -> Iterator[Paragraph]:
    """Sums in a second currency, with the rate that each implies; those that stand out first."""
    entries = [
        Paragraph(
            ((visible(each.message), ""), (f"  {_converters(each, index)}", "dim")),
            INDENT,
            INDENT + len(MISSES[0]),
            lead=FITS if each.fits else MISSES,
        )
        for each in sorted(found, key=lambda each: each.fits)
    ]
    yield from section(f"Conversions ({len(entries)})", entries)


def _converters(each: Conversion, index: Index) -> str:
    return index.labels(claim.source for claim in index.known((each.claim,)))


def _givers(check: Check, index: Index) -> str:
    return index.labels(claim.source for claim in index.known(check.inputs))


def timeline(events: Sequence[Event], index: Index) -> Iterator[Paragraph]:
    """The dated steps of a deal, in order."""
    entries = [
        Paragraph(
            ((f"{step.day}  ", "bold"), (f"{step.told}  {index.label(step.claim.source)}", "")),
            INDENT,
            HANG,
        )
        for step in course(events, index)
    ]
    yield from section("Timeline", entries)


def decided(found: Sequence[Accepted]) -> Iterator[Paragraph]:
    """Findings that somebody has decided on, each with the decision."""
    entries = [
        Paragraph(
            (
                (f"{visible(each.finding.message)}  ", ""),
                (f"[{visible(each.finding.rule)}, {visible(each.record)}]  ", "dim"),
                (_wording.decision(each), "bold"),
            ),
            INDENT,
            HANG,
        )
        for each in found
    ]
    yield from section(f"Decided before ({len(entries)})", entries)
