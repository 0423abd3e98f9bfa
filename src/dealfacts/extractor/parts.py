"""A sum in cash or stock beside a larger price of the same article is a part of that price.

"$12 billion in cash" alone is the price and how it is paid; in a story that gives $40 billion as
the price it is the cash part. Changes the basis of drafts and nothing else.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.extractor.draft import Draft

PART_OF = {Basis.CASH: Basis.CASH_PART, Basis.STOCK: Basis.STOCK_PART}
# A price that is only this much larger may be the same price, with debt or rounded.
CLEARLY_LARGER = Decimal("1.3")


def largest_prices(drafts: Iterable[Draft]) -> dict[str, Decimal]:
    """The largest price of the deal in each currency, parts left out."""
    found: dict[str, Decimal] = {}
    for draft in drafts:
        value = draft.value
        if draft.attribute == "deal_amount" and isinstance(value, Money):
            if draft.basis in PART_OF or draft.basis in PART_OF.values():
                continue
            if draft.basis is not Basis.EARN_OUT and value.low == value.high:
                found[value.currency] = max(value.low, found.get(value.currency, value.low))
    return found


def as_part(draft: Draft, prices: dict[str, Decimal]) -> Draft:
    """The draft with the basis of a part, where a larger price of the article makes it one."""
    value = draft.value
    if draft.attribute != "deal_amount" or not isinstance(value, Money):
        return draft
    basis = PART_OF.get(draft.basis)
    price = prices.get(value.currency)
    if basis is None or price is None or price < value.high * CLEARLY_LARGER:
        return draft
    reason = "smaller than the price that the article gives"
    return draft._replace(basis=basis, reasons=(*draft.reasons, reason))
