"""The sides that a headline tells by its wording: "Contoso shares soar on Northwind bid".

Knows the wordings of `lexicon/headlines.py` and no other; refuses the sentences of a story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import ballots
from dealfacts.extractor.ballots import Vote
from dealfacts.extractor.tokens import MONEY, NAMES
from dealfacts.lexicon.headlines import BUYER, GAP, SUM, TARGET, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.extractor.gaze import Gaze
    from dealfacts.lexicon.headlines import Part

# How many words a gap passes over, how many tokens a headline has, and what a vote of it weighs.
LONGEST_GAP, LONGEST, STRENGTH = 6, 40, 3
ROLES = {BUYER: ballots.BUYER, TARGET: ballots.TARGET}
SIDES = 2


def headline_votes(eyes: Gaze) -> Iterator[Vote]:
    """A vote for each side where a headline has one of the wordings."""
    words = eyes.row.words
    if not eyes.is_heading or len(words) > LONGEST or sum(w in NAMES for w in words) < SIDES:
        return
    for parts in wordings():
        for first in range(len(words)):
            sides = _match(parts, words, first)
            if sides is not None:
                for sign, place in sides:
                    yield Vote(eyes.name(place), ROLES[sign], STRENGTH, place)
                return


def _match(
    parts: Sequence[Part], words: Sequence[str], at: int
) -> tuple[tuple[str, int], ...] | None:
    """Where the sides stand if the wording begins at a row place; None if it does not."""
    if not parts:
        return ()
    part, rest = parts[0], parts[1:]
    if part.sign == GAP:
        ends = range(at, min(at + LONGEST_GAP, len(words) - 1) + 1)
        return next((m for end in ends if (m := _match(rest, words, end)) is not None), None)
    if at >= len(words) or not _fits(part, words[at]):
        return None
    found = _match(rest, words, at + 1)
    if found is None or part.sign not in ROLES:
        return found
    return ((part.sign, at), *found)


def _fits(part: Part, word: str) -> bool:
    if part.sign in ROLES:
        return word in NAMES
    return word == MONEY if part.sign == SUM else word in part.words
