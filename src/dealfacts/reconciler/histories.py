"""Bids that followed one another: which values an article tells one after the other.

Whoever prints three prices of one bidder tells how the bid was raised, and contradicts nobody.
Two prices in one article may be a mistake; they are left to the causes of a conflict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.values import Money
from dealfacts.reconciler.compare import quantity
from dealfacts.reconciler.slips import is_slip
from dealfacts.reconciler.subjects import OFFER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.reconciler.camps import Division, Party
    from dealfacts.reconciler.facts import Item

# So many values in one article are a history.
SEVERAL = 3
# From the first to the last bid a price hardly doubles; further apart are a whole and its parts.
RAISED = 2


def bids(item: Item, division: Division) -> frozenset[int]:
    """The camps, by place, whose values one article tells as bids in turn."""
    is_offer = item.attribute == "share_price" and item.subject.startswith(OFFER)
    if not (is_offer or item.attribute == "deal_amount"):
        return frozenset()
    own = [{claim.source for claim in party.lead.claims} for party in division.parties]
    found: set[int] = set()
    for source in sorted(set().union(*own)):
        here = [at for at, sources in enumerate(own) if source in sources]
        if len(here) >= SEVERAL and _rises([division.parties[at] for at in here], source):
            found.update(here)
    return frozenset(found)


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
    if any(is_slip(a.lead.side, b.lead.side) for a in parties for b in parties if a is not b):
        return False
    return sums in (sorted(sums), sorted(sums, reverse=True))
