"""The sides that a wording tells by its order: "Contoso shares soar on Northwind bid".

Knows the wordings of `lexicon/headlines.py` and no other: those of headlines, which the sentences
of a story are never held against, and those of sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor import ballots
from dealfacts.extractor.ballots import Vote
from dealfacts.extractor.bare_clauses import Clause, bare
from dealfacts.extractor.gaze import POSSESSIVE
from dealfacts.extractor.tokens import MONEY, NAMES
from dealfacts.lexicon.headlines import (
    BUYER,
    GAP,
    RIVAL,
    SELLER,
    SUM,
    TARGET,
    sentence_wordings,
    wordings,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.gaze import Gaze
    from dealfacts.lexicon.headlines import Part, Wording

# How many words a gap passes over, how many tokens a headline has, and what a vote of it weighs.
LONGEST_GAP, LONGEST, STRENGTH = 6, 40, 3
# What a wording of a sentence weighs, and how many words of a long line are held against any.
PLAIN, REACH = 2, 120
ROLES = {BUYER: ballots.BUYER, TARGET: ballots.TARGET, SELLER: ballots.SELLER}
# who is beaten has no vote
NAMED, END = frozenset({*ROLES, RIVAL}), "end"
SIDES = 2
OWNED = frozenset((own, name) for own in POSSESSIVE for name in NAMES)


class Told(NamedTuple):
    """The votes of one wording, where its first side stands and where it ends."""

    votes: tuple[Vote, ...]
    first: int
    last: int


def headline_votes(eyes: Gaze) -> tuple[Vote, ...]:
    """A vote for each side where a headline has one of the wordings: the first that fits."""
    words = eyes.row.words
    if not eyes.is_heading or len(words) > LONGEST:
        return ()
    if len(eyes.row.places(NAMES)) < SIDES:
        return ()
    here, clause = eyes.row.vocabulary, Clause(words, tuple(range(len(words))))
    held = (w for w in wordings() if not any(need.isdisjoint(here) for need in w.needs))
    found = (_told(eyes, wording, clause, STRENGTH) for wording in held)
    return next((told.votes for told in found if told is not None), ())


def sentence_votes(eyes: Gaze) -> tuple[Told, ...]:
    """What every wording tells that a sentence has, as it stands or without its auxiliaries."""
    known = sentence_wordings()
    keys = known.keys() & eyes.row.vocabulary
    if not keys or len(eyes.row.places(NAMES)) < SIDES:
        return ()
    held = tuple(dict.fromkeys(wording for key in sorted(keys) for wording in known[key]))
    here = eyes.row.vocabulary
    held = tuple(
        wording
        for wording in held
        if wording.unless.isdisjoint(here)
        and not any(need.isdisjoint(here) for need in wording.needs)
    )
    if not held:
        return ()
    words = eyes.row.words[:REACH]
    full, clause = Clause(words, tuple(range(len(words)))), bare(words)
    return tuple(
        told
        for wording in held
        if (told := _told(eyes, wording, full, PLAIN) or _told(eyes, wording, clause, PLAIN))
    )


def _told(eyes: Gaze, wording: Wording, clause: Clause, strength: int) -> Told | None:
    """What a wording tells where it first fits."""
    words = clause.words
    first = wording.parts[0]
    starts = (at for at, word in enumerate(words) if first.sign not in NAMED or word in NAMES)
    found = (_match(wording.parts, words, at) for at in starts)
    sides = next((each for each in found if each is not None), None)
    if sides is None:
        return None
    placed = [(sign, clause.places[at]) for sign, at in sides]
    cast = tuple(
        Vote(eyes.name(place), ROLES[sign], strength, placed[0][1])
        for sign, place in placed
        if sign in ROLES
    )
    return Told(cast, placed[0][1], placed[-1][1])


def _match(
    parts: Sequence[Part], words: Sequence[str], at: int
) -> tuple[tuple[str, int], ...] | None:
    """Where the sides stand if the wording begins at a row place; None if it does not."""
    if not parts:
        return ((END, at - 1),)
    part, rest = parts[0], parts[1:]
    if part.sign == GAP:
        ends = range(at, min(at + LONGEST_GAP, len(words) - 1) + 1)
        return next((m for end in ends if (m := _match(rest, words, end)) is not None), None)
    if at >= len(words) or not _fits(part, words[at]):
        return None
    if part.sign in NAMED and tuple(words[at + 1 : at + 3]) in OWNED:
        at += 2  # "Exampleland's Northwind"
    found = _match(rest, words, at + 1)
    if found is None or part.sign not in NAMED:
        return found
    return ((part.sign, at), *found)


def _fits(part: Part, word: str) -> bool:
    if part.sign in NAMED:
        return word in NAMES
    return word == MONEY if part.sign == SUM else word in part.words
