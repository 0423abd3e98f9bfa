"""Whether a stage phrase stands under a condition or a negation, and so is no stage of any deal.

"If the sale is completed", "no agreement has been reached", "on the day the takeover is completed".
Refuses to ask whose deal it is; `stage_senses` does.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import NAMES
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from dealfacts.extractor.phrases import Told
    from dealfacts.extractor.tokens import Row

DONE = frozenset({"agreed", "closed", "blocked"})
# What opens a sentence of conditions.
IFS = frozenset({("if",), ("should",), ("unless",), ("were",)})
# "Is about to agree": nothing is agreed
ABOUT_TO = ("about", "to")
# "After it completed the takeover" tells what is done, "after it completes" does not.
WHEN = frozenset({"when", "after"})
# What is still to be done on "the day the takeover is completed".
PRESENT, DAYS, DAY_REACH = frozenset({"is", "are"}), frozenset({"day", "date", "moment"}), 6
AGREEMENTS = frozenset({"agreement", "agreements", "contract", "offer", "terms", "decision"})
# "Negotiations in which Acme would take over Beta": it is what is talked about.
WOULD, TALKED, IN_WHICH = frozenset({"would", "will", "to"}), 9, frozenset({"in", "under", "by"})
OPEN_NOUNS = frozenset(
    {"talks", "negotiations", "discussions", "proposal", "proposals", "scenario", "option", "idea"}
    | {"bid", "offer", "plan", "plans"}
)
DENIES, HAVE = frozenset({"denied", "denies", "denying"}), frozenset({"has", "have", "had"})
PROPOSED, PROPOSED_REACH = frozenset({"proposal", "proposals", "scenario", "option"}), 5
# How far a condition or a negation governs.
REACH, FAR = 7, 11
PROVIDED = ("provided", "that")


def is_conditional(row: Row, each: Told) -> bool:
    """Whether a word before the phrase, in its own clause, makes it no stage of the deal.

    A condition, a negation, a fee. "After the sale closes" is one; "after it was closed" is not.
    """
    words = row.words
    inside = words[each.first : each.last + 1]
    if each.term in DONE and _is_no_deal(words, each.first):
        return True
    if each.term in DONE and words[max(each.first - 2, 0) : each.first] == ABOUT_TO:
        return True
    if each.term in DONE and not kind_words("open_inside").isdisjoint(inside):
        return True
    near = words[max(each.first - FAR, 0) : each.first]
    if each.term in DONE and PROVIDED in pairwise(near) and "," not in near[near.index("that") :]:
        return True  # "provided that Acme and the other holders give their blessing"
    before = words[max(each.first - 2, 0) : each.first]
    if each.term == "closed" and "to" in before and before[-1] not in NAMES:
        return True  # "was to have closed"; not "the sale of Acme to Beta is complete"
    if each.term == "closed" and words[:1] in IFS and "," in words[: each.first]:
        return True  # "Should the board turn it down, Acme gets $1bn"
    if words[each.first] in PRESENT and not DAYS.isdisjoint(
        words[max(each.first - DAY_REACH, 0) : each.first]
    ):
        return True  # "on May 2, the day the takeover is completed"
    is_open = words[each.first] in kind_words("open_stage")
    for place in range(each.first - 1, max(each.first - REACH, 0) - 1, -1):
        word = words[place]
        if word in kind_words("stage_unless") or word in kind_words("no_stage"):
            return True
        if is_open and word in kind_words("stage_until"):
            is_at_last = word == "after" and not kind_words("lengths").isdisjoint(
                words[place : each.first]
            )
            return not (is_at_last or (word in WHEN and _is_past(words, each.first)))
        if word in kind_words("new_clause") or (word == "and" and words[place + 1] in HAVE):
            return False  # "does not want to be bought and has rejected the bid"
    return False


def _is_past(words: tuple[str, ...], first: int) -> bool:
    """Whether a plain past tells what was done: "after it completed", but not "after completed"."""
    known = groups()
    before = words[first - 1]
    is_verb = words[first] in known["finished"] and words[first] != "complete"
    return is_verb and before not in kind_words("stage_until") | known["be"] | HAVE


def _is_no_deal(words: tuple[str, ...], first: int) -> bool:
    """Whether a deal is denied, or only talked about: "denied that it had agreed to buy"."""
    denies = not DENIES.isdisjoint(words[max(first - REACH, 0) : first])
    return denies or _is_denied(words, first) or _is_talked_about(words, first)


def _is_talked_about(words: tuple[str, ...], first: int) -> bool:
    """Whether a relative clause of talks or of a plan tells what would come of it."""
    if words[first] not in WOULD:
        return False
    if words[0] in IN_WHICH and not PROPOSED.isdisjoint(words[1:PROPOSED_REACH]):
        return True  # "under a proposal that is on the table, Acme would acquire"
    for at in range(first - 1, max(first - TALKED, 1), -1):
        if words[at] == "which" and words[at - 1] in IN_WHICH:
            return words[at - 2] in OPEN_NOUNS
    return False


def _is_denied(words: tuple[str, ...], first: int) -> bool:
    """Whether there is no deal at all: "no agreement has been reached", "no deal was signed"."""
    before = words[max(first - REACH, 0) : first + 1]
    nouns = groups()["purchase_noun"] | AGREEMENTS
    return any(no == "no" and noun in nouns for no, noun in pairwise(before))
