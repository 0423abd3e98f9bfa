"""The sides that a key or a noun for a side names: "Acquirer: NAME", "the sellers are NAME".

Refuses a name that further words part from its key.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, SELLER, TARGET
from dealfacts.extractor.tokens import NAMES
from dealfacts.lexicon.parties import party_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.ballots import Side
    from dealfacts.extractor.gaze import Gaze

# Between a word for who sells and the name: "the sellers are NAME" and "the vendor, NAME" do.
SELLER_LINKS = frozenset({"are", "is", "were", "was", ",", ":"})
# what stands between a key and the name: "Acquirer: NAME", "the buyer is NAME"
KEY_LINKS = frozenset({":", "is", "was"})
KEYED_REACH = 5


@cache
def keyed_words() -> frozenset[str]:
    """The words that can name a side here."""
    cues = party_cues()
    return cues.seller_noun | cues.buyer_noun | cues.target_noun


def keyed_sides(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides that the key or noun at a row place names."""
    words = eyes.row.words
    if words[place] in party_cues().seller_noun:
        yield from _sellers(eyes, place)
    if words[place + 2 : place + 3] and words[place + 1] in KEY_LINKS:
        yield from _keyed(eyes, place)


def _keyed(eyes: Gaze, place: int) -> Iterator[Side]:
    """The side that a key of a fact box names: "Acquirer: Northwind"."""
    cues = party_cues()
    word = eyes.row.words[place]
    for words, role in ((cues.buyer_noun, BUYER), (cues.target_noun, TARGET)):
        if word in words:
            # "the buyer is Polish utility NAME"
            reach = 1 if eyes.row.words[place + 1] == ":" else KEYED_REACH
            yield eyes.right(place + 1, reach), role, 3


def _sellers(eyes: Gaze, place: int) -> Iterator[Side]:
    """Who sells in "the sellers are Contoso and Fabrikam", "the vendor, Contoso,"."""
    behind = eyes.row.words[place + 1 : place + 4]
    if behind[:1] and behind[0] in SELLER_LINKS and not NAMES.isdisjoint(behind[1:]):
        yield eyes.right(place + 1, 3), SELLER, 3
