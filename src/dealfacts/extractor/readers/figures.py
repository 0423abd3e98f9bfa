"""A number of a text as all figure readers see it: where it stands and what surrounds it.

It refuses to say what a number means; money, percent and counts do that.
"""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003  a NamedTuple is built at run time
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.numbers import ONE
from dealfacts.lexicon.currencies import Unit, folded, spellings
from dealfacts.lexicon.figures import scales, shares, unit_words, units

if TYPE_CHECKING:
    from collections.abc import Iterable

SCALE, PERCENT, CURRENCY, UNIT, FACTOR, RATIO = 1, 2, 4, 8, 16, 32


class Figure(NamedTuple):
    """A number at text[start:end], its scale word included; `word` is what stands behind it.

    `low` < `high` only for vague words. `tags` says what `word` may be. `unit` and `opening` are
    the currency written before the number and where that begins.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    granule: Decimal
    scale: Decimal
    word: str
    word_start: int
    word_end: int
    tags: int
    unit: Unit | None
    opening: int
    spoken: bool = False
    part: bool = False

    @property
    def scaled(self) -> bool:
        """Whether the number carries a scale word."""
        return self.scale != ONE


@cache
def tags() -> dict[str, int]:
    """Folded word behind a number -> what it may be."""
    found: dict[str, int] = {}

    def mark(words: Iterable[str], tag: int) -> None:
        for word in words:
            first = folded(word).split(" ")[0]
            if first:
                found[first] = found.get(first, 0) | tag

    scale = scales()
    mark((*scale.words, *scale.letters, *scale.first), SCALE)
    share = shares()
    mark((*share.units, *share.points, *share.basis, "p"), PERCENT)  # "26 p.c." begins with a "p"
    mark(spellings().first, CURRENCY)
    mark(("u", "h", "n", "l"), CURRENCY)  # "U.S. dollars", "H.K. dollars": the scan sees one letter
    mark((*unit_words(), *units().adjectives["words"]), UNIT)
    mark(("in", "out"), RATIO)
    mark(("year", "years", "yr", "times", "x", "fold"), FACTOR)
    return found
