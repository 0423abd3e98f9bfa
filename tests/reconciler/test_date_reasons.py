"""How two dates stand to each other, in the words that a user reads."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.model.values import PartialDate
from dealfacts.model.vocabulary import Anchor, Grain, Hedge
from dealfacts.reconciler.dating import relate, says_nothing_fixed

NONE = Hedge.NONE


def span(first: date, last: date, edtf: str | None, grain: Grain) -> PartialDate:
    return PartialDate(
        text=edtf or "words",
        edtf=edtf,
        earliest=first,
        latest=last,
        grain=grain,
        anchor=Anchor.EXPLICIT,
    )


def day(text: str) -> PartialDate:
    found = date.fromisoformat(text)
    return span(found, found, text, Grain.DAY)


def month(year: int, number: int, last: int) -> PartialDate:
    told = f"{year}-{number:02}"
    return span(date(year, number, 1), date(year, number, last), told, Grain.MONTH)


def year(number: int) -> PartialDate:
    return span(date(number, 1, 1), date(number, 12, 31), str(number), Grain.YEAR)


def yearless(edtf: str) -> PartialDate:
    return PartialDate(
        text=edtf, edtf=edtf, earliest=None, latest=None, grain=Grain.DAY, anchor=Anchor.UNRESOLVED
    )


def words(text: str, anchor: Anchor = Anchor.UNRESOLVED) -> PartialDate:
    return PartialDate(
        text=text, edtf=None, earliest=None, latest=None, grain=Grain.DAY, anchor=anchor
    )


RANGE = span(date(2031, 3, 1), date(2031, 3, 9), "2031-03-01/2031-03-09", Grain.DAY)
UNNAMED = span(date(2031, 3, 1), date(2031, 3, 9), None, Grain.DAY)
LATER_RANGE = span(date(2031, 3, 9), date(2031, 3, 20), "2031-03-09/2031-03-20", Grain.DAY)
TABLE = [
    (day("2031-03-04"), day("2031-03-04"), "equal", "both say 2031-03-04"),
    (RANGE, UNNAMED, "equal", "both mean 2031-03-01 to 2031-03-09"),
    (day("2031-03-04"), month(2031, 3, 31), "refines", "2031-03-04 lies within 2031-03"),
    (month(2031, 3, 31), year(2031), "refines", "2031-03 lies within 2031"),
    (day("2031-03-01"), RANGE, "refines", "2031-03-01 lies within 2031-03-01 to 2031-03-09"),
    (day("2031-03-09"), RANGE, "refines", "2031-03-09 lies within 2031-03-01 to 2031-03-09"),
    (
        RANGE,
        LATER_RANGE,
        "consistent_with_hedge",
        "2031-03-01 to 2031-03-09 and 2031-03-09 to 2031-03-20 overlap",
    ),
    (
        day("2031-03-04"),
        day("2031-03-05"),
        "one_day_offset",
        "2031-03-04 and 2031-03-05 are one day apart",
    ),
    (
        day("2031-03-04"),
        day("2031-03-06"),
        "conflict",
        "2031-03-04 and 2031-03-06 have no day in common",
    ),
    (year(2018), year(2019), "conflict", "2018 and 2019 have no day in common"),
    (yearless("XXXX-03-04"), day("2031-03-04"), "equal", "both mean 2031-03-04"),
    (
        yearless("XXXX-02"),
        day("2031-02-28"),
        "refines",
        "2031-02-28 lies within 2031-02-01 to 2031-02-28",
    ),
    (
        yearless("XXXX-02"),
        day("2032-02-29"),
        "refines",
        "2032-02-29 lies within 2032-02-01 to 2032-02-29",
    ),
    (
        yearless("XXXX-12"),
        day("2031-12-31"),
        "refines",
        "2031-12-31 lies within 2031-12-01 to 2031-12-31",
    ),
    (
        yearless("XXXX-03-04"),
        yearless("XXXX-03-05"),
        "one_day_offset",
        "2000-03-04 and 2000-03-05 are one day apart",
    ),
    (
        yearless("XXXX-02-29"),
        day("2031-03-01"),
        "not_comparable",
        "“XXXX-02-29” and “2031-03-01”: unresolved, because no publication date settles it",
    ),
    (
        words("Monday"),
        words("monday"),
        "equal",
        "both say “Monday”; neither is resolved to a calendar day",
    ),
    (
        words("Monday"),
        words("last Monday"),
        "refines",
        "“Monday” and “last Monday” name the same weekday",
    ),
    (
        words("Monday"),
        words("Tuesday"),
        "not_comparable",
        "“Monday” and “Tuesday”: unresolved, and the weekdays differ",
    ),
    (
        words("Monday"),
        day("2031-03-03"),
        "refines",
        "“Monday” and “2031-03-03” name the same weekday",
    ),
    (
        words("Monday"),
        day("2031-03-04"),
        "not_comparable",
        "“Monday” and “2031-03-04”: unresolved, and the weekdays differ",
    ),
    (
        words("recently"),
        day("2031-03-04"),
        "refines",
        "“recently” is unresolved; nothing in it speaks against",
    ),
    (
        words("the 4th"),
        day("2031-03-04"),
        "not_comparable",
        "“the 4th” and “2031-03-04”: unresolved, because no publication date settles it",
    ),
]


@pytest.mark.parametrize(("a", "b", "relation", "reason"), TABLE)
def test_two_dates(a: PartialDate, b: PartialDate, relation: str, reason: str) -> None:
    assert relate(a, b, (NONE, NONE)) == (relation, reason)
    assert relate(b, a, (NONE, NONE))[0] == relation


@pytest.mark.parametrize(
    ("hedge", "relation", "reason"),
    [
        (Hedge.AT_MOST, "refines", "2031-02-03 lies within any day up to 2031-03-04"),
        (Hedge.UNDER, "refines", "2031-02-03 lies within any day up to 2031-03-04"),
        (Hedge.BELOW, "refines", "2031-02-03 lies within any day up to 2031-03-04"),
        (
            Hedge.AT_LEAST,
            "conflict",
            "any day from 2031-03-04 and 2031-02-03 have no day in common",
        ),
        (Hedge.ABOVE, "conflict", "any day from 2031-03-04 and 2031-02-03 have no day in common"),
        (
            Hedge.JUST_ABOVE,
            "conflict",
            "any day from 2031-03-04 and 2031-02-03 have no day in common",
        ),
        (
            Hedge.ABOUT,
            "conflict",
            "2031-03-03 to 2031-03-05 and 2031-02-03 have no day in common",
        ),
    ],
)
def test_a_hedged_day_against_an_earlier_one(hedge: Hedge, relation: str, reason: str) -> None:
    found = relate(day("2031-03-04"), day("2031-02-03"), (hedge, NONE))

    assert found == (relation, reason)


def test_around_a_year_reaches_the_years_beside_it() -> None:
    near = relate(year(2016), day("2015-01-02"), (Hedge.ABOUT, NONE))
    far = relate(year(2016), day("2014-06-01"), (Hedge.ABOUT, NONE))

    assert near[0] == "refines"
    assert far[0] == "conflict"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (words("recently"), True),
        (words("Thursday"), False),
        (words("the 4th"), False),
        (words("recently", Anchor.PUBLICATION), False),
        (yearless("XXXX-03"), False),
        (day("2031-03-04"), False),
    ],
)
def test_what_says_nothing_fixed(value: PartialDate, expected: object) -> None:
    assert says_nothing_fixed(value) is expected
