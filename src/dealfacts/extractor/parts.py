"""A sum in cash or stock beside a larger price of the same article is a part of that price.

"$12 billion in cash" alone is the price and how it is paid; in a story that gives $40 billion as
the price it is the cash part. Changes the basis of drafts and nothing else.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dealfacts.extractor.draft import Draft

PART_OF = {Basis.CASH: Basis.CASH_PART, Basis.STOCK: Basis.STOCK_PART}
# A price that is only this much larger may be the same price, with debt or rounded.
CLEARLY_LARGER = Decimal("1.3")


# With the debt a price is larger than the cash that buys all of the shares.
WITH_DEBT = frozenset({Basis.INCLUDING_DEBT, Basis.ENTERPRISE})
# A sum in shares that is alone in its article is no part but the price.
WHOLE_OF = {Basis.STOCK_PART: Basis.STOCK}


class Prices(NamedTuple):
    """The largest price of the deal in each currency, and the sums that are parts of one.

    `whole` is the largest without those that count debt, which is no part of what is paid.
    """

    largest: Mapping[str, Decimal]
    whole: Mapping[str, Decimal]
    parts: frozenset[tuple[str, Decimal]]


def prices(drafts: Iterable[Draft]) -> Prices:
    """The prices of one article's deal and their parts."""
    largest: dict[str, Decimal] = {}
    whole: dict[str, Decimal] = {}
    parts: set[tuple[str, Decimal]] = set()
    for draft in drafts:
        value = draft.value
        if draft.attribute != "deal_amount" or not isinstance(value, Money):
            continue
        if draft.basis in PART_OF or draft.basis in PART_OF.values():
            parts.add((value.currency, value.low))
        elif draft.basis is not Basis.EARN_OUT and value.low == value.high:
            largest[value.currency] = max(value.low, largest.get(value.currency, value.low))
            if draft.basis not in WITH_DEBT:
                whole[value.currency] = max(value.low, whole.get(value.currency, value.low))
    return Prices(largest, whole, frozenset(parts))


def as_part(draft: Draft, known: Prices) -> Draft:
    """The draft with the basis of a part or of a whole, as the other prices of the article say."""
    value = draft.value
    if draft.attribute != "deal_amount" or not isinstance(value, Money):
        return draft
    if draft.basis in WHOLE_OF and not known.largest and len(known.parts) == 1:
        reason = "the only price that the article gives"
        return draft._replace(basis=WHOLE_OF[draft.basis], reasons=(*draft.reasons, reason))
    basis = PART_OF.get(draft.basis)
    price = known.whole.get(value.currency)
    if basis is None or price is None or price < value.high * CLEARLY_LARGER:
        return draft
    reason = "smaller than the price that the article gives"
    return draft._replace(basis=basis, reasons=(*draft.reasons, reason))
