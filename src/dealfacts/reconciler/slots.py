"""Findings about who somebody is: the sides of a disputed slot, its fact and its finding.

Knows how such a finding is put, not when there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.report import Camp, Fact, Finding, content_id
from dealfacts.model.vocabulary import Cause, Relation, Status
from dealfacts.reconciler import wording
from dealfacts.reconciler.echoes import loud
from dealfacts.reconciler.name_rules import NAME_RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.context import Context

NAME = "person_name"
BY_ID = {rule.id: rule for rule in NAME_RULES}
HEADINGS = {
    "NAM001": "One person, spelled differently",
    "NAM002": "Different names for one person",
    "ROL001": "Two people in one post",
}


class Spelling(NamedTuple):
    """One spelling of a name with the claims that print it."""

    name: str
    claims: tuple[Claim, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that print it, sorted."""
        return tuple(sorted({claim.source for claim in self.claims}))


Result = tuple[Fact, Finding]


def disputed(
    rule: str,
    deal: str | None,
    subject: str,
    spellings: Sequence[Spelling],
    reasons: tuple[str, ...],
    context: Context,
    heading: str = "",
) -> Result:
    """The fact of a slot with a camp for each name or post, and the finding about it."""
    spellings = [
        spelling._replace(claims=loud(spelling.claims, context.echoes))
        for spelling in _ranked(spellings, context)
    ]
    camps = tuple(
        Camp(
            value=spelling.name,
            claims=tuple(claim.id for claim in spelling.claims),
            sources=spelling.sources,
            origins=context.count_origins(spelling.sources),
        )
        for spelling in spellings
    )
    is_name = rule != "ROL001"
    attribute = NAME if is_name else "person_role"
    fact = Fact(
        id=content_id("f-", deal, attribute, subject, rule),
        deal=deal,
        attribute=attribute,
        subject=subject,
        status=Status.CONFLICT,
        contested=True,
        consensus=camps[0].value,
        camps=camps,
    )
    sides = [
        f"“{spelling.name}” ({', '.join(context.label(source) for source in spelling.sources)}; "
        f"{wording.counted(context.count_origins(spelling.sources), 'origin')})"
        for spelling in spellings
    ]
    message = f"{heading or HEADINGS[rule]}: {' against '.join(sides)}"
    leads = [spelling.claims[0].id for spelling in spellings]
    rest = [claim.id for spelling in spellings for claim in spelling.claims]
    return fact, Finding(
        id=content_id("x-", rule, deal, attribute, subject, *sorted(s.name for s in spellings)),
        rule=rule,
        severity=BY_ID[rule].severity,
        relation=Relation.CONFLICT,
        cause=Cause.SPELLING if rule == "NAM001" else Cause.UNKNOWN,
        deal=deal,
        fact=fact.id,
        attribute=attribute,
        subject=subject,
        claims=tuple(dict.fromkeys((*leads, *rest))),
        message=message,
        reasons=reasons,
    )


def _ranked(spellings: Sequence[Spelling], context: Context) -> list[Spelling]:
    return sorted(spellings, key=lambda s: (-context.count_origins(s.sources), s.name))
