"""A small sum that no pattern explains, in a sentence that speaks of shares.

"Up for each Acme share is $57 in cash"; "far from the $57 that Beta was to pay for the stock". The
word for the shares stands near, on either side. Refuses moves of a price, results and dividends,
goods, and the rates of currencies.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.extractor.figure_claims import is_unit_price
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import COUNT, MONEY
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.values import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dealfacts.extractor.context import Context, Figure

# How far the word for shares may stand before and behind its price.
BEFORE, BEHIND = 24, 14
# How far behind it stands who offers it.
BY = 8
# As in: down 60 cents, lift the offer by 20 cents, 29 percent or $9.62, 0.74 pounds for a dollar.
STEPS = frozenset({"by", "down", "up", "or", "=", "/"})
# What comes on top of new shares is the price of several: one new share and $0.70.
ON_TOP, NEW_REACH = frozenset({"and", "plus"}), 8
# As in: $57/sh, $57 each
UNITS, SLASH = frozenset({"sh", "each", "apiece"}), frozenset({"/", "by"})
NOMINAL = frozenset({"face", "par", "nominal", "paid-up"})
# A reading this sure tells the price of a share; another one is of its size.
SURE, ALIKE = 95, Decimal("1.6")
# "Acme had turned down $25.40", "the board backed the bid at 285p"
TURNED_DOWN, BID_REACH = frozenset({"turned", "backed", "accepted", "approach"}), 8
DIVIDEND_REACH = 4
# One reading speaks for these as well: small sums cannot be them.
LARGE = frozenset({"deal_amount", "valuation", "debt", "total_raised", "prior_offer"})


def clause_share_prices(context: Context) -> Iterator[tuple[Figure, bool]]:
    """Sums that are prices of a share by the words near them, and whether the market's."""
    for figure in context.figures:
        if figure.sign != MONEY or not is_unit_price(figure):
            continue
        if all(each.block.attribute in LARGE for each in figure.meanings):
            near = _near(context, figure.place)
            if _is_told(context, figure, near) and not _is_by_other(context, figure.place):
                yield figure, not figure_words("market_price").isdisjoint(near)


def unit_prices(contexts: Iterable[Context]) -> Mapping[str, tuple[Decimal, Decimal]]:
    """The least and the largest price of one share that a story surely tells, by currency."""
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for context in contexts:
        for figure in context.figures:
            value, told = figure.mention.value, figure.meanings[:1]
            if figure.sign != MONEY or not told or not isinstance(value, Money):
                continue
            block = told[0].block
            if (
                block.attribute != "share_price"
                or told[0].score < SURE
                or not is_unit_price(figure)
            ):
                continue
            if "dividend" in context.words[max(figure.place - DIVIDEND_REACH, 0) : figure.place]:
                continue  # a part of what is paid is much smaller than the price
            low, high = found.get(value.currency, (value.low, value.high))
            found[value.currency] = min(low, value.low), max(high, value.high)
    return found


def is_like_known(context: Context, figure: Figure) -> bool:
    """Whether a small sum lies near the prices of a share that the story tells elsewhere."""
    value = figure.mention.value
    known = context.story.unit_prices.get(value.currency) if isinstance(value, Money) else None
    if known is None or not isinstance(value, Money) or value.high <= 0:
        return False
    return known[0] <= value.low * ALIKE and value.high <= known[1] * ALIKE


def _is_by_other(context: Context, place: int) -> bool:
    """Whether somebody who is no side offers it: "the 845 pence tabled by Apex"."""
    words = context.words
    at = next((n for n in range(place + 1, min(place + BY, len(words))) if words[n] == "by"), 0)
    if words[place + 1 : place + 2] == ("that",):
        at = place + 1  # "the 594 pence that Apex's own offer was worth"
    named = between(context.names, at + 1, at + 2) if at else ()
    return bool(named) and not is_side(context, named[0].name)


def _near(context: Context, place: int) -> frozenset[str]:
    words = context.words
    return frozenset(words[max(place - BEFORE, 0) : place + 1 + BEHIND])


def _counts_shares(context: Context) -> bool:
    """Whether a sentence counts shares: "will buy 5.1 million new shares"."""
    text = context.scene.article.text
    counted = (each.mention for each in context.figures if each.sign == COUNT)
    return any("share" in text[each.start : each.end] for each in counted)


def _is_told(context: Context, figure: Figure, near: frozenset[str]) -> bool:
    words, place = context.words, figure.place
    if words[place - 1] in ON_TOP and "new" in words[max(place - NEW_REACH, 0) : place]:
        return False
    is_unit = not UNITS.isdisjoint(words[place + 1 : place + 3]) and NOMINAL.isdisjoint(near)
    if is_unit and SLASH.isdisjoint(words[:place][-1:]):
        # as in "tickets at $57 each", of which a sentence on shares tells nothing
        known = either(figure_words("speaks_of_shares"), groups()["shares"])
        is_of_shares = not known.isdisjoint(context.vocabulary) or _counts_shares(context)
        return is_of_shares or is_like_known(context, figure)
    if not STEPS.isdisjoint((*words[max(place - 1, 0) : place], *words[place + 1 : place + 2][:1])):
        return False
    if not figure_words("no_share_price").isdisjoint(near):
        return False
    if not figure_words("speaks_of_shares").isdisjoint(near):
        return True
    told = figure_words("bids", "turns_down") | TURNED_DOWN
    is_bid = not told.isdisjoint(words[max(place - BID_REACH, 0) : place + BID_REACH])
    return is_bid and is_like_known(context, figure)
