"""Figures as intervals: section 2 of the semantics, row by row."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dealfacts.model.quantity import Interval, Quantity, untold_granule
from dealfacts.model.values import Count, Money, Percent, plain
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


def told(interval: Interval) -> str:
    low, high = ("None" if end is None else plain(end) for end in interval[:2])
    return f"{'(' * interval.low_open}{low} to {high}{')' * interval.high_open}"


@pytest.mark.parametrize(
    ("low", "granule", "hedge", "typical", "strict"),
    [
        # One digit: the hedge of "about 1" reaches a fifth, not a whole step of the digit.
        ("1", "1", Hedge.ABOUT, "0.8 to 1.2", "0.4 to 1.6"),
        ("1", "1", Hedge.BELOW, "0.8 to 1)", "0.4 to 1)"),
        ("1", "1", Hedge.ABOVE, "(1 to 2", "(1 to None"),
        ("500", "100", Hedge.JUST_ABOVE, "(500 to 600", "(500 to 800"),
        ("500", "1", Hedge.ABOUT, "450 to 550", "350 to 650"),
        ("512", "1", Hedge.ABOUT, "506.88 to 517.12", "496.64 to 527.36"),
        ("520", "10", Hedge.ABOUT, "494 to 546", "442 to 598"),
        ("-7", "1", Hedge.NONE, "-7.5 to -6.5", "-7.5 to -6.5"),
    ],
)
def test_a_round_figure_is_hedged_more_widely(low, granule, hedge, typical, strict) -> None:
    figure = of(low, hedge, granule)
    assert told(figure.typical) == typical
    assert told(figure.strict) == strict


def test_the_ends_of_a_range_have_their_own_last_digits() -> None:
    mixed = Quantity.of(
        Money(currency="USD", low="12.4", high="13", granule="0.1", granule_high="1"), Hedge.ABOUT
    )
    assert mixed.hedge is Hedge.RANGE
    assert bounds(mixed.strict) == ("12.35", "13.5", False, False)
    assert bounds(mixed.mirrored.strict) == ("-13.5", "-12.35", False, False)
    # A range that tells one last digit tells it of both ends.
    coarse = of("14", granule="2", high="16")
    assert coarse.granule_high is None
    assert bounds(coarse.strict) == ("13", "17", False, False)
    assert bounds(coarse.mirrored.strict) == ("-17", "-13", False, False)


def test_only_shares_know_a_half() -> None:
    hundred = Quantity.of(Money(currency="USD", low=50, high=100), Hedge.VAGUE)
    assert bounds(hundred.typical) == ("5E+1", "1E+2", False, False)
    most = Quantity.of(Percent(low=60, high=100), Hedge.VAGUE)
    assert bounds(most.typical) == ("6E+1", "1E+2", False, False)
    assert Quantity.of(Percent(low=50, high=100), Hedge.VAGUE).mirrored.is_share


def test_significant_digits() -> None:
    assert of("512", granule="10").significant_digits == 2
    assert of("0.2", granule="1").significant_digits == 1
    assert of("512", granule="0").significant_digits == 3
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


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        ((1, 2, False, True), (2, 3), None),
        ((1, 2), (2, 3, True, False), None),
        ((1, 2), (2, 3), (2, 2, False, False)),
        ((1, 2), (3, 4), None),
        ((1, None), (2, 3), (2, 3, False, False)),
        ((1, 4), (2, None), (2, 4, False, False)),
        ((1, 4, True, False), (1, 4, False, True), (1, 4, True, True)),
        ((1, 4, False, True), (1, 4, True, False), (1, 4, True, True)),
        ((1, None), (2, None, True, False), (2, None, True, False)),
    ],
)
def test_what_two_ranges_share(left, right, shared) -> None:
    def of(low, high, *opened) -> Interval:
        return Interval(Decimal(low), None if high is None else Decimal(high), *opened)

    expected = None if shared is None else of(*shared)
    assert of(*left).overlap(of(*right)) == expected
    assert of(*right).overlap(of(*left)) == expected
    assert of(*left).meets(of(*right)) is of(*right).meets(of(*left)) is (shared is not None)


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
