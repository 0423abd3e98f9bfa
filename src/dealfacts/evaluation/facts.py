"""Facts and conflicts of a report against those of a gold file.

A gold conflict is found if two camps of a printed conflict hold values of different gold groups;
a hedged value may stand in both. Equal digits in two currencies (CUR001) are a printed conflict,
too: its sides stand in facts of their own. A printed conflict that finds none is invented. An
agreement is right if one printed agreement holds every source of it, whatever else is printed of
its claims: a conflict that should not be there counts as invented, once. Refuses to compare
subjects, which are free text: facts meet through the claims that they hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from dealfacts.evaluation.invented import NAMES, Invented, groups_of, invented_name, name_findings
from dealfacts.evaluation.matching import NEVER_LABELLED, Matching
from dealfacts.evaluation.sheet import stem
from dealfacts.model.vocabulary import Severity, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from dealfacts.evaluation.gold import Gold, GoldClaim, GoldFact
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Camp, Fact, Finding, Report

# Findings that set the sides of several facts against each other.
ACROSS_FACTS = frozenset({"CUR001"})
# Posts and passages of one person, and stages of one deal, that differ are facts of their own.
APART_IS_RIGHT = frozenset({"person_role", "quote", "board_seat", "deal_status"})


@dataclass(frozen=True, slots=True)
class FactVerdict:
    """What the report made of one gold fact.

    `printed` is conflict, agreement, apart (a fact for each group), partial (some of the
    sources), split (in several facts), single, in conflict (with a value that the gold fact does
    not hold) or absent.
    """

    fact: GoldFact
    printed: str
    right: bool
    facts: tuple[str, ...] = ()
    cause: str = ""


@dataclass(frozen=True, slots=True)
class FactScore:
    """The verdict on every gold fact, and the invented conflicts."""

    verdicts: tuple[FactVerdict, ...]
    invented: tuple[Invented, ...]
    conflicts_printed: int

    def of(self, *statuses: str) -> tuple[FactVerdict, ...]:
        """The verdicts on gold facts whose right status is one of these."""
        return tuple(v for v in self.verdicts if v.fact.statuses[0] in statuses)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is needed to follow a printed fact to gold claims.

    `answers` leads from printed to gold claim ids, `rows` from gold claim ids to gold claims.
    """

    answers: Mapping[str, str]
    claims: Mapping[str, Claim]
    rows: Mapping[str, GoldClaim]

    def told(self, fact: Fact, wanted: Collection[str]) -> set[str]:
        """The sources whose claims in a printed fact answer one of the `wanted` gold claims."""
        members = (one for one in _members(fact) if self.answers.get(one) in wanted)
        return {stem(self.claims[one].source) for one in members}

    def needed(self, ids: Iterable[str]) -> frozenset[str]:
        """The sources that must stand behind gold claims: those with one that is not optional."""
        return frozenset(self.rows[one].source for one in ids if not self.rows[one].optional)


def score_facts(report: Report, matching: Matching, gold: Gold) -> FactScore:
    """Compare every gold fact with what was printed for its claims."""
    reading = Reading(
        answers={o.claim.id: o.gold.id for o in matching.outcomes if o.gold is not None},
        claims={claim.id: claim for claim in report.claims},
        rows={row.id: row for row in gold.claims},
    )
    verdicts: list[FactVerdict] = []
    backed: set[str] = set()
    for row in gold.facts:
        verdict = _named(row, report, reading) if row.attribute == NAMES else None
        verdicts.append(verdict or _judge(row, report, reading))
        if verdicts[-1].printed == "conflict" and "conflict" in row.statuses:
            backed.update(verdicts[-1].facts)
    conflicts = [f for f in report.facts if f.status is Status.CONFLICT and _counts(f)]
    invented = [_invented(f, report) for f in conflicts if f.id not in backed]
    known = {fact.id for fact in conflicts}
    invented += [
        _invented_across(finding, reading.claims)
        for finding in report.findings
        if finding.rule in ACROSS_FACTS and not {finding.id, finding.fact} & (backed | known)
    ]
    if any(row.attribute == NAMES for row in gold.facts):
        invented += [
            invented_name(finding, reading.claims)
            for finding in report.findings
            if finding.rule.startswith("NAM") and finding.id not in backed
        ]
    return FactScore(tuple(verdicts), tuple(invented), len(conflicts))


def _named(row: GoldFact, report: Report, reading: Reading) -> FactVerdict:
    found = name_findings(row, report.findings, reading.claims, reading.answers)
    rules = " ".join(finding.rule for finding in found)
    printed = "conflict" if found else "absent"
    return FactVerdict(row, printed, bool(found), tuple(f.id for f in found), rules)


def _judge(row: GoldFact, report: Report, reading: Reading) -> FactVerdict:
    answers = reading.answers
    touching = [f for f in report.facts if f.attribute != NAMES and _answers(f, row, answers)]
    finding = [f for f in touching if _finds(f, row, answers)]
    across = [f for f in report.findings if _finds_across(f, row, answers)]
    printed = "conflict" if finding or across else _agreement(touching, row, reading)
    shown = tuple(f.id for f in finding) + tuple(f.id for f in across)
    shown = shown or tuple(f.id for f in touching)
    causes = {f.fact: f"{f.rule} {f.severity} {f.cause or ''}".strip() for f in report.findings}
    causes |= {f.id: f"{f.rule} {f.severity} {f.cause or ''}".strip() for f in across}
    told = " · ".join(causes[one] for one in shown if one in causes)
    right = _is_right(printed, row) or (printed == "absent" and not reading.needed(_ids(row)))
    return FactVerdict(row, printed, right, shown, told)


def _ids(row: GoldFact) -> frozenset[str]:
    return frozenset(one for group in row.groups for one in group.claims)


def _counts(fact: Fact) -> bool:
    return fact.attribute not in NEVER_LABELLED | {NAMES}


def _members(fact: Fact) -> Iterable[str]:
    yield from dict.fromkeys(
        (*(c for camp in fact.camps for c in camp.claims), *(a.claim for a in fact.also_compatible))
    )


def _answers(fact: Fact, row: GoldFact, answers: Mapping[str, str]) -> bool:
    return bool(groups_of(_members(fact), row, answers))


def _finds(fact: Fact, row: GoldFact, answers: Mapping[str, str]) -> bool:
    """Whether two camps of a printed conflict hold values of different gold groups."""
    if fact.status is not Status.CONFLICT:
        return False
    camps = [groups_of(camp.claims, row, answers) for camp in fact.camps]
    return any(one - other and other - one for one, other in combinations(camps, 2))


def _finds_across(finding: Finding, row: GoldFact, answers: Mapping[str, str]) -> bool:
    """Whether a finding sets claims of different gold groups against each other."""
    if finding.rule not in ACROSS_FACTS or finding.attribute != row.attribute:
        return False
    return len(groups_of(finding.claims, row, answers)) > 1


def _agreement(facts: Sequence[Fact], row: GoldFact, reading: Reading) -> str:
    if not facts:
        return "absent"
    agreed = [fact for fact in facts if fact.status is Status.AGREEMENT]
    everyone = reading.needed(_ids(row)) or row.sources
    if any(reading.told(fact, _ids(row)) >= everyone for fact in agreed):
        return "agreement"
    if any(fact.status is Status.CONFLICT for fact in facts):
        return "in conflict"
    if all(
        any(
            reading.told(fact, group.claims) >= needed
            for fact in (agreed if len(needed) > 1 else facts)
        )
        for group in row.groups
        if (needed := reading.needed(group.claims))
    ):
        return "apart"
    if agreed:
        return "partial"
    return "split" if len(facts) > 1 else "single"


def _is_right(printed: str, row: GoldFact) -> bool:
    match printed:
        case "conflict":
            return "conflict" in row.statuses
        case "agreement":
            return not {"agreement", "compatible"}.isdisjoint(row.statuses)
        case "apart" if row.attribute in APART_IS_RIGHT:
            return row.statuses[0] != "conflict" or len(row.statuses) > 1
        case "single" | "split" | "apart":
            alone = len(row.sources) == 1 and row.statuses[0] != "conflict"
            return alone or "single-source" in row.statuses
        case _:
            return False


def _invented(fact: Fact, report: Report) -> Invented:
    severities = [f.severity for f in report.findings if f.fact == fact.id]
    rules = dict.fromkeys(f.rule for f in report.findings if f.fact == fact.id)
    return Invented(
        attribute=fact.attribute,
        subject=fact.subject,
        camps=tuple(_camp(camp) for camp in fact.camps),
        sources=tuple(sorted({source for camp in fact.camps for source in camp.sources})),
        loud=not severities or any(s is not Severity.NOTE for s in severities),
        rule=" ".join(rules),
    )


def _invented_across(finding: Finding, claims: Mapping[str, Claim]) -> Invented:
    sides = dict.fromkeys(claims[one].evidence.quote for one in finding.claims)
    return Invented(
        attribute=finding.attribute,
        subject=finding.subject,
        camps=tuple(sides),
        sources=tuple(sorted({claims[one].source for one in finding.claims})),
        loud=finding.severity is not Severity.NOTE,
        rule=finding.rule,
    )


def _camp(camp: Camp) -> str:
    return f"{camp.value} ({', '.join(stem(source)[:12] for source in camp.sources)})"
