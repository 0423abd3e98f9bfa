"""The findings of a page: each side with who says it, its words in their sentence, and the why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Person, Seat
from dealfacts.model.vocabulary import Severity
from dealfacts.reports import _wording
from dealfacts.reports._excerpt import excerpt
from dealfacts.reports._index import ranked
from dealfacts.reports._paint import BLANK, MARKED, MARKS, Paragraph
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Fact, Finding
    from dealfacts.reports._index import Index

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
# Lines that a sentence may take.
LONGEST = 3
INDENT = 4
HANG = 10
# What wrapping between words may leave empty of a line.
SLACK = 3
ARITHMETIC = "CHK"
# Quoted words stand behind a bar: they bring quotation marks of their own.
BAR = ("│ ", "dim")


class Side(NamedTuple):
    """One answer: its value, every claim that gives it, best first, and how many origins."""

    value: str
    claims: tuple[Claim, ...]
    origins: int


def differences(findings: Iterable[Finding], index: Index) -> Iterator[Paragraph]:
    """A block for each finding, worst first."""
    for finding in ranked(findings):
        yield from _block(finding, index)


def _block(finding: Finding, index: Index) -> Iterator[Paragraph]:
    fact = _disputed(finding, index)
    head = visible(finding.message)
    if fact:
        head = _wording.title(fact, index.deal(finding.deal))
    yield Paragraph(
        (
            (finding.severity.value.upper(), STYLES[finding.severity]),
            ("  ", ""),
            (head, "bold"),
            (f"  [{finding.rule}]", "dim"),
        ),
        indent=2,
        hang=INDENT,
    )
    for side in _camps(fact, index) if fact else _values(finding, index):
        yield from _side(side, index)
    if fact:
        yield from _fitting(fact, index)
    yield from _why(finding)
    yield BLANK


def _disputed(finding: Finding, index: Index) -> Fact | None:
    """The fact whose camps are the sides of `finding`.

    None where they are not: arithmetic weighs figures of several facts, and a lone article's sides
    are its own words.
    """
    fact = index.facts.get(finding.fact or "")
    if fact is None or len(fact.camps) < 2 or finding.rule.startswith(ARITHMETIC):  # noqa: PLR2004
        return None
    said_by = {claim.source for claim in index.known(finding.claims)}
    return fact if len(said_by) > 1 else None


def _camps(fact: Fact, index: Index) -> tuple[Side, ...]:
    return tuple(
        Side(_wording.value(fact, camp, claims), claims, camp.origins)
        for camp in fact.camps
        for claims in [index.known(camp.claims)]
    )


def _values(finding: Finding, index: Index) -> tuple[Side, ...]:
    """The finding's claims, those that say the same thing together."""
    alike: dict[str, list[Claim]] = {}
    for claim in index.known(finding.claims):
        alike.setdefault(_said(claim), []).append(claim)
    return tuple(
        Side(said, tuple(claims), index.origins(claim.source for claim in claims))
        for said, claims in alike.items()
    )


def _said(claim: Claim) -> str:
    match claim.value:
        case Person(name=str(name)) | Seat(holder=str(name)):
            return visible(name)
        case _:
            return _wording.printed(claim)


def _side(side: Side, index: Index) -> Iterator[Paragraph]:
    """Value, backing, and the sentence of the first claim."""
    sources = tuple(dict.fromkeys(claim.source for claim in side.claims))
    backing = _wording.backing(len(sources), side.origins)
    yield Paragraph(
        ((side.value, "bold"), (f"  {backing}: {index.labels(sources)}", "")),
        indent=INDENT,
        hang=INDENT + 2,
    )
    for claim in side.claims[:1]:
        yield from words(claim, index)


def words(claim: Claim, index: Index) -> Iterator[Paragraph]:
    """A claim's sentence with its words marked, and where that stands."""
    indent = INDENT + 2
    width = index.options.width - indent - len(BAR[0])
    room = width * LONGEST - sum(map(len, MARKS)) - LONGEST * SLACK
    shown = excerpt(claim, index.options.texts, room)
    spans = ((shown.before, ""), (shown.value, MARKED), (shown.after, ""))
    yield Paragraph(spans, indent, indent + len(BAR[0]), lead=BAR, bar=True)
    who = f"({', '.join((index.label(claim.source), *_wording.qualifiers(claim)))})"
    place = index.place(claim)
    # The place is never broken, so that it can be copied; what is said of it may be.
    if len(place) + 2 + len(who) <= index.options.width - indent:
        place, who = f"{place}  {who}", ""
    yield Paragraph(((place, "dim"),), indent, indent, whole=True)
    if who:
        yield Paragraph(((who, "dim"),), indent, indent)


def _fitting(fact: Fact, index: Index) -> Iterator[Paragraph]:
    """Claims too loose to take a side, and the sides that they leave room for."""
    for attached in fact.also_compatible:
        for claim in index.known((attached.claim,)):
            told = f"{_wording.printed(claim)} ({index.label(claim.source)}) fits "
            told += _fits(attached.camps, fact)
            yield Paragraph(((told, ""),), INDENT, HANG, lead=("also", "dim"))


def _fits(camps: tuple[int, ...], fact: Fact) -> str:
    if len(camps) == len(fact.camps):
        return "both" if len(camps) == 2 else "each of them"  # noqa: PLR2004  two is both
    return " and ".join(visible(fact.camps[at].value) for at in camps)


def _why(finding: Finding) -> Iterator[Paragraph]:
    lead = "why"
    for reason in finding.reasons:
        yield Paragraph(((visible(reason), ""),), INDENT, HANG, lead=(lead, "dim"))
        lead = "and"
