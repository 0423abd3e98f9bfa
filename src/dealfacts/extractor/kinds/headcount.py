"""How many people work for a party.

Leaves alone: users, shareholders, jobs that a project may create, cuts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.tokens import COUNT
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("headcount",)
SCORE = 80


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every number of people who work for an organisation."""
    words = frozenset(context.scene.row.words)
    for figure in context.figures:
        value = figure.mention.value
        if figure.sign != COUNT or not isinstance(value, Count):
            continue
        is_staff = value.unit == "employees" or (
            value.unit == "people" and bool(words & kind_words("work"))
        )
        if not is_staff or words & kind_words("staff_change"):
            continue
        owner = subjects.owner(context, figure.place) or context.parties.target or "the company"
        yield Draft(
            attribute="headcount",
            subject=owner,
            start=figure.mention.start,
            end=figure.mention.end,
            value=value,
            score=SCORE,
            reasons=("a number of people who work",),
            hedge=figure.mention.hedge,
        )
