"""Bids that followed one another: which values an article tells one after the other.

Whoever prints three prices of one bidder tells how the bid was raised, and contradicts nobody.
Two prices in one article may be a mistake; they are left to the causes of a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Basis, Modality
from dealfacts.reconciler.compare import quantity
from dealfacts.reconciler.context import value_key
from dealfacts.reconciler.slips import is_slip
from dealfacts.reconciler.subjects import HELD, OFFER

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from dealfacts.reconciler.camps import Division, Party
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.facts import Item

# So many values in one article are a history.
SEVERAL = 3
# Nobody raises a bid more often; more prices are a list of something else.
MOST_BIDS = 10
# From the first to the last bid a price hardly doubles; further apart are a whole and its parts.
RAISED = 2
# What changes with the price that is bid for a share.
OF_A_BID = frozenset({"deal_amount", "exchange_ratio", "valuation"})
TOLD = frozenset({Modality.ACTUAL, Modality.FORMER})
# A share of what both make is what the bid pays; other holdings have nothing to do with it.
COMBINED = f"{HELD}the combined company"


def bids(item: Item, division: Division) -> frozenset[int]:
    """The camps, by place, whose values one article tells as bids in turn."""
    is_offer = item.attribute == "share_price" and item.subject.startswith(OFFER)
    if not (is_offer or item.attribute == "deal_amount"):
        return frozenset()
    own = [{claim.source for claim in party.lead.claims} for party in division.parties]
    found: set[int] = set()
    for source in sorted(set().union(*own)):
        here = [at for at, sources in enumerate(own) if source in sources]
        if SEVERAL <= len(here) <= MOST_BIDS and _rises(
            [division.parties[at] for at in here], source
        ):
            found.update(here)
    return frozenset(found)


def slips(division: Division, in_turn: Collection[int]) -> Mapping[int, int]:
    """Camp -> the bid of a history whose digits it swaps or whose point it moves."""
    parties = division.parties
    found = {}
    for at, party in enumerate(parties) if in_turn else ():
        bid = next(
            (b for b in sorted(in_turn) if is_slip(party.lead.side, parties[b].lead.side)), at
        )
        if at not in in_turn and bid != at:
            found[at] = bid
    return found


class Offered(NamedTuple):
    """The prices that an article says are offered for a share, and those with earlier ones."""

    now: frozenset[str]
    ever: frozenset[str]


def offered(item: Item, context: Context) -> Mapping[str, Offered]:
    """What each article of the deal says is offered for a share; {} where the item is of no bid."""
    is_paid = item.attribute == "stake" and item.subject.endswith(COMBINED)
    now: dict[str, set[str]] = defaultdict(set)
    ever: dict[str, set[str]] = defaultdict(set)
    for claim in context.claims if is_paid or item.attribute in OF_A_BID else ():
        is_offer = claim.attribute == "share_price" and claim.subject.startswith(OFFER)
        if is_offer and claim.basis is Basis.UNSPECIFIED and claim.modality in TOLD:
            ever[claim.source].add(value_key(claim))
            if claim.modality is Modality.ACTUAL:
                now[claim.source].add(value_key(claim))
    return {source: Offered(frozenset(now[source]), frozenset(ever[source])) for source in ever}


def of_two_bids(prices: Mapping[str, Offered], one: Party, other: Party) -> bool:
    """Whether the articles of two camps tell of two prices for a share, and an article of both.

    What a bid of 27.53 a share leaves the holders is no rival of what one of 29.34 leaves them.
    """
    if not prices or is_slip(one.lead.side, other.lead.side):
        return False
    both = {*one.sources} & {*other.sources}
    mine, theirs = (
        frozenset[str]().union(
            *(
                prices[source].now
                for source in party.sources
                if source in prices and source not in both
            )
        )
        for party in (one, other)
    )
    if not mine or not theirs or mine & theirs:
        return False
    return any(told.ever & mine and told.ever & theirs for told in prices.values())


def told(count: int) -> str:
    """What is noted beside the fact of each bid."""
    return f"one of {count} bids that followed one another; each is compared with itself alone"


def _rises(parties: Sequence[Party], source: str) -> bool:
    """Whether the article prints the values from the lowest to the highest one, or down again."""
    places: list[tuple[int, Party]] = []
    for party in parties:
        if not isinstance(party.lead.side.value, Money):
            return False
        starts = [claim.evidence.start for claim in party.lead.claims if claim.source == source]
        places.append((min(starts), party))
    in_order = [party for _, party in sorted(places, key=lambda each: each[0])]
    sums = [found.low for party in in_order if (found := quantity(party.lead.side)) is not None]
    if len(sums) < SEVERAL or max(sums) > RAISED * min(sums):
        return False
    if sums not in (sorted(sums), sorted(sums, reverse=True)):
        return False
    return not any(is_slip(a.lead.side, b.lead.side) for a, b in combinations(parties, 2))
