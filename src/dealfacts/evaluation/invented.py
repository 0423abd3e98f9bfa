"""Findings about names, and printed conflicts that nothing in the gold file backs.

A name fact is found by a name finding whose claims show two of its spellings. Refuses to decide
which spelling is right.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.evaluation.equality import fold
from dealfacts.model.values import Person, Quote
from dealfacts.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dealfacts.evaluation.gold import GoldFact
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Finding

NAMES = "person_name"


@dataclass(frozen=True, slots=True)
class Invented:
    """A printed conflict that no gold conflict backs; `loud` unless it is only a note."""

    attribute: str
    subject: str
    camps: tuple[str, ...]
    sources: tuple[str, ...]
    loud: bool
    rule: str


def groups_of(ids: Iterable[str], row: GoldFact, answers: Mapping[str, str]) -> frozenset[int]:
    """The groups of a gold fact, by index, that the claims `ids` answer."""
    told = {answers[one] for one in ids if one in answers}
    return frozenset(at for at, group in enumerate(row.groups) if told.intersection(group.claims))


def name_findings(
    row: GoldFact,
    findings: Iterable[Finding],
    claims: Mapping[str, Claim],
    answers: Mapping[str, str],
) -> list[Finding]:
    """Name findings whose claims show two of the gold spellings."""
    found = []
    for finding in findings:
        if not finding.rule.startswith("NAM"):
            continue
        groups = set(groups_of(finding.claims, row, answers))
        names = {fold(name) for one in finding.claims if (name := _name(claims[one]))}
        groups |= {at for at, group in enumerate(row.groups) if fold(group.value) in names}
        if len(groups) > 1:
            found.append(finding)
    return found


def _name(claim: Claim) -> str | None:
    match claim.value:
        case Person():
            return claim.value.name
        case Quote():
            return claim.value.speaker
        case _:
            return None


def invented_name(finding: Finding, claims: Mapping[str, Claim]) -> Invented:
    """A name finding that no gold fact backs."""
    names = Counter(_name(claims[one]) or "" for one in finding.claims)
    return Invented(
        attribute=NAMES,
        subject=finding.subject,
        camps=tuple(names),
        sources=tuple(sorted({claims[one].source for one in finding.claims})),
        loud=finding.severity is not Severity.NOTE,
        rule=finding.rule,
    )
