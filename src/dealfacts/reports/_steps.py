"""The course of a deal for a reader: its dated steps in words, each told once.

An article of October that calls a deal of September agreed is no second agreement: a stage is told
where it is first reported, and again only after another one came between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import PartialDate, Term
from dealfacts.model.vocabulary import Anchor, Grain, Hedge, Modality
from dealfacts.reports import _wording
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Event
    from dealfacts.reports._index import Index

# One dated step is no course of events.
FEWEST = 2
AS_SHOWN = frozenset({Grain.DAY, Grain.QUARTER, Grain.HALF})
# Events in the words of a course, by aspect or by whether they are still to come.
DUE = {True: "due", False: "done"}
EVENTS = {
    ("announcement_date", "signing"): "Signed",
    ("announcement_date", "first bid"): "First bid",
    ("announcement_date", "raised bid"): "Raised bid",
    ("announcement_date", "due"): "Expected to be announced",
    ("announcement_date", "done"): "Announced",
    ("closing_date", "due"): "Expected to close",
    ("closing_date", "done"): "Closed",
}


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
                words = _stage(claim)
                if words == stage:
                    continue
                stage = words
            else:
                words = told(claim)
            note = f"; {visible(event.note)}" if event.note else ""
            found.append(Step(visible(_wording.day(event.date) or event.date), words + note, claim))
    return tuple(found) if len(found) >= FEWEST else ()


def told(claim: Claim) -> str:
    """As in "Signed", "Expected to close: by mid-2025", "Deal amount: $3 billion"."""
    aspect = claim.subject.rpartition(": ")[2]
    is_due = claim.modality is Modality.EXPECTED
    event = EVENTS.get((claim.attribute, aspect)) or EVENTS.get((claim.attribute, DUE[is_due]))
    value, said = claim.value, _wording.variant(claim)
    if isinstance(value, PartialDate) and value.grain in AS_SHOWN and claim.hedge is Hedge.NONE:
        # The day stands in front; "Tuesday" says how the article put it, "July 9, 2024" nothing.
        said = "" if value.anchor is Anchor.EXPLICIT else said
    what = event or _wording.attribute(claim.attribute)
    return f"{what}: {said}" if said else what


def _stage(claim: Claim) -> str:
    """The day of a stage is that of the article, which may tell of an older event."""
    return f"Reported as {_wording.variant(claim)}"
