"""The sides that a contest for a company names: who swoops on it, wins it, is beaten or chosen.

"Northwind swoops on Contoso", "won the auction for Contoso", "preferred bidder for Contoso",
"trumps Fabrikam's offer for Contoso". Refuses to take who is beaten for a buyer.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, SELLER, TARGET
from dealfacts.extractor.tokens import NAMES
from dealfacts.lexicon.parties import party_cues
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.ballots import Side
    from dealfacts.extractor.gaze import Gaze

OF, FOR_SALE = frozenset({"of"}), "sale"
FOR, WITH = frozenset({"for"}), frozenset({"with"})
ON_FOR = frozenset({"on", "for"})
# "the winner in the disinvestment of Contoso", "the preferred bidder for Contoso"
FOR_OF = frozenset({"for", "of"})
# How far before a contest its verb stands, and before a bidder what makes it the chosen one.
VERB_REACH, CHOSEN_REACH = 5, 2
# "trumps Fabrikam's offer", "topping a rival offer from Fabrikam"
BEATEN_REACH = 9
# "has increased its previous cash offer"
BETTER_REACH = 5
ARTICLES = frozenset({"the", "a", "an", "its"})
# "NAME had also looked at buying Contoso"
HAD = frozenset({"had"})
LOOKED = frozenset({"looked", "considered", "weighed", "wanted", "hoped", "tried", "sought"})
# "NAME”, a rival private equity firm"
A_RIVAL, RIVAL_REACH = ("a", "rival"), 5


@cache
def contest_words() -> frozenset[str]:
    """The words that can name a side here: most words of dealing cannot."""
    cues = party_cues()
    contest = cues.strike | cues.contest | cues.chosen_noun | cues.suitors
    return contest | cues.better | cues.outbid | cues.talks | cues.plays | {FOR_SALE}


def contest_sides(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides that a word of striking, winning, choosing or beating at a row place names."""
    words = eyes.row.words
    word = words[place]
    cues = party_cues()
    if word in cues.strike and words[place + 1 : place + 2] and words[place + 1] in ON_FOR:
        yield from _won(eyes, eyes.possessor(place) or eyes.agent(place), place + 1)
    if word in cues.plays and words[place + 1 : place + 2] == ("for",):
        bidder = eyes.possessor(place)  # "Northwind's $2 million play for Contoso"
        yield from _won(eyes, bidder, place + 1) if bidder else ()
    if word in cues.contest:
        yield from _contested(eyes, place)
    if word in cues.better and words[place - 1] not in ARTICLES:
        yield from _bettering(eyes, place)
    if word in cues.chosen_noun and _is_chosen(words, place):
        of = eyes.after(place, FOR_OF, 6)
        yield eyes.left(place), BUYER, 2
        yield eyes.right(of, 4) if of is not None else None, TARGET, 3
    elif word in cues.suitors and (for_ := eyes.after(place, FOR, 1)) is not None:
        yield eyes.right(for_, 4), TARGET, 2
    if word in cues.outbid and _is_for_bid(words, place):
        yield eyes.agent(place), BUYER, 2
    if word in cues.talks and (owner := _talked_to(eyes, place)) is not None:
        yield eyes.left(place), BUYER, 2
        yield owner, SELLER, 3
    if word == FOR_SALE and words[place - 1] == "for":
        put = _before(words, place, cues.put_up, VERB_REACH + 1)
        yield eyes.left(put) if put is not None and not eyes.has_be(put) else None, SELLER, 2


def _contested(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of "won the auction for Contoso", "Northwind wins Contoso takeover battle"."""
    cues = party_cues()
    words = eyes.row.words
    won = _before(words, place, cues.win, VERB_REACH)
    if won is None:
        return
    for_ = eyes.after(place, ON_FOR, 3)
    if for_ is not None:
        yield from _won(eyes, eyes.agent(won), for_)
    elif words[place - 1] in cues.deal_noun and words[place - 2] in NAMES:
        yield eyes.agent(won), BUYER, 3
        yield eyes.name(place - 2), TARGET, 3


def _bettering(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of "raises its previous offer", "sweetens Contoso bid"."""
    words = eyes.row.words
    bids = party_cues().bid_noun
    reach = range(place + 1, min(place + 1 + BETTER_REACH, len(words)))
    bid = next((at for at in reach if words[at] in bids), None)
    if bid is None:
        return
    yield eyes.agent(place), BUYER, 2
    if words[bid - 1] in NAMES:
        yield eyes.name(bid - 1), TARGET, 2


def _won(eyes: Gaze, buyer: str | None, place: int) -> Iterator[Side]:
    """The sides of "won the auction for NAME", whose last word stands at a row place.

    Nobody's part and no thing: "swooped on a depot of NAME" is no purchase.
    """
    target = eyes.right(place, 4)
    if target is not None and eyes.after(place, OF, 4) is None:
        yield buyer, BUYER, 2
        yield target, TARGET, 3


def _talked_to(eyes: Gaze, place: int) -> str | None:
    """With whom one talks about buying something else: "in talks with NAME to buy NAME"."""
    cues = party_cues()
    with_ = eyes.after(place, WITH, 2)
    name = eyes.right(with_, 3) if with_ is not None else None
    bought = (
        eyes.beyond(with_, either(cues.buy, cues.whole_noun), 12) if with_ is not None else None
    )
    if name is None or bought is None:
        return None
    object_ = eyes.right(bought, 6)
    return name if object_ is not None and object_ != name else None


def _before(words: tuple[str, ...], place: int, wanted: frozenset[str], reach: int) -> int | None:
    """The nearest of some words at most `reach` places before a row place."""
    low = max(place - reach, 0)
    return next((at for at in range(place - 1, low - 1, -1) if words[at] in wanted), None)


def _is_chosen(words: tuple[str, ...], place: int) -> bool:
    """Whether a bidder is the one that is chosen, and no other: "the preferred bidder"."""
    if words[place] == "winner":
        return True
    return _before(words, place, party_cues().chosen, CHOSEN_REACH) is not None


def _is_for_bid(words: tuple[str, ...], place: int) -> bool:
    """Whether a bid or a contest is what somebody is beaten in, and no market or match."""
    cues = party_cues()
    behind = words[place + 1 : place + 1 + BEATEN_REACH]
    named = either(NAMES, cues.rival, cues.suitors)  # "trumped an offer from a rival suitor"
    return not either(cues.bid_noun, cues.contest).isdisjoint(behind) and not named.isdisjoint(
        behind
    )


def no_buyers(eyes: Gaze) -> frozenset[str]:
    """Who is beaten, a rival or talked to in a sentence: the nearest name behind a word for it.

    "Trumps NAME's offer", "a rival bid from NAME", "in talks with NAME to buy"; a rival that bids
    for nothing may be the buyer.
    """
    cues = party_cues()
    words = eyes.row.words
    if eyes.row.vocabulary.isdisjoint(either(cues.outbid, cues.rival, cues.talks, HAD)):
        return frozenset()
    losing = list(eyes.row.places(cues.outbid))
    bidding = either(cues.bid_noun, cues.group_noun, cues.suitors)
    losing += [
        at + 1
        for at in eyes.row.places(cues.rival)
        if words[at + 1 : at + 2] and words[at + 1] in bidding
    ]
    found: set[str] = set()
    for place in losing:
        reach = range(place + 1, min(place + BEATEN_REACH, len(words)))
        at = next((at for at in reach if words[at] in NAMES), None)
        if at is not None:
            found.add(eyes.name(at))
    found |= {
        eyes.name(at)
        for place in eyes.row.places(cues.rival)
        if words[place - 1 : place + 1] == A_RIVAL
        for at in range(max(place - RIVAL_REACH, 0), place)
        if words[at] in NAMES
    }
    found |= {
        eyes.name(at - 1)
        for at in eyes.row.places(HAD)
        if words[at - 1] in NAMES and not LOOKED.isdisjoint(words[at + 1 : at + 3])
    }
    told = (_talked_to(eyes, at) for at in eyes.row.places(cues.talks))
    return frozenset(found | {name for name in told if name is not None})
