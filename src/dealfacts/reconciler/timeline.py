"""The dated steps of each deal, in order: talks, announcement, closing, and figures that changed.

Takes dates that articles state, each camp once; the day of a stage, or of a figure that another one
superseded, is the day of the article that prints it first. Refuses to place what has no day.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.report import Event
from dealfacts.model.values import PartialDate, Term
from dealfacts.model.vocabulary import Cause, Modality, Relation, Stage
from dealfacts.reconciler import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.findings import Outcome

DATED = frozenset({"announcement_date", "closing_date"})
# Who closes a deal within these days tells of the same closing.
SOON = timedelta(days=14)
# Terms of a deal that are raised and cut; who buys or how many work there is none.
REVISED = frozenset(
    {"deal_amount", "share_price", "premium", "stake", "valuation", "exchange_ratio", "break_fee"}
)


def timeline(
    deal: str | None,
    claims: Iterable[Claim],
    published: Mapping[str, date | None],
    results: Iterable[Outcome] = (),
) -> tuple[Event, ...]:
    """One event for each distinct step and day of one deal, by day."""
    results = tuple(results)
    steps: dict[tuple[str, str, str], str] = {}
    reported = _reported(claims, published)
    for day, claim, term in reported:
        if not _is_early(day, claim, term, reported):
            steps.setdefault((day.isoformat(), term, str(claim.modality)), claim.id)
    found = [
        (day, Event(deal=deal, date=day, claim=claim))
        for (day, _, _), claim in sorted(steps.items())
    ]
    found += _dated(deal, results)
    found += [(event.date, event) for event in _revisions(deal, results, published)]
    # A stable sort: of one day, the steps stand before the figures.
    return tuple(event for _, event in sorted(found, key=lambda entry: entry[0]))


class _Stage(NamedTuple):
    """A stage, the claim that tells it, and the day of its article."""

    day: date
    claim: Claim
    term: str


def _reported(claims: Iterable[Claim], published: Mapping[str, date | None]) -> list[_Stage]:
    """Every stage that a dated article tells, by source and place."""
    return [
        _Stage(day, claim, claim.value.term)
        for claim in sorted(claims, key=lambda c: (c.source, c.evidence.start, c.id))
        if claim.attribute == "deal_status" and isinstance(claim.value, Term)
        if (day := published.get(claim.source)) is not None
    ]


def _is_early(day: date, claim: Claim, term: str, reported: Sequence[_Stage]) -> bool:
    """Whether one article calls a deal closed that others call agreed on that day or later.

    "Acme has bought Beta" stands over deals on the day that they are agreed.
    """
    if term != Stage.CLOSED:
        return False
    others = [stage for stage in reported if stage.claim.source != claim.source]
    if any(stage.term == Stage.CLOSED and abs(stage.day - day) <= SOON for stage in others):
        return False
    return any(stage.term == Stage.AGREED and stage.day >= day for stage in others)


def _dated(deal: str | None, results: Iterable[Outcome]) -> Iterator[tuple[str, Event]]:
    """Each camp of a day once, by its most precise value: "last year" is no step of its own."""
    for outcome in results:
        if outcome.fact.attribute not in DATED:
            continue
        for party in outcome.parties:
            # What is told as past stands for what was expected, even where that is finer.
            told = sorted(
                (*party.lead.claims, *party.claims),
                key=lambda claim: claim.modality is Modality.EXPECTED,
            )
            for claim in told:
                value = claim.value
                if isinstance(value, PartialDate) and value.earliest:
                    first = value.earliest.isoformat()
                    yield first, Event(deal=deal, date=value.edtf or first, claim=claim.id)
                    break


def _revisions(
    deal: str | None, results: Iterable[Outcome], published: Mapping[str, date | None]
) -> Iterator[Event]:
    """The values of each fact of which later ones superseded earlier ones, by first print."""
    for outcome in results:
        finding = outcome.finding
        if finding is None or finding.cause is not Cause.SUPERSEDED:
            continue
        if outcome.fact.attribute not in REVISED or finding.relation is not Relation.CONFLICT:
            continue
        told = sorted(
            (day, claim.id, claim)
            for party in outcome.parties
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
