"""Where lines end: greedy wrapping between words by terminal cells, on offsets into the text."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"\S+")
WIDE = frozenset("WF")


def cells(text: str) -> int:
    """How many terminal cells `text` takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in WIDE)
        for each in text
    )


def lines(text: str, room: int) -> list[tuple[int, int]]:
    """Half-open ranges of `text`, each of at most `room` cells, without the blanks between them.

    A word wider than `room` is cut. Blanks inside a line stay as they are.
    """
    if cells(text) <= room:
        return [(0, len(text))]
    found: list[tuple[int, int]] = []
    start = end = -1
    for word in WORD.finditer(text):
        at = word.start()
        if start >= 0 and cells(text[start : word.end()]) <= room:
            end = word.end()
            continue
        if start >= 0:
            found.append((start, end))
        start, end = at, word.end()
        while (cut := _fitting(text, start, end, room)) < end:
            found.append((start, cut))
            start = cut
    return [*found, (start, end)] if start >= 0 else found


def _fitting(text: str, start: int, end: int, room: int) -> int:
    """The end of the longest piece from `start` that fits; at least one character."""
    taken = 0
    for at in range(start, end):
        taken += cells(text[at])
        if taken > room:
            return max(at, start + 1)
    return end
