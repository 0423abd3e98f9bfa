"""Who bids against the buyer, and which sums are theirs: another bidder's offer is no price.

"Rival bidder Northwind", "beating Fabrikam", "286p a share from Fabrikam". Answers only where the
article names a buyer; who competes in the market counts as well, as none of its sums is the deal's.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.bidders import BIDS, bidder
from dealfacts.extractor.kin import is_of_house
from dealfacts.extractor.own_sides import is_one, is_side
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.tokens import COUNT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.placed import Named

# "rival bidder Northwind", "rivals such as Northwind"
RIVAL_WORDS = 3
# "a rival bid of", "a competing offer worth"; "rival bidder Acme walked away after its"
RIVAL_REACH, BIDDER_REACH = 6, 16
# How far the verb of winning stands before the sum that lost, and before whom it beat.
BEATEN_REACH, OUTBID_REACH, BIDDERS = 16, 6, frozenset({"bidder", "bidders"})
# "286 pence per Acme share that of Beta", "the 845 pence tabled by Beta"
MAKER_REACH, MAKES = 8, frozenset({"by", "from"})
# "$1bn in cash and 153 million Beta shares", "shares of Beta"
SHARES_REACH, SHARES = 14, frozenset({"share", "shares", "stock", COUNT})
OWN_BID = frozenset({("and", "its"), ("with", "its")})
RIVAL = frozenset({"rival", "rivals", "competing", "losing", "second-highest"})


def rivals(contexts: Sequence[Context]) -> frozenset[str]:
    """The names that an article tells as those of bidders or firms against the buyer."""
    found: set[str] = set()
    for context in contexts:
        if context.vocabulary.isdisjoint(RIVAL | figure_words("outbid")):
            continue
        words = context.words
        for named in context.organisations:
            if is_side(context, named.name):
                continue
            near = words[max(named.place - RIVAL_WORDS, 0) : named.place]
            beaten = words[max(named.place - OUTBID_REACH, 0) : named.place]
            if not (RIVAL.isdisjoint(near) and figure_words("outbid").isdisjoint(beaten)):
                found.add(named.name)
    return frozenset(found)


def is_rival(context: Context, named: Named) -> bool:
    """Whether a name is told as that of a bidder against the buyer: "rival bidder Northwind"."""
    if is_side(context, named.name):
        return False
    before = context.words[max(named.place - RIVAL_WORDS, 0) : named.place]
    return named.name in context.story.rivals or not figure_words("rivals").isdisjoint(before)


def is_rivals(context: Context, place: int) -> bool:
    """Whether the sum is what another bidder offered: "beat a rival bid of $2 billion"."""
    words = context.words
    near = words[max(place - RIVAL_REACH, 0) : place]
    if words[place + 1 : place + 2] == ("from",) and not BIDS.isdisjoint(near):
        maker = between(context.organisations, place + 2, place + 2)
        acquirer = context.parties.acquirer
        return bool(maker) and acquirer is not None and not is_one(maker[0].name, acquirer)
    told = [at for at, word in enumerate(near) if word in figure_words("rival_offer")]
    offers = groups()["offer_noun"]
    if told and _is_own_bid(near[told[-1] :]):
        return False
    if told and not offers.isdisjoint((*near[told[-1] :], *words[place + 1 : place + 2])):
        return True
    if _is_beaten(context, place) or _is_bid_of_other(context, place):
        return True
    if _is_made_by_other(context, place) or _is_with_others_shares(context, place):
        return True
    bidder = last_before(context.organisations, place)
    if bidder is None or place - bidder.place >= BIDDER_REACH:
        return False
    return is_rival(context, bidder) and not _is_own_bid(words[bidder.place : place])


def _is_outsider(context: Context, named: Named) -> bool:
    """Whether a name is no side of a deal whose sides are known."""
    parties = context.parties
    is_known = parties.acquirer is not None and parties.target is not None
    return is_known and not parties.by_funding and not is_side(context, named.name)


def _is_made_by_other(context: Context, place: int) -> bool:
    """Whether the words say that an outsider offers it: "203p that of Beta", "From Beta came"."""
    words = context.words
    opens = between(context.organisations, 1, 2) if words[:1] == ("from",) else ()
    if opens and words[opens[0].place + 1 : place] == ("came",):
        return _is_outsider(context, opens[0])
    is_given = words[place + 1 : place + 2] == ("from",) and context.story.main_round is None
    if is_given and words[place - 1] not in {"for", "at"}:
        giver = between(context.organisations, place + 2, place + 3)
        if giver and not context.is_heading and _is_outsider(context, giver[0]):
            return not is_of_house(context, giver[0].name)
    last = min(place + MAKER_REACH, len(words))
    for at in range(place + 1, last):
        if words[at] in {",", ";", "."}:
            return False
        is_that = words[at - 1 : at + 1] == ("that", "of")
        if is_that or (words[at] in MAKES and words[at - 1] in figure_words("tabled")):
            maker = between(context.organisations, at + 1, at + 2)
            return bool(maker) and _is_outsider(context, maker[0])
    return False


def _is_with_others_shares(context: Context, place: int) -> bool:
    """Whether shares of an outsider come on top: "$1bn in cash, and 153m Beta shares"."""
    words = context.words
    if words[place + 1 : place + 3] != ("in", "cash"):
        return False
    behind = between(context.organisations, place + 3, place + SHARES_REACH)
    return bool(behind) and all(
        _is_outsider(context, each)
        and not SHARES.isdisjoint(words[max(each.place - 3, 0) : each.place + 2])
        for each in behind[:1]
    )


def _is_bid_of_other(context: Context, place: int) -> bool:
    """Whether another bids it: "Beta's bid was worth $2bn", "the $2bn tabled by Beta"."""
    if context.parties.acquirer is None:
        return False
    maker = bidder(context, place)
    return (
        maker is not None
        and not is_side(context, maker.name)
        and not is_of_house(context, maker.name)
    )


def _is_beaten(context: Context, place: int) -> bool:
    """Whether it is the bid that lost: "beating a group whose bid was", "the losing bid was"."""
    before = context.words[max(place - BEATEN_REACH, 0) : place]
    bids = [at for at, word in enumerate(before) if word in BIDS | BIDDERS]
    if not bids:
        return False
    won = [at for at, word in enumerate(before) if word in figure_words("outbid")]
    if won and won[-1] < bids[-1] and not _is_own_bid(before[won[-1] : bids[-1]]):
        return True
    if context.words[:1] == ("while",) and any(before[at - 1] == "second" for at in bids if at):
        return True  # "While Acme bid $9m, the second bid was for $7m"
    return any(before[at - 1] in figure_words("losing") for at in bids if at)


def _is_own_bid(words: tuple[str, ...]) -> bool:
    """Whether the bid is the winner's: "beats Beta, and its offer is", "beat two with its bid"."""
    return any(pair in OWN_BID for pair in pairwise(words))
