"""The premium of an offer over a reference price; the reference is the period.

Leaves alone: moves of the share price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import periods
from dealfacts.extractor.figure_claims import draft, figures
from dealfacts.extractor.tokens import PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("premium",)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every percentage that the words set against a share price."""
    for figure, meaning in figures(context, PERCENT, *ATTRIBUTES):
        subject = f"offer for {context.parties.target or 'the company'}"
        yield draft(figure, meaning, subject, period=periods.reference(context, figure.place))
