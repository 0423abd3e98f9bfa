"""What some articles assert and others deny, as a fact with two camps and its finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.report import Camp, Fact, Finding, content_id
from dealfacts.model.vocabulary import Relation, Severity, Status
from dealfacts.reconciler import wording
from dealfacts.reconciler.echoes import loud
from dealfacts.reconciler.findings import labels_of, question, sources_of
from dealfacts.reconciler.stances import printed

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.facts import Item


def denial(
    item: Item, asserted: tuple[Claim, ...], denied: tuple[Claim, ...], context: Context
) -> tuple[Fact, Finding]:
    """The fact and the finding of a value that some articles assert and others deny."""
    shown_ = wording.claim_text(asserted[0])
    asserted, denied = loud(asserted, context.echoes), loud(denied, context.echoes)
    camps = tuple(
        Camp(
            value=value,
            claims=tuple(claim.id for claim in claims),
            sources=tuple(sources_of(claims)),
            origins=context.count_origins(sources_of(claims)),
        )
        for value, claims in ((shown_, asserted), (f"not {shown_}", denied))
    )
    identity = (item.deal, item.attribute, item.subject, item.period, printed(denied[0].value))
    fact = Fact(
        id=content_id("f-", *identity, "denied"),
        deal=item.deal,
        attribute=item.attribute,
        subject=item.subject,
        period=item.period,
        status=Status.CONFLICT,
        contested=True,
        consensus=camps[0].value,
        camps=camps,
    )
    return fact, Finding(
        id=content_id("x-", "POL001", *identity),
        rule="POL001",
        severity=Severity.ERROR,
        relation=Relation.CONFLICT,
        deal=item.deal,
        fact=fact.id,
        attribute=item.attribute,
        subject=item.subject,
        claims=tuple(claim.id for claim in (*asserted, *denied)),
        message=(
            f"{question(item)}: {shown_} is asserted ({labels_of(asserted, context)}) "
            f"and denied ({labels_of(denied, context)})"
        ),
        reasons=("One side asserts what the other one denies.",),
    )
