"""What the deal words of a sentence say of a name: its role, and how strongly they say it.

Also the prepositions that all of them look for. Nothing is read here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterable

# A name in a role with the strength of its cue; the name may be missing.
Side: TypeAlias = tuple[str | None, str, int]

# What is sold where it has no name is an asset: see assets.py.
BUYER, TARGET, SELLER, ASSET = "buyer", "target", "seller", "asset"

BY = frozenset({"by"})
FROM = frozenset({"from"})
TO = frozenset({"to"})
# "the sale of the assets and operations of its ... division to Northwind"
FAR = 18
# What a superlative is set against: "the largest since", "bigger than".
SINCE, COMPARED_REACH = frozenset({"since", "than", "after"}), 9


class Vote(NamedTuple):
    """One name in one role, with the strength of its cue and the row place of that cue."""

    name: str
    role: str
    strength: int
    place: int


def by_role(votes: Iterable[Vote]) -> dict[str, list[Vote]]:
    """The votes of each role, in their order."""
    found: dict[str, list[Vote]] = {}
    for vote in votes:
        found.setdefault(vote.role, []).append(vote)
    return found


def is_participle(word: str) -> bool:
    """Whether a verb of buying or selling can be passive: "acquired", "bought", "taken"."""
    return word.endswith("ed") or word in {"bought", "sold", "taken"}


def is_compared(words: tuple[str, ...], place: int, first: int = 0) -> bool:
    """Whether the deal at a row place is only a measure: "its biggest since the purchase of NAME".

    Only words from the row place `first` on are looked at.
    """
    before = words[max(place - COMPARED_REACH, first) : place]
    if SINCE.isdisjoint(before):
        return False
    return not kind_words("superlative").isdisjoint(before)
