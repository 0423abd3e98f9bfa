"""The share of a company that is bought, held or offered.

Leaves alone: shares of revenue, of staff, of a market, and moves of a price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.figure_claims import draft, figures
from dealfacts.extractor.tokens import PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("stake",)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every percentage that the words make a holding in a company."""
    for figure, meaning in figures(context, PERCENT, *ATTRIBUTES):
        yield draft(figure, meaning, subjects.holding(context, figure.place))
