"""When the deal was announced or signed, and when it closed or is to close.

Leaves alone: trading days, court dates, dates of other deals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.date_claims import dated
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("announcement_date", "closing_date")


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every date that the words make a step of the article's deal."""
    if not context.speaks_of_deal:
        return
    for date in dated(context, *ATTRIBUTES):
        modality = Modality(date.meaning.block.modality or "actual")
        yield date.draft(context.parties.label, modality=modality)
