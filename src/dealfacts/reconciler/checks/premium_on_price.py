"""CHK005: the offer per share is a market price plus the premium.

A premium refers to the price of one day, so the check fires only where an article names premium and
price in one sentence, and no offer and price of that sentence fit it. Elsewhere it only confirms.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.quantity import Interval
from dealfacts.model.values import Money, Percent
from dealfacts.reconciler import wording
from dealfacts.reconciler.arithmetic import HUNDRED, fits, share, times
from dealfacts.reconciler.compare import quantity
from dealfacts.reconciler.periods import sentence, side
from dealfacts.reconciler.rule import WARNING, Rule
from dealfacts.reconciler.subjects import OFFER
from dealfacts.reconciler.view import Input, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.view import View

RULE = Rule(
    "CHK005",
    "price, premium and base do not fit",
    WARNING,
    "The offer per share is not the base price plus the premium.",
    "An offer of $190 at “a 43 % premium” to a price of $117.",
    "Check the day of the base price: premiums are often given to several.",
)
ONE = HUNDRED / HUNDRED
# An offer so many times what the premium makes of a price is for another share: the buyer's own
# closed at 1,754, and 4.39 of it are paid for one of the target's.
FAR = Decimal(3)


class _Told(NamedTuple):
    """What one article gives: offers, market prices and premiums."""

    offers: list[Input]
    bases: list[Input]
    premiums: list[Input]


def run(view: View) -> Iterable[Result]:
    """One result for each premium of an article that gives an offer and a lower market price."""
    facts = {
        claim.id: one.fact
        for attribute in ("share_price", "premium")
        for inputs in view.of_attribute(attribute)
        for one in inputs
        for claim in one.claims
    }
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in view.context.claims:
        if claim.attribute in {"share_price", "premium"}:
            by_source[claim.source].append(claim)
    for _, claims in sorted(by_source.items()):
        told = _told(claims, facts)
        for premium in told.premiums:
            yield from _of_premium(premium, told)


def _told(claims: Sequence[Claim], facts: dict[str, str]) -> _Told:
    told = _Told([], [], [])
    for claim in claims:
        found = _input(claim, facts.get(claim.id, ""))
        if found is None:
            continue
        if claim.attribute == "premium":
            told.premiums.append(found)
        elif claim.subject.startswith(OFFER):
            told.offers.append(found)
        else:
            told.bases.append(found)
    return told


def _input(claim: Claim, fact: str) -> Input | None:
    figure, measured = claim.value, quantity(side(claim))
    if measured is None or not isinstance(figure, Money | Percent):
        return None
    shown = wording.claim_text(claim)
    return Input(
        figure,
        measured.typical,
        (claim,),
        fact,
        claim.attribute,
        claim.subject,
        claim.period,
        claim.basis,
        shown,
    )


def _of_premium(premium: Input, told: _Told) -> Iterable[Result]:
    here = sentence(premium.claims[0])
    near = [base for base in told.bases if sentence(base.claims[0]) == here]
    results = [
        _result(offer, base, premium)
        for base in near or told.bases
        for offer in told.offers
        if base.currency == offer.currency and base.point < offer.point
        if offer.point < FAR * base.point * (ONE + premium.point / HUNDRED)
    ]
    good = [result for result in results if result.holds]
    yield from good[:1] or (results[:1] if near else ())


def _result(offer: Input, base: Input, premium: Input) -> Result:
    rate = share(premium.interval)
    factor = Interval(rate.low + ONE, None if rate.high is None else rate.high + ONE)
    implied = times(base.interval, factor)
    point = base.point * (ONE + premium.point / HUNDRED)
    holds = fits(implied, point, offer)
    verdict = "fits" if holds else "does not fit"
    return Result(
        attribute="share_price",
        subject=offer.subject,
        claims=tuple(given.claims[0].id for given in (offer, base, premium)),
        implied=implied,
        holds=holds,
        message=(
            f"{base.shown} plus {premium.shown} is {wording.sum_text(point, offer.figure)}: "
            f"{verdict} {offer.shown}"
        ),
        fires=not holds,
        fact=offer.fact or None,
        values=(offer.shown, base.shown, premium.shown),
    )
