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
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.errors import DealfactsError
from dealfacts.lexicon.store import COMPILED, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
GROUP = re.compile(r"\{([a-z_]+)\}")


class Block(NamedTuple):
    """Patterns with one meaning, as written, and the qualifiers that the words give.

    `strength` is 0 to 100; a little more where a meaning must win over every other one.
    """

    attribute: str
    patterns: tuple[str, ...]
    strength: int = 80
    basis: str = "unspecified"
    modality: str = ""
    about: str = ""
    note: str = ""


class Sheet(NamedTuple):
    """One file of cue blocks."""

    cue: tuple[Block, ...]


class Item(NamedTuple):
    """One step of a pattern: the words it takes, or the tokens that it may skip up to `ends`."""

    words: frozenset[str]
    gap: int = 0
    is_optional: bool = False
    ends: frozenset[str] = frozenset()


class Pattern(NamedTuple):
    """A compiled pattern: items left of the figure (nearest first) and right of it.

    `keys` are the words of the item that it is looked up by; `is_before`: left of the figure.
    `beside` holds the words of which one must stand right before and right behind the figure, both
    empty where anything may. `needs` are the other items without which there is no match: for each
    its words, and whether they stand before the figure.
    """

    text: str
    figure: str
    left: tuple[Item, ...]
    right: tuple[Item, ...]
    block: Block
    keys: frozenset[str]
    is_before: bool
    beside: tuple[frozenset[str], frozenset[str]]
    needs: tuple[tuple[frozenset[str], bool], ...] = ()


@cache
def groups() -> Mapping[str, frozenset[str]]:
    """The word groups that patterns name in braces."""
    found: dict[str, frozenset[str]] = table("word_groups", dict[str, frozenset[str]])
    return found


class Patterns(NamedTuple):
    """The patterns of one figure sign by each word of an item that none of their matches lacks.

    `before` and `behind` tell on which side of the figure that word stands, `reach_before` and
    `reach_behind` at most how many tokens away.
    """

    before: Mapping[str, tuple[Pattern, ...]]
    behind: Mapping[str, tuple[Pattern, ...]]
    reach_before: int
    reach_behind: int


@cache
def item(text: str, where: str) -> Item:
    """One item of a pattern as written in the lexicon `where`.

    Raises DealfactsError for a word group that does not exist.
    """
    is_optional = len(text) > 1 and text[-1] == "?"
    bare = text[:-1] if is_optional else text
    if bare in GAPS:
        ends = groups()["phrase_end"] if bare == "~" else frozenset[str]()
        return Item(frozenset(), gap=GAPS[bare], ends=ends)
    first, *others = (_words(part, where) for part in bare.split("|"))
    return Item(first.union(*others) if others else first, is_optional=is_optional)


def _words(part: str, where: str) -> frozenset[str]:
    """The words of a group, a sign or a literal word."""
    named = GROUP.fullmatch(part) if part[:1] == "{" else None
    if named is None:
        return SIGNS.get(part) or frozenset((part,))
    try:
        return groups()[named.group(1)]
    except KeyError:
        message = f"lexicon {where}: no word group {part}. Add it to data/word_groups.toml"
        raise DealfactsError(message) from None


def _compile(text: str, block: Block, where: str) -> Pattern:
    parts = text.split()
    figures = [i for i, part in enumerate(parts) if part in FIGURES]
    if len(figures) != 1:
        message = f"lexicon {where}: {text!r} needs exactly one of $ % # @"
        raise DealfactsError(message)
    at = figures[0]
    left = tuple(item(part, where) for part in reversed(parts[:at]))
    right = tuple(item(part, where) for part in parts[at + 1 :])
    needed = [
        (each, side)
        for items, side in ((left, True), (right, False))
        for each in items
        if each.words and not each.is_optional
    ]
    if not needed:
        message = f"lexicon {where}: {text!r} needs a word that must be there"
        raise DealfactsError(message)
    light = groups()["light"]
    key, is_before = min(
        needed, key=lambda each: (not each[0].words.isdisjoint(light), len(each[0].words))
    )
    beside = (first_words(left), first_words(right))
    known = (key.words, *beside)
    needs = tuple((each.words, side) for each, side in needed if each.words not in known)
    return Pattern(text, parts[at], left, right, block, key.words, is_before, beside, needs)


def first_words(items: Sequence[Item]) -> frozenset[str]:
    """The words of the first item if it must be there, else none."""
    return items[0].words if items and not items[0].is_optional else frozenset()


def sheet_names() -> tuple[str, ...]:
    """The names of all cue files, sorted."""
    return tuple(sorted(path.stem for path in COMPILED.glob("cues_*.json")))


@cache
def _compiled() -> tuple[Pattern, ...]:
    return tuple(
        _compile(text, block, name)
        for name in sheet_names()
        for block in table(name, Sheet).cue
        for text in block.patterns
    )


def _reach(items: tuple[Item, ...]) -> int:
    return sum(each.gap or 1 for each in items)


@cache
def patterns(figure: str) -> Patterns:
    """All patterns for the figures of one sign: "$", "%", "#" or "@"."""
    own = [pattern for pattern in _compiled() if pattern.figure == figure]
    before: dict[str, list[Pattern]] = {}
    behind: dict[str, list[Pattern]] = {}
    for pattern in own:
        for key in sorted(pattern.keys):
            (before if pattern.is_before else behind).setdefault(key, []).append(pattern)
    return Patterns(
        {key: tuple(value) for key, value in before.items()},
        {key: tuple(value) for key, value in behind.items()},
        max((_reach(pattern.left) for pattern in own), default=0),
        max((_reach(pattern.right) for pattern in own), default=0),
    )
