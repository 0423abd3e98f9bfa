"""Numbers in words: "two and a half million", "half a billion", "tens of billions", "a third".

Works on folded text (lower case, breaks as spaces). It refuses ordinals ("the second half") and
plurals without a currency to follow them; those name no number.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.cardinals import (
    ONE,
    TEN,
    TENTH,
    Words,
    below_thousand,
    fraction,
    small,
)
from dealfacts.extractor.readers.openers import places
from dealfacts.lexicon.figures import numbers, scales, vague

if TYPE_CHECKING:
    from collections.abc import Container

    from dealfacts.extractor.readers.survey import Survey

PART_GRANULE = Decimal("0.05")
HALVES, THOUSAND = 2, 1000

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


@cache
def continuing() -> frozenset[str]:
    """Words that may carry a number on: "two |hundred", "three |quarters"."""
    lexicon, scale = numbers(), scales()
    return frozenset((*small(), *lexicon.parts, *scale.words, *scale.first, "and", "point", "a"))


def spoken(survey: Survey, wanted: Container[str]) -> list[Spoken]:
    """All numbers in words of a text; a plain one is read only before a word of `wanted`."""
    opening = places(survey)
    if not opening:
        return []
    low = survey.low
    found: list[Spoken] = []
    done = 0
    plain, goes_on, parts = small(), continuing(), numbers().parts
    for start in opening:
        if start < done:
            continue
        # "one of them", "two men": most number words end where they began.
        pair = PAIR.match(low, start)
        if pair is not None and pair[1] in plain and pair[2] is not None and pair[2] not in goes_on:
            if pair[2] in wanted:
                value = Decimal(plain[pair[1]])
                found.append(Spoken(start - 1, pair.end(1) - 1, value, value, ONE))
                done = pair.end(1)
            continue
        if pair is not None and parts.get(pair[1], 0) > HALVES and _article(low, start) is None:
            continue  # "the third", "this quarter"
        number = _read(low, start, wanted)
        if number is not None:
            done = number.end
            found.append(number._replace(start=number.start - 1, end=number.end - 1))
    return found


def _read(low: str, start: int, wanted: Container[str]) -> Spoken | None:
    words = Words(low, start)
    first = words.peek()
    if first in numbers().parts:
        return _part(words, start, _article(low, start), 1)
    quick = _vague(low, words, start)
    if quick is not None:
        return quick
    if first.removesuffix("s") in scales().words:
        begin = _article(low, start)
        return _scaled_alone(words, start, begin, wanted)
    if first.startswith("multi"):
        return _multi(words, start)
    if first == "hundred":
        begin = _article(low, start)
        if begin is None and words.peek(1) not in scales().words:
            return None
        start = start if begin is None else begin
    return _cardinal(words, start)


def _article(low: str, start: int) -> int | None:
    """Where "a", "an" or "one" before `start` begins."""
    for word in (" a ", " an ", " one "):
        if low.endswith(word, 0, start):
            return start - len(word) + 1
    return None


def _scaled_alone(
    words: Words, start: int, begin: int | None, wanted: Container[str]
) -> Spoken | None:
    """As in "a billion", "billion(-dollar)"; the plural only where a vague amount can follow.

    Without an article it is a number only before a word of `wanted`.
    """
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
    if begin is not None and words.words[1:4] in (["and", "a", "half"], ["and", "a", "quarter"]):
        words.at = 4
        value = scale + scale / numbers().parts[words.words[3]]
        return Spoken(begin, words.end, value, value, scale * TENTH, scale)
    if begin is None and words.peek() not in wanted:
        return None
    return Spoken(begin or start, words.end, scale, scale, scale, scale)


def _multi(words: Words, start: int) -> Spoken | None:
    """As in "multibillion", "multi-billion"."""
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


def _vague(low: str, words: Words, start: int) -> Spoken | None:
    """As in "tens of billions", "several hundred million"."""
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


def _part(words: Words, start: int, begin: int | None, count: int) -> Spoken | None:
    """As in "half", "a third", "two thirds", "half a billion", "three quarters of a million"."""
    parts = numbers().parts[words.peek()]
    if count >= parts:
        return None
    words.at += 1
    end = words.end
    scale = scales().words.get(words.peek())
    if scale is not None and count == 1 and (parts == HALVES or begin is not None):
        words.at += 1  # "half billion", "a quarter million"
        value = scale / parts
        return Spoken(begin or start, words.end, value, value, scale * PART_GRANULE, scale)
    ahead = 1 if words.peek() == "of" else 0
    if words.peek(ahead) in ("a", "one"):
        name = words.peek(ahead + 1)
        scale = scales().words.get(name)
        if scale is not None:
            words.at += ahead + 2
            value = scale * count / parts
            return Spoken(begin or start, words.end, value, value, scale * PART_GRANULE, scale)
    if parts > HALVES and begin is None and count == 1:
        return None
    value = Decimal(count) / parts
    value = value.quantize(Decimal("0.000001")) if THOUSAND % parts else value
    return Spoken(begin or start, end, value, value, PART_GRANULE, part=True)


def _cardinal(words: Words, start: int) -> Spoken | None:
    value, granule = below_thousand(words)
    if value is None:
        return None
    word = words.peek()
    if value < TEN and word in numbers().parts and words.words[words.at - 1] not in numbers().tens:
        part = _part(words, start, start, int(value))
        if part is not None:
            return part
    share, fine = fraction(words)
    if fine is not None:
        value, granule = value + share, fine
    total = ONE
    while (scale := scales().words.get(words.peek())) is not None:
        value, granule, total = value * scale, granule * scale, total * scale
        words.at += 1
        half = words.peek(), words.peek(1), words.peek(2)
        if half in (("and", "a", "half"), ("and", "a", "quarter")):
            share = Decimal(1) / numbers().parts[half[2]]
            value, granule = value + scale * share, scale * TENTH
            words.at += 3
        if scale >= THOUSAND:
            rest_at = words.at
            rest, rest_granule = below_thousand(words)
            if rest is not None and scale == THOUSAND and rest_granule is not None:
                value, granule = value + rest, rest_granule
            else:
                words.at = rest_at
    return Spoken(start, words.end, value, value, granule, total)
