"""Sums that belong to neither side of the deal: a market's, the merged company's, a rival bidder's.

Answers with whose sum it is, or None; leaves alone what the article's own sides pay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.described import UNION
from dealfacts.extractor.own_sides import is_one, is_side
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.which_deal import is_rival
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How far "create" stands before the size of a merged group, and "group" behind it.
MADE_REACH = 4
# How far the verb of raising stands before what a market raises.
MARKET_REACH = 4
# "a rival bid of", "a competing offer worth"; "rival bidder Acme walked away after its"
RIVAL_REACH, BIDDER_REACH = 6, 16
# How far the verb of winning stands before the sum that lost.
BEATEN_REACH, BIDDERS = 16, frozenset({"bidder", "bidders"})
# "a bid of $3.9 billion from Acme" that is no side of the deal
BIDS = frozenset({"bid", "offer", "proposal", "approach"})
# "Beta's cash-and-stock bid": how far who makes it stands before the noun
OWNER_REACH, OF = 5, frozenset({"'s", "'", "’s"})


def _is_of_market(context: Context, place: int) -> bool:
    """Whether a whole industry raises or draws the money: "the sector has raised $20 billion"."""
    words = context.words
    near = range(place - 1, max(place - MARKET_REACH, 0), -1)
    verb = next((at for at in near if words[at] in groups()["raise"]), 0)
    before = words[max(verb - 2, 0) : verb]
    return not figure_words("whole_markets").isdisjoint(before)


def is_size_of_union(context: Context, place: int) -> bool:
    """Whether it is the size of what a merger makes: "to create a $38 billion chemicals group"."""
    words = context.words
    made = figure_words("made").intersection(words[place + 1 : place + 1 + MADE_REACH])
    makes = figure_words("creating").intersection(words[max(place - MADE_REACH, 0) : place])
    return bool(made and makes)


def _is_rival(context: Context, place: int) -> bool:
    """Whether the sum is what another bidder offered: "beat a rival bid of $2 billion"."""
    near = context.words[max(place - RIVAL_REACH, 0) : place]
    if context.words[place + 1 : place + 2] == ("from",) and not BIDS.isdisjoint(near):
        maker = between(context.organisations, place + 2, place + 2)
        acquirer = context.parties.acquirer
        return bool(maker) and acquirer is not None and not is_one(maker[0].name, acquirer)
    rivals = [at for at, word in enumerate(near) if word in figure_words("rival_offer")]
    if rivals and not groups()["offer_noun"].isdisjoint(near[rivals[-1] :]):
        return True
    if _is_beaten(context, place) or _is_bid_of_other(context, place):
        return True
    bidder = last_before(context.organisations, place)
    return bidder is not None and place - bidder.place < BIDDER_REACH and is_rival(context, bidder)


def _is_bid_of_other(context: Context, place: int) -> bool:
    """Whether it is what another bids: "Beta's cash-and-stock bid was worth $2 billion"."""
    words, acquirer = context.words, context.parties.acquirer
    near = range(place - 1, max(place - RIVAL_REACH, 0), -1)
    noun = next((at for at in near if words[at] in BIDS), 0)
    if acquirer is None or not noun:
        return False
    owned = next(
        (at for at in range(noun - 1, max(noun - OWNER_REACH, 0), -1) if words[at] in OF), 0
    )
    maker = between(context.organisations, owned - 1, owned - 1) if owned else ()
    return bool(maker) and not is_side(context, maker[0].name)


def _is_beaten(context: Context, place: int) -> bool:
    """Whether it is the bid that lost: "beating a group whose bid was", "the losing bid was"."""
    before = context.words[max(place - BEATEN_REACH, 0) : place]
    bids = [at for at, word in enumerate(before) if word in BIDS | BIDDERS]
    if not bids:
        return False
    won = [at for at, word in enumerate(before) if word in figure_words("outbid")]
    if won and won[-1] < bids[-1]:
        return True
    if context.words[:1] == ("while",) and any(before[at - 1] == "second" for at in bids if at):
        return True  # "While Acme bid $9m, the second bid was for $7m"
    return any(before[at - 1] in figure_words("losing") for at in bids if at)


def apart(context: Context, place: int) -> str | None:
    """Whose sum it is, where it is neither side's: a market's, the merged company's, a rival's."""
    if _is_of_market(context, place):
        return "a market"
    if is_size_of_union(context, place):
        return UNION
    return "a rival's offer" if _is_rival(context, place) else None
