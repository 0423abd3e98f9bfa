"""When a company was founded.

Leaves alone: launches of products, years of listings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.date_claims import dated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("founded",)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every date that the words make a founding date."""
    for date in dated(context, *ATTRIBUTES):
        owner = subjects.owner(context, date.place) or context.parties.target or "the company"
        yield date.draft(owner)
