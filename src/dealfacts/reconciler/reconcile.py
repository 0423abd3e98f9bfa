"""`reconcile`: claims and sources in, the report out.

Three steps, each a pure function: `cut` sorts the drop into deals, `settle` works out one deal
from its part alone, `assemble` puts the results in order. The order of claims and sources never
matters, because all that follows works on sorted ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.report import NotCompared, Report, Source, Summary
from dealfacts.model.vocabulary import Status
from dealfacts.reconciler import foreign_letters
from dealfacts.reconciler.asked import asked
from dealfacts.reconciler.facts import Left
from dealfacts.reconciler.input_notes import input_notes
from dealfacts.reconciler.parts import cut
from dealfacts.reconciler.pins import Told, differing
from dealfacts.reconciler.rules import BY_ID
from dealfacts.reconciler.settings import DEFAULT, voiced
from dealfacts.reconciler.settle import settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Deal, Fact, Finding
    from dealfacts.reconciler.origins import SourceText
    from dealfacts.reconciler.parts import Drop
    from dealfacts.reconciler.settings import Settings
    from dealfacts.reconciler.settle import Settled


def reconcile(
    claims: Sequence[Claim], sources: Sequence[SourceText], chosen: Settings = DEFAULT
) -> Report:
    """What the claims agree and differ on, deal by deal; the same whatever the order of inputs."""
    drop = cut(claims, sources, chosen)
    return assemble(drop, [settle(part, chosen) for part in drop.parts], chosen)


def assemble(drop: Drop, settled: Sequence[Settled], chosen: Settings = DEFAULT) -> Report:
    """The report of a drop; `settled` are its parts' results in the order of the parts."""
    facts = tuple(fact for one in settled for fact in one.facts)
    labels = {source.id: source.label for source in drop.sources}
    findings = (
        *(finding for one in settled for finding in one.findings),
        *asked(facts, drop.claims, labels, chosen),
        *foreign_letters.check(drop.claims, labels),
        *_pinned(drop, facts, labels, chosen),
    )
    return Report(
        sources=tuple(_source(source, drop.origins) for source in drop.sources),
        deals=drop.deals,
        claims=drop.claims,
        facts=facts,
        findings=_sorted(voiced(findings, BY_ID, chosen)),
        checks=tuple(check for one in settled for check in one.checks),
        conversions=tuple(told for one in settled for told in one.conversions),
        timeline=tuple(event for one in settled for event in one.events),
        not_compared=_not_compared(
            (*(left for one in settled for left in one.left), *_aside(drop))
        ),
        problems=input_notes(drop.sources, chosen),
        summary=Summary(
            sources=len(drop.sources),
            origins=len(set(drop.origins.values())),
            deals=len(drop.deals),
            claims=len(drop.claims),
            agreements=sum(fact.status is Status.AGREEMENT for fact in facts),
            conflicts=sum(fact.status is Status.CONFLICT for fact in facts),
        ),
    )


def _pinned(
    drop: Drop, facts: Sequence[Fact], labels: Mapping[str, str], chosen: Settings
) -> tuple[Finding, ...]:
    if not (chosen.pins.values or chosen.pins.names):
        return ()
    deals: dict[str | None, Deal] = {deal.id: deal for deal in drop.deals}
    misread = {claim.id for claim in drop.misread}
    claims = {claim.id: claim for claim in drop.claims if claim.id not in misread}
    return differing(chosen.pins, Told(deals, facts, claims, labels))


def _source(source: SourceText, origin: Mapping[str, str]) -> Source:
    return Source(
        id=source.id,
        path=source.path,
        label=source.label,
        title=source.title,
        outlet=source.outlet,
        url=source.url,
        published=source.published,
        origin=origin[source.id],
        digest=source.digest,
        taken_from=source.taken_from,
    )


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Loudest first, then by deal and what they are about."""
    return tuple(
        sorted(
            findings,
            key=lambda f: (-f.severity.rank, f.deal or "~", f.rule, f.attribute, f.subject, f.id),
        )
    )


def _aside(drop: Drop) -> Iterator[Left]:
    yield from (Left(claim, "its article reports no deal") for claim in drop.homeless)
    yield from (Left(claim, "it was judged to be misread") for claim in drop.misread)


def _not_compared(left: Iterable[Left]) -> tuple[NotCompared, ...]:
    return tuple(NotCompared(claim=one.claim.id, reason=one.reason) for one in left)
