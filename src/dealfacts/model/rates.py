"""Exchange rates that a user gives: how many units of one currency were worth one of another.

Refuses to guess: a pair or a day that the table does not hold has no rate.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.quantity import Interval

if TYPE_CHECKING:
    from datetime import date

# A table of month ends serves the days between; beyond that a rate says little of the day.
REACH = timedelta(days=31)
ONE = Decimal(1)
# Banks and papers differ by so much on one day.
TOLERANCE = Decimal("0.02")


class Rate(NamedTuple):
    """One `base` cost `rate` units of `quote` on `day` (None: on any day), give or take a share."""

    base: str
    quote: str
    rate: Decimal
    day: date | None = None
    tolerance: Decimal = TOLERANCE

    @property
    def range(self) -> Interval:
        """The rates that are as good as this one."""
        return Interval(self.rate * (ONE - self.tolerance), self.rate * (ONE + self.tolerance))

    @property
    def turned(self) -> Rate:
        """The same rate told the other way round: what one `quote` cost."""
        return Rate(self.quote, self.base, ONE / self.rate, self.day, self.tolerance)


class Rates(NamedTuple):
    """A table of rates and the file that it came from."""

    rates: tuple[Rate, ...] = ()
    path: str = ""

    def at(self, base: str, quote: str, day: date | None) -> Rate | None:
        """The rate of the nearest day within reach, else the one for any day, else None.

        Without `day` only a rate for any day, or the only one of its pair, will do.
        """
        fitting = [rate for rate in self.rates if (rate.base, rate.quote) == (base, quote)]
        fitting += [r.turned for r in self.rates if (r.quote, r.base) == (base, quote)]
        always = next((rate for rate in fitting if rate.day is None), None)
        if day is None:
            return always or (fitting[0] if len(fitting) == 1 else None)
        dated = [(abs(rate.day - day), rate.day, rate) for rate in fitting if rate.day is not None]
        near = min(dated, key=lambda entry: entry[:2], default=None)
        return near[2] if near is not None and near[0] <= REACH else always
