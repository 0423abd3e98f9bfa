"""Who bids for what, as a noun of bidding tells: "an offer from NAME", "the bid of NAME for NAME".

Refuses to take who rules on a bid for who makes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.assets import asset
from dealfacts.extractor.ballots import ASSET, BUYER, BY, FROM, SELLER, TARGET, TO
from dealfacts.extractor.gaze import PRONOUNS, RELATIVE
from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import party_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.ballots import Side
    from dealfacts.extractor.gaze import Gaze

FOR = frozenset({"for"})
OWN = frozenset({"its", "their", "his", "her"})
# "a consortium that has raised its takeover proposal": how far before the noun
NAMELESS_REACH = 8
IT_REACH = 4  # "it has accepted a proposal from"


def bid_sides(eyes: Gaze, place: int, of: int | None) -> Iterator[Side]:
    """Who bids and for whom: "an offer from NAME", "the bid of NAME for NAME", "announced by"."""
    words = eyes.row.words
    bidder = eyes.after(place, FROM, 6)
    if bidder is not None and words[bidder + 1 : bidder + 2] != (MONEY,):  # "to 450p from 425p"
        yield eyes.right(bidder, 3), BUYER, 3
        yield from _asked(eyes, place, bidder)
        return
    aim = _aim(eyes, of)
    if aim is not None:
        yield eyes.right(place, 4), BUYER, 3
        yield eyes.right(aim, 4), TARGET, 3
        return
    to = eyes.after(place, TO, 3)
    if to is not None and not party_cues().voters.isdisjoint(words[to + 1 : to + 4]):
        yield eyes.possessor(place), BUYER, 2
        yield eyes.right(to, 5), TARGET, 2
    made = _made_by(eyes, place) if of is None and eyes.after(place, BY, 3) is None else None
    if made is not None:
        yield eyes.right(made, 4), BUYER, 3


def _asked(eyes: Gaze, place: int, bidder: int) -> Iterator[Side]:
    """What an offer from NAME is for: the name before it, or a part of that one."""
    words = eyes.row.words
    aim = eyes.beyond(bidder, FOR, 8)
    is_part = aim is not None and not OWN.isdisjoint(eyes.row.words[aim + 1 : aim + 2])
    part = asset(eyes, aim) if aim is not None and is_part else None
    if part is None:
        is_it = not PRONOUNS.isdisjoint(words[max(place - IT_REACH, 0) : place])
        yield eyes.left(place) or (eyes.first(place) if is_it else None), TARGET, 2
        return
    yield eyes.left(place), SELLER, 3  # "rejects an offer from Northwind for its pumps arm"
    yield part.name, TARGET, 3
    yield part.phrase, ASSET, 3


def is_by(eyes: Gaze, place: int, of: int | None) -> bool:
    """Whether "of" behind a bid names who bids; what is pursued is the target."""
    words = eyes.row.words
    return (
        of is not None
        and words[of] == "of"
        and words[place] in {"bid", "offer", "proposal", "plan"}
    )


def _aim(eyes: Gaze, of: int | None) -> int | None:
    """Where "for" stands behind the bidder in "the bid of NAME for NAME"."""
    if of is None or eyes.row.words[of] != "of":
        return None
    return eyes.beyond(of, FOR, 6)


def _made_by(eyes: Gaze, place: int) -> int | None:
    """Where "by" stands in "the partial tender offer at 710p per share announced by NAME"."""
    words = eyes.row.words
    by = eyes.after(place, BY, 10)
    return by if by is not None and words[by - 1] in kind_words("closing") else None


def is_of_nameless(eyes: Gaze, place: int) -> bool:
    """Whether "its" means a bidder without a name: "to a consortium that has raised its offer"."""
    words = eyes.row.words
    cues = party_cues()
    bidders = cues.group_noun | cues.suitors
    low = max(place - NAMELESS_REACH, 1)
    near = range(place - 1, low, -1)
    return not OWN.isdisjoint(words[max(place - 3, 0) : place]) and any(
        words[at] in RELATIVE and words[at - 1] in bidders for at in near
    )
