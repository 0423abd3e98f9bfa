"""Who becomes the owner of what: "will become the owner of NAME", "passed into the hands of NAME".

Refuses shareholders that are not told to be the new, the majority or the only one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, TARGET
from dealfacts.extractor.tokens import NAMES
from dealfacts.lexicon.parties import party_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.ballots import Side
    from dealfacts.extractor.gaze import Gaze

BECOME = frozenset({"become", "becomes", "became", "becoming"})
OF, OWNER_REACH, OWN_OF = frozenset({"of", "in"}), 7, "its"
# "Contoso passed into the hands of a group led by Northwind"
HANDS, HANDS_REACH = ("into", "the", "hands", "of"), 8


def new_owners(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides that a word for an owner, or for passing on, names."""
    if eyes.row.words[place] in party_cues().owner:
        yield from _ownership(eyes, place)
    elif eyes.row.words[place + 1 : place + 1 + len(HANDS)] == HANDS:
        yield eyes.left(place), TARGET, 3
        yield eyes.right(place + len(HANDS), HANDS_REACH), BUYER, 3


def _ownership(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of "will become the new owner of NAME", "became its majority shareholder"."""
    words = eyes.row.words
    near = range(place - 1, max(place - OWNER_REACH, 0) - 1, -1)
    verb = next((at for at in near if words[at] in BECOME), None)
    if verb is None:
        yield from _new_owner(eyes, place)
        return
    if words[place] == "shareholder" and party_cues().owning.isdisjoint(words[verb:place]):
        return
    owned = eyes.after(place, OF, 1)
    yield eyes.left(verb), BUYER, 2
    if owned is None and words[place - 1] != "the" and OWN_OF in words[verb:place]:
        yield eyes.subject(), TARGET, 2  # "Contoso said Northwind would become its top holder"
    if owned is not None and words[owned + 1 : owned + 2] and words[owned + 1] in NAMES:
        yield eyes.name(owned + 1), TARGET, 3


def _new_owner(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of "Northwind, the new owner of Contoso", "Contoso has a new owner: Northwind"."""
    words = eyes.row.words
    if words[place] != "owner" or "new" not in words[max(place - 2, 0) : place]:
        return
    of = eyes.after(place, OF, 1)
    if of is not None and words[of + 1 : of + 2] and words[of + 1] in NAMES:
        yield eyes.left(place, OWNER_REACH), BUYER, 2
        yield eyes.name(of + 1), TARGET, 2
    elif words[place + 1 : place + 2] == (":",):
        yield eyes.left(place, OWNER_REACH), TARGET, 2
        yield eyes.right(place + 1, 2), BUYER, 2
