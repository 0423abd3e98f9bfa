"""Slips of the pen: which pairs of values look like one that was mistyped, and which do not."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.values import PartialDate, Value
from dealfacts.model.vocabulary import Anchor, Grain, Hedge
from dealfacts.reconciler.relation import Side
from dealfacts.reconciler.slips import factor, is_slip, is_telling, slip, swapped


def figure(text: str) -> Side:
    found = read_phrase(text)
    assert found is not None
    return Side(*found, text)


def day(first: date, last: date | None = None, grain: Grain = Grain.DAY) -> Side:
    told = first.isoformat()
    value = PartialDate(
        text=told,
        edtf=told,
        earliest=first,
        latest=last or first,
        grain=grain,
        anchor=Anchor.EXPLICIT,
    )
    return Side(value, Hedge.NONE, told)


FACTORS = [
    ("$14.3 billion", "$1.43 billion", 10),
    ("$14.3 billion", "$14.3 million", 1_000),
    ("$14 billion", "$14,000", 1_000_000),
    ("$2 billion", "$200 million", 0),  # round sums: as many as there are rounds
    ("$2 billion", "$2 million", 1_000),
    ("$2 billion", "$20 million", 0),  # a round sum is a hundredth of another often
    ("£1.80", "£180", 100),  # pence for pounds
    ("$14.3 billion", "$143 million", 100),
    ("$14.3 billion", "$143.5 million", 0),  # other digits
    ("about 1.5%", "about 150%", 0),
    ("$1.43 billion", "$14 billion", 10),  # one side with more digits
    ("$1.4 billion", "$14.3 billion", 10),  # or the other
    ("$1.5 billion", "$14.5 billion", 0),
    ("$2 billion", "$21 billion", 0),  # one digit is chance
    ("$14.3 billion", "$14.3 billion", 0),
    ("5 employees", "50 employees", 10),
    ("4.9%", "49%", 10),
    ("between $1 billion and $2 billion", "between $10 billion and $20 billion", 10),
    ("between $1 billion and $2 billion", "between $10 billion and $30 billion", 10),
    ("between $1 billion and $2 billion", "between $12 billion and $30 billion", 0),
    ("between $10 billion and $20 billion", "$110 billion", 10),  # a tenth beside it
    ("between $10 billion and $20 billion", "$112 billion", 0),
    ("$11 billion", "between $100 billion and $200 billion", 10),
    ("$11.5 billion", "between $100 billion and $200 billion", 0),
    ("$0", "$10 million", 0),
]


@pytest.mark.parametrize(("one", "other", "times"), FACTORS)
def test_a_factor_between_figures_of_the_same_digits(one: str, other: str, times: int) -> None:
    assert factor(figure(one), figure(other)) == times
    assert factor(figure(other), figure(one)) == times
    assert is_slip(figure(one), figure(other)) == (times > 0)


SWAPS = [
    ("$14.3 billion", "$13.4 billion", True),
    ("$4.75 billion", "$4.57 billion", True),
    ("$14.3 billion", "$41.3 billion", True),
    ("$14.3 billion", "$13.5 billion", False),  # other digits
    ("$143 million", "$341 million", False),  # not neighbours
    ("$14.3 billion", "$1.34 billion", False),  # another order of magnitude
    ("$14.3 billion", "$14.3 billion", False),
    ("$120 million", "$102 million", True),
    ("$100 million", "$120 million", False),  # one digit has changed
    ("$1.02 billion", "$1.2 billion", True),
    ("$1.2 billion", "$2.1 billion", True),
    ("between $14 billion and $15 billion", "$41 billion", False),
    ("$41 billion", "between $14 billion and $15 billion", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), SWAPS)
def test_two_neighbouring_digits(one: str, other: str, expected: object) -> None:
    assert swapped(figure(one).value, figure(other).value) is expected
    assert swapped(figure(other).value, figure(one).value) is expected


@pytest.mark.parametrize(
    ("one", "other", "cause", "words"),
    [
        (
            figure("tens of billions of dollars"),
            figure("hundreds of billions of dollars"),
            "unit_slip",
            "A factor of 10 apart: an order of magnitude was confused.",
        ),
        (
            figure("$14.3 million"),
            figure("$14.3 billion"),
            "unit_slip",
            "The same digits, a factor of 1,000 apart: a slip of unit or point.",
        ),
        (
            figure("$4.75 billion"),
            figure("$4.57 billion"),
            "transposition",
            "Two neighbouring digits have changed places.",
        ),
        (
            day(date(2031, 3, 4)),
            day(date(2032, 3, 4)),
            "period",
            "The same day of another year: the year has slipped.",
        ),
        (
            day(date(2031, 4, 1), date(2031, 4, 30), Grain.MONTH),
            day(date(2030, 4, 1), date(2030, 4, 30), Grain.MONTH),
            "period",
            "The same day of another year: the year has slipped.",
        ),
        (
            day(date(2031, 3, 4)),
            day(date(2031, 4, 3)),
            "transposition",
            "Day and month have changed places.",
        ),
    ],
)
def test_what_slipped(one: Side, other: Side, cause: str, words: str) -> None:
    for found in (slip(one, other), slip(other, one)):
        assert found is not None
        assert (found.cause, found.words) == (cause, words)


def open_day(text: str) -> Side:
    value = PartialDate(
        text=text, edtf=None, earliest=None, latest=None, grain=Grain.DAY, anchor=Anchor.UNRESOLVED
    )
    return Side(value, Hedge.NONE, text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (day(date(2031, 3, 4)), day(date(2031, 3, 5))),
        (day(date(2031, 3, 4)), day(date(2031, 3, 4))),
        (day(date(2031, 3, 4)), day(date(2032, 4, 3))),  # swapped and of another year
        (day(date(2031, 3, 3)), day(date(2031, 3, 3))),
        (
            day(date(2031, 1, 1), date(2031, 12, 31), Grain.YEAR),
            day(date(2030, 1, 1), date(2030, 12, 31), Grain.YEAR),
        ),  # two years are two years
        (
            day(date(2031, 4, 1)),
            day(date(2030, 4, 1), date(2030, 4, 30), Grain.MONTH),
        ),  # a day and a month
        (
            day(date(2031, 3, 4), date(2031, 3, 9), Grain.MONTH),
            day(date(2031, 4, 3), date(2031, 4, 9), Grain.MONTH),
        ),  # weeks: day and month mean nothing
        (open_day("Monday"), open_day("Tuesday")),
        (open_day("Monday"), day(date(2031, 3, 4))),
        (figure("$4 billion"), day(date(2031, 3, 4))),
        (figure("$3 billion"), figure("$5 billion")),
    ],
)
def test_no_slip(one: Side, other: Side) -> None:
    assert slip(one, other) is None
    assert slip(other, one) is None


@pytest.mark.parametrize(
    ("text", "telling"),
    [("$2 billion", False), ("$20 billion", False), ("$2.1 billion", True), ("49%", True)],
)
def test_one_digit_tells_nothing(text: str, telling: object) -> None:
    value: Value = figure(text).value

    assert is_telling(value) is telling
    assert not is_telling(day(date(2031, 3, 4)).value)
