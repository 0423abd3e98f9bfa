"""The dated steps of each deal, in order: talks, announcement, closing.

Takes dates that articles state; the day of a stage is the day of the article that reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.report import Event
from dealfacts.model.values import PartialDate, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from dealfacts.model.claims import Claim

DATED = frozenset({"announcement_date", "closing_date"})


def timeline(
    deal: str | None, claims: Iterable[Claim], published: Mapping[str, date | None]
) -> tuple[Event, ...]:
    """One event for each distinct step and day of one deal, by day."""
    steps: dict[tuple[str, str, str, str], str] = {}
    for claim in sorted(claims, key=lambda c: (c.source, c.evidence.start, c.id)):
        match claim.value:
            case PartialDate(edtf=edtf, earliest=first) if claim.attribute in DATED and first:
                from_, day = first.isoformat(), edtf or first.isoformat()
                what = claim.attribute
            case Term(term=term) if claim.attribute == "deal_status":
                told = published.get(claim.source)
                if told is None:
                    continue
                from_ = day = told.isoformat()
                what = term
            case _:
                continue
        steps.setdefault((from_, day, what, str(claim.modality)), claim.id)
    return tuple(
        Event(deal=deal, date=day, claim=claim) for (_, day, _, _), claim in sorted(steps.items())
    )
