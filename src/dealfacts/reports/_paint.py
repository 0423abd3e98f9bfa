"""Paragraphs to lines: indents, wraps, and either marks or colours. The only importer of rich.

Without colour rich is not needed, and not loaded: a piped page should start fast.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.reports._wrap import cells, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Piece of text, style ("" is plain).
Span = tuple[str, str]
Line = list[Span]
# Without colour the words of a claim are marked by these.
MARKS = (">>", "<<")
MARKED = "reverse"


class Paragraph(NamedTuple):
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
    page = (line for each in paragraphs for line in _lines(each, width, colour=colour))
    if colour:
        return _coloured(page)
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in page)


def _lines(each: Paragraph, width: int, *, colour: bool) -> Iterator[Line]:
    spans = each.spans if colour else [_marked(span) for span in each.spans]
    text = "".join(piece for piece, _ in spans)
    lead, style = each.lead
    opening: Line = [(" " * each.indent, "")]
    if lead:
        opening.append((lead.ljust(each.hang - each.indent), style))
    room = width - max(sum(cells(piece) for piece, _ in opening), each.hang)
    start = opening
    for begin, end in [(0, len(text))] if each.whole else lines(text, room):
        yield [*start, *_cut(spans, begin, end)]
        start = opening if each.bar else [(" " * each.hang, "")]


def _cut(spans: Sequence[Span], begin: int, end: int) -> Iterator[Span]:
    """The spans of the range [begin, end) of their joined text."""
    at = 0
    for text, style in spans:
        piece = text[max(begin - at, 0) : max(end - at, 0)]
        if piece:
            yield piece, style
        at += len(text)


def _marked(span: Span) -> Span:
    text, style = span
    return (f"{MARKS[0]}{text}{MARKS[1]}", "") if style == MARKED else (text, "")


def _coloured(page: Iterable[Line]) -> str:
    from rich.console import Console  # noqa: PLC0415  only a screen needs it
    from rich.text import Text  # noqa: PLC0415  likewise

    console = Console(
        file=StringIO(),
        color_system="standard",
        force_terminal=True,
        no_color=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    whole = Text("\n").join(Text.assemble(*_right_stripped(line)) for line in page)
    with console.capture() as captured:
        console.print(whole, soft_wrap=True)
    return captured.get()


def _right_stripped(line: Line) -> Line:
    """The line without blanks at its end, whatever span they are in."""
    kept = list(line)
    while kept and not kept[-1][0].strip():
        kept.pop()
    return [*kept[:-1], *((text.rstrip(), style) for text, style in kept[-1:])]
