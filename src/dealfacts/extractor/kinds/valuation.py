"""What the target is valued at in this deal, and what it was valued at before.

Leaves alone: stock market values and the worth of anything but a company.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.figure_claims import draft, figures
from dealfacts.extractor.tokens import MONEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("valuation", "prior_valuation")


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make a company's valuation."""
    for figure, meaning in figures(context, MONEY, *ATTRIBUTES):
        yield draft(figure, meaning, context.parties.target or "the company")
