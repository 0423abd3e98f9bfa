"""Reads one unit of the calendar from tokens: a day, month, quarter, half, season, year, decade.

Each reader takes the tokens and a position and gives back a form and the position behind it, or
None. Refuses to read ranges, parts ("early") and steps ("last"): date_grammar.py combines these.
"""

from __future__ import annotations

from collections.abc import Sequence

from dealfacts.extractor.readers.date_forms import Form, Numeric, Span, Unit, Year
from dealfacts.extractor.readers.date_words import Token
from dealfacts.model.vocabulary import Grain

Tokens = Sequence[Token]
Read = tuple[Form, int]
TWO, FOUR = 2, 4  # digits of a day and of a year
TEN, TENS = 10, (20, 30)
MONTHS, DAYS, QUARTERS, HALVES = 12, 31, 4, 2
CENTURY_TURNS = 50  # '49 is 2049, '50 is 1950
FISCAL = frozenset({"fiscal", "financial", "calendar", "fy", "cy"})
CALENDAR = frozenset({"calendar", "cy"})
SUFFIXES = frozenset({"st", "nd", "rd", "th"})
YEARS = range(1700, 2200)


def skip(tokens: Tokens, at: int, *kinds: str) -> int:
    """The position behind one optional token of these kinds."""
    return at + 1 if tokens[at].kind in kinds else at


def full_year(token: Token) -> bool:
    """Four digits that can be a year."""
    return token.kind == "digits" and len(token.name) == FOUR and token.value in YEARS


def short_year(token: Token) -> int | None:
    """22 -> 2022, 87 -> 1987; None unless two digits."""
    if token.kind != "digits" or len(token.name) != TWO:
        return None
    return token.value + (2000 if token.value < CENTURY_TURNS else 1900)


def year(tokens: Tokens, at: int) -> tuple[Year, int] | None:
    """2023; '23; FY22, fiscal 2023, fiscal year 2021-22; last year, the year, the year 2008."""
    token = tokens[at]
    if full_year(token):
        return Year(token.value), at + 1
    if token.kind == "'" and (number := short_year(tokens[at + 1])):
        return Year(number), at + 2
    if token.kind in FISCAL:
        return _fiscal(tokens, at)
    after = skip(tokens, at, "the")
    if tokens[after].kind == "unit" and tokens[after].name == "year":
        behind = skip(tokens, after + 1, "of")
        if full_year(tokens[behind]):
            return Year(tokens[behind].value), behind + 1
        return (Year(), after + 1) if after > at else None
    if tokens[after].kind == "shift":
        unit = after + 1
        while tokens[unit].kind in FISCAL:
            unit += 1
        if tokens[unit].name == "year":
            fiscal = is_fiscal(tokens[unit - 1])
            return Year(shift=tokens[after].value, fiscal=fiscal), unit + 1
    return None


def is_fiscal(token: Token) -> bool:
    """Whether a word makes the year or quarter behind it one of somebody's books."""
    return token.kind in FISCAL and token.kind not in CALENDAR


def _fiscal(tokens: Tokens, at: int) -> tuple[Year, int] | None:
    """FY22, FY 2022, FY'22, fiscal 2023, fiscal year 2023, FY2021-22 (the year it ends in)."""
    fiscal = is_fiscal(tokens[at])
    at += 1
    while tokens[at].kind in FISCAL or tokens[at].name == "year":
        at += 1
    at = skip(tokens, at, "of")
    at = skip(tokens, at, "'", "-")
    number = tokens[at].value if full_year(tokens[at]) else short_year(tokens[at])
    if number is None:
        return None
    ends = tokens[at + 2]
    if (
        tokens[at + 1].kind in ("-", "/")
        and ends.kind == "digits"
        and ends.value % 100 == (number + 1) % 100
    ):
        return Year(number + 1, fiscal=fiscal), at + 3
    return Year(number, fiscal=fiscal), at + 1


def joined_year(tokens: Tokens, at: int, *links: str) -> tuple[Year | None, int]:
    """A year behind an optional link word ("of 2023", ", 2023"); the old position without one."""
    behind = skip(tokens, at, *links)
    found = year(tokens, behind)
    return found or (None, at)


def day_number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """10, 10th, the 10th, tenth, twenty-first: the number and the position behind it."""
    at = skip(tokens, at, "the")
    token = tokens[at]
    if token.kind == "digits" and len(token.name) <= TWO and 1 <= token.value <= DAYS:
        behind = at + 1
        if tokens[behind].kind in SUFFIXES and tokens[behind].glued:
            behind += 1
        return token.value, behind
    if token.kind == "ordinal":
        return token.value, at + 1
    if token.kind == "number" and token.value in TENS:
        behind = skip(tokens, at + 1, "-")
        if tokens[behind].kind in ("ordinal", "number") and tokens[behind].value < TEN:
            return token.value + tokens[behind].value, behind + 1
    return None


def month_first(tokens: Tokens, at: int) -> Read | None:
    """Oct. 10, 2023; October 10; October 2023; October of last year; March 3-5, 2024; April."""
    month = tokens[at].value
    behind = skip(tokens, at + 1, ".")
    if found := day_number(tokens, skip(tokens, behind, "-", "/")):
        number, after = found
        last, end = _last_day(tokens, after)
        when, end = joined_year(tokens, end, ",", "-", "/", "of", "in", "(")
        first = Unit(Grain.DAY, when, month, number)
        if last is None:
            return first, end
        return Span(first, Unit(Grain.DAY, when, month, last)), end
    when, end = joined_year(tokens, behind, ",", "-", "/", "of", "in")
    return Unit(Grain.MONTH, when, month), end if when else at + 1


def _last_day(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """The "-5" of "March 3-5"; nothing where a month follows ("3 March - 5 April")."""
    if tokens[at].kind not in ("-", "to", "through", "thru", "and", "until", "till", "/"):
        return None, at
    found = day_number(tokens, at + 1)
    if found is None or tokens[skip(tokens, found[1], "of", ".")].kind == "month":
        return None, at
    if tokens[at].kind in ("and", "/") and tokens[found[1]].kind not in (",", "digits"):
        return None, at
    return found


def day_first(tokens: Tokens, at: int) -> Read | None:
    """10 October 2023; 10th of October; 26-FEB-1987; 3-5 March; 18 and 19 June 2024."""
    found = day_number(tokens, at)
    if found is None:
        return None
    number, behind = found
    first = None
    second = day_number(tokens, behind + 1)
    if second and tokens[behind].kind in ("-", "to", "and", "through", "till", "until"):
        first, (number, behind) = number, second
    if tokens[behind].kind == "unit" and tokens[behind].name == "day":
        behind += 1
    behind = skip(tokens, behind, "of", "-", "/")
    if tokens[behind].kind != "month":
        return None
    month = tokens[behind].value
    end = skip(tokens, behind + 1, ".")
    when, after = joined_year(tokens, end, ",", "-", "/", "of", "in")
    if when is None and tokens[end].kind in ("-", "/") and (short := short_year(tokens[end + 1])):
        when, after = Year(short), end + 2
    last = Unit(Grain.DAY, when, month, number)
    end = after if when else behind + 1
    return (last if first is None else Span(Unit(Grain.DAY, when, month, first), last)), end


def numeric(tokens: Tokens, at: int) -> Read | None:
    """2023-12-18; 2023/12/18; 2023-12; 10/11/2023; 10.11.23; 2019-aug-1."""
    one, sign, two, again, three = tokens[at : at + 5]
    if one.kind != "digits" or sign.kind not in ("-", "/", ".") or not sign.glued:
        return None
    whole = sign.kind == again.kind and three.kind == "digits" and three.glued
    if full_year(one):
        if whole and two.kind in ("digits", "month") and len(three.name) <= TWO:
            return Unit(Grain.DAY, Year(one.value), two.value, three.value), at + 5
        plain = sign.kind == "-" and two.kind == "digits" and len(two.name) == TWO
        if plain and 1 <= two.value <= min(MONTHS, one.value % 100):  # 2011-12 is a span
            return Unit(Grain.MONTH, Year(one.value), two.value), at + 3
        return None
    number = three.value if full_year(three) else short_year(three)
    if whole and number and two.kind == "digits" and max(len(one.name), len(two.name)) <= TWO:
        return Numeric(one.value, two.value, number), at + 5
    return None


def coded(tokens: Tokens, at: int) -> tuple[Grain, int, int] | None:
    """Q3, 3Q, H1, 1H: the grain, the number and the position behind it."""
    one, two = tokens[at], tokens[at + 1]
    if not two.glued:
        return None
    letter, number = (two, one) if one.kind == "digits" else (one, two)
    if letter.kind not in ("q", "h") or number.kind != "digits" or len(number.name) != 1:
        return None
    grain, most = (Grain.QUARTER, QUARTERS) if letter.kind == "q" else (Grain.HALF, HALVES)
    return (grain, number.value, at + 2) if 1 <= number.value <= most else None


def period(tokens: Tokens, at: int) -> Read | None:
    """Q3 2024, 3Q24, Q3FY24, H1 2024; third quarter of fiscal 2025; the first half of 2024."""
    code = coded(tokens, at)
    if code:
        grain, index, behind = code
        when, end = joined_year(tokens, behind, ",", "-", "/", "of", "in")
        if when is None and (short := short_year(tokens[behind])):
            when, end = Year(short), behind + 1
        return Unit(grain, when, index), end if when else behind
    at = skip(tokens, at, "the")
    token = tokens[at]
    index = HALVES if token.kind == "latter" else token.value
    if token.kind not in ("ordinal", "latter", "digits"):
        return None
    behind = at + 1
    if token.kind == "digits":
        if tokens[behind].kind not in SUFFIXES:
            return None
        behind += 1
    word = skip(tokens, behind, "-")
    behind = skip(tokens, word, "fiscal", "financial")
    fiscal = behind > word
    unit = tokens[behind].name
    if tokens[behind].kind != "unit" or unit not in ("quarter", "half"):
        return None
    if not 1 <= index <= (QUARTERS if unit == "quarter" else HALVES):
        return None
    behind += 1
    if unit == "half" and tokens[behind].kind == "of" and tokens[behind + 1].kind == "month":
        inner, end = month_first(tokens, behind + 1) or (None, behind)
        if isinstance(inner, Unit) and inner.grain == Grain.MONTH:
            return inner._replace(part=f"half{index}"), end
    when, end = joined_year(tokens, behind, ",", "of", "in", "-")
    if when is not None and fiscal:
        when = when._replace(fiscal=True)
    return Unit(Grain(unit), when, index), end if when else behind
