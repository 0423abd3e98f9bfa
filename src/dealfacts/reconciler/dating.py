"""Section 7 of the semantics: how two dates stand to each other.

Dates are ranges of days; nothing is resolved here, and no clock is read. A date without a year
is set into the year of the other one, because only their months and days can disagree.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.vocabulary import Anchor, Grain, Hedge, Relation

if TYPE_CHECKING:
    from dealfacts.model.values import PartialDate

ONE_DAY = timedelta(days=1)
WHOLE_YEAR = timedelta(days=364)
LEAP_YEAR = 2000  # a year that has every day of the calendar
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# XXXX-04 or XXXX-04-24
YEARLESS = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?", re.VERBOSE)
EVER = (date(MINYEAR, 1, 1), date(MAXYEAR, 12, 31))


class Days(NamedTuple):
    """First and last day that a date can mean."""

    first: date
    last: date


def relate(a: PartialDate, b: PartialDate, hedges: tuple[Hedge, Hedge]) -> tuple[Relation, str]:
    """The relation of two dates and the reason in words; symmetric."""
    if a.edtf is not None and a.edtf == b.edtf:
        return Relation.EQUAL, f"both say {a.edtf}"
    one, other = days(a, b), days(b, a)
    if one is None or other is None:
        return _undated(a, b)
    if hedges[0] is not hedges[1]:
        # Two deadlines are compared by their days: "by 2027" is not "by 2028".
        one, other = _loosened(one, hedges[0]), _loosened(other, hedges[1])
    if one == other:
        return Relation.EQUAL, f"both mean {span(one)}"
    if _is_any_year(a, b, other) or _is_any_year(b, a, one):
        return Relation.NOT_COMPARABLE, f"“{a.text}” and “{b.text}”: one has no year, one no day"
    words = f"{_said(a, one)} and {_said(b, other)}"
    for outer, inner, wide, narrow in ((one, other, a, b), (other, one, b, a)):
        if outer.first <= inner.first and inner.last <= outer.last:
            return Relation.REFINES, f"{_said(narrow, inner)} lies within {_said(wide, outer)}"
    if one.first <= other.last and other.first <= one.last:
        return Relation.CONSISTENT_WITH_HEDGE, f"{words} overlap"
    are_days = one.first == one.last and other.first == other.last
    if are_days and abs(one.first - other.first) == ONE_DAY:
        return Relation.ONE_DAY_OFFSET, f"{words} are one day apart"
    return Relation.CONFLICT, f"{words} have no day in common"


def _is_any_year(value: PartialDate, other: PartialDate, days: Days) -> bool:
    """Whether a date without a year is held against a whole year: any day of any year is in one."""
    return not resolved(value) and resolved(other) and days.last - days.first >= WHOLE_YEAR


def span(days: Days) -> str:
    """As 2024-04-03, "2024-04-01 to 2024-04-30" or "any day up to 2024-04-30"."""
    if days.first == days.last:
        return days.first.isoformat()
    if days.first == EVER[0]:
        return f"any day up to {days.last.isoformat()}"
    if days.last == EVER[1]:
        return f"any day from {days.first.isoformat()}"
    return f"{days.first.isoformat()} to {days.last.isoformat()}"


def _said(value: PartialDate, days: Days) -> str:
    """A year or a month by its name, anything else by its days: "2018", "2018-04"."""
    whole = (value.earliest, value.latest) == (days.first, days.last)
    fixed = value.edtf is not None and value.grain in {Grain.YEAR, Grain.MONTH}
    return str(value.edtf) if whole and fixed and "/" not in str(value.edtf) else span(days)


def resolved(value: PartialDate) -> bool:
    """Whether the date has bounds on the calendar."""
    return value.earliest is not None and value.latest is not None


def days(value: PartialDate, other: PartialDate) -> Days | None:
    """The days of a date; one without a year is set into the year of the other."""
    if value.earliest is not None and value.latest is not None:
        return Days(value.earliest, value.latest)
    if value.base and other.earliest:
        return _from_base(value, other.earliest.year)
    found = YEARLESS.fullmatch(value.edtf or "")
    if found is None:
        return None
    year = other.earliest.year if other.earliest else LEAP_YEAR
    month, day = int(found["month"]), found["day"]
    try:
        if day:
            return Days(date(year, month, int(day)), date(year, month, int(day)))
        following = date(year + month // 12, month % 12 + 1, 1)
        return Days(date(year, month, 1), following - ONE_DAY)
    except ValueError:
        return None


def _from_base(value: PartialDate, year: int) -> Days | None:
    """A weekday told from a day without a year, where it is that day or the one before."""
    named = _weekday(value)
    try:
        base = date.fromisoformat(f"{year}{(value.base or '')[4:]}")
    except ValueError:
        return None
    for day in (base, base - ONE_DAY):
        if day.weekday() == named:
            return Days(day, day)
    return None


def _loosened(days: Days, hedge: Hedge) -> Days:
    """The days that a hedge adds: "by May" all before it, "around 2016" the years beside it."""
    match hedge:
        case Hedge.AT_MOST | Hedge.UNDER | Hedge.BELOW:
            return Days(EVER[0], days.last)
        case Hedge.AT_LEAST | Hedge.ABOVE | Hedge.JUST_ABOVE:
            return Days(days.first, EVER[1])
        case Hedge.ABOUT:
            reach = days.last - days.first + ONE_DAY
            return Days(days.first - reach, days.last + reach)
        case _:
            return days


def _undated(a: PartialDate, b: PartialDate) -> tuple[Relation, str]:
    """At least one side has no place on the calendar: only its words can be compared."""
    words = f"“{a.text}” and “{b.text}”"
    if (
        (a.base and resolved(b))
        or (b.base and resolved(a))
        or (a.base and b.base not in {None, a.base})
    ):
        return Relation.NOT_COMPARABLE, f"{words}: their articles are of other days"
    if a.text.casefold() == b.text.casefold() and not (resolved(a) or resolved(b)):
        return Relation.EQUAL, f"both say “{a.text}”; neither is resolved to a calendar day"
    weekdays = _weekday(a), _weekday(b)
    if None not in weekdays:
        if weekdays[0] == weekdays[1]:
            return Relation.REFINES, f"{words} name the same weekday"
        return Relation.NOT_COMPARABLE, f"{words}: unresolved, and the weekdays differ"
    for loose in (a, b):
        if says_nothing_fixed(loose):
            return Relation.REFINES, f"“{loose.text}” is unresolved; nothing in it speaks against"
    return Relation.NOT_COMPARABLE, f"{words}: unresolved, because no publication date settles it"


def says_nothing_fixed(value: PartialDate) -> bool:
    """Like "today" or "recently": no bounds, weekday, month or number to be contradicted."""
    if resolved(value) or value.anchor is not Anchor.UNRESOLVED or value.edtf:
        return False
    return _weekday(value) is None and not any(sign.isdigit() for sign in value.text)


def _weekday(value: PartialDate) -> int | None:
    if value.earliest is not None:
        return value.earliest.weekday() if value.earliest == value.latest else None
    folded = value.text.casefold()
    return next((at for at, name in enumerate(WEEKDAYS) if name in folded), None)
