"""Chooses among the days that words leave open: which April, which Friday, how far back.

The words around a date give a direction (1 ahead, -1 back, 0 neither), the article its day of
publication. Refuses to choose without that day.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dealfacts.extractor.readers import calendar
from dealfacts.extractor.readers.calendar import DAY, MONTHS, When
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from dealfacts.extractor.readers.date_forms import Unit

WEEK = 7
LENGTHS = {"day": DAY, "week": WEEK * DAY, "fortnight": 2 * WEEK * DAY, "weekend": WEEK * DAY}
MONTH_LENGTHS = {"month": 1, "quarter": 3, "half": 6, "year": MONTHS, "decade": 10 * MONTHS}
# "July 28" in an article of July 25 is to come; in one of January it was last year.
SOON = timedelta(days=45)
# So long after its end a month of this year is called by its name alone, and not "last".
JUST_OVER = timedelta(days=45)


def beside(when: When, part: str, published: date) -> When:
    """Earlier this year ends with the publication, later this year opens with it."""
    if part == "earlier" and when.earliest <= published:
        return when._replace(latest=min(when.latest, published))
    if part == "later" and published <= when.latest:
        return when._replace(earliest=max(when.earliest, published))
    return when


def day(form: Unit, published: date, direction: int) -> When | None:
    """A day by month and number, by weekday or by steps from the publication."""
    if form.place:
        return _month_day(form, published, direction)
    if form.weekday < 0:
        return calendar.day(published + (form.shift or 0) * DAY)
    ahead = (form.weekday - published.weekday()) % WEEK
    if form.shift is None:
        back = (published.weekday() - form.weekday) % WEEK
        return calendar.day(published + (ahead if direction > 0 else -back) * DAY)
    if form.part == "past":
        return calendar.day(published - ((published.weekday() - form.weekday - 1) % WEEK + 1) * DAY)
    if form.part in ("coming", "upcoming"):
        return calendar.day(published + ((ahead - 1) % WEEK + 1) * DAY)
    monday = published - published.weekday() * DAY
    return calendar.day(monday + (form.shift * WEEK + form.weekday) * DAY)


def _month_day(form: Unit, published: date, direction: int) -> When | None:
    """July 16: the nearest one that fits the direction, and the weekday if there is one."""
    found = [calendar.on(published.year + step, form.place, form.day) for step in (-1, 0, 1)]
    days = [when for when in found if when is not None]
    if form.weekday >= 0:
        days = [when for when in days if when.earliest.weekday() == form.weekday] or days
    past = [when for when in days if when.earliest <= published]
    ahead = [when for when in days if when.earliest >= published]
    if direction > 0 and ahead:
        return ahead[0]
    if direction == 0 and ahead and ahead[0].earliest - published <= SOON:
        near = not past or published - past[-1].earliest > ahead[0].earliest - published
        return ahead[0] if near else past[-1]
    return past[-1] if past else (ahead[0] if ahead else None)


def recurring(form: Unit, published: date, direction: int) -> When:
    """A month or season without year: the last one begun, or the next one not yet over."""
    years = range(published.year - 2, published.year + 3)
    all_units = [calendar.unit(form.grain, year, form.place) for year in years]
    begun = [when for when in all_units if when.earliest <= published]
    open_still = [when for when in all_units if when.latest >= published]
    if form.shift == 0:
        when = all_units[2]
    elif form.shift == -1:
        over = [each for each in begun if each.latest < published]
        # In July, June is "last month": "last June" is that of the year before.
        just = form.grain is Grain.MONTH and published - over[-1].latest < JUST_OVER
        when = over[-2 if just and over[-1].latest.year == published.year else -1]
    elif form.shift == 1:
        when = next(each for each in open_still if each.earliest > published)
    else:
        when = open_still[0] if direction > 0 else begun[-1]
    return beside(calendar.narrow(when, form.part), form.part, published)


def stepped(grain: Grain, shift: int, published: date) -> When:
    """The week, month, quarter, half or decade of publication, or one so many before or after."""
    year, month = published.year, published.month
    match grain:
        case Grain.WEEK:
            return calendar.week(published + shift * WEEK * DAY)
        case Grain.MONTH | Grain.QUARTER | Grain.HALF:
            length = MONTH_LENGTHS[grain.value]
            step, index = divmod((year * MONTHS + month - 1) // length + shift, MONTHS // length)
            return calendar.unit(grain, step, index + 1)
        case _:
            return calendar.unit(Grain.DECADE, year + 10 * shift)


def moved(start: date, count: int, unit: str) -> date:
    """So many units on (or back, if negative)."""
    if unit in LENGTHS:
        return start + count * LENGTHS[unit]
    return calendar.add_months(start, count * MONTH_LENGTHS[unit])


def back(last: date, count: int, unit: str) -> date:
    """The first of so many units that end with the day `last`."""
    return moved(last + DAY, -count, unit)
