"""Paragraphs to lines: wraps at a width and paints styles. The only importer of rich."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Piece of text, style ("" is plain).
Span = tuple[str, str]
# Without colour the words of a claim are marked by these.
MARKS = (">>", "<<")
MARKED = "reverse"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Spans that flow together: the first line indented by `indent` cells, the rest by `hang`.

    `lead` stands before the first line, with `bar` before every line, and reaches to `hang`.
    With `whole` the line is never broken, so that a path can be copied.
    """

    spans: tuple[Span, ...]
    indent: int = 0
    hang: int = 0
    lead: Span = ("", "")
    bar: bool = False
    whole: bool = False


BLANK = Paragraph(())


def paint(paragraphs: Iterable[Paragraph], *, width: int, colour: bool) -> str:
    """The paragraphs as text, ending in a line break; no line has blanks at its end."""
    console = Console(
        file=StringIO(),
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    page = Text("\n").join(
        line for each in paragraphs for line in _lines(each, console, width, colour=colour)
    )
    if not colour:
        return page.plain + "\n"
    with console.capture() as captured:
        console.print(page, soft_wrap=True)
    return captured.get()


def _lines(each: Paragraph, console: Console, width: int, *, colour: bool) -> Iterator[Text]:
    spans = each.spans if colour else tuple(_marked(span) for span in each.spans)
    lead, style = each.lead
    opening = Text(" " * each.indent)
    opening.append(lead.ljust(each.hang - each.indent) if lead else "", style)
    text = Text.assemble(*spans)
    room = width - max(opening.cell_len, each.hang)
    broken = [text] if each.whole or text.cell_len <= room else text.wrap(console, room)
    start = opening
    for line in broken:
        line.rstrip()
        yield start.copy().append_text(line) if line or lead else line
        start = opening if each.bar else Text(" " * each.hang)


def _marked(span: Span) -> Span:
    text, style = span
    return (f"{MARKS[0]}{text}{MARKS[1]}", "") if style == MARKED else (text, "")
