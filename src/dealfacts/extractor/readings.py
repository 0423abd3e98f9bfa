"""Which meanings the words around a figure offer: the cue patterns, matched and graded.

Each hit says what the figure could be and how strongly; the kinds choose among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import BARRIERS
from dealfacts.lexicon.cues import patterns

if TYPE_CHECKING:
    from dealfacts.extractor.tokens import Row
    from dealfacts.lexicon.cues import Block, Item, Pattern

# Every skipped token makes a reading a little less sure.
SKIP_COST = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A meaning that a pattern gives a figure; `first` and `last` are the row places it spans."""

    block: Block
    pattern: str
    score: int
    first: int
    last: int


def walk(items: tuple[Item, ...], row: Row, place: int, step: int, sign: str) -> tuple[int, int]:
    """Match `items` outwards from `place`; (tokens skipped, last place) or (-1, 0)."""
    if not items:
        return 0, place - step
    item, rest = items[0], items[1:]
    words = row.words
    if item.gap:
        for skipped in range(item.gap + 1):
            cost, last = walk(rest, row, place + step * skipped, step, sign)
            if cost >= 0:
                return cost + skipped, last
            here = place + step * skipped
            if not 0 <= here < len(words) or words[here] == sign or words[here] in BARRIERS:
                break
            if words[here] in item.ends:
                break
        return -1, 0
    if 0 <= place < len(words) and words[place] in item.words:
        cost, last = walk(rest, row, place + step, step, sign)
        if cost >= 0:
            return cost, last
    if item.is_optional:
        return walk(rest, row, place, step, sign)
    return -1, 0


def _match(pattern: Pattern, row: Row, place: int) -> Reading | None:
    sign = pattern.figure
    left_cost, first = walk(pattern.left, row, place - 1, -1, sign)
    if left_cost < 0:
        return None
    right_cost, last = walk(pattern.right, row, place + 1, 1, sign)
    if right_cost < 0:
        return None
    score = pattern.block.strength - SKIP_COST * (left_cost + right_cost)
    return Reading(pattern.block, pattern.text, score, min(first, place), max(last, place))


def readings(row: Row, place: int) -> tuple[Reading, ...]:
    """All readings of the figure at `place` of the row, strongest first; equals by pattern."""
    known = patterns()
    sign = row.words[place]
    tried: set[int] = set()
    found: list[Reading] = []
    for word in ("", *row.words):
        for pattern in known.get(word, ()):
            if pattern.figure != sign or id(pattern) in tried:
                continue
            tried.add(id(pattern))
            reading = _match(pattern, row, place)
            if reading is not None:
                found.append(reading)
    found.sort(key=lambda reading: (-reading.score, reading.pattern))
    return tuple(found)
