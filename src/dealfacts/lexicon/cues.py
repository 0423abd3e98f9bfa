"""The cue patterns that say what a figure is, as data: `data/cues_*.toml`.

A pattern is a row of items around the figure it types:

    $  %  #  @      the figure itself (money, percent, count, date), exactly once
    word  a|b       literal words, folded to lower case
    {group}         any word of a group of `data/word_groups.toml`
    ORG  PER  NAME  a name; NAME is either
    MONEY  PCT  NUM  DATE   another figure or date
    _  __  ...      up to 2, 4 or 8 tokens of anything but a figure of the same type or a stop
    ~               up to 4 tokens inside a noun phrase: no preposition, verb or comma
    word?           an item that may be missing

The figure's hedge words belong to it: "valued at over $31 billion" is `valued at $`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dealfacts.errors import DealfactsError
from dealfacts.lexicon.store import COMPILED, table

if TYPE_CHECKING:
    from collections.abc import Mapping

FIGURES = frozenset("$%#@")
SIGNS = {
    "ORG": frozenset({"ORG"}),
    "PER": frozenset({"PER"}),
    "NAME": frozenset({"ORG", "PER"}),
    "MONEY": frozenset("$"),
    "PCT": frozenset("%"),
    "NUM": frozenset("#"),
    "DATE": frozenset("@"),
}
GAPS = {"_": 2, "__": 4, "...": 8, "~": 4}
# What ends a noun phrase: "a $5 billion all-cash offer", but not "$5 billion for a stake".
PHRASE_ENDS = frozenset(
    {"at", "in", "of", "for", "to", "by", "from", "on", "with", "and", "or", ",", "as", "over"}
    | {"after", "into", "that", "which", "who", "when", "while", "than", "per", "before", "if"}
    | {"is", "was", "are", "were", "be", "been", "has", "have", "had", "will", "would", "$", "%"}
)
# Words too common to look a pattern up by, unless it has no other.
LIGHT = frozenset(
    [
        "of",
        "in",
        "for",
        "at",
        "to",
        "by",
        "on",
        "a",
        "an",
        "the",
        "from",
        "over",
        "is",
        "was",
        "be",
        "'s",
        ",",
        "(",
        "and",
        "or",
        "with",
        "as",
        "up",
        "it",
        "its",
        "ORG",
        "PER",
    ]
)
GROUP = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Block:
    """Patterns with one meaning, as written: strength 0 to 100, qualifiers that the words give."""

    attribute: str
    patterns: tuple[str, ...]
    strength: int = 80
    basis: str = "unspecified"
    modality: str = ""
    about: str = ""
    note: str = ""


@dataclass(frozen=True)
class Sheet:
    """One file of cue blocks."""

    cue: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One step of a pattern: the words it takes, or the tokens that it may skip up to `ends`."""

    words: frozenset[str]
    gap: int = 0
    is_optional: bool = False
    ends: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: items left of the figure (nearest first) and right of it."""

    text: str
    figure: str
    left: tuple[Item, ...]
    right: tuple[Item, ...]
    block: Block
    keys: frozenset[str]


@cache
def groups() -> Mapping[str, frozenset[str]]:
    """The word groups that patterns name in braces."""
    found: dict[str, frozenset[str]] = table("word_groups", dict[str, frozenset[str]])
    return found


@cache
def _item(text: str, where: str) -> Item:
    is_optional = len(text) > 1 and text.endswith("?")
    bare = text[:-1] if is_optional else text
    if bare in GAPS:
        return Item(frozenset(), gap=GAPS[bare], ends=PHRASE_ENDS if bare == "~" else frozenset())
    if bare in SIGNS:
        return Item(SIGNS[bare], is_optional=is_optional)
    words: set[str] = set()
    for part in bare.split("|"):
        named = GROUP.fullmatch(part)
        if named is None:
            words.add(part)
        elif named.group(1) in groups():
            words |= groups()[named.group(1)]
        else:
            message = f"lexicon {where}: no word group {part}. Add it to data/word_groups.toml"
            raise DealfactsError(message)
    return Item(frozenset(words), is_optional=is_optional)


def _compile(text: str, block: Block, where: str) -> Pattern:
    parts = text.split()
    figures = [i for i, part in enumerate(parts) if part in FIGURES]
    if len(figures) != 1:
        message = f"lexicon {where}: {text!r} needs exactly one of $ % # @"
        raise DealfactsError(message)
    at = figures[0]
    left = tuple(_item(part, where) for part in reversed(parts[:at]))
    right = tuple(_item(part, where) for part in parts[at + 1 :])
    needed = [item.words for item in (*left, *right) if item.words and not item.is_optional]
    keys = min(needed, key=lambda words: (not words.isdisjoint(LIGHT), len(words)), default=LIGHT)
    return Pattern(text, parts[at], left, right, block, keys)


@cache
def sheet_names() -> tuple[str, ...]:
    """The names of all cue files, sorted."""
    return tuple(sorted(path.stem for path in COMPILED.glob("cues_*.json")))


@cache
def patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """All patterns by each of their key words; those without one stand under ""."""
    found: dict[str, list[Pattern]] = {}
    for name in sheet_names():
        for block in table(name, Sheet).cue:
            for text in block.patterns:
                pattern = _compile(text, block, name)
                for key in sorted(pattern.keys) or [""]:
                    found.setdefault(key, []).append(pattern)
    return {key: tuple(value) for key, value in found.items()}


@dataclass(frozen=True)
class Stage:
    """Phrases of one stage of a deal, as written."""

    term: str
    patterns: tuple[str, ...]


@dataclass(frozen=True)
class StageSheet:
    """The file of stages."""

    stage: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase: its first words, the items behind them, and the stage it tells."""

    text: str
    first: frozenset[str]
    rest: tuple[Item, ...]
    term: str


@cache
def stage_phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of `data/status.toml` by each of their first words, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for stage in table("status", StageSheet).stage:
        for text in stage.patterns:
            head, *rest = (_item(part, "status") for part in text.split())
            phrase = Phrase(text, head.words, tuple(rest), stage.term)
            for word in sorted(head.words):
                found.setdefault(word, []).append(phrase)
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase.rest))
    return {word: tuple(phrases) for word, phrases in found.items()}
