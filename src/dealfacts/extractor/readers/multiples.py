"""Factors: "doubling", "three times its sales", "tenfold", "2.5x".

It refuses frequencies ("three times a week"), idioms ("doubled down") and names ("Triple Crown").
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.numbers import cased, following
from dealfacts.extractor.readers.openers import uncrowded
from dealfacts.lexicon.figures import multiples

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dealfacts.extractor.readers.figures import Figure
    from dealfacts.extractor.readers.survey import Survey

NEXT_WORD = re.compile(r"[ -]([a-z]+)")
FOLD = "fold"
LONGEST_WORD = 14


class Factor(NamedTuple):
    """A factor word at text[start:end]."""

    start: int
    end: int
    value: Decimal


def multiple(text: str, figure: Figure) -> int | None:
    """Where the factor of `figure` ends ("2.5x", "three times"); None where it is no factor."""
    word = figure.word.lower()
    if word == "x":
        glued = figure.word_start == figure.end
        after = text[figure.word_end : figure.word_end + 1]
        return figure.word_end if glued and not after.isalnum() and not figure.scaled else None
    if word == "fold":
        return figure.word_end
    if word != "times":
        return None
    following_word, _, end = following(text, figure.word_end)
    if following_word.lower() not in multiples().times["words"]:
        return None
    second, _, _ = following(text, end)
    if f"{following_word} {second}".lower() in multiples().frequency["words"]:
        return None
    return figure.word_end


@cache
def _openers() -> Mapping[str, str]:
    """Every word that may be a factor, in three cases -> the stem by which it is found."""
    lexicon = multiples()
    found: dict[str, str] = {}
    for word in (*lexicon.verbs, *lexicon.plain, FOLD):
        stem = FOLD if word.endswith(FOLD) else f" {word}"
        for form in cased(FOLD if word.endswith(f"-{FOLD}") else word):
            found[form] = stem
    return found


def word_multiples(survey: Survey) -> Iterator[Factor]:
    """All of "doubling", "tripled", "twice the"."""
    opening = _openers()
    for stem in sorted({opening[word] for word in survey.words.intersection(opening)}):
        low = survey.low
        places: list[int] = []
        at = low.find(stem)
        while at >= 0:
            places.append(at)
            at = low.find(stem, at + len(stem))
        for at in uncrowded(places):
            start = _opening(low, at) if stem == FOLD else at + 1
            factor = _word(low, start) if start > 0 else None
            if factor is not None:
                yield factor


def _opening(low: str, at: int) -> int:
    """Where the word that "fold" at `at` ends begins: "ten|fold", "ten |fold"."""
    opening = at - (low[at - 1] == " ")
    lowest = max(0, opening - LONGEST_WORD)
    while opening > lowest and low[opening - 1].isalpha():
        opening -= 1
    return opening


def _word(low: str, start: int) -> Factor | None:
    lexicon = multiples()
    end = start
    while end < len(low) and end - start < LONGEST_WORD and low[end].isalpha():
        end += 1
    word = low[start:end]
    value = lexicon.verbs.get(word)
    match = NEXT_WORD.match(low, end)
    after = match[1] if match else ""
    if value is not None:
        if after in lexicon.idioms["words"]:
            return None
        return Factor(start - 1, end - 1, Decimal(value))
    if after == FOLD and f"{word}-fold" in lexicon.verbs:
        return Factor(start - 1, end - 1 + 5, Decimal(lexicon.verbs[f"{word}-fold"]))
    value = lexicon.plain.get(word)
    if value is None or after not in lexicon.objects["words"]:
        return None
    return Factor(start - 1, end - 1, Decimal(value))
