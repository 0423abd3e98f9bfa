"""Words in quotation marks whose speaker the text names.

Leaves alone: scare quotes, names and defined terms in quotation marks, headings, and quotations of
nobody or of an unnamed source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.lexicon.speech import speech
from dealfacts.model.values import Quote
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("quote",)
NEEDS = frozenset[str]()

SCORE = 80
# What is shorter is a scare quote, unless it ends like a sentence or judges something.
FEWEST_WORDS, FEWEST_ENDED = 4, 3
ENDED = (",", ".", "!", "?")
# How far before a short quotation the verb that makes it a judgement stands.
LEAD = 90
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
        is_short = len(text[start:end].split()) < fewest
        if (is_short and not _judges(text, sentence.start, start)) or _is_term(text, start):
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


@cache
def _judging() -> re.Pattern[str]:
    """What stands before a short quotation that is a judgement and no name.

    "called the bid a |“cynical attempt”", "says he is |‘truly sorry’".
    """
    known = speech()
    judge, of, clause = (
        "|".join(sorted(each)) for each in (known.judge, known.judge_of, known.judge_by_clause)
    )
    thing = r"""(?:it|this|that|them|him|her|us
        |(?:(?:the|its|their|a|an)\ [^\W\d_]|[A-Z])[\w’' -]{0,40})"""
    return re.compile(
        rf"""\b(?:(?:{judge})\ (?:{thing}(?:\ as)?|as)
            |(?:{of})\ (?:of|about|to)
            |(?:{clause})(?:\ \w+)?(?:\ that)?\ (?:he|she|they|{thing})
             \ (?:is|was|are|were|feels|felt|would\ be))
            \ (?:as\ )?(?:an?\ |the\ |so\ |very\ )?[“"'‘]\Z""",
        re.VERBOSE,
    )


def _judges(text: str, opening: int, start: int) -> bool:
    """Whether a short quotation says what its speaker thinks of something."""
    lead = text[max(opening, start - LEAD) : start]
    return text[start].islower() and _judging().search(lead) is not None


def _is_term(text: str, start: int) -> bool:
    """Whether a quotation is a name given in brackets."""
    before = text[max(start - BRACKET, 0) : start - 1]
    return "(" in before and ")" not in before
