"""A percentage that no pattern explains, in a clause that sets an offer against a market price.

"The offer tops Friday's closing price by 30 percent"; "holders get 30 percent more than the shares
fetched". The offer stands before the figure or in the sentence before ("That is ..."), the market
price on either side. Refuses moves of a price, results, goods, and what is traded against an offer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import MONEY, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure

# How far the market price stands from the figure, and how far before it the offer.
NEAR, OFFER_REACH = 10, 24
# "exceeds Friday's close by": how far the verb stands.
VERB_REACH = 10
BY, ABOVE, BELOW = "by", "above", "below"
# "In total that is"
OPENS_WITH, SHARES = 3, frozenset({"share", "shares", "stock"})
POINTS = frozenset({"it", "that", "this", "which"})
# "The premium to the price on Friday comes to 9 percent, that to the average to 8 percent"
PREMIUM, NAMED_REACH = "premium", 36
ON = frozenset({"to", "over", "on", "against", "compared", "versus", "relative"})
# "the price of wheat" is none of an offer
PRICE, OF = "price", "of"
PRICES = frozenset({"price", "prices"})
# "since the offer the shares are 30 percent above", "after the bid it closed 30 percent above"
TRADED = frozenset({"shares", "stock", "trade", "trades", "trading", "closed", "opened", "ended"})


def _side(context: Context, place: int) -> str | None:
    """Which side of another price the words around a percentage set one on; None for neither."""
    words = context.words
    behind = words[place + 1 : place + 2]
    before = words[max(place - VERB_REACH, 0) : place - 1] if words[place - 1] == BY else ()
    for side in (ABOVE, BELOW):
        if not figure_words(f"set_{side}").isdisjoint(behind):
            return side
        if not figure_words(f"beats_{side}").isdisjoint(before):
            return side
    return None


def _is_offer(words: tuple[str, ...]) -> bool:
    """Whether words speak of an offer, and behind it of no shares, nor of the price of goods."""
    offered = figure_words("is_offered")
    last = max(
        (
            at
            for at, word in enumerate(words)
            if word in offered or (word == PRICE and words[at + 1 : at + 2] != (OF,))
        ),
        default=-1,
    )
    return last >= 0 and TRADED.isdisjoint(words[last + 1 :])


def _is_pointed_to(context: Context, place: int) -> bool:
    """Whether "that is" means the offer: told before it, or of the story if no price is."""
    before = context.previous
    if before is None or not points(context, place):
        return False
    if not figure_words("priced_on_market").isdisjoint(context.words[:place]):
        return False  # "Yesterday it stood at $9, and today it is 3 percent higher"
    told = before.words[-OFFER_REACH:]
    if _is_offer(told) or not groups()["acquire"].isdisjoint(told):
        return True
    is_purchase = context.parties.acquirer is not None and not context.parties.by_funding
    others = either(figure_words("priced_on_market"), figure_words("no_share_price"), TRADED)
    return is_purchase and MONEY not in told and others.isdisjoint(told)


def points(context: Context, place: int) -> bool:
    """Whether "that is" opens the sentence, or stands right before a percentage."""
    words = context.words
    if not POINTS.isdisjoint(words[:OPENS_WITH]):
        return True
    return words[place - 1] in groups()["be"] and words[max(place - 2, 0)] in POINTS


def named_at(context: Context, place: int) -> int | None:
    """Where "the premium", or "that", stands that "comes to" a percentage; None where none does."""
    words = context.words
    if words[place - 1] not in {"to", "at"} and words[place - 1] not in groups()["become"]:
        return None
    first = max(place - NAMED_REACH, 0)
    at = max((n for n in range(first, place) if words[n] == PREMIUM), default=-1)
    if at < 0 or words[at + 1] not in ON:
        return None
    if either(figure_words("priced_on_market"), PRICES).isdisjoint(words[at:place]):
        return None
    that = range(place - 1, at, -1)
    return next((n for n in that if words[n] == "that" and words[n + 1] in ON), at)


def _is_worth(near: tuple[str, ...]) -> bool:
    """Whether it is a share that "was worth" less: "73 percent more than a share was worth"."""
    return "worth" in near and not SHARES.isdisjoint(near)


def _is_told(context: Context, place: int) -> bool:
    """Whether an offer is told before a percentage, and a market price near it."""
    words = context.words
    near = words[max(place - NEAR, 0) : place + 1 + NEAR]
    is_priced = not figure_words("priced_on_market").isdisjoint(near)
    # as in "the offer tops the price on the day before by 9 percent"
    is_priced |= words[place - 1] == BY and not PRICES.isdisjoint(near)
    if not is_priced and not _is_worth(near):
        return False
    if not figure_words("no_share_price", "paid_to_others").isdisjoint(near):
        return False
    return _is_offer(words[max(place - OFFER_REACH, 0) : place]) or _is_pointed_to(context, place)


def clause_premiums(context: Context) -> Iterator[tuple[Figure, bool]]:
    """The percentages by which an offer lies off a market price, and whether it lies below."""
    for figure in context.figures:
        if figure.sign == PERCENT and named_at(context, figure.place) is not None:
            yield figure, False
        elif figure.sign == PERCENT:
            side = _side(context, figure.place)
            if side is not None and _is_told(context, figure.place):
                yield figure, side == BELOW
