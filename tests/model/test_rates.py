from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from dealfacts.model.rates import REACH, Rate, Rates

MAY, JUNE = date(2031, 5, 30), date(2031, 6, 30)
TABLE = Rates(
    (
        Rate("GBP", "USD", Decimal("1.25"), MAY),
        Rate("GBP", "USD", Decimal("1.20"), JUNE),
        Rate("EUR", "USD", Decimal("1.05"), MAY),
        Rate("EUR", "INR", Decimal(90)),
    )
)


def told(base: str, quote: str, day: date | None) -> Decimal | None:
    found = TABLE.at(base, quote, day)
    return None if found is None else found.rate


def test_the_nearest_day_within_reach_is_taken():
    assert told("GBP", "USD", date(2031, 6, 2)) == Decimal("1.25")
    assert told("GBP", "USD", date(2031, 6, 28)) == Decimal("1.20")
    assert told("GBP", "USD", date(2031, 12, 1)) is None


def test_a_rate_reaches_as_far_as_it_says():
    last = JUNE + REACH
    assert told("GBP", "USD", last) == Decimal("1.20")
    assert told("GBP", "USD", last + timedelta(days=1)) is None


def test_of_two_days_as_near_the_earlier_one_is_taken():
    table = Rates(
        (
            Rate("GBP", "USD", Decimal("1.30"), date(2031, 6, 3)),
            Rate("GBP", "USD", Decimal("1.20"), date(2031, 6, 1)),
        )
    )
    assert table.at("GBP", "USD", date(2031, 6, 2)).rate == Decimal("1.20")


def test_a_pair_is_read_both_ways():
    assert told("USD", "GBP", MAY) == Decimal("0.8")
    assert told("GBP", "INR", MAY) is None


def test_without_a_day_only_what_leaves_no_choice_will_do():
    assert told("GBP", "USD", None) is None
    assert told("EUR", "USD", None) == Decimal("1.05")
    assert told("EUR", "INR", None) == told("EUR", "INR", JUNE) == Decimal(90)


def test_the_tolerance_is_a_share_of_the_rate():
    found = Rate("GBP", "USD", Decimal("1.25"), tolerance=Decimal("0.04")).range
    assert (found.low, found.high) == (Decimal("1.20"), Decimal("1.30"))
