"""Runs every cross-check over the facts of one deal. Each check is one file of `checks/`.

A check module has `RULE`, the rule that it applies, and `run(view)`, which yields a `Result` for
each piece of arithmetic that its inputs allow.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

from dealfacts import discovery
from dealfacts.model.report import Bounds, Check, Finding, content_id
from dealfacts.model.vocabulary import Relation
from dealfacts.reconciler import checks
from dealfacts.reconciler.view import Result, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.findings import Outcome
    from dealfacts.reconciler.rule import Rule


class CrossCheck(Protocol):
    """What a module of `checks` offers."""

    RULE: Rule

    def run(self, view: View) -> Iterable[Result]:
        """The arithmetic that the facts of one deal allow."""


@cache
def _modules() -> tuple[CrossCheck, ...]:
    return discovery.modules(checks)


def check_rules() -> tuple[Rule, ...]:
    """The rules of all checks, by id."""
    return tuple(sorted((module.RULE for module in _modules()), key=lambda rule: rule.id))


def run(
    deal: str | None, outcomes: Sequence[Outcome], context: Context
) -> tuple[tuple[Check, ...], tuple[Finding, ...]]:
    """All checks of one deal, and a finding for each one that fires."""
    view = View.of(outcomes, context)
    found: list[Check] = []
    alarms: list[Finding] = []
    for module in _modules():
        for result in module.run(view):
            found.append(_check(deal, module.RULE.id, result))
            if result.fires:
                alarms.append(_finding(deal, module.RULE, result))
    return tuple(found), tuple(alarms)


def _check(deal: str | None, rule: str, result: Result) -> Check:
    return Check(
        check=rule,
        deal=deal,
        inputs=result.claims,
        implied=Bounds(low=result.implied.low, high=result.implied.high),
        holds=result.holds,
        message=result.message,
    )


def _finding(deal: str | None, rule: Rule, result: Result) -> Finding:
    return Finding(
        id=content_id("x-", rule.id, deal, result.attribute, result.subject, *result.values),
        rule=rule.id,
        severity=rule.severity,
        relation=Relation.CONFLICT,
        deal=deal,
        fact=result.fact,
        attribute=result.attribute,
        subject=result.subject,
        claims=result.claims,
        message=result.message,
        reasons=result.reasons,
    )
