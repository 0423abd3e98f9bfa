"""How far the deal has come: rumoured, in talks, agreed, closed, or ended in one way or another.

The first mention of each stage is a claim; a bid made in public is at the table, as talks are.
Leaves alone: stages of other deals, conditions ("if the sale falls through"), intentions ("wants to
buy"), talks and bids told as history once the deal is agreed, and verbs in sentences that name no
side of this deal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.model.values import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("deal_status",)
NEEDS = frozenset[str]()
SCORE = 70


def propose(context: Context) -> Iterator[Draft]:
    """The stages that the sentence is the first of its article to tell."""
    row = context.scene.row
    for told in context.story.stages.get(context.scene.number, ()):
        yield Draft(
            attribute="deal_status",
            subject=context.parties.label,
            start=row.starts[told.first],
            end=row.ends[told.last],
            value=Term(term=told.term),
            score=SCORE,
            reasons=(f"the words read as: {told.phrase.text}",),
            is_exclusive=False,
        )
