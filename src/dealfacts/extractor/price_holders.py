"""Whose money a sum of the deal is, where it is not the whole price: a holder's, a backer's.

"The fund's part for its 50 % is $1bn in cash" is a part of a part; what another backer invests is
his. Answers with attribute and subject, or None where the sum is the deal's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.described import UNION
from dealfacts.extractor.own_sides import is_one, is_side
from dealfacts.extractor.tokens import PERCENT

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.readings import Reading

Told = tuple[str, str]

CASH = frozenset({"cash", "cash_part"})
PAID_IN = CASH | {"stock", "stock_part"}
# Who has a share of what is sold, and gets a share of the price for it.
HOLDER = frozenset({"part", "owner", "owners", "holder", "shareholder", "investor", "portion"})
HOLDER_REACH = 24
# "He received $9m" for shares of his own
PERSONS, GETS_REACH = frozenset({"he", "she"}), 3
FUNDS = frozenset({"funding", "capital", "financing"})
RAISING = frozenset({"raise", "raises", "raised", "raising"})


def whose(context: Context, figure: Figure, meaning: Reading) -> Told | None:
    """Attribute and subject of a sum that is a holder's or the buyer's own money."""
    parties = context.parties
    if parties.acquirer is None or parties.target is None:
        return None
    if context.story.is_by_shell and meaning.block.basis == "cash":
        return "deal_amount", f"{parties.label}: proceeds"
    if meaning.block.basis in PAID_IN:
        holder = _holder(context, figure.place)
        kind = "cash" if meaning.block.basis in CASH else "stock"
        return ("deal_amount", f"{parties.label}: {kind} for {holder}") if holder else None
    if meaning.block.about == "round" and not parties.by_funding:
        return _beside_purchase(context, figure.place, meaning)
    return None


def _holder(context: Context, place: int) -> str | None:
    """Who gets the cash or the shares for a holding of his own that the sentence tells."""
    if PERCENT not in context.vocabulary:
        return None
    named = subjects.named_before(context, place)
    if named is None or named == UNION or is_side(context, named):
        return None
    before = context.words[max(place - HOLDER_REACH, 0) : place]
    return named if not HOLDER.isdisjoint(before) else None


def _beside_purchase(context: Context, place: int, meaning: Reading) -> Told | None:
    """Money raised in the story of a purchase: by the buyer, for the bid, by one who sells."""
    words, parties = context.words, context.parties
    near = words[max(place - GETS_REACH, 0) : place]
    if "receive" in meaning.pattern and not PERSONS.isdisjoint(near):
        return "other_amount", "what a holder gets"
    if not RAISING.isdisjoint(words[max(place - GETS_REACH * 2, 0) : place + GETS_REACH]):
        raiser = subjects.acting_before(context, place)
        if raiser is not None and parties.acquirer is not None and is_one(raiser, parties.acquirer):
            return "other_amount", f"money raised by {parties.acquirer}"
    is_fund = meaning.pattern.startswith("$ in|of _ funding") and context.story.is_whole_purchase
    if is_fund and not FUNDS.isdisjoint(words[place : place + GETS_REACH + 1]):
        return "deal_amount", f"{parties.label}: funding"
    return None
