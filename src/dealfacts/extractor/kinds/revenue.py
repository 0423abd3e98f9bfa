"""Revenue and profit of a party, each with its period.

Leaves alone: analysts' estimates, market sizes, transaction volumes, balances.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import periods, stance, subjects
from dealfacts.extractor.figure_claims import draft, figures
from dealfacts.extractor.tokens import MONEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("revenue", "profit")


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make revenue, profit or loss."""
    for figure, meaning in figures(context, MONEY, *ATTRIBUTES):
        subject = subjects.owner(context, figure.place) or context.parties.target or "the company"
        period = periods.near(context, figure.place)
        modality = stance.modality(context, figure.place)
        yield draft(figure, meaning, subject, period=period, modality=modality)
