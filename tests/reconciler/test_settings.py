"""What a user may set: severities by rule and cause, and outlets that are one voice."""

from __future__ import annotations

import pickle

import pytest

from dealfacts.model.report import Finding
from dealfacts.model.vocabulary import Cause, Severity
from dealfacts.reconciler.families import counted_origins
from dealfacts.reconciler.origins import SourceText, fingerprint, origins
from dealfacts.reconciler.parts import cut
from dealfacts.reconciler.reconcile import assemble, reconcile
from dealfacts.reconciler.rules import BY_ID
from dealfacts.reconciler.settings import DEFAULT, Settings, is_on, voiced
from dealfacts.reconciler.settle import settle


def source(name: str, outlet: str | None = None, words: str = "") -> SourceText:
    text = " ".join(f"{words or name}{number}" for number in range(40))
    return SourceText(name, name, name, None, outlet, None, None, fingerprint(text))


@pytest.fixture
def drop(claim, usd):
    claims = [
        claim("a", "deal_amount", usd("7.3")),
        claim("b", "deal_amount", usd("8.1")),
        claim("c", "deal_amount", usd("8.1")),
    ]
    return claims, [source(name) for name in "abc"]


def heard(drop, **severities):
    report = reconcile(*drop, Settings(severities=severities))
    return [(finding.rule, finding.severity) for finding in report.findings]


def test_a_rule_speaks_as_loudly_as_the_user_wants(drop):
    assert heard(drop) == [("VAL001", Severity.ERROR)]
    assert heard(drop, VAL001=Severity.WARNING) == [("VAL001", Severity.WARNING)]


def test_a_rule_that_is_off_makes_no_finding_but_leaves_the_conflict(drop):
    report = reconcile(*drop, Settings(severities={"VAL001": None}))
    assert not report.findings
    assert report.summary.conflicts == 1


def test_a_cause_can_be_set_by_itself(drop, claim, usd):
    claims, sources = drop
    slip = claim("a", "deal_amount", usd("81"))
    report = reconcile(
        [slip, *claims[1:]], sources, Settings(severities={"VAL004.unit_slip": Severity.NOTE})
    )
    (finding,) = report.findings
    assert (finding.rule, finding.cause) == ("VAL004", Cause.UNIT_SLIP)
    assert finding.severity is Severity.NOTE
    assert heard(drop, **{"VAL001.basis": None}) == [("VAL001", Severity.ERROR)]


def test_a_louder_rule_leaves_a_softened_finding_soft(claim, usd):
    claims = [
        claim("a", "deal_amount", usd("7.3"), basis="equity"),
        claim("b", "deal_amount", usd("8.1"), basis="including_debt"),
    ]
    drop = claims, [source("a"), source("b")]
    assert heard(drop) == [("VAL001", Severity.NOTE)]
    assert heard(drop, VAL001=Severity.ERROR) == [("VAL001", Severity.NOTE)]


def test_a_rule_is_on_by_default_or_by_wish():
    off = BY_ID["SRC001"]
    assert not is_on(off, DEFAULT)
    assert is_on(off, Settings(severities={"SRC001": Severity.NOTE}))
    assert not is_on(BY_ID["VAL001"], Settings(severities={"VAL001": None}))


def test_outlets_of_one_family_count_once():
    known = [
        source("a", "The Daily Example"),
        source("b", "Example  Sunday"),
        source("c", "Other Wire"),
    ]
    texts = origins(known)
    assert len(set(texts.values())) == 3
    house = {"Example Group": ("Daily Example", "example sunday", "Example Radio")}
    counted = counted_origins(known, texts, house)
    assert counted["a"] == counted["b"] != counted["c"]


def test_two_families_that_share_a_copy_are_one_voice():
    known = [
        source("a", "A1"),
        source("b", "A2", words="wire"),
        source("c", "B1", words="wire"),
        source("d", "B2"),
    ]
    texts = origins(known)
    counted = counted_origins(known, texts, {"A": ("A1", "A2"), "B": ("B1", "B2")})
    assert len(set(counted.values())) == 1


def test_a_family_counts_as_one_origin_in_the_report(claim, usd):
    claims = [claim(name, "deal_amount", usd("8.1")) for name in "abc"]
    known = [source("a", "A1"), source("b", "A2"), source("c")]
    report = reconcile(claims, known, Settings(families={"A": ("A1", "A2")}))
    (fact,) = report.facts
    assert (len(fact.camps[0].sources), fact.camps[0].origins) == (3, 2)
    assert report.summary.origins == 2


def test_parts_are_settled_apart_and_in_any_place(claim, usd):
    """What makes a pool of processes, or a cluster, possible."""
    claims = [
        claim(name, "deal_amount", usd(price), f"{buyer} / Nimbra", parties=(buyer, target))
        for name, price, buyer, target in (
            ("a", "7.3", "Orvex", "Nimbra"),
            ("b", "8.1", "Orvex", "Nimbra"),
            ("c", "2.5", "Quell", "Tarvik"),
        )
    ]
    known = [source(name) for name in "abc"]
    drop = cut(claims, known, DEFAULT)
    assert [sorted({c.source for c in part.claims}) for part in drop.parts] in (
        [["a", "b"], ["c"]],
        [["c"], ["a", "b"]],
    )
    assert all(set(part.texts) == {c.source for c in part.claims} for part in drop.parts)
    sent = [pickle.loads(pickle.dumps(part)) for part in drop.parts]  # noqa: S301  our own bytes
    assert assemble(drop, [settle(part) for part in sent]) == reconcile(claims, known)


@pytest.mark.parametrize(
    ("chosen", "found", "expected"),
    [
        ({}, Severity.ERROR, Severity.ERROR),
        ({"DAT001": Severity.NOTE}, Severity.ERROR, Severity.ERROR),
        ({"VAL001": Severity.NOTE}, Severity.ERROR, Severity.NOTE),
        ({"VAL001": None}, Severity.ERROR, None),
        # a softened finding is not made louder than it is
        ({"VAL001": Severity.ERROR}, Severity.NOTE, Severity.NOTE),
        ({"VAL001": Severity.WARNING}, Severity.NOTE, Severity.NOTE),
        ({"VAL001": Severity.NOTE}, Severity.WARNING, Severity.NOTE),
        # unless its cause is asked for
        ({"VAL001.superseded": Severity.ERROR}, Severity.NOTE, Severity.ERROR),
        ({"VAL001.superseded": None}, Severity.NOTE, None),
        ({"VAL001": None, "VAL001.superseded": Severity.NOTE}, Severity.ERROR, Severity.NOTE),
        ({"VAL001.basis": None}, Severity.NOTE, Severity.NOTE),
    ],
)
def test_how_loud_a_finding_becomes(chosen, found, expected):
    finding = Finding(
        id="x-1",
        rule="VAL001",
        severity=found,
        cause=Cause.SUPERSEDED,
        attribute="revenue",
        subject="Nimbra",
        claims=("c-1",),
        message="m",
    )
    told = voiced([finding], BY_ID, Settings(severities=chosen))
    assert [one.severity for one in told] == ([] if expected is None else [expected])


def test_a_rule_that_nobody_knows_is_as_loud_as_asked():
    finding = Finding(
        id="x-1",
        rule="NEW001",
        severity=Severity.NOTE,
        attribute="revenue",
        subject="Nimbra",
        claims=("c-1",),
        message="m",
    )
    (told,) = voiced([finding], BY_ID, Settings(severities={"NEW001": Severity.ERROR}))
    assert told.severity is Severity.ERROR
