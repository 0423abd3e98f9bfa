"""Whether two sums differ because they include different things: debt, new money, votes.

A stated basis is enough; where only one side states it, the direction must fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Basis, Relation
from dealfacts.reconciler import wording
from dealfacts.reconciler.compare import compare
from dealfacts.reconciler.policy import basis
from dealfacts.reconciler.relation import Side

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.camps import Party
    from dealfacts.reconciler.context import Context

WORDS = {
    Basis.EQUITY: "equity alone",
    Basis.INCLUDING_DEBT: "including debt",
    Basis.PRE_MONEY: "before the new money",
    Basis.POST_MONEY: "after the new money",
    Basis.CASH: "in cash",
    Basis.STOCK: "in stock",
    Basis.VOTING: "of the votes",
    Basis.NON_VOTING: "without votes",
}
SEVERAL = 2
# Debt or new money may well double a sum; five times as much is another sum.
FARTHEST = 4
# A sum on these bases is larger, respectively smaller, than one on the natural other basis. A price
# paid in cash is the whole price, so that "in cash" explains nothing.
LARGER = frozenset({Basis.INCLUDING_DEBT, Basis.POST_MONEY})
SMALLER = frozenset({Basis.EQUITY, Basis.PRE_MONEY})
# What may be the difference between two sums that include different things.
DEBT = "The larger sum is the smaller one plus the debt of {}."
NEW_MONEY = "The larger value is the smaller one plus the new money of {}."
EARN_OUT = "The larger sum is the smaller one plus the contingent payment of {}."
CLOSE = frozenset(
    {
        Relation.EQUAL,
        Relation.WITHIN_ROUNDING,
        Relation.CONSISTENT_WITH_HEDGE,
        Relation.WITHIN_TRUNCATION,
    }
)


def stated(claims: tuple[Claim, ...]) -> frozenset[Basis]:
    """The telling bases that claims state."""
    return frozenset(found for claim in claims if (found := basis(claim.basis)) is not None)


def shared(claims: tuple[Claim, ...]) -> Basis:
    """The one telling basis of a camp, else unspecified."""
    found = stated(claims)
    return next(iter(found)) if len(found) == 1 else Basis.UNSPECIFIED


def basis_reason(one: Party, other: Party, context: Context) -> str:
    """Why the bases of two camps explain their difference, or ""."""
    left, right = stated(one.claims), stated(other.claims)
    if left and right:
        if left & right:
            return ""
        return f"{_told(one, left)}, {_told(other, right)}: both can be right."
    for party, bases, bare in ((one, left, other), (other, right, one)):
        if bases and _mostly(party) and _direction_fits(party, bases, bare):
            return f"{_told(party, bases)}; {_shown(bare)} does not say what it includes."
    if side_by_side(one, other):
        count = len(beside(one, other))
        return f"{count} articles print both sums side by side: they measure different things."
    return _debt(one, other, context)


def with_debt(one: Party, other: Party) -> bool:
    """Whether one sum says that it counts debt, and the smaller one does not."""
    for party, bare in ((one, other), (other, one)):
        bases = stated(party.claims)
        if bases == {Basis.INCLUDING_DEBT} and not stated(bare.claims) & bases:
            return _mostly(party) and _direction_fits(party, bases, bare)
    return False


def beside(one: Party, other: Party) -> frozenset[str]:
    """The articles that state both values, each in its own right."""
    mine = {claim.source for claim in one.claims if claim not in other.claims}
    return frozenset(c.source for c in other.claims if c not in one.claims and c.source in mine)


def side_by_side(one: Party, other: Party) -> bool:
    """Whether several articles print both of two sums of one order: with and without something."""
    a, b = one.lead.side.value, other.lead.side.value
    if not (isinstance(a, Money) and isinstance(b, Money)) or len(beside(one, other)) < SEVERAL:
        return False
    return max(a.low, b.low) <= SEVERAL * min(a.low, b.low)


def _mostly(party: Party) -> bool:
    """Whether at least half of a camp's sources state its basis: one remark is no definition."""
    telling = {claim.source for claim in party.claims if basis(claim.basis) is not None}
    return 2 * len(telling) >= len(party.sources)


def _direction_fits(party: Party, bases: frozenset[Basis], bare: Party) -> bool:
    mine, other = party.lead.side.value, bare.lead.side.value
    if not (isinstance(mine, Money) and isinstance(other, Money)):
        return False
    if max(mine.high, other.high) > FARTHEST * min(mine.low, other.low):
        return False
    if bases & LARGER:
        return mine.low > other.high
    return bool(bases & SMALLER) and mine.high < other.low


def _debt(one: Party, other: Party, context: Context) -> str:
    """One sum is the other plus a stated debt or earn-out, a valuation plus the money raised."""
    attribute = one.lead.claims[0].attribute
    a, b = one.lead.side.value, other.lead.side.value
    if not (isinstance(a, Money) and isinstance(b, Money)) or a.currency != b.currency:
        return ""
    small, large = sorted((a, b), key=lambda money: money.low)
    for claim in context.claims:
        debt, words = claim.value, _between(attribute, claim)
        if not words or not isinstance(debt, Money):
            continue
        if debt.currency != small.currency or debt.low != debt.high or not debt.low:
            continue
        granule = max(small.granule, debt.granule)
        summed = small.model_copy(
            update={
                "low": small.low + debt.low,
                "high": small.high + debt.high,
                "granule": granule,
            }
        )
        if compare(Side(summed), Side(large)).relation in CLOSE:
            return words.format(wording.value_text(debt))
    return ""


def _between(attribute: str, claim: Claim) -> str:
    """What the sum of `claim` may be between two sums of an attribute, in words, or ""."""
    if attribute == "valuation":
        return NEW_MONEY if claim.attribute == "deal_amount" else ""
    if claim.basis is Basis.EARN_OUT and claim.attribute == attribute:
        return EARN_OUT
    return DEBT if claim.attribute == "debt" else ""


def _shown(party: Party) -> str:
    return wording.value_text(party.lead.side.value, party.lead.side.hedge)


def _told(party: Party, bases: frozenset[Basis]) -> str:
    told = wording.listed(sorted(WORDS[found] for found in bases))
    return f"{_shown(party)} is {told}"
