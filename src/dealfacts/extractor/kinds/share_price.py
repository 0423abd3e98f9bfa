"""The price of one share: what the offer pays, or what the market paid.

Leaves alone: moves of the price, index levels, earnings and dividends per share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import periods, subjects
from dealfacts.extractor.figure_claims import draft, figures, is_unit_price
from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("share_price",)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make the price of a share."""
    if not kind_words("results").isdisjoint(context.scene.row.words):
        return
    for figure, meaning in figures(context, MONEY, *ATTRIBUTES):
        if not is_unit_price(figure):
            continue
        if meaning.block.about == "market":
            owner = subjects.owner(context, figure.place) or context.parties.target or "the company"
            period = periods.day(context, figure.place)
            yield draft(figure, meaning, f"{owner}: market price", period=period)
        else:
            yield draft(figure, meaning, f"offer for {context.parties.target or 'the company'}")
