"""How old a person or company is.

Leaves alone: the age at which somebody did something ("a billionaire at 24"), spans of time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.extractor.tokens import COUNT, ORGANISATION, PERSON
from dealfacts.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("age",)
SCORE = 90
REACH = 8


def _bearer(context: Context, place: int) -> str | None:
    """The nearest name: behind "28-year-old", before ", 28,"."""
    found = [
        (abs(at - place), at < place, name)
        for at, sign, name in context.names()
        if sign in {PERSON, ORGANISATION} and abs(at - place) <= REACH
    ]
    people = [
        (abs(at - place), at < place, name)
        for at, sign, name in context.names()
        if sign == PERSON and abs(at - place) <= REACH
    ]
    ranked = sorted(people) or sorted(found)
    return ranked[0][2] if ranked else context.person_before(context.scene.row.starts[place])


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
