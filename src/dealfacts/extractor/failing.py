"""Sums that one side would pay the other where the deal fails: a break fee without its word.

"If the deal collapses, Acme has to pay Beta $9m"; "unless it closes by June". Leaves alone what is
paid for the company itself, and sums without a condition.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context, Figure

# What is offered is no fee.
BIDS = frozenset({"offer", "offers", "offered", "offering", "bid", "bids", "bidding"})
IF = frozenset({"if", "should", "unless", "case", "event"})
# "in the event", "in case": an event and a case alone set no condition
NOUNS = {"case": ("in",), "event": ("in", "the")}
# How far the verb of paying stands before its sum, and the failure behind its condition.
PAY_REACH, CONDITION_REACH, NOT_REACH = 6, 7, 3
# How far the failure stands from the sum that is paid for it.
SENTENCE_REACH = 40
# "should it drop the bid": how far the deal stands behind the verb
DEAL_REACH = 4
MIND, NO = frozenset({"change", "changes", "changed"}), frozenset({"say", "says", "said"})


@cache
def words_of_failure() -> frozenset[str]:
    """The words of which a sentence that sets a failure as condition has one."""
    return _words() | {"unless", "mind", "no"}


def _words() -> frozenset[str]:
    return figure_words("deal_fails", "goes_on", "better", "backs_out", "gives_up")


def is_paid_on_failure(context: Context, figure: Figure) -> bool:
    """Whether the sum is what one side pays, in a sentence that sets a failure as condition."""
    words = context.words
    place = figure.place
    pays = (groups()["pay"] - BIDS) | figure_words("owes", "owed_then")
    before = words[max(place - PAY_REACH, 0) : place]
    if MONEY in before and "and" in before:
        # "must pay Beta $70 million and up to $400 million to its holders"
        place = max(at for at in range(place) if words[at] == MONEY)
        before = words[max(place - PAY_REACH, 0) : place]
    if pays.isdisjoint(before):
        return False
    first = max(place - SENTENCE_REACH, 0)
    near = words[first : place + SENTENCE_REACH]
    at = -1
    for n, word in enumerate(near):
        if word in figure_words("condition_of_failure") and _is_condition(near, n):
            at = n
        if at >= 0 and at < n <= at + CONDITION_REACH and _fails(near, at, n):
            return True
    return False


def _is_condition(words: tuple[str, ...], at: int) -> bool:
    """Whether a word opens a condition: "in the event", and not "an event"."""
    lead = NOUNS.get(words[at])
    return lead is None or words[max(at - len(lead), 0) : at] == lead


def _fails(words: tuple[str, ...], opened: int, at: int) -> bool:
    """Whether a failure is told at a place behind the condition that opens at another."""
    word = words[at]
    if word in figure_words("deal_fails"):
        known = {"not", "no"} | groups()["revenue"] | groups()["profit"] | groups()["shares"]
        return known.isdisjoint(words[opened:at])
    if word in groups()["offer_noun"] and not figure_words("better").isdisjoint(words[at - 2 : at]):
        return words[opened] in IF
    if word in figure_words("goes_on"):
        return words[opened] == "unless" or "not" in words[max(at - NOT_REACH, 0) : at]
    if word == "out":
        return words[at - 1] in figure_words("backs_out")
    if word == "mind":
        return not MIND.isdisjoint(words[opened:at])
    if word == "no":
        return words[at - 1] in NO
    if word in figure_words("gives_up"):
        deals = either(kind_words("deal"), groups()["offer_noun"])
        return not deals.isdisjoint(words[at + 1 : at + 1 + DEAL_REACH])
    return False
