"""Shares that answer an offer: those of holders who accept it, and those that it needs.

"Holders of 31 % have agreed to tender", "undertakings in respect of 34 %", "needs two thirds of the
shares". None of them is the share that the deal is about. Refuses what the words say somebody holds
("Acme, which owns 17 %, has promised to accept").
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

BACKING, NEEDED = "backing the offer", "needed"
TENDERS = frozenset({("to", "tender"), ("handed", "in")})
# How near its share the word stands for who has it, for holding it, for needing it.
WHOSE_REACH, HOLD_REACH, NEED_REACH = 6, 3, 5
# How far from it the word stands for what the holders do.
DEED_REACH = 14


def answer(context: Context, place: int) -> str | None:
    """What the share at a row place is to an offer; None where it is none of these."""
    words = context.words
    near = words[max(place - NEED_REACH, 0) : place]
    if not figure_words("needs_share").isdisjoint(near):
        return NEEDED
    before = words[max(place - DEED_REACH, 0) : place]
    behind = words[place + 1 : place + DEED_REACH]
    if not TENDERS.isdisjoint(pairwise(before)):
        return BACKING  # "have undertaken to tender all the shares that they own, 8 %"
    if not figure_words("tendered").isdisjoint(before + behind):
        held = groups()["hold"] - figure_words("share_owners")
        is_held = not held.isdisjoint(words[max(place - HOLD_REACH, 0) : place])
        return None if is_held else BACKING
    whose = words[max(place - WHOSE_REACH, 0) : place]
    if figure_words("share_owners").isdisjoint(whose) or "will" in whose:
        return None
    return None if figure_words("backs_offer").isdisjoint(behind) else BACKING
