"""Runs every cross-check over the facts of one deal. Each check is one file of `checks/`.

A check module has `RULE`, the id of its rule, and `run(view)`, which yields a `Result` for each
piece of arithmetic that its inputs allow.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

from dealfacts import discovery
from dealfacts.model.report import Bounds, Check, Finding, content_id
from dealfacts.model.vocabulary import Relation
from dealfacts.reconciler import checks
from dealfacts.reconciler.rules import BY_ID
from dealfacts.reconciler.view import Result, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.findings import Outcome


class CrossCheck(Protocol):
    """What a module of `checks` offers."""

    RULE: str

    def run(self, view: View) -> Iterable[Result]:
        """The arithmetic that the facts of one deal allow."""


@cache
def _modules() -> tuple[CrossCheck, ...]:
    return discovery.modules(checks)  # type: ignore[return-value]  # modules as values


def run(
    deal: str | None, outcomes: Sequence[Outcome], context: Context
) -> tuple[tuple[Check, ...], tuple[Finding, ...]]:
    """All checks of one deal, and a finding for each one that fires."""
    view = View.of(outcomes, context)
    found: list[Check] = []
    alarms: list[Finding] = []
    for module in _modules():
        for result in module.run(view):
            found.append(_check(deal, module.RULE, result))
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


def _finding(deal: str | None, rule: str, result: Result) -> Finding:
    return Finding(
        id=content_id("x-", rule, deal, result.attribute, result.subject, *result.values),
        rule=rule,
        severity=BY_ID[rule].severity,
        relation=Relation.CONFLICT,
        deal=deal,
        fact=result.fact,
        attribute=result.attribute,
        subject=result.subject,
        claims=result.claims,
        message=result.message,
        reasons=result.reasons,
    )
