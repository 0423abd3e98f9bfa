"""The price that an article says it does not know: "for an undisclosed sum".

Refuses what is not disclosed of anything else than a price or its terms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.values import Undisclosed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

# How far "terms" or "price" stands before "not disclosed".
UNDISCLOSED_SCORE, TERMS_REACH = 75, 10


def undisclosed(context: Context) -> Iterator[Draft]:
    """The price that the article says it does not know: "for an undisclosed sum"."""
    words, row = context.words, context.scene.row
    places = row.places(kind_words("hidden", "disclosed"))
    if not places or not (context.speaks_of_deal or "terms" in words):
        return
    for place in places:
        if words[place] in kind_words("hidden"):
            first, last = place, place
        elif not kind_words("negation").isdisjoint(words[max(place - TERMS_REACH, 0) : place]):
            first = max(at for at in range(place) if words[at] in kind_words("negation"))
            last = place
        else:
            continue
        if kind_words("terms").isdisjoint(words[max(place - TERMS_REACH, 0) : place + 3]):
            continue
        yield Draft(
            attribute="deal_amount",
            subject=context.parties.label,
            start=row.starts[first],
            end=row.ends[last],
            value=Undisclosed(),
            score=UNDISCLOSED_SCORE,
            reasons=("the article says that the price is not known",),
            is_exclusive=False,
        )
        return
