"""Bids of one spelling of the parties, parted where the time between them is too long for one deal.

Refuses to compare names: here two parties are the same only letter for letter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, reduce
from typing import TYPE_CHECKING

from dealfacts.reconciler.marks import NEAR, Marks, are_far, told_far

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dealfacts.reconciler.bids import Bid, Parties
    from dealfacts.reconciler.common_ground import Figure
    from dealfacts.reconciler.marks import Sum

# A takeover is signed, fought over and closed within three years.
DEAL_DAYS = 1096
# Two rounds of one young company can be five months apart, and the echo of one lasts four.
ROUND_DAYS = 120
# After a year, the purchase of a company by nobody in particular is another one, and a round is the
# one before, of which articles about the next one speak in passing.
ECHO_DAYS = 365
# A round is extended by little; the next one is larger.
EXTENDED = Decimal("1.25")
# Rounds told with different investors or sums are one only while the news is fresh.
FRESH_DAYS = 45
NO_MARKS = Marks()


@dataclass(frozen=True)
class Chain:
    """Bids of one spelling of the parties that lie close enough in time."""

    parties: Parties
    bids: tuple[Bid, ...]

    @property
    def full(self) -> bool:
        """Whether both sides are known."""
        return None not in self.parties

    @property
    def buyer(self) -> str:
        """Who buys; "" where that is not known."""
        return self.parties[0] or ""

    @property
    def target(self) -> str:
        """Who is bought; "" where that is not known."""
        return self.parties[1] or ""

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that are known."""
        return tuple(side for side in self.parties if side)

    @cached_property
    def is_round(self) -> bool:
        """Whether most of its articles speak of a company that raises money."""
        return 2 * sum(bid.is_round for bid in self.bids) > len(self.bids)

    @cached_property
    def is_sale(self) -> bool:
        """Whether an article says that the deal is agreed or done."""
        return any(bid.is_sale for bid in self.bids)

    @cached_property
    def is_takeover(self) -> bool:
        """Whether an article says what only the purchase of a whole company has."""
        return any(bid.is_takeover for bid in self.bids)

    @cached_property
    def is_refused(self) -> bool:
        """Whether an article says that the bid is rejected, or that there is none."""
        return any(bid.is_refused for bid in self.bids)

    @cached_property
    def cast(self) -> frozenset[str]:
        """The people that its articles give a post."""
        return frozenset().union(*(bid.cast for bid in self.bids))

    @cached_property
    def sellers(self) -> frozenset[str]:
        """Who sells, as its articles tell it."""
        return frozenset(bid.seller for bid in self.bids if bid.seller)

    @cached_property
    def units(self) -> frozenset[tuple[str, str]]:
        """Units and their owners, as its articles tell them."""
        return frozenset().union(*(bid.units for bid in self.bids))

    @cached_property
    def dates(self) -> tuple[date, ...]:
        """Publication dates, ascending."""
        return tuple(sorted(bid.published for bid in self.bids if bid.published))

    @cached_property
    def marks(self) -> Marks:
        """What tells it apart from other deals of its parties."""
        return reduce(Marks.joined, (bid.marks for bid in self.bids))

    @property
    def amounts(self) -> frozenset[Sum]:
        """Sums for the deal."""
        return self.marks.sums

    @cached_property
    def names(self) -> frozenset[int]:
        """The words with a capital letter of all its articles, hashed."""
        return frozenset().union(*(bid.names for bid in self.bids))

    @cached_property
    def rivals(self) -> frozenset[int]:
        """The words of all its articles that stand with a word for a rival bid, hashed."""
        return frozenset().union(*(bid.rivals for bid in self.bids))

    @cached_property
    def figures(self) -> frozenset[Figure]:
        """The telling sums and shares of all its articles."""
        return frozenset().union(*(bid.figures for bid in self.bids))

    @cached_property
    def shares(self) -> frozenset[str]:
        """The shares of the target that change hands, in percent."""
        return frozenset().union(*(bid.shares for bid in self.bids))

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
    marks: Marks = NO_MARKS
    rounds: int = 0
    is_takeover: bool = False

    def take(self, bid: Bid) -> None:
        self.bids.append(bid)
        self.marks = self.marks.joined(bid.marks)
        self.rounds += bid.is_round
        self.is_takeover = self.is_takeover or bid.is_takeover

    def shares_sum(self, bid: Bid) -> bool:
        return not self.marks.sums.isdisjoint(bid.marks.sums)

    def goes_on(self, bid: Bid) -> bool:
        last = self.bids[-1].published
        days = (bid.published - last).days if bid.published and last else None
        is_round = bid.is_round or 2 * self.rounds > len(self.bids)
        takeover = None not in bid.parties and not is_round
        if days is None and not takeover and told_far(self.marks, bid.marks):
            return False
        if days is not None and days <= ECHO_DAYS and not is_round:
            takeover = takeover or (bid.is_takeover and self.is_takeover)
        return _allows(self.marks, bid.marks, days, takeover=takeover)


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


def may_be_one(a: Chain, b: Chain) -> bool:
    """Whether the time between the two, and what they say, allow one deal."""
    is_round = a.is_round or b.is_round
    takeover = (a.full or b.full) and not is_round
    days = a.days_to(b) if a.dates and b.dates else None
    if days is not None and days <= ECHO_DAYS and not is_round:
        # of a whole company that somebody unnamed buys
        takeover = takeover or (a.is_takeover and b.is_takeover)
    return _allows(a.marks, b.marks, days, takeover=takeover)


def goes_with(a: Chain, b: Chain) -> bool:
    """Whether two chains may be one deal by their parties alone, one of which is not known.

    Without a day, sums far from each other are told of two rounds.
    """
    undated = not (a.dates and b.dates)
    return may_be_one(a, b) and not (undated and told_far(a.marks, b.marks))


def _allows(a: Marks, b: Marks, days: int | None, *, takeover: bool) -> bool:
    """Whether one deal can be told with both marks, `days` apart (None: not known)."""
    if a.tell_apart(b):
        return False
    far = are_far(a.sums, b.sums, NEAR if takeover else EXTENDED)
    if a.same_round(b) and not far:
        return days is None or days <= DEAL_DAYS
    same_sum = not a.sums.isdisjoint(b.sums)
    return days is None or days <= _longest(takeover=takeover, same_sum=same_sum, far=far)


def _longest(*, takeover: bool, same_sum: bool, far: bool) -> int:
    """Days that may lie between two articles about one deal."""
    if same_sum:
        return DEAL_DAYS if takeover else ECHO_DAYS
    if takeover and not far:
        return DEAL_DAYS
    return FRESH_DAYS if far else ROUND_DAYS
