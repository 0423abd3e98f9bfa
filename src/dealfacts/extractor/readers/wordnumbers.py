"""Numbers in words: "two and a half million", "half a billion", "tens of billions", "a third".

Works on folded text (lower case, breaks as spaces). It refuses ordinals ("the second half") and
plurals without a currency to follow them; those name no number.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon.figures import numbers, scales, vague

if TYPE_CHECKING:
    from collections.abc import Container

ONE = Decimal(1)
TENTH = Decimal("0.1")
PART_GRANULE = Decimal("0.05")
MOST_WORDS = 9

# Opens every number in words; `spoken` reads on from there.
ANCHOR = re.compile(
    r""" [ ](?<![0-9][ ])(?:one|t(?:wo|hree|en|welve|wenty|hir|rillion)|f(?:our|ive|ift|ort|if|ew)
         |s(?:ix|even|everal|core)|eigh|nine|eleven|hundred|half|quarter|dozen|m(?:illion|ulti|ln)
         |b(?:illion|n[ ])|lakh|crore|couple|thousand)""",
    re.VERBOSE,
)
TOKEN = re.compile(r"[^\W\d_]+")
PAIR = re.compile(r"([a-z]+)(?: ([^\W\d_]+))?")


class Spoken(NamedTuple):
    """A number in words at text[start:end]; `low` < `high` for vague ones, `part` for shares."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    granule: Decimal
    scale: Decimal = ONE
    part: bool = False


class _Words:
    """The words behind an anchor, one blank apart, read from left to right."""

    __slots__ = ("at", "ends", "words")

    def __init__(self, low: str, start: int) -> None:
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


@cache
def continuing() -> frozenset[str]:
    """Words that may carry a number on: "two |hundred", "three |quarters"."""
    lexicon, scale = numbers(), scales()
    return frozenset((*small(), *lexicon.parts, *scale.words, *scale.first, "and", "point", "a"))


def spoken(low: str, wanted: Container[str]) -> list[Spoken]:
    """All numbers in words of a folded text (see numbers.folded_text); offsets of the text itself.

    A plain number is read only before a word of `wanted`.
    """
    found: list[Spoken] = []
    done = 0
    plain, goes_on = small(), continuing()
    for match in ANCHOR.finditer(low):
        start = match.start() + 1
        if start < done:
            continue
        # "14.2 billion": a scale word behind digits belongs to them.
        before = low[match.start() - 1] if match.start() else " "
        if before.isdigit():
            continue
        # "one of them", "two men": most number words end where they began.
        pair = PAIR.match(low, start)
        if pair is not None and pair[1] in plain and pair[2] is not None and pair[2] not in goes_on:
            if pair[2] in wanted:
                value = Decimal(plain[pair[1]])
                found.append(Spoken(start - 1, pair.end(1) - 1, value, value, ONE))
                done = pair.end(1)
            continue
        number = _read(low, start)
        if number is not None:
            begin, end, *rest = number
            found.append(Spoken(begin - 1, end - 1, *rest))
            done = end
    return found


def _read(low: str, start: int) -> Spoken | None:
    words = _Words(low, start)
    first = words.peek()
    if first in numbers().parts:
        return _part(low, words, start, _article(low, start), 1)
    quick = _vague(low, words, start)
    if quick is not None:
        return quick
    if first.removesuffix("s") in scales().words:
        begin = _article(low, start)
        return _scaled_alone(words, start, begin)
    if first.startswith("multi"):
        return _multi(words, start)
    if first == "hundred":
        begin = _article(low, start)
        if begin is None:
            return None
        start = begin
    return _cardinal(low, words, start)


def _article(low: str, start: int) -> int | None:
    """Where "a", "an" or "one" before `start` begins."""
    for word in (" a ", " an ", " one "):
        if low.endswith(word, 0, start):
            return start - len(word) + 1
    return None


def _scaled_alone(words: _Words, start: int, begin: int | None) -> Spoken | None:
    """ "a billion", "billion(-dollar)"; the plural only where a vague amount can follow."""
    word = words.peek()
    scale = scales().words[word.removesuffix("s")]
    words.at = 1
    if word.endswith("s"):
        low, high = vague().plural
        if words.peek() != "of" or begin is not None:
            return None
        return (
            None
            if word in ("lakhs", "crores")
            else Spoken(start, words.end, low * scale, high * scale, scale, scale)
        )
    end = words.end
    return Spoken(begin or start, end, scale, scale, scale, scale)


def _multi(words: _Words, start: int) -> Spoken | None:
    """ "multibillion", "multi-billion"."""
    word = words.peek()
    words.at = 1
    name = word.removeprefix("multi")
    if not name:
        name = words.peek()
        words.at = 2
    scale = scales().words.get(name)
    if scale is None:
        return None
    low, high = vague().multi
    return Spoken(start, words.end, low * scale, high * scale, scale, scale)


def _vague(low: str, words: _Words, start: int) -> Spoken | None:
    """ "tens of billions", "several hundred million"."""
    lexicon = vague()
    first = words.peek()
    bounds = lexicon.of.get(first)
    if bounds is not None and words.peek(1) == "of":
        name = words.peek(2)
        scale = scales().words.get(name) or scales().words.get(name.removesuffix("s"))
        if scale is None and name == "thousands":
            scale = scales().words["thousand"]
        if scale is None or not name.endswith("s"):
            return None
        words.at = 3
        return Spoken(start, words.end, bounds[0] * scale, bounds[1] * scale, scale, scale)
    for length in (2, 1):
        phrase = " ".join(words.words[:length])
        bounds = lexicon.some.get(phrase)
        if bounds is None:
            continue
        words.at = length
        if first == "couple" and words.peek() == "of":
            words.at += 1
        scale = scales().words.get(words.peek())
        if scale is None:
            return None
        words.at += 1
        begin = start
        if first in ("few", "couple"):
            begin = _article(low, start) or start
        return Spoken(begin, words.end, bounds[0] * scale, bounds[1] * scale, scale, scale)
    return None


def _part(low: str, words: _Words, start: int, begin: int | None, count: int) -> Spoken | None:
    """ "half", "a third", "two thirds", "half a billion", "three quarters of a million"."""
    parts = numbers().parts[words.peek()]
    if count >= parts:
        return None
    words.at += 1
    end = words.end
    ahead = 1 if words.peek() == "of" else 0
    if words.peek(ahead) in ("a", "one"):
        name = words.peek(ahead + 1)
        scale = scales().words.get(name)
        if scale is not None:
            words.at += ahead + 2
            value = scale * count / parts
            return Spoken(begin or start, words.end, value, value, scale * PART_GRANULE, scale)
    if parts > 2 and begin is None and count == 1:
        return None
    value = Decimal(count) / parts
    value = value.quantize(Decimal("0.000001")) if 1000 % parts else value
    return Spoken(begin or start, end, value, value, PART_GRANULE, part=True)


def _cardinal(low: str, words: _Words, start: int) -> Spoken | None:
    value, granule = _below_thousand(words)
    if value is None:
        return None
    word = words.peek()
    if value < 10 and word in numbers().parts and words.words[words.at - 1] not in numbers().tens:
        part = _part(low, words, start, start, int(value))
        if part is not None:
            return part
    fraction, fine = _fraction(words)
    if fine is not None:
        value, granule = value + fraction, fine
    total = ONE
    while (scale := scales().words.get(words.peek())) is not None:
        value, granule, total = value * scale, granule * scale, total * scale
        words.at += 1
        half = words.peek(), words.peek(1), words.peek(2)
        if half in (("and", "a", "half"), ("and", "a", "quarter")):
            share = Decimal(1) / numbers().parts[half[2]]
            value, granule = value + scale * share, scale * TENTH
            words.at += 3
        if scale >= 1000:
            rest_at = words.at
            rest, rest_granule = _below_thousand(words)
            if rest is not None and scale == 1000 and rest_granule is not None:
                value, granule = value + rest, rest_granule
            else:
                words.at = rest_at
    return Spoken(start, words.end, value, value, granule, total)


def _below_thousand(words: _Words) -> tuple[Decimal | None, Decimal]:
    """Reads "two", "forty five", "three hundred and six"; (None, 1) where there is no number."""
    total: int | None = None
    lexicon = numbers()
    granule = ONE
    while True:
        word = words.peek()
        if word in lexicon.tens and (total is None or total % 100 == 0):
            total = (total or 0) + lexicon.tens[word]
        elif word in lexicon.units and (
            total is None or total % 100 == 0 or (total % 10 == 0 and lexicon.units[word] < 10)
        ):
            if total is not None and (lexicon.units[word] == 0 or total == 0):
                break
            total = (total or 0) + lexicon.units[word]
        elif word == "hundred" and (total is None or total < 100):
            total = (total or 1) * 100
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
        if total % 10 or total % 100 == 10:
            if words.peek() != "hundred":
                break
    return (None, ONE) if total is None else (Decimal(total), granule)


def _fraction(words: _Words) -> tuple[Decimal, Decimal | None]:
    """ "and a half", "and three quarters", "point five"; (0, None) where there is none."""
    lexicon = numbers()
    if words.peek() == "point":
        digits = ""
        ahead = 1
        while (digit := lexicon.units.get(words.peek(ahead), 10)) < 10:
            digits += str(digit)
            ahead += 1
        if digits:
            words.at += ahead
            granule = ONE.scaleb(-len(digits))
            return int(digits) * granule, granule
    if words.peek() == "and":
        count = 1 if words.peek(1) == "a" else lexicon.units.get(words.peek(1), 0)
        parts = lexicon.parts.get(words.peek(2), 0)
        if 0 < count < parts <= 4:
            words.at += 3
            return Decimal(count) / parts, TENTH
    return Decimal(0), None
