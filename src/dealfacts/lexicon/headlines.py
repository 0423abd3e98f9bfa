"""Wordings that tell who buys and who is bought by their order: `data/headlines.toml`."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  the shape of a table is read at run time
from functools import cache
from typing import NamedTuple

from dealfacts.errors import DealfactsError
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.store import table

BUYER, TARGET, SELLER, RIVAL = "BUYER", "TARGET", "SELLER", "RIVAL"
SUM, GAP, UNLESS = "$", "...", "!"
HISSES = ("s", "x", "ch", "sh")


class Part(NamedTuple):
    """One part of a wording: a side, a sum, a gap, or else one of some words."""

    sign: str = ""
    words: frozenset[str] = frozenset()


class Wording(NamedTuple):
    """The parts of a wording, and the words of those parts of which each must have one.

    Where a sentence has a word of `unless` anywhere, the wording tells of something else.
    """

    parts: tuple[Part, ...]
    needs: tuple[frozenset[str], ...]
    unless: frozenset[str] = frozenset()


class Headlines(NamedTuple):
    """The wordings of headlines and of sentences as written, and the sets that they name.

    `forms` are those of irregular verbs.
    """

    patterns: tuple[str, ...]
    sentences: tuple[str, ...]
    sets: Mapping[str, frozenset[str]]
    forms: Mapping[str, tuple[str, ...]]


@cache
def wordings() -> tuple[Wording, ...]:
    """Every wording of a headline.

    Raises DealfactsError for one that names an unknown set or not both sides.
    """
    lists = _lists()
    return tuple(_wording(pattern, lists) for pattern in lists.patterns)


@cache
def sentence_wordings() -> Mapping[str, tuple[Wording, ...]]:
    """Each word of the most telling part of a wording of sentences -> those wordings.

    Raises DealfactsError as `wordings` does.
    """
    lists, light = _lists(), groups()["light"]
    found: dict[str, list[Wording]] = {}
    for pattern in lists.sentences:
        wording = _wording(pattern, lists)
        key = min(wording.needs, key=lambda words: (not words.isdisjoint(light), len(words)))
        for word in sorted(key):
            found.setdefault(word, []).append(wording)
    return {word: tuple(told) for word, told in found.items()}


@cache
def _lists() -> Headlines:
    found: Headlines = table("headlines", Headlines)
    return found


def _wording(pattern: str, lists: Headlines) -> Wording:
    row = pattern.split()
    parts = tuple(_part(word, lists) for word in row if not word.startswith(UNLESS))
    barred = (_part(word[1:], lists).words for word in row if word.startswith(UNLESS))
    named = {part.sign for part in parts}
    if TARGET not in named or named.isdisjoint({BUYER, SELLER}):
        message = f'lexicon headlines: "{pattern}" has to name TARGET and BUYER or SELLER'
        raise DealfactsError(message)
    needs = tuple(part.words for part in parts if part.words)
    return Wording(parts, needs, frozenset().union(*barred))


def _part(word: str, lists: Headlines) -> Part:
    if word in {BUYER, TARGET, SELLER, RIVAL, SUM, GAP}:
        return Part(word)
    if word.startswith("{"):
        name = word.strip("{}")
        if name not in lists.sets:
            message = f'lexicon headlines: no set is called "{name}"'
            raise DealfactsError(message)
        return Part(words=lists.sets[name])
    forms = (_forms(each, lists.forms) for each in word.split("|"))
    return Part(words=frozenset().union(*forms))


def _forms(word: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The word; of a verb with a star its forms: "add*" is add, adds, added, adding.

    The "'s" of an owner is also the "'" behind an s.
    """
    if word == "'s":
        return (word, "'")
    if not word.endswith("*"):
        return (word,)
    verb = word[:-1]
    if verb in irregular:
        return (verb, *irregular[verb])
    stem = verb.removesuffix("e")
    ends_in_y = verb.endswith("y") and verb[-2:-1] not in "aeiou"
    third = f"{verb[:-1]}ies" if ends_in_y else f"{verb}es" if verb.endswith(HISSES) else f"{verb}s"
    past = f"{verb[:-1]}ied" if ends_in_y else f"{stem}ed"
    return (verb, third, past, f"{stem}ing")
