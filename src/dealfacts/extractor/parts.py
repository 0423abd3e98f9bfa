"""A sum beside a larger price of the same article can be a part of that price.

"$12 billion in cash" alone is the price and how it is paid; in a story that gives $40 billion as
the price it is the cash part. Two prices that add up to the third and largest are its steps.
Changes the basis and the subject of drafts and nothing else.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon.figure_words import figure_words
from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

PART_OF = {Basis.CASH: Basis.CASH_PART, Basis.STOCK: Basis.STOCK_PART}
# A price that is only this much larger may be the same price, with debt or rounded.
CLEARLY_LARGER = Decimal("1.3")


# An article with more prices than these tells of many deals.
MOST_PRICES = 8
# With the debt a price is larger than the cash that buys all of the shares.
WITH_DEBT = frozenset({Basis.INCLUDING_DEBT, Basis.ENTERPRISE})
# A sum in shares that is alone in its article is no part but the price.
WHOLE_OF = {Basis.STOCK_PART: Basis.STOCK}


class Prices(NamedTuple):
    """The largest price of the deal in each currency, and the sums that are parts of one.

    `whole` is the largest without those that count debt, which is no part of what is paid. `steps`
    are two prices that add up to the largest one, each by its currency.
    """

    largest: Mapping[str, Decimal]
    whole: Mapping[str, Decimal]
    parts: frozenset[tuple[str, Decimal]]
    steps: frozenset[tuple[str, Decimal]] = frozenset()


def tells_steps(contexts: Iterable[Context]) -> bool:
    """Whether an article says that its price is paid in steps."""
    words = figure_words("steps")
    return any(not words.isdisjoint(context.vocabulary) for context in contexts)


def prices(drafts: Iterable[Draft], *, in_steps: bool) -> Prices:
    """The prices of one article's deal and their parts; `in_steps`: it tells of steps."""
    largest: dict[str, Decimal] = {}
    whole: dict[str, Decimal] = {}
    parts: set[tuple[str, Decimal]] = set()
    plain: dict[str, set[Decimal]] = {}
    for draft in drafts:
        value = draft.value
        if draft.attribute != "deal_amount" or not isinstance(value, Money):
            continue
        if draft.basis in PART_OF or draft.basis in PART_OF.values():
            parts.add((value.currency, value.low))
        elif draft.basis is not Basis.EARN_OUT and value.low == value.high:
            largest[value.currency] = max(value.low, largest.get(value.currency, value.low))
            if draft.basis is Basis.UNSPECIFIED:
                plain.setdefault(value.currency, set()).add(value.low)
            if draft.basis not in WITH_DEBT:
                whole[value.currency] = max(value.low, whole.get(value.currency, value.low))
    return Prices(largest, whole, frozenset(parts), frozenset(_steps(plain) if in_steps else ()))


def _steps(prices_: Mapping[str, set[Decimal]]) -> Iterator[tuple[str, Decimal]]:
    """Two prices of an article that add up to its largest: "$9 billion", "$7 billion", "$2bn"."""
    for currency, known in sorted(prices_.items()):
        total = max(known)
        if len(known) > MOST_PRICES:
            continue
        for one, other in combinations(sorted(known), 2):
            if one + other == total:
                yield currency, one
                yield currency, other


def as_part(draft: Draft, known: Prices) -> Draft:
    """The draft with the basis of a part or of a whole, as the other prices of the article say."""
    value = draft.value
    if draft.attribute != "deal_amount" or not isinstance(value, Money):
        return draft
    if draft.basis in WHOLE_OF and not known.largest and len(known.parts) == 1:
        reason = "the only price that the article gives"
        return draft._replace(basis=WHOLE_OF[draft.basis], reasons=(*draft.reasons, reason))
    if draft.basis is Basis.UNSPECIFIED and (value.currency, value.low) in known.steps:
        if ":" in draft.subject:
            return draft
        reason = "it and another price of the article add up to the largest one"
        told = f"{draft.subject}: step of the price"
        return draft._replace(subject=told, reasons=(*draft.reasons, reason))
    basis = PART_OF.get(draft.basis)
    price = known.whole.get(value.currency)
    if basis is None or price is None or price < value.high * CLEARLY_LARGER:
        return draft
    reason = "smaller than the price that the article gives"
    return draft._replace(basis=basis, reasons=(*draft.reasons, reason))
