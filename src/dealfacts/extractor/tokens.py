"""One sentence as a row of tokens in which every figure, date and name is a single token.

The row is what the cue patterns are matched against, so "a valuation of well over $31 billion"
reads as `a valuation of $`. Nothing is decided here about what a token means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Bell's 12 m-long, St. Mary's U.S. -> Bell | 's | 12 | m-long | , | St | . | Mary | 's | U.S.
WORD = re.compile(
    r"""
      [’']s\b                                  # a possessive of its own
    | \d[\d,.]*\d[^\W\d_]{0,3} | \d[^\W\d_]{0,3}   # digits with a short unit
    | (?:[^\W\d_]\.){2,}                       # U.S.
    | [^\W\d_]+(?:[-&.’'](?!s\b)[^\W_]+)*      # words, with inner hyphen, apostrophe, dot
    | \S
    """,
    re.VERBOSE,
)

MONEY, PERCENT, COUNT, DATE = "$", "%", "#", "@"
ORGANISATION, PERSON, TITLE = "ORG", "PER", "TITLE"

# A gap of a pattern does not reach across these.
BARRIERS = frozenset(';:—–|•()[]“”"')


@dataclass(frozen=True, slots=True)
class Slot:
    """A range that becomes one token: its sign and its number among the mentions of that sign."""

    start: int
    end: int
    sign: str
    index: int


@dataclass(frozen=True, slots=True)
class Row:
    """Tokens of a sentence: the folded words (or signs), their offsets, and the mention behind.

    `index[i]` is the number of the mention for a sign token, -1 for a word.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    index: tuple[int, ...]

    def place(self, sign: str, number: int) -> int:
        """Where the mention `number` of kind `sign` stands in the row; -1 where it does not."""
        for place, (word, index) in enumerate(zip(self.words, self.index, strict=True)):
            if index == number and word == sign:
                return place
        return -1

    def at(self, offset: int) -> int:
        """The first token that ends behind `offset`."""
        for place, end in enumerate(self.ends):
            if end > offset:
                return place
        return len(self.ends)


def row(text: str, start: int, end: int, slots: Sequence[Slot]) -> Row:
    """The tokens of `text[start:end]`; `slots` are ascending and do not overlap."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    index: list[int] = []

    def plain(left: int, right: int) -> None:
        for hit in WORD.finditer(text, left, right):
            word = hit.group().lower()
            words.append("'s" if word == "’s" else word.replace("’", "'"))
            starts.append(hit.start())
            ends.append(hit.end())
            index.append(-1)

    at = start
    for slot in slots:
        if slot.start < at or slot.end > end:
            continue
        plain(at, slot.start)
        words.append(slot.sign)
        starts.append(slot.start)
        ends.append(slot.end)
        index.append(slot.index)
        at = slot.end
    plain(at, end)
    return Row(tuple(words), tuple(starts), tuple(ends), tuple(index))
