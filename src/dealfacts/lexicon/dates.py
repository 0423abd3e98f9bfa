"""Words of dates, typed: what a word means inside a date, and which words stand around one.

Refuses to read text: the grammar stands in extractor/readers.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  pydantic reads the fields at run time
from functools import cache
from typing import NamedTuple

from dealfacts.lexicon.store import table


class Words(NamedTuple):
    """A plain set of words."""

    words: frozenset[str]


class Dates(NamedTuple):
    """data/dates.toml as it stands: word to number or name, per kind; then the words around."""

    month: Mapping[str, int]
    weekday: Mapping[str, int]
    season: Mapping[str, int]
    unit: Mapping[str, str]
    ordinal: Mapping[str, int]
    number: Mapping[str, int]
    part: Mapping[str, str]
    shift: Mapping[str, int]
    relative_day: Mapping[str, int]
    day_part: Mapping[str, int]
    vague: Mapping[str, int]
    feast: Mapping[str, str]
    feast_deadline: Mapping[str, str]
    direction: Mapping[str, int]
    ahead: Words
    over: Words
    counted: Words
    before_quantity: Words
    before_than: Words
    named_weekday: Words
    named_by_feast: Words
    before_month: Words
    speaks: Words
    sure_before_month: Words
    ambiguous_month: Words
    before_year: Words
    copulas: Words
    looks_back: Words
    traded: Words
    grammar: Words


class DateWord(NamedTuple):
    """A word inside a date: its kind, its number (month 1 to 12, ...) or its canonical name."""

    kind: str
    value: int = 0
    name: str = ""


@cache
def dates() -> Dates:
    """The lexicon, read once."""
    return table("dates", Dates)


@cache
def date_words() -> Mapping[str, DateWord]:
    """Every word that has a meaning inside a date, in lower case."""
    lexicon = dates()
    found = {word: DateWord(word) for word in lexicon.grammar.words}
    numbers = {
        "month": lexicon.month,
        "weekday": lexicon.weekday,
        "season": lexicon.season,
        "ordinal": lexicon.ordinal,
        "number": lexicon.number,
        "shift": lexicon.shift,
        "relative": lexicon.relative_day,
        "day_part": lexicon.day_part,
        "vague": lexicon.vague,
    }
    names = {"unit": lexicon.unit, "part": lexicon.part}
    for kind, values in numbers.items():
        found |= {word: DateWord(kind, value=value) for word, value in values.items()}
    for kind, meanings in names.items():
        found |= {word: DateWord(kind, name=name) for word, name in meanings.items()}
    return found
