"""The cue patterns that say what a figure is, as data: `data/cues_*.toml`.

A pattern is a row of items around the figure it types:

    $  %  #  @      the figure itself (money, percent, count, date), exactly once
    word  a|b       literal words, folded to lower case
    {group}         any word of a group of `data/word_groups.toml`
    ORG  PER  NAME  a name; NAME is either
    MONEY  PCT  NUM  DATE   another figure or date
    _  __  ...      up to 2, 4 or 8 tokens of anything but a figure of the same type or a stop
    ~               up to 4 tokens inside a noun phrase: no preposition, verb or comma
    {group}*        up to 8 words of the group, or none: they say nothing against the reading
    word?           an item that may be missing

The figure's hedge words belong to it: "valued at over $31 billion" is `valued at $`.

A run needs few of them, so a pattern is compiled when one of its words turns up beside a figure;
which words those are stands in `compiled/cue_index.json`, which the compiler of lexicons writes.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dealfacts.errors import DealfactsError
from dealfacts.lexicon.cue_sheets import Block, written
from dealfacts.lexicon.store import table

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
RUN = 8
INDEX = "cue_index"
GROUP = re.compile(r"\{([a-z_]+)\}")


class Item(NamedTuple):
    """One step of a pattern: the words it takes, or the tokens that it may skip up to `ends`.

    Where it has words `through`, it skips no others.
    """

    words: frozenset[str]
    gap: int = 0
    is_optional: bool = False
    ends: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()


class Pattern(NamedTuple):
    """A compiled pattern: items left of the figure (nearest first) and right of it.

    `keys` are the words of the item `key` that it is looked up by; `is_before`: left of the figure.
    `beside` holds the words of which one must stand right before and right behind the figure, both
    empty where anything may. `needs` are the other items without which there is no match: for each
    its words, and whether they stand before the figure.
    """

    text: str
    figure: str
    left: tuple[Item, ...]
    right: tuple[Item, ...]
    block: Block
    key: str
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
    """The numbers of the patterns of one figure sign by each word that none of their matches lacks.

    `before` and `behind` tell on which side of the figure that word stands, `reach_before` and
    `reach_behind` at most how many tokens away. In the index the words of a group are one item.
    """

    before: Mapping[str, tuple[int, ...]]
    behind: Mapping[str, tuple[int, ...]]
    reach_before: int
    reach_behind: int


def item(text: str, where: str) -> Item:
    """One item of a pattern as written in the lexicon `where`.

    Raises DealfactsError for a word group that does not exist.
    """
    try:
        return _item(text)
    except KeyError as error:
        group = f"{{{error.args[0]}}}"
        message = f"lexicon {where}: no word group {group}. Add it to data/word_groups.toml"
        raise DealfactsError(message) from None


@cache
def _item(text: str) -> Item:
    is_optional = len(text) > 1 and text[-1] == "?"
    bare = text[:-1] if is_optional else text
    if bare in GAPS:
        ends = groups()["phrase_end"] if bare == "~" else frozenset[str]()
        return Item(frozenset(), gap=GAPS[bare], ends=ends)
    is_run = len(bare) > 1 and bare[-1] == "*"
    first, *others = map(_words, (bare[:-1] if is_run else bare).split("|"))
    words = first.union(*others) if others else first
    if is_run:
        return Item(frozenset(), gap=RUN, through=words)
    return Item(words, is_optional=is_optional)


def _words(part: str) -> frozenset[str]:
    """The words of a group, a sign or a literal word."""
    named = GROUP.fullmatch(part) if part[:1] == "{" else None
    return groups()[named.group(1)] if named else SIGNS.get(part) or frozenset((part,))


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
        (each, part, side)
        for items, texts, side in (
            (left, reversed(parts[:at]), True),
            (right, parts[at + 1 :], False),
        )
        for each, part in zip(items, texts, strict=True)
        if each.words and not each.is_optional
    ]
    if not needed:
        message = f"lexicon {where}: {text!r} needs a word that must be there"
        raise DealfactsError(message)
    light = groups()["light"]
    rarest, key, is_before = min(
        needed, key=lambda each: (not each[0].words.isdisjoint(light), len(each[0].words))
    )
    beside = (first_words(left), first_words(right))
    known = (rarest.words, *beside)
    needs = tuple((each.words, side) for each, _, side in needed if each.words not in known)
    return Pattern(text, parts[at], left, right, block, key, rarest.words, is_before, beside, needs)


def first_words(items: Sequence[Item]) -> frozenset[str]:
    """The words of the first item if it must be there, else none."""
    return items[0].words if items and not items[0].is_optional else frozenset()


@cache
def pattern(number: int) -> Pattern:
    """The pattern at a place of all cue files in turn, compiled.

    Raises DealfactsError for one that is not well made.
    """
    return _compile(*written()[number])


def _reach(items: tuple[Item, ...]) -> int:
    return sum(each.gap or 1 for each in items)


def index() -> str:
    """The text that `compiled/cue_index.json` should have; raises as `pattern` does."""
    known = [pattern(number) for number in range(len(written()))]
    found = {}
    for sign in sorted(FIGURES):
        sides: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
        own = [(number, each) for number, each in enumerate(known) if each.figure == sign]
        for number, each in own:
            sides[not each.is_before].setdefault(each.key, []).append(number)
        found[sign] = {
            "before": sides[0],
            "behind": sides[1],
            "reach_before": max((_reach(each.left) for _, each in own), default=0),
            "reach_behind": max((_reach(each.right) for _, each in own), default=0),
        }
    return json.dumps(found, separators=(",", ":")) + "\n"


@cache
def _index() -> Mapping[str, Patterns]:
    found: dict[str, Patterns] = table(INDEX, dict[str, Patterns])
    return found


@cache
def patterns(figure: str) -> Patterns:
    """All patterns for the figures of one sign: "$", "%", "#" or "@"."""
    known = _index().get(figure, Patterns({}, {}, 0, 0))
    return known._replace(before=_by_word(known.before), behind=_by_word(known.behind))


def _by_word(known: Mapping[str, tuple[int, ...]]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for key, numbers in known.items():
        for word in item(key, INDEX).words:
            found.setdefault(word, []).extend(numbers)
    return {word: tuple(numbers) for word, numbers in found.items()}
