"""Finds where a date may stand, and cuts that place into tokens.

One cheap scan looks for anchors (years, months, weekdays, units of time); around each the run of
date words is taken, to the left and to the right. Refuses to judge whether the run is a date.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.numbers import cased
from dealfacts.extractor.readers.openers import uncrowded
from dealfacts.lexicon.dates import DateWord, date_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dealfacts.extractor.readers.survey import Survey

LONGEST_LEFT = 8  # words before an anchor: "the end of the first half of last"
LONGEST_RUN = 40  # tokens of one run; a longer one is a table or an attack, and is passed over
LONGEST_WORD = 12
REACH = 80
SHORT_REACH = 24
DIGITS_LEFT = 8  # of a number that only ends like a year
YEAR = len("2024")
DATED = frozenset("QH/-")  # behind a short number that is part of a date: "3Q24", "10/11/23"
FURTHER = len("/11/23.")

# 2024, 3Q, 1H24, 10/11/23, 10.11.2023
DIGITS = re.compile(
    r"""
    [0-9] (?: (?<=[12]) [0-9]{3} (?![0-9]) | [QH]
      | (?P<sign>[/.\-]) [0-9]{1,2} (?P=sign) [0-9]{2} )
    """,
    re.VERBOSE,
)
# Words on which a date may be built; other months in small letters than "may", "fall" and the like
# are read only beside a year or a unit, which are found already.
BUILDING = frozenset({"unit", "season", "vague", "relative"})
QUARTERS = "1234"
# One step of a run: spaces or one line break, then a number, a word or a sign.
STEP = re.compile(
    r"""
    [ \t\u00a0\u202f\u2009]{0,3} (?: \r?\n [ \t]{0,8} )?
    (?: (?P<digits> [0-9]{1,4} (?![0-9]) )
      | (?P<word> [A-Za-z]{1,12} (?![A-Za-z]) )
      | (?P<sign> [,.'’/()~‐‑–—\-] )
    )
    """,
    re.VERBOSE,
)
WORD, SIGN = 2, 3  # groups of a step
SIGNS = {"’": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "~": "-"}
GAPS = " \t\n\r\u00a0\u202f\u2009-–‐‑"
LINKS = frozenset({"in", "of", "to", "from", "and", "or"})
# Words that may open a date but are no part of one elsewhere in the run to the left.
LEFT = frozenset(
    {"month", "weekday", "season", "ordinal", "number", "part", "shift", "unit", "the", "of"}
    | {"fiscal", "financial", "calendar", "fy", "cy", "latter", "recent", "within", "in"}
    | {"or", "and", "to", "from", "between", "through", "until", "till"}
)


class Token(NamedTuple):
    """One token of a run; `value` is the number or what the word stands for."""

    kind: str
    value: int
    name: str
    start: int
    end: int
    glued: bool


END = Token("", 0, "", 0, 0, glued=False)


@cache
def _left_words() -> frozenset[str]:
    """The words that a run may take in on its left side."""
    return frozenset(word for word, meaning in date_words().items() if meaning.kind in LEFT)


@cache
def _anchor_words() -> frozenset[str]:
    """The words of BUILDING, months with a capital, whole weekdays, and the letters of codes."""
    found = {"FY", "Q", "H", "may", "DAY", "DAYS"}
    for word, meaning in date_words().items():
        small, capitalised, capitals = cased(word)
        if meaning.kind == "month":
            found.update((capitalised, capitals))
        elif meaning.kind in BUILDING:
            found.update((small, capitalised))
        elif word.endswith("day"):
            found.update((small, capitalised, capitals))
    return frozenset(found) - set(cased("fall"))


def runs(survey: Survey) -> Iterator[tuple[int, str]]:
    """Every run of date words around an anchor: its offset and its words, left to right."""
    text = survey.text
    known = date_words()
    left = _left_words()
    done = 0
    for anchor in _anchors(survey):
        if anchor < done:
            continue
        end, whole = _right(text, anchor, known)
        if end == anchor:
            continue
        if whole:
            start = _left(text, anchor, done, left)
            yield start, text[start:end]
        done = end


def _anchors(survey: Survey) -> list[int]:
    """Where the words and numbers begin that a date may be built on, ascending.

    Anchors on end are a table or an attack; the rest of a crowd is passed over.
    """
    text = survey.text
    found: list[int] = []
    for number in survey.numbers:
        start, end = number.span(1)
        if end - start >= YEAR or text[end : end + 1] in DATED:
            found += [_opening(text, at) for at in _in_number(text, start, end)]
    for word in survey.words & _anchor_words():
        size = len(word)
        coded = size == 1  # Q3, H1
        at = text.find(word)
        while at >= 0:
            past = at + size
            behind = text[past : past + 1]
            whole = behind in QUARTERS if coded else not behind.isalpha()
            if whole and not (at and text[at - 1].isalpha()):
                found.append(at)
            at = text.find(word, past)
    at = text.find("0s", 2)
    while at >= 0:
        if text[at - 2] in "'’":  # '90s
            found.append(at - 2)
        at = text.find("0s", at + 2)
    found.sort()
    return uncrowded(found)


def _in_number(text: str, start: int, end: int) -> Iterator[int]:
    """Where a year, a code or a date in digits begins inside the number text[start:end]."""
    for match in DIGITS.finditer(text, start, end + FURTHER):
        if match.start() >= end:
            break
        yield match.start()


def _opening(text: str, start: int) -> int:
    """The first digit of the number that an anchor stands in."""
    stop = max(0, start - DIGITS_LEFT)
    while start > stop and text[start - 1].isdigit():
        start -= 1
    return start


def _right(text: str, start: int, known: Mapping[str, DateWord]) -> tuple[int, bool]:
    """The end of the last date word of the run that opens at `start`; False if it is too long."""
    position = end = start
    count = 0
    step = STEP.match
    while found := step(text, position):
        kind = found.lastindex
        if kind == WORD and found[WORD].lower() not in known:
            break
        position = found.end()
        count += 1
        if kind != SIGN or text[position - 1] == ")":
            end = position
    return end, count <= LONGEST_RUN


def _left(text: str, start: int, floor: int, left: frozenset[str]) -> int:
    """Where the run opens, taking in the date words to the left of the anchor."""
    # The common case first: "said on Monday", "founded in 2016".
    if start and text[start - 1] == " ":
        words = text[max(floor, start - SHORT_REACH) : start].lower().rsplit(None, 2)
        if words and words[-1] in LINKS:
            words.pop()
        if not words or (words[-1].isalpha() and words[-1] not in left):
            return start
    stop = max(floor, start - REACH)
    position = start
    for _ in range(LONGEST_LEFT):
        end = position
        while end > stop and text[end - 1] in GAPS:
            end -= 1
        begin = end
        if begin > stop and text[begin - 1] in ".,/'’":  # "Oct. 2023", "10/11/2023", "FY'22"
            begin -= 1
        lead = begin
        while lead > stop and end - lead <= LONGEST_WORD and text[lead - 1].isalnum():
            lead -= 1
        word = text[lead:begin].lower()
        if not word or not (word in left or _is_day(word)):
            break
        if begin < end and text[begin] in "/,'’" and word not in left and text[begin] != "/":
            break  # "in 10, 2019" is no date
        position = lead
    return position


def _is_day(word: str) -> bool:
    """10, 10th, 1st, q3, 3q, fy22."""
    return len(word) <= len("fy22") and word[0] in "0123456789qhf" and any(map(str.isdigit, word))


def tokens(run: str) -> tuple[Token, ...]:
    """A run cut into tokens, with empty ones behind so that the grammar may look ahead."""
    known = date_words()
    found: list[Token] = []
    position = 0
    while step := STEP.match(run, position):
        kind = step.lastgroup or ""
        start, position = step.span(kind)
        glued = start == step.start()
        written = step[kind]
        if kind == "digits":
            found.append(Token("digits", int(written), written, start, position, glued))
        elif kind == "sign":
            sign = SIGNS.get(written, written)
            found.append(Token(sign, 0, written, start, position, glued))
        else:
            meaning = known.get(written.lower()) or DateWord("?")
            name = meaning.name or written.lower()
            found.append(Token(meaning.kind, meaning.value, name, start, position, glued))
    return (*found, *[END] * 8)
