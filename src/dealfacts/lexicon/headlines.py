"""Wordings of headlines that tell who buys and who is bought: `data/headlines.toml`."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  the shape of a table is read at run time
from functools import cache
from typing import NamedTuple

from dealfacts.errors import DealfactsError
from dealfacts.lexicon.store import table

BUYER, TARGET, SUM, GAP = "BUYER", "TARGET", "$", "..."


class Part(NamedTuple):
    """One part of a wording: a side, a sum, a gap, or else one of some words."""

    sign: str = ""
    words: frozenset[str] = frozenset()


class Headlines(NamedTuple):
    """The wordings as written, and the sets of words that they name."""

    patterns: tuple[str, ...]
    sets: Mapping[str, frozenset[str]]


@cache
def wordings() -> tuple[tuple[Part, ...], ...]:
    """Every wording in its parts.

    Raises DealfactsError for one that names an unknown set or not both sides.
    """
    lists = table("headlines", Headlines)
    found = tuple(tuple(_part(word, lists) for word in p.split()) for p in lists.patterns)
    for pattern, parts in zip(lists.patterns, found, strict=True):
        if not {BUYER, TARGET} <= {part.sign for part in parts}:
            message = f'lexicon headlines: "{pattern}" has to name BUYER and TARGET'
            raise DealfactsError(message)
    return found


def _part(word: str, lists: Headlines) -> Part:
    if word in {BUYER, TARGET, SUM, GAP}:
        return Part(word)
    if word.startswith("{"):
        name = word.strip("{}")
        if name not in lists.sets:
            message = f'lexicon headlines: no set is called "{name}"'
            raise DealfactsError(message)
        return Part(words=lists.sets[name])
    return Part(words=frozenset(word.split("|")))
