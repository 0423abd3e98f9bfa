"""The price or size of the deal or round, its parts, earlier offers, and all money raised so far.

Leaves alone: the prices of other deals, which become `other_amount` with both names as subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.figure_claims import draft, figures
from dealfacts.extractor.tokens import MONEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("deal_amount", "prior_offer", "total_raised")

# A sum in a headline that nothing else explains is the deal's.
HEADLINE_SCORE = 40


def _is_other_deal(context: Context, place: int) -> bool:
    """Whether the sum at `place` is the price of another deal than the article's."""
    bought = context.object_near(place)
    sides = {context.parties.target, context.parties.acquirer}
    if bought is not None:
        return bought not in sides
    return not context.is_heading and context.is_long_ago(place)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make a price, an offer or a total raised."""
    for figure, meaning in figures(context, MONEY, *ATTRIBUTES):
        attribute = meaning.block.attribute
        if attribute == "total_raised":
            subject = context.parties.target or "the company"
        elif _is_other_deal(context, figure.place):
            attribute = "other_amount"
            bought = context.object_near(figure.place)
            subject = f"another deal: {bought}" if bought else "an earlier deal"
        else:
            subject = context.parties.label
        yield draft(figure, meaning, subject, attribute=attribute)
