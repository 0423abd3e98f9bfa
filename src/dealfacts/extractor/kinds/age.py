"""How old a person or company is.

Leaves alone: the age at which somebody did something ("a billionaire at 24"), spans of time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import COUNT, PERSON
from dealfacts.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("age",)
SCORE = 90
REACH = 8


def _bearer(context: Context, place: int) -> str | None:
    """The nearest name: behind "28-year-old", before ", 28,"."""
    near = between(context.names, place - REACH, place + REACH)
    people = [named for named in near if named.sign == PERSON]
    ranked = sorted(people or near, key=lambda n: (abs(n.place - place), n.place < place))
    if ranked:
        return ranked[0].name
    return subjects.person_before(context, context.scene.row.starts[place])


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every age of a named bearer."""
    for figure in context.figures:
        value = figure.mention.value
        if figure.sign != COUNT or not isinstance(value, Count) or value.unit != "years old":
            continue
        bearer = _bearer(context, figure.place)
        if bearer is not None:
            yield Draft(
                attribute="age",
                subject=bearer,
                start=figure.mention.start,
                end=figure.mention.end,
                value=value,
                score=SCORE,
                reasons=("an age beside a name",),
                hedge=figure.mention.hedge,
            )
