"""A run as a file, and what the next run gained and lost against it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dealfacts.errors import DealfactsError
from dealfacts.evaluation.matching import Verdict

if TYPE_CHECKING:
    from dealfacts.evaluation.counts import Counts
    from dealfacts.evaluation.score import EvaluationReport

SCHEMA = "dealfacts.evaluation/1"


def dump(report: EvaluationReport) -> str:
    """The run as JSON: the figures, and one line for each right and each spurious claim."""
    content = {
        "schema": SCHEMA,
        "total": _figures(report.total),
        "attributes": {name: _figures(counts) for name, counts in report.attributes.items()},
        "right": sorted(_right(report)),
        "spurious": sorted(_spurious(report)),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _figures(counts: Counts) -> dict[str, float]:
    return {
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "f1": round(counts.f1, 4),
        "right": counts.right,
        "missed": counts.missed,
        "spurious": counts.spurious,
    }


def compare(saved: str, report: EvaluationReport) -> str:
    """What `report` gained and lost against a saved run, as lines of text.

    Raises DealfactsError where `saved` is no saved run.
    """
    try:
        before = json.loads(saved)
        known = before["schema"] == SCHEMA
        right, spurious = set(before["right"]), set(before["spurious"])
    except (ValueError, KeyError, TypeError) as error:
        message = "not a saved evaluation. Make one with --save FILE"
        raise DealfactsError(message) from error
    if not known:
        message = f"a saved evaluation of another form: {before['schema']}. Save it again"
        raise DealfactsError(message)
    now_right, now_spurious = _right(report), _spurious(report)
    parts = (
        ("gained", now_right - right),
        ("lost", right - now_right),
        ("no longer spurious", spurious - now_spurious),
        ("newly spurious", now_spurious - spurious),
    )
    shown = [f"{name} {len(lines)}" for name, lines in parts]
    for name, lines in parts:
        shown += [f"\n{name}:", *(f"  {line}" for line in sorted(lines))] if lines else []
    return "\nagainst the saved run: " + ", ".join(shown[:4]) + "\n".join(["", *shown[4:]]) + "\n"


def _right(report: EvaluationReport) -> set[str]:
    return {
        f"{score.gold.name}/{row.source}:{row.start} {row.attribute} {row.quote}"
        for score in report.scores
        for outcome in score.matching.of(Verdict.RIGHT, Verdict.OPTIONAL)
        if (row := outcome.gold) is not None
    }


def _spurious(report: EvaluationReport) -> set[str]:
    return {
        f"{score.gold.name}/{claim.source}:{claim.evidence.start} {claim.attribute} "
        f"{claim.evidence.quote}"
        for score in report.scores
        for claim in (outcome.claim for outcome in score.matching.of(Verdict.SPURIOUS))
    }
