"""Slips of the pen: a unit, a point, two digits or a year. Tells that two values look like one.

Refuses to say which of the two slipped.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Count, Money, Multiple, PartialDate, Percent
from dealfacts.model.vocabulary import Cause, Grain, Hedge

if TYPE_CHECKING:
    from dealfacts.model.values import Value
    from dealfacts.reconciler.relation import Side

# A slipped decimal point, thousands for millions, millions for billions and thousands for billions.
SLIPS = (10, 1_000, 1_000_000)
# Pence for pounds, lakh for crore, crore for billions; a round sum is a hundredth of another often.
HUNDRED = 100
# A head of the digits ("14" of "14.3") leaves so much of the figure open.
TOO_FAR = Decimal("0.10")
SWAPPED = 2
# "$2 billion" can be two things by chance; with two digits that is rare.
TELLING_DIGITS = 2
MONTHS_AND_DAYS = frozenset({Grain.DAY, Grain.MONTH})


class Slip(NamedTuple):
    """What seems to have slipped, in words."""

    cause: Cause
    words: str


def slip(one: Side, other: Side) -> Slip | None:
    """The slip that two values look like: of the unit, of digits, of a year, of day and month."""
    times = factor(one, other)
    if times and Hedge.VAGUE in {one.hedge, other.hedge}:
        words = f"A factor of {times:,} apart: an order of magnitude was confused."
        return Slip(Cause.UNIT_SLIP, words)
    if times:
        words = f"The same digits, a factor of {times:,} apart: a slip of unit or point."
        return Slip(Cause.UNIT_SLIP, words)
    if swapped(one.value, other.value):
        return Slip(Cause.TRANSPOSITION, "Two neighbouring digits have changed places.")
    if other_year(one.value, other.value):
        return Slip(Cause.PERIOD, "The same day of another year: the year has slipped.")
    if _mirrored(one.value, other.value):
        return Slip(Cause.TRANSPOSITION, "Day and month have changed places.")
    return None


def is_slip(one: Side, other: Side) -> bool:
    """Whether two figures look like one, slipped by its unit or with two digits swapped."""
    return bool(factor(one, other)) or swapped(one.value, other.value)


def factor(one: Side, other: Side) -> int:
    """The power of ten between two figures of the same digits, 0 if there is none."""
    kinds = Money | Percent | Count | Multiple
    if not (isinstance(one.value, kinds) and isinstance(other.value, kinds)):
        return 0
    small, large = sorted((one.value, other.value), key=lambda figure: abs(figure.low))
    # "$100 million" and "$1 billion" are as many sums as there are rounds
    exact = small.low == small.high and large.low == large.high
    rounds = exact and isinstance(small, Money) and not (is_telling(small) or is_telling(large))
    for times in SLIPS[1:] if rounds else SLIPS:
        if small.low * times == large.low:
            return times
        if small.low == small.high and large.low == large.high:
            a, b = _digits(small.low), _digits(large.low)
            ratio = large.low / small.low if small.low else Decimal(0)
            # One side may carry more digits: 1.43 and 14, not 1.5 and 14.5.
            is_head = min(len(a), len(b)) > 1 and (a.startswith(b) or b.startswith(a))
            if is_head and abs(ratio / times - 1) < TOO_FAR:
                return times
        elif abs(small.low * times - large.low) <= TOO_FAR * large.low:
            return times
    is_sum = isinstance(small, Money) and small.low == small.high and is_telling(small)
    return HUNDRED if is_sum and small.low * HUNDRED == large.low == large.high else 0


def _digits(number: Decimal) -> str:
    return format(abs(number).normalize(), "f").replace(".", "").strip("0")


def swapped(one: Value, other: Value) -> bool:
    """Whether two neighbouring digits of two figures have changed places."""
    kinds = Money | Percent | Count | Multiple
    if not (isinstance(one, kinds) and isinstance(other, kinds)):
        return False
    if one.low != one.high or other.low != other.high:
        return False
    if one.low.adjusted() != other.low.adjusted():
        return False
    a, b = (format(figure.low.normalize(), "f").replace(".", "") for figure in (one, other))
    length = max(len(a), len(b))
    a, b = a.ljust(length, "0"), b.ljust(length, "0")
    unlike = [at for at in range(length) if a[at] != b[at]]
    if len(unlike) != SWAPPED or unlike[1] - unlike[0] != 1:
        return False
    left, right = unlike
    return (a[left], a[right]) == (b[right], b[left])


def is_telling(value: Value) -> bool:
    """Whether a figure has digits enough not to stand in two places by chance."""
    if not isinstance(value, Money | Percent | Count | Multiple):
        return False
    return len(value.low.normalize().as_tuple().digits) >= TELLING_DIGITS


def other_year(one: Value, other: Value) -> bool:
    """Whether two dates are the same day, or month, of two years."""
    if not (isinstance(one, PartialDate) and isinstance(other, PartialDate)):
        return False
    a, b = one.earliest, other.earliest
    if a is None or b is None or one.grain is not other.grain or one.grain not in MONTHS_AND_DAYS:
        return False
    return a.year != b.year and (a.month, a.day) == (b.month, b.day)


def _mirrored(one: Value, other: Value) -> bool:
    """Whether two days are one with day and month swapped: 03/04 and 04/03."""
    if not (isinstance(one, PartialDate) and isinstance(other, PartialDate)):
        return False
    a, b = one.earliest, other.earliest
    if not a or not b or a == b or (a, b) != (one.latest, other.latest):
        return False
    return (a.year, a.day, a.month) == (b.year, b.month, b.day)
