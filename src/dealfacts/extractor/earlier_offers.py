"""Whether a price for a share is an earlier one of the same bidder: "first bid 105 rand a share".

The earlier offer has a subject of its own, so that it is never set against the offer that stands.
Refuses offers of others, and the rejected offer that is all of the story.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.proximity import between
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How far before the price the words stand that make it an earlier one.
REACH = 9
FIRST = frozenset({"first", "opening"})
OFFERED = frozenset({"offered", "proposed", "offers", "offering", "bids", "bidding"})
SAID = frozenset({"said", "says", "reported"})
TURNED = frozenset({"turned"})
INSTEAD = frozenset({("instead", "of"), ("rather", "than"), ("up", "from")})


def is_earlier_offer(context: Context, place: int) -> bool:
    """Whether the words before a row place tell of an offer that another has replaced."""
    words = context.words
    # "two holders, Acme and Beta, had opposed the first offer": they stand apart from it
    beside = between(context.organisations, place - REACH, place + REACH)
    if any(each.name not in context.own_names for each in beside):
        return False
    near = words[max(place - REACH, 0) : place]
    if near[-1:] == ("from",):
        return not figure_words("bids").isdisjoint(words[:place])
    known = groups()
    earlier, nouns = known["earlier"] | FIRST, known["offer_noun"]
    offers = nouns | figure_words("bids") | OFFERED
    for first, second in pairwise(near):
        if first in earlier and second in offers:
            return True
        if first == "had" and second in offers | figure_words("turns_down") | TURNED:
            # "said that Acme had proposed $9 a share" is the news
            return SAID.isdisjoint(words[: max(place - 2, 0)])
        if (first, second) in INSTEAD and not offers.isdisjoint(words[:place]):
            return True
    return False
