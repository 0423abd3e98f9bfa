"""The part of a report that new articles have a claim in, with totals of that part alone.

Refuses to compare anew: everything was reconciled with everything before and is only narrowed.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from dealfacts.model.report import Summary
from dealfacts.model.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dealfacts.model.report import Deal, Fact, Finding, Report


def together(paths: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """`paths`, and those of `new` that lie under none of them, so that no file is read twice."""
    roots = _real(paths)
    return (*paths, *(path for path in new if not _under(path, roots)))


def sources_under(report: Report, paths: Collection[str]) -> frozenset[str]:
    """The ids of the articles under `paths`, files or folders."""
    roots = _real(paths)
    return frozenset(source.id for source in report.sources if _under(source.file, roots))


def touched(report: Report, fresh: Collection[str]) -> Report:
    """The part of `report` that the articles with the ids `fresh` have a claim in.

    Sources and claims stay whole, so that every id still leads somewhere; the totals count the new
    articles alone.
    """
    new = {claim.id for claim in report.claims if claim.source in fresh}
    facts = tuple(
        fact
        for fact in report.facts
        if any(claim in new for camp in fact.camps for claim in camp.claims)
        or any(attached.claim in new for attached in fact.also_compatible)
    )
    kept = {fact.id for fact in facts}

    def is_touched(finding: Finding) -> bool:
        return finding.fact in kept or any(claim in new for claim in finding.claims)

    old = {source.path for source in report.sources if source.id not in fresh}
    deals = tuple(d for d in report.deals if any(source in fresh for source in d.sources))
    shown = {
        "new": tuple(sorted(fresh)),
        "facts": facts,
        "findings": tuple(finding for finding in report.findings if is_touched(finding)),
        "accepted": tuple(one for one in report.accepted if is_touched(one.finding)),
        "checks": tuple(c for c in report.checks if any(claim in new for claim in c.inputs)),
        "conversions": tuple(c for c in report.conversions if {c.claim, c.of} & new),
        "timeline": tuple(e for e in report.timeline if e.claim in new),
        "not_compared": tuple(n for n in report.not_compared if n.claim in new),
        "problems": tuple(p for p in report.problems if p.path not in old),
        "deals": deals,
        "summary": _totals(report, fresh, facts, deals),
    }
    return report.model_copy(update=shown)


def _totals(
    report: Report, fresh: Collection[str], facts: Sequence[Fact], deals: Sequence[Deal]
) -> Summary:
    return Summary(
        sources=len(fresh),
        origins=len({source.origin for source in report.sources if source.id in fresh}),
        deals=len(deals),
        claims=sum(claim.source in fresh for claim in report.claims),
        agreements=sum(fact.status is Status.AGREEMENT for fact in facts),
        conflicts=sum(fact.status is Status.CONFLICT for fact in facts),
    )


def _real(paths: Collection[str]) -> tuple[str, ...]:
    return tuple(os.path.realpath(path) for path in paths)


def _under(path: str, roots: tuple[str, ...]) -> bool:
    """Whether one of `roots` is the file or a folder above it."""
    real = os.path.realpath(path)
    return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in roots)
