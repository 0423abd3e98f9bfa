"""Lines and paragraphs: which line breaks are part of a paragraph and which end one.

A page saved from the web has one paragraph a line; wire copy is wrapped at a fixed width. Both
occur without blank lines, so the decision rests on how the lines of an article end and begin.
Refuses to judge what a paragraph says.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dealfacts.lexicon.abbreviations import abbreviations

# White space and marks of no width; a line of these alone is blank.
BLANK = (
    " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u200e\u200f"
    "\u2060\ufeff"
)
# Such as "• point", "- point", "* point", "12. point", "3) point", "1.) point"
BULLET = re.compile(r"(?:[•‣⁃●▪◦·▸►✓✔➤■□*–—-]\s|[•‣⁃●▪◦▸►✓✔➤■□]|\d{1,2}[.)]{1,2}\s)")
BULLET_STARTS = frozenset("•‣⁃●▪◦·▸►✓✔➤■□*–—-0123456789")
STOPS = frozenset(".!?…:")
CLOSERS = "\"'”’»)]"
# Wire copy is wrapped at 60 to 80 columns, mail at up to 100.
WIDEST_WRAP = 120
NARROWEST_WRAP = 40
# Of the breaks of wrapped prose about half fall before a small letter, of a page's hardly one.
WRAPPED_SHARE = 0.2
SLACK = 3
# A long address may stick out of wrapped text; paragraphs of one line each do so by the dozen.
LONGER = 0.1


class Line(NamedTuple):
    """A line that is not blank: its range without white space, and its indent in characters.

    `after_gap` tells whether a blank line or the start of the text stands before it.
    """

    start: int
    end: int
    indent: int
    after_gap: bool


class Paragraph(NamedTuple):
    """Lines that belong together: the range, the number of lines, and the gaps around it."""

    start: int
    end: int
    lines: int
    gap_before: bool
    gap_after: bool
    bullet: bool


def lines(text: str, begin: int = 0) -> list[Line]:
    """The lines of `text[begin:]` that are not blank."""
    found: list[Line] = []
    at = begin
    gap = True
    body = text[begin:] if begin else text
    for raw in body.split("\n" if "\n" in body else "\r"):
        kept = raw.strip(BLANK)
        if kept:
            indent = 0 if raw[0] == kept[0] else len(raw) - len(raw.lstrip(BLANK))
            start = at + indent
            found.append(Line(start, start + len(kept), indent, gap))
        gap = not kept
        at += len(raw) + 1
    return found


def is_bullet(text: str, start: int) -> bool:
    """Whether a list marker opens the line at `start`."""
    return text[start] in BULLET_STARTS and BULLET.match(text, start) is not None


def paragraphs(text: str, begin: int = 0) -> list[Paragraph]:
    """The paragraphs of `text[begin:]`, in order; every line that is not blank is in one."""
    read = lines(text, begin)
    if not read:
        return []
    found: list[Paragraph] = []
    joins = _joins(text, read)
    first = 0
    count = len(read)
    for index in range(1, count + 1):
        if index < count and joins[index]:
            continue
        start = read[first].start
        found.append(
            Paragraph(
                start,
                read[index - 1].end,
                index - first,
                read[first].after_gap,
                index == count or read[index].after_gap,
                is_bullet(text, start),
            )
        )
        first = index
    return found


def _joins(text: str, read: list[Line]) -> list[bool]:
    """For every line, whether it continues the paragraph of the line before it."""
    joins = [False] * len(read)
    breaks = [i for i in range(1, len(read)) if not read[i].after_gap]
    if not breaks:
        return joins
    candidates = [i for i in breaks if not is_bullet(text, read[i].start)]
    running = [i for i in candidates if _runs_on(text, read[i - 1], read[i])]
    if not running:
        return joins
    width = _width([read[i - 1] for i in running])
    wrapped = (
        NARROWEST_WRAP <= width <= WIDEST_WRAP
        and len(running) >= WRAPPED_SHARE * len(breaks)
        and sum(line.end - line.start > width + SLACK for line in read) <= LONGER * len(read)
    )
    opened = {i for i in candidates if _opens(text, read[i - 1], read[i])}
    for i in candidates if wrapped else running:
        before, line = read[i - 1], read[i]
        if i in opened:
            continue
        forced = _forced(text, before, line, width)
        if wrapped:
            joins[i] = forced or _runs_on(text, before, line) or _breaks_off(text, before)
            if opened and not joins[i]:  # a first line is short where its dateline was cut off
                is_short = before.end - before.start <= width / 2
                joins[i] = not _stops(text, before) and not (is_short and before is read[0])
        else:
            is_wide = NARROWEST_WRAP <= before.end - before.start <= WIDEST_WRAP
            joins[i] = (forced and is_wide) or _breaks_off(text, before)
    return joins


def _width(wrapped: list[Line]) -> int:
    """The width at which lines were wrapped: nine tenths of them are not longer."""
    lengths = sorted(line.indent + line.end - line.start for line in wrapped)
    return lengths[(len(lengths) * 9) // 10] if len(lengths) > 9 else lengths[-1]  # noqa: PLR2004


def _opens(text: str, before: Line, line: Line) -> bool:
    """Whether an indent opens a paragraph, where no blank line does."""
    return (
        line.indent > before.indent and not is_bullet(text, before.start) and not _small(text, line)
    )


def _stops(text: str, line: Line) -> bool:
    """Whether a line ends in a full stop or the like, closing quotes apart."""
    return text[line.start : line.end].rstrip(CLOSERS)[-1:] in STOPS


def _small(text: str, line: Line) -> bool:
    return text[line.start].islower()


def _runs_on(text: str, before: Line, line: Line) -> bool:
    """Whether a line ends without a stop and the next one opens with a small letter."""
    if not text[line.start].islower():
        return False
    return not _stops(text, before)


def _breaks_off(text: str, line: Line) -> bool:
    """Whether a line ends in a comma or a small word that no heading ends in: "… sold its"."""
    if text[line.end - 1] == ",":
        return True
    word = text[max(line.start, line.end - 12) : line.end].rsplit(None, 1)[-1]
    return word.islower() and word in abbreviations().starters


def _forced(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether the first word of the next line had no room left on the line before it."""
    word = text[line.start : min(line.end, line.start + WIDEST_WRAP)].split(None, 1)[0]
    return before.indent + before.end - before.start + 1 + len(word) > width - SLACK
