"""Reads the dates of one run of date words: units, parts, steps from now, offsets and ranges.

`phrases` is a pure function of the words and is remembered, because news repeats its dates.
Refuses to look outside the run and to resolve what it read.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from dealfacts.extractor.readers import date_counts as counts
from dealfacts.extractor.readers import date_parts as parts
from dealfacts.extractor.readers import date_steps as steps
from dealfacts.extractor.readers import date_support as support
from dealfacts.extractor.readers import date_units as units
from dealfacts.extractor.readers.date_forms import (
    Ended,
    Form,
    Numeric,
    Phrase,
    Span,
    Unit,
    Year,
    is_open,
)
from dealfacts.extractor.readers.date_units import Read, Tokens, skip
from dealfacts.extractor.readers.date_words import tokens as cut
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

JOINS = frozenset({"-", "to", "through", "thru", "until", "till"})


@lru_cache(maxsize=8192)
def phrases(run: str) -> tuple[Phrase, ...]:
    """The dates of a run, left to right, with offsets into it."""
    tokens = cut(run)
    found: list[Phrase] = []
    at = 0
    between = False
    while tokens[at].kind:
        kind = tokens[at].kind
        read = range_or_one(tokens, at, between=between) if kind in READERS else None
        if read is None:
            between = kind == "between"
            at += 1
            continue
        form, end = read
        start, stop = tokens[at].start, tokens[end - 1].end
        words = run[start:stop]
        doubt = support.doubt(form, words, end - at)
        found.append(Phrase(form, words, start, stop, doubt, is_open(form)))
        between = False
        at = end
    return tuple(found)


def range_or_one(tokens: Tokens, at: int, *, between: bool) -> Read | None:
    """A date, or two joined: 2019-2021, January to March 2024, between May 2 and June 3, 2024."""
    first = either_period(tokens, at) or one(tokens, at)
    if first is None:
        return None
    form, behind = first
    joint = tokens[behind]
    if short := _short_range(tokens, form, behind):
        return short
    if joint.kind not in JOINS and not (between and joint.kind == "and"):
        return first
    if joint.kind == "and" and isinstance(form, Unit) and form.place and form.day:
        number = units.day_number(tokens, behind + 1)  # between June 11 and 13
        if number and tokens[number[1]].kind not in ("month", "of"):
            return Span(form, form._replace(day=number[0])), number[1]
    second = one(tokens, skip(tokens, behind + 1, "the"))
    if second is None or not _joins(form, second[0], joint.kind):
        return first
    return Span(_inherit(form, second[0]), second[0]), second[1]


def _short_range(tokens: Tokens, form: Form, behind: int) -> Read | None:
    """2019-21, 2021/22 behind a plain year: the century is not repeated."""
    if not isinstance(form, Unit) or form.grain != Grain.YEAR or form.year is None or form.part:
        return None
    number, ends = form.year.number, tokens[behind + 1]
    if number is None or tokens[behind].kind not in ("-", "/"):
        return None
    if ends.kind != "digits" or len(ends.name) != units.TWO or not ends.glued:
        return None
    follows = ends.value == number % 100 + 1
    if ends.value <= number % 100 or (tokens[behind].kind == "/" and not follows):
        return None
    return Span(form, Unit(Grain.YEAR, Year(number // 100 * 100 + ends.value))), behind + 2


def _joins(first: Form, second: Form, joint: str) -> bool:
    """Whether two dates make a range: a dash joins only what is written alike."""
    if isinstance(first, Numeric) and isinstance(second, Numeric):
        return True
    if not isinstance(first, Unit) or not isinstance(second, Unit):
        return joint != "-" and not isinstance(first, Span)
    alike = first.grain == second.grain or (first.place > 0 and second.grain == Grain.DAY)
    return joint != "-" or (alike and (second.weekday < 0 or second.day > 0))


def _inherit(first: Form, second: Form) -> Form:
    """The first date of a range takes the year of the second: Nov-Feb 2017 opens in 2016."""
    if not isinstance(first, Unit) or not isinstance(second, Unit):
        return first
    if first.year is not None or second.year is None or not first.place or first.shift is not None:
        return first
    year = second.year
    if second.grain in (first.grain, Grain.DAY, Grain.MONTH) and first.place > second.place:
        year = (
            year._replace(number=year.number - 1)
            if year.number
            else year._replace(shift=year.shift - 1)
        )
    return first._replace(year=year)


def either_period(tokens: Tokens, at: int) -> Read | None:
    """The second or third quarter of 2024: the first number waits for its unit."""
    start = skip(tokens, at, "the")
    if tokens[start].kind != "ordinal" or tokens[start + 1].kind not in ("or", "and", "to", "-"):
        return None
    second = units.period(tokens, start + 2)
    if second is None or not isinstance(second[0], Unit) or second[0].place <= tokens[start].value:
        return None
    return Span(second[0]._replace(place=tokens[start].value), second[0]), second[1]


def one(tokens: Tokens, at: int) -> Read | None:
    """One date of any form but a range: the first reading that its first word allows."""
    for reader in READERS.get(tokens[at].kind, ()):
        if read := reader(tokens, at):
            return read
    return None


def _part(tokens: Tokens, at: int) -> Read | None:
    return parts.part(tokens, at, one)


def _counted(tokens: Tokens, at: int) -> Read | None:
    return counts.counted(tokens, at, one)


def _month(tokens: Tokens, at: int) -> Read | None:
    """A month or day, or the quarter named after its last month ("the December quarter")."""
    read = units.month_first(tokens, at)
    if read is None or tokens[read[1]].name != "quarter":
        return read
    form, behind = read
    if isinstance(form, Unit) and form.grain == Grain.MONTH and form.place % 3 == 0:
        return Ended(1, "quarter", form), behind + 1
    return read


def _unit_first(tokens: Tokens, at: int) -> Read | None:
    return parts.unit_first(tokens, at, one)


def _behind_the(tokens: Tokens, at: int) -> Read | None:
    """The article belongs to "the first half of 2024", "the end of May", "the week of June 3"."""
    second, third = tokens[at + 1], tokens[at + 2]
    if second.kind in ("ordinal", "latter", "part", "unit", "shift"):
        return one(tokens, at + 1)
    if second.kind in ("number", "digits", "month"):
        read = one(tokens, at + 1)
        numbered = second.kind == "digits" and third.kind in units.SUFFIXES
        return read if read and (numbered or isinstance(read[0], Ended)) else None
    return None


def fiscal_year(tokens: Tokens, at: int) -> Read | None:
    """FY22, fiscal 2023, and what it may carry behind: FY24 Q3."""
    found = units.year(tokens, at)
    if found is None:
        return None
    return _with_period(tokens, *found)


def year_first(tokens: Tokens, at: int) -> Read | None:
    """2023; 2017 Q1, 2019-H2; 2017 April."""
    if not units.full_year(tokens[at]):
        return None
    when = Year(tokens[at].value)
    if tokens[at + 1].kind == "month" and tokens[at + 2].kind != "digits":
        return Unit(Grain.MONTH, when, tokens[at + 1].value), at + 2
    return _with_period(tokens, when, at + 1)


def _with_period(tokens: Tokens, when: Year, behind: int) -> Read:
    """A year, or the quarter or half named behind it."""
    after = skip(tokens, behind, "-", "'")
    after = skip(tokens, after, "s") if after > behind else after
    if code := units.coded(tokens, after):
        grain, index, end = code
        return Unit(grain, when, index), end
    if tokens[after].kind == "ordinal":  # 2024's first quarter, the fiscal 2024 third quarter
        read = units.period(tokens, after)
        if read and isinstance(read[0], Unit) and read[0].year is None:
            return read[0]._replace(year=when), read[1]
    return Unit(Grain.YEAR, when), behind


def _period(tokens: Tokens, at: int) -> Read | None:
    """A quarter or half; one that is told by its end is what the end says, whatever its number.

    "The first fiscal quarter ended December 31" is no first quarter of the calendar.
    """
    read = units.period(tokens, at)
    if read is None or tokens[read[1]].kind not in counts.ENDS:
        return read
    unit, behind = read
    if not isinstance(unit, Unit) or unit.year is not None:
        return read
    return counts.ended(tokens, 1, unit.grain.value, behind, one) or read


_NUMBERED = (units.day_first, _period, parts.week_of)
# What a first word allows, in the order of trial; a word that opens nothing is passed over.
READERS: Mapping[str, Sequence[Callable[[Tokens, int], Read | None]]] = MappingProxyType(
    {
        "month": (_month,),
        "weekday": (steps.weekday,),
        "digits": (units.numeric, *_NUMBERED, _counted, steps.decade, year_first),
        "ordinal": _NUMBERED,
        "latter": _NUMBERED,
        "part": (_part,),
        "shift": (parts.week_of, steps.shifted),
        "the": (_behind_the,),
        "in": (_counted,),
        "within": (_counted,),
        "number": (_counted, units.day_first),
        "season": (steps.season,),
        "unit": (counts.half_ago, _unit_first),
        "'": (steps.decade,),
        "relative": (steps.near,),
        "vague": (steps.near,),
        "recent": (steps.near,),
        "q": (units.period,),
        "h": (units.period,),
    }
    | dict.fromkeys(units.FISCAL, (fiscal_year,))
)
