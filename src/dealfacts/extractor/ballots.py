"""What the deal words of a sentence say of a name: its role, and how strongly they say it.

Also the prepositions that all of them look for. Nothing is read here.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

# A name in a role with the strength of its cue; the name may be missing.
Side: TypeAlias = tuple[str | None, str, int]

# What is sold where it has no name is an asset: see assets.py.
BUYER, TARGET, SELLER, ASSET = "buyer", "target", "seller", "asset"

BY = frozenset({"by"})
FROM = frozenset({"from"})
TO = frozenset({"to"})
# "the sale of the assets and operations of its ... division to Northwind"
FAR = 18


class Vote(NamedTuple):
    """One name in one role, with the strength of its cue and the row place of that cue."""

    name: str
    role: str
    strength: int
    place: int


def is_participle(word: str) -> bool:
    """Whether a verb of buying or selling can be passive: "acquired", "bought", "taken"."""
    return word.endswith("ed") or word in {"bought", "sold", "taken"}
