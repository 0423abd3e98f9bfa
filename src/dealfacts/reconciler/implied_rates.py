"""The rate that two sums imply, and whether it can be right: by a table, or by what others imply.

Rates move: articles of one time must come close to each other, others only roughly. Refuses to say
which of two sums is the original.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Context as Digits
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.quantity import Interval
from dealfacts.reconciler.camps import RATE_SPREAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.rates import Rate
    from dealfacts.model.values import Money
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.currencies import Exchange

ONE = Decimal(1)
FEWEST = 2
# Articles so many days apart still use one rate; over a year the lira has lost half of its worth.
ONE_TIME, MOVED_SPREAD = timedelta(days=45), Decimal("0.5")
RATE_DIGITS = 4


class Witness(NamedTuple):
    """One conversion: the sum, what `claim` makes of it, and the rate that the two imply."""

    of: Claim
    claim: Claim
    base: Money
    quote: Money
    rate: Decimal
    range: Interval

    @property
    def turned(self) -> tuple[Decimal, Interval]:
        """Rate and range with base and quote in the order of their codes."""
        if self.base.currency < self.quote.currency:
            return self.rate, self.range
        high = self.range.high
        return ONE / self.rate, Interval(ONE / (high or self.rate), ONE / self.range.low)


def oddity(
    one: Witness, group: Sequence[Witness], context: Context, exchange: Exchange, apart: Decimal
) -> str:
    """Why the rate of a conversion cannot be right, or "": by the table, else by the others.

    `apart` is how far the rates may lie apart, as a part of the usual one.
    """
    given = given_rate(one, context, exchange)
    if given is not None:
        return off_table(one, given)
    others = _other_rates(one, group, context)
    if len(others) < FEWEST:
        return ""
    usual = median(others.values())
    if any(abs(rate - usual) > apart * usual for rate in others.values()):
        # They do not agree among themselves: nobody stands out.
        return ""
    near = Interval(usual * (ONE - apart), usual * (ONE + apart))
    if one.turned[1].meets(near):
        return ""
    rate = usual if one.base.currency < one.quote.currency else ONE / usual
    return f"the other conversions come to {rate_text(rate, one)}"


def spread(context: Context) -> Decimal:
    """How far the rates of one deal's articles may lie apart; one without a date tells nothing."""
    sources = {claim.source for claim in context.claims}
    days = [day for source in sources if (day := context.published.get(source)) is not None]
    is_of_one_time = not days or max(days) - min(days) <= ONE_TIME
    return RATE_SPREAD if is_of_one_time else MOVED_SPREAD


def _other_rates(one: Witness, group: Sequence[Witness], context: Context) -> dict[str, Decimal]:
    """The rate of each other origin; where those are too few, of each other sum of any article."""
    voices: dict[str, Decimal] = {}
    sums: dict[str, Decimal] = {}
    mine = context.origins.get(one.claim.source, one.claim.source)
    for other in group:
        voice = context.origins.get(other.claim.source, other.claim.source)
        if voice != mine:
            voices.setdefault(voice, other.turned[0])
        if {other.base.low, other.quote.low}.isdisjoint({one.base.low, one.quote.low}):
            sums.setdefault(f"{other.base.low} {other.quote.low}", other.turned[0])
    return voices if len(voices) >= FEWEST else sums


def given_rate(one: Witness, context: Context, exchange: Exchange) -> Rate | None:
    """The rate that the user's table has for the two currencies on the article's day."""
    day = context.published.get(one.claim.source)
    return exchange.given.at(one.base.currency, one.quote.currency, day)


def off_table(one: Witness, given: Rate) -> str:
    """What the table has, where the implied rate does not fit it; else ""."""
    if one.range.meets(given.range):
        return ""
    return f"the table of rates has {rate_text(given.rate, one)}"


def rate_text(rate: Decimal, one: Witness) -> str:
    """As in "1.259 USD for 1 GBP", the dearer currency as the one."""
    base, quote = one.base.currency, one.quote.currency
    if rate < 1:
        base, quote, rate = quote, base, ONE / rate
    return f"{short(rate).normalize():f} {quote} for 1 {base}"


def short(rate: Decimal) -> Decimal:
    """A rate with as many digits as one prints."""
    return Digits(prec=RATE_DIGITS).plus(rate)
