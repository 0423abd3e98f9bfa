"""When a product or plant came out or is to come.

Leaves alone: foundings of companies, announcements of deals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.date_claims import dated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("release_date",)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every date that the words make a release."""
    for date in dated(context, *ATTRIBUTES):
        yield date.draft(subjects.product_before(context, date.place))
