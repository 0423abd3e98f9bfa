"""Sums beside a deal that buy nothing in it: what a project costs, a listing raised, others gain.

Refuses to say what the price is; the kinds ask here before they take a sum for it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import described, outlays, subjects
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.tokens import DATE, ORGANISATION, PERCENT, PERSON
from dealfacts.extractor.which_deal import is_long_ago
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.readings import Reading

# "the combined company will also invest"
UNION = frozenset({"combined", "merged", "enlarged", "new"})
COMPANY, UNION_REACH = frozenset({"company", "group", "entity", "business", "firm"}), 6
# A project stands behind "in"; a listing behind the sum that it raised.
PROJECT_REACH, LISTING_REACH = 6, 7
# How far the share stands behind what was paid for it.
SHARE_REACH, DAY_REACH = 6, 12
# "paid about $9m to the exchequer"
TAX_REACH = 10
# How far before a sum the listing stands at which shares were sold for it.
FLOAT_REACH = 18
PARTICIPLE = (",", "investing")
PROJECTS = frozenset({"a", "an", "the", "its", "their", "new", "more", "building", "two", "#"})


def invested(context: Context, place: int, meaning: Reading) -> tuple[str, str] | None:
    """Attribute and subject of a sum that is invested; None where it buys a company.

    What goes into the venture that a deal makes is of the deal; a plant is an outlay.
    """
    if outlays.is_for_venture(context, place) and not outlays.is_of_others(context, place):
        return "deal_amount", f"{context.parties.label}: put into the venture"
    if outlays.is_public(context, place) and _is_project(context, place):
        return "other_amount", "what others invest"
    if meaning.pattern.startswith("{invest}") and (spender := spender_of(context, place)):
        return "spending", spender
    if _is_of_union(context, place):
        return "spending", described.UNION
    if outlays.is_of_others(context, place):
        is_for_side = outlays.is_for_company(context, place) and not (
            outlays.is_for_venture(context, place) or _is_for_outsider(context, place)
        )
        if not is_for_side:
            return "other_amount", "what others invest"
        if is_long_ago(context, place):
            return "other_amount", "an earlier deal"
        backer = last_before(context.organisations, place)
        if backer is not None and not context.own_names:
            return "deal_amount", f"{context.parties.label}: {backer.name}"
    return None


def _is_for_outsider(context: Context, place: int) -> bool:
    """Whether what a sum is put into is named, and no side: "into the startup Beta"."""
    object_ = outlays.object_of(context, place)
    if not object_:
        return False
    named = between(context.organisations, object_[0], object_[-1])
    return bool(named) and not any(is_side(context, each.name) for each in named)


def _is_of_union(context: Context, place: int) -> bool:
    """Whether it is what a merger makes that invests: "the combined company will invest"."""
    before = context.words[max(place - UNION_REACH, 0) : place]
    return any(a in UNION and b in COMPANY for a, b in pairwise(before))


def spender_of(context: Context, place: int) -> str | None:
    """Who puts a sum into a project; None where it is put into a company."""
    if _is_own_plan(context, place):
        return context.parties.target
    if _is_project(context, place):
        before = subjects.subject_before(context, place)
        return before or context.parties.acquirer or "the company"
    return None


def _is_own_plan(context: Context, place: int) -> bool:
    """Whether it is the target that invests: a plant or a project, not the deal."""
    target, words = context.parties.target, context.words
    if words[max(place - 2, 0) : place] == PARTICIPLE:
        return False  # "takes a stake in Acme, investing $9m": as the subject of the sentence
    return target is not None and subjects.subject_before(context, place) == target


def _is_project(context: Context, place: int) -> bool:
    """Whether a sum is put into a thing, not a company: "to invest £150m in a new stadium"."""
    if context.parties.by_funding:
        return False
    behind = context.words[place + 1 : place + 1 + PROJECT_REACH]
    if behind[:1] not in {("in",), ("into",)} or not behind[1:2] or behind[1] not in PROJECTS:
        return False
    return not ({ORGANISATION, PERSON} | figure_words("companies")).intersection(behind)


def elsewhere(context: Context, place: int, meaning: Reading) -> str | None:
    """What a sum is the price of if it is a rival's or was paid on the stock market."""
    if meaning.block.about == "round" and _is_listing(context, place):
        return "a listing"
    if "sold" in meaning.pattern and _is_floated(context, place):
        return "a listing"
    if "pay" in meaning.pattern and is_tax(context, place):
        return "a tax"
    if _goes_to_outsider(context, place):
        return "what others gain"
    if _is_paid_by_outsider(context, place, meaning):
        return "what others paid"
    return None


def _is_floated(context: Context, place: int) -> bool:
    """Whether shares were sold to the public for it: "the offering, in which 2% were sold for"."""
    before = context.words[max(place - FLOAT_REACH, 0) : place]
    return not figure_words("listing").isdisjoint(before)


def is_tax(context: Context, place: int) -> bool:
    """Whether what is paid goes to the state: "paid $9m in tax", "each should pay about $9m"."""
    taxes = figure_words("taxes")
    if not taxes.isdisjoint(context.words[max(place - TAX_REACH, 0) : place + TAX_REACH]):
        return True
    before = context.previous
    is_apart = not context.own_names and before is not None and not before.own_names
    return is_apart and before is not None and not taxes.isdisjoint(before.vocabulary)


def _goes_to_outsider(context: Context, place: int) -> bool:
    """Whether the sum goes to a company that is no side: "should bring $9m to the fund Acme"."""
    parties, words = context.parties, context.words
    if (
        parties.acquirer is None
        or parties.target is None
        or words[place + 1 : place + 2] != ("to",)
    ):
        return False
    named = between(context.organisations, place + 2, place + 2)
    return bool(named) and not is_side(context, named[0].name) and not context.is_heading


def _is_paid_by_outsider(context: Context, place: int, meaning: Reading) -> bool:
    """Whether who is no side paid it for his own shares: "the fund Acme had paid $9m for its"."""
    parties, words = context.parties, context.words
    if parties.acquirer is None or parties.target is None or "pay" not in meaning.pattern:
        return False
    if context.is_heading:
        return False
    opens = context.organisations[:1]
    is_foreign = bool(opens) and opens[0].place == 0 and not is_side(context, opens[0].name)
    if is_foreign and "it" in words[max(meaning.first - 2, 0) : meaning.first]:
        return True  # "Orrin, for its part, owns a tenth of Acme, for which it paid $9m"
    before = last_before(context.organisations, place)
    if before is None or is_side(context, before.name):
        return False
    is_his = before.place == meaning.first - 1 and "paid" in words[meaning.first : place]
    if is_his and PERCENT in words[place : place + SHARE_REACH]:
        return (
            DATE in words[place : place + DAY_REACH]
        )  # "Beta paid $9m for 60 per cent of it in 2021"
    return "had" in words[before.place : place]


def _is_listing(context: Context, place: int) -> bool:
    """Whether money was raised on the stock market: "raised $240 million in its IPO"."""
    if context.parties.acquirer is None or context.story.main_round is not None:
        return False
    return not figure_words("listings").isdisjoint(context.words[place : place + LISTING_REACH])
