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

# Scale words that may open a number, as in "a billion".
OPENING_SCALES = ("thousand", "million", "billion", "trillion", "lakh", "crore", "hundred")
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


def places(low: str, words: frozenset[str]) -> list[int]:
    """Where a number in words may open, ascending.

    "14.2 billion": a scale word behind digits belongs to them.
    """
    opening = openers()
    found: list[int] = []
    for word in {opening[word] for word in words.intersection(opening)}:
        cue = " " + word
        at = low.find(cue)
        while at >= 0:
            past = at + len(cue)
            if not low[past : past + 1].isalpha() and not (at and low[at - 1].isdigit()):
                found.append(at + 1)
            at = low.find(cue, past)
    found.sort()
    return found
