"""Words in quotation marks whose speaker the text names.

Leaves alone: scare quotes, names and defined terms in quotation marks, headings, and quotations of
nobody or of an unnamed source.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.model.values import Quote
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("quote",)
NEEDS = frozenset[str]()

SCORE = 80
# What is shorter is a scare quote, unless it ends like a sentence.
FEWEST_WORDS, FEWEST_ENDED = 4, 3
ENDED = (",", ".", "!", "?")
# A term of a contract stands in brackets: (the "Company" or the "Offeror and its group")
BRACKET = 12


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every quotation that begins in this sentence and has a speaker."""
    text = context.scene.article.text
    sentence = context.scene.sentence
    quotations = context.story.reading.quotations
    first = bisect_left(quotations, (sentence.start, 0))
    for number in range(first, len(quotations)):
        start, end = quotations[number]
        if start >= sentence.end:
            return
        fewest = FEWEST_ENDED if text[end - 1] in ENDED else FEWEST_WORDS
        if len(text[start:end].split()) < fewest or _is_term(text, start):
            continue
        who = context.story.speakers[number]
        if who is None:
            continue
        yield Draft(
            attribute="quote",
            subject=who,
            start=start,
            end=end,
            value=Quote(speaker=who, text=text[start:end]),
            score=SCORE,
            reasons=(f"said by {who}",),
            modality=Modality.REPORTED,
            speaker=who,
            is_exclusive=False,
        )


def _is_term(text: str, start: int) -> bool:
    """Whether a quotation is a name given in brackets."""
    before = text[max(start - BRACKET, 0) : start - 1]
    return "(" in before and ")" not in before
