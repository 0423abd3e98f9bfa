"""The words that are quoted for a stage: its phrase without the names and figures around its verb.

Refuses to find stages or to weigh them; `phrases` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import DATE, MONEY, NAMES
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.stages import Beside

if TYPE_CHECKING:
    from dealfacts.extractor.phrases import Told
    from dealfacts.extractor.tokens import Row

FIRM = frozenset({"agreed", "closed", "terminated", "blocked"})
# As in "The board of Acme on Friday approved".
ASIDE = "with"
ON_DAY = ("on", DATE)
# What stands before a deal that is only named.
NAMING = frozenset({"its", "their", "the", "'s", "planned", "proposed", "pending", "agreed"})
# What leads up to the word that tells a deal in a title.
LEADING_UP = frozenset({"with", "in", "after"})
AUXILIARIES = frozenset({"has", "have", "had"})
# What somebody "announces" is a word behind the price.
TELLS = frozenset({"announced", "announces", "announce", "unveiled", "unveils"})
# "Closes in on" is not "closes".
CLOSING_IN = ("in", "on")


def is_named(each: Told) -> bool:
    """Whether a deal is only named: "its $3bn acquisition of Acme", and nothing said of it."""
    return each.phrase.first <= NAMING


def _noun(each: Told, row: Row) -> Told:
    """The noun alone of a deal that is only named."""
    nouns = groups()["purchase_noun"]
    noun = next(at for at in range(each.first, each.last + 1) if row.words[at] in nouns)
    return each._replace(first=noun, last=noun)


def _is_priced(row: Row, named: list[int], first: int, last: int) -> bool:
    """Whether nothing but its price parts a verb of announcing from the deal that it announces."""
    return (
        row.words[first] in TELLS
        and len(named) == 1
        and row.words[named[0]] == MONEY != row.words[last]
    )


def _first(each: Told, row: Row) -> int:
    """The place of the first word that is no name, nor a noun for who buys in a title."""
    first, last = each.first, each.last
    known = groups()
    is_title = each.phrase.asks is Beside.HEADING
    buyers = known["company_noun"] | known["authority"] if is_title else frozenset[str]()
    while first < last and (row.index[first] >= 0 or row.words[first] in buyers):
        first += 1
    if row.words[first] == "'s" and first < last:  # "Boston's Acme is set to be acquired"
        owned = [at for at in range(first, last) if row.words[at] in NAMES]
        first = owned[0] + 1 if owned else first + 1
    return first


def quoted(each: Told, row: Row) -> Told:
    """The phrase without names and figures at its front, up to the next one or its last word."""
    first, last = each.first, each.last
    if each.phrase.is_alone and is_named(each):
        return _noun(each, row)
    is_title = each.phrase.asks is Beside.HEADING
    first = _first(each, row)
    named = [at for at in range(first + 1, last + 1) if row.index[at] >= 0]
    opens = row.words[first]
    if named and opens in AUXILIARIES and row.words[first + 1] == DATE and named[0] == first + 1:
        named.pop(0)  # "has today completed": one verb
    if named and named[0] < last and (opens in kind_words("decides", "boards") or opens == ASIDE):
        # "shareholders of Acme have approved", "offer of $5 closed", "with the Acme deal completed"
        first = named.pop(0) + 1
        if named and named[0] < last and row.words[first : first + 2] == ON_DAY:
            first = named.pop(0) + 1  # "the board of Acme on Friday approved"
        while first < last and row.words[first] in kind_words("for_each_share"):
            first += 1
        if row.words[first] == ",":  # "the bid for Acme, not binding so far, has been submitted"
            first = max(at for at in range(first, last) if row.words[at] == ",") + 1
    is_noun = opens in groups()["purchase_noun"] or (opens in LEADING_UP and each.term in FIRM)
    if named and is_title and is_noun and named[-1] < last:
        first = named[-1] + 1  # "Merger of Acme with Beta completed", "in $3bn Beta deal"
    elif named and not _is_priced(row, named, first, last):
        last = named[0] - 1  # but "announced a $20 billion acquisition" in full
    while last > first and row.words[last] in kind_words("stage_tail"):
        if row.words[last - 1 : last + 1] == CLOSING_IN:
            break
        last -= 1
    return each._replace(first=first, last=last)
