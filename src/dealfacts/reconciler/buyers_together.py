"""Different buyers of one company: members of a group, a vehicle and its owner, or rivals.

Refuses to take two for one where they bid prices of their own, are turned down, invest sums of
their own, or are told apart by an article that names both bids.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.reconciler.chains import FRESH_DAYS, Chain, may_be_one
from dealfacts.reconciler.marks import NEAR, are_far
from dealfacts.reconciler.speaking_of import is_vehicle, speaks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dealfacts.reconciler.clusters import Clusters
    from dealfacts.reconciler.name_links import NameLinks

# Two chains that are one deal, and why.
Join = tuple[int, int, str]
# One price, rounded here and there; a rival bids more than that above it.
ALIKE = Decimal("1.06")


def of_one_group(
    pairs: Iterable[tuple[int, int]], clusters: Clusters, links: NameLinks
) -> Iterator[Join]:
    """The pairs that name different buyers of one company, each in the texts of the other, too.

    Rivals are told of together as well, but they bid prices of their own, or are turned down. Where
    both articles tell of one price that was agreed for all of it, one may leave the other out.
    """
    chains, wholes = clusters.chains, clusters.wholes()
    for a, b in pairs:
        one, other = chains[a], chains[b]
        named = one.full and other.full and links.link(one.target, other.target)
        if not named or one.is_round or other.is_round:
            continue
        left, right = wholes[a], wholes[b]
        told = speaks_of(left.names, other.buyer), speaks_of(right.names, one.buyer)
        if all(told) and _is_told_on(left, right) and not _are_rivals(one, other):
            yield a, b, "one company, and each article names the other buyer"
        elif any(told) and _is_sold_once(one, other) and not _are_rivals(one, other):
            yield a, b, "one company sold at one price, and one article names the other buyer"


def _is_told_on(one: Chain, other: Chain) -> bool:
    """Whether two chains tell one story: both of a sale, of the same sums, or one of the talks."""
    few, many = sorted((one.amounts, other.amounts), key=len)
    near = bool(one.dates and other.dates) and one.days_to(other) <= FRESH_DAYS
    # the same 9.8 % of one company is hardly sold twice in the same weeks
    if near and not one.shares.isdisjoint(other.shares) and may_be_one(one, other):
        return True
    # many may invest in a company, each with a sum of its own; one alone buys it
    whole = one.is_takeover, other.is_takeover
    alone = all(whole) or (few and few <= many) or (any(whole) and not few)
    if not alone or not may_be_one(one, other):
        return False
    if one.is_sale and other.is_sale:
        return True
    if not (one.amounts | one.figures).isdisjoint(other.amounts | other.figures):
        return True
    first, last = sorted((one, other), key=lambda chain: chain.dates[-1:])
    return not first.is_sale and last.is_sale and near


def _is_sold_once(one: Chain, other: Chain) -> bool:
    """Whether both tell that all of a company is sold, for one sum."""
    both = (one, other)
    is_whole = all(chain.is_takeover and chain.is_sale for chain in both)
    return is_whole and not one.amounts.isdisjoint(other.amounts) and may_be_one(one, other)


def _are_rivals(one: Chain, other: Chain) -> bool:
    """Whether two bids differ in price, are turned down, or are two bids to one of the articles."""
    # with debt or without, raised or not: a vehicle bids for those who stand behind it
    near = NEAR if any(is_vehicle(chain.buyer) for chain in (one, other)) else ALIKE
    # who is turned down first and agrees then is no rival
    refused = any(chain.is_refused and not chain.is_sale for chain in (one, other))
    if refused or are_far(one.amounts, other.amounts, near):
        return True
    if speaks_of(one.rivals, other.buyer) or speaks_of(other.rivals, one.buyer):
        return True
    return not {bid.source for bid in one.bids}.isdisjoint(bid.source for bid in other.bids)
