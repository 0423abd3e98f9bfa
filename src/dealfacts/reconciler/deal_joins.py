"""Joins the bids of many articles into deals, each join with its reason.

Same parties and a time that fits; where the time does not fit, the same sum. Refuses to join a bid
with one known side while two deals fit, and two deals whose buyers differ.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from dealfacts.reconciler.buyers_together import of_one_group
from dealfacts.reconciler.chains import (
    EXTENDED,
    FRESH_DAYS,
    Chain,
    chains_of,
    goes_with,
    may_be_one,
)
from dealfacts.reconciler.clusters import Cluster, Clusters
from dealfacts.reconciler.marks import are_far
from dealfacts.reconciler.name_links import WIDEST_BLOCK, linked
from dealfacts.reconciler.name_parts import organisation_parts
from dealfacts.reconciler.names import compare_people
from dealfacts.reconciler.speaking_of import house, is_short_for, one_house
from dealfacts.reconciler.strays import settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dealfacts.reconciler.bids import Bid
    from dealfacts.reconciler.buyers_together import Join
    from dealfacts.reconciler.name_links import NameLinks


def joined(bids: Sequence[Bid], links: NameLinks) -> tuple[Cluster, ...]:
    """The deals that the bids make, in no particular order."""
    chains = chains_of(bids)
    clusters = Clusters(chains)
    for a, b in _pairs(chains, _index(chains), links):
        if chains[a].full == chains[b].full and clusters.may_join(a, b):
            reason = _fit(chains[a], chains[b], links)
            if reason:
                clusters.join(a, b, reason)
    for found in (
        _by_sum(chains, links),
        _sold_once(chains, links),
        _told_by_seller(chains, links),
        _of_one_house(chains, links),
        of_one_group(_pairs(chains, _index(chains), links), clusters, links),
    ):
        for a, b, why in found:
            if clusters.may_join(a, b):
                clusters.join(a, b, f"{_told(chains[b])}: {why}")
    settle(clusters, links)
    return clusters.done()


def _told(chain: Chain) -> str:
    return f'"{" / ".join(chain.sides)}"'


def _index(chains: Sequence[Chain]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, chain in enumerate(chains):
        for name in set(chain.sides):
            found[name].append(at)
    return {name: tuple(places) for name, places in found.items()}


def _by_sum(chains: Sequence[Chain], links: NameLinks) -> Iterator[Join]:
    """Pairs of chains of one buyer that share a sum for the deal in the same weeks."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, chain in enumerate(chains):
        if chain.full:
            head = organisation_parts(chain.buyer).core[0]
            for currency, low in chain.amounts:
                found[head, currency, low].append(at)
    for key in sorted(found):
        for a, b in pairwise(found[key]):
            near = chains[a].days_to(chains[b]) <= FRESH_DAYS
            if near and links.link(chains[a].buyer, chains[b].buyer):
                yield a, b, "the same buyer and sum at that time"


def _sold_once(chains: Sequence[Chain], links: NameLinks) -> Iterator[Join]:
    """Pairs of chains that name different buyers of one company and share a person.

    A company is sold to one group of buyers at a time; each article names another member of it.
    Rival bids are neither agreed nor closed.
    """
    index = _index(chains)
    for a, b in _pairs(chains, index, links):
        one, other = chains[a], chains[b]
        sold = one.is_sale and other.is_sale and not (one.is_round or other.is_round)
        near = one.dates and other.dates and one.days_to(other) <= FRESH_DAYS
        if sold and near and links.link(one.target, other.target):
            for left, right in ((one, other), (other, one)):
                name = next((n for n in sorted(right.cast) if _is_known(n, left)), None)
                if name:
                    yield a, b, f"sold once at that time, and both name {name}"


def _told_by_seller(chains: Sequence[Chain], links: NameLinks) -> Iterator[Join]:
    """Pairs of chains of one buyer where what one takes for the target is who sells in the other.

    "Northwind / Contoso" and "Northwind / Contoso's pumps arm": a part has two names.
    """
    sold: dict[str, list[int]] = defaultdict(list)
    for at, chain in enumerate(chains):
        for name in chain.sellers:
            for key in _keys(name):
                sold[key].append(at)
    for head in [head for head, places in sold.items() if len(places) > WIDEST_BLOCK]:
        del sold[head]  # "bank": a word that so many sellers share tells nothing
    for at, chain in enumerate(chains):
        if not chain.full or chain.is_round:
            continue
        for other in sorted({n for key in _keys(chain.target) for n in sold.get(key, ())}):
            one = chains[other]
            same = links.link(chain.buyer, one.buyer)
            sells = same and any(linked(name, chain.target) == "strong" for name in one.sellers)
            if sells and not one.is_round and may_be_one(chain, one):
                yield other, at, f"the same buyer, and {chain.target} is who sells"


def _keys(name: str) -> frozenset[str]:
    """What names of one company share: the first word, and all words written as one."""
    core = organisation_parts(name).core
    return frozenset({core[0], "".join(core)})


def _of_one_house(chains: Sequence[Chain], links: NameLinks) -> Iterator[Join]:
    """Pairs of chains of one buyer whose targets share a rare first word, however it is spelled.

    A house that sells a business is named by the business, by itself or by "its largest unit".
    """
    sold: dict[str, list[int]] = defaultdict(list)
    for at, chain in enumerate(chains):
        if chain.full and not chain.is_round:
            sold[house(chain.target)].append(at)
    for places in sold.values():
        for a, b in combinations(places, 2) if len(places) <= WIDEST_BLOCK else ():
            one, other = chains[a], chains[b]
            same = links.link(one.buyer, other.buyer) == "strong"
            if same and one_house(one.target, other.target) and may_be_one(one, other):
                yield a, b, "the same buyer, and one house that is sold"


def _is_known(name: str, chain: Chain) -> bool:
    # The buyer by name, or someone whom the article of that buyer names too.
    return any(compare_people(name, one).links for one in {chain.buyer, *chain.cast} if one)


def _pairs(
    chains: Sequence[Chain], index: Mapping[str, tuple[int, ...]], links: NameLinks
) -> Iterator[tuple[int, int]]:
    """Pairs of chains whose targets are linked, or a target with a buyer."""
    for at, chain in enumerate(chains):
        # A target is in few deals; a busy buyer is in many, and only a target can tell them apart.
        anchor = chain.target or chain.buyer
        others = {other for name in links.of(anchor) for other in index.get(name, ())}
        yield from ((at, other) for other in sorted(others))


def _owned(a: Chain, b: Chain) -> tuple[str, str] | None:
    """The unit and the owner that the buyers of two chains are, as an article of either says."""
    for unit, owner in sorted(a.units | b.units):
        for mine, yours in ((a.buyer, b.buyer), (b.buyer, a.buyer)):
            if linked(unit, mine) and linked(owner, yours):
                return unit, owner
    return None


def _fit(a: Chain, b: Chain, links: NameLinks) -> str | None:
    """Why the two are one deal, or None. Both are full or both one-sided."""
    buyers, targets = links.link(a.buyer, b.buyer), links.link(a.target, b.target)
    if not a.full:
        alike = buyers or targets
        return "the same company at the same time" if alike and goes_with(a, b) else None
    if not may_be_one(a, b):
        return None
    told = f"{_told(a)} = {_told(b)}"
    if buyers and targets:
        return f"the same parties: {told}"
    turned = links.link(a.buyer, b.target), links.link(a.target, b.buyer)
    if all(turned) and "strong" in turned:
        return f"the same parties, sides swapped: {told}"
    if targets != "strong":
        return None
    if is_short_for(a.buyer, b.buyer) or is_short_for(b.buyer, a.buyer):
        return f"the same target, and one buyer has the letters of the other: {told}"
    if one_house(a.buyer, b.buyer):
        return f"companies of one house: {told}"
    if owned := _owned(a, b):
        return f"the same target, and the buyer {owned[0]} is a unit of {owned[1]}: {told}"
    # without a day, another sum is that of another round
    known = (a.dates and b.dates) or not are_far(a.amounts, b.amounts, EXTENDED)
    # an article on one investor may not speak of the round, but of all that it comes to
    is_round = (a.is_round and b.is_round) or (
        (a.is_round or b.is_round)
        and not (a.is_takeover or b.is_takeover)
        and not a.amounts.isdisjoint(b.amounts)
    )
    if known and is_round and a.days_to(b) <= FRESH_DAYS:
        return f"one round told with different investors: {told}"
    return None
