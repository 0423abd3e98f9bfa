"""Sums that belong to neither side of the deal: a market's, the merged company's, a rival bidder's.

Answers with whose sum it is, or None; leaves alone what the article's own sides pay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.described import UNION
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between
from dealfacts.extractor.rivals import is_rivals
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How far "create" stands before the size of a merged group, and "group" behind it.
MADE_REACH = 4
# "• Beta: about $7 billion": where the name of a row stands, and how far before its sum.
KEY_FROM, KEY_REACH = 2, 4
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
    if _is_row_of_other(context, place):
        return "another company's sum"
    return "a rival's offer" if is_rivals(context, place) else None
