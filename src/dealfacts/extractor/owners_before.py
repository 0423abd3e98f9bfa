"""Whose the bought company has been: "Contoso, a subsidiary of NAME", "NAME-owned Contoso".

Who owns what somebody else buys sells it. Refuses owners of a share, of before and of after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, SELLER, TARGET, Vote
from dealfacts.extractor.gaze import STOPS
from dealfacts.extractor.prominence import PLAIN_PURCHASE
from dealfacts.extractor.tokens import NAMES, PERCENT
from dealfacts.lexicon.parties import party_cues
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.extractor.gaze import Gaze

# "which is owned by", "a unit of", "until now part of"; "NAME subsidiary Contoso"
OWNED, PART = frozenset({"owned", "controlled"}), frozenset({"subsidiary", "unit", "division"})
KEPT = frozenset({"subsidiary", "unit", "arm", "division"})
OWNER_REACH, NAME_REACH, STRENGTH = 7, 5, 2
# no owner of the whole of it now: "formerly owned by", "which will be owned by", "part-owned"
NOT_NOW = frozenset({PERCENT, "formerly", "previously", "once", "then", "will", "would"}) | {
    "partly", "part", "jointly", "majority", "minority", "stake", "shares", "not", "no",
}  # fmt: skip
SIGNS = OWNED | KEPT


def owners_before(eyes: Gaze, found: Sequence[Vote]) -> Iterator[Vote]:
    """A vote for the seller where a sentence only says whose the bought company is."""
    if eyes.row.vocabulary.isdisjoint(SIGNS) or not eyes.row.vocabulary.isdisjoint(
        either(party_cues().stake_noun, frozenset({PERCENT}))
    ):
        return
    bought = {v.name for v in found if v.role == TARGET and v.strength >= PLAIN_PURCHASE - 1}
    buyers = {vote.name for vote in found if vote.role == BUYER}
    if not bought or not buyers or any(vote.role == SELLER for vote in found):
        return
    for place in eyes.row.places(NAMES):
        if eyes.name(place) in bought:
            owner = _before(eyes, place) or _behind(eyes, place)
            if owner is not None and owner not in buyers | bought:
                yield Vote(owner, SELLER, STRENGTH, place)
                return


def _before(eyes: Gaze, place: int) -> str | None:
    """The name in "NAME-owned Contoso", "the NAME subsidiary Contoso"."""
    words = eyes.row.words
    if place > 1 and words[place - 1] in KEPT and words[place - 2] in NAMES:
        return eyes.name(place - 2)
    is_owned = words[place - 2 : place] == ("-", "owned")
    return eyes.name(place - 3) if is_owned and words[place - 3] in NAMES else None


def _behind(eyes: Gaze, place: int) -> str | None:
    """The name in "Contoso, which is owned by NAME", "Contoso, a unit of NAME"."""
    words = eyes.row.words
    if words[place + 1 : place + 2] != (",",):
        return None
    for at in range(place + 2, min(place + 2 + OWNER_REACH, len(words) - 1)):
        if words[at] in STOPS or words[at] in NAMES or words[at] in NOT_NOW:
            return None
        if (words[at] in OWNED and words[at + 1] == "by") or (
            words[at] in PART and words[at + 1] == "of"
        ):
            return eyes.right(at + 1, NAME_REACH)
    return None
