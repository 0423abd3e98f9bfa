"""A small sum that no pattern explains, in a sentence that speaks of shares.

"Up for each Acme share is $57 in cash"; "far from the $57 that Beta was to pay for the stock". The
word for the shares stands near, on either side. Refuses moves of a price, results and dividends,
goods, and the rates of currencies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.figure_claims import is_unit_price
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure

# How far the word for shares may stand before and behind its price.
BEFORE, BEHIND = 24, 14
# How far behind it stands who offers it.
BY = 5
# As in: down 60 cents, lift the offer by 20 cents, 29 percent or $9.62, 0.74 pounds for a dollar.
STEPS = frozenset({"by", "down", "up", "or", "=", "/"})
# What comes on top of new shares is the price of several: one new share and $0.70.
ON_TOP, NEW_REACH = frozenset({"and", "plus"}), 8
# As in: $57/sh, $57 each
UNITS = frozenset({"sh", "each", "apiece"})
# One reading speaks for these as well: small sums cannot be them.
LARGE = frozenset({"deal_amount", "valuation", "debt", "total_raised", "prior_offer"})


def clause_share_prices(context: Context) -> Iterator[tuple[Figure, bool]]:
    """Sums that are prices of a share by the words near them, and whether the market's."""
    for figure in context.figures:
        if figure.sign != MONEY or not is_unit_price(figure):
            continue
        if all(each.block.attribute in LARGE for each in figure.meanings):
            near = _near(context, figure.place)
            if _is_told(context, figure.place, near) and not _is_by_other(context, figure.place):
                yield figure, not figure_words("market_price").isdisjoint(near)


def _is_by_other(context: Context, place: int) -> bool:
    """Whether somebody who is no side offers it: "the 845 pence tabled by Apex"."""
    words = context.words
    at = next((n for n in range(place + 1, min(place + BY, len(words))) if words[n] == "by"), 0)
    named = between(context.names, at + 1, at + 2) if at else ()
    return bool(named) and not is_side(context, named[0].name)


def _near(context: Context, place: int) -> frozenset[str]:
    words = context.words
    return frozenset(words[max(place - BEFORE, 0) : place + 1 + BEHIND])


def _is_told(context: Context, place: int, near: frozenset[str]) -> bool:
    words = context.words
    if words[place - 1] in ON_TOP and "new" in words[max(place - NEW_REACH, 0) : place]:
        return False
    if not STEPS.isdisjoint((*words[max(place - 1, 0) : place], *words[place + 1 : place + 2][:1])):
        return False
    if not figure_words("no_share_price").isdisjoint(near):
        return False
    if not UNITS.isdisjoint(words[place + 1 : place + 3]):
        return True
    return not figure_words("speaks_of_shares").isdisjoint(near)
