"""The findings of a page: each side with who says it, its words in their sentence, and the why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.model.values import Person, Seat
from dealfacts.model.vocabulary import Severity
from dealfacts.reports import _wording
from dealfacts.reports._excerpt import excerpt
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


@dataclass(frozen=True, slots=True)
class Side:
    """One answer: its value, every claim that gives it, best first, and how many origins."""

    value: str
    claims: tuple[Claim, ...]
    origins: int


def differences(findings: Iterable[Finding], index: Index) -> Iterator[Paragraph]:
    """A block for each finding, worst first."""
    for finding in sorted(findings, key=lambda each: -each.severity.rank):
        yield from _block(finding, index)


def _block(finding: Finding, index: Index) -> Iterator[Paragraph]:
    fact = _disputed(finding, index)
    head = visible(finding.message)
    if fact:
        head = _wording.title(fact.attribute, fact.subject, fact.period, index.deal(finding.deal))
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
    """The fact whose camps are the sides of `finding`; a lone article's sides are its own words."""
    fact = index.facts.get(finding.fact or "")
    if fact is None or len(fact.camps) < 2:  # noqa: PLR2004  one camp is no dispute
        return None
    said_by = {claim.source for claim in index.known(finding.claims)}
    return fact if len(said_by) > 1 else None


def _camps(fact: Fact, index: Index) -> tuple[Side, ...]:
    return tuple(
        Side(_wording.value(camp.value, fact.subject), index.known(camp.claims), camp.origins)
        for camp in fact.camps
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
    marks = sum(map(len, MARKS)) + 2
    room = (index.options.width - indent) * LONGEST - marks
    shown = excerpt(claim, index.options.texts, room)
    yield Paragraph(
        (("“", ""), (shown.before, ""), (shown.value, MARKED), (shown.after, ""), ("”", "")),
        indent=indent,
        hang=indent,
    )
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
            fits = [visible(fact.camps[at].value) for at in attached.camps]
            every = "each of them" if len(fits) == len(fact.camps) else " and ".join(fits)
            told = f"{_wording.printed(claim)} ({index.label(claim.source)}) fits {every}"
            yield Paragraph((("also   ", "dim"), (told, "")), indent=INDENT, hang=INDENT + 7)


def _why(finding: Finding) -> Iterator[Paragraph]:
    told = [("why", reason) for reason in finding.reasons]
    cause = _wording.CAUSES.get(finding.cause) if finding.cause else None
    if cause:
        told.append(("cause", cause))
    said = ""
    for label, text in told:
        shown = "" if label == said else label
        said = label
        yield Paragraph(((f"{shown:7}", "dim"), (visible(text), "")), INDENT, INDENT + 7)
