"""Numbers of staff that are told without the word: "7,200 at Acme", "3,600 of them".

Refuses a number before which, in its sentence, nobody was said to work.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.numbers import parse
from dealfacts.extractor.readers.strengths import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.readers.survey import Survey

# What says that people are counted who work; a text without any is not looked at.
WORDS = ("employees", "staff", "people work", "employ", "workforce", "workers", "headcount")
FORMS = frozenset(
    {"employees", "staff", "work", "employ", "employs", "workforce", "workers", "headcount"}
)
# "3,100 at Kestrel", "around 43,000 of them", ", over 4,000,"; a digit comes first, and what stands
# before it is looked at then: the search skips to the digits.
LEFT_OUT = re.compile(
    r"""(?P<number>[0-9](?<![\w.,$€£¥₹-][0-9])(?:[0-9]{0,2}(?:,[0-9]{3})+|[0-9]{2,5}))
        (?:[ ]of[ ](?:them|whom|those)\b | [ ]at[ ](?:the[ ])?(?=[A-Z])
         | (?=,[ ](?:become|will)\b))""",
    re.VERBOSE,
)
# "all 900 Acme employees": the company stands between the number and its word
NAMED = re.compile(
    r"""\b(?:[Aa]ll|[Tt]he|[Ii]ts|[Ss]ome|[Aa]bout|[Nn]early|[Oo]ver|[Mm]ore[ ]than)[ ]
        (?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{2,5})[ ](?:[A-Z][\w&’'.-]{0,24}[ ]){1,3}
        (?:employees|staff|workers|staffers)\b""",
    re.VERBOSE,
)
# How far before the number the word stands, in characters.
REACH = 160


def staff_left_out(survey: Survey) -> Iterator[Strength]:
    """Every number of people at work whose word stands earlier in the sentence, ascending."""
    if survey.words.isdisjoint(FORMS):
        return
    text, low = survey.text, survey.low
    for match in NAMED.finditer(text):
        number = parse(match["number"])
        if number is not None:
            yield Strength(match.start("number"), match.end("number"), number[0], number[1])
    for match in LEFT_OUT.finditer(text):
        start = match.start("number")
        first = max(start - REACH, text.rfind("\n", 0, start) + 1)
        first = max(first, text.rfind(". ", first, start))
        number = parse(match["number"])
        # `low` opens with a space of its own
        if number is not None and any(word in low[first : start + 1] for word in WORDS):
            yield Strength(start, match.end("number"), number[0], number[1])
