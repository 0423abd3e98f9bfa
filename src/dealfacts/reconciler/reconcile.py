"""`reconcile`: claims and sources in, the report out.

Every deal is reconciled by itself. The order of claims and sources never matters, because all
that follows works on sorted ones.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.report import (
    Check,
    Event,
    Fact,
    Finding,
    NotCompared,
    Report,
    Source,
    Summary,
)
from dealfacts.model.vocabulary import Status
from dealfacts.reconciler import currency_signs, organisations, people
from dealfacts.reconciler.context import build
from dealfacts.reconciler.crosschecks import run
from dealfacts.reconciler.deals import group
from dealfacts.reconciler.echoes import hear, loud
from dealfacts.reconciler.facts import Left, items
from dealfacts.reconciler.guests import hosts
from dealfacts.reconciler.origins import origins
from dealfacts.reconciler.outcomes import outcomes
from dealfacts.reconciler.subjects import UNNAMED_DEAL, resolve
from dealfacts.reconciler.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Deal
    from dealfacts.reconciler.findings import Outcome
    from dealfacts.reconciler.origins import SourceText


class Settled(NamedTuple):
    """What one deal came to."""

    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    events: tuple[Event, ...]
    left: tuple[Left, ...]


def reconcile(claims: Sequence[Claim], sources: Sequence[SourceText]) -> Report:
    """What the claims agree and differ on, deal by deal; the same whatever the order of inputs."""
    ordered = sorted(sources, key=lambda source: source.id)
    origin = origins(ordered)
    published = {source.id: source.published for source in ordered}
    labels = {source.id: source.label for source in ordered}
    grouped = sorted(claims, key=_place)
    dealt = group(grouped, ordered, origin)
    deals = tuple(one.deal for one in dealt.groups)
    named = {deal.id: deal for deal in deals}
    grouped = [_in_deal(claim, dealt.by_claim.get(claim.id)) for claim in grouped]
    by_deal: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in grouped:
        by_deal[claim.deal].append(claim)
    # Without any named party everything given is taken for one story.
    homeless = by_deal.pop(None, []) if deals else []
    host = hosts(homeless, deals)
    for claim in homeless:
        if claim.id in host:
            by_deal[host[claim.id]].append(claim)
    homeless = [claim for claim in homeless if claim.id not in host]
    settled = [
        _settle(
            named.get(deal or ""),
            sorted(told, key=_place),
            (published, origin, labels),
        )
        for deal, told in sorted(by_deal.items(), key=lambda entry: entry[0] or "~")
    ]
    facts = tuple(fact for one in settled for fact in one.facts)
    conflicts = sum(fact.status is Status.CONFLICT for fact in facts)
    return Report(
        sources=tuple(_source(source, origin) for source in ordered),
        deals=deals,
        claims=tuple(grouped),
        facts=facts,
        findings=_sorted(finding for one in settled for finding in one.findings),
        checks=tuple(check for one in settled for check in one.checks),
        timeline=tuple(event for one in settled for event in one.events),
        not_compared=_not_compared(
            (*(left for one in settled for left in one.left), *_homeless(homeless))
        ),
        problems=(),
        summary=Summary(
            sources=len(ordered),
            origins=len(set(origin.values())),
            deals=len(deals),
            claims=len(grouped),
            agreements=sum(fact.status is Status.AGREEMENT for fact in facts),
            conflicts=conflicts,
        ),
    )


def _place(claim: Claim) -> tuple[str, int, int, str, str]:
    return claim.source, claim.evidence.start, claim.evidence.end, claim.attribute, claim.id


def _settle(
    told: Deal | None,
    claims: Sequence[Claim],
    known: tuple[Mapping[str, date | None], Mapping[str, str], Mapping[str, str]],
) -> Settled:
    """Facts, findings, checks and events of one deal's claims."""
    published, origin, labels = known
    everyone = sorted(claims, key=_place)
    claims, echoes = hear(everyone, origin)
    deal = told.id if told else None
    subjects = resolve(claims, told.label if told else UNNAMED_DEAL, told)
    context = build(claims, published, origin, labels, echoes)
    names = people.check(deal, claims, subjects, context)
    questions, aside = items(deal, claims, subjects, names.shared)
    results: list[Outcome] = []
    findings: list[Finding] = []
    denied: list[tuple[Fact, Finding]] = []
    left = list(aside)
    for item in questions:
        found, denials, rest = outcomes(item, context)
        results.extend(found)
        denied.extend(denials)
        left.extend(rest)
    checks, alarms = run(deal, results, context)
    facts = [outcome.fact for outcome in results]
    facts.extend(fact for fact, _ in (*names.results, *denied))
    findings.extend(outcome.finding for outcome in results if outcome.finding is not None)
    findings.extend(finding for _, finding in (*names.results, *denied))
    findings.extend(alarms)
    findings.extend(currency_signs.check(results, context))
    findings.extend(organisations.check(deal, claims, subjects, context))
    return Settled(
        facts=tuple(sorted(facts, key=lambda f: (f.attribute, f.subject, f.period or "", f.id))),
        findings=tuple(findings),
        checks=checks,
        events=timeline(deal, everyone, published),
        left=tuple(Left(echo, one.reason) for one in left for echo in loud([one.claim], echoes)),
    )


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
    )


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Loudest first, then by deal and what they are about."""
    return tuple(
        sorted(
            findings,
            key=lambda f: (-f.severity.rank, f.deal or "~", f.rule, f.attribute, f.subject, f.id),
        )
    )


def _in_deal(claim: Claim, deal: str | None) -> Claim:
    return claim if claim.deal == deal else claim.model_copy(update={"deal": deal})


def _homeless(claims: Iterable[Claim]) -> Iterator[Left]:
    return (Left(claim, "its article reports no deal") for claim in claims)


def _not_compared(left: Iterable[Left]) -> tuple[NotCompared, ...]:
    return tuple(NotCompared(claim=one.claim.id, reason=one.reason) for one in left)
