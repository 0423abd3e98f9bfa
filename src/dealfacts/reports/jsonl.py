"""One claim, finding, decided finding or problem a line; `schema` on it says which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.reports._lines import line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Report
    from dealfacts.reports import RenderOptions

NAME = "jsonl"
DESCRIPTION = "one claim, finding or problem per line"


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001  nothing to choose here
    """Claims first, then findings, those decided on before, and problems."""
    findings = "".join(line(f, schema="dealfacts.finding/1") + "\n" for f in report.findings)
    decided = "".join(line(a, schema="dealfacts.accepted/1") + "\n" for a in report.accepted)
    problems = "".join(line(p, schema="dealfacts.problem/1") + "\n" for p in report.problems)
    return claim_lines(report.claims) + findings + decided + problems


def claim_lines(claims: Iterable[Claim]) -> str:
    """What `extract` prints: claims, one a line."""
    return "".join(line(claim) + "\n" for claim in claims)
