"""Ages of people and companies: "28-year-old", "aged 28", "107 years old", "Jane Doe, 28,".

It refuses plain spans of time ("10 years", "a five-year plan") and numbers after a month or a day.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.cardinals import small
from dealfacts.extractor.readers.numbers import cased
from dealfacts.lexicon.figures import age_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dealfacts.extractor.readers.survey import Survey

YOUNGEST, OLDEST = 14, 104
LONGEST_NUMBER = 3
LONGEST_NAME, LONGEST_WORD = 30, 10
JOINED = "-year-old"
# "28|-year-old", "107| years old", "a 10|-year history"
YEARS = re.compile(r"[ -](?:year|yr)s?[ ](?P<last>[a-z]+)\b")
# The number behind a cue word, and what may follow it.
AGED = re.compile(r"(?P<years>[0-9]{2})(?=[,.;:)]?[ ](?!people|per|%)|[,.;:)]?$|[ ]years?[ ]old)")
# A number between commas or in brackets behind a name.
APPOSED = re.compile(r",[ ](?:now[ ])?(?P<years>[0-9]{2})(?P<close>[,.;])(?![0-9])")
# "Doe is 54.", "Doe turned 54 in May"; "At 54, Jane Doe is"
EQUATED = re.compile(
    r"""[ ](?:is|turned|turns|(?:will|to)[ ](?:be|turn)|has[ ]turned)[ ](?P<years>[0-9]{2})
        (?P<close>\.(?=[ \n]|\Z)|[ ](?:in|on|this|last|next)\b
            |(?<=who[ ]is[ ][0-9]{2})(?:,|[ ]and)\b)""",
    re.VERBOSE,
)
AT_AGE = re.compile(
    r"""\b(?:At[ ](?P<years>[0-9]{2}),[ ](?:[a-z-]{3,14}[ ]){0,3}(?:[A-Z][\w’'.-]{0,24}[ ]){1,4}
        (?:is|wants|plans|hopes|has|says|feels|thinks|intends|still|runs|leads|remains)\b
        |Now[ ](?P<now>[0-9]{2}),[ ][A-Z])""",
    re.VERBOSE,
)
# "Jane Roe and John Doe, 54 and 48,"
PAIRED = re.compile(
    r"[ ]and[ ][A-Z][^,.;:()\n]{2,40},[ ](?P<one>[0-9]{2})[ ]and[ ](?P<two>[0-9]{2}),"
)
BRACKETED = re.compile(r"[ ]\((?P<years>[0-9]{2})(?P<close>\))")


class Age(NamedTuple):
    """An age at text[start:end], in years."""

    start: int
    end: int
    value: Decimal


def ages(survey: Survey) -> Iterator[Age]:
    """All ages."""
    words = survey.words
    if not words.isdisjoint(_years()):
        yield from _in_years(survey.low)
        yield from _spelled(survey.text)
    cues = _cues()
    for cue in sorted({cue for word in words.intersection(cues) for cue in cues[word]}):
        yield from _behind(survey.low, cue)
    text = survey.text
    for match in AT_AGE.finditer(text):
        group = "now" if match["now"] else "years"
        yield Age(match.start(group), match.end(group), Decimal(match[group]))
    for match in PAIRED.finditer(text):
        for group in ("one", "two"):
            if YOUNGEST <= int(match[group]) <= OLDEST:
                yield Age(match.start(group), match.end(group), Decimal(match[group]))
    for pattern in (APPOSED, BRACKETED, EQUATED):
        for match in pattern.finditer(text):
            if _is_age(text, match):
                yield Age(match.start("years"), match.end("years"), Decimal(match["years"]))


@cache
def _years() -> frozenset[str]:
    return frozenset(form for word in ("year", "years", "yr", "yrs") for form in cased(word))


@cache
def _cues() -> Mapping[str, tuple[str, ...]]:
    """First word of a cue before an age, in three cases -> its cues with a blank at both ends."""
    found: dict[str, list[str]] = {}
    for cue in age_words().before:
        for form in cased(cue.partition(" ")[0]):
            found.setdefault(form, []).append(f" {cue} ")
    return {form: tuple(some) for form, some in found.items()}


def _in_years(low: str) -> Iterator[Age]:
    """As in "28-year-old", "107 years old"; `low` is folded, offsets are the text's own."""
    for stem in (" year", "-yr"):
        at = low.find(stem)
        while at >= 0:
            opening = at
            while opening and at - opening < LONGEST_NUMBER and low[opening - 1].isdecimal():
                opening -= 1
            if opening < at and low[opening - 1 : opening] not in (".", ","):
                match = YEARS.match(low, at)
                if match is not None and match["last"] in age_words().spans:
                    end = match.end() - 1 if match["last"] == "old" else match.start("last") - 2
                    yield Age(opening - 1, end, Decimal(low[opening:at]))
            at = low.find(stem, at + 1)


def _spelled(text: str) -> Iterator[Age]:
    """As in "the two-year-old firm"; one word only, and no "one-year-old"."""
    at = text.find(JOINED)
    while at >= 0:
        start = at
        while start and at - start < LONGEST_WORD and text[start - 1].isalpha():
            start -= 1
        value = small().get(text[start:at].lower(), 0)
        if value > 1:
            yield Age(start, at + len(JOINED), Decimal(value))
        at = text.find(JOINED, at + 1)


def _behind(low: str, cue: str) -> Iterator[Age]:
    """As in "aged 28", "who turned 30"."""
    at = low.find(cue)
    while at >= 0:
        match = AGED.match(low, at + len(cue))
        if match is not None and YOUNGEST <= int(match["years"]) <= OLDEST:
            yield Age(match.start("years") - 1, match.end("years") - 1, Decimal(match["years"]))
        at = low.find(cue, at + 1)


def _is_age(text: str, match: re.Match[str]) -> bool:
    """Whether a number between commas stands behind a person: "Doe, 28,"."""
    if not YOUNGEST <= int(match["years"]) <= OLDEST:
        return False
    start = match.start()
    opening = start
    while (
        opening
        and start - opening < LONGEST_NAME
        and (text[opening - 1].isalpha() or text[opening - 1] in "'’-")
    ):
        opening -= 1
    word = text[opening:start]
    if match.re is EQUATED and word == "who":
        return True
    if not word and text[start - 1] == "," and match.re is EQUATED:
        return True  # "Jane Roe, a father of two, is 54": whose age it is the words before tell
    if len(word) < 2 or word.lower() in age_words().never:  # noqa: PLR2004  an initial is no name
        return False
    brackets = text[match.start() + 1] == "("
    if brackets != (match["close"] == ")"):
        return False
    if match["close"] == "," and not brackets:
        return not text[match.end() : match.end() + 6].strip().isdigit()
    return word[0].isupper()
