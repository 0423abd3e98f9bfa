"""Hedge cues by class, ready for lookup by phrase and by their last word.

It refuses to say whether a cue applies at a place; the hedge reader does that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dealfacts.lexicon.store import table
from dealfacts.model.vocabulary import Hedge


@dataclass(frozen=True)
class Hedges:
    """hedges.toml: class -> cue phrases; `taken` -> words that claim the cue for themselves."""

    before: Mapping[Hedge, tuple[str, ...]]
    before_article: Mapping[Hedge, tuple[str, ...]]
    after: Mapping[Hedge, tuple[str, ...]]
    taken: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Cues:
    """Cue phrase -> hedge. `reach` are the cues that an article may follow."""

    before: Mapping[str, Hedge]
    reach: frozenset[str]
    last: frozenset[str]
    after: tuple[tuple[str, Hedge], ...]
    taken: Mapping[str, frozenset[str]]


@cache
def cues() -> Cues:
    """All cues; `last` are the last words of the cues before a figure, `after` longest first."""
    data = table("hedges", Hedges)
    before = {cue: hedge for hedge, found in data.before.items() for cue in found}
    reach = frozenset(cue for found in data.before_article.values() for cue in found)
    after = [(cue, hedge) for hedge, found in data.after.items() for cue in found]
    return Cues(
        before=before,
        reach=reach,
        last=frozenset(cue.rpartition(" ")[2] for cue in before),
        after=tuple(sorted(after, key=lambda pair: (-len(pair[0]), pair[0]))),
        taken=data.taken,
    )
