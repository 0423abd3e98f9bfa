"""How far the deal has come: talks, agreed, closed, terminated, rejected, blocked.

Leaves alone: stages of other deals, and verbs in sentences that name no side of this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.phrases import stages
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.values import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("deal_status",)
SCORE = 70
# The opening of an article tells the stage; later only an end is news.
OPENING = 6
LATE = frozenset({"closed", "terminated", "rejected"})
CONDITION_REACH = 7


def propose(context: Context) -> Iterator[Draft]:
    """The first stage phrase of a sentence that speaks of the article's deal."""
    if not context.speaks_of_deal:
        return
    row = context.scene.row
    is_opening = context.is_heading or context.scene.number < OPENING
    for phrase, first, last in stages(row):
        if not is_opening and phrase.term not in LATE:
            continue
        if not kind_words("condition").isdisjoint(
            row.words[max(first - CONDITION_REACH, 0) : first]
        ):
            continue
        bought = subjects.object_near(context, first)
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
