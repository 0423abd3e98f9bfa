"""Whether a sum is tied to a noun of dealing that means another sort of deal, or an earlier one.

"The supply deal is worth", "the average round was", "a previous offer of": the word before the noun
says so. Looks at the words of one reading alone; whose deal it is otherwise is for `which_deal`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.readings import Reading

# How far "earlier" stands before its noun: "an earlier funding round", and what a sale is of.
EARLIER_REACH, OBJECT_REACH = 3, 5
OF = ("of",)
# "The patent was sold for"; "the two deals are worth" are those of the story
SOLD, THING_REACH = frozenset({"sold", "bought", "fetched", "auctioned"}), 4
COUNTED = frozenset({"two", "both", "three", "these", "the", "its"})


@cache
def _nouns() -> frozenset[str]:
    known = groups()
    nouns = either(known["deal_word"], known["purchase_noun"], known["round_noun"])
    return nouns | {"package", "contract", "investment"}


def another_sort(context: Context, meaning: Reading) -> str | None:
    """What a sum is the size of, where its reading goes by a noun of another sort of deal."""
    if meaning.block.attribute != "deal_amount":
        return None
    return sort_between(context.words, meaning.first, meaning.last)


def sort_between(words: tuple[str, ...], first: int, last: int) -> str | None:
    """What the first noun of another sort of deal between two row places makes a sum beside it."""
    things = figure_words("mere_things")
    for at in range(max(first, 1), min(last + 1, len(words))):
        if words[at] in SOLD and not things.isdisjoint(words[max(at - THING_REACH, 0) : at]):
            return "a sale of things"
        if words[at] in figure_words("many_deals") and words[at - 1] not in COUNTED:
            return "many deals together"
        if words[at] not in _nouns():
            continue
        if words[at - 1] in figure_words("other_sorts"):
            return f"the {words[at - 1]} {words[at]}"
        if words[at - 1] in figure_words("on_average"):
            return "what deals come to on average"
        before = words[max(at - EARLIER_REACH, 0) : at]
        if not figure_words("earlier_deals").isdisjoint(before):
            return "an earlier deal"
        behind = words[at + 1 : at + 1 + OBJECT_REACH]
        if behind[:1] == OF and not things.isdisjoint(behind):
            return "a sale of things"
    return None
