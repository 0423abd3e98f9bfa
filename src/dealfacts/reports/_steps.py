"""The course of a deal for a reader: its dated steps in words, each told once.

An article of October that calls a deal of September agreed is no second agreement: a stage is told
where it is first reported, and again only after another one came between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Term
from dealfacts.reports import _wording
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Event
    from dealfacts.reports._index import Index

# One dated step is no course of events.
FEWEST = 2


class Step(NamedTuple):
    """A day, what happened or was reported then, and the claim that says so."""

    day: str
    told: str
    claim: Claim


def course(events: Iterable[Event], index: Index) -> tuple[Step, ...]:
    """The steps of a deal, in the order of the report; none where there are too few to follow."""
    found: list[Step] = []
    stage = ""
    for event in events:
        for claim in index.known((event.claim,)):
            if isinstance(claim.value, Term):
                told = _stage(claim)
                if told == stage:
                    continue
                stage = told
            else:
                told = f"{_wording.attribute(claim.attribute)}: {_wording.variant(claim)}"
            note = f"; {visible(event.note)}" if event.note else ""
            found.append(Step(visible(_wording.day(event.date) or event.date), told + note, claim))
    return tuple(found) if len(found) >= FEWEST else ()


def _stage(claim: Claim) -> str:
    """The day of a stage is that of the article, which may tell of an older event."""
    return f"Reported as {_wording.variant(claim)}"
