"""Number words, scale words, vague amounts, shares, units and factors, as the readers need them.

Plain access to the data files; how the words combine is the readers' business.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from dealfacts.lexicon.store import table

Bounds = tuple[Decimal, Decimal]
Words = Mapping[str, frozenset[str]]


class Scales(NamedTuple):
    """Scale word -> ones; `letters` only beside a currency or a unit, `first` before another."""

    words: Mapping[str, Decimal]
    letters: Mapping[str, Decimal]
    first: Mapping[str, Decimal]


class Numbers(NamedTuple):
    """Number word -> number; `parts` -> how many make one."""

    units: Mapping[str, int]
    tens: Mapping[str, int]
    parts: Mapping[str, int]
    glyphs: Mapping[str, Decimal]


class Vague(NamedTuple):
    """Bounds in multiples of the scale word behind: "tens of", "several", "-s of", "multi-"."""

    of: Mapping[str, Bounds]
    some: Mapping[str, Bounds]
    plural: Bounds
    multi: Bounds


class Shares(NamedTuple):
    """Percent units, and the words that are shares only beside an ownership noun."""

    units: frozenset[str]
    points: frozenset[str]
    basis: frozenset[str]
    nouns: frozenset[str]
    between: frozenset[str]
    holds: frozenset[str]
    links: frozenset[str]
    stems: tuple[str, ...]
    words: Mapping[str, Bounds]
    portion: frozenset[str]
    paid: frozenset[str]
    not_shares: Words


class Units(NamedTuple):
    """Unit -> the words that follow its figure, or (`before`) stand in front of it.

    `nouns` do so as well, but with one of `links` between: "a workforce |of| 1,700". `crowds`: what
    a "400-strong" or "60-person" thing must be to be people at work.
    """

    crowds: frozenset[str]
    units: Words
    adjectives: Words
    before: Words
    nouns: Words
    links: Words


class Multiples(NamedTuple):
    """Word -> factor; `idioms`, `objects`, `times` say what must follow or must not."""

    stems: tuple[str, ...]
    verbs: Mapping[str, int]
    plain: Mapping[str, int]
    idioms: Words
    objects: Words
    times: Words
    frequency: Words


@cache
def scales() -> Scales:
    """scales.toml."""
    return table("scales", Scales)


@cache
def numbers() -> Numbers:
    """numbers.toml."""
    return table("numbers", Numbers)


@cache
def vague() -> Vague:
    """vague.toml."""
    return table("vague", Vague)


@cache
def shares() -> Shares:
    """shares.toml."""
    return table("shares", Shares)


@cache
def units() -> Units:
    """units.toml."""
    return table("units", Units)


@cache
def multiples() -> Multiples:
    """multiples.toml."""
    return table("multiples", Multiples)


@cache
def unit_words() -> Mapping[str, str]:
    """Word behind a figure -> its unit."""
    return {word: unit for unit, words in units().units.items() for word in words}


@cache
def unit_pairs() -> frozenset[str]:
    """First words of units of several: "team members", "members of staff"."""
    pairs = (word.replace("-", " ").split(" ") for word in unit_words())
    return frozenset(pair[0] for pair in pairs if len(pair) > 1)


class MoneyContext(NamedTuple):
    """Words near a figure without a currency that make it a sum, or make it none."""

    spent: frozenset[str]
    goes_on: frozenset[str]
    never: frozenset[str]


@cache
def money_context() -> MoneyContext:
    """money_context.toml."""
    return table("money_context", MoneyContext)


class RangeWords(NamedTuple):
    """Words before "A to B" that make it one range, or a move from A to B."""

    span: frozenset[str]
    move: frozenset[str]


@cache
def range_words() -> RangeWords:
    """ranges.toml."""
    return table("ranges", RangeWords)


class AgeWords(NamedTuple):
    """Words before an age, behind "10-year", and before numbers that are no age."""

    before: tuple[str, ...]
    spans: frozenset[str]
    never: frozenset[str]


@cache
def age_words() -> AgeWords:
    """ages.toml."""
    return table("ages", AgeWords)
