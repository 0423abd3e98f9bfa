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

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("other_amount", "other_percent")
NEEDS = frozenset({MONEY, PERCENT})


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every figure that states no fact of a deal."""
    for sign, attribute in ((MONEY, "other_amount"), (PERCENT, "other_percent")):
        for figure, meaning in figures(context, sign, attribute):
            row = context.scene.row
            first, last = row.starts[meaning.first], row.ends[meaning.last]
            yield draft(figure, meaning, context.scene.article.text[first:last])
