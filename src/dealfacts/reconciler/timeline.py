"""The dated steps of each deal, in order: talks, announcement, closing, and figures that changed.

Takes dates that articles state; the day of a stage, or of a figure that another one superseded, is
the day of the article that prints it first. Refuses to place what has no day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.report import Event
from dealfacts.model.values import PartialDate, Term
from dealfacts.model.vocabulary import Cause
from dealfacts.reconciler import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.findings import Outcome

DATED = frozenset({"announcement_date", "closing_date"})


def timeline(
    deal: str | None,
    claims: Iterable[Claim],
    published: Mapping[str, date | None],
    results: Iterable[Outcome] = (),
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
    found = [
        (from_, Event(deal=deal, date=day, claim=claim))
        for (from_, day, _, _), claim in sorted(steps.items())
    ]
    found += [(event.date, event) for event in _revisions(deal, results, published)]
    # A stable sort: of one day, the steps stand before the figures.
    return tuple(event for _, event in sorted(found, key=lambda entry: entry[0]))


def _revisions(
    deal: str | None, results: Iterable[Outcome], published: Mapping[str, date | None]
) -> Iterator[Event]:
    """The values of each fact of which later ones superseded earlier ones, by first print."""
    for outcome in results:
        if outcome.finding is None or outcome.finding.cause is not Cause.SUPERSEDED:
            continue
        told = sorted(
            (day, claim.id, claim)
            for party in outcome.parties
            # A date that was put off stands in the timeline by itself.
            if not isinstance(party.lead.side.value, PartialDate)
            for day, claim in [_first(party.lead.claims, published)]
            if day is not None
        )
        shown = [wording.claim_text(claim) for _, _, claim in told]
        for at, (day, name, _) in enumerate(told if len(told) > 1 else ()):
            last = at + 1 == len(told)
            note = f"before: {shown[at - 1]}" if last else f"later: {shown[at + 1]}"
            yield Event(deal=deal, date=day.isoformat(), claim=name, note=note)


def _first(
    claims: Iterable[Claim], published: Mapping[str, date | None]
) -> tuple[date | None, Claim]:
    """The claim of the earliest article, with its day; None where none has one."""
    told = [(published.get(claim.source), claim) for claim in claims]
    dated = [(day, claim) for day, claim in told if day is not None]
    return min(dated, key=lambda entry: (entry[0], entry[1].id)) if dated else told[0]
