"""Resolves a written date against the publication of its article.

What the words leave open is filled in only by the publication date, and only where it settles
them. Refuses the clock: without a publication date a relative date stays unresolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from dealfacts.extractor.readers import calendar
from dealfacts.extractor.readers.calendar import DAY, When
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
)
from dealfacts.extractor.readers.nearest import WEEK, back, beside, day, moved, recurring, stepped
from dealfacts.model.vocabulary import Anchor, Grain

if TYPE_CHECKING:
    from datetime import date


class Base(NamedTuple):
    """What a written date is counted from: the day of publication and the ways of the article.

    `direction` is 1 where the words around speak of the future, -1 of the past, 0 of neither;
    `opens` the month in which a fiscal year begins.
    """

    published: date | None = None
    direction: int = 0
    opens: int = 1


class Resolved(NamedTuple):
    """What a form comes to: an interval, or only an EDTF form with unknown parts, or nothing."""

    when: When | None = None
    edtf: str | None = None
    grain: Grain = Grain.UNKNOWN
    anchor: Anchor = Anchor.UNRESOLVED


def resolve(form: Form, base: Base) -> Resolved | None:
    """The days that a form means; None where the calendar has no such day."""
    try:
        return _resolve(form, base)
    except (ValueError, OverflowError):  # beyond the years of the calendar
        return None


def _resolve(form: Form, base: Base) -> Resolved | None:
    match form:
        case Unit():
            return _unit(form, base)
        case Numeric():
            return _numeric(form)
        case Span():
            return _span(form, base)
        case Week():
            return _week(form, base)
        case Ended():
            return _ended(form, base)
        case Share():
            return _share(form, base)
        case Offset():
            return _offset(form, base.published)
        case Running():
            return _running(form, base.published)
        case Vague():
            return Resolved()
        case _:
            assert_never(form)


def _explicit(when: When | None) -> Resolved | None:
    return Resolved(when, when.edtf, when.grain, Anchor.EXPLICIT) if when else None


def _published(when: When | None) -> Resolved | None:
    return Resolved(when, when.edtf, when.grain, Anchor.PUBLICATION) if when else None


def _unit(form: Unit, base: Base) -> Resolved | None:
    if form.year is not None and form.year.number is not None:
        return _explicit(_in_year(form, form.year.number, base.opens))
    published = base.published
    if published is None:
        return _unknown(form)
    if form.year is not None:
        begun = form.year.fiscal and published.month >= base.opens > 1
        when = _in_year(form, published.year + form.year.shift + begun, base.opens)
        return _published(when and beside(when, form.part, published))
    if form.grain == Grain.DAY:
        return _published(day(form, published, base.direction))
    if form.grain in (Grain.QUARTER, Grain.HALF) and form.shift is None:
        return _unknown(form)  # of which year, and of a fiscal one or not, nothing settles
    if form.place:
        return _published(recurring(form, published, base.direction))
    when = stepped(form.grain, form.shift or 0, published)
    return _published(beside(calendar.narrow(when, form.part), form.part, published))


def _in_year(form: Unit, year: int, opens: int = 1) -> When | None:
    """A unit whose year is known, narrowed to its part; a fiscal one where such years open."""
    if form.grain == Grain.DAY:
        return calendar.on(year, form.place, form.day)
    if opens > 1 and form.year is not None and form.year.fiscal:
        fiscal = calendar.fiscal(form.grain, year, form.place, opens)
        if fiscal is not None:
            return calendar.narrow(fiscal, form.part)
    return calendar.narrow(calendar.unit(form.grain, year, form.place), form.part)


def _unknown(form: Unit) -> Resolved:
    """The EDTF form with its year unknown: XXXX-04-24, XXXX-04, XXXX-34; None for steps."""
    if form.shift is not None or not form.place:
        return Resolved(grain=form.grain)
    if form.grain == Grain.DAY:
        return Resolved(edtf=f"XXXX-{form.place:02}-{form.day:02}", grain=form.grain)
    offset = {Grain.QUARTER: 32, Grain.HALF: 39}.get(form.grain, 0)
    return Resolved(edtf=f"XXXX-{form.place + offset:02}", grain=form.grain)


def _numeric(form: Numeric) -> Resolved | None:
    """Day first and month first; resolved only if one is impossible or both are the same."""
    day_first = calendar.on(form.year, form.two, form.one)
    month_first = calendar.on(form.year, form.one, form.two)
    if day_first is None or month_first is None or day_first == month_first:
        return _explicit(day_first or month_first)
    return Resolved(edtf=f"{form.year}-XX-XX", grain=Grain.DAY)


def _span(form: Span, base: Base) -> Resolved | None:
    first = resolve(form.first, base)
    last = resolve(form.last, base)
    if first is None or last is None:
        return None
    if first.when is None or last.when is None:
        both = first.edtf and last.edtf
        return Resolved(edtf=f"{first.edtf}/{last.edtf}" if both else None, grain=Grain.SPAN)
    when, end = first.when, last.when
    opening = form.first
    crossed = when.earliest > end.latest
    if crossed and isinstance(opening, Unit) and opening.place and opening.year is None:
        when = _in_year(opening, when.earliest.year - 1) or when  # "November to March"
    if when.earliest > end.latest:  # "Monday to Friday" on a Wednesday
        return Resolved(grain=Grain.SPAN)
    anchors = (first.anchor, last.anchor)
    anchor = Anchor.PUBLICATION if Anchor.PUBLICATION in anchors else Anchor.EXPLICIT
    joined = calendar.span(when, end)
    if when.edtf == end.edtf:
        joined = joined._replace(edtf=when.edtf, grain=when.grain)
    return Resolved(joined, joined.edtf, joined.grain, anchor)


def _week(form: Week, base: Base) -> Resolved | None:
    inside = resolve(form.inside, base)
    if inside is None or inside.when is None:
        return inside and Resolved(grain=Grain.WEEK)
    whole = inside.when
    if form.weekend:
        when = calendar.weekend(whole.earliest)
    elif form.number < 0:
        late = (whole.latest.weekday() - 3) % WEEK  # the week of the last Thursday
        when = calendar.week(whole.latest - late * DAY)
    elif form.number == 0:
        when = calendar.week(whole.earliest)
    else:  # the first week is the one of the first Thursday
        thursday = whole.earliest + ((3 - whole.earliest.weekday()) % WEEK) * DAY
        when = calendar.week(thursday + (form.number - 1) * WEEK * DAY)
    return inside._replace(when=when, edtf=when.edtf, grain=when.grain)


def _ended(form: Ended, base: Base) -> Resolved | None:
    inside = resolve(form.last, base)
    if inside is None or inside.when is None:
        return inside and Resolved(grain=Grain.SPAN)
    when = calendar.days(back(inside.when.latest, form.times, form.unit), inside.when.latest)
    return inside._replace(when=when, edtf=when.edtf, grain=when.grain)


def _share(form: Share, base: Base) -> Resolved | None:
    inside = resolve(form.whole, base)
    if inside is None or inside.when is None:
        return inside and Resolved(grain=Grain.SPAN)
    whole = inside.when
    if form.last:
        when = calendar.days(back(whole.latest, form.times, form.unit), whole.latest)
    else:
        when = calendar.days(whole.earliest, moved(whole.earliest, form.times, form.unit) - DAY)
    return inside._replace(when=when, edtf=when.edtf, grain=when.grain)


def _offset(form: Offset, published: date | None) -> Resolved | None:
    """Two years ago is a year, two months ago a month, two weeks ago a week, else a day."""
    if published is None:
        return Resolved()
    then = moved(published, form.times, form.unit)
    match form.unit:
        case "year" | "decade":
            when = calendar.unit(Grain.YEAR, then.year)
        case "month" | "quarter" | "half":
            when = calendar.unit(Grain.MONTH, then.year, then.month)
        case "week" | "fortnight" | "weekend":
            when = calendar.week(then)
        case _:
            when = calendar.day(then)
    return _published(when)


def _running(form: Running, published: date | None) -> Resolved | None:
    """The past five years end the day before, the next five open the day after publication."""
    if published is None:
        return Resolved(grain=Grain.SPAN)
    if form.unit == "quarter" and not form.within:
        first, last = sorted((form.times, form.times // abs(form.times)))
        opening = stepped(Grain.QUARTER, first, published)
        return _published(calendar.span(opening, stepped(Grain.QUARTER, last, published)))
    other = moved(published, form.times, form.unit)
    if form.within:
        first_day, last_day = published, other
    elif form.times > 0:
        first_day, last_day = published + DAY, other
    else:
        first_day, last_day = other, published - DAY
    return _published(calendar.span(calendar.day(first_day), calendar.day(last_day)))
