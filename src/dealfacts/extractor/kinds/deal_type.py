"""What sort of deal it is: acquisition, minority stake, funding round, merger, asset sale, venture.

One claim an article, on the word that says so. Leaves alone: other deals of the same companies,
and deals of which no word of the opening tells the sort.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.model.values import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("deal_type",)
NEEDS = frozenset[str]()
SCORE = 75


def propose(context: Context) -> Iterator[Draft]:
    """The type of the article's deal, in the sentence that tells it."""
    told = context.story.deal_type
    if told is None or told.number != context.scene.number:
        return
    row = context.scene.row
    yield Draft(
        attribute="deal_type",
        subject=context.parties.label,
        start=row.starts[told.place],
        end=row.ends[told.place],
        value=Term(term=told.term),
        score=SCORE,
        reasons=("a word of the opening says what sort of deal it is",),
        is_exclusive=False,
    )
