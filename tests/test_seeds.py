"""The five articles of seeds/ against what a careful fact-checker found in them."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dealfacts.evaluation.runs import evaluate_paths
from dealfacts.model.vocabulary import Hedge, Severity, Status
from dealfacts.pipeline import run

if TYPE_CHECKING:
    from dealfacts.evaluation.score import Score
    from dealfacts.model.report import Fact, Report

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
FLOORS = tomllib.loads((HERE / "gold" / "floors.toml").read_text(encoding="utf-8"))
BILLION = Decimal(10) ** 9

# What each conflict is about: the unhedged or vague lower bounds of its camps.
CAMPS = {
    "f1": ("valuation", [{29 * BILLION}, {15 * BILLION}]),
    "f2": ("prior_valuation", [{14 * BILLION}, {Decimal("1.4") * BILLION}]),
    "f3": ("revenue", [{2 * BILLION}, {Decimal("0.87") * BILLION}]),
    "f4": ("spending", [{100 * BILLION}, {10 * BILLION}]),
    "f5": ("deal_amount", [{Decimal("14.3") * BILLION}, {15 * BILLION}]),
}


@cache
def score() -> Score:
    report = evaluate_paths([str(HERE / "gold" / "seeds.json")], articles=str(SEEDS))
    return report.scores[0]


@cache
def report() -> Report:
    return run([str(SEEDS)]).report


def conflict(attribute: str) -> Fact:
    facts = [f for f in report().facts if f.attribute == attribute and f.status is Status.CONFLICT]
    assert len(facts) == 1
    return facts[0]


def test_core_claims_are_found_and_little_else_is_printed() -> None:
    total = score().total
    assert total.precision >= FLOORS["core_precision"]
    assert total.recall >= FLOORS["core_recall"]


def test_no_attribute_misses_more_than_one_core_claim() -> None:
    missed = {name: counts.missed for name, counts in score().attributes.items()}
    assert {n for n, count in missed.items() if count > 1} <= set(FLOORS["many_misses"])


@pytest.mark.parametrize("qualifier", ["evidence", "hedge", "modality", "basis", "period"])
def test_qualifiers_of_right_claims(qualifier: str) -> None:
    tally = score().qualifiers[qualifier]
    assert tally.asked
    assert tally.right / tally.asked >= FLOORS[qualifier]


def test_facts_come_out_as_the_gold_says() -> None:
    facts = score().facts
    assert facts is not None
    wrong = {v.fact.id: v.printed for v in facts.verdicts if not v.right}
    assert wrong.keys() == set(FLOORS["facts"])


def test_no_conflict_is_invented() -> None:
    facts = score().facts
    assert facts is not None
    assert facts.invented == ()


@pytest.mark.parametrize("fact", CAMPS)
def test_camps_of_a_conflict(fact: str) -> None:
    attribute, expected = CAMPS[fact]
    claims = {claim.id: claim for claim in report().claims}
    camps = []
    for camp in conflict(attribute).camps:
        told = [claims[one] for one in camp.claims]
        exact = [c for c in told if c.hedge in (Hedge.NONE, Hedge.VAGUE)] or told
        camps.append(frozenset(claim.value.low for claim in exact))
    assert set(camps) == {frozenset(camp) for camp in expected}


def test_a_slipped_decimal_is_named() -> None:
    finding = next(f for f in report().findings if f.attribute == "prior_valuation")
    assert (finding.rule, finding.cause) == ("VAL004", "unit_slip")
    assert finding.severity is Severity.ERROR


def test_hedged_amounts_fit_both_camps_of_the_price() -> None:
    claims = {claim.id: claim for claim in report().claims}
    attached = {claims[a.claim].hedge: a.camps for a in conflict("deal_amount").also_compatible}
    assert attached[Hedge.BELOW] == (0, 1)
    assert attached[Hedge.RANGE] == (0, 1)


def test_spellings_and_names_are_findings() -> None:
    rules = {(f.rule, f.subject) for f in report().findings if f.attribute == "person_name"}
    assert sorted(rule for rule, _ in rules) == ["NAM001", "NAM001", "NAM002"]


def test_nothing_is_claimed_where_nothing_is_said() -> None:
    probes = score().probes
    assert probes is not None
    assert len(probes.negatives) == 19
    assert [v.span.quote for v in probes.negatives if not v.right] == []


def test_traps_are_read_right() -> None:
    probes = score().probes
    assert probes is not None
    assert len(probes.traps) == 28
    assert {v.span.id for v in probes.traps if not v.right} == set(FLOORS["traps"])


def test_arithmetic_comes_out_as_the_gold_says() -> None:
    probes = score().probes
    assert probes is not None
    assert {v.check.name for v in probes.checks if not v.right} == set(FLOORS["checks"])


def test_evidence_is_the_text() -> None:
    texts = {path.name: path.read_bytes().decode() for path in SEEDS.glob("*.txt")}
    for claim in report().claims:
        evidence = claim.evidence
        assert texts[claim.source][evidence.start : evidence.end] == evidence.quote
