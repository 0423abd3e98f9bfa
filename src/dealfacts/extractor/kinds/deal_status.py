"""How far the deal has come: talks, agreed, closed, terminated, rejected, blocked.

Leaves alone: stages of other deals, and verbs in sentences that name no side of this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.extractor.phrases import stages
from dealfacts.model.values import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("deal_status",)
SCORE = 70


def propose(context: Context) -> Iterator[Draft]:
    """The first stage phrase of a sentence that speaks of the article's deal."""
    if not context.speaks_of_deal:
        return
    row = context.scene.row
    for phrase, first, last in stages(row):
        bought = context.object_near(first)
        if bought is not None and bought not in {context.parties.target, context.parties.acquirer}:
            continue
        yield Draft(
            attribute="deal_status",
            subject=context.parties.label,
            start=row.starts[first],
            end=row.ends[last],
            value=Term(term=phrase.term),
            score=SCORE,
            reasons=(f"the words read as: {phrase.text}",),
            is_exclusive=False,
        )
        return
