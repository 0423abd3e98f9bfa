"""Resolves a written date against the publication of its article.

What the words leave open is filled in only by the publication date, and only where it settles
them. Refuses the clock: without a publication date a relative date stays unresolved.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never

from dealfacts.extractor.readers import calendar
from dealfacts.extractor.readers.calendar import DAY, MONTHS, When
from dealfacts.extractor.readers.date_forms import (
    Ended,
    Form,
    Numeric,
    Offset,
    Running,
    Share,
    Span,
    Unit,
    Vague,
    Week,
    Year,
)
from dealfacts.model.vocabulary import Anchor, Grain

WEEK = 7
LENGTHS = {"day": DAY, "week": WEEK * DAY, "fortnight": 2 * WEEK * DAY, "weekend": WEEK * DAY}
MONTH_LENGTHS = {"month": 1, "quarter": 3, "half": 6, "year": MONTHS, "decade": 10 * MONTHS}
# "July 28" in an article of July 25 is to come; in one of January it was last year.
SOON = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a form comes to: an interval, or only an EDTF form with unknown parts, or nothing."""

    when: When | None = None
    edtf: str | None = None
    grain: Grain = Grain.UNKNOWN
    anchor: Anchor = Anchor.UNRESOLVED


def resolve(form: Form, published: date | None, direction: int) -> Resolved | None:
    """The days that a form means; None where the calendar has no such day.

    `direction` is 1 where the words around speak of the future, -1 of the past, 0 of neither.
    """
    try:
        return _resolve(form, published, direction)
    except (ValueError, OverflowError):  # beyond the years of the calendar
        return None


def _resolve(form: Form, published: date | None, direction: int) -> Resolved | None:
    match form:
        case Unit():
            return _unit(form, published, direction)
        case Numeric():
            return _numeric(form)
        case Span():
            return _span(form, published, direction)
        case Week():
            return _week(form, published, direction)
        case Ended():
            return _ended(form, published, direction)
        case Share():
            return _share(form, published, direction)
        case Offset():
            return _offset(form, published)
        case Running():
            return _running(form, published)
        case Vague():
            return Resolved()
        case _:
            assert_never(form)


def _explicit(when: When | None) -> Resolved | None:
    return when and Resolved(when, when.edtf, when.grain, Anchor.EXPLICIT)


def _published(when: When | None) -> Resolved | None:
    return when and Resolved(when, when.edtf, when.grain, Anchor.PUBLICATION)


def _unit(form: Unit, published: date | None, direction: int) -> Resolved | None:
    if form.year is not None and form.year.number is not None:
        return _explicit(_in_year(form, form.year.number))
    if published is None:
        return _unknown(form)
    if form.year is not None:
        when = _in_year(form, published.year + form.year.shift)
        return _published(when and _beside(when, form.part, published))
    if form.grain == Grain.DAY:
        return _published(_day(form, published, direction))
    if form.grain in (Grain.QUARTER, Grain.HALF) and form.shift is None:
        return _unknown(form)  # of which year, and of a fiscal one or not, nothing settles
    if form.index:
        return _published(_recurring(form, published, direction))
    when = _stepped(form.grain, form.shift or 0, published)
    return _published(_beside(calendar.narrow(when, form.part), form.part, published))


def _in_year(form: Unit, year: int) -> When | None:
    """A unit whose year is known, narrowed to its part."""
    if form.grain == Grain.DAY:
        return calendar.on(year, form.index, form.day)
    return calendar.narrow(calendar.unit(form.grain, year, form.index), form.part)


def _beside(when: When, part: str, published: date) -> When:
    """Earlier this year ends with the publication, later this year opens with it."""
    if part == "earlier" and when.earliest <= published:
        return replace(when, latest=min(when.latest, published))
    if part == "later" and published <= when.latest:
        return replace(when, earliest=max(when.earliest, published))
    return when


def _unknown(form: Unit) -> Resolved:
    """The EDTF form with its year unknown: XXXX-04-24, XXXX-04, XXXX-34; None for steps."""
    if form.shift is not None or not form.index:
        return Resolved(grain=form.grain)
    if form.grain == Grain.DAY:
        return Resolved(edtf=f"XXXX-{form.index:02}-{form.day:02}", grain=form.grain)
    offset = {Grain.QUARTER: 32, Grain.HALF: 39}.get(form.grain, 0)
    return Resolved(edtf=f"XXXX-{form.index + offset:02}", grain=form.grain)


def _day(form: Unit, published: date, direction: int) -> When | None:
    """A day by month and number, by weekday or by steps from the publication."""
    if form.index:
        return _month_day(form, published, direction)
    if form.weekday < 0:
        return calendar.day(published + (form.shift or 0) * DAY)
    ahead = (form.weekday - published.weekday()) % WEEK
    if form.shift is None:
        back = (published.weekday() - form.weekday) % WEEK
        return calendar.day(published + (ahead if direction > 0 else -back) * DAY)
    if form.part in ("past", "previous"):
        return calendar.day(published - ((published.weekday() - form.weekday - 1) % WEEK + 1) * DAY)
    if form.part in ("coming", "upcoming"):
        return calendar.day(published + ((ahead - 1) % WEEK + 1) * DAY)
    monday = published - published.weekday() * DAY
    return calendar.day(monday + (form.shift * WEEK + form.weekday) * DAY)


def _month_day(form: Unit, published: date, direction: int) -> When | None:
    """July 16: the nearest one that fits the direction, and the weekday if there is one."""
    found = [calendar.on(published.year + step, form.index, form.day) for step in (-1, 0, 1)]
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


def _recurring(form: Unit, published: date, direction: int) -> When:
    """A month or season without year: the last one begun, or the next one not yet over."""
    years = range(published.year - 2, published.year + 3)
    all_units = [calendar.unit(form.grain, year, form.index) for year in years]
    begun = [when for when in all_units if when.earliest <= published]
    open_still = [when for when in all_units if when.latest >= published]
    if form.shift == 0:
        when = all_units[2]
    elif form.shift == -1:
        when = next(each for each in reversed(begun) if each.latest < published)
    elif form.shift == 1:
        when = next(each for each in open_still if each.earliest > published)
    else:
        when = open_still[0] if direction > 0 else begun[-1]
    return _beside(calendar.narrow(when, form.part), form.part, published)


def _stepped(grain: Grain, shift: int, published: date) -> When:
    """The unit of publication, or one so many units before or after."""
    year, month = published.year, published.month
    match grain:
        case Grain.WEEK:
            return calendar.week(published + shift * WEEK * DAY)
        case Grain.MONTH | Grain.QUARTER | Grain.HALF:
            length = MONTH_LENGTHS[grain.value]
            step, index = divmod((year * MONTHS + month - 1) // length + shift, MONTHS // length)
            return calendar.unit(grain, step, index + 1)
        case Grain.DECADE:
            return calendar.unit(grain, year + 10 * shift)
        case Grain.DAY:
            return calendar.day(published + shift * DAY)
        case _:
            return calendar.unit(Grain.YEAR, year + shift)


def _numeric(form: Numeric) -> Resolved | None:
    """Day first and month first; resolved only if one is impossible or both are the same."""
    day_first = calendar.on(form.year, form.two, form.one)
    month_first = calendar.on(form.year, form.one, form.two)
    if day_first is None or month_first is None or day_first == month_first:
        return _explicit(day_first or month_first)
    return Resolved(edtf=f"{form.year}-XX-XX", grain=Grain.DAY)


def _span(form: Span, published: date | None, direction: int) -> Resolved | None:
    first = resolve(form.first, published, direction)
    last = resolve(form.last, published, direction)
    if first is None or last is None:
        return None
    if first.when is None or last.when is None:
        both = first.edtf and last.edtf
        return Resolved(edtf=f"{first.edtf}/{last.edtf}" if both else None, grain=Grain.SPAN)
    when, end = first.when, last.when
    if when.earliest > end.latest and isinstance(form.first, Unit) and form.first.year is None:
        when = (
            calendar.unit(when.grain, when.earliest.year - 1, form.first.index)
            if when.grain == Grain.MONTH
            else when
        )
    if when.earliest > end.latest:
        return None
    anchors = (first.anchor, last.anchor)
    anchor = Anchor.PUBLICATION if Anchor.PUBLICATION in anchors else Anchor.EXPLICIT
    joined = calendar.span(when, end)
    if when.edtf == end.edtf:
        joined = replace(joined, edtf=when.edtf, grain=when.grain)
    return Resolved(joined, joined.edtf, joined.grain, anchor)


def _week(form: Week, published: date | None, direction: int) -> Resolved | None:
    inside = resolve(form.inside, published, direction)
    if inside is None or inside.when is None:
        return inside and Resolved(grain=Grain.WEEK)
    whole = inside.when
    if form.weekend:
        when = calendar.weekend(whole.earliest)
    elif form.number < 0:
        when = calendar.week(whole.latest)
    elif form.number == 0:
        when = calendar.week(whole.earliest)
    else:  # the first week is the one of the first Thursday
        thursday = whole.earliest + ((3 - whole.earliest.weekday()) % WEEK) * DAY
        when = calendar.week(thursday + (form.number - 1) * WEEK * DAY)
    return replace(inside, when=when, edtf=when.edtf, grain=when.grain)


def _ended(form: Ended, published: date | None, direction: int) -> Resolved | None:
    inside = resolve(form.last, published, direction)
    if inside is None or inside.when is None:
        return inside and Resolved(grain=Grain.SPAN)
    when = calendar.days(_back(inside.when.latest, form.count, form.unit), inside.when.latest)
    return replace(inside, when=when, edtf=when.edtf, grain=when.grain)


def _share(form: Share, published: date | None, direction: int) -> Resolved | None:
    inside = resolve(form.whole, published, direction)
    if inside is None or inside.when is None:
        return inside and Resolved(grain=Grain.SPAN)
    whole = inside.when
    if form.last:
        when = calendar.days(_back(whole.latest, form.count, form.unit), whole.latest)
    else:
        when = calendar.days(whole.earliest, _moved(whole.earliest, form.count, form.unit) - DAY)
    return replace(inside, when=when, edtf=when.edtf, grain=when.grain)


def _moved(start: date, count: int, unit: str) -> date:
    """So many units on (or back, if negative)."""
    if unit in LENGTHS:
        return start + count * LENGTHS[unit]
    return calendar.add_months(start, count * MONTH_LENGTHS[unit])


def _back(last: date, count: int, unit: str) -> date:
    """The first of so many units that end with the day `last`."""
    return _moved(last + DAY, -count, unit)


def _offset(form: Offset, published: date | None) -> Resolved | None:
    """Two years ago is a year, two months ago a month, two weeks ago a week, else a day."""
    if published is None:
        return Resolved()
    day = _moved(published, form.count, form.unit)
    match form.unit:
        case "year" | "decade":
            when = calendar.unit(Grain.YEAR, day.year)
        case "month" | "quarter" | "half":
            when = calendar.unit(Grain.MONTH, day.year, day.month)
        case "week" | "fortnight" | "weekend":
            when = calendar.week(day)
        case _:
            when = calendar.day(day)
    return _published(when)


def _running(form: Running, published: date | None) -> Resolved | None:
    """The past five years end with the publication; within six months opens with it."""
    if published is None:
        return Resolved(grain=Grain.SPAN)
    other = _moved(published, form.count, form.unit)
    first, last = sorted((published, other))
    return _published(calendar.span(calendar.day(first), calendar.day(last)))
