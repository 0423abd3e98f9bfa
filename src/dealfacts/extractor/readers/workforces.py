"""Numbers of staff behind a noun for all of them: "a workforce of 1,700", "headcount fell to 900".

A noun and what links it with its number come from two lists, so that each noun goes with each link.
It refuses a number that counts something else ("staff of 40 lorries" has its own unit) and shares.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers import hedges
from dealfacts.extractor.readers.numbers import cased, parse
from dealfacts.lexicon.figures import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from dealfacts.extractor.readers.survey import Survey

# "about |1,700", and no share, span of time or sum behind it
NUMBER = re.compile(
    r"""[ ](?P<cue>(?:[a-z]+[ ]){0,3})
        (?P<number>[0-9]{1,3}(?:[ ][0-9]{3})+|[0-9][0-9,.]*[0-9]|[0-9])
        (?![0-9%]|[ ]?(?:%|per|pc|million|billion|euros|dollars|times|years?|months?|hours?)\b)""",
    re.VERBOSE,
)
# "a team of 40 |lawyers": the word behind says what is counted, and it is no verb
OTHERS = re.compile(r"[ ](?!works|across|was|is|has|plus|makes)[a-z-]{2,16}s\b")
# "the headcount |at Acme| has risen", at most so many characters
WHERE = r"(?:[ ](?:at|of|in|across)[ ][^0-9.,:;()$€£¥₹%]{2,40}?)?"
# "rose |by 4 percent to", "rose |from 1,200 to"
BY = (
    r"(?:[ ](?:by[ ])?(?:[a-z]+|[0-9.]{1,4}[ ]?(?:%|percent|per[ ]cent)))?"
    r"(?:[ ]from[ ][0-9][0-9,]{0,8})?"
)


class Workforce(NamedTuple):
    """A number of people who work, at text[start:end], with its granule and unit."""

    start: int
    end: int
    value: Decimal
    granule: Decimal
    unit: str


@cache
def _link() -> re.Pattern[str]:
    """What may stand between a noun and its number: "of", "stood at", "has since risen to"."""
    words = units().links
    still, moved = ("|".join(sorted(words[key], key=len, reverse=True)) for key in ("is", "moved"))
    had = r"(?:[ ](?:has|have|had|will|would))?(?:[ ](?:now|since|already|then|currently|been))?"
    return re.compile(rf"{WHERE}{had}[ ](?:{still}|(?:{moved}){BY}[ ]to)(?=[ ])")


@cache
def _nouns() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """First word of a noun, in three cases -> the nouns with their units."""
    found: dict[str, list[tuple[str, str]]] = {}
    for unit, nouns in units().nouns.items():
        for noun in sorted(nouns):
            for form in cased(noun.partition(" ")[0]):
                found.setdefault(form, []).append((noun, unit))
    return {form: tuple(nouns) for form, nouns in found.items()}


def workforces(survey: Survey) -> Iterator[Workforce]:
    """Every number of staff behind its noun, ascending for each noun."""
    text, low, nouns = survey.text, survey.low, _nouns()
    present = {pair for word in survey.words.intersection(nouns) for pair in nouns[word]}
    for noun, unit in sorted(present):
        at = low.find(noun + " ")
        while at >= 0:
            link = None if low[at - 1].isalpha() else _link().match(low, at + len(noun))
            match = None if link is None else NUMBER.match(low, link.end())
            number = None if match is None else parse(match["number"])
            if match is not None and unit == "people" and OTHERS.match(low, match.end()):
                number = None
            if match is not None and number is not None and number[1] >= 1:
                start, end = match.start("number") - 1, match.end("number") - 1
                if not match["cue"] or hedges.around(text, start, end).text:
                    yield Workforce(start, end, *number, unit)
            at = low.find(noun + " ", at + 1)
