"""CHK007: price per share times number of shares is the equity value.

Inputs rarely stand together: a count of shares, an offer price per share and an amount that does
not include debt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.values import Count
from dealfacts.model.vocabulary import Basis
from dealfacts.reconciler import wording
from dealfacts.reconciler.arithmetic import fits, times
from dealfacts.reconciler.rule import WARNING, Rule
from dealfacts.reconciler.view import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.reconciler.view import Input, View

RULE = Rule(
    "CHK007",
    "price per share times shares is not the equity value",
    WARNING,
    "The price per share and the number of shares do not multiply out to the amount.",
    "“$10 a share” for “100 million shares” in a “$2 billion” deal.",
    "Diluted and basic share counts differ; check which one is meant.",
)
WITH_DEBT = frozenset({Basis.INCLUDING_DEBT, Basis.ENTERPRISE})


def run(view: View) -> Iterable[Result]:
    """One result for each count of shares with a price and an amount."""
    counts = [inputs[0] for inputs in view.of_attribute("share_count")]
    for shares in counts:
        for price in view.main("share_price")[:1]:
            for amount in view.main("deal_amount")[:1]:
                if isinstance(shares.figure, Count) and _comparable(price, amount):
                    yield _result(shares, price, amount)


def _comparable(price: Input, amount: Input) -> bool:
    return price.currency == amount.currency and amount.basis not in WITH_DEBT


def _result(shares: Input, price: Input, amount: Input) -> Result:
    implied = times(shares.interval, price.interval)
    point = shares.point * price.point
    holds = fits(implied, point, amount)
    verdict = "fits" if holds else "does not fit"
    return Result(
        attribute="deal_amount",
        subject=amount.subject,
        claims=(amount.claims[0].id, shares.claims[0].id, price.claims[0].id),
        implied=implied,
        holds=holds,
        message=(
            f"{shares.shown} at {price.shown} is {wording.sum_text(point, amount.figure)}: "
            f"{verdict} {amount.shown}"
        ),
        fires=not holds,
        fact=amount.fact,
        values=(amount.shown, shares.shown, price.shown),
    )
