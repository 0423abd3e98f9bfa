"""A written figure as two intervals: what a copy editor would accept, and what can be true at all.

`typical` is the reading that two careful outlets would give the words; outside `strict` the
sentence is false. The widths follow from the granule (place of the last written digit) and the
number of significant digits; semantics section 2 is the table that this module runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, assert_never

from dealfacts.model.values import Count, Money, Multiple, Percent
from dealfacts.model.vocabulary import Hedge

if TYPE_CHECKING:
    from dealfacts.model.values import Figure

ZERO = Decimal(0)
TWO = Decimal(2)
THREE = Decimal(3)
HALF_SHARE = Decimal(50)

# Relative width by significant digits: a round figure is rounded more boldly than a fine one.
SPREAD = {1: Decimal("0.10"), 2: Decimal("0.05")}
FINE_SPREAD = Decimal("0.01")
# A hedge never reaches further than a fifth of the figure.
WIDEST = Decimal(5)
# Zeros of a figure that tells no granule count as rounding down to its second digit.
TOLD_DIGITS = 2


class Interval(NamedTuple):
    """A range of numbers; `high` None is unbounded; an open end excludes its bound."""

    low: Decimal
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether the two ranges share a number."""
        return not (self._below(other) or other._below(self))

    def _below(self, other: Interval) -> bool:
        if self.high is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def holds(self, number: Decimal) -> bool:
        """Whether `number` lies in the range."""
        return self.meets(Interval(number, number))

    def overlap(self, other: Interval) -> Interval | None:
        """The shared part, or None."""
        if not self.meets(other):
            return None
        left = max((self, other), key=lambda i: (i.low, i.low_open))
        bounded = [i for i in (self, other) if i.high is not None]
        right = min(bounded, key=lambda i: (i.high, not i.high_open), default=self)
        return Interval(left.low, right.high, left.low_open, right.high_open)


def untold_granule(number: Decimal) -> Decimal:
    """The granule of a bare number: its last digit that is not zero, at most its second.

    Claims written by people or by other tools may leave the granule out (0).
    """
    if not number:
        return Decimal(1)
    last = number.normalize().as_tuple().exponent
    second = number.adjusted() - TOLD_DIGITS + 1
    return Decimal(1).scaleb(min(int(last), second))


@dataclass(frozen=True)
class Quantity:
    """A figure with its hedge. For a range `low` < `high`; else both are the printed figure."""

    low: Decimal
    high: Decimal
    granule: Decimal
    hedge: Hedge = Hedge.NONE
    granule_high: Decimal | None = None
    is_share: bool = False

    @classmethod
    def of(cls, figure: Figure, hedge: Hedge) -> Quantity:
        """The quantity that a claim's value and hedge make."""
        match figure:
            case Percent():
                is_share = True
            case Money() | Count() | Multiple():
                is_share = False
            case _:
                assert_never(figure)
        spread = figure.low != figure.high
        if spread and hedge is not Hedge.VAGUE:
            hedge = Hedge.RANGE
        granule = figure.granule or untold_granule(figure.low)
        upper = figure.granule_high
        if upper is None and spread and not figure.granule:
            upper = untold_granule(figure.high)
        return cls(figure.low, figure.high, granule, hedge, upper, is_share=is_share)

    @property
    def mirrored(self) -> Quantity:
        """The same figure with its sign turned: a loss as a size."""
        lower, upper = self.granule, self.granule_high
        if upper is not None:
            lower, upper = upper, lower
        return Quantity(-self.high, -self.low, lower, self.hedge, upper, is_share=self.is_share)

    @property
    def point(self) -> Decimal:
        """The printed figure; of a range or vague word its lower bound."""
        return self.low

    @cached_property
    def significant_digits(self) -> int:
        """Digits that carry meaning; trailing zeros of a whole number do not count."""
        digits = format((abs(self.low) / self.granule).to_integral_value(), "f")
        return max(len(digits.rstrip("0")), 1)

    @property
    def _width(self) -> Decimal:
        size = abs(self.low)
        spread = SPREAD.get(self.significant_digits, FINE_SPREAD)
        return max(self.granule, spread * size)

    @property
    def width(self) -> Decimal:
        """`u` of semantics section 2."""
        return min(self._width, abs(self.low) / WIDEST)

    @cached_property
    def typical(self) -> Interval:
        """What a copy editor would accept."""
        v, g, u = self.low, self.granule, self.width
        match self.hedge:
            case Hedge.NONE:
                return Interval(v - g / TWO, v + g / TWO)
            case Hedge.ABOUT:
                return Interval(v - u, v + u)
            case Hedge.BELOW:
                return Interval(v - u, v, high_open=True)
            case Hedge.ABOVE:
                return Interval(v, v + self._width, low_open=True)
            case Hedge.JUST_ABOVE:
                return Interval(v, v + g, low_open=True)
            case Hedge.AT_LEAST:
                return Interval(v, v + THREE * u)
            case Hedge.AT_MOST:
                return Interval(ZERO, v)
            case Hedge.UNDER:
                return Interval(v - THREE * u, v, high_open=True)
            case Hedge.RANGE:
                return Interval(v, self.high)
            case Hedge.VAGUE:
                return self._vague()
            case _:
                assert_never(self.hedge)

    @cached_property
    def strict(self) -> Interval:
        """Outside of it the sentence is false."""
        v, g, u = self.low, self.granule, self.width
        match self.hedge:
            case Hedge.NONE | Hedge.AT_MOST | Hedge.VAGUE:
                return self.typical
            case Hedge.ABOUT:
                return Interval(v - THREE * u, v + THREE * u)
            case Hedge.BELOW:
                return Interval(v - THREE * u, v, high_open=True)
            case Hedge.ABOVE:
                return Interval(v, None, low_open=True)
            case Hedge.JUST_ABOVE:
                return Interval(v, v + THREE * g, low_open=True)
            case Hedge.AT_LEAST:
                return Interval(v, None)
            case Hedge.UNDER:
                return Interval(ZERO, v, high_open=True)
            case Hedge.RANGE:
                upper = self.granule if self.granule_high is None else self.granule_high
                return Interval(v - g / TWO, self.high + upper / TWO)
            case _:
                assert_never(self.hedge)

    def _vague(self) -> Interval:
        """Bounds from the lexicon; "majority" excludes the half, "minority" both of its ends."""
        if not self.is_share:
            return Interval(self.low, self.high)
        return Interval(
            self.low,
            self.high,
            low_open=self.low in (ZERO, HALF_SHARE),
            high_open=self.high == HALF_SHARE,
        )
