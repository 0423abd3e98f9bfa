"""Which meanings the words around a figure offer: the cue patterns, matched and graded.

Each hit says what the figure could be and how strongly; the kinds choose among them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.tokens import BARRIERS
from dealfacts.lexicon.cue_sheets import Block
from dealfacts.lexicon.cues import pattern, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.lead_in import LeadIn
    from dealfacts.extractor.tokens import Row
    from dealfacts.lexicon.cues import Item, Pattern, Patterns

# Every skipped token makes a reading a little less sure.
SKIP_COST = 3


class Reading(NamedTuple):
    """A meaning that a pattern gives a figure; `first` and `last` are the row places it spans."""

    block: Block
    pattern: str
    score: int
    first: int
    last: int


def by_words(attribute: str, words: str, score: int) -> Reading:
    """A meaning that no pattern gives; `words` say what does."""
    return Reading(Block(attribute), words, score, 0, 0)


def walk(
    items: tuple[Item, ...], row: Row, place: int, step: int, sign: str, first: int = 0
) -> tuple[int, int] | None:
    """Match `items` from `first` on outwards from `place`: (tokens skipped, last place) or None.

    `step` is the direction, 1 or -1; no gap reaches across a token `sign`.
    """
    words = row.words
    size = len(words)
    for number in range(first, len(items)):
        wanted, gap, is_optional, _, _ = items[number]
        if gap:
            return _skip(items, row, place, step, sign, number)
        if not (0 <= place < size and words[place] in wanted):
            if is_optional:
                continue
            return None
        if is_optional:
            found = walk(items, row, place + step, step, sign, number + 1)
            if found is not None:
                return found
        else:
            place += step
    return 0, place - step


def _skip(
    items: tuple[Item, ...], row: Row, place: int, step: int, sign: str, number: int
) -> tuple[int, int] | None:
    """Go on behind the gap `items[number]`, with as few tokens skipped as it takes.

    The words that a run goes through are no tokens skipped.
    """
    item, words = items[number], row.words
    following = items[number + 1] if number + 1 < len(items) else None
    needed = following.words if following and not following.is_optional else None
    here = place
    for skipped in range(item.gap + 1):
        is_inside = 0 <= here < len(words)
        # A walk that must begin with a word that is not there is not worth beginning.
        if not needed or (is_inside and words[here] in needed):
            found = walk(items, row, here, step, sign, number + 1)
            if found is not None:
                return (found[0] if item.through else found[0] + skipped), found[1]
        if not is_inside or words[here] == sign:
            return None
        if item.through:
            if words[here] not in item.through:
                return None
        elif words[here] in BARRIERS or words[here] in item.ends:
            return None
        here += step
    return None


def _match(cue: Pattern, row: Row, place: int) -> Reading | None:
    left = walk(cue.left, row, place - 1, -1, cue.figure)
    if left is None:
        return None
    right = walk(cue.right, row, place + 1, 1, cue.figure)
    if right is None:
        return None
    score = cue.block.strength - SKIP_COST * (left[0] + right[0])
    return Reading(cue.block, cue.text, score, min(left[1], place), max(right[1], place))


def readings(row: Row, place: int, lead: LeadIn | None = None) -> tuple[Reading, ...]:
    """All readings of the figure at `place` of the row, strongest first; equals by pattern.

    `lead` has the words that are read as if they stood before the figure of a fragment.
    """
    if lead is not None:
        return _led(row, place, lead)
    known = patterns(row.words[place])
    words = row.words
    before = words[max(place - known.reach_before, 0) : place]
    behind = words[place + 1 : place + 1 + known.reach_behind]
    found: list[Reading] = []
    for candidate in _candidates(known, before, behind):
        reading = _match(candidate, row, place)
        if reading is not None:
            found.append(reading)
    found.sort(key=_rank)
    return tuple(found)


def _rank(reading: Reading) -> tuple[int, str, str]:
    """The strongest first; of equals by the pattern, in whatever order they were found."""
    return -reading.score, reading.pattern, reading.block.attribute


def _candidates(
    known: Patterns, before: tuple[str, ...], behind: tuple[str, ...]
) -> Iterator[Pattern]:
    """The patterns all whose words stand on their side of the figure, in whatever order."""
    last = before[-1] if before else ""
    following = behind[0] if behind else ""
    near = (frozenset(behind), frozenset(before))
    for by_word, present in ((known.before, near[True]), (known.behind, near[False])):
        for word in present:
            for number in by_word.get(word, ()):
                candidate = pattern(number)
                left, right = candidate.beside
                if (left and last not in left) or (right and following not in right):
                    continue
                for needed, is_before in candidate.needs:
                    if needed.isdisjoint(near[is_before]):
                        break
                else:
                    yield candidate


def _meaning(reading: Reading) -> tuple[str, str]:
    """What tells two readings apart; a sum and the price of one share may have one pattern."""
    return reading.pattern, reading.block.attribute


def _led(row: Row, place: int, lead: LeadIn) -> tuple[Reading, ...]:
    """The readings of a figure by its own sentence and behind the words that lead it.

    Where two readings have one pattern the stronger counts; `first` and `last` stay in the row.
    """
    found = {_meaning(reading): reading for reading in reversed(readings(row, place))}
    own = row.words[lead.own : place]
    # no more of a long line than a pattern can reach
    rest = row.words[place + 1 : place + 1 + patterns(row.words[place]).reach_behind]
    for before, behind in lead.phrases:
        words = (*before, *own, row.words[place], *behind, *rest)
        here = len(before) + len(own)
        for reading in readings(replace(row, words=words), here):
            known = found.get(_meaning(reading))
            if known is None or known.score < reading.score:
                last = min(max(reading.last + place - here, place), len(row.words) - 1)
                first = max(min(reading.first + place - here, place), 0)
                found[_meaning(reading)] = reading._replace(first=first, last=last)
    return tuple(sorted(found.values(), key=_rank))
