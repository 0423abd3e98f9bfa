"""One finding as a person judges it: its sides next to each other, each in its own sentence."""

from __future__ import annotations

import string
import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING

from dealfacts.reports import _wording
from dealfacts.reports._excerpt import excerpt
from dealfacts.reports._index import index as make_index
from dealfacts.reports._sides import heading, sides
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.model.report import Finding, Report
    from dealfacts.reports import RenderOptions
    from dealfacts.reports._index import Index
    from dealfacts.reports._sides import Side

# Long enough for any sentence of news; the rest of a longer one tells no more.
ROOM = 400
BETWEEN = " | "


def render(finding: Finding, report: Report, options: RenderOptions) -> str:
    """The finding on `options.width` cells; sides are called a, b, c, two to a row."""
    index = make_index(report, options)
    width = options.width
    told = f"{finding.severity.value.upper()}  {heading(finding, index)}  [{finding.rule}]"
    deal = index.deal(finding.deal)
    lines = [
        *(_filled(visible(deal), width) if deal else ()),
        *_filled(told, width),
        *(line for reason in finding.reasons for line in _filled(visible(reason), width, "  ")),
    ]
    column = (width - len(BETWEEN)) // 2
    cells = [
        list(_side(letter, side, index, column))
        for letter, side in zip(string.ascii_lowercase, sides(finding, index), strict=False)
    ]
    for at in range(0, len(cells), 2):
        lines.append("")
        lines.extend(_row(cells[at : at + 2], column))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _row(cells: Sequence[list[str]], column: int) -> Iterator[str]:
    for texts in zip_longest(*cells, fillvalue=""):
        yield BETWEEN.join(text.ljust(column) for text in texts)


def _side(letter: str, side: Side, index: Index, width: int) -> Iterator[str]:
    """The lines of one side: value, backing, and the best claim with its place and sentence."""
    yield from _filled(f"{letter}  {side.value}", width)
    backing = _wording.backing(len(side.sources), side.origins)
    yield from _filled(f"{backing}: {index.labels(side.sources)}", width, "   ")
    for claim in side.claims[:1]:
        yield from _filled(index.place(claim), width, "   ")
        before, value, after = excerpt(claim, index.options.texts, ROOM)
        yield from _filled(f"{before}>>{value}<<{after}", width, "   ")


def _filled(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent) or [""]
