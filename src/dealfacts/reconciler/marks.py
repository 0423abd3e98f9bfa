"""What tells two deals of the same parties apart, whatever their dates.

Two rounds by their names ("seed", "Series B"), a round and the one before by the value that the
later article calls the earlier one. Refuses to tell by sums, since a raised offer and a slip of the
pen are one deal, and by people: a company can change its head while a deal is open.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Money

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from dealfacts.model.claims import Claim

Sum = tuple[str, str]
EMPTY: frozenset[Sum] = frozenset()
# The price of one takeover may be raised, cut and told with debt, but hardly doubles.
NEAR = Decimal(2)


class Marks(NamedTuple):
    """What an article, or several, say of one deal besides its parties.

    `rounds` are names of rounds; `sums` of the deal, `values` of the company now and `priors`
    before, each with its currency.
    """

    rounds: frozenset[str] = frozenset()
    sums: frozenset[Sum] = EMPTY
    values: frozenset[Sum] = EMPTY
    priors: frozenset[Sum] = EMPTY

    def joined(self, other: Marks) -> Marks:
        """The marks of both."""
        return Marks(
            self.rounds | other.rounds,
            self.sums | other.sums,
            self.values | other.values,
            self.priors | other.priors,
        )

    def same_round(self, other: Marks) -> bool:
        """Whether both name one round; a company has one Series B, whatever it comes to."""
        return not self.rounds.isdisjoint(other.rounds)

    def tell_apart(self, other: Marks) -> bool:
        """Whether the two cannot be one deal."""
        if self.rounds and other.rounds:
            return not self.same_round(other)
        if not self.values.isdisjoint(other.values):
            return False
        return not (self.priors.isdisjoint(other.values) and other.priors.isdisjoint(self.values))


def marks_of(claims: Iterable[Claim], rounds: frozenset[str]) -> Marks:
    """The marks of one article's claims about one deal; `rounds` are those that its lead names."""
    told = tuple(claims)
    return Marks(
        rounds,
        _sums(told, "deal_amount"),
        _sums(told, "valuation"),
        _sums(told, "prior_valuation"),
    )


def are_far(a: Iterable[Sum], b: Iterable[Sum], near: Decimal) -> bool:
    """Whether no sum of the one is near a sum of the other, in a currency that both use."""
    theirs = tuple(b)
    pairs = [(Decimal(x), Decimal(y)) for code, x in a for other, y in theirs if code == other]
    return bool(pairs) and all(max(x, y) > near * min(x, y) for x, y in pairs)


def told_far(a: Marks, b: Marks) -> bool:
    """Whether the sums are of two deals; a slip of the unit leaves their digits as they are."""
    return are_far(a.sums, b.sums, NEAR) and not _slipped(a.sums, b.sums)


def _slipped(a: Collection[Sum], b: Collection[Sum]) -> bool:
    """Whether two sums have the same digits: one of them with a slip of its unit."""
    return not {x.strip("0").replace(".", "") for _, x in a}.isdisjoint(
        y.strip("0").replace(".", "") for _, y in b
    )


def _sums(claims: Iterable[Claim], attribute: str) -> frozenset[Sum]:
    return frozenset(
        (claim.value.currency, format(claim.value.low.normalize(), "f"))
        for claim in claims
        if claim.attribute == attribute and isinstance(claim.value, Money)
    )
