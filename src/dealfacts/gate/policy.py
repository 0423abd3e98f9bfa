"""Which rules speak, how loudly, and how sure their claims must be: what a user chose, checked.

Turns names and prefixes of rules into the reconciler's settings. Refuses a name that is no rule.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.errors import DealfactsError
from dealfacts.model.vocabulary import Severity
from dealfacts.reconciler.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dealfacts.model.report import Fact, Finding, Report

ALL, DEFAULT = "ALL", "DEFAULT"
OFF = "off"
IDS = frozenset(rule.id for rule in RULES)


class Policy(NamedTuple):
    """Names as the user wrote them: rules, prefixes of rules ("VAL"), ALL or DEFAULT.

    `severities` maps a rule, or a rule and a cause ("VAL001.superseded"), to note, warning, error
    or off. `min_confidence` is between 0 and 1.
    """

    select: tuple[str, ...] = (DEFAULT,)
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, str] = MappingProxyType({})
    min_confidence: float = 0.0

    def voices(self) -> dict[str, Severity | None]:
        """The severity of every rule that is not as it is by default; None is off.

        What is ignored is off, whatever selects it. Raises DealfactsError for an unknown rule.
        """
        chosen = _rules(self.select or (DEFAULT,)) - _rules(self.ignore)
        found: dict[str, Severity | None] = {}
        for rule in RULES:
            if rule.id not in chosen:
                found[rule.id] = None
            elif not rule.is_on:
                found[rule.id] = rule.severity
        for name, severity in self.severities.items():
            whole = name.partition(".")[0]
            if whole not in IDS:
                raise _unknown(whole)
            if whole in chosen:
                found[name] = None if severity == OFF else Severity(severity)
        return found


def confident(report: Report, least: float) -> Report:
    """`report` without findings of which a side has no claim of confidence `least` or more.

    Nothing is compared anew: a doubtful claim keeps its place, and ids stay as they are.
    """
    if least <= 0:
        return report
    sure = {claim.id for claim in report.claims if claim.confidence >= least}
    facts = {fact.id: fact for fact in report.facts}
    kept = tuple(
        finding
        for finding in report.findings
        if all(sure.intersection(side) for side in _sides(finding, facts))
    )
    return report.model_copy(update={"findings": kept})


def at_least(findings: Iterable[Finding], severity: Severity) -> tuple[Finding, ...]:
    """The findings that are as loud as `severity` or louder."""
    return tuple(finding for finding in findings if finding.severity.rank >= severity.rank)


def _sides(finding: Finding, facts: Mapping[str, Fact]) -> tuple[tuple[str, ...], ...]:
    """The claims of each side; what has no camps needs every claim that it is made of."""
    fact = facts.get(finding.fact or "")
    if fact is not None and len(fact.camps) > 1:
        return tuple(camp.claims for camp in fact.camps)
    return tuple((claim,) for claim in finding.claims)


def _rules(names: Iterable[str]) -> frozenset[str]:
    """The ids that the names stand for."""
    found: set[str] = set()
    for name in names:
        wanted = name.strip().upper()
        if wanted == ALL:
            found |= IDS
        elif wanted == DEFAULT:
            found |= {rule.id for rule in RULES if rule.is_on}
        else:
            fitting = {rule for rule in IDS if wanted and rule.startswith(wanted)}
            if not fitting:
                raise _unknown(name)
            found |= fitting
    return frozenset(found)


def _unknown(name: str) -> DealfactsError:
    from difflib import get_close_matches  # noqa: PLC0415  only for a message

    close = get_close_matches(name.strip().upper(), sorted(IDS), n=1, cutoff=0.5)
    hint = f" Did you mean {close[0]}?" if close else ""
    message = (
        f"{name!r} is no rule.{hint} Name a rule, the start of several (VAL), ALL or DEFAULT; "
        "`dealfacts rules` lists them"
    )
    return DealfactsError(message)
