"""CHK005: the offer per share is a market price plus the premium.

Premiums are given to several days' prices, so the check fires only if no pair of price and premium
of one article fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.quantity import Interval
from dealfacts.reconciler import wording
from dealfacts.reconciler.arithmetic import HUNDRED, fits, share, times
from dealfacts.reconciler.rule import WARNING, Rule
from dealfacts.reconciler.view import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.view import Input, View

RULE = Rule(
    "CHK005",
    "price, premium and base do not fit",
    WARNING,
    "The offer per share is not the base price plus the premium.",
    "An offer of $190 at “a 43 % premium” to a price of $117.",
    "Check the day of the base price: premiums are often given to several.",
)
ONE = HUNDRED / HUNDRED


def run(view: View) -> Iterable[Result]:
    """One result for each offer price with a premium and a lower price in one article."""
    prices = [inputs[0] for inputs in view.of_attribute("share_price")]
    premiums = [one for inputs in view.of_attribute("premium") for one in inputs]
    by_source: dict[str, list[Result]] = {}
    for offer in prices:
        for base in prices:
            if base.point >= offer.point or base.currency != offer.currency:
                continue
            for premium in premiums:
                for source in sorted(_sources(offer) & _sources(base) & _sources(premium)):
                    by_source.setdefault(source, []).append(_result(source, offer, base, premium))
    for _, results in sorted(by_source.items()):
        good = [result for result in results if result.holds]
        yield from good[:1] or results[:1]


def _sources(given: Input) -> set[str]:
    return {claim.source for claim in given.claims}


def _claim(given: Input, source: str) -> Claim:
    return next(claim for claim in given.claims if claim.source == source)


def _result(source: str, offer: Input, base: Input, premium: Input) -> Result:
    rate = share(premium.interval)
    factor = Interval(rate.low + ONE, None if rate.high is None else rate.high + ONE)
    implied = times(base.interval, factor)
    point = base.point * (ONE + premium.point / HUNDRED)
    holds = fits(implied, point, offer)
    verdict = "fits" if holds else "does not fit"
    return Result(
        attribute="share_price",
        subject=offer.subject,
        claims=tuple(_claim(given, source).id for given in (offer, base, premium)),
        implied=implied,
        holds=holds,
        message=(
            f"{base.shown} plus {premium.shown} is {wording.sum_text(point, offer.figure)}: "
            f"{verdict} {offer.shown}"
        ),
        fires=False,
        fact=offer.fact,
        values=(offer.shown, base.shown, premium.shown),
    )
