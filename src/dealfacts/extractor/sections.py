"""The stories of one page: "five deals to know this week" is read deal by deal.

Each item of a list that tells of a purchase or round of its own is a story with its own sides; what
stands before the list is one more. Refuses lists that go on about one deal: the items must buy
different things, and no name may run through them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.ballots import TARGET
from dealfacts.extractor.scene import FULL_SENTENCE, UNRANKED
from dealfacts.model.text import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.extractor.ballots import Vote
    from dealfacts.extractor.scene import Reading, Scene

# Two deals in one text are often one and its rival; a list has three.
FEWEST = 3
# A vote of this strength names what is bought; a name in more of the items runs through them.
PLAIN, RUNS_THROUGH = 2, 0.5
DEEPEST_INDENT = 12
# How a numbered line begins, such as the item 1. Acme to buy Beta
NUMBER = re.compile(r"[#(]?\d{1,2}[.):]")


class Section(NamedTuple):
    """A story of the page: its sentences, numbered on their own, and the votes in each."""

    reading: Reading
    votes: tuple[tuple[Vote, ...], ...]


def stories(reading: Reading, votes: Sequence[tuple[Vote, ...]]) -> Iterator[Section]:
    """The stories of an article in order: one for most; `votes` are those of each scene."""
    starts = _starts(reading.scenes)
    if len(starts) < FEWEST or not _are_deals(reading, votes, starts):
        yield Section(reading, tuple(votes))
        return
    bounds = [0, *starts, len(reading.scenes)]
    for first, last in pairwise(bounds):
        if first < last:
            yield Section(_part(reading, first, last), tuple(votes[first:last]))


def _starts(scenes: Sequence[Scene]) -> list[int]:
    """Where the items of the page's list begin: numbered lines if there are any, else bullets."""
    text = scenes[0].row.text if scenes else ""
    own = [
        at
        for at, scene in enumerate(scenes)
        if scene.sentence.part in {Part.BULLET, Part.HEADING}
        and _opens_line(text, scene.sentence.start)
    ]
    numbered = [at for at in own if NUMBER.match(text, scenes[at].sentence.start)]
    if len(numbered) >= FEWEST:
        return numbered
    return [at for at in own if scenes[at].sentence.part is Part.BULLET]


def _opens_line(text: str, start: int) -> bool:
    before = text[max(start - DEEPEST_INDENT, 0) : start].rstrip(" \t")
    return before[-1:] in {"", "\n"}


def _are_deals(reading: Reading, votes: Sequence[tuple[Vote, ...]], starts: Sequence[int]) -> bool:
    """Whether most items of a list name something of their own that is bought or raises money."""
    if any(_bought(cast) for cast in votes[: starts[0]]):
        return False
    bounds = [*starts, len(reading.scenes)]
    bought: list[set[str]] = []
    named: Counter[str] = Counter()
    for first, last in pairwise(bounds):
        found = {name for cast in votes[first:last] for name in _bought(cast)}
        if found:
            bought.append(found)
        scenes = reading.scenes[first:last]
        named.update({reading.long_form(firm) for each in scenes for firm in each.organisations})
    if len(bought) < FEWEST or len(bought) <= len(starts) / 2:
        return False
    return max(named.values()) <= max(len(starts) * RUNS_THROUGH, 1)


def _bought(cast: Sequence[Vote]) -> set[str]:
    return {vote.name for vote in cast if vote.role == TARGET and vote.strength >= PLAIN}


def _part(reading: Reading, first: int, last: int) -> Reading:
    """A run of sentences as a reading of its own."""
    scenes: list[Scene] = []
    rank = -1
    for number, scene in enumerate(reading.scenes[first:last]):
        carries = scene.sentence.part is Part.TITLE or len(scene.row.words) >= FULL_SENTENCE
        rank += carries
        scenes.append(scene._replace(number=number, rank=rank if carries else UNRANKED))
    quotations = reading.quotations
    low = bisect_left(quotations, (scenes[0].sentence.start, 0))
    high = bisect_left(quotations, (scenes[-1].sentence.end, 0))
    return type(reading)(reading.article, tuple(scenes), reading.names, quotations[low:high])
