"""The findings of a page: each side with who says it, its words in their sentence, and the why."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Severity
from dealfacts.reports import _wording
from dealfacts.reports._advice import advice
from dealfacts.reports._excerpt import excerpt
from dealfacts.reports._paint import BLANK, MARKED, MARKS, Paragraph
from dealfacts.reports._sides import disputed, fitting_told, heading, sides
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Fact, Finding
    from dealfacts.reports._index import Index
    from dealfacts.reports._sides import Side

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
# Lines that a sentence may take.
LONGEST = 3
# Reasons that are read; more pairs of sides tell nothing new.
MOST_REASONS = 5
INDENT = 4
HANG = 10
# What wrapping between words may leave empty of a line.
SLACK = 3
# Quoted words stand behind a bar: they bring quotation marks of their own.
BAR = ("│ ", "dim")


def differences(findings: Iterable[Finding], index: Index) -> Iterator[Paragraph]:
    """A block for each finding, in the order given."""
    for finding in findings:
        yield from _block(finding, index)


def _block(finding: Finding, index: Index) -> Iterator[Paragraph]:
    fact = disputed(finding, index)
    which = f"{finding.rule} {finding.id}" if index.options.verbose else finding.rule
    yield Paragraph(
        (
            (finding.severity.value.upper(), STYLES[finding.severity]),
            ("  ", ""),
            (heading(finding, index), "bold"),
            (f"  [{which}]", "dim"),
        ),
        indent=2,
        hang=INDENT,
    )
    for side in sides(finding, index):
        yield from _side(side, index)
    if fact:
        yield from _fitting(fact, index)
    yield from _why(finding, index)
    yield BLANK


def _side(side: Side, index: Index) -> Iterator[Paragraph]:
    """Value, backing, and the sentence of the first claim."""
    backing = _wording.backing(len(side.sources), side.origins)
    yield Paragraph(
        ((side.value, "bold"), (f"  {backing}: {index.labels(side.sources)}", "")),
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
    for told in fitting_told(fact, index):
        yield Paragraph(((told, ""),), INDENT, HANG, lead=("also", "dim"))


def _why(finding: Finding, index: Index) -> Iterator[Paragraph]:
    reasons = finding.reasons if index.options.verbose else finding.reasons[:MOST_REASONS]
    left_out = len(finding.reasons) - len(reasons)
    more = (f"{left_out} more pairs of sides differ; -v shows them",) if left_out else ()
    for reason, lead in zip((*reasons, *more), chain(["why"], repeat("and")), strict=False):
        yield Paragraph(((visible(reason), ""),), INDENT, HANG, lead=(lead, "dim"))
    what = advice(finding)
    if what:
        yield Paragraph(((what, ""),), INDENT, HANG, lead=("do", "dim"))
