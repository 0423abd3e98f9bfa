"""Builders for claims and sources, so that a test shows only what it is about."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING, Protocol

import pytest

from dealfacts.model.claims import Claim, Equivalent
from dealfacts.model.report import Summary
from dealfacts.model.text import Evidence, Range
from dealfacts.model.values import Money, PartialDate, Percent
from dealfacts.model.vocabulary import Anchor, Grain, Hedge, Status
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.reconcile import reconcile
from dealfacts.reconciler.rules import BY_ID

if TYPE_CHECKING:
    from dealfacts.model.report import Report
    from dealfacts.model.values import Value

DEAL = "Orvex / Nimbra"
PARTIES = ("Orvex", "Nimbra")
NUMBERS = count(1)


class Build(Protocol):
    """Makes one claim; see `claim`."""

    def __call__(
        self,
        source: str,
        attribute: str,
        value: Value,
        subject: str = DEAL,
        *,
        sentence: int = 0,
        **more: object,
    ) -> Claim: ...


@pytest.fixture
def claim() -> Build:
    def build(
        source: str,
        attribute: str,
        value: Value,
        subject: str = DEAL,
        *,
        sentence: int = 0,
        **more: object,
    ) -> Claim:
        number = next(NUMBERS)
        start = sentence * 1000 + number % 900
        evidence = Evidence(
            start=start,
            end=start + 5,
            line=1,
            column=1,
            quote=str(more.pop("quote", f"words {number}")),
            sentence=Range(start=sentence * 1000, end=sentence * 1000 + 999),
        )
        fields = {
            "id": f"c-{number:06}",
            "source": source,
            "kind": attribute,
            "attribute": attribute,
            "subject": subject,
            "value": value,
            "evidence": evidence,
            "parties": PARTIES,
            **more,
        }
        return Claim.model_validate(fields)

    return build


class Usd(Protocol):
    """Makes a sum of dollars in billions, with the granule of its last digit."""

    def __call__(self, billions: str, high: str | None = None, currency: str = "USD") -> Money: ...


@pytest.fixture
def usd() -> Usd:
    def build(billions: str, high: str | None = None, currency: str = "USD") -> Money:
        low, scale = Decimal(billions), Decimal(10) ** 9
        granule = Decimal(1).scaleb(int(low.as_tuple().exponent)) * scale
        upper = Decimal(high) if high else low
        return Money(currency=currency, low=low * scale, high=upper * scale, granule=granule)

    return build


def percent(figure: str) -> Percent:
    low = Decimal(figure)
    return Percent(low=low, high=low, granule=Decimal(1).scaleb(int(low.as_tuple().exponent)))


def day(text: str) -> PartialDate:
    found = date.fromisoformat(text)
    return PartialDate(
        text=text,
        edtf=text,
        earliest=found,
        latest=found,
        grain=Grain.DAY,
        anchor=Anchor.EXPLICIT,
    )


def year(text: str) -> PartialDate:
    return PartialDate(
        text=text,
        edtf=text,
        earliest=date(int(text), 1, 1),
        latest=date(int(text), 12, 31),
        grain=Grain.YEAR,
        anchor=Anchor.EXPLICIT,
    )


@pytest.fixture
def make_percent() -> object:
    return percent


@pytest.fixture
def make_day() -> object:
    return day


@pytest.fixture
def make_year() -> object:
    return year


@pytest.fixture
def restated() -> object:
    def build(money: Money) -> Equivalent:
        evidence = Evidence(
            start=0, end=1, line=1, column=1, quote="x", sentence=Range(start=0, end=9)
        )
        return Equivalent(
            currency=money.currency,
            low=money.low,
            high=money.high,
            hedge=Hedge.NONE,
            evidence=evidence,
        )

    return build


class Run(Protocol):
    """Reconciles claims; the sources are those that the claims name."""

    def __call__(self, *claims: Claim, published: dict[str, date] | None = None) -> Report: ...


@pytest.fixture
def run() -> Run:
    def build(*claims: Claim, published: dict[str, date] | None = None) -> Report:
        names = sorted({claim.source for claim in claims})
        days = published or {}
        sources = [
            SourceText(
                name,
                name,
                name.removesuffix(".txt"),
                None,
                None,
                None,
                days.get(name),
                fingerprint(f"{name} its own words {number} about something else"),
            )
            for number, name in enumerate(names)
        ]
        report = reconcile(claims, sources)
        check_whole(report)
        return report

    return build


def check_whole(report: Report) -> None:
    """What holds for every report: each part is of this drop, named once and counted right."""
    claims = {claim.id: claim for claim in report.claims}
    deals = {deal.id: deal for deal in report.deals}
    facts = {fact.id: fact for fact in report.facts}
    origin = {source.id: source.origin for source in report.sources}
    assert len(claims) == len(report.claims)
    assert len(deals) == len(report.deals)
    assert len(facts) == len(report.facts), [f for f in report.facts if facts[f.id] is not f]
    assert len({finding.id for finding in report.findings}) == len(report.findings)
    for fact in report.facts:
        assert re.fullmatch("f-[0-9a-f]{16}", fact.id)
        assert fact.deal in (deals or {None})
        assert (len(fact.camps) > 1) == (fact.status is Status.CONFLICT)
        for camp in fact.camps:
            told = [claims[claim] for claim in camp.claims]
            assert {claim.source for claim in told} >= set(camp.sources)
            assert list(camp.sources) == sorted(set(camp.sources))
            assert camp.origins == len({origin[source] for source in camp.sources})
        voices = [camp.origins for camp in fact.camps]
        assert voices == sorted(voices, reverse=True)
        for also in fact.also_compatible:
            assert also.claim in claims
            assert set(also.camps) <= set(range(len(fact.camps)))
    for finding in report.findings:
        assert re.fullmatch("x-[0-9a-f]{16}", finding.id)
        assert finding.rule in BY_ID
        assert finding.deal in (deals or {None})
        assert finding.claims
        assert set(finding.claims) <= set(claims)
        assert finding.message
        assert "None" not in finding.message
        assert all(finding.reasons)
        if finding.fact:
            assert finding.deal == facts[finding.fact].deal
    for check in report.checks:
        assert check.deal in (deals or {None})
        assert set(check.inputs) <= set(claims)
        assert check.implied.high is None or check.implied.low <= check.implied.high
    assert {left.claim for left in report.not_compared} <= set(claims)
    assert all(left.reason for left in report.not_compared)
    counted = Counter(fact.status for fact in report.facts)
    assert report.summary == Summary(
        sources=len(report.sources),
        origins=len(set(origin.values())),
        deals=len(deals),
        claims=len(claims),
        agreements=counted[Status.AGREEMENT],
        conflicts=counted[Status.CONFLICT],
    )
