"""Whether a sentence tells of the article's deal: what its dates need before they are the deal's.

Refuses to say which date; `kinds/deal_dates.py` does.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import other_rounds, which_deal
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.tokens import DATE, MONEY
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

LATEST, OPENING = 14, 1
PAPERS = frozenset({"papers", "contract", "contracts"})
# "Acme said in a statement that the money would take it to Egypt"
SAYING = frozenset({"announced", "statement", "release", "filing"})
PROCEEDS = frozenset({"money", "funds", "capital", "proceeds", "cash"})
# "Jane Roe will be a non-executive director, Acme said on Monday"
SEATS = frozenset({"director", "directors", "chairman", "chair", "chairwoman", "seat", "seats"})
# "It was announced on Monday": what the sentence before spoke of
PRONOUNS = frozenset({"it", "this", "they"})
HOLDERS = frozenset({"holders", "shareholders", "stockholders", "investors", "owners"})
GET = frozenset({"get", "gets", "receive", "offered"})
# "On Tuesday they announced"
ON_DAY = ("on", DATE)
# "The plan, made public in May, was halted": what a sentence without a name may call the deal
DEFINITE = frozenset({"the", "this", "that", "their", "its"})


def tells_deal(context: Context) -> bool:
    """Whether a sentence has a word of dealing or buying, both sides, or money for a round."""
    words = context.vocabulary
    if words & kind_words("announcing") and _goes_on(context):
        return True
    if context.is_heading or words & either(kind_words("deal"), groups()["purchase_noun"]):
        return True
    firm = {"agreed", "closed"} if context.parties.by_funding else {"agreed"}
    if words & groups()["acquire"] or any(each.term in firm for each in context.told):
        return True
    if _hands_over(context):
        return True
    if MONEY in words and words & either(groups()["raise"], groups()["pay"], groups()["invest"]):
        return True
    if which_deal.how_deep(context) < LATEST and words & kind_words("formal"):
        return True
    if words & kind_words("announcing") and (_is_of_round(context) or _has_price(context)):
        return True
    if context.sides_named and "said" in words and _has_price(context):
        return True  # "will spend $43 billion on Acme, it said Monday"
    if context.parties.by_funding and words & SAYING and words & (groups()["invest"] | PROCEEDS):
        return True
    if {"broke", "news"} <= words:
        return True
    if all(is_side(context, n.name) for n in context.organisations) and _calls_it_plan(context):
        return True
    return len(context.own_names) > 1 and not _names_a_post(context)


def _goes_on(context: Context) -> bool:
    """Whether a pronoun opens the sentence, for the deal or the sides of the one before."""
    opens = context.words[2:3] if context.words[:2] == ON_DAY else context.words[:1]
    if PRONOUNS.isdisjoint(opens) or context.previous is None:
        return False
    deals = either(kind_words("deal"), groups()["acquire"], groups()["invest"])
    before = context.previous
    return not deals.isdisjoint(before.vocabulary) or len(before.own_names) > 1


def _hands_over(context: Context) -> bool:
    """Whether a sentence that names a side tells that it is taken over, or that holders sell."""
    if not context.own_names and which_deal.how_deep(context) > OPENING:
        return False
    words, known = context.vocabulary, groups()
    if "signed" in words and words & PAPERS:
        return True
    if words & known["sell"] and words & known["stake_noun"]:
        return True
    if "over" not in words:
        return False
    return any(one in known["take"] and two == "over" for one, two in pairwise(context.words))


def _names_a_post(context: Context) -> bool:
    """Whether a sentence without a word of dealing tells who is to get a post or a seat."""
    return any(post.modality is Modality.INCOMING for post in context.posts) or (
        not SEATS.isdisjoint(context.vocabulary) and "will" in context.vocabulary
    )


def _is_of_round(context: Context) -> bool:
    """Whether the sentence names the round of a story about one: "announced its Series C"."""
    rounds = either(other_rounds.ROUNDS, groups()["round_noun"])
    return context.parties.by_funding and not rounds.isdisjoint(context.vocabulary)


def _has_price(context: Context) -> bool:
    """Whether a sum of the sentence is the price: "a statement on Monday put it at $3bn"."""
    if not HOLDERS.isdisjoint(context.vocabulary) and not GET.isdisjoint(context.vocabulary):
        return True  # "holders of Acme get $5 per share, the giant said Monday"
    return any(
        meaning.block.attribute == "deal_amount"
        for figure in context.figures
        for meaning in figure.meanings[:2]
    )


def _calls_it_plan(context: Context) -> bool:
    """Whether a sentence without companies speaks of "the plan" that was made public."""
    words = context.words
    if "public" not in context.vocabulary and not context.vocabulary & kind_words("announcing"):
        return False
    return any(b in kind_words("plan") and a in DEFINITE for a, b in pairwise(words))
