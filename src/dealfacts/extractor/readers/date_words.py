"""Finds where a date may stand, and cuts that place into tokens.

One cheap scan looks for anchors (years, months, weekdays, units of time); around each the run of
date words is taken, to the left and to the right. Refuses to judge whether the run is a date.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon.dates import DateWord, date_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST_LEFT = 8  # words before an anchor: "the end of the first half of last"
LONGEST_RUN = 24  # tokens of one run; a longer one is a table or an attack
LONGEST_WORD = 12
REACH = 80
LETTERS_LEFT = 6  # "Wednes" before "day"

# 2019; 10/11/19; Q3, 3Q, H1; Oct, OCTOBER, october; Wednesday, today; year, months, weekend
ANCHOR = re.compile(
    r"""
    [12][0-9]{3} (?![0-9])
    | [0-9]{1,2} (?: [QH] (?![a-zA-Z]) | (?P<sign>[/.\-]) [0-9]{1,2} (?P=sign) [0-9]{2} (?![0-9]) )
    | [QH][1-4] | FY
    | ['’][0-9]0s
    | J (?: an (?:uary)? | un e? | ul y? | AN (?:UARY)? | UN E? | UL Y? ) (?![a-zA-Z])
    | F (?: ebr? (?:uary)? | EB (?:RUARY)? ) (?![a-zA-Z])
    | Ma (?: r (?:ch)? | y ) (?![a-zA-Z])
    | MA (?: R (?:CH)? | Y ) (?![a-zA-Z])
    | A (?: pr (?:il)? | ug (?:ust)? | PR (?:IL)? | UG (?:UST)? ) (?![a-zA-Z])
    | S (?: ept? (?:ember)? | EPT? (?:EMBER)? ) (?![a-zA-Z])
    | O (?: ct (?:ober)? | CT (?:OBER)? ) (?![a-zA-Z])
    | N (?: ov (?:ember)? | OV (?:EMBER)? ) (?![a-zA-Z])
    | D (?: ec (?:ember)? | EC (?:EMBER)? ) (?![a-zA-Z])
    | (?: january | february | april | june | july | august | september | october | november
        | december ) (?![a-z])
    | (?: [DdSs] (?: ay | pring | ummer | ecades? ) | DAY ) s? (?![a-z])
    | [Yy] ear s? (?![a-z]) | YEAR
    | [Mm] onth s? (?![a-z])
    | [Ww] (?: eek (?:end)? s? | inter ) (?![a-z])
    | [Qq] uarter s? (?![a-z])
    | [Hh] al (?: f | ves ) (?![a-z])
    | [Ff] (?: all | ortnights? ) (?![a-z]) | [Aa] utumn
    | [Tt] o (?: night | morrow ) (?![a-z])
    | [RrLl] (?: ecently | ately ) (?![a-z])
    """,
    re.VERBOSE,
)
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
SIGNS = {"’": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "~": "-"}
GAPS = " \t\n\r\u00a0\u202f\u2009-–‐‑"
# Words that may open a date but are no part of one elsewhere in the run to the left.
LEFT = frozenset(
    "month weekday ordinal number part shift unit the of fiscal financial calendar fy cy latter "
    "recent within in or and to".split()
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


def runs(text: str) -> Iterator[tuple[int, str]]:
    """Every run of date words around an anchor: its offset and its words, left to right."""
    known = date_words()
    left = _left_words()
    done = 0
    for anchor in ANCHOR.finditer(text):
        start = anchor.start()
        if start < done:
            continue
        start = _word_start(text, start, done)
        word = STEP.match(text, start)
        if word is None:
            continue
        letters = word["word"]
        if letters and letters.lower() not in known:
            continue
        end = _right(text, start, known)
        start = _left(text, start, done, left)
        done = end
        yield start, text[start:end]


def _word_start(text: str, start: int, floor: int) -> int:
    """The first letter of the word that an anchor stands in: "Wednesday" for "day"."""
    stop = max(floor, start - LETTERS_LEFT)
    if text[start].isalpha():
        while start > stop and text[start - 1].isalpha():
            start -= 1
    return start


def _right(text: str, start: int, known: Mapping[str, DateWord]) -> int:
    """The end of the last date word of the run that opens at `start`."""
    position = end = start
    for _ in range(LONGEST_RUN):
        step = STEP.match(text, position)
        if step is None:
            break
        kind = step.lastgroup
        if kind == "word" and step["word"].lower() not in known:
            break
        position = step.end()
        if kind != "sign" or text[position - 1] == ")":
            end = position
    return end


def _left(text: str, start: int, floor: int, left: frozenset[str]) -> int:
    """Where the run opens, taking in the date words to the left of the anchor."""
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
