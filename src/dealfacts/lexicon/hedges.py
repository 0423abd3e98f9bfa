"""Hedge cues by class, ready for lookup by phrase and by their last word; cues beside dates apart.

It refuses to say whether a cue applies at a place; the hedge reader does that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping  # noqa: TC003  fields are read at run time
from functools import cache
from itertools import product
from typing import NamedTuple

from dealfacts.lexicon.store import table
from dealfacts.model.vocabulary import Hedge


class Degrees(NamedTuple):
    """How far ("just", "well") a figure is passed or missed ("over", "short of")."""

    small: tuple[str, ...]
    large: tuple[str, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]

    def cues(self) -> Iterator[tuple[str, Hedge]]:
        """Every degree before every comparison: "a shade under", "well in excess of"."""
        for degrees, above, below in (
            (self.small, Hedge.JUST_ABOVE, Hedge.BELOW),
            (self.large, Hedge.ABOVE, Hedge.UNDER),
        ):
            for words, hedge in ((self.more, above), (self.less, below)):
                for degree, comparison in product(degrees, words):
                    yield f"{degree} {comparison}", hedge


class Hedges(NamedTuple):
    """hedges.toml: class -> cue phrases; `taken` -> words that claim the cue for themselves."""

    before: Mapping[Hedge, tuple[str, ...]]
    before_article: Mapping[Hedge, tuple[str, ...]]
    degrees: Degrees
    turned: Mapping[str, frozenset[str]]
    after: Mapping[Hedge, tuple[str, ...]]
    at_end: Mapping[Hedge, tuple[str, ...]]
    dates: Mapping[Hedge, tuple[str, ...]]
    dates_after: Mapping[Hedge, tuple[str, ...]]
    taken: Mapping[str, frozenset[str]]


class Cues(NamedTuple):
    """Cue phrase -> hedge. `reach` are the cues that an article may follow.

    `clinging` are the cues behind a figure that no blank parts from it: "-plus"; `at_end` are those
    that must end the phrase; `tails` are the last two letters of every cue: a quick look tells most
    words from cues.
    """

    before: Mapping[str, Hedge]
    reach: frozenset[str]
    endings: Mapping[str, tuple[tuple[str, Hedge], ...]]
    after: tuple[tuple[str, Hedge], ...]
    clinging: tuple[str, ...]
    at_end: frozenset[str]
    taken: Mapping[str, frozenset[str]]
    turned: frozenset[str]
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
    composed = dict(data.degrees.cues())
    before |= composed
    reach = frozenset(cue for found in data.before_article.values() for cue in found)
    after = [
        (cue, hedge)
        for part in (data.after, data.at_end)
        for hedge, found in part.items()
        for cue in found
    ]
    endings: dict[str, list[tuple[str, Hedge]]] = {}
    for cue, hedge in before.items():
        endings.setdefault(cue.rpartition(" ")[2], []).append((cue, hedge))
    return Cues(
        before=before,
        reach=reach.union(composed),
        endings={last: _longest_first(found) for last, found in endings.items()},
        after=_longest_first(after),
        clinging=tuple(cue for cue, _ in _longest_first(after) if not cue[0].isalnum()),
        at_end=frozenset(cue for found in data.at_end.values() for cue in found),
        taken=data.taken,
        turned=data.turned["by"],
        tails=frozenset(last[-2:] for last in endings),
    )


def _longest_first(found: list[tuple[str, Hedge]]) -> tuple[tuple[str, Hedge], ...]:
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))
