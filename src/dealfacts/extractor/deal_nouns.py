"""The sides that a noun of dealing or bidding names: "Northwind's takeover of Contoso".

"The sale of ... to", "an offer from", "the bid made by". Refuses who only rules on a deal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.assets import asset
from dealfacts.extractor.ballots import BUYER, BY, FAR, FROM, SELLER, TARGET, TO
from dealfacts.extractor.gaze import NAMES
from dealfacts.extractor.purchases import bought
from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import party_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.ballots import Side
    from dealfacts.extractor.gaze import Gaze

OF = frozenset({"of", "for", "with"})
FOR = frozenset({"for"})
# "the regulator's takeover code": rules for deals, and no deal
RULES = frozenset({"code", "codes", "panel", "rules", "regulations", "law", "laws", "directive"})
# "as it signals pursuit of NAME"
SIGNALLING = frozenset({"signals", "signalled", "mulls", "weighs", "considers", "plots", "eyes"})
OWN = frozenset({"its", "their", "his", "her"})
# "it received an unsolicited takeover offer": who receives it is the target
RECEIVED_REACH = 5


def noun_sides(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides that a noun of dealing or bidding at a row place names."""
    cues = party_cues()
    words = eyes.row.words
    word = words[place]
    if word not in cues.deal_noun and word not in cues.bid_noun:
        return
    if words[place + 1 : place + 2] and words[place + 1] in RULES:
        return
    both = eyes.compound(place)
    if both is not None:
        yield both[0], BUYER, 2
        yield both[1], TARGET, 3
        return
    of = eyes.after(place, OF, 2)
    if of is not None and words[of] == "of" and words[of + 1 : of + 2] == (MONEY,):
        of = eyes.after(of + 1, FOR, 3)  # "an offer of $5 million for NAME"
    bid = tuple(_bid_sides(eyes, place, of)) if word in cues.bid_noun else ()
    if bid:
        yield from bid
    elif of is not None:
        # "the sale of its mills to Northwind": what stands behind "to" buys
        is_nameless = word in cues.sale_noun and eyes.after(of, TO, FAR) is not None
        if not is_nameless or asset(eyes, of) is not None:
            yield from bought(eyes, of, 6)
        yield from _of_sides(eyes, place, of)
    else:
        yield from _bare_sides(eyes, place)
    if place and words[place - 1] in NAMES:
        # "the Contoso takeover for cash", but "the Northwind takeover of Contoso"
        buys = of is not None and words[of] == "of" and word not in cues.sale_noun
        yield eyes.name(place - 1), BUYER if buys else TARGET, 1


def _bid_sides(eyes: Gaze, place: int, of: int | None) -> Iterator[Side]:
    """Who bids and for whom: "an offer from NAME", "the bid of NAME for NAME", "announced by"."""
    bidder = eyes.after(place, FROM, 6)
    if bidder is not None:
        yield eyes.right(bidder, 3), BUYER, 3
        yield eyes.left(place), TARGET, 2
        return
    aim = _aim(eyes, of)
    if aim is not None:
        yield eyes.right(place, 4), BUYER, 3
        yield eyes.right(aim, 4), TARGET, 3
        return
    made = _made_by(eyes, place) if of is None and eyes.after(place, BY, 3) is None else None
    if made is not None:
        yield eyes.right(made, 4), BUYER, 3


def _bare_sides(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of a noun without "of": "its takeover by NAME", "NAME accepts NAME's offer"."""
    cues = party_cues()
    words = eyes.row.words
    by = eyes.after(place, BY, 3)
    if by is not None:
        yield eyes.right(by, 6), BUYER, 2
        if not OWN.isdisjoint(words[max(place - 2, 0) : place]):
            yield eyes.subject(), TARGET, 2  # "Contoso agreed terms for its takeover by"
        return
    if words[place - 1 : place] and words[place - 1] in kind_words("closing"):
        # "as Northwind completes acquisition", "Northwind completes sale"
        yield eyes.left(place), SELLER if words[place] in cues.sale_noun else BUYER, 2
        return
    agent, receiver = eyes.answer(place)
    before = words[max(place - RECEIVED_REACH, 0) : place]
    if words[place] in cues.bid_noun and not cues.receive.isdisjoint(before):
        receiver = receiver or eyes.left(place)
    yield agent, BUYER, 2
    yield receiver, TARGET, 3
    if words[place] in cues.union_noun and agent is None:
        first, second = eyes.pair(place)
        yield first, BUYER, 1
        yield second, TARGET, 1


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


def _of_sides(eyes: Gaze, place: int, of: int) -> Iterator[Side]:
    """Who buys and sells in "NAME completed the purchase of ..." and "the sale of ... to NAME"."""
    words = eyes.row.words
    agent = eyes.possessor(place)
    if agent is None and not kind_words("closing").isdisjoint(words[max(place - 5, 0) : place]):
        agent = eyes.left(place)
    if agent is None and words[of + 1 : of + 2] and words[of + 1] in OWN:
        agent = eyes.left(place)
    if agent is None and not OWN.isdisjoint(words[max(place - 3, 0) : place]):
        agent = eyes.subject() or eyes.left(place)
    if agent is None and words[place] in party_cues().bid_noun and words[place - 1] in SIGNALLING:
        agent = eyes.agent(place - 1)
    if words[place] in party_cues().sale_noun:
        yield agent, SELLER, 3
        to = eyes.after(of, TO, FAR) or eyes.beyond(of, TO)
        yield eyes.right(to, 6) if to is not None else None, BUYER, 3
        return
    yield agent, BUYER, 3
    origin = eyes.beyond(of, FROM)
    bids = party_cues().bid_noun
    if origin is not None and bids.isdisjoint(words[max(origin - 2, 0) : origin]):
        yield eyes.right(origin, 5), SELLER, 2  # not "a rival bid from NAME"
    later = eyes.after(of + 1, BY, 6) or eyes.after(of + 2, BY, 6)
    if later and kind_words("ruling").isdisjoint(words[of:later]):
        yield eyes.right(later, 6), BUYER, 3
