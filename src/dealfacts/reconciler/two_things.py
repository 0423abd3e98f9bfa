"""Camps that are no rivals, by the words of one article: a part of a sum, a figure of another kind.

"$2.00 an ordinary share (equivalent to $10.00 per ADS)" gives two prices of two things, and a fee
of $70 million beside up to $400 million is a part of the $470 million that others give. Refuses to
look at deal amounts: a price and its parts have bases that say so.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.model.values import Money
from dealfacts.reconciler.compare import quantity, relation
from dealfacts.reconciler.periods import AGREES, sentence, side
from dealfacts.reconciler.slips import is_slip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.reconciler.camps import Division, Party
    from dealfacts.reconciler.facts import Item, Left

# Prices of two kinds of share, one of which stands for several of the other.
RATIOS = {Decimal(number) for number in (2, 3, 4, 5, 6, 8, 10, 20, 25, 50, 100)}
# A part that one article rounds: 69 and 70 of 470.
NEAR = Decimal("1.05")
# A question with more sides is a list of sums; whether some of them add up is chance.
MOST_SIDES = 20
WHOLES = frozenset({"break_fee", "debt", "spending"})


def kinds_apart(item: Item, division: Division, aside: Sequence[Left]) -> frozenset[int]:
    """The camps, by place, that are the price of another kind of share than a better attested one.

    Where the sentence of a camp also gives the price of a further camp, and one is the other times
    the shares that a certificate stands for, the two are prices of two things.
    """
    if item.attribute != "share_price" or len(division.parties) > MOST_SIDES:
        return frozenset()
    parties = division.parties
    return frozenset(
        at
        for at in range(1, len(parties))
        for other in parties[:at]
        if _in_ratio(parties[at], other)
        and (_tells(other, parties[at], aside) or _tells(parties[at], other, aside))
    )


def _in_ratio(one: Party, other: Party) -> bool:
    a, b = quantity(one.lead.side), quantity(other.lead.side)
    if a is None or b is None or not min(a.low, b.low):
        return False
    return max(a.low, b.low) / min(a.low, b.low) in RATIOS


def _tells(party: Party, other: Party, aside: Sequence[Left]) -> bool:
    """Whether a sentence of the one camp also prints the value of the other."""
    places = {sentence(claim) for claim in party.claims}
    return any(
        sentence(left.claim) in places and relation(other.lead.side, side(left.claim)) in AGREES
        for left in aside
    )


def parts_apart(item: Item, division: Division) -> frozenset[int]:
    """The camps, by place, that are a part of a sum which another camp gives."""
    if item.attribute not in WHOLES or len(division.parties) > MOST_SIDES:
        return frozenset()
    parties = division.parties
    sums = [_sum(party) for party in parties]
    printed = _printed(division)
    parts = {
        part
        for whole in sums
        for at, part in enumerate(sums)
        if whole is not None and part is not None and part < whole
        # An article that prints the part also prints what is left of the whole.
        if not printed.get(whole - part, set()).isdisjoint(_telling(parties[at]))
    }
    return frozenset(
        at
        for at, found in enumerate(sums)
        if found is not None
        and any(max(found, part) <= NEAR * min(found, part) for part in parts)
        and not any(is_slip(parties[at].lead.side, other.lead.side) for other in parties)
    )


def _sum(party: Party) -> Decimal | None:
    value = party.lead.side.value
    return value.low if isinstance(value, Money) and value.low > 0 else None


def _telling(party: Party) -> set[str]:
    return {claim.source for claim in party.lead.claims}


def _printed(division: Division) -> Mapping[Decimal, set[str]]:
    """Which articles print each sum."""
    found: dict[Decimal, set[str]] = defaultdict(set)
    claims = [claim for party in division.parties for claim in party.claims]
    for claim in (*claims, *(claim for claim, _ in division.between)):
        if isinstance(claim.value, Money):
            found[claim.value.high].add(claim.source)
    return found
