"""Figures whose words say what they are, and it is nothing that is compared.

Market sizes, fortunes, fines, share-price moves, growth rates: read, named, and kept apart, so
that they never become a fact of the deal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.figure_claims import draft, figures
from dealfacts.extractor.tokens import MONEY, PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("other_amount", "other_percent")
NEEDS = frozenset({MONEY, PERCENT})
RESULTS = frozenset({"revenue", "profit", "deal_amount"})
# "a year" is a rate, "a year earlier" a time.
RATE, TIMES = ("a", "year", "earlier"), frozenset({"earlier", "ago", "before", "later"})


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every figure that states no fact of a deal."""
    for sign, attribute in ((MONEY, "other_amount"), (PERCENT, "other_percent")):
        for figure, meaning in figures(context, sign, attribute):
            row = context.scene.row
            if _is_result(figure) and _is_time(context, figure.place):
                continue
            first, last = row.starts[meaning.first], row.ends[meaning.last]
            yield draft(figure, meaning, context.scene.article.text[first:last])


def _is_result(figure: Figure) -> bool:
    """Whether the words could make a figure a result, or a price paid in steps, as well."""
    return any(meaning.block.attribute in RESULTS for meaning in figure.meanings)


def _is_time(context: Context, place: int) -> bool:
    """Whether a time stands behind and no rate: "£12 million a year earlier"."""
    behind = context.words[place + 1 : place + 1 + len(RATE)]
    return behind[:1] in {("a",), ("an",)} and not TIMES.isdisjoint(behind[2:])
