"""Cardinals in words below a thousand, and the fractions that may follow: "two and a half".

A cursor over folded words, and the two readings that move it. It refuses scale words; those and
everything above a thousand are the business of `wordnumbers`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from dealfacts.lexicon.figures import numbers

ONE = Decimal(1)
TENTH = Decimal("0.1")
MOST_WORDS = 9
TEN, HUNDRED = 10, 100
# "and a half", "and three quarters": finer parts are no way to write a sum.
FINEST_PART = 4
TOKEN = re.compile(r"[^\W\d_]+")


class Words:
    """The words behind an anchor, one blank apart, read from left to right."""

    __slots__ = ("at", "ends", "words")

    def __init__(self, low: str, start: int) -> None:
        """Read ahead from low[start]."""
        self.words: list[str] = []
        self.ends: list[int] = []
        self.at = 0
        position = start
        for _ in range(MOST_WORDS):
            match = TOKEN.match(low, position)
            if match is None:
                break
            self.words.append(match[0])
            self.ends.append(match.end())
            position = match.end()
            if low[position : position + 1] != " ":
                break
            position += 1

    def peek(self, ahead: int = 0) -> str:
        """The word at the cursor, "" at the end."""
        at = self.at + ahead
        return self.words[at] if at < len(self.words) else ""

    @property
    def end(self) -> int:
        """Where the last word read ends."""
        return self.ends[self.at - 1]


@cache
def small() -> dict[str, int]:
    """Words from zero to ninety."""
    return {**numbers().units, **numbers().tens}


def below_thousand(words: Words) -> tuple[Decimal | None, Decimal]:
    """Reads "two", "forty five", "three hundred and six"; (None, 1) where there is no number."""
    total: int | None = None
    lexicon = numbers()
    granule = ONE
    while True:
        word = words.peek()
        if word in lexicon.tens and (total is None or total % HUNDRED == 0):
            total = (total or 0) + lexicon.tens[word]
        elif word in lexicon.units and (
            total is None
            or total % HUNDRED == 0
            or (total % TEN == 0 and lexicon.units[word] < TEN)
        ):
            if total is not None and (lexicon.units[word] == 0 or total == 0):
                break
            total = (total or 0) + lexicon.units[word]
        elif word == "hundred" and (total is None or total < HUNDRED):
            total = (total or 1) * HUNDRED
            granule = Decimal(100)
            words.at += 1
            if words.peek() == "and" and words.peek(1) in small():
                words.at += 1
                granule = ONE
            continue
        else:
            break
        words.at += 1
        granule = ONE
        if (total % TEN or total % HUNDRED == TEN) and words.peek() != "hundred":
            break
    return (None, ONE) if total is None else (Decimal(total), granule)


def fraction(words: Words) -> tuple[Decimal, Decimal | None]:
    """As in "and a half", "and three quarters", "point five"; (0, None) where there is none."""
    lexicon = numbers()
    if words.peek() == "point":
        digits = ""
        ahead = 1
        while (digit := lexicon.units.get(words.peek(ahead), TEN)) < TEN:
            digits += str(digit)
            ahead += 1
        if digits:
            words.at += ahead
            granule = ONE.scaleb(-len(digits))
            return int(digits) * granule, granule
    if words.peek() == "and":
        count = 1 if words.peek(1) == "a" else lexicon.units.get(words.peek(1), 0)
        parts = lexicon.parts.get(words.peek(2), 0)
        if 0 < count < parts <= FINEST_PART:
            words.at += 3
            return Decimal(count) / parts, TENTH
    return Decimal(0), None
