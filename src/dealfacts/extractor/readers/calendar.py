"""The calendar: days, weeks, months, quarters, halves, seasons, years and decades as intervals.

A `When` is a resolved interval of days with its EDTF form (quarters 33 to 36, halves 40 and 41,
seasons 21 to 24). Refuses to know when an article was published and to read words.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from dealfacts.model.vocabulary import Grain

FIRST_YEAR, LAST_YEAR = 1000, 2999
MONTHS = 12
DAY = timedelta(days=1)
# Which share of a unit a part word means, in twelfths: early 2024 is January to April.
PARTS = {
    "early": (0, 4),
    "mid": (3, 9),
    "late": (8, 12),
    "start": (0, 1),
    "end": (11, 12),
    "half1": (0, 6),
    "half2": (6, 12),
}
MONTH_DAYS = {
    "early": (1, 10),
    "mid": (8, 23),
    "late": (20, 31),
    "start": (1, 7),
    "end": (24, 31),
    "half1": (1, 15),
    "half2": (16, 31),
}
SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}


class When(NamedTuple):
    """Days from `earliest` to `latest`, both inclusive, the unit, and the form of ISO 8601-2."""

    earliest: date
    latest: date
    grain: Grain
    edtf: str


def last_day(year: int, month: int) -> int:
    """28 to 31."""
    following = date(year + month // MONTHS, month % MONTHS + 1, 1)
    return (following - DAY).day


def day(when: date) -> When:
    """One day."""
    return When(when, when, Grain.DAY, when.isoformat())


def on(year: int, month: int, number: int) -> When | None:
    """One day by its numbers; None where the month has no such day."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= MONTHS):
        return None
    if not 1 <= number <= last_day(year, month):
        return None
    return day(date(year, month, number))


def months(year: int, first: int, count: int) -> tuple[date, date]:
    """From the first day of a month over `count` months; `first` may lie outside 1 to 12."""
    whole = year * MONTHS + first - 1
    start_year, start = divmod(whole, MONTHS)
    end_year, end = divmod(whole + count - 1, MONTHS)
    end += 1
    return date(start_year, start + 1, 1), date(end_year, end, last_day(end_year, end))


def unit(grain: Grain, year: int, index: int = 1) -> When:
    """A month, quarter, half, season, year or decade; `index` counts it within its year.

    The index of a season is its EDTF code, 21 (spring) to 24 (winter, into the next year).
    """
    match grain:
        case Grain.MONTH:
            return When(*months(year, index, 1), grain, f"{year:04}-{index:02}")
        case Grain.QUARTER:
            return When(*months(year, index * 3 - 2, 3), grain, f"{year:04}-{index + 32}")
        case Grain.HALF:
            return When(*months(year, index * 6 - 5, 6), grain, f"{year:04}-{index + 39}")
        case Grain.SEASON:
            return When(*months(year, SEASON_START[index], 3), grain, f"{year:04}-{index}")
        case Grain.DECADE:
            first = year // 10 * 10
            return When(*months(first, 1, 10 * MONTHS), grain, f"{first // 10}X")
        case _:
            return When(*months(year, 1, MONTHS), Grain.YEAR, f"{year:04}")


def fiscal(grain: Grain, year: int, index: int, opens: int) -> When | None:
    """A year, half or quarter of books that open in the month `opens` and close in `year`.

    None for other units, which are the same in any books.
    """
    length = {Grain.YEAR: MONTHS, Grain.HALF: MONTHS // 2, Grain.QUARTER: 3}.get(grain)
    if length is None:
        return None
    first, last = months(year - 1, opens + length * max(index - 1, 0), length)
    whole = days(first, last)
    return whole._replace(edtf=f"{first:%Y-%m}/{last:%Y-%m}") if "/" in whole.edtf else whole


def week(inside: date) -> When:
    """Monday to Sunday around a day."""
    monday = inside - inside.weekday() * DAY
    return span(day(monday), day(monday + 6 * DAY), Grain.WEEK)


def weekend(inside: date) -> When:
    """Saturday and Sunday of the week of a day."""
    monday = inside - inside.weekday() * DAY
    return span(day(monday + 5 * DAY), day(monday + 6 * DAY), Grain.SPAN)


def span(first: When, last: When, grain: Grain = Grain.SPAN) -> When:
    """From the first day of one to the last day of the other."""
    return When(first.earliest, last.latest, grain, f"{first.edtf}/{last.edtf}")


def days(first: date, last: date, grain: Grain = Grain.SPAN) -> When:
    """A plain run of days; a whole year, quarter or month is recognised as such."""
    count = (last.year - first.year) * MONTHS + last.month - first.month + 1
    whole = first.day == 1 and last.day == last_day(last.year, last.month)
    if whole and count == MONTHS and first.month == 1:
        return unit(Grain.YEAR, first.year)
    if whole and count == 3 and first.month % 3 == 1:  # noqa: PLR2004  months of a quarter
        return unit(Grain.QUARTER, first.year, first.month // 3 + 1)
    return span(day(first), day(last), grain)


def add_months(start: date, count: int) -> date:
    """The same day `count` months on, or the last day of that month."""
    year, month = divmod(start.year * MONTHS + start.month - 1 + count, MONTHS)
    return date(year, month + 1, min(start.day, last_day(year, month + 1)))


def narrow(whole: When, part: str) -> When:
    """The early, mid or late part, the start or the end of a unit; its EDTF form stays.

    "End of May" means its last week, "the end of 2024" its last month, "late 2024" September on.
    """
    if part not in PARTS or whole.grain == Grain.DAY:
        return whole
    first, last = PARTS[part]
    if whole.grain == Grain.MONTH:
        first, last = MONTH_DAYS[part]
        latest = whole.latest if last > whole.latest.day else whole.earliest.replace(day=last)
        return When(whole.earliest.replace(day=first), latest, whole.grain, whole.edtf)
    if whole.grain == Grain.YEAR:
        return When(*months(whole.earliest.year, first + 1, last - first), whole.grain, whole.edtf)
    length = (whole.latest - whole.earliest).days + 1
    opens = length * first // MONTHS
    closes = max(length * last // MONTHS, opens + 1)
    earliest = whole.earliest + opens * DAY
    return When(earliest, whole.earliest + (closes - 1) * DAY, whole.grain, whole.edtf)
