"""Reads parts of longer units: early 2024, the end of May, the week of May 3, year ended March 31.

Same contract as date_units.py: tokens and a position in, a form and the position behind it out.
`one` reads any single date; it is handed in, because parts stand inside parts. Refuses verbs that
look like parts ("to close in April", "will start Monday").
"""

from __future__ import annotations

from dealfacts.extractor.readers import date_units as units
from dealfacts.extractor.readers.date_counts import ENDS, One, ended
from dealfacts.extractor.readers.date_forms import Share, Span, Unit, Week, Year
from dealfacts.extractor.readers.date_steps import GRAINS, season, shifted
from dealfacts.extractor.readers.date_units import Read, Tokens, skip
from dealfacts.model.vocabulary import Grain

SATURDAY = 5


def part(tokens: Tokens, at: int, one: One) -> Read | None:
    """Early 2024, mid-May, end of the year, later this month, mid-to-late 2024, late on Monday."""
    name = tokens[at].name
    behind = at + 1
    second = ""
    joint = skip(tokens, behind, "-")
    if (
        tokens[joint].kind in ("to", "or")
        and tokens[(next_part := skip(tokens, joint + 1, "-"))].kind == "part"
    ):
        second, behind = tokens[next_part].name, next_part + 1
    loose = name in ("early", "mid", "late", "earlier", "later")
    linked = (
        skip(tokens, behind, "of", "in", "on", "-") if loose else skip(tokens, behind, "of", "-")
    )
    if not loose and linked == behind:
        return None  # "to close in April", "will start Monday": a verb
    if tokens[linked].kind == "relative":
        return one(tokens, linked)
    inner = _whole(tokens, linked, one)
    if inner is None or not isinstance(inner[0], Unit) or inner[0].part:
        return None
    if inner[0].grain == Grain.DAY:
        return inner
    first = inner[0]._replace(part=name)
    return (Span(first, first._replace(part=second)) if second else first), inner[1]


def _whole(tokens: Tokens, at: int, one: One) -> Read | None:
    """What can have parts: a date, or the unit of publication ("the year", "the month")."""
    named = skip(tokens, at, "the")
    token = tokens[named]
    if token.kind == "unit" and token.name == "day":
        return None  # the end of the day says when, not on which day
    singular = token.end - token.start == len(token.name)
    if named == at and token.name in ("week", "half", "decade"):
        return None  # "by the end of half an hour"
    if token.kind == "unit" and token.name in GRAINS and singular:
        if found := units.year(tokens, at):
            return Unit(Grain.YEAR, found[0]), found[1]
        if token.name == "year":
            return Unit(Grain.YEAR, Year()), named + 1
        return Unit(GRAINS[token.name], shift=0), named + 1
    if token.kind == "season":
        return _any_season(tokens, named)
    return one(tokens, at)


def _any_season(tokens: Tokens, at: int) -> Read:
    """A season that a part word supports: late summer, early fall 2024."""
    return season(tokens, at) or (Unit(Grain.SEASON, None, tokens[at].value), at + 1)


def week_of(tokens: Tokens, at: int) -> Read | None:
    """First week of October, last week of 2023; the first nine months of 2023."""
    number, behind = tokens[at].value, at + 1
    if tokens[at].kind == "digits":
        if tokens[behind].kind not in units.SUFFIXES:
            return None
        behind += 1
    count = 1
    if tokens[behind].kind in ("number", "digits") and tokens[behind].value:
        count, behind = tokens[behind].value, behind + 1
    unit = tokens[behind]
    if unit.kind != "unit" or tokens[behind + 1].kind not in ("of", "in"):
        return None
    start = behind + 2
    inner = None
    if tokens[start].kind == "month":
        inner = units.month_first(tokens, start)
    elif tokens[start].kind == "shift":
        inner = shifted(tokens, start)
    elif found := units.year(tokens, start):
        inner = Unit(Grain.YEAR, found[0]), found[1]
    if inner is None or not isinstance(inner[0], Unit) or inner[0].day:
        return None
    last = tokens[at].kind == "shift"
    if last and number >= 0:
        return None
    if unit.name == "week" and count == 1:
        return Week(inner[0], number), inner[1]
    if not last and number != 1:
        return None
    return Share(count, unit.name, inner[0], last=last), inner[1]


def unit_first(tokens: Tokens, at: int, one: One) -> Read | None:
    """Year-end 2024, mid-year; week of May 3; year ended March 31, 2023; the year 2008."""
    name, behind = tokens[at].name, at + 1
    after = skip(tokens, behind, "-")
    if (
        name in ("year", "month", "quarter")
        and tokens[after].name == "end"
        and tokens[after].kind == "part"
    ):
        when, end = units.joined_year(tokens, after + 1, "of", "-")
        if name == "year":
            return Unit(Grain.YEAR, when or Year(), part="end"), end if when else after + 1
        return Unit(GRAINS[name], shift=0, part="end"), after + 1
    singular = tokens[at].end - tokens[at].start == len(name)
    if tokens[behind].kind in ENDS and singular and name in ("year", "quarter", "half", "week"):
        return ended(tokens, 1, name, behind, one)
    if name == "week" and tokens[behind].kind == "of":
        inner = one(tokens, behind + 1)
        if inner and isinstance(inner[0], Unit) and inner[0].grain == Grain.DAY:
            return Week(inner[0]), inner[1]
    if name == "weekend" and at and tokens[at - 1].kind == "the":  # over the weekend
        return Week(Unit(Grain.DAY, weekday=SATURDAY), weekend=True), behind
    if name == "year" and (found := units.year(tokens, at)):
        return Unit(Grain.YEAR, found[0]), found[1]
    return None
