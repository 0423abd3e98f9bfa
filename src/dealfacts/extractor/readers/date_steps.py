"""Reads dates by steps: last Thursday, this fiscal year, the past two years, 1990s.

Same contract as date_units.py: tokens and a position in, a form and the position behind it out.
Refuses words that count from another moment of the story ("the following day", "a week later").
"""

from __future__ import annotations

from dealfacts.extractor.readers import date_units as units
from dealfacts.extractor.readers.date_counts import quantity
from dealfacts.extractor.readers.date_forms import (
    Running,
    Unit,
    Vague,
    Week,
    Year,
)
from dealfacts.extractor.readers.date_units import Read, Tokens, skip
from dealfacts.model.vocabulary import Grain

GRAINS = {
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "half": Grain.HALF,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
}
FULL_WEEKDAY = 6  # letters of "Monday"; the abbreviations need a date behind them


def weekday(tokens: Tokens, at: int) -> Read | None:
    """Monday; Monday night; Monday, Oct. 10, 2023; Tuesday (May 3); Friday last week."""
    number = tokens[at].value
    behind = skip(tokens, at + 1, ".")
    start = skip(tokens, skip(tokens, behind, ",", "-"), "(", "the")
    dated = None
    if tokens[start].kind == "month":
        dated = units.month_first(tokens, start)
    elif tokens[start].kind in ("digits", "ordinal"):
        dated = units.day_first(tokens, start) or units.numeric(tokens, start)
    if dated and isinstance(dated[0], Unit) and dated[0].grain == Grain.DAY:
        opened = any(token.kind == "(" for token in tokens[at:start])
        end = skip(tokens, dated[1], ")") if opened else dated[1]
        return dated[0]._replace(weekday=number), end
    if tokens[at].end - tokens[at].start < FULL_WEEKDAY:
        return None
    behind = skip(tokens, at + 1, "day_part")
    of = skip(tokens, behind, "of")
    week = tokens[of + 1]
    if tokens[of].kind == "shift" and week.name == "week":
        return Unit(Grain.DAY, weekday=number, shift=tokens[of].value, part="week"), of + 2
    return Unit(Grain.DAY, weekday=number), behind


def shifted(tokens: Tokens, at: int) -> Read | None:
    """Last year, this fiscal year, next Friday, last April, this summer, the past two years."""
    step, after = tokens[at], at + 1
    if tokens[after].kind == "shift" and step.value == 0:  # this past Wednesday, this coming week
        step, after = tokens[after], after + 1
    while tokens[after].kind in units.FISCAL:
        after += 1
    token = tokens[after]
    match token.kind:
        case "weekday":
            dated = weekday(tokens, after)
            if dated and isinstance(dated[0], Unit) and dated[0].place:
                return dated
            behind = skip(tokens, after + 1, "day_part")
            return Unit(Grain.DAY, weekday=token.value, shift=step.value, part=step.name), behind
        case "month":
            read = units.month_first(tokens, after)
            if read and isinstance(read[0], Unit) and read[0].year is None:
                return read[0]._replace(shift=step.value), read[1]
            return read
        case "season":
            return Unit(Grain.SEASON, place=token.value, shift=step.value), after + 1
        case "unit":
            return _shifted_unit(tokens, step.value, step.name, after)
        case "number" | "digits":
            found = quantity(tokens, after)
            if found is None or not step.value:
                return None
            _, count, unit, behind = found
            return (Running(step.value * count, unit) if count else Vague()), behind
        case _:
            return None


def _shifted_unit(tokens: Tokens, step: int, word: str, at: int) -> Read | None:
    """Last week, the past year, this month; with what it may carry: next week Wednesday."""
    name, behind = tokens[at].name, at + 1
    written = tokens[at].end - tokens[at].start
    if word in ("following", "preceding", "previous", "prior"):
        return Vague(), behind  # counts from another moment of the story
    if written > len(name) or name == "fortnight":
        vague = word in ("past", "coming", "upcoming")  # "may last months" is a verb
        return (Vague(), behind) if vague else None
    if name == "day":
        return None  # "the next day" counts from another moment
    if name == "weekend":
        return Week(Unit(Grain.WEEK, shift=step), weekend=True), behind
    if word == "past" and name != "quarter":
        return Running(-1, name), behind
    day = skip(tokens, behind, "'")
    day = skip(tokens, day, "s") if day > behind else skip(tokens, behind, "on", "-")
    if name == "week" and tokens[day].kind == "weekday":
        return Unit(Grain.DAY, weekday=tokens[day].value, shift=step, part="week"), day + 1
    year = Year(shift=step, fiscal=units.is_fiscal(tokens[at - 1]))
    if name == "year" and day > behind:
        read = units.period(tokens, day)
        if read and isinstance(read[0], Unit) and read[0].year is None:
            return read[0]._replace(year=year), read[1]
    if name == "year":
        return Unit(Grain.YEAR, year), behind
    return Unit(GRAINS[name], shift=step), behind


def season(tokens: Tokens, at: int) -> Read | None:
    """Spring 2024, summer of 2023, fall of last year."""
    when, end = units.joined_year(tokens, at + 1, "of", "in", ",")
    return (Unit(Grain.SEASON, when, tokens[at].value), end) if when else None


def decade(tokens: Tokens, at: int) -> Read | None:
    """1990s, 1990's, '90s."""
    first = skip(tokens, at, "'")
    token = tokens[first]
    if token.kind != "digits" or token.value % 10:
        return None
    number = units.short_year(token) if first > at else token.value
    ends = skip(tokens, first + 1, "'")
    if (
        number is None
        or number not in units.YEARS
        or tokens[ends].name != "s"
        or not tokens[ends].glued
    ):
        return None
    return Unit(Grain.DECADE, Year(number)), ends + 1


def near(tokens: Tokens, at: int) -> Read | None:
    """Today, tomorrow morning, recently, recent years."""
    token = tokens[at]
    if token.kind == "relative":
        return Unit(Grain.DAY, shift=token.value), skip(tokens, at + 1, "day_part")
    if token.kind == "vague":
        return Vague(), at + 1
    return (Vague(), at + 2) if tokens[at + 1].kind == "unit" else None
