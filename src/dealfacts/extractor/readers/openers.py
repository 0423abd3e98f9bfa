"""Where a number in words may open: the words that can, and their places in a text.

It refuses to read the number; `wordnumbers` does.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.cardinals import small
from dealfacts.extractor.readers.numbers import cased
from dealfacts.lexicon.figures import numbers, vague

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dealfacts.extractor.readers.survey import Survey

# Scale words that may open a number, as in "a billion".
OPENING_SCALES = ("thousand", "million", "billion", "trillion", "lakh", "crore", "hundred")
# More numbers in a row than this, each this close behind the one before, are not read.
MOST_IN_A_ROW = 256
CROWDED = 16
OPENING_SHORT = ("mln", "bn")


@cache
def openers() -> Mapping[str, str]:
    """Every word that may open a number, in three cases, to its folded form."""
    lexicon = numbers()
    some = [phrase.partition(" ")[0] for phrase in vague().some]
    multi = [f"multi{word}" for word in (*OPENING_SCALES, *OPENING_SHORT)]
    plurals = [f"{word}s" for word in OPENING_SCALES]
    numerals = [word for word, number in small().items() if number]
    whole = (*OPENING_SCALES, *plurals, *OPENING_SHORT, "multi", *multi)
    words = (*numerals, *lexicon.parts, *vague().of, *some, *whole)
    return {form: word for word in words for form in cased(word)}


def places(survey: Survey) -> list[int]:
    """Where a number in words may open, ascending, offsets into the folded text.

    "14.2 billion": a scale word behind digits belongs to them.
    """
    opening = openers()
    found: list[int] = []
    for word in {opening[word] for word in survey.words.intersection(opening)}:
        low = survey.low
        cue = " " + word
        at = low.find(cue)
        while at >= 0:
            past = at + len(cue)
            if not low[past : past + 1].isalpha() and not (at and low[at - 1].isdigit()):
                found.append(at + 1)
            at = low.find(cue, past)
    found.sort()
    return uncrowded(found)


def uncrowded(places: list[int]) -> list[int]:
    """Ascending places without those that crowd: numbers on end are a table or an attack."""
    if len(places) <= MOST_IN_A_ROW:
        return places
    kept: list[int] = []
    row, last = 0, -CROWDED - 1
    for place in places:
        row = row + 1 if place - last <= CROWDED else 0
        if row < MOST_IN_A_ROW:
            kept.append(place)
        last = place
    return kept
