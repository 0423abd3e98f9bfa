"""The table of semantics section 3, run through compare, and what must hold for any figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealfacts.model.values import (
    Count,
    Money,
    Multiple,
    Percent,
    Term,
    Undisclosed,
)
from dealfacts.model.vocabulary import Hedge, Relation, Severity
from dealfacts.reconciler.compare import Side, compare
from dealfacts.reconciler.compare import relation as relation_alone

BILLION = Decimal(10) ** 9


def usd(number: str, scale: int = 9, hedge: Hedge = Hedge.NONE, high: str | None = None) -> Side:
    factor = Decimal(10) ** scale
    low = Decimal(number)
    granule = Decimal(1).scaleb(int(low.as_tuple().exponent)) * factor
    upper = Decimal(high) if high else low
    granule_high = Decimal(1).scaleb(int(upper.as_tuple().exponent)) * factor if high else None
    return Side(
        Money(
            currency="USD",
            low=low * factor,
            high=upper * factor,
            granule=granule,
            granule_high=granule_high,
        ),
        hedge,
    )


def vague(low: int, high: int) -> Side:
    money = Money(currency="USD", low=low * BILLION, high=high * BILLION, granule=BILLION)
    return Side(money, Hedge.VAGUE)


def percent(low: int, high: int | None = None, granule: int = 1, hedge: Hedge = Hedge.NONE) -> Side:
    upper = low if high is None else high
    return Side(
        Percent(low=Decimal(low), high=Decimal(upper), granule=Decimal(granule)),
        Hedge.VAGUE if high is not None else hedge,
    )


HUNDREDS = vague(100, 999)
MAJORITY = percent(50, 100)
MINORITY = percent(0, 50)
HALF = percent(50, granule=5)

TABLE = [
    (usd("14.3"), usd("15"), Relation.CONFLICT),
    (usd("14.3"), usd("15", hedge=Hedge.BELOW), Relation.CONSISTENT_WITH_HEDGE),
    (usd("13"), usd("15", hedge=Hedge.BELOW), Relation.STRAINED),
    (usd("15.2"), usd("15", hedge=Hedge.BELOW), Relation.CONFLICT),
    (usd("14.3"), usd("14.4"), Relation.CONFLICT),
    (usd("14.3"), usd("14"), Relation.WITHIN_ROUNDING),
    (usd("14.8"), usd("15"), Relation.WITHIN_ROUNDING),
    (usd("1.7"), usd("2"), Relation.CONFLICT),
    (usd("1.9"), usd("2"), Relation.WITHIN_ROUNDING),
    (percent(12), percent(10, granule=10), Relation.WITHIN_ROUNDING),
    (usd("14.8"), usd("14"), Relation.WITHIN_TRUNCATION),
    (usd("14.8"), usd("14.3", hedge=Hedge.ABOUT), Relation.CONFLICT),
    (usd("14.3"), usd("15", hedge=Hedge.ABOUT), Relation.CONSISTENT_WITH_HEDGE),
    (
        usd("14.8"),
        usd("14.3", high="15", hedge=Hedge.RANGE),
        Relation.CONSISTENT_WITH_HEDGE,
    ),
    (usd("28.9"), usd("29", hedge=Hedge.ABOVE), Relation.CONFLICT),
    (usd("29"), usd("29", hedge=Hedge.ABOVE), Relation.CONSISTENT_WITH_HEDGE),
    (usd("45"), usd("29", hedge=Hedge.ABOVE), Relation.STRAINED),
    (usd("350"), HUNDREDS, Relation.REFINES),
    (usd("47.3"), HUNDREDS, Relation.CONFLICT),
    (usd("47.3"), usd("47300", scale=6), Relation.EQUAL),
    (usd("104"), usd("100"), Relation.ROUNDING_PLAUSIBLE),
    (usd("512", scale=6), usd("500", scale=6), Relation.CONFLICT),
    (percent(49), percent(50, granule=5, hedge=Hedge.ABOUT), Relation.CONSISTENT_WITH_HEDGE),
    (percent(49), percent(50, granule=5, hedge=Hedge.BELOW), Relation.CONSISTENT_WITH_HEDGE),
    (percent(49), HALF, Relation.WITHIN_ROUNDING),
    (percent(51), percent(50, granule=5, hedge=Hedge.BELOW), Relation.CONFLICT),
    (percent(49), MAJORITY, Relation.CONFLICT),
    (percent(49), MINORITY, Relation.REFINES),
]


@pytest.mark.parametrize(("a", "b", "relation"), TABLE)
def test_the_table_of_section_3_holds_both_ways(a: Side, b: Side, relation: Relation) -> None:
    assert compare(a, b).relation is relation
    assert compare(b, a).relation is relation


BEYOND_THE_TABLE = [
    (usd("14.5"), usd("15"), Relation.WITHIN_ROUNDING),  # ties go up
    (usd("14.5"), usd("14"), Relation.WITHIN_TRUNCATION),
    (usd("1.9"), usd("1"), Relation.CONFLICT),  # a cut of half the figure is none
    (usd("19847", scale=6), usd("20"), Relation.WITHIN_ROUNDING),
    (usd("59.5"), usd("60"), Relation.WITHIN_ROUNDING),
    (usd("20"), usd("20", hedge=Hedge.AT_MOST), Relation.REFINES),
    (usd("25"), usd("20", hedge=Hedge.AT_MOST), Relation.CONFLICT),
    (usd("3"), usd("2", high="8", hedge=Hedge.RANGE), Relation.REFINES),
    (vague(10, 99), HUNDREDS, Relation.CONFLICT),
    (vague(2, 999), HUNDREDS, Relation.CONSISTENT_WITH_HEDGE),
    (usd("29", hedge=Hedge.AT_LEAST), usd("28.5"), Relation.CONFLICT),
    (usd("29", hedge=Hedge.UNDER), usd("20"), Relation.STRAINED),
    (usd("29", hedge=Hedge.JUST_ABOVE), usd("29.4"), Relation.CONSISTENT_WITH_HEDGE),
    (usd("-2.1"), usd("-2"), Relation.WITHIN_ROUNDING),
    (usd("-2.1", hedge=Hedge.BELOW), usd("-2.0"), Relation.CONSISTENT_WITH_HEDGE),
    (usd("2.1"), usd("-2.1"), Relation.CONFLICT),
    (usd("-2.1", hedge=Hedge.ABOVE), usd("-2.1"), Relation.CONSISTENT_WITH_HEDGE),
    (usd("-2.4", hedge=Hedge.ABOUT), usd("2.4", hedge=Hedge.ABOUT), Relation.CONFLICT),
    (usd("-0.5", high="0.5", hedge=Hedge.RANGE), usd("0"), Relation.REFINES),
    # a range of twice its lower end is a frame, one of less is a figure
    (usd("2", high="4", hedge=Hedge.RANGE), usd("3"), Relation.REFINES),
    (usd("2", high="3.9", hedge=Hedge.RANGE), usd("3"), Relation.CONSISTENT_WITH_HEDGE),
    (
        usd("2", high="4", hedge=Hedge.RANGE),
        usd("3", hedge=Hedge.ABOUT),
        Relation.CONSISTENT_WITH_HEDGE,
    ),
    # cutting a digit may lose a tenth, not more
    (usd("20.000"), usd("18", hedge=Hedge.NONE), Relation.CONFLICT),
    (usd("-14.8"), usd("-14"), Relation.WITHIN_TRUNCATION),
    (usd("-14.5"), usd("-15"), Relation.WITHIN_ROUNDING),
    # a step of the rounding is at most a tenth of the figure
    (usd("104"), usd("110"), Relation.CONFLICT),
    (usd("96"), usd("100"), Relation.ROUNDING_PLAUSIBLE),
    (usd("95"), usd("100"), Relation.ROUNDING_PLAUSIBLE),
    (usd("94"), usd("100"), Relation.CONFLICT),
    (usd("105"), usd("100"), Relation.CONFLICT),
    (usd("-104"), usd("-100"), Relation.ROUNDING_PLAUSIBLE),
    (usd("104"), usd("-100"), Relation.CONFLICT),
    (usd("1004"), usd("1000"), Relation.ROUNDING_PLAUSIBLE),
    (usd("1040"), usd("1000"), Relation.ROUNDING_PLAUSIBLE),
    (usd("0"), usd("4"), Relation.CONFLICT),
    # a loss that may be none is no loss as large as a gain
    (
        Side(Money(currency="USD", low=-BILLION, high=-BILLION, granule=2 * BILLION)),
        usd("2", hedge=Hedge.AT_MOST),
        Relation.CONSISTENT_WITH_HEDGE,
    ),
]


@pytest.mark.parametrize(("a", "b", "relation"), BEYOND_THE_TABLE)
def test_what_follows_from_the_definitions(a: Side, b: Side, relation: Relation) -> None:
    assert compare(a, b).relation is relation
    assert compare(b, a).relation is relation
    assert relation_alone(a, b) is relation_alone(b, a) is relation


def test_one_step_of_the_last_digit_is_a_warning_more_is_an_error() -> None:
    assert compare(usd("14.3"), usd("14.4")).severity is Severity.WARNING
    assert compare(usd("14.3"), usd("14.5")).severity is Severity.ERROR
    assert compare(usd("14.3"), usd("15")).severity is Severity.ERROR


def test_the_reason_names_both_readings() -> None:
    reason = compare(usd("14.3"), usd("15", hedge=Hedge.BELOW)).reason
    assert "“$14.3 billion” means $14.25 billion to $14.35 billion" in reason
    assert "“nearly $15 billion” usually means $14 billion to below $15 billion" in reason


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        (usd("14.3"), usd("14.3"), "the same value"),
        (usd("14.3"), usd("14"), "the finer figure rounds to the coarser one"),
        (
            usd("14.8"),
            usd("14"),
            "the coarser figure is the finer one with its last digits cut off",
        ),
        (usd("104"), usd("100"), "the rounder figure is the other one, rounded boldly"),
        (usd("350"), HUNDREDS, "the exact figure lies within the frame that the other one gives"),
        (usd("14.3"), usd("15", hedge=Hedge.BELOW), "the two readings meet"),
        (
            usd("13"),
            usd("15", hedge=Hedge.BELOW),
            "the usual readings do not meet, the widest possible ones do",
        ),
        (usd("15.2"), usd("15", hedge=Hedge.BELOW), "the two readings have no number in common"),
        (usd("14.3"), usd("15.8"), "two plain figures that differ by more than rounding"),
        (usd("14.3"), usd("14.4"), "one step of the last written digit apart"),
        (
            usd("1.7"),
            usd("2"),
            "the finer figure rounds to the coarser one, but by more than a tenth",
        ),
        (
            usd("14.3", hedge=Hedge.ABOUT),
            usd("19", hedge=Hedge.ABOUT),
            "the two readings have no number in common",
        ),
        (usd("14"), Side(Undisclosed()), "undisclosed: it conflicts with nothing"),
        (Side(Undisclosed()), usd("14"), "undisclosed: it conflicts with nothing"),
        (Side(Term(term="agreed")), percent(3), "a term and a percent cannot be compared"),
        (
            percent(3),
            Side(Percent(low=3, high=3, points=True)),
            "percent and percentage points are different things",
        ),
        (
            usd("1"),
            Side(Money(currency="EUR", low=1, high=1)),
            "other currency: USD and EUR",
        ),
    ],
)
def test_the_rule_in_words(a: Side, b: Side, rule: str) -> None:
    assert compare(a, b).rule == rule


def test_other_currency_undisclosed_and_other_kinds_are_not_comparable() -> None:
    euro = Side(Money(currency="EUR", low=BILLION, high=BILLION))
    for other in (euro, Side(Undisclosed()), Side(Term(term="agreed")), percent(3)):
        assert compare(usd("1"), other).relation is Relation.NOT_COMPARABLE
        assert compare(other, usd("1")).reason


def test_percent_and_percentage_points_stay_apart() -> None:
    points = Side(Percent(low=Decimal(3), high=Decimal(3), granule=Decimal(1), points=True))
    assert compare(percent(3), points).relation is Relation.NOT_COMPARABLE


def test_counts_and_multiples_follow_the_same_rules() -> None:
    staff = Side(Count(low=Decimal(12600), high=Decimal(12600), granule=Decimal(1)))
    more = Side(Count(low=Decimal(12000), high=Decimal(12000), granule=Decimal(1)), Hedge.ABOVE)
    assert compare(staff, more).relation is Relation.CONSISTENT_WITH_HEDGE
    double = Side(Multiple(low=Decimal(2), high=Decimal(2), granule=Decimal(1)))
    fine = Side(Multiple(low=Decimal("2.07"), high=Decimal("2.07"), granule=Decimal("0.01")))
    assert compare(double, fine).relation is Relation.WITHIN_ROUNDING


def test_a_claim_without_granule_is_read_from_its_digits() -> None:
    bare = Side(Money(currency="USD", low=15 * BILLION, high=15 * BILLION))
    assert compare(bare, usd("14.8")).relation is Relation.WITHIN_ROUNDING
    assert compare(bare, usd("14.3")).relation is Relation.CONFLICT


numbers = st.decimals(min_value="0.01", max_value="999999", places=2, allow_nan=False)
hedges = st.sampled_from([hedge for hedge in Hedge if hedge not in {Hedge.RANGE, Hedge.VAGUE}])


@st.composite
def sides(draw: st.DrawFn) -> Side:
    low = draw(numbers)
    granule = Decimal(10) ** draw(st.integers(-2, 4))
    if draw(st.booleans()):
        low = (low / granule).to_integral_value() * granule
    if draw(st.integers(0, 3)) == 0:
        high = low + draw(numbers)
        hedge = draw(st.sampled_from([Hedge.RANGE, Hedge.VAGUE]))
    else:
        high, hedge = low, draw(hedges)
    return Side(Money(currency="USD", low=low, high=high, granule=granule), hedge)


@given(sides(), sides())
def test_relations_are_symmetric(a: Side, b: Side) -> None:
    one, other = compare(a, b), compare(b, a)
    assert (one.relation, one.severity) == (other.relation, other.severity)


@given(sides())
def test_every_value_equals_itself(side: Side) -> None:
    assert compare(side, side).relation is Relation.EQUAL


@given(numbers, st.integers(-1, 5))
def test_rounding_a_value_by_a_tenth_never_conflicts_with_it(number: Decimal, place: int) -> None:
    step = Decimal(10) ** place
    rounded = (number / step).to_integral_value(rounding="ROUND_HALF_UP") * step
    exact = Side(Money(currency="USD", low=number, high=number, granule=Decimal("0.01")))
    coarse = Side(Money(currency="USD", low=rounded, high=rounded, granule=step))
    found = compare(exact, coarse)
    if abs(number - rounded) > min(abs(number), abs(rounded)) / 10:
        assert (found.relation, found.severity) == (Relation.CONFLICT, Severity.WARNING)
    else:
        assert found.relation in {Relation.EQUAL, Relation.WITHIN_ROUNDING}
