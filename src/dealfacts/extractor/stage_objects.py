"""What stands inside, behind or right before a stage phrase and makes it a stage of no deal.

"To buy back shares", "takes over from Jane Roe", "pockets £28,000 a week", "agreed to pay a fine",
"has concluded that", "the agreed price", "due diligence is complete". Refuses to weigh conditions
and the sides of a deal; `stage_senses` does.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import which_deal
from dealfacts.extractor.own_sides import is_one, is_side
from dealfacts.extractor.tokens import DATE, MONEY, NAMES
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.phrases import Told

# "The agreed $4bn": a word of the price, no verb
ATTRIBUTIVE, ARTICLES = frozenset({"agreed"}), frozenset({"a", "an", "the", "its", "their", "this"})
# "Intends to recommend it if no better offer comes along"
INTENDS, IFS = frozenset({"intend", "intends"}), frozenset({"if", "unless", "should", "provided"})
IF_REACH = 16
# How far the thing that is complete stands before the word that says so.
STEP_REACH = 6
STEP_STOPS = frozenset({",", "as", "when", "and", "while", "that"})
OF_STEP = frozenset({"in", "of", "for", "with", "into", "at", "by"})
# "Takeover completes", but not "takeover completes a turnaround"
SELF = frozenset({"completes", "closes"})
SELF_ENDS = frozenset(
    {".", ",", ";", ":", "—", "–", "|", "on", "in", "at", "after", "as", "with", "for", DATE}
)
# What parts a verb of buying from a name that is not its object: "has bought a stake from Acme".
LINKS = frozenset({"from", "with", "by", "for", "alongside", "after", "as", "that", "to"})
STOPS = frozenset({",", ";", ":", "—", "–", "•"})
BESIDE = frozenset({"before", "after", "ahead"})
PAY_DEALS = frozenset((what, deal) for what in ("pay", "wage") for deal in ("deal", "agreement"))
PRICE_REACH, AGAIN_REACH = 8, 5
# "Over the last three years it has raised"
OVER_YEARS = frozenset({("over", DATE), ("during", DATE)})
# "It is the second time that Acme has invested", but "For the first time, Acme has bought"
AGAIN = frozenset({("time", "that"), ("second", "time"), ("third", "time"), ("fourth", "time")})
PRICED = frozenset({"shares", "share", "stock", "price", "market", "markets", "exchange", "index"})
FIRM = frozenset({"agreed", "closed"})
SELLS, RELATIVE = frozenset({"sells", "buys"}), frozenset({"which", "that", "who"})
BRINGS = frozenset({"brings", "brought"})
BONDS, BOND_REACH = frozenset({"bond", "bonds", "ipo", "offering", "flotation", "listing"}), 6
# What the holders of shares that are bought get, and what a fee brings: no round.
TAKES = frozenset({"receives", "received", "collects", "collected", "pockets", "nets"})
# What the firm raised before somebody bought it, and who led that round.
LED = frozenset({"led", "leads", "leading", "co-led"})
# "The cash that goes to the funds": no firm that goes to a buyer
GOES, CASH = frozenset({"goes", "go", "passes"}), frozenset({"cash", "money", "proceeds", "sum"})
CASH_REACH = 3
# "Has completed a bread trial"
ACTIVE = frozenset({"has", "have", "had", "successfully", "now", "finally"})
AGREED_TO = 2
ITS, OBJECT_REACH = frozenset({("a",), ("an",), ("its",), ("their",)}), 9
SINCE_REACH, OFFER_NEAR = 3, 3
RAISES = frozenset({"raise", "seeks"})
# How far behind the phrase a fine stands.
REACH = 9
# "Acme to buy back shares", "to buy time" is no purchase
BACK = frozenset({("back",), ("time",)})
OVER = frozenset({"over"})
# "who pockets £28,000 a week"
RATES = frozenset(
    {
        (by, unit)
        for by in ("a", "per", "each", "every", "last")
        for unit in ("week", "month", "day", "year")
    }
)


def is_of_else(context: Context, each: Told) -> bool:
    """Whether something else than the deal is bought, taken over, agreed to or concluded."""
    words = context.words
    behind = words[each.last + 1 : each.last + REACH]
    if each.term in FIRM and (_is_meant(words, each) or _is_of_others(context, each)):
        return True
    if "another" in words[each.first : each.last + 1] or _is_other_work(words, each):
        return True  # "it completed another purchase"
    if each.term == "closed" and (_is_price(words, each) or _is_again(context, each)):
        return True
    paid = behind[1:] if behind[:1] == (MONEY,) else behind
    if behind[:1] in BACK or paid[:2] in RATES:
        return True
    if words[each.last] in OVER and not kind_words("taken_over").isdisjoint(behind[:1]):
        return True
    if each.term == "agreed":
        is_settled = not kind_words("settling").isdisjoint(behind)
        return is_settled or _is_beside(words, each) or _is_left_open(words, each)
    if each.term == "talks":
        if not kind_words("no_bid").isdisjoint(words[each.first : each.last + 1]):
            return True
        raises = not RAISES.isdisjoint(words[each.first : each.last + 1])
        return raises and not BONDS.isdisjoint(words[each.last : each.last + BOND_REACH])
    if words[each.first] in BRINGS and not context.parties.by_funding:
        return True  # what a business brings in is its revenue
    if each.term == "closed" and not BONDS.isdisjoint(behind[:BOND_REACH]):
        return True  # "raised $400m in a bond sale"
    inside = words[each.first : each.last + 2]
    if each.term != "closed":
        return False
    return ("concluded", "that") in pairwise(inside) or _is_step(context, each)


def _is_other_work(words: tuple[str, ...], each: Told) -> bool:
    """Whether a verb that asks for the deal has another object: "has agreed to supply flour".

    "Has completed a bread trial with Acme", "is selling bread to Acme".
    """
    known, last = groups(), words[each.last]
    behind = words[each.last + 1 : each.last + 1 + OBJECT_REACH]
    said = (last, *behind)
    if words[each.last - 1 : each.last + 1] == ("agreed", "to"):
        said = ("agreed", *said)
    if said[:2] == ("agreed", "to") and len(said) > AGREED_TO:
        deals = known["acquire"] | kind_words("agreed_to")
        return said[AGREED_TO].islower() and said[AGREED_TO] not in deals
    if last in known["finished"] and words[each.last - 1] in ACTIVE and behind[:1] in ITS:
        deals = known["purchase_noun"] | known["offer_noun"] | known["round_noun"]
        return (deals | known["stake_noun"] | kind_words("deal")).isdisjoint(behind)
    return False


def _is_beside(words: tuple[str, ...], each: Told) -> bool:
    """Whether something is told beside the deal: a day before the merger, where the cash goes."""
    inside = words[each.first : each.last + 4]
    if not BESIDE.isdisjoint(words[each.first : each.last + 1]) or not PAY_DEALS.isdisjoint(
        pairwise(inside)
    ):
        return True  # "the logo was unveiled one day before the merger", "agrees pay deal"
    return words[each.first] in GOES and not CASH.isdisjoint(
        words[max(each.first - CASH_REACH, 0) : each.first]
    )


def _is_meant(words: tuple[str, ...], each: Told) -> bool:
    """Whether who buys only means to, or a relative clause tells a trade and not this deal.

    "Plans to take over", "an offer to take over"; "its unit, which sells tea to grocers".
    """
    before = words[max(each.first - 1, 0) : each.first]
    if words[each.first] == "to":
        return not kind_words("means_to").isdisjoint(before)
    return words[each.first] in SELLS and not RELATIVE.isdisjoint(before)


def _is_of_others(context: Context, each: Told) -> bool:
    """Whether money goes into another company than the target: "it invested $1bn in Acme".

    Only where the sentence does not name the target at all, and no round is told.
    """
    sides, words = context.parties, context.words
    is_known = None not in {sides.acquirer, sides.target}
    if not is_known or context.is_heading or sides.target in context.sides_named:
        return False
    if groups()["invest"].isdisjoint(words[each.first : each.last + 1]) and not (
        groups()["acquire"] & set(words[each.first : each.last + 1])
    ):
        return False
    behind = next((named for named in context.organisations if named.place > each.first), None)
    if behind is None or behind.place > each.first + REACH:
        return False
    between = words[each.first : behind.place]
    is_object = LINKS.isdisjoint(between) and not STOPS & set(between)
    return is_object and not is_side(context, behind.name)


def _is_price(words: tuple[str, ...], each: Told) -> bool:
    """Whether it is a share that closed: "the price at which Acme closed on Friday"."""
    if "closed" not in words[each.first : each.last + 1]:
        return False
    clause = words[max(each.first - PRICE_REACH, 0) : each.first]
    return ("at", "which") in pairwise(clause) or not PRICED.isdisjoint(clause[-3:])


def _is_again(context: Context, each: Told) -> bool:
    """Whether a sentence counts purchases: "it is the second time that Acme has invested".

    Or tells what else a side did: "Last month it bought the shops of Beta".
    """
    words = context.words
    is_dated = DATE in words[: min(each.first, 2)] and "it" in words[: each.first + 1]
    if is_dated and not (context.sides_named or context.is_heading) and context.scene.rank > 1:
        return True
    before = words[max(each.first - AGAIN_REACH, 0) : each.first]
    return not (OVER_YEARS | AGAIN).isdisjoint(pairwise(before))


def _is_left_open(words: tuple[str, ...], each: Told) -> bool:
    """Whether "agreed" only describes a price, or a board binds itself under a condition."""
    if words[each.first] in ATTRIBUTIVE and words[max(each.first - 1, 0)] in ARTICLES:
        return True
    following = words[each.last + 1 : each.last + IF_REACH]
    return words[each.first] in INTENDS and not IFS.isdisjoint(following)


def _is_no_round(context: Context, each: Told) -> bool:
    """Whether money is taken in beside the purchase of a firm: a fee, or what its holders get."""
    words = context.words
    if "since" in words[max(each.first - SINCE_REACH, 0) : each.first]:
        return True  # "four months have passed since it raised €400m"
    inside = words[each.first : each.last + 1]
    is_past_round = not either(groups()["raise"], LED).isdisjoint(
        inside
    ) and which_deal.is_long_ago(context, each.first)
    is_paid = not (TAKES.isdisjoint(inside) or _is_target(context, each.first - 1))
    return (
        (is_paid or is_past_round)
        and None not in {context.parties.acquirer, context.parties.target}
        and not (context.parties.by_funding)
    )


def _is_target(context: Context, at: int) -> bool:
    """Whether the target stands at a row place: what it receives is a round, and no fee."""
    target = context.parties.target
    named = at >= 0 and context.words[at] in NAMES
    return target is not None and named and is_one(context.name_at(at), target)


def _is_step(context: Context, each: Told) -> bool:
    """Whether what is complete is a step to the deal, a loan for it, or something else."""
    words = context.words
    for at in range(each.first - 1, max(each.first - STEP_REACH, 0) - 1, -1):
        if words[at] in kind_words("steps_to_deal"):
            return True
        is_name = context.scene.row.index[at] >= 0
        if words[at] in STEP_STOPS or (is_name and words[max(at - 1, 0)] not in OF_STEP):
            break
    behind = words[each.last + 1 : each.last + REACH]
    if words[each.last] in SELF and behind and behind[0] not in SELF_ENDS:
        return True
    if MONEY not in words[each.first : each.last + 1]:
        return False
    if _is_no_round(context, each) or not groups()["offer_noun"].isdisjoint(behind[:OFFER_NEAR]):
        return True  # "has received an $80m offer"
    return not kind_words("lent").isdisjoint(behind) and not context.parties.by_funding
