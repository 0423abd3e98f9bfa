"""Prices of a share that are no part of the article's offer: what rivals bid, what others pay.

Shares first sold to the public, bonds that turn into shares, bids of companies without a name and
of companies that are no side. Leaves open what the market paid.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.earlier_offers import OFFERED
from dealfacts.extractor.others_sums import is_paid_by_outsider
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import DATE
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.values import Money

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context, Figure

# How near to a price the words stand that say what it is a price of.
BEFORE_REACH = 7
AGAINST = frozenset({"below", "above", "over", "under", "to", "against"})
# What a bond becomes: "at a price of $9 apiece the notes can be turned into stock".
BONDS = frozenset(
    {"options", "warrants", "notes", "bonds", "convertible", "convertibles", "debentures"}
)
TURNED = frozenset(
    {
        "granted",
        "exercised",
        "exercisable",
        "turned",
        "converted",
        "convert",
        "conversion",
        "exchanged",
    }
)
# How far before a price the listing is told at which shares were first sold.
LISTING_REACH = 20
RIVAL_REACH, BID_REACH = 12, 20
MADE_BY = frozenset({"by", "from"})
# As in: went public at $9 a share, listed in 2015 at $9 a share.
GOES_PUBLIC, PUBLIC_REACH = frozenset({"go", "goes", "going", "gone", "went"}), 8
FIRST = frozenset({"first", "initially"})
LISTED, AT_LISTING = frozenset({"listed", "floated", "debuted"}), frozenset({"at", DATE})
# "rival bidder Acme quoted": how far before the name
RIVAL_WORDS = 3
NO_NAME = frozenset(
    (article, noun)
    for article in ("a", "another", "second")
    for noun in ("company", "bidder", "suitor", "rival")
)


def is_rival_bid(context: Context, place: int) -> bool:
    """Whether another company than the article's two is named as the one who bids."""
    sides = context.parties
    if sides.acquirer is None or sides.target is None:
        return False
    told = between(context.speaking, place - RIVAL_REACH, place - 1)
    # "Acme, which is also after Beta, lifted its bid": the clause on Beta is closed
    before = [each for each in told if context.insertions.get(each.place, place) >= place]
    if not before or is_side(context, before[-1].name):
        return False
    if context.words[place - 3 : place - 1] == ("the", "offer") and not AGAINST.isdisjoint(
        context.words[place - 4 : place - 3]
    ):
        return False  # "the shares closed at $36, a third below the offer of $54"
    at = before[-1].place
    if context.words[at - 1] in MADE_BY and context.words[at - 2] in figure_words("bids"):
        return True  # "the offer by Acme of $9 a share"
    if not kind_words("owned").isdisjoint(context.words[at + 1 : at + 3]):
        return False  # "the Beta-owned group is now offering $9"
    beside = frozenset(context.words[max(at - RIVAL_WORDS, 0) : at])
    bids = (figure_words("bids") | OFFERED).intersection(context.words[at:place])
    return bool(bids or beside & figure_words("rivals")) or is_paid_by_outsider(context, place)


def _is_of_listing(before: tuple[str, ...]) -> bool:
    """Whether shares were first traded at it: "went public at", "listed in 2015 at"."""
    told = [word for word in before if word != "in"]
    return any(
        (other == "public" and one in GOES_PUBLIC | {"the"})
        or (one in LISTED and other in AT_LISTING)
        or (one in FIRST and other == "sold")
        for one, other in pairwise(told)
    )


def is_of_other_sale(context: Context, figure: Figure) -> bool:
    """Whether shares were first listed, bonds turn into shares, or others bid or see a value."""
    words, place = context.words, figure.place
    value = figure.mention.value
    is_range = isinstance(value, Money) and value.low != value.high
    near = words[max(place - BID_REACH, 0) : place]
    if is_range and "valued" in near[-BEFORE_REACH:] and figure_words("bids").isdisjoint(words):
        return True  # "it valued the shares at between $27 and $30 each"
    if not NO_NAME.isdisjoint(pairwise(near)) and not OFFERED.isdisjoint(near):
        return True  # "a company known only as Party A had proposed $160"
    before = words[max(place - LISTING_REACH, 0) : place]
    if not figure_words("listing").isdisjoint(before) and "sold" in before:
        return True
    if _is_of_listing(words[max(place - PUBLIC_REACH, 0) : place]):
        return True
    if words[place - 1] == "worth" and not figure_words("estimators").isdisjoint(words):
        return True  # "it could be worth $9 a share, analysts said"
    near = words[max(place - LISTING_REACH, 0) : place + LISTING_REACH]
    return not BONDS.isdisjoint(near) and not TURNED.isdisjoint(near)
