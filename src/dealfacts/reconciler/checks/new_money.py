"""CHK008: the valuation after the money is the one before it plus the money.

It fires only where the articles say which is which. Otherwise what the round leaves of the
valuation is set beside the prior valuation, which it may support but never contradict: companies
gain and lose value between rounds.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Basis
from dealfacts.reconciler import wording
from dealfacts.reconciler.arithmetic import fits, minus, plus
from dealfacts.reconciler.rule import WARNING, Rule
from dealfacts.reconciler.view import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.reconciler.view import Input, View

RULE = Rule(
    "CHK008",
    "pre-money, new money and post-money do not fit",
    WARNING,
    "The valuation after the money is not the one before it plus the money.",
    "“$5.9 billion pre-money”, “$800 million” raised, “$7.5 billion post-money”.",
    "Check which of the three figures belongs to another round.",
)
# Near enough for the last valuation to look like the one before the money.
NEAR = Decimal("0.10")


def run(view: View) -> Iterable[Result]:
    """Stated pre- and post-money valuations, else the prior one, against the leading amount."""
    amounts = view.main("deal_amount")[:1]
    valuations = [one for inputs in view.of_attribute("valuation") for one in inputs]
    before = [one for one in valuations if one.basis is Basis.PRE_MONEY]
    after = [one for one in valuations if one.basis is Basis.POST_MONEY]
    for amount in amounts:
        for pre in before:
            for post in after:
                if pre.currency == post.currency == amount.currency and pre.fact == post.fact:
                    yield _sum(pre, amount, post)
        # A price for the whole company brings it no money.
        if view.main("stake") and not before:
            yield from _prior(view, amount)


def _sum(pre: Input, amount: Input, post: Input) -> Result:
    implied = plus(pre.interval, amount.interval)
    point = pre.point + amount.point
    holds = fits(implied, point, post)
    verdict = "fits" if holds else "does not fit"
    return Result(
        attribute="valuation",
        subject=post.subject,
        claims=(pre.claims[0].id, amount.claims[0].id, post.claims[0].id),
        implied=implied,
        holds=holds,
        message=(
            f"{pre.shown} before the money plus {amount.shown} is "
            f"{wording.sum_text(point, post.figure)}: {verdict} {post.shown}"
        ),
        fires=not holds,
        fact=post.fact,
        values=(pre.shown, amount.shown, post.shown),
    )


def _prior(view: View, amount: Input) -> Iterable[Result]:
    for value in view.main("valuation")[:1]:
        left = value.point - amount.point
        if value.currency != amount.currency or left <= 0:
            continue
        implied = minus(value.interval, amount.interval)
        known = [one for one in view.main("prior_valuation") if one.currency == value.currency]
        fitting = [
            prior
            for prior in known
            if abs(prior.point - left) <= NEAR * left or fits(implied, left, prior)
        ]
        # What supports one earlier valuation says nothing new of the others.
        for prior in fitting or known[:1]:
            near = prior in fitting
            verdict = "close to" if near else "not"
            yield Result(
                attribute="prior_valuation",
                subject=prior.subject,
                claims=(value.claims[0].id, amount.claims[0].id, prior.claims[0].id),
                implied=implied,
                holds=near,
                message=(
                    f"{value.shown} less {amount.shown} leaves "
                    f"{wording.sum_text(left, value.figure)}: {verdict} the earlier {prior.shown}"
                ),
            )
