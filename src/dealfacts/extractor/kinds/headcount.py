"""How many people work for a party.

Leaves alone: users, shareholders, jobs that a project may create, cuts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.extractor.tokens import COUNT
from dealfacts.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("headcount",)
SCORE = 80
# "people" alone may be anybody; beside one of these they are staff.
WORK = frozenset(
    {"employs", "employ", "employed", "employing", "team", "work", "works", "workforce", "staff",
     "payroll", "headcount", "workers", "employees", "colleagues"}
)  # fmt: skip
CUTS = frozenset(
    {"cut", "cuts", "cutting", "lay", "laid", "layoffs", "lose", "create", "creates", "creating",
     "created", "add", "hire", "hiring", "fire", "fired", "shed", "eliminate", "redundant"}
)  # fmt: skip


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every number of people who work for an organisation."""
    words = frozenset(context.scene.row.words)
    for figure in context.figures:
        value = figure.mention.value
        if figure.sign != COUNT or not isinstance(value, Count):
            continue
        is_staff = value.unit == "employees" or (value.unit == "people" and bool(words & WORK))
        if not is_staff or words & CUTS:
            continue
        owner = context.owner(figure.place) or context.parties.target or "the company"
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
