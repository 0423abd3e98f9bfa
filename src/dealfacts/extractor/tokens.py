"""One sentence as a row of tokens in which every figure, date and name is a single token.

The row is what the cue patterns are matched against, so "a valuation of well over $31 billion"
reads as `a valuation of $`. Nothing is decided here about what a token means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# Bell's 12 m-long, St. Mary's U.S. -> Bell | 's | 12 | m-long | , | St | . | Mary | 's | U.S.
WORD = re.compile(
    r"""
      [a-z]++(?=[ ,])                          # most words: settled at once
    | [’']s\b                                  # a possessive of its own
    | \d[\d,.]*\d[^\W\d_]{0,3} | \d[^\W\d_]{0,3}   # digits with a short unit
    | (?:[^\W\d_]\.){2,}                       # U.S.
    | [^\W\d_]+(?:[-&.’'](?!s\b)[^\W_]+)*      # words, with inner hyphen, apostrophe, dot
    | \S
    """,
    re.VERBOSE,
)

MONEY, PERCENT, COUNT, DATE = "$", "%", "#", "@"
# A sum once more in another currency, in a bracket of its own.
CONVERSION = "≈"
ORGANISATION, PERSON, TITLE = "ORG", "PER", "TITLE"
NAMES = frozenset({ORGANISATION, PERSON})

# A gap of a pattern does not reach across these.
BARRIERS = frozenset(';:—–|•()[]“”"')


class Slot(NamedTuple):
    """A range that becomes one token: its sign and its number among the mentions of that sign."""

    start: int
    end: int
    sign: str
    number: int


@dataclass(frozen=True)
class Row:
    """Tokens of a sentence: the folded words (or signs), and the mention behind each sign.

    `index[i]` is the number of the mention for a sign token, -1 for a word; `marks` are the places
    of the sign tokens, ascending. `low` is the folded text, with the same offsets as `text`.
    """

    words: tuple[str, ...]
    index: tuple[int, ...]
    marks: tuple[int, ...]
    text: str = field(repr=False)
    low: str = field(repr=False)
    start: int
    end: int
    slots: tuple[Slot, ...] = field(repr=False)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words and signs without their order: most questions are settled by what is absent."""
        return frozenset(self.words)

    @cached_property
    def _answers(self) -> dict[frozenset[str], tuple[int, ...]]:
        """The places that were asked for before: one line may ask once for each of its figures."""
        return {}

    def places(self, wanted: frozenset[str]) -> tuple[int, ...]:
        """Where one of the `wanted` words stands, ascending."""
        if wanted.isdisjoint(self.vocabulary):
            return ()
        found = self._answers.get(wanted)
        if found is None:
            found = tuple([at for at, word in enumerate(self.words) if word in wanted])
            self._answers[wanted] = found
        return found

    # Offsets are found when first asked for: few sentences come to a claim about their words.
    @cached_property
    def _ranges(self) -> tuple[tuple[int, int], ...]:
        found: list[tuple[int, int]] = []
        find, slots = self.low.find, iter(self.slots)
        end = self.start
        for word, number in zip(self.words, self.index, strict=True):
            if number < 0:  # only blanks stand between a word and the token before it
                start = find(word, end)
                end = start + len(word)
            else:
                start, end, _, _ = next(slots)
            found.append((start, end))
        return tuple(found)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each token begins in the article."""
        return tuple([start for start, _ in self._ranges])

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where each token ends in the article."""
        return tuple([end for _, end in self._ranges])

    def at(self, offset: int) -> int:
        """The first token that ends behind `offset`."""
        return bisect_right(self.ends, offset)


def folded(text: str) -> str:
    """A text as rows take their words from it: in lower case, with plain apostrophes.

    Every offset stays: the few letters that are two in lower case (İ) keep their case.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join([few if len(few := each.lower()) == 1 else each for each in text])
    return low.replace("’", "'")


def row(text: str, start: int, end: int, slots: Sequence[Slot], low: str | None = None) -> Row:
    """The tokens of `text[start:end]`; `slots` are ascending, `low` is the folded text if known.

    A slot that begins inside another one or leaves the range is passed over.
    """
    if low is None:
        low = folded(text)
    words: list[str] = []
    marks: list[int] = []
    kept: list[Slot] = []
    at = start
    for slot in slots:
        if slot.start < at or slot.end > end:
            continue
        if slot.start > at:
            words += WORD.findall(low, at, slot.start)
        marks.append(len(words))
        words.append(slot.sign)
        kept.append(slot)
        at = slot.end
    words += WORD.findall(low, at, end)
    index = [-1] * len(words)
    for place, slot in zip(marks, kept, strict=True):
        index[place] = slot.number
    return Row(tuple(words), tuple(index), tuple(marks), text, low, start, end, tuple(kept))
