"""Hedge cues by class, ready for lookup by phrase and by their last word; cues beside dates apart.

It refuses to say whether a cue applies at a place; the hedge reader does that.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  pydantic reads the fields at run time
from functools import cache
from typing import NamedTuple

from dealfacts.lexicon.store import table
from dealfacts.model.vocabulary import Hedge  # noqa: TC001  pydantic reads it at run time


class Hedges(NamedTuple):
    """hedges.toml: class -> cue phrases; `taken` -> words that claim the cue for themselves."""

    before: Mapping[Hedge, tuple[str, ...]]
    before_article: Mapping[Hedge, tuple[str, ...]]
    after: Mapping[Hedge, tuple[str, ...]]
    dates: Mapping[Hedge, tuple[str, ...]]
    dates_after: Mapping[Hedge, tuple[str, ...]]
    taken: Mapping[str, frozenset[str]]


class Cues(NamedTuple):
    """Cue phrase -> hedge. `reach` are the cues that an article may follow.

    `clinging` are the cues behind a figure that no blank parts from it: "-plus"; `tails` are the
    last two letters of every cue: a quick look tells most words from cues.
    """

    before: Mapping[str, Hedge]
    reach: frozenset[str]
    endings: Mapping[str, tuple[tuple[str, Hedge], ...]]
    after: tuple[tuple[str, Hedge], ...]
    clinging: tuple[str, ...]
    taken: Mapping[str, frozenset[str]]
    tails: frozenset[str]


class Bounds(NamedTuple):
    """The cues before and behind a date, longest first, each with its class."""

    before: tuple[tuple[str, Hedge], ...]
    after: tuple[tuple[str, Hedge], ...]


@cache
def bounds() -> Bounds:
    """The words that bound a date: "by", "no later than", "at the latest"."""
    data = table("hedges", Hedges)
    return Bounds(
        *(
            _longest_first([(cue, hedge) for hedge, found in part.items() for cue in found])
            for part in (data.dates, data.dates_after)
        )
    )


@cache
def cues() -> Cues:
    """All cues; `endings` finds those before a figure by their last word; longest first."""
    data = table("hedges", Hedges)
    before = {cue: hedge for hedge, found in data.before.items() for cue in found}
    reach = frozenset(cue for found in data.before_article.values() for cue in found)
    after = [(cue, hedge) for hedge, found in data.after.items() for cue in found]
    endings: dict[str, list[tuple[str, Hedge]]] = {}
    for cue, hedge in before.items():
        endings.setdefault(cue.rpartition(" ")[2], []).append((cue, hedge))
    return Cues(
        before=before,
        reach=reach,
        endings={last: _longest_first(found) for last, found in endings.items()},
        after=_longest_first(after),
        clinging=tuple(cue for cue, _ in _longest_first(after) if not cue[0].isalnum()),
        taken=data.taken,
        tails=frozenset(last[-2:] for last in endings),
    )


def _longest_first(found: list[tuple[str, Hedge]]) -> tuple[tuple[str, Hedge], ...]:
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))
