"""Which part of a price a sum for one share is: the cash beside shares, or what is paid later.

Refuses to say whether the sum is a price at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import MONEY
from dealfacts.model.vocabulary import Basis

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How far around a price its parts are told.
RATIO_REACH = 6
CASH_PART = frozenset({"portion", "component", "part"})
CONTINGENT = frozenset({"contingent", "cvr", "cvrs", "milestone", "milestones", "earn-out"})
CONTINGENT_REACH = 10
JOINED = frozenset({("and",), ("plus",), ("with",)})
NUMBERS = frozenset({"two", "three", "four", "five", "half"})
NEXT_PART = frozenset({MONEY, "plus", "and", ","})
# How far a restated price stands before the bracket that restates it.
BRACKET_REACH = 8
# What a seller pays out to its own holders: "a capital return of $2 a share, or $3bn in all".
RETURN, RETURNS = frozenset({"return", "returns", "repayment"}), frozenset({"to", "a", "tax-free"})
RETURN_REACH = 14


def is_handed_back(context: Context, place: int) -> bool:
    """Whether a seller hands the sum back to its own holders: no price of what it sells."""
    words = context.words[max(place - RETURN_REACH, 0) : place]
    return any(
        word in RETURN and (words[at - 1] in RETURNS or words[at - 1] == "capital")
        for at, word in enumerate(words)
        if at
    )


def cash_part(context: Context, place: int) -> Basis | None:
    """The cash part, where shares come on top of it: "$12 in cash and 0.4 of a share"."""
    words = context.words
    behind = words[place + 1 : place + 1 + RATIO_REACH]
    before = words[max(place - RATIO_REACH, 0) : place]
    if before[-1:] != () and "cash" in before and not CASH_PART.isdisjoint(before):
        return Basis.CASH_PART  # "the cash portion, $28 per share"
    if _is_beside_shares(behind):
        return Basis.CASH_PART  # "$90 a share and 0.5 of an Acme share"
    if "cash" not in behind[:4]:
        return None
    more = any(word[:1].isdigit() or word in NUMBERS or word == "#" for word in (*behind, *before))
    joined = not {"and", "plus", "with"}.isdisjoint((*behind, *before))
    return Basis.CASH_PART if more and joined else None


def _is_beside_shares(behind: tuple[str, ...]) -> bool:
    """Whether a number of shares comes on top of a price, right behind it."""
    rest = behind[2:] if behind[1:2] == ("share",) else behind
    rest = rest[1:] if rest[:1] == ("along",) else rest
    return rest[:1] in JOINED and rest[1:2] != () and (rest[1][:1].isdigit() or rest[1] == "#")


def _between_figures(context: Context, place: int) -> tuple[str, ...]:
    """The words around a row place, from the sum before it to the next part."""
    first = max(place - CONTINGENT_REACH, 0)
    words = context.words
    last = max((at for at in range(first, place) if words[at] == MONEY), default=first)
    behind = words[place + 1 : place + CONTINGENT_REACH]
    end = next((at for at, word in enumerate(behind) if word in NEXT_PART), len(behind))
    return (*words[last:place], *behind[:end])


def is_contingent(context: Context, place: int) -> bool:
    """Whether it is paid later or never, like the price that it restates in brackets."""
    words = context.words
    if words[place + 1 : place + 2] == ("later",) or (
        words[place - 1] == "plus" and words[place + 1 : place + 2] == ("if",)
    ):
        return True
    near = range(place - 1, max(place - RATIO_REACH, 0) - 1, -1)
    opens = next((at for at in near if words[at] == "("), 0)
    before = range(opens - 1, max(opens - BRACKET_REACH, 0) - 1, -1)
    told = next((at for at in before if words[at] == MONEY), place)
    return not CONTINGENT.isdisjoint(_between_figures(context, told))
