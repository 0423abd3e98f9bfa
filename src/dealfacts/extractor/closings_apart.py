"""Closings that are none of a deal's: a market day, a company that shuts its doors, a plant.

Refuses to say what else a date may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import which_deal
from dealfacts.extractor.own_sides import is_one, is_side
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import MONEY, ORGANISATION
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.date_claims import Dated

# How far before "closed" a word for the deal stands.
CLOSING_REACH = 8
# "By 2027 it wants to complete the pilot plant": how far behind the verb its object goes.
OBJECT_REACH = 8
WHENS, UNREAL_REACH = frozenset({"when", "before", "after", "until", "since"}), 5
STEPS = frozenset({"step", "part", "phase", "stage", "tranche", "closing"})
OPENERS = frozenset({"the", "its", "their", "a", "an", "this"})


def is_apart(context: Context, date: Dated) -> bool:
    """Whether what closed is the deal of another company, or closed only in another world.

    "When it was taken over in a $3bn merger, completed in May, Beta had", "had it not closed by".
    """
    words = context.words
    if words[:1] == ("had",) and "not" in words[1:UNREAL_REACH]:
        return True
    if words[:1] == () or words[0] not in WHENS or words[1:2] != ("it",):
        return False
    behind = between(context.organisations, date.place, date.place + OBJECT_REACH)
    return bool(behind) and not is_side(context, behind[0].name)


def is_sellers_past(context: Context, date: Dated) -> bool:
    """Whether it is the day on which the seller once bought: "Acme took Beta over in 2011"."""
    seller = context.parties.seller
    if seller is None or context.parties.acquirer in context.sides_named:
        return False
    if not any(is_one(named.name, seller) for named in context.names):
        return False
    return which_deal.is_long_ago(context, date.place, which_deal.LONG_PAST)


def is_shut(context: Context, date: Dated) -> bool:
    """Whether a company closed its doors: "Acme, which owed millions, closed in July"."""
    words, first = context.words, date.meaning.first
    if words[first] != "closed" or words[first - 1] not in {",", ORGANISATION}:
        return False
    told = words[max(first - CLOSING_REACH, 0) : date.place]
    return groups()["purchase_noun"].isdisjoint(told) and groups()["round_noun"].isdisjoint(told)


def is_trading_day(context: Context, place: int) -> bool:
    """Whether a date is one of the market: "Friday's close", not "Friday's closing of the sale"."""
    behind = context.words[place + 1 : place + 5]
    if behind[:1] != ("'s",) or behind[1:2] == ():
        return False
    return behind[2:3] != ("of",) or behind[3:4] == (MONEY,)


def is_of_work(context: Context, date: Dated) -> bool:
    """Whether what is to be completed by a date is a plant or a model, and no deal.

    "By 2027 it wants to complete the pilot plant", "will close a bakery in June"; not "by May it
    expects to close the purchase".
    """
    words, meaning = context.words, date.meaning
    verbs = range(meaning.first, meaning.last + 1)
    verb = next((at for at in verbs if words[at] in groups()["finish"]), None)
    if verb is None:
        return False
    what = words[verb + 1 : verb + 1 + OBJECT_REACH]
    if not what or what[0] not in OPENERS:
        return False
    deals = either(
        groups()["purchase_noun"],
        groups()["offer_noun"],
        groups()["round_noun"],
        kind_words("deal"),
        STEPS,
    )
    return deals.isdisjoint(what)
