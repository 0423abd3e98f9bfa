from __future__ import annotations

from pathlib import Path

import pytest

from dealfacts.errors import DealfactsError
from dealfacts.gate.policy import Policy, at_least, confident
from dealfacts.model.report import Report
from dealfacts.model.vocabulary import Severity
from dealfacts.reconciler.rules import RULES

GOLDEN = Path(__file__).parents[1] / "golden" / "northwind.json"


@pytest.fixture
def golden() -> Report:
    return Report.model_validate_json(GOLDEN.read_bytes())


def on(policy: Policy) -> set[str]:
    voices = policy.voices()
    return {rule.id for rule in RULES if voices.get(rule.id, rule.severity if rule.is_on else None)}


def test_by_default_the_rules_that_are_on_speak() -> None:
    assert on(Policy()) == {rule.id for rule in RULES if rule.is_on}
    assert "SRC001" not in on(Policy())


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (("NAM001",), (), {"NAM001"}),
        (("nam",), (), {"NAM001", "NAM002", "NAM003"}),
        (("NAM", "SRC001"), ("NAM002",), {"NAM001", "NAM003", "SRC001"}),
        (("NAM001",), ("NAM",), set()),
    ],
)
def test_rules_are_chosen_by_id_or_beginning(
    select: tuple[str, ...], ignore: tuple[str, ...], expected: set[str]
) -> None:
    assert on(Policy(select, ignore)) == expected


def test_all_and_default_are_words() -> None:
    assert on(Policy(("ALL",))) == {rule.id for rule in RULES}
    assert on(Policy(("DEFAULT", "SRC001"))) == on(Policy()) | {"SRC001"}


def test_a_severity_can_be_set_for_a_rule_or_a_cause() -> None:
    voices = Policy(severities={"NAM001": "error", "VAL001.superseded": "off"}).voices()

    assert voices["NAM001"] is Severity.ERROR
    assert voices["VAL001.superseded"] is None


def test_a_severity_does_not_turn_on_what_is_ignored() -> None:
    policy = Policy(ignore=("VAL001",), severities={"VAL001.superseded": "error"})

    assert policy.voices() == Policy(ignore=("VAL001",)).voices()
    assert policy.voices()["VAL001"] is None


@pytest.mark.parametrize("name", ["VAL009", "VALUE", "", "val-001"])
def test_what_is_no_rule_is_refused(name: str) -> None:
    for policy in (Policy((name, "VAL")), Policy(ignore=(name,)), Policy(severities={name: "off"})):
        with pytest.raises(DealfactsError, match="is no rule"):
            policy.voices()


def test_the_nearest_rule_is_named() -> None:
    with pytest.raises(DealfactsError, match=r"'VAL01' is no rule\. Did you mean VAL001\?"):
        Policy(("VAL01",)).voices()


@pytest.mark.parametrize(
    ("severity", "count"), [(Severity.NOTE, 3), (Severity.WARNING, 3), (Severity.ERROR, 1)]
)
def test_findings_at_least_as_loud(golden: Report, severity: Severity, count: int) -> None:
    assert len(at_least(golden.findings, severity)) == count


def test_a_finding_needs_a_sure_claim_on_every_side(golden: Report) -> None:
    finding = golden.findings[0]
    fact = next(fact for fact in golden.facts if fact.id == finding.fact)
    weak = set(fact.camps[-1].claims)

    def unsure(doubted: set[str]) -> Report:
        claims = tuple(
            claim.model_copy(update={"confidence": 0.4 if claim.id in doubted else 0.9})
            for claim in golden.claims
        )
        return golden.model_copy(update={"claims": claims})

    assert finding not in confident(unsure(weak), 0.5).findings
    assert finding in confident(unsure(weak), 0.4).findings
    assert finding in confident(unsure(set(fact.camps[0].claims[:-1])), 0.5).findings
    assert confident(golden, 0.0) is golden
