"""The phrases that tell how far a deal has come: `data/status.toml`.

The items are those of the cue patterns in cues.py; a phrase begins with a word and has no figure.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon.cues import first_words, item
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


class StageSheet(NamedTuple):
    """The file of stages."""

    stage: tuple[Stage, ...]


class Phrase(NamedTuple):
    """A compiled phrase: its first words, the items behind them, and the stage it tells.

    `second` holds the words of which one must stand right behind the first, empty where any may;
    `needs` those of the other items without which there is no phrase;
    `asks`: a word of buying near it (deal), a side of the deal as its subject (side), the buyer as
    one who pays for the target (both), or a title around it (heading);
    `heard` is the stage where only the press or people unnamed say so.
    """

    text: str
    first: frozenset[str]
    rest: tuple[Item, ...]
    term: str
    asks: Beside
    heard: str
    second: frozenset[str]
    needs: tuple[frozenset[str], ...]


@cache
def stage_phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of `data/status.toml` by each of their first words, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for stage in table("status", StageSheet).stage:
        for text in stage.patterns:
            head, *rest = (item(part, "status") for part in text.split())
            second = first_words(rest)
            needs = tuple(
                each.words for each in rest
                if each.words and not each.is_optional and each.words is not second
            )  # fmt: skip
            phrase = Phrase(
                text,
                head.words,
                tuple(rest),
                stage.term,
                stage.asks,
                stage.heard or stage.term,
                second,
                needs,
            )
            for word in sorted(head.words):
                found.setdefault(word, []).append(phrase)
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase.rest))
    return {word: tuple(phrases) for word, phrases in found.items()}
