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

    A word wider than `room` stands whole on a line of its own, so that a path or an address can be
    copied. Blanks inside a line stay as they are.
    """
    if cells(text) <= room:
        return [(0, len(text))]
    found: list[tuple[int, int]] = []
    start = end = taken = 0
    for word in WORD.finditer(text):
        gap = cells(text[end : word.start()])
        size = cells(word[0])
        if taken and taken + gap + size <= room:
            taken += gap + size
        else:
            if taken:
                found.append((start, end))
            start, taken = word.start(), size
        end = word.end()
    return [*found, (start, end)] if taken else found
