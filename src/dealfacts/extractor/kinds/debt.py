"""Loans, bonds and debts that belong to a deal or a party, and the fee for walking away.

Leaves alone: "including debt" as the basis of a price, which is the amount's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import stance, subjects
from dealfacts.extractor.figure_claims import draft, figures
from dealfacts.extractor.tokens import MONEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("debt", "break_fee")


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make a debt or a break-up fee."""
    for figure, meaning in figures(context, MONEY, "debt"):
        subject = subjects.owner(context, figure.place) or context.parties.label
        yield draft(figure, meaning, subject, modality=stance.modality(context, figure.place))
    for figure, meaning in figures(context, MONEY, "break_fee"):
        yield draft(figure, meaning, context.parties.label)
