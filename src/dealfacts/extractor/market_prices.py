"""What the market paid for a share, and whose shares they are.

"Friday's close", with no name near, is that of the side that is spoken of, and behind "a premium
of" that of the company that is bid for. Refuses places of trade ("on the Example Exchange").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import topics
from dealfacts.extractor.holdings import bidden_for
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import last_before
from dealfacts.extractor.tokens import ORGANISATION, PERCENT
from dealfacts.lexicon.cues import groups

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.readings import Reading

# How far before a price the words stand that measure an offer against it, and whose it is.
CONTEXT_REACH, OWN_REACH = 40, 6
# How far behind it who closed at it is named.
CLOSED_REACH = 4
OPENING = 3
# How many places of trade are passed over.
VENUES = 2
# What an offer does to the price that it is measured against, and how that is called.
MEASURED = frozenset({"premium", "discount", "exceeds", "exceeded"})
AGAINST = frozenset({"below", "above", "over", "under", "to", "against"})
CLOSES = frozenset({"close", "closing", "closed"})

SHARE_PRICE = ("share_price",)
# how far what moved stands right before its price, and the sentence that speaks of shares
BEHIND_REACH = 4
# how far a company stands before the price that it moved to, and what moves that is no share
MOVED_REACH, PAID_OUT = 14, frozenset({"dividend", "dividends", "payout", "fee", "fees"})
NO_SHARES = frozenset({"dividend", "price", "prices", "fee", "fees", "wage", "rate", "target"})
# Two readings whose strengths differ by less are nearly as good as each other.
NEARLY = 4


def traded(context: Context, place: int) -> str:
    """Whose shares have the market price at a row place; without a name those of a side."""
    words = context.words
    behind = words[place + 1 : place + CLOSED_REACH]
    if behind[1:2] == ("which",) and behind[2:] == (ORGANISATION,):
        return context.name_at(place + CLOSED_REACH - 1)  # "the $9 at which Acme closed"
    named = last_before(context.organisations, place)
    for _ in range(VENUES):
        if named is not None and _is_venue(words, named.place):
            named = last_before(context.organisations, named.place)
    own = () if named is None else words[named.place + 1 : place]
    if named is not None and len(own) < OWN_REACH and "'s" in own:
        return named.name  # "a premium of 49% to Acme's closing price of $9"
    if _is_base(words, place):
        return bidden_for(context, place)
    if named is not None:
        return named.name
    told = topics.topic(context)
    return told if is_side(context, told) or _opens(context, told) else topics.side_before(context)


def _opens(context: Context, name: str) -> bool:
    """Whether the opening of the article names a company: no analyst's firm, no authority."""
    opening = context.story.contexts[:OPENING]
    return any(each.name == name for one in opening for each in one.organisations)


def _is_base(words: tuple[str, ...], place: int) -> bool:
    """Whether an offer is measured against the price: "42% above Friday's close of $6"."""
    before = words[max(place - CONTEXT_REACH, 0) : place]
    if not MEASURED.isdisjoint(before):
        return True
    share = before.index(PERCENT) if PERCENT in before else len(before)
    beaten = before[share + 1 : share + 2]
    return bool(beaten) and beaten[0] in AGAINST and not CLOSES.isdisjoint(before[share:])


def _is_venue(words: tuple[str, ...], at: int) -> bool:
    """Whether a name says where shares are traded: "on the Example Exchange"."""
    return words[at - 1] == "on" or words[max(at - 2, 0) : at] == ("on", "the")


def as_traded(figure: Figure, strongest: Reading) -> Reading:
    """What the market paid, where the words read nearly as well so: "traded at $9 apiece"."""
    return next(
        (
            each
            for each in figure.meanings
            if each.block.attribute in SHARE_PRICE
            and each.block.about == "market"
            and each.score >= strongest.score - NEARLY
        ),
        strongest,
    )


def is_of_a_share(context: Context, place: int) -> bool:
    """Whether a price that moves is that of shares: they or their company are what moved."""
    if not PAID_OUT.isdisjoint(context.words[max(place - MOVED_REACH, 0) : place]):
        return False  # "the dividend went up 5% to 12p"
    movers = context.words[max(place - BEHIND_REACH, 0) : place]
    if ORGANISATION in movers or _is_moved(context, place):
        return True
    return not groups()["shares"].isdisjoint(around(context, place))


def _is_moved(context: Context, place: int) -> bool:
    """Whether a company is what moved: "Acme, for its part, eased 30p, or 0.6 per cent, to $9"."""
    named = last_before(context.organisations, place)
    if named is None or place - named.place > MOVED_REACH:
        return False
    own = context.words[named.place + 1 : place]
    return (
        own[:1] not in {("'s",), ("'",)}
        and NO_SHARES.isdisjoint(own)
        and not groups()["move"].isdisjoint(own)
    )


def around(context: Context, place: int) -> tuple[str, ...]:
    """The words around a place in this sentence, and the last ones of the sentence before it."""
    before = context.previous.words[-CONTEXT_REACH:] if context.previous is not None else ()
    return (*before, *context.words[max(place - CONTEXT_REACH, 0) : place + CONTEXT_REACH])
