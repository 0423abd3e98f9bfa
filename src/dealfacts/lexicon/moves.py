"""How people take up and give up posts: `data/moves.toml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.lexicon.store import table

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _moves() -> dict[str, dict[str, frozenset[str]]]:
    return table("moves", dict[str, dict[str, frozenset[str]]])


@cache
def joining() -> Mapping[str, str]:
    """Verb -> the role that it says: "spearhead" -> "head"."""
    return {word: role for role, words in _moves()["joins"].items() for word in words}


def leaving() -> frozenset[str]:
    """Verbs of giving up a post."""
    return _moves()["leaves"]["words"]


def appointing() -> frozenset[str]:
    """Words that make a title beside them a new post."""
    return _moves()["appointed"]["words"]


def post_nouns() -> frozenset[str]:
    """Nouns for a post without a title."""
    return _moves()["post_nouns"]["words"]


@cache
def moving() -> frozenset[str]:
    """Every word that can take a named person to a post without a title, or away from one."""
    return post_nouns().union(joining(), leaving())


def boards() -> Mapping[str, frozenset[str]]:
    """Words around a board, by what they say: "join", "leave", "links", "seat", "appoint", ..."""
    return _moves()["boards"]


def resigning() -> frozenset[str]:
    """Words between a person and a title that give the post up."""
    return _moves()["resigning"]["words"]


def dismissing() -> frozenset[str]:
    """Verbs whose object gives up a post."""
    return _moves()["dismissing"]["words"]


def departures() -> frozenset[str]:
    """Nouns for giving up a post."""
    return _moves()["departures"]["words"]


def departing() -> Mapping[str, frozenset[str]]:
    """Verbs behind a person with a post that give it up, and their particles."""
    return _moves()["departing"]


def staying() -> Mapping[str, frozenset[str]]:
    """Verbs behind a person with a post that keep it, and their particles."""
    return _moves()["staying"]


@cache
def from_whom() -> Mapping[str, frozenset[str]]:
    """First word -> second word of what stands before somebody who held a post: "over from"."""
    return _moves()["from_whom"]


@cache
def holding() -> Mapping[str, str]:
    """Verb -> the post that its subject holds at its object: "chairs" -> "chairman"."""
    return {word: role for role, words in _moves()["holding"].items() for word in words}


@cache
def leading() -> Mapping[str, str]:
    """Form of a verb of leading a firm -> which form it is: "ran" -> "past"."""
    return {word: form for form, words in _moves()["leading"].items() for word in words}


def succeeding() -> frozenset[str]:
    """Verbs whose object gives up the post that the subject takes."""
    return _moves()["succeeding"]["words"]
