"""How values, sums and lists are shown in messages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dealfacts.model.quantity import Interval
from dealfacts.model.values import (
    Count,
    Money,
    Multiple,
    Organisation,
    PartialDate,
    Percent,
    Person,
    Quote,
    Seat,
    Term,
    Text,
    Undisclosed,
)
from dealfacts.model.vocabulary import Change, Hedge
from dealfacts.reconciler import wording


def money(low: str, high: str | None = None, currency: str = "USD") -> Money:
    return Money(currency=currency, low=Decimal(low), high=Decimal(high or low))


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "0"),
        ("0.5", "0.5"),
        ("999", "999"),
        ("1000", "1,000"),
        ("12600.50", "12,600.5"),
        ("-12600", "-12,600"),
        ("999999", "999,999"),
        ("1000000", "1 million"),
        ("-1000000", "-1 million"),
        ("999000000", "999 million"),
        ("1000000000", "1 billion"),
        ("14200000000", "14.2 billion"),
        ("1000000000000", "1 trillion"),
    ],
)
def test_a_number(amount, shown) -> None:
    assert wording.number(Decimal(amount)) == shown


@pytest.mark.parametrize(
    ("figure", "hedge", "shown"),
    [
        (money("12500000"), Hedge.NONE, "$12.5 million"),
        (money("-12500000"), Hedge.NONE, "-$12.5 million"),
        (money("-9000000", "-7000000"), Hedge.RANGE, "-$9 million to -$7 million"),
        (money("7000000000", "8000000000"), Hedge.RANGE, "$7 billion to $8 billion"),
        (money("5000000", currency="EUR"), Hedge.ABOUT, "about €5 million"),
        (money("5000000", currency="GBP"), Hedge.BELOW, "nearly £5 million"),
        (money("5000000", currency="AUD"), Hedge.ABOVE, "over AUD 5 million"),
        (money("5000000"), Hedge.JUST_ABOVE, "just over $5 million"),
        (money("5000000"), Hedge.AT_LEAST, "at least $5 million"),
        (money("5000000"), Hedge.AT_MOST, "up to $5 million"),
        (money("5000000"), Hedge.UNDER, "under $5 million"),
        (Percent(low=40, high=40), Hedge.NONE, "40 %"),
        (Percent(low=3, high=3, points=True), Hedge.NONE, "3 points"),
        (Percent(low=40, high=45), Hedge.RANGE, "40 % to 45 %".replace(" %", "", 1)),
        (Count(low=12600, high=12600, unit="people"), Hedge.ABOUT, "about 12,600 people"),
        (Count(low=7, high=7), Hedge.NONE, "7"),
        (Multiple(low=2, high=2), Hedge.NONE, "2 times"),
    ],
)
def test_a_figure_with_its_hedge(figure, hedge, shown) -> None:
    assert wording.figure_text(figure, hedge) == shown
    assert wording.value_text(figure, hedge) == shown


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "0"),
        ("3.14159", "3.142"),
        ("0.00123456", "0.001235"),
        ("12345", "12,340"),
        ("123456789", "123.5 million"),
        ("-123456789", "-123.5 million"),
        ("9999.9", "10,000"),
        ("5", "5"),
        ("1234", "1,234"),
    ],
)
def test_a_computed_number_has_four_digits(amount, shown) -> None:
    assert wording.rounded(Decimal(amount)) == shown


def test_a_computed_sum_has_the_unit_of_its_figure() -> None:
    assert wording.sum_text(Decimal(-123456789), money("1")) == "-$123.5 million"
    assert wording.sum_text(Decimal("12.3456"), Percent(low=1, high=1)) == "12.35 %"


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (Interval(Decimal(7), None), "$7 or more"),
        (Interval(Decimal(7), None, low_open=True), "anything above $7"),
        (Interval(Decimal(7), Decimal(7)), "exactly $7"),
        (Interval(Decimal(7), Decimal(8)), "$7 to $8"),
        (Interval(Decimal(7), Decimal(8), low_open=True), "above $7 to $8"),
        (Interval(Decimal(7), Decimal(8), high_open=True), "$7 to below $8"),
        (
            Interval(Decimal(-8), Decimal(-7), low_open=True, high_open=True),
            "above -$8 to below -$7",
        ),
    ],
)
def test_an_interval(interval, shown) -> None:
    assert wording.interval_text(interval, money("1")) == shown


LONG = "We will keep every mill open and every promise made to the growers of the north"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (PartialDate(text="in March", edtf="2031-03"), "2031-03"),
        (PartialDate(text="on Monday"), "on Monday"),
        (Person(name="Ann Brun", role="chair", organisation="Nimbra"), "Ann Brun, chair, Nimbra"),
        (Person(role="chair"), "chair"),
        (Person(), "unnamed person"),
        (Organisation(name="Nimbra"), "Nimbra"),
        (Quote(text=LONG), "“We will keep every mill open and every promise made to the g…”"),
        (Quote(text=LONG[:60]), f"“{LONG[:60]}”"),
        (Quote(text=f"{LONG[:52]}        the growers"), f"“{LONG[:51]}…”"),
        (Seat(holder="Ann Brun", board="Nimbra"), "Ann Brun sits on the board of Nimbra"),
        (
            Seat(holder="two representatives of Orvex", board="Nimbra"),
            "two representatives of Orvex sit on the board of Nimbra",
        ),
        (
            Seat(holder="two directors named by Orvex", board="Nimbra", change=Change.JOINS),
            "two directors named by Orvex join the board of Nimbra",
        ),
        (
            Seat(holder="a representative of Orvex", board="Nimbra"),
            "a representative of Orvex sits on the board of Nimbra",
        ),
        (Seat(change=Change.JOINS), "unnamed person joins the board of the company"),
        (Seat(holder="Ann Brun", change=Change.LEAVES), "Ann Brun leaves the board of the company"),
        (
            Seat(holder="Ann Brun", board="Nimbra", change=Change.REMAINS),
            "Ann Brun remains on the board of Nimbra",
        ),
        (Term(term="agreed"), "agreed"),
        (Text(text="Blue Lab"), "Blue Lab"),
        (Undisclosed(), "undisclosed"),
    ],
)
def test_a_value_of_words(value, shown) -> None:
    assert wording.value_text(value) == shown


@pytest.mark.parametrize(
    ("attribute", "shown"),
    [
        ("deal_amount", "Deal amount"),
        ("break_fee", "Break-up fee"),
        ("deal_status", "Stage"),
        ("founded", "Founding date"),
        ("headcount", "Number of employees"),
        ("person_name", "Name"),
        ("person_role", "Post"),
        ("prior_offer", "Earlier offer"),
        ("prior_valuation", "Earlier valuation"),
        ("total_raised", "Total raised"),
        ("unit_name", "Name of the unit"),
        ("valuation_multiple", "Growth of the valuation"),
    ],
)
def test_an_attribute_in_words(attribute, shown) -> None:
    assert wording.attribute_words(attribute) == shown


@pytest.mark.parametrize(
    ("quote", "more", "shown"),
    [
        ("$2 Billion", {}, "$2 billion"),
        ("$2\n  BILLION", {}, "$2 billion"),
        ("$2 billions", {"hedge": Hedge.ABOUT}, "about $2 billions"),
        ("about $2 billion", {"hedge": Hedge.ABOUT}, "about $2 billion"),
        ("About $2 billion", {"cue": "about"}, "About $2 billion"),
        ("$2 billion", {"hedge": Hedge.ABOUT, "cue": "some"}, "some $2 billion"),
        ("$2 Bn", {}, "$2 Bn"),
    ],
)
def test_a_claim_as_its_article_puts_it(claim, quote, more, shown) -> None:
    told = claim("a", "deal_amount", money("2000000000"), quote=quote, **more)
    assert wording.claim_text(told) == shown


def test_a_scale_word_in_a_name_stays_as_it_is(claim) -> None:
    told = claim("a", "target", Organisation(name="One Million Works"), quote="One Million  Works")
    assert wording.claim_text(told) == "One Million Works"


def test_lists_and_counts() -> None:
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b"]) == "a and b"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.counted(0, "source") == "0 sources"
    assert wording.counted(1, "source") == "1 source"
    assert wording.counted(2, "source") == "2 sources"
    assert wording.counted(2, "entry", "entries") == "2 entries"
    assert wording.counted(1, "entry", "entries") == "1 entry"
