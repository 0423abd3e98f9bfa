"""One look at a text, shared by all readers: its words, its folded form, its numbers.

Each part is made when a reader first asks for it. A survey says which words a text has, so that
readers look only for what is there; it refuses to say what they mean.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.digits import in_digits, numbers_in
from dealfacts.extractor.readers.figures import Figure, tags
from dealfacts.extractor.readers.numbers import folded_text, following
from dealfacts.extractor.readers.wordnumbers import Spoken, spoken
from dealfacts.lexicon.currencies import folded

if TYPE_CHECKING:
    import re

LETTERS = frozenset(string.ascii_letters.encode())
# Every byte of UTF-8 that is no ASCII letter parts two words.
PARTED = bytes(byte if byte in LETTERS else 32 for byte in range(256))


@dataclass(frozen=True)
class Survey:
    """A text and what every reader wants to know of it."""

    text: str

    @cached_property
    def words(self) -> frozenset[str]:
        """All runs of ASCII letters, as printed."""
        parted = self.text.encode("utf-8", "surrogatepass").translate(PARTED)
        return frozenset(parted.decode("ascii").split())

    @cached_property
    def low(self) -> str:
        """The folded text (see numbers.folded_text): offsets are one more than the text's own."""
        return folded_text(self.text)

    @cached_property
    def numbers(self) -> tuple[re.Match[str], ...]:
        """The numbers in digits, each with the word or sign behind it, see digits.DIGITS."""
        return tuple(numbers_in(self.text))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All numbers that some reader may want, ascending, not overlapping."""
        return tuple(_figures(self))


def _figures(survey: Survey) -> list[Figure]:
    text = survey.text
    found = in_digits(text, survey.numbers)
    words = spoken(survey, tags())
    if not words:
        return found
    found += [_worded(text, each) for each in words]
    found.sort(key=itemgetter(0))
    return _apart(found)


def _apart(figures: list[Figure]) -> list[Figure]:
    kept: list[Figure] = []
    end = -1
    for figure in figures:
        if figure.start >= end:
            kept.append(figure)
            end = figure.end
    return kept


def _worded(text: str, words: Spoken) -> Figure:
    word, start, end = following(text, words.end)
    return Figure(
        words.start,
        words.end,
        words.low,
        words.high,
        words.granule,
        words.scale,
        word,
        start,
        end,
        tags().get(folded(word), 0),
        None,
        words.start,
        spoken=True,
        part=words.part,
    )
