"""Figures as intervals: section 2 of the semantics, row by row."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dealfacts.model.quantity import Interval, Quantity, untold_granule
from dealfacts.model.values import Count, Money, Percent
from dealfacts.model.vocabulary import Hedge


def of(
    low: str, hedge: Hedge = Hedge.NONE, granule: str = "1", high: str | None = None
) -> Quantity:
    figure = Money(currency="USD", low=low, high=high or low, granule=granule)
    return Quantity.of(figure, hedge)


def bounds(interval: Interval) -> tuple[str, str | None, bool, bool]:
    high = None if interval.high is None else str(interval.high.normalize())
    return str(interval.low.normalize()), high, interval.low_open, interval.high_open


@pytest.mark.parametrize(
    ("hedge", "typical", "strict"),
    [
        (Hedge.NONE, ("14.5", "15.5", False, False), ("14.5", "15.5", False, False)),
        (Hedge.ABOUT, ("14", "16", False, False), ("12", "18", False, False)),
        (Hedge.BELOW, ("14", "15", False, True), ("12", "15", False, True)),
        (Hedge.ABOVE, ("15", "16", True, False), ("15", None, True, False)),
        (Hedge.JUST_ABOVE, ("15", "16", True, False), ("15", "18", True, False)),
        (Hedge.AT_LEAST, ("15", "18", False, False), ("15", None, False, False)),
        (Hedge.AT_MOST, ("0", "15", False, False), ("0", "15", False, False)),
        (Hedge.UNDER, ("12", "15", False, True), ("0", "15", False, True)),
    ],
)
def test_every_hedge_has_a_usual_and_a_widest_reading(hedge, typical, strict) -> None:
    figure = of("15", hedge)
    assert bounds(figure.typical) == typical
    assert bounds(figure.strict) == strict


def test_ranges_and_vague_words() -> None:
    span = of("14", Hedge.NONE, "1", "16")
    assert span.hedge is Hedge.RANGE
    assert bounds(span.typical) == ("14", "16", False, False)
    assert bounds(span.strict) == ("13.5", "16.5", False, False)
    vague = of("10", Hedge.VAGUE, "1", "99")
    assert bounds(vague.typical) == bounds(vague.strict) == ("1E+1", "99", False, False)
    majority = Quantity.of(Percent(low=50, high=100), Hedge.VAGUE)
    assert bounds(majority.typical) == ("5E+1", "1E+2", True, False)
    minority = Quantity.of(Percent(low=0, high=50), Hedge.VAGUE)
    assert bounds(minority.typical) == ("0", "5E+1", True, True)


def test_significant_digits() -> None:
    assert of("500", granule="100").significant_digits == 1
    assert of("500", granule="1").significant_digits == 1
    assert of("512", granule="1").significant_digits == 3
    assert of("0", granule="1").significant_digits == 1


@pytest.mark.parametrize(
    ("number", "granule"),
    [
        ("14300000000", "1E+8"),
        ("15000000000", "1E+9"),
        ("20000000000", "1E+9"),
        ("0", "1"),
        ("49", "1"),
    ],
)
def test_an_untold_granule_follows_the_digits(number, granule) -> None:
    assert untold_granule(Decimal(number)) == Decimal(granule)


def test_a_range_without_granules_reads_each_end() -> None:
    span = Quantity.of(Money(currency="USD", low=7, high=12), Hedge.RANGE)
    assert span.granule_high == 1
    assert span.mirrored.low == -12
    assert of("-7").mirrored.low == 7
    assert of("7").point == 7
    assert Quantity.of(Count(low=7, high=7), Hedge.NONE).granule == 1


def test_intervals_meet_overlap_and_hold() -> None:
    one, two, three = Decimal(1), Decimal(2), Decimal(3)
    closed, open_ = Interval(one, two), Interval(two, three, low_open=True)
    assert not closed.meets(open_)
    assert closed.overlap(open_) is None
    assert Interval(one, None).meets(open_)
    assert Interval(one, None).overlap(Interval(two, None)) == Interval(two, None)
    assert closed.overlap(Interval(one, three)) == closed
    assert closed.holds(two)
    assert not closed.holds(three)
