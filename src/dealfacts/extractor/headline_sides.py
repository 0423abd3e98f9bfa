"""The sides that a wording tells by its order: "Contoso shares soar on Northwind bid".

Knows the wordings of `lexicon/headlines.py` and no other: those of headlines, which the sentences
of a story are never held against, and those of sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import ballots
from dealfacts.extractor.ballots import Vote
from dealfacts.extractor.tokens import MONEY, NAMES
from dealfacts.lexicon.headlines import (
    BUYER,
    GAP,
    SELLER,
    SUM,
    TARGET,
    sentence_wordings,
    wordings,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dealfacts.extractor.gaze import Gaze
    from dealfacts.lexicon.headlines import Part, Wording

# How many words a gap passes over, how many tokens a headline has, and what a vote of it weighs.
LONGEST_GAP, LONGEST, STRENGTH = 6, 40, 3
# What a wording of a sentence weighs, and how many words of a long line are held against any.
PLAIN, REACH = 2, 120
ROLES = {BUYER: ballots.BUYER, TARGET: ballots.TARGET, SELLER: ballots.SELLER}
SIDES = 2
OWNED = frozenset(("'s", name) for name in NAMES)


def headline_votes(eyes: Gaze) -> tuple[Vote, ...]:
    """A vote for each side where a headline has one of the wordings: the first that fits."""
    words = eyes.row.words
    if not eyes.is_heading or len(words) > LONGEST:
        return ()
    return next(_told(eyes, wordings(), words, STRENGTH), ())


def sentence_votes(eyes: Gaze) -> tuple[Vote, ...]:
    """A vote for each side for every wording that a sentence has."""
    known = sentence_wordings()
    keys = known.keys() & eyes.row.vocabulary
    if not keys:
        return ()
    held = dict.fromkeys(wording for key in sorted(keys) for wording in known[key])
    told = _told(eyes, held, eyes.row.words[:REACH], PLAIN)
    return tuple(vote for each in told for vote in each)


def _told(
    eyes: Gaze, held: Iterable[Wording], words: Sequence[str], strength: int
) -> Iterator[tuple[Vote, ...]]:
    """The votes of each wording where it first fits; most lack a word that it needs."""
    names = [at for at, word in enumerate(words) if word in NAMES]
    if len(names) < SIDES:
        return
    here = eyes.row.vocabulary
    for wording in held:
        if any(need.isdisjoint(here) for need in wording.needs):
            continue
        first = wording.parts[0]
        starts = names if first.sign in ROLES else range(len(words))
        found = (_match(wording.parts, words, at) for at in starts)
        sides = next((each for each in found if each is not None), None)
        if sides is not None:
            yield tuple(Vote(eyes.name(at), ROLES[sign], strength, at) for sign, at in sides)


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
    if part.sign in ROLES and tuple(words[at + 1 : at + 3]) in OWNED:
        at += 2  # "Exampleland's Northwind"
    found = _match(rest, words, at + 1)
    if found is None or part.sign not in ROLES:
        return found
    return ((part.sign, at), *found)


def _fits(part: Part, word: str) -> bool:
    if part.sign in ROLES:
        return word in NAMES
    return word == MONEY if part.sign == SUM else word in part.words
