"""The phrases that tell how far a deal has come: `data/status.toml`.

The items are those of the cue patterns in cues.py; a phrase begins with a word and has no figure.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon.cues import groups, item
from dealfacts.lexicon.store import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dealfacts.lexicon.cues import Item


class Beside(StrEnum):
    """What must stand beside words that alone do not say that they are about a deal."""

    NOTHING = ""
    DEAL = "deal"
    SIDE = "side"
    BOTH = "both"
    HEADING = "heading"


class Stage(NamedTuple):
    """Phrases of one stage of a deal, as written; see `Phrase`."""

    term: str
    patterns: tuple[str, ...]
    asks: Beside = Beside.NOTHING
    heard: str = ""
    is_alone: bool = False


class StageSheet(NamedTuple):
    """The file of stages."""

    stage: tuple[Stage, ...]


class Phrase(NamedTuple):
    """A compiled phrase: its first words, the items behind them, and the stage it tells.

    `rank` is its place among all phrases, the longest first;
    `needs` holds for every item without which there is no phrase its words;
    `asks`: a word of buying near it (deal), a side of the deal as its subject (side), the buyer as
    one who pays for the target (both), or a title around it (heading);
    `heard` is the stage where only the press or people unnamed say so;
    `is_alone`: it counts only in an article that tells no stage in another way.
    """

    text: str
    rank: int
    first: frozenset[str]
    rest: tuple[Item, ...]
    term: str
    asks: Beside
    heard: str
    needs: tuple[frozenset[str], ...]
    is_alone: bool


@cache
def clause_phrase(term: str) -> Phrase:
    """What stands for the words of a clause whose verb no phrase names; it never matches a row."""
    text = "a side pays MONEY for the deal"
    no_words: frozenset[str] = frozenset()
    return Phrase(text, -1, no_words, (), term, Beside.NOTHING, term, (), is_alone=True)


@cache
def stage_phrases() -> tuple[Phrase, ...]:
    """The phrases of `data/status.toml`, the longest first."""
    told = [(text, stage) for stage in table("status", StageSheet).stage for text in stage.patterns]
    told.sort(key=lambda each: -len(each[0].split()))
    return tuple(_compiled(rank, *each) for rank, each in enumerate(told))


def _compiled(rank: int, text: str, stage: Stage) -> Phrase:
    items = tuple(item(part, "status") for part in text.split())
    needs = tuple(each.words for each in items if each.words and not each.is_optional)
    heard = stage.heard or stage.term
    first, rest = items[0].words, items[1:]
    return Phrase(text, rank, first, rest, stage.term, stage.asks, heard, needs, stage.is_alone)


@cache
def by_rarest_word() -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases by each word of that item of theirs which the fewest sentences have."""
    found: dict[str, list[Phrase]] = {}
    light = groups()["light"]
    for phrase in stage_phrases():
        rarest = min(phrase.needs, key=lambda words: (not words.isdisjoint(light), len(words)))
        for word in rarest:
            found.setdefault(word, []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}
