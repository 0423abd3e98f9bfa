"""Sums that belong to neither side of the deal: a market's, the merged company's, a rival bidder's.

Answers with whose sum it is, or None; leaves alone what the article's own sides pay.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.described import UNION
from dealfacts.extractor.kin import is_of_house
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.rivals import is_rivals
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How far "create" stands before the size of a merged group, and "group" behind it.
MADE_REACH = 4
# "£150m in capital gains tax"; how far the verb of paying stands before its sum
TAX_REACH, PAYS_REACH = 5, 8
# words of paying that are nouns as well
OFFERS = frozenset({"offer", "bid", "hand"})
UNREAL = frozenset({("would", "have"), ("could", "have"), ("might", "have")})
AUX = frozenset({"has", "have", "had", "to", "be", "is", "was", "could", "may", "might", "should"})
PRONOUNS, ARTICLES = frozenset({"it", "they", "he", "she", "we"}), frozenset({"the", "this", "its"})
DONE, ENDED = frozenset({"paid", "cost", "brought"}), frozenset({"terminated", "blocked"})
# "• Beta: about $7 billion": where the name of a row stands, and how far before its sum.
KEY_FROM, KEY_REACH = 2, 4
# "was formed in a $16bn merger", "joined forces in a $14bn merger"
MERGERS = frozenset({"merger", "combination", "tie-up", "union", "deal"})
MAKING_BEHIND, MAKING_REACH = 4, 6
# How far the verb of raising stands before what a market raises.
MARKET_REACH = 4


def _is_of_market(context: Context, place: int) -> bool:
    """Whether a whole industry raises or draws the money: "the sector has raised $20 billion"."""
    words = context.words
    near = range(place - 1, max(place - MARKET_REACH, 0), -1)
    verb = next((at for at in near if words[at] in groups()["raise"]), 0)
    before = words[max(verb - 2, 0) : verb]
    return not figure_words("whole_markets").isdisjoint(before)


def is_size_of_union(context: Context, place: int) -> bool:
    """Whether it is the size of what a merger makes: "to create a $38 billion chemicals group"."""
    words = context.words
    made = figure_words("made").intersection(words[place + 1 : place + 1 + MADE_REACH])
    makes = figure_words("creating").intersection(words[max(place - MADE_REACH, 0) : place])
    return bool(made and makes)


def _is_in_tax(words: tuple[str, ...], place: int) -> bool:
    """Whether it is "in tax": "will pay £150m in capital gains tax", "gets $9m in stamp duty"."""
    behind = words[place + 1 : place + 1 + TAX_REACH]
    return behind[:1] in {("in",), ("of",)} and not figure_words("taxes", "paid_beside").isdisjoint(
        behind
    )


def _is_given_back(words: tuple[str, ...], place: int) -> bool:
    """Whether it makes good what somebody spent: "will reimburse Acme with $45m in cash"."""
    return not figure_words("gives_back").isdisjoint(words[max(place - PAYS_REACH, 0) : place])


def is_unreal(context: Context, place: int) -> bool:
    """Whether it is what did not come about: "investors who would have valued it at $9bn".

    In the story of a deal that has ended its own price is told like that.
    """
    near = context.words[max(place - PAYS_REACH, 0) : place]
    verbs = (c for (a, b), c in zip(pairwise(near), near[2:], strict=False) if (a, b) in UNREAL)
    if not any(verb.endswith("ed") or verb in DONE for verb in verbs):
        return False
    told = (each for stage in context.story.stages.values() for each in stage)
    return all(each.term not in ENDED for each in told)


def is_paid_by_outsider(context: Context, place: int) -> bool:
    """Whether who pays is no side, in a sentence that names none: "Beta would pay $9m"."""
    parties = context.parties
    if None in (parties.acquirer, parties.target) or parties.by_funding or context.is_heading:
        return False
    payer = last_before(context.speaking, place)
    if payer is None or context.own_names or is_of_house(context, payer.name):
        return False
    if not kind_words("owned").isdisjoint(context.words[payer.place + 1 : payer.place + 3]):
        return False  # "the Beta-owned group is now offering"
    first = max(place - PAYS_REACH, payer.place)
    pays = groups()["pay"] - OFFERS
    verb = next((at for at in range(place - 1, first - 1, -1) if context.words[at] in pays), 0)
    # "with Beta, by which it pays", "the heir of Beta the airline pays": Beta pays nothing
    return bool(verb) and _is_subject(context.words, payer.place, verb)


def _is_subject(words: tuple[str, ...], name: int, verb: int) -> bool:
    """Whether a name is what a verb behind it speaks of: no pronoun or noun is nearer to it."""
    beside = either(kind_words("will"), kind_words("verb_adverbs"), AUX)
    at = verb
    while at > name and words[at - 1] in beside:
        at -= 1
    if at == name + 1:
        return True
    return words[at - 1] not in PRONOUNS and not _is_noun_phrase(words[name + 1 : at])


def _is_noun_phrase(words: tuple[str, ...]) -> bool:
    """Whether the words end in a noun behind its article that no comma closes: "the airline"."""
    at = next((n for n in range(len(words) - 1, -1, -1) if words[n] in ARTICLES), -1)
    return 0 <= at < len(words) - 1 and {",", ")"}.isdisjoint(words[at:])


def _is_of_making(context: Context, place: int) -> bool:
    """Whether it is the size of the merger that made a side: "put together in a $16bn merger"."""
    words = context.words
    behind = words[place + 1 : place + MAKING_BEHIND]
    if words[place - 1] not in {"a", "an"} or MERGERS.isdisjoint(behind):
        return False
    return not figure_words("made_by_merger").isdisjoint(
        words[max(place - MAKING_REACH, 0) : place]
    )


def _is_row_of_other(context: Context, place: int) -> bool:
    """Whether a row of a list gives it to a company that is no side: "- Beta: $7 billion"."""
    parties = context.parties
    if None in (parties.acquirer, parties.target) or parties.by_funding:
        return False
    words = context.words
    colon = next(
        (at for at in range(place - 1, max(place - KEY_REACH, 0), -1) if words[at] == ":"), 0
    )
    key = between(context.organisations, colon - 1, colon - 1) if colon else ()
    is_row = bool(key) and colon - 1 <= KEY_FROM and place - colon < KEY_REACH
    return is_row and not is_side(context, key[0].name)


def apart(context: Context, place: int) -> str | None:
    """Whose sum it is, where it is neither side's: a market's, the merged company's, a rival's."""
    if _is_of_market(context, place):
        return "a market"
    if is_size_of_union(context, place):
        return UNION
    if _is_of_making(context, place):
        return "the merger that made it"
    if _is_in_tax(context.words, place):
        return "a tax"
    if _is_given_back(context.words, place):
        return "costs made good"
    if is_unreal(context, place):
        return "what did not come about"
    if is_paid_by_outsider(context, place):
        return "what others pay"
    if _is_row_of_other(context, place):
        return "another company's sum"
    return "a rival's offer" if is_rivals(context, place) else None
