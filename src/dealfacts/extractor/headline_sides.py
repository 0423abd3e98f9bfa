"""The sides that a wording tells by its order: "Contoso shares soar on Northwind bid".

Knows the wordings of `lexicon/headlines.py` and no other: those of headlines, which the sentences
of a story are never held against, and those of sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import ballots
from dealfacts.extractor.ballots import Vote
from dealfacts.extractor.tokens import MONEY, NAMES
from dealfacts.lexicon.headlines import BUYER, GAP, SUM, TARGET, sentence_wordings, wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.gaze import Gaze
    from dealfacts.lexicon.headlines import Part

# How many words a gap passes over, how many tokens a headline has, and what a vote of it weighs.
LONGEST_GAP, LONGEST, STRENGTH = 6, 40, 3
# What a wording of a sentence weighs, and how many words of a long line are held against any.
PLAIN, REACH = 2, 120
ROLES = {BUYER: ballots.BUYER, TARGET: ballots.TARGET}
SIDES = 2


def headline_votes(eyes: Gaze) -> tuple[Vote, ...]:
    """A vote for each side where a headline has one of the wordings: the first that fits."""
    words = eyes.row.words
    if not eyes.is_heading or len(words) > LONGEST or sum(w in NAMES for w in words) < SIDES:
        return ()
    told = (_votes(eyes, parts, words, STRENGTH) for parts in wordings())
    return next(filter(None, told), ())


def sentence_votes(eyes: Gaze) -> tuple[Vote, ...]:
    """A vote for each side for every wording that a sentence has."""
    known = sentence_wordings()
    keys = known.keys() & eyes.row.vocabulary
    words = eyes.row.words[:REACH]
    if not keys or sum(word in NAMES for word in words) < SIDES:
        return ()
    held = dict.fromkeys(parts for key in sorted(keys) for parts in known[key])
    return tuple(vote for parts in held for vote in _votes(eyes, parts, words, PLAIN))


def _votes(
    eyes: Gaze, parts: Sequence[Part], words: Sequence[str], strength: int
) -> tuple[Vote, ...]:
    """A vote for each side of a wording where it first fits; none where it does not."""
    found = (_match(parts, words, first) for first in range(len(words)))
    sides = next((each for each in found if each is not None), ())
    return tuple(Vote(eyes.name(place), ROLES[sign], strength, place) for sign, place in sides)


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
