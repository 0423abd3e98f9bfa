"""Sums that no pattern explains, in a clause that speaks of a company's worth and of nothing else.

"The value that the deal places on it is $5 billion"; "the enterprise value of the hospitals would
be $9 billion". Refuses clauses on stock markets, holdings, goods, other companies or other years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.figure_claims import is_large
from dealfacts.extractor.price_readings import is_explained
from dealfacts.extractor.readings import Reading, by_words
from dealfacts.extractor.tokens import DATE, MONEY
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure

# How far a word for worth stands from its sum, and one for another sum.
WORTH_BEFORE, OTHER_BEFORE, OTHER_BEHIND = 9, 14, 8
# "Worth" alone is said of persons, holdings and what makes a unicorn.
VALUES = frozenset({"value", "values", "valuation", "valuations"})
# What such a sum is read by; every pattern is stronger.
TOLD = by_words("valuation", "a word for worth near $", 60)


def clause_worths(context: Context) -> Iterator[tuple[Figure, Reading]]:
    """The sums of a sentence that its clause makes a worth."""
    if VALUES.isdisjoint(context.vocabulary) or DATE in context.vocabulary:
        return
    if not (context.own_names or not context.names):
        return
    for figure in context.figures:
        if figure.sign != MONEY or not is_large(figure) or is_explained(context, figure):
            continue
        if _is_told(context.words, figure.place):
            yield figure, TOLD._replace(first=figure.place, last=figure.place)


def _is_told(words: tuple[str, ...], place: int) -> bool:
    if VALUES.isdisjoint(words[max(place - WORTH_BEFORE, 0) : place]):
        return False
    around = words[max(place - OTHER_BEFORE, 0) : place + 1 + OTHER_BEHIND]
    return figure_words("other_than_worth").isdisjoint(around)
