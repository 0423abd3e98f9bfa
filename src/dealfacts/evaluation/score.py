"""The score of one gold file, and of several together: counts, never opinions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dealfacts.evaluation.counts import Counts
from dealfacts.evaluation.facts import FactScore, score_facts
from dealfacts.evaluation.grouping import score_grouping
from dealfacts.evaluation.matching import APART, Matching, Verdict, match
from dealfacts.evaluation.probes import ProbeScore, score_probes
from dealfacts.evaluation.qualifiers import Slip, Tally, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dealfacts.evaluation.gold import Gold
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Report


@dataclass(frozen=True, slots=True)
class Score:
    """What one gold file says about one run; `facts` and `grouping` only where a report was made.

    `grouping` counts pairs of articles that report one deal.
    """

    gold: Gold
    matching: Matching
    attributes: Mapping[str, Counts]
    qualifiers: Mapping[str, Tally]
    slips: tuple[Slip, ...]
    facts: FactScore | None = None
    probes: ProbeScore | None = None
    grouping: Counts | None = None

    @property
    def total(self) -> Counts:
        """All attributes that state a fact of the deal, quotations apart."""
        return total(self.attributes)


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """The scores of several gold files and the articles behind them, text by source."""

    scores: tuple[Score, ...]
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def attributes(self) -> Mapping[str, Counts]:
        """Counts by attribute over all files."""
        return merged(score.attributes for score in self.scores)

    @property
    def total(self) -> Counts:
        """Micro total over all files."""
        return total(self.attributes)

    @property
    def qualifiers(self) -> Mapping[str, Tally]:
        """Qualifier tallies over all files."""
        names = dict.fromkeys(name for score in self.scores for name in score.qualifiers)
        return {
            name: sum((s.qualifiers[name] for s in self.scores if name in s.qualifiers), Tally())
            for name in names
        }


def evaluate(claims: Sequence[Claim], report: Report | None, gold: Gold) -> Score:
    """Score claims, and with a report also its facts, findings and checks, against one file."""
    matching = match(claims, gold)
    qualifiers, slips = judge(matching.of(Verdict.RIGHT), gold.aliases)
    return Score(
        gold=gold,
        matching=matching,
        attributes=_counts(matching),
        qualifiers=qualifiers,
        slips=slips,
        facts=score_facts(report, matching, gold) if report and gold.facts else None,
        probes=score_probes(report, matching, gold) if gold.negatives or gold.traps else None,
        grouping=None if report is None else score_grouping(report, gold),
    )


def merged(tables: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """Counts by attribute, added up, in the order of their names."""
    found: dict[str, Counts] = {}
    for one in tables:
        for name, counts in one.items():
            found[name] = found.get(name, Counts()) + counts
    return dict(sorted(found.items()))


def total(attributes: Mapping[str, Counts]) -> Counts:
    """The micro total without other_* and quote."""
    return sum((counts for name, counts in attributes.items() if name not in APART), Counts())


def _counts(matching: Matching) -> dict[str, Counts]:
    right = Counter(o.gold.attribute for o in matching.of(Verdict.RIGHT) if o.gold)
    missed = Counter(row.attribute for row in matching.missed)
    spurious = Counter(outcome.claim.attribute for outcome in matching.of(Verdict.SPURIOUS))
    return {
        name: Counts(right[name], missed[name], spurious[name])
        for name in sorted({*right, *missed, *spurious})
    }
