"""The wording of page furniture. Refuses to judge a line: `loader/boilerplate.py` does."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon import store

if TYPE_CHECKING:
    from collections.abc import Mapping

# Cues are found by their first letters; none is shorter.
KEY_LENGTH = 5
# What a word of a line can carry behind it.
MARKS = ("", ".", ",", ":", ";", "!", "?", ")")


class Furniture(NamedTuple):
    """The lists of data/boilerplate.toml, whose comments say what each holds; all lower case."""

    opening: tuple[str, ...]
    opening_open: tuple[str, ...]
    phrase: tuple[str, ...]
    phrase_open: tuple[str, ...]
    button: frozenset[str]
    section: frozenset[str]
    credit: frozenset[str]
    byline: tuple[str, ...]
    wire_tag: frozenset[str]
    desk: frozenset[str]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    clock: frozenset[str]
    bio_role: frozenset[str]
    bio_sign: tuple[str, ...]
    comment_zone: frozenset[str]
    link_zone: frozenset[str]


@cache
def furniture() -> Furniture:
    """All lists."""
    return store.table("boilerplate", Furniture)


@cache
def openings() -> Mapping[str, tuple[str, ...]]:
    """First `KEY_LENGTH` letters -> the cues of `opening` that begin with them."""
    return _keyed(furniture().opening)


@cache
def open_openings() -> Mapping[str, tuple[str, ...]]:
    """The same for `opening_open`."""
    return _keyed(furniture().opening_open)


@cache
def dating_words() -> frozenset[str]:
    """Every word that may stand beside a date without saying more than the date does."""
    lists = furniture()
    cues = " ".join(lists.published + lists.updated)
    return lists.clock.union(cues.split())


@cache
def phrases() -> Mapping[str, tuple[str, ...]]:
    """The longest word of a phrase, also with a mark behind it -> the entries of `phrase`."""
    return _by_longest_word(furniture().phrase)


@cache
def open_phrases() -> Mapping[str, tuple[str, ...]]:
    """The same for `phrase_open`."""
    return _by_longest_word(furniture().phrase_open)


def _by_longest_word(entries: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        word = max(entry.split(), key=len)
        for mark in MARKS:
            found[word + mark] = (*found.get(word + mark, ()), entry)
    return MappingProxyType(found)


def _keyed(cues: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for cue in cues:
        key = cue[:KEY_LENGTH]
        found[key] = (*found.get(key, ()), cue)
    return MappingProxyType(found)
