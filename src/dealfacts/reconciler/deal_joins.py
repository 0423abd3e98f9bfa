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
from dealfacts.reconciler.speaking_of import house, one_house
from dealfacts.reconciler.strays import settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dealfacts.reconciler.bids import Bid
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
    for a, b in _by_sum(chains, links):
        told = " / ".join(str(side) for side in chains[b].parties)
        clusters.join(a, b, f'"{told}": the same buyer and sum at that time')
    for a, b, name in _sold_once(chains, links):
        told = " / ".join(str(side) for side in chains[b].parties)
        clusters.join(a, b, f'"{told}": sold once at that time, and both name {name}')
    for a, b, name in _told_by_seller(chains, links):
        if clusters.may_join(a, b):
            told = " / ".join(str(side) for side in chains[b].parties)
            clusters.join(a, b, f'"{told}": the same buyer, and {name} is who sells')
    for a, b in _of_one_house(chains, links):
        if clusters.may_join(a, b):
            told = " / ".join(str(side) for side in chains[b].parties)
            clusters.join(a, b, f'"{told}": the same buyer, and one house that is sold')
    for a, b in of_one_group(_pairs(chains, _index(chains), links), clusters, links):
        if clusters.may_join(a, b):
            told = " / ".join(str(side) for side in chains[b].parties)
            clusters.join(a, b, f'"{told}": one company, and each article names the other buyer')
    settle(clusters, links)
    return clusters.done()


def _index(chains: Sequence[Chain]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, chain in enumerate(chains):
        for name in set(chain.parties):
            if name is not None:
                found[name].append(at)
    return {name: tuple(places) for name, places in found.items()}


def _by_sum(chains: Sequence[Chain], links: NameLinks) -> Iterator[tuple[int, int]]:
    """Pairs of chains of one buyer that share a sum for the deal in the same weeks."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, chain in enumerate(chains):
        if chain.full:
            head = organisation_parts(chain.parties[0] or "").core[0]
            for currency, low in chain.amounts:
                found[head, currency, low].append(at)
    for key in sorted(found):
        for a, b in pairwise(found[key]):
            near = chains[a].days_to(chains[b]) <= FRESH_DAYS
            if near and links.link(chains[a].parties[0] or "", chains[b].parties[0] or ""):
                yield a, b


def _sold_once(chains: Sequence[Chain], links: NameLinks) -> Iterator[tuple[int, int, str]]:
    """Pairs of chains that name different buyers of one company and share a person.

    A company is sold to one group of buyers at a time; each article names another member of it.
    Rival bids are neither agreed nor closed.
    """
    index = _index(chains)
    for a, b in _pairs(chains, index, links):
        one, other = chains[a], chains[b]
        if not (one.is_sale and other.is_sale and one.dates and other.dates):
            continue
        if one.is_round or other.is_round or one.days_to(other) > FRESH_DAYS:
            continue
        for left, right in ((one, other), (other, one)):
            name = next((n for n in sorted(right.cast) if _is_known(n, left)), None)
            if name and links.link(left.parties[1] or "", right.parties[1] or ""):
                yield a, b, name
                break


def _told_by_seller(chains: Sequence[Chain], links: NameLinks) -> Iterator[tuple[int, int, str]]:
    """Pairs of chains of one buyer where what one takes for the target is who sells in the other.

    "Northwind / Contoso" and "Northwind / Contoso's pumps arm": a part has two names.
    """
    sold: dict[str, list[int]] = defaultdict(list)
    for at, chain in enumerate(chains):
        for name in chain.sellers:
            sold[organisation_parts(name).core[0]].append(at)
    for head in [head for head, places in sold.items() if len(places) > WIDEST_BLOCK]:
        del sold[head]  # "bank": a word that so many sellers share tells nothing
    for at, chain in enumerate(chains):
        buyer, target = chain.parties
        if buyer is None or target is None or chain.is_round:
            continue
        for other in sold.get(organisation_parts(target).core[0], ()):
            one = chains[other]
            same = other != at and links.link(buyer, one.parties[0] or "")
            sells = same and any(linked(name, target) == "strong" for name in one.sellers)
            if sells and not one.is_round and may_be_one(chain, one):
                yield other, at, target


def _of_one_house(chains: Sequence[Chain], links: NameLinks) -> Iterator[tuple[int, int]]:
    """Pairs of chains of one buyer whose targets share a rare first word, however it is spelled.

    A house that sells a business is named by the business, by itself or by "its largest unit".
    """
    sold: dict[str, list[int]] = defaultdict(list)
    for at, chain in enumerate(chains):
        if chain.full and not chain.is_round:
            sold[house(chain.parties[1] or "")].append(at)
    for _, places in sorted(sold.items()):
        for a, b in combinations(places, 2) if len(places) <= WIDEST_BLOCK else ():
            one, other = chains[a], chains[b]
            buyers, targets = zip(one.parties, other.parties, strict=True)
            same = links.link(*(name or "" for name in buyers)) == "strong"
            if same and one_house(*(name or "" for name in targets)) and may_be_one(one, other):
                yield a, b


def _is_known(name: str, chain: Chain) -> bool:
    buyer = chain.parties[0] or ""
    # The buyer by name, or someone whom the article of that buyer names too.
    return any(compare_people(name, one).links for one in {buyer, *chain.cast} if one)


def _pairs(
    chains: Sequence[Chain], index: Mapping[str, tuple[int, ...]], links: NameLinks
) -> Iterator[tuple[int, int]]:
    """Pairs of chains whose targets are linked, or a target with a buyer."""
    for at, chain in enumerate(chains):
        # A target is in few deals; a busy buyer is in many, and only a target can tell them apart.
        anchor = chain.parties[1] or chain.parties[0]
        if anchor is None:
            continue
        others = {
            other
            for name in links.strong[anchor] | links.weak[anchor]
            for other in index.get(name, ())
        }
        yield from ((at, other) for other in sorted(others) if other != at)


def _owned(a: Chain, b: Chain) -> tuple[str, str] | None:
    """The unit and the owner that the buyers of two chains are, as an article of either says."""
    one, other = a.parties[0] or "", b.parties[0] or ""
    for unit, owner in sorted(a.units | b.units):
        for mine, yours in ((one, other), (other, one)):
            if linked(unit, mine) and linked(owner, yours):
                return unit, owner
    return None


def _fit(a: Chain, b: Chain, links: NameLinks) -> str | None:
    """Why the two are one deal, or None. Both are full or both one-sided."""
    if not a.full:
        alike = all(
            x == y or (x and y and links.link(x, y))
            for x, y in zip(a.parties, b.parties, strict=True)
        )
        return "the same company at the same time" if alike and goes_with(a, b) else None
    how = [links.link(x or "", y or "") for x, y in zip(a.parties, b.parties, strict=True)]
    told = f'"{" / ".join(map(str, a.parties))}" = "{" / ".join(map(str, b.parties))}"'
    if all(how):
        return f"the same parties: {told}" if may_be_one(a, b) else None
    if how[1] == "strong" and one_house(*(chain.parties[0] or "" for chain in (a, b))):
        return f"companies of one house: {told}" if may_be_one(a, b) else None
    turned = [
        links.link(x or "", y or "") for x, y in zip(a.parties, reversed(b.parties), strict=True)
    ]
    if all(turned) and "strong" in turned:
        return f"the same parties, sides swapped: {told}" if may_be_one(a, b) else None
    if how[1] == "strong" and may_be_one(a, b) and (owned := _owned(a, b)):
        return f"the same target, and the buyer {owned[0]} is a unit of {owned[1]}: {told}"
    fresh = a.days_to(b) <= FRESH_DAYS and may_be_one(a, b)
    if not (a.dates and b.dates) and are_far(a.amounts, b.amounts, EXTENDED):
        fresh = False  # without a day, another sum is that of another round
    if how[1] == "strong" and a.is_round and b.is_round and fresh:
        return f"one round told with different investors: {told}"
    return None
