"""Findings of the rules that are off by default, made only for who asks for them.

SRC001: what one origin alone says. EXT001: figures that nothing types. Refuses to judge either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.report import Finding, content_id
from dealfacts.model.vocabulary import Severity, Status
from dealfacts.reconciler import wording
from dealfacts.reconciler.reading_rules import READING_RULES
from dealfacts.reconciler.settings import is_on
from dealfacts.reconciler.value_rules import VALUE_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Fact
    from dealfacts.reconciler.settings import Settings

UNTYPED = "other_"
ALONE = next(rule for rule in VALUE_RULES if rule.id == "SRC001")
SEEN = next(rule for rule in READING_RULES if rule.id == "EXT001")


def asked(
    facts: Iterable[Fact], claims: Iterable[Claim], labels: Mapping[str, str], chosen: Settings
) -> tuple[Finding, ...]:
    """What the rules find that the user has turned on; `labels` are those of sources by id."""
    found: list[Finding] = []
    if is_on(ALONE, chosen):
        found.extend(_alone(facts, labels))
    if is_on(SEEN, chosen):
        found.extend(_untyped(claims, labels))
    return tuple(found)


def _alone(facts: Iterable[Fact], labels: Mapping[str, str]) -> Iterator[Finding]:
    for fact in facts:
        if fact.status is Status.CONFLICT or fact.camps[0].origins != 1:
            continue
        camp = fact.camps[0]
        who = ", ".join(labels.get(source, source) for source in camp.sources)
        name = wording.attribute_words(fact.attribute)
        yield Finding(
            id=content_id(
                "x-", ALONE.id, fact.deal, fact.attribute, fact.subject, fact.period, camp.value
            ),
            rule=ALONE.id,
            severity=Severity.NOTE,
            deal=fact.deal,
            fact=fact.id,
            attribute=fact.attribute,
            subject=fact.subject,
            claims=camp.claims,
            message=f"{name} of {fact.subject}: only one origin says {camp.value} ({who})",
        )


def _untyped(claims: Iterable[Claim], labels: Mapping[str, str]) -> Iterator[Finding]:
    for claim in claims:
        if claim.attribute.startswith(UNTYPED):
            who = labels.get(claim.source, claim.source)
            yield Finding(
                id=content_id("x-", SEEN.id, claim.id),
                rule=SEEN.id,
                severity=Severity.NOTE,
                deal=claim.deal,
                attribute=claim.attribute,
                subject=claim.subject,
                claims=(claim.id,),
                message=f"“{claim.evidence.quote}”: nothing says what it measures ({who})",
            )
