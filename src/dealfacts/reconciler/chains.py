"""Bids of one spelling of the parties, parted where the time between them is too long for one deal.

Refuses to compare names: here two parties are the same only letter for letter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from dealfacts.reconciler.bids import Bid, Parties

Sum = tuple[str, str]
# A takeover is signed, fought over and closed within three years.
DEAL_DAYS = 1096
# Two rounds of one young company can be five months apart, and the echo of one lasts four.
ROUND_DAYS = 120
# After a year, a round is the one before, of which articles about the next one speak in passing.
ECHO_DAYS = 365
# The price of one takeover may be raised, cut and told with debt, but hardly doubles.
NEAR = 2
# A round is extended by little; the next one is larger.
EXTENDED = Decimal("1.25")
# Rounds told with different investors or sums are one only while the news is fresh.
FRESH_DAYS = 45


@dataclass(frozen=True)
class Chain:
    """Bids of one spelling of the parties that lie close enough in time."""

    parties: Parties
    bids: tuple[Bid, ...]

    @property
    def full(self) -> bool:
        """Whether both sides are known."""
        return None not in self.parties

    @cached_property
    def is_round(self) -> bool:
        """Whether most of its articles speak of a company that raises money."""
        return 2 * sum(bid.is_round for bid in self.bids) > len(self.bids)

    @cached_property
    def is_sale(self) -> bool:
        """Whether an article says that the deal is agreed or done."""
        return any(bid.is_sale for bid in self.bids)

    @cached_property
    def cast(self) -> frozenset[str]:
        """The people that its articles give a post."""
        return frozenset().union(*(bid.cast for bid in self.bids))

    @cached_property
    def dates(self) -> tuple[date, ...]:
        """Publication dates, ascending."""
        return tuple(sorted(bid.published for bid in self.bids if bid.published))

    @cached_property
    def amounts(self) -> frozenset[tuple[str, str]]:
        """Sums for the deal."""
        return frozenset().union(*(bid.amounts for bid in self.bids))

    def days_to(self, other: Chain) -> int:
        """Days between the two nearest articles; 0 where one side is undated."""
        few, many = sorted((self.dates, other.dates), key=len)
        nearest = [
            abs((many[at] - day).days)
            for day in few
            for at in (bisect_left(many, day) - 1, bisect_left(many, day))
            if 0 <= at < len(many)
        ]
        return min(nearest, default=0)


@dataclass(slots=True)
class _Growing:
    """A chain while its bids come in, ascending in time."""

    bids: list[Bid] = field(default_factory=list)
    amounts: set[tuple[str, str]] = field(default_factory=set)
    rounds: int = 0

    def take(self, bid: Bid) -> None:
        self.bids.append(bid)
        self.amounts |= bid.amounts
        self.rounds += bid.is_round

    def shares_sum(self, bid: Bid) -> bool:
        return not self.amounts.isdisjoint(bid.amounts)

    def goes_on(self, bid: Bid) -> bool:
        last = self.bids[-1].published
        days = (bid.published - last).days if bid.published and last else 0
        is_round = bid.is_round or 2 * self.rounds > len(self.bids)
        takeover = None not in bid.parties and not is_round
        return days <= _longest(
            takeover=takeover,
            same_sum=self.shares_sum(bid),
            far=_far(self.amounts, bid.amounts, takeover=takeover),
        )


def chains_of(bids: Sequence[Bid]) -> tuple[Chain, ...]:
    """The bids in chains, by parties and then by time."""
    same: dict[Parties, list[Bid]] = defaultdict(list)
    for bid in bids:
        same[bid.parties].append(bid)
    found: list[Chain] = []
    for parties in sorted(same, key=str):
        parted: list[_Growing] = []
        for bid in sorted(same[parties], key=_by_time):
            fitting = [one for one in reversed(parted) if one.goes_on(bid)]
            same_sum = (one for one in fitting if one.shares_sum(bid))
            home = next(same_sum, next(iter(fitting), None))
            if home is None:
                home = _Growing()
                parted.append(home)
            home.take(bid)
        found.extend(Chain(parties, tuple(one.bids)) for one in parted)
    return tuple(found)


def _by_time(bid: Bid) -> tuple[bool, str, str]:
    """Ascending in time; undated bids last, when all chains stand."""
    return bid.published is None, str(bid.published), bid.source


def in_time(a: Chain, b: Chain) -> bool:
    """Whether the time between the two allows one deal."""
    takeover = (a.full or b.full) and not (a.is_round or b.is_round)
    return a.days_to(b) <= _longest(
        takeover=takeover,
        same_sum=not a.amounts.isdisjoint(b.amounts),
        far=_far(a.amounts, b.amounts, takeover=takeover),
    )


def _longest(*, takeover: bool, same_sum: bool, far: bool) -> int:
    """Days that may lie between two articles about one deal."""
    if same_sum:
        return DEAL_DAYS if takeover else ECHO_DAYS
    if takeover and not far:
        return DEAL_DAYS
    return FRESH_DAYS if far else ROUND_DAYS


def _far(a: Collection[Sum], b: Collection[Sum], *, takeover: bool) -> bool:
    """Whether no sum of the one is near a sum of the other, in a currency that both use."""
    pairs = [(Decimal(x), Decimal(y)) for code, x in a for other, y in b if code == other]
    near = NEAR if takeover else EXTENDED
    return bool(pairs) and all(max(x, y) > near * min(x, y) for x, y in pairs)
