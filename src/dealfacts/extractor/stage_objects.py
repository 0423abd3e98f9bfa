"""What stands inside or behind a stage phrase and makes it a stage of no deal.

"To buy back shares", "takes over from Jane Roe", "pockets £28,000 a week", "agreed to pay a fine",
"has concluded that". Refuses to look at what stands before the phrase; `stage_senses` does.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.phrases import Told

BRINGS = frozenset({"brings", "brought"})
BONDS, BOND_REACH = frozenset({"bond", "bonds"}), 4
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
    if behind[:1] in BACK or behind[:2] in RATES:
        return True
    if words[each.last] in OVER and not kind_words("taken_over").isdisjoint(behind[:1]):
        return True
    if each.term == "agreed":
        return not kind_words("settling").isdisjoint(behind)
    if words[each.first] in BRINGS and not context.parties.by_funding:
        return True  # what a business brings in is its revenue
    if each.term == "closed" and not BONDS.isdisjoint(behind[:BOND_REACH]):
        return True  # "raised $400m in a bond sale"
    inside = words[each.first : each.last + 2]
    return each.term == "closed" and ("concluded", "that") in pairwise(inside)
