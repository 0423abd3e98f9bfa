"""What one deal comes to: its facts, findings, checks and events, from its own part alone.

A pure function of its part, so that deals can be settled in any order and anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.reconciler import currency_signs, home_signs, organisations, people
from dealfacts.reconciler.context import build
from dealfacts.reconciler.conversions import conversions
from dealfacts.reconciler.crosschecks import run
from dealfacts.reconciler.currencies import Exchange, implied
from dealfacts.reconciler.echoes import hear, loud
from dealfacts.reconciler.facts import Left, items
from dealfacts.reconciler.outcomes import outcomes
from dealfacts.reconciler.settings import DEFAULT
from dealfacts.reconciler.subjects import UNNAMED_DEAL, resolve
from dealfacts.reconciler.timeline import timeline

if TYPE_CHECKING:
    from dealfacts.model.report import Check, Conversion, Event, Fact, Finding
    from dealfacts.reconciler.findings import Outcome
    from dealfacts.reconciler.parts import Part
    from dealfacts.reconciler.settings import Settings


class Settled(NamedTuple):
    """What one deal came to; `left` are the claims that were compared with nothing."""

    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    conversions: tuple[Conversion, ...]
    events: tuple[Event, ...]
    left: tuple[Left, ...]


def settle(part: Part, chosen: Settings = DEFAULT) -> Settled:
    """Facts, findings, checks and events of one deal's claims."""
    voiced, echoes = hear(part.claims, part.texts)
    rates = Exchange(chosen.rates, implied(voiced), part.published)
    signs = home_signs.taken(voiced, rates)
    claims = home_signs.told(voiced, signs)
    deal = part.deal.id if part.deal else None
    label = part.deal.label if part.deal else UNNAMED_DEAL
    subjects = resolve(claims, label, part.deal, chosen.two_people)
    context = build(claims, part.published, part.origins, part.labels, echoes)
    names = people.check(deal, claims, subjects, context)
    exchange = Exchange(chosen.rates, implied(claims), part.published, signs)
    questions, aside = items(deal, claims, subjects, names.shared, exchange)
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
    converted, odd = conversions(deal, results, context, exchange)
    findings.extend(odd)
    findings.extend(organisations.check(deal, claims, subjects, context))
    return Settled(
        facts=tuple(sorted(facts, key=lambda f: (f.attribute, f.subject, f.period or "", f.id))),
        findings=tuple(findings),
        checks=checks,
        conversions=converted,
        events=timeline(deal, part.claims, part.published, results),
        left=tuple(Left(echo, one.reason) for one in left for echo in loud([one.claim], echoes)),
    )
