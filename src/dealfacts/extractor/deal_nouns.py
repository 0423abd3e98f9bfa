"""The sides that a noun of dealing or bidding names: "Northwind's takeover of Contoso".

"The sale of ... to", "an offer from", "the bid made by". Refuses who only rules on a deal.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.assets import asset
from dealfacts.extractor.ballots import BUYER, BY, FAR, FROM, SELLER, TARGET, TO
from dealfacts.extractor.bids_told import OWN, bid_sides, is_by, is_of_nameless
from dealfacts.extractor.gaze import AND
from dealfacts.extractor.pairs import answer, compound, is_two_way, merged, pair
from dealfacts.extractor.purchases import bought
from dealfacts.extractor.tokens import COUNT, MONEY, NAMES, PERCENT
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
OF_ALONE, BETWEEN = frozenset({"of"}), frozenset({"between"})
SHARES = frozenset({"shares", "stock"})
# "it received an unsolicited takeover offer": who receives it is the target
RECEIVED_REACH = 5
AMOUNTS = frozenset({MONEY, PERCENT, COUNT})
ANSWERED = frozenset(
    {"turned", "spurned", "rebuffed", "rejected", "accepted", "snubbed", "refused", "welcomed"}
)
CAPITAL_REACH = 10  # "the entire issued and to be issued share capital of NAME"
# "Northwind is exploring a sale of"
EXPLORE_REACH = 5


@cache
def noun_words() -> frozenset[str]:
    """The words that can name a side here."""
    cues = party_cues()
    return cues.deal_noun | cues.bid_noun | cues.plan


def noun_sides(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides that a noun of dealing or bidding at a row place names."""
    cues = party_cues()
    words = eyes.row.words
    word = words[place]
    is_plan = word in cues.plan and words[place - 1] == "resolution"
    if word not in cues.deal_noun and word not in cues.bid_noun and not is_plan:
        return
    if words[place + 1 : place + 2] and words[place + 1] in RULES:
        return
    if "private" in eyes.row.vocabulary and words[place + 1 : place + 2] == ("with",):
        return  # "to go private in a deal with NAME": who goes private is told by the verb
    both = compound(eyes, place)
    if both is not None:
        yield both[0], BUYER, 2
        yield both[1], TARGET, 3
        return
    joint = eyes.after(place, BETWEEN, 3)
    if joint is not None:
        yield eyes.right(joint, 4), BUYER, 1
        yield _second(eyes, joint), TARGET, 1
        return
    of = _link(eyes, place)
    if of is not None and word in cues.union_noun and (sides := tuple(merged(eyes, of))):
        yield from sides
        return
    bid = tuple(bid_sides(eyes, place, of)) if word in cues.bid_noun or word in cues.plan else ()
    if not bid and is_by(eyes, place, of):
        bid = ((eyes.right(of or place, 4), BUYER, 3),)  # "the $2 million bid of Northwind"
    if bid:
        yield from bid
    elif of is not None:
        yield from _object(eyes, place, of)
        yield from _of_sides(eyes, place, of)
    else:
        yield from _bare_sides(eyes, place)
    is_bid_on = not cues.bid_noun.isdisjoint(words[place + 1 : place + 2])  # "NAME takeover bid"
    if place and words[place - 1] in NAMES and not is_bid_on and not is_two_way(eyes, place):
        # "the Contoso takeover for cash", but "the Northwind takeover of Contoso"
        # and "the Northwind bid for Contoso"
        is_for = of is not None and words[of] == "for"
        is_sum = words[place + 1 : place + 3] == ("of", MONEY)
        is_bid = word in cues.bid_noun and (is_for or is_sum)
        is_of = of is not None and words[of] == "of" and word not in cues.sale_noun
        buys = is_of or is_bid
        yield eyes.name(place - 1), BUYER if buys else TARGET, 1


def _link(eyes: Gaze, place: int) -> int | None:
    """Where "of", "for" or "with" stands before what is dealt in, and not before a price."""
    words, of = eyes.row.words, eyes.after(place, OF, 2)
    if of is None or words[of + 1 : of + 2] != (MONEY,):
        return of
    if words[of] == "of":
        return eyes.after(of + 1, FOR, 3)  # "an offer of $5 million for NAME"
    is_price = words[of] == "for" and words[place] in party_cues().whole_noun
    return None if is_price else of  # "agreed to a buyout for $2 million"


def _by(eyes: Gaze, place: int) -> int | None:
    """Where "by" stands behind a noun, and not before an amount: "upped its bid by 10c a share"."""
    by = eyes.after(place, BY, 3)
    is_amount = by and not AMOUNTS.isdisjoint(eyes.row.words[by + 1 : by + 3])
    return None if is_amount else by


def _object(eyes: Gaze, place: int, of: int) -> Iterator[Side]:
    """What stands behind "the acquisition of", "the sale of its mills to NAME"."""
    words = eyes.row.words
    # what stands behind "to" buys
    is_nameless = words[place] in party_cues().sale_noun and eyes.after(of, TO, FAR) is not None
    if is_nameless and words[of + 1 : of + 2] == ("the",) and words[of + 3 : of + 4] == ("to",):
        # "holders in Contoso backed the sale of the company to Northwind"
        yield eyes.left(place), TARGET, 2
    if not is_nameless or asset(eyes, of) is not None:
        is_capital = "capital" in words[of : of + CAPITAL_REACH]
        yield from bought(eyes, of, CAPITAL_REACH + 3 if is_capital else 6)


def _second(eyes: Gaze, place: int) -> str | None:
    """The second name in "between NAME and NAME" behind a row place."""
    and_ = eyes.beyond(place, AND, 8)
    return eyes.right(and_, 4) if and_ is not None else None


def _bare_sides(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of a noun without "of": "its takeover by NAME", "NAME accepts NAME's offer"."""
    cues = party_cues()
    words = eyes.row.words
    by = _by(eyes, place)
    if by is not None and not ANSWERED.isdisjoint(words[place:by]):
        yield eyes.right(by, 6), TARGET, 2  # "takeover offer turned down by Contoso"
        return
    if by is not None:
        yield eyes.right(by, 6), BUYER, 2
        of = eyes.beyond(by, OF_ALONE, 10) if words[place] in cues.whole_noun else None
        if of is not None and words[of - 1] in NAMES:
            yield eyes.right(of, 4), TARGET, 3  # "completed acquisition by Northwind of Contoso"
            return
        if _is_companys(words, place):
            yield eyes.left(place), TARGET, 2  # "in favour of the company's takeover by"
        elif words[place] in cues.whole_noun:
            yield eyes.left(place), TARGET, 1  # "Contoso agreed to a takeover by"
        if not OWN.isdisjoint(words[max(place - 2, 0) : place]):
            yield eyes.subject(), TARGET, 2  # "Contoso agreed terms for its takeover by"
        return
    to = eyes.after(place, TO, 1) if words[place] in cues.sale_noun else None
    if to is not None and eyes.right(to, 5) is not None:
        # "after its sale to Northwind", but "Contoso approves pumps business sale to"
        what = SELLER if words[place - 1] in cues.part_noun else TARGET
        yield eyes.possessor(place) or eyes.left(place), what, 2
        yield eyes.right(to, 5), BUYER, 2
        return
    if words[place - 1 : place] and words[place - 1] in kind_words("closing"):
        # "as Northwind completes acquisition", "Northwind completes sale"
        yield eyes.left(place), SELLER if words[place] in cues.sale_noun else BUYER, 2
        return
    agent, receiver = answer(eyes, place)
    before = words[max(place - RECEIVED_REACH, 0) : place]
    if not cues.faces.isdisjoint(before):
        receiver = receiver or eyes.left(place)
    if words[place] in cues.bid_noun and not cues.receive.isdisjoint(before):
        receiver = receiver or eyes.left(place)
    yield agent, BUYER, 2
    yield receiver, TARGET, 3
    if words[place] in cues.union_noun and agent is None:
        first, second = pair(eyes, place)
        yield first, BUYER, 1
        yield second, TARGET, 1


def _is_companys(words: tuple[str, ...], place: int) -> bool:
    """Whether a noun has "the company's" before it, or an adjective and that."""
    before = words[max(place - 3, 0) : place]
    sides = kind_words("stands_for_side")
    return any(b == "'s" and a in sides for a, b in pairwise(before))


def _of_sides(eyes: Gaze, place: int, of: int) -> Iterator[Side]:
    """Who buys and sells in "NAME completed the purchase of ..." and "the sale of ... to NAME"."""
    words = eyes.row.words
    if is_of_nameless(eyes, place):
        yield eyes.subject(), TARGET, 2
        return
    agent = eyes.possessor(place)
    is_own = words[of + 1 : of + 2] and words[of + 1] in OWN and words[of + 2 : of + 3] != ("own",)
    if is_own and not SHARES.isdisjoint(words[of + 2 : of + 5]):
        yield eyes.left(place), TARGET, 2  # "announces that the offer for its common shares"
        return
    if is_own and words[place] in party_cues().bid_noun and asset(eyes, of) is not None:
        # "Contoso rejects Northwind bid for its pumps arm": nobody bids for a part of its own
        yield eyes.subject(), SELLER, 3
        yield agent, BUYER, 3
        return
    made = kind_words("closing", "bids")
    if agent is None and not made.isdisjoint(words[max(place - 5, 0) : place]):
        agent = eyes.left(place)
    if agent is None and is_own:
        agent = eyes.left(place)
    if agent is None and not OWN.isdisjoint(words[max(place - 3, 0) : place]):
        agent = eyes.subject() or eyes.left(place)
    cues = party_cues()
    if agent is None:
        near = range(place - 1, max(place - EXPLORE_REACH, 0), -1)
        verb = next((at for at in near if words[at] in cues.explore), None)
        agent = eyes.agent(verb) if verb is not None else None
    if words[place] in cues.sale_noun:
        yield agent, SELLER, 3
        to = eyes.after(of, TO, FAR) or eyes.beyond(of, TO)
        yield eyes.right(to, 6) if to is not None else None, BUYER, 3
        return
    yield agent, BUYER, 3
    if words[place] in cues.bid_noun and (bidder := eyes.beyond(of, FROM, 5)) is not None:
        yield eyes.right(bidder, 4), BUYER, 3  # "the bid for Contoso from Northwind"
        return
    yield from _beyond_of(eyes, of)


def _beyond_of(eyes: Gaze, of: int) -> Iterator[Side]:
    """Who sells and buys behind the object: "the purchase of its club from NAME by NAME"."""
    words = eyes.row.words
    cues = party_cues()
    if words[of + 1 : of + 2] and words[of + 1] in OWN and words[of + 2 : of + 3] == ("club",):
        yield eyes.subject(), TARGET, 2
    origin = eyes.beyond(of, FROM)
    if origin is not None and cues.bid_noun.isdisjoint(words[max(origin - 2, 0) : origin]):
        yield eyes.right(origin, 5), SELLER, 2  # not "a rival bid from NAME"
    later = eyes.after(of + 1, BY, 6) or eyes.after(of + 2, BY, 6)
    if later is None and "capital" in words[of : of + CAPITAL_REACH]:
        later = eyes.beyond(of, BY, CAPITAL_REACH + 4)
    if later and kind_words("ruling").isdisjoint(words[of:later]):
        yield eyes.right(later, 6), BUYER, 3
