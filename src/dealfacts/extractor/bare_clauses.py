"""A sentence without what stands between a name and its verb: insertions, auxiliaries, titles.

"Northwind, the baker, said on Monday that it had agreed to buy Contoso" reads as "Northwind buy
Contoso". A form of "be" stays where it makes a passive; what is denied keeps its "not".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.gaze import AUXILIARIES, BE, INSERTION_REACH, LISTED, STOPS
from dealfacts.extractor.tokens import DATE, NAMES
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.parties import deal_words

if TYPE_CHECKING:
    from collections.abc import Sequence

BRACKET_REACH, PHRASE_REACH = 12, 5
ARTICLES = frozenset({"the", "a", "an", "its", "their", "fellow"})
BEFORE_NAMES = frozenset({"to", "by", "from", "with", "of", "for", "over", "in"})
# What says when, or how surely, and stands between a name and its verb as well.
TIMES = frozenset({DATE, "today", "yesterday", "now", "finally", "officially", "formally"}) | {
    "already", "also", "reportedly", "recently", "just", "successfully", "meanwhile", "then",
}  # fmt: skip
ON_THIS, DAYS = frozenset({"on", "this", "late", "earlier", "in"}), frozenset(
    {DATE, "week", "month", "morning", "afternoon", "evening", "year", "on", "this"}
)  # fmt: skip
# "has agreed to", "plans to"; an agreement that is reached is told in wordings
HELPERS = AUXILIARIES - {"reached", "an", "agreement"}
MODALS = frozenset({"could", "may", "might", "can", "should", "shall", "having"})
AIMS = frozenset({"expected", "due", "poised", "preparing", "planning", "aiming", "hoping"}) | {
    "offered", "trying", "aims", "planned", "decided", "willing", "going", "looking",
}  # fmt: skip
SAYS = frozenset({"said", "says", "announced", "confirmed", "confirms", "announces", "revealed"})
SPEAKERS = frozenset({"it", "they", "he", "she"})
SIDES = frozenset({"company", "firm", "group"})


class Clause(NamedTuple):
    """The words that are left, and where in the row each of them stands."""

    words: tuple[str, ...]
    places: tuple[int, ...]


def bare(words: Sequence[str]) -> Clause:
    """The words of a sentence without those between its names and their verbs."""
    kept: list[int] = []
    at, seen = 0, False
    while at < len(words):
        is_name = words[at] in NAMES
        if is_name:
            del kept[_described(words, kept) :]
        kept.append(at)
        at += 1
        if is_name:
            at = _insertion(words, at)
            is_object, seen = seen, True
            if is_object and words[at : at + 1] == ("to",):
                continue  # "signed a deal with NAME to buy", "add NAME to its portfolio"
            at, be = _verb(words, at)
            if be is not None:
                kept.append(be)
    return Clause(tuple(words[at] for at in kept), tuple(kept))


def _described(words: Sequence[str], kept: Sequence[int]) -> int:
    """Where what only describes a name begins: "to the investment firm NAME", "by the NAME"."""
    last = len(kept)
    if not last:
        return last
    if words[kept[-1]] in ARTICLES:
        return last - 1
    if words[kept[-1]] not in groups()["company_noun"]:
        return last
    for at in range(last - 2, max(last - 2 - PHRASE_REACH, -1), -1):
        word = words[kept[at]]
        if word in ARTICLES:
            return at
        if word in BEFORE_NAMES:
            return at + 1
        if word in NAMES or word in STOPS or word in deal_words() or not word[0].isalpha():
            return last
    return last


def _insertion(words: Sequence[str], at: int) -> int:
    """Where a bracket and an insertion between commas behind a name have ended."""
    if words[at : at + 1] == ("(",):
        near = range(at + 1, min(at + BRACKET_REACH, len(words)))
        at = next((end + 1 for end in near if words[end] == ")"), at)
    if words[at : at + 1] != (",",) or words[at + 1 : at + 2] == () or words[at + 1] in LISTED:
        return at
    for end in range(at + 2, min(at + INSERTION_REACH, len(words) - 1)):
        if words[end] == ",":
            return end + 1
        if words[end] in STOPS:
            break
    return at


def _verb(words: Sequence[str], at: int) -> tuple[int, int | None]:
    """Where the verb of a name stands, and the "be" that makes it a passive."""
    be = None
    while at < len(words):
        word = words[at]
        if word in BE:
            be = at
        elif word in SAYS:
            told = _told(words, at)
            if told is None:
                break
            at, be = told, None
            continue
        elif word in ON_THIS:
            if words[at + 1 : at + 2] == () or words[at + 1] not in DAYS:
                break
        elif word in HELPERS or word in MODALS or word in AIMS:
            be = None  # "is set to", "is to"
        elif word not in TIMES:
            break
        at += 1
    is_active = at < len(words) and words[at].endswith("ing")
    return at, None if is_active else be


def _told(words: Sequence[str], at: int) -> int | None:
    """Where what a name says of itself begins: "said on Monday that it had"."""
    at += 1
    while at < len(words) and (words[at] in TIMES or words[at] in ON_THIS or words[at] in DAYS):
        at += 1
    if words[at : at + 1] == ("that",):
        at += 1
    if at < len(words) and words[at] in SPEAKERS:
        return at + 1
    is_side = words[at : at + 1] == ("the",) and words[at + 1 : at + 2]
    return at + 2 if is_side and words[at + 1] in SIDES else None
