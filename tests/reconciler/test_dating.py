"""Dates against dates: ranges of days, missing years, weekdays, and words that fix nothing."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.model.values import PartialDate
from dealfacts.model.vocabulary import Anchor, Grain, Hedge, Relation
from dealfacts.reconciler.compare import Side, compare


def days(first: str, last: str | None = None, grain: Grain = Grain.DAY) -> Side:
    return Side(
        PartialDate(
            text=first,
            edtf=first if last is None else f"{first}/{last}",
            earliest=date.fromisoformat(first),
            latest=date.fromisoformat(last or first),
            grain=grain if last is None else Grain.SPAN,
            anchor=Anchor.EXPLICIT,
        )
    )


def words(text: str, edtf: str | None = None) -> Side:
    return Side(PartialDate(text=text, edtf=edtf))


def told_from(text: str, base: str) -> Side:
    return Side(PartialDate(text=text, base=base))


def hedged(side: Side, hedge: Hedge) -> Side:
    return Side(side.value, hedge)


TABLE = [
    (days("2031-03-01"), days("2031-03-01"), Relation.EQUAL),
    (days("2031-03-01"), days("2031-03-02"), Relation.ONE_DAY_OFFSET),
    (days("2031-03-01"), days("2031-03-03"), Relation.CONFLICT),
    (days("2031-03-01"), days("2031-03-01", "2031-03-31"), Relation.REFINES),
    (days("2031-01-01", "2031-06-30"), days("2031-04-01", "2031-09-30"), "overlap"),
    (days("2031-01-01", "2031-06-30"), days("2032-01-01", "2032-06-30"), Relation.CONFLICT),
    (words("April", "XXXX-04"), words("in April", "XXXX-04"), Relation.EQUAL),
    (words("April", "XXXX-04"), days("2031-04-09"), Relation.REFINES),
    (words("April", "XXXX-04"), days("2031-05-09"), Relation.CONFLICT),
    (words("April", "XXXX-04"), words("April 9", "XXXX-04-09"), Relation.REFINES),
    # a day of no year lies in every year: that bears nothing out
    (words("April 9", "XXXX-04-09"), days("2031-01-01", "2031-12-31"), Relation.NOT_COMPARABLE),
    (words("April", "XXXX-04"), days("2031-01-01", "2031-06-30"), Relation.REFINES),
    (words("Feb 30", "XXXX-02-30"), days("2031-05-09"), Relation.NOT_COMPARABLE),
    (words("Thursday"), words("thursday"), Relation.EQUAL),
    (words("Thursday"), words("on Thursday"), Relation.REFINES),
    (words("Thursday"), words("Friday"), Relation.NOT_COMPARABLE),
    (words("Saturday"), days("2031-03-01"), Relation.REFINES),
    (words("Friday"), days("2031-03-01"), Relation.NOT_COMPARABLE),
    (words("Friday"), days("2031-03-01", "2031-03-31"), Relation.NOT_COMPARABLE),
    # March 1, 2031 is a Saturday: a weekday that an article of some March 1 names
    (told_from("Saturday", "XXXX-03-01"), days("2031-03-01"), Relation.EQUAL),
    (told_from("Saturday", "XXXX-03-01"), days("2031-03-02"), Relation.ONE_DAY_OFFSET),
    (told_from("Friday", "XXXX-03-01"), days("2031-02-28"), Relation.EQUAL),
    (told_from("Saturday", "XXXX-03-01"), days("2031-05-03"), Relation.CONFLICT),
    (told_from("Saturday", "XXXX-03-01"), days("2031-03-01", "2031-03-31"), Relation.REFINES),
    # in that year its article would be of another day
    (told_from("Thursday", "XXXX-03-01"), days("2031-02-27"), Relation.NOT_COMPARABLE),
    (told_from("Saturday", "XXXX-02-29"), days("2031-03-01"), Relation.NOT_COMPARABLE),
    (told_from("Saturday", "XXXX-03-01"), words("Saturday"), Relation.EQUAL),
    (told_from("Saturday", "XXXX-03-01"), words("on Saturday"), Relation.REFINES),
    (
        told_from("Saturday", "XXXX-03-01"),
        told_from("Saturday", "XXXX-09-13"),
        Relation.NOT_COMPARABLE,
    ),
    (words("today"), words("Thursday"), Relation.REFINES),
    (words("recently"), days("2031-03-01"), Relation.REFINES),
    (words("day 3 of the fair"), days("2031-03-01"), Relation.NOT_COMPARABLE),
    (words("earlier this year"), words("April", "XXXX-04"), Relation.REFINES),
    (hedged(days("2031-05-31"), Hedge.AT_MOST), days("2031-05-02"), Relation.REFINES),
    (hedged(days("2031-05-31"), Hedge.AT_LEAST), days("2031-06-02"), Relation.REFINES),
    (hedged(days("2031-05-31"), Hedge.ABOUT), days("2031-06-01"), Relation.REFINES),
    (hedged(days("2031-05-31"), Hedge.AT_MOST), days("2031-06-02"), Relation.CONFLICT),
    (
        hedged(days("2031-05-31"), Hedge.AT_MOST),
        hedged(days("2031-07-31"), Hedge.AT_MOST),
        Relation.CONFLICT,
    ),
    (hedged(days("2031-05-31"), Hedge.AT_LEAST), days("2031-05-02"), Relation.CONFLICT),
]


@pytest.mark.parametrize(("a", "b", "expected"), TABLE)
def test_dates(a: Side, b: Side, expected: object) -> None:
    wanted = Relation.CONSISTENT_WITH_HEDGE if expected == "overlap" else expected
    assert compare(a, b).relation is wanted
    assert compare(b, a).relation is wanted
    assert compare(a, b).reason
