"""Words of utterances and units: `data/speech.toml`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dealfacts.lexicon.store import table


class Speech(NamedTuple):
    """Word sets; see the data file."""

    say: frozenset[str]
    quotes: frozenset[str]
    mean: frozenset[str]
    judge: frozenset[str]
    judge_of: frozenset[str]
    judge_by_clause: frozenset[str]
    along: frozenset[str]
    word_of: frozenset[str]
    suitor: frozenset[str]
    documents: frozenset[str]
    papers: frozenset[str]
    unit: frozenset[str]
    unit_openers: frozenset[str]
    vehicle: frozenset[str]
    bidco: frozenset[str]
    named: frozenset[str]
    unit_links: frozenset[str]
    unit_kinds: frozenset[str]


@cache
def speech() -> Speech:
    """The words, read once."""
    return table("speech", Speech)
