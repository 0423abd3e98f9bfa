"""Takes the findings that somebody has decided on out of a report, and keeps who, why and how long.

Refuses to hide them: they stand in `accepted`, and are counted. A decision past its day is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.report import Accepted
from dealfacts.records.marks import Register, marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from dealfacts.model.report import Finding, Report
    from dealfacts.records.marks import Mark


class Decision(NamedTuple):
    """What somebody has decided on the findings that `mark` covers; `verdict` says how."""

    mark: Mark
    record: str
    verdict: str
    by: str
    note: str
    until: date | None


def in_force(decisions: Iterable[Decision], today: date) -> tuple[Decision, ...]:
    """The decisions whose day is not over."""
    return tuple(one for one in decisions if one.until is None or today <= one.until)


def settled(report: Report, decisions: Sequence[Decision]) -> Report:
    """`report` with the findings that a decision covers moved from `findings` to `accepted`.

    Of several decisions on a finding the last one counts.
    """
    if not decisions:
        return report
    known = marks(report)
    register = Register(decision.mark for decision in decisions)
    kept: list[Finding] = []
    taken: list[Accepted] = []
    for finding in report.findings:
        at = register.covering(known[finding.id])
        if at is None:
            kept.append(finding)
        else:
            taken.append(_accepted(finding, decisions[at]))
    return report.model_copy(update={"findings": tuple(kept), "accepted": tuple(taken)})


def _accepted(finding: Finding, decision: Decision) -> Accepted:
    return Accepted(
        finding=finding,
        record=decision.record,
        verdict=decision.verdict,
        by=decision.by,
        note=decision.note,
        until=decision.until,
    )
