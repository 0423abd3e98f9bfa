"""An evaluation as plain text: a table of figures, and on demand every miss with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.evaluation.counts import Counts
from dealfacts.evaluation.details import details
from dealfacts.evaluation.matching import APART, Verdict
from dealfacts.evaluation.trust import trust

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.evaluation.facts import FactScore
    from dealfacts.evaluation.probes import ProbeScore
    from dealfacts.evaluation.qualifiers import Tally
    from dealfacts.evaluation.score import EvaluationReport, Score

HEADER = f"{'attribute':<20}{'P':>7}{'R':>7}{'F1':>7}{'right':>8}{'missed':>8}{'spurious':>10}"


def render(report: EvaluationReport, *, verbose: bool = False, only: str | None = None) -> str:
    """The whole evaluation, one line break at the end.

    `verbose` adds every miss and every spurious claim with its sentence, `only` keeps those of
    one attribute.
    """
    lines = [*_table(report)]
    if len(report.scores) > 1:
        lines += ["", *_files(report)]
    lines += ["", *_qualifiers(report)]
    for score in report.scores:
        lines += _judged(score, named=len(report.scores) > 1)
    judged = [score.facts for score in report.scores if score.facts is not None]
    if len(judged) > 1:
        pairs = sum((s.grouping for s in report.scores if s.grouping is not None), Counts())
        lines.append(f"all files: {_facts(judged)}; {_pairs(pairs)}")
    if verbose:
        for score in report.scores:
            lines += details(score, report.texts, only)
    return "\n".join(lines) + "\n"


def _table(report: EvaluationReport) -> Iterator[str]:
    yield HEADER
    counted = [name for name in report.attributes if name not in APART]
    for name in (*counted, *sorted(APART.intersection(report.attributes))):
        mark = " (apart)" if name in APART else ""
        yield row(name + mark, report.attributes[name])
    yield row("total", report.total)


def row(name: str, counts: Counts) -> str:
    """One line of the table."""
    return (
        f"{name:<20}{counts.precision:>7.3f}{counts.recall:>7.3f}{counts.f1:>7.3f}"
        f"{counts.right:>8}{counts.missed:>8}{counts.spurious:>10}"
    )


def _files(report: EvaluationReport) -> Iterator[str]:
    yield HEADER.replace("attribute", "file     ")
    for score in report.scores:
        yield row(score.gold.name, score.total)


def _qualifiers(report: EvaluationReport) -> Iterator[str]:
    yield "on right claims: " + ", ".join(
        f"{name} {_share(tally)}" for name, tally in report.qualifiers.items() if tally.asked
    )
    outcomes = [outcome for score in report.scores for outcome in score.matching.outcomes]
    found = trust(outcomes)
    if found is not None:
        yield (
            f"confidence: {found.above:.3f} right above the median of {found.median:.2f}, "
            f"{found.below:.3f} at or below it"
        )
    verdicts = [outcome.verdict for outcome in outcomes]
    counts = ", ".join(
        f"{verdicts.count(verdict)} {verdict}"
        for verdict in (Verdict.OPTIONAL, Verdict.REPEAT, Verdict.UNLABELLED)
    )
    yield f"neutral: {counts}, {sum(len(s.matching.restated) for s in report.scores)} restated"


def _share(tally: Tally) -> str:
    stated = f", stated {tally.stated_right}/{tally.stated}" if tally.stated else ""
    return f"{tally.right / tally.asked:.3f} ({tally.right}/{tally.asked}{stated})"


def _judged(score: Score, *, named: bool) -> Iterator[str]:
    parts = []
    if score.facts is not None:
        parts.append(_facts([score.facts]))
    if score.probes is not None:
        parts.append(_probes(score.probes))
    if score.grouping is not None:
        parts.append(_pairs(score.grouping))
    if parts:
        yield (f"{score.gold.name}: " if named else "") + "; ".join(parts)


def _pairs(pairs: Counts) -> str:
    return f"pairs of articles {pairs.right} right, {pairs.missed} missed, {pairs.spurious} wrong"


def _facts(scores: Sequence[FactScore]) -> str:
    """Conflicts found and invented, agreements and single-source facts, of one file or all."""

    def share(*statuses: str) -> str:
        verdicts = [v for one in scores for v in one.of(*statuses)]
        return f"{sum(v.right for v in verdicts)}/{len(verdicts)}"

    invented = [one for score in scores for one in score.invented]
    loud = sum(one.loud for one in invented)
    return (
        f"conflicts {share('conflict')} found, {loud} invented (+{len(invented) - loud} notes); "
        f"agreements {share('agreement', 'compatible')}; single-source {share('single-source')}"
    )


def _probes(probes: ProbeScore) -> str:
    return "; ".join(
        f"{name} {sum(v.right for v in verdicts)}/{len(verdicts)}"
        for name, verdicts in (
            ("negatives", probes.negatives),
            ("traps", probes.traps),
            ("checks", probes.checks),
        )
        if verdicts
    )
