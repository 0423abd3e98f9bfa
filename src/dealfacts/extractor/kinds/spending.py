"""Investment that a party makes or promises beside the price: plants, projects, infrastructure.

Leaves alone: the price itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import periods, subjects
from dealfacts.extractor.figure_claims import draft, figures
from dealfacts.extractor.tokens import MONEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("spending",)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make an outlay of a party."""
    for figure, meaning in figures(context, MONEY, *ATTRIBUTES):
        subject = subjects.owner(context, figure.place) or context.parties.acquirer or "the company"
        period = periods.near(context, figure.place)
        yield draft(figure, meaning, subject, period=period)
