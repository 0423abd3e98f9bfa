"""Which readings of a sum as a price are open to a story: some words are prices in some alone.

"Proceeds of $9m" are a deal's where a company goes public by a shell; "a final bill of $9m" is a
price where a deal is spoken of; a sum that is "put into" something buys a company only if that is
one. Refuses to say whose deal it is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor import outlays
from dealfacts.extractor.own_sides import is_one
from dealfacts.extractor.proximity import between
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.readings import Reading

# Parts of a price that have a subject of their own.
PARTS = frozenset(
    {"instalment", "equity part", "open offer", "new shares", "existing shares", "net of cash"}
)
DEPOSITS = frozenset({"deposit", "down-payment"})
# "on" tells what is bought in any story: "spends $2bn on Acme"
ON, PRICE = frozenset({"on"}), frozenset({"price"})
# "a fee of", "a bill of": how far a word that makes it none of the deal's stands before the sum.
BESIDE_REACH = 8
# How far behind a sum stands what it is got for.
GOT_REACH = 5
# What can be sold, beside companies and their shares.
SOLD = frozenset({"it", "unit", "division", "arm", "asset", "assets", "auction", "they", "brand"})


@cache
def _deal_words() -> frozenset[str]:
    """Words beside which a bill, a fee or a payment is one of a deal."""
    names = ("purchase_noun", "offer_noun", "acquire", "sell", "pay", "invest", "round_noun")
    return figure_words("terms").union(*(groups()[name] for name in names))


def is_open(context: Context, place: int, meaning: Reading) -> bool:
    """Whether a reading that some stories alone allow is open to this one."""
    about = meaning.block.about
    if about == "proceeds":
        return context.story.is_by_shell
    if about == "instead":
        known = groups()
        here = either(known["offer_noun"], known["purchase_noun"], known["pay"], PRICE)
        return not here.isdisjoint(context.vocabulary)
    if about == "bought":
        return context.parties.acquirer is not None and not context.parties.by_funding
    if about == "total":
        return _is_of_round(context)
    if about == "company":
        return _is_put_in(context, place)
    if about == "hands":
        return _is_between_sides(context, place)
    if about == "equity part":
        return context.parties.acquirer is None or _speaks_of_deal(context)
    if about in {"priced", "instalment"}:
        return _speaks_of_price(context, place) or (
            about == "instalment" and _follows_price(context)
        )
    if about == "got":
        return _is_got(context, place, meaning)
    if about == "fetched":
        return _is_sold(context, meaning)
    return _is_open_size(context, about)


def _is_open_size(context: Context, about: str) -> bool:
    """Whether what a noun tells the size of is what the story deals in: new money, a holding."""
    if about == "put in":
        return not context.story.is_whole_purchase
    if about == "fresh money":
        return None in (context.parties.acquirer, context.parties.target) or _is_of_round(context)
    return about != "holding" or context.story.is_part_purchase


def _is_of_round(context: Context) -> bool:
    """Whether the story is that of a round."""
    return context.parties.by_funding or context.story.main_round is not None


def is_explained(context: Context, figure: Figure) -> bool:
    """Whether the words give a sum a meaning that it can have: no price of a share."""
    return any(
        each.block.attribute != "share_price"
        and (each.block.attribute != "deal_amount" or is_open(context, figure.place, each))
        for each in figure.meanings
    )


def _is_put_in(context: Context, place: int) -> bool:
    """Whether money put into something buys a company or a part of it.

    Where all of a company is bought, more money for it is spent beside the price.
    """
    if outlays.is_for_purchase(context, place) or outlays.is_for_venture(context, place):
        return True
    if not outlays.is_for_company(context, place):
        return False
    return not context.story.is_whole_purchase or not ON.isdisjoint(
        context.words[place + 1 : place + 2]
    )


def _is_between_sides(context: Context, place: int) -> bool:
    """Whether a side, or a word that stands for one, pays or gets the sum."""
    if context.own_names:
        return True
    known = either(kind_words("stands_for_side"), groups()["purchase_noun"])
    return not known.isdisjoint(context.words[max(place - BESIDE_REACH, 0) : place + BESIDE_REACH])


def _is_got(context: Context, place: int, meaning: Reading) -> bool:
    """Whether it is those who sell that get a sum, in the story of a purchase, and for it."""
    parties, words = context.parties, context.words
    if None in (parties.acquirer, parties.target) or parties.by_funding:
        return False
    behind = words[place + 1 : place + 1 + GOT_REACH]
    if not either(figure_words("other_bills"), figure_words("other_gains")).isdisjoint(behind):
        return False
    named = between(context.organisations, meaning.first, meaning.first)
    return not named or any(
        side is not None and is_one(named[0].name, side)
        for side in (parties.seller, parties.target)
    )


def _speaks_of_price(context: Context, place: int) -> bool:
    """Whether a deal is spoken of here or right before, and no other bill beside the sum."""
    near = context.words[max(place - BESIDE_REACH, 0) : place + BESIDE_REACH]
    return figure_words("other_bills").isdisjoint(near) and _speaks_of_deal(context)


def _follows_price(context: Context) -> bool:
    """Whether the sentence before tells what is paid: "It pays $1bn. A further $4bn will"."""
    before = context.previous
    told = before.figures if before is not None else ()
    return any(
        each.block.attribute == "deal_amount" for figure in told for each in figure.meanings[:1]
    )


def _speaks_of_deal(context: Context) -> bool:
    """Whether a deal is spoken of here or right before."""
    told = [context.vocabulary]
    if context.previous is not None:
        told.append(context.previous.vocabulary)
    return any(not _deal_words().isdisjoint(each) for each in told) or bool(context.sides_named)


def _is_sold(context: Context, meaning: Reading) -> bool:
    """Whether what "should fetch $9m" is a side of the deal, the deal, or a word for one.

    The mines that a bidder would sell on are none.
    """
    first = max(meaning.first - BESIDE_REACH, 0)
    near = between(context.names, first, meaning.first - 1)
    if any(each.name in context.own_names for each in near):
        return True
    known = either(groups()["deal_word"], groups()["stake_noun"], figure_words("put_into"), SOLD)
    return not known.isdisjoint(context.words[first : meaning.first])


def part_of_price(context: Context, meaning: Reading) -> str | None:
    """Which part of the price a sum is by the words beside it; None where it is all of it.

    Two instalments of one deal are never set against each other: "first", "remaining", "further".
    """
    about = meaning.block.about
    if about not in PARTS:
        return None
    if about != "instalment":
        return about
    near = frozenset(context.words[max(meaning.first - 1, 0) : meaning.last + 2])
    if not DEPOSITS.isdisjoint(near):
        return "deposit"
    for which in ("first", "last"):
        if not figure_words(f"{which}_part").isdisjoint(near):
            return f"{which} instalment"
    return "further instalment"
