"""When a product or plant came out or is to come.

Leaves alone: foundings of companies, bids, rounds, results, statements and lawsuits that are
launched or released.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.date_claims import dated, event_words, is_to_come
from dealfacts.extractor.tokens import DATE
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("release_date",)
NEEDS = frozenset({DATE})


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every date that the words make a release."""
    for date in dated(context, *ATTRIBUTES):
        if kind_words("not_product").isdisjoint(event_words(context, date)):
            modality = Modality.EXPECTED if is_to_come(context, date) else Modality.ACTUAL
            yield date.draft(subjects.product_before(context, date.place), modality=modality)
