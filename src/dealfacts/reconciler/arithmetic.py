"""Interval arithmetic for the cross-checks: products, quotients and sums of positive ranges.

Ends are treated as closed and an unbounded range stays unbounded; a check that needs more
precision than that needs better figures.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.model.quantity import Interval

if TYPE_CHECKING:
    from dealfacts.reconciler.view import Input

HUNDRED = Decimal(100)
ZERO = Decimal(0)


def times(a: Interval, b: Interval) -> Interval:
    """Every product of a number of `a` and one of `b`; both are taken as not negative."""
    low = max(a.low, ZERO) * max(b.low, ZERO)
    if a.high is None or b.high is None:
        return Interval(low, None)
    return Interval(low, a.high * b.high)


def over(a: Interval, b: Interval) -> Interval | None:
    """Every quotient of a number of `a` by one of `b`; None where `b` reaches zero."""
    if b.low <= 0:
        return None
    low = ZERO if b.high is None else max(a.low, ZERO) / b.high
    return Interval(low, None if a.high is None else a.high / b.low)


def plus(a: Interval, b: Interval) -> Interval:
    """Every sum of a number of `a` and one of `b`."""
    high = None if a.high is None or b.high is None else a.high + b.high
    return Interval(a.low + b.low, high)


def minus(a: Interval, b: Interval) -> Interval:
    """Every difference of a number of `a` and one of `b`, not below zero."""
    high = None if a.high is None else max(a.high - b.low, ZERO)
    low = ZERO if b.high is None else max(a.low - b.high, ZERO)
    return Interval(low, high)


def share(percent: Interval) -> Interval:
    """A range of percent as fractions of one."""
    high = None if percent.high is None else percent.high / HUNDRED
    return Interval(percent.low / HUNDRED, high)


def fits(implied: Interval, point: Decimal, given: Input) -> bool:
    """Whether a figure is what others imply: its point lies in the implied range, or theirs in its.

    That the two ranges touch is not enough: the usual range of a round figure is wide.
    """
    return implied.holds(given.point) or given.interval.holds(point)
