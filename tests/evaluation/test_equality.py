from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dealfacts.evaluation.calendar import span
from dealfacts.evaluation.equality import same_name, same_value
from dealfacts.evaluation.posts import heads
from dealfacts.model.values import (
    Count,
    Money,
    Organisation,
    PartialDate,
    Percent,
    Person,
    Quote,
    Seat,
    Term,
    Text,
    Undisclosed,
)
from dealfacts.model.vocabulary import Hedge

ALIASES = {"jane q. doe": "Jane Doe", "the mills": "Ostrava Mills"}


def resolved(text: str, iso: str) -> PartialDate:
    first, last = span(iso)
    return PartialDate(text=text, edtf=iso, earliest=first, latest=last)


def money(low: str, currency: str = "USD", high: str | None = None) -> Money:
    return Money(currency=currency, low=Decimal(low), high=Decimal(high or low))


def person(name: str | None, role: str | None) -> Person:
    return Person(name=name, role=role, organisation="Ostrava Mills")


SAME = [
    (money("5"), money("5.00")),
    (money("-5"), money("5")),
    (Percent(low=Decimal(49), high=Decimal(49)), Percent(low=Decimal("49.0"), high=Decimal(49))),
    (Count(low=Decimal(28), high=Decimal(28)), Count(low=Decimal(28), high=Decimal(28))),
    (resolved("in May", "2024-05"), resolved("May 2024", "2024-05")),
    (resolved("first half", "2024-H1"), PartialDate(text="H1", edtf="2024-H1")),
    (resolved("by the end of Q2", "2024-Q2"), PartialDate(text="the end of Q2", edtf="2024-34")),
    (PartialDate(text="Thursday"), PartialDate(text="on Thursday", edtf="2024-05-02")),
    (person("Jane Doe", "CEO"), person("Jane Doe", "chief executive officer")),
    (person("Jane Doe", "founder and CEO"), person("Doe", "co-founder")),
    (person("Jane Doe", "CEO"), person("Jane Q. Doe", "interim CEO")),
    (person("Dr. Jane Doe", "CEO"), person("Jane Doe", "CEO")),
    (person(None, "founder"), person("Jane Doe", "founder")),
    (Term(term="agreed"), Term(term="agreed")),
    (Quote(speaker="x", text="We are happy"), Quote(speaker="y", text="“We are  happy,”")),
    (Seat(holder="Jane Doe", board="A"), Seat(holder="Doe", board="B")),
    (Seat(holder="two members"), Seat(board="A")),
    (Text(text="“Harbour” unit (new)"), Text(text="Harbour unit")),
    (Text(text="the Harbour unit"), Organisation(name="Harbour")),
    (Undisclosed(), Undisclosed()),
]
DIFFERENT = [
    (money("5"), money("5", "EUR")),
    (money("5"), money("5", high="6")),
    (money("5"), Percent(low=Decimal(5), high=Decimal(5))),
    (resolved("in May", "2024-05"), resolved("in May", "2023-05")),
    (resolved("May", "2024-05"), PartialDate(text="May")),
    (person("Jane Doe", "CEO"), person("John Doe", "CEO")),
    (person("Jane Doe", "CEO"), person("Jane Doe", "analyst")),
    (person("Jane Doe", "CEO"), person(None, "CEO")),
    (person("Jane Doe", "CEO"), person("Jane Doe", None)),
    (Term(term="agreed"), Term(term="closed")),
    (Quote(text="We are happy"), Quote(text="We are happy now")),
    (Seat(holder="Jane Doe"), Seat(holder=None)),
    (Text(text="Harbour unit"), Text(text="Lake unit")),
    (Text(text="Harbour unit"), Text(text="(new)")),
]


@pytest.mark.parametrize(("gold", "value"), SAME)
def test_same(make, gold, value) -> None:
    row = make.gold_claim("x", gold, "Monday")
    assert same_value(row, value, Hedge.NONE, ALIASES)


@pytest.mark.parametrize(("gold", "value"), DIFFERENT)
def test_different(make, gold, value) -> None:
    row = make.gold_claim("x", gold, "Monday")
    assert not same_value(row, value, Hedge.NONE, ALIASES)


def test_an_inferred_date_may_be_given_by_its_words(make) -> None:
    row = make.gold_claim("x", resolved("Monday", "2024-05-06"), "Monday", inferred=True)
    assert same_value(row, PartialDate(text="Monday"), Hedge.NONE, {})


def test_names_go_through_aliases_and_punctuation_is_no_name() -> None:
    assert same_name("Ostrava Mills", "the Mills", ALIASES)
    assert not same_name("Ostrava Mills", "…", ALIASES)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("chairman, president and CEO", {"chairman", "president", "chief executive"}),
        ("head of intellectual property", {"leads"}),
        ("key position in the new lab", {"belongs"}),
        ("key leadership position", {"belongs", "leads"}),
        ("day-to-day control (CEO)", {"control", "chief executive"}),
        ("chief people officer", {"chief people officer"}),
        ("interim chief executive", {"chief executive"}),
        ("co-founder", {"founder"}),
        (" of the board", set()),
        ("", set()),
        (None, set()),
    ],
)
def test_heads_of_roles(role, expected) -> None:
    assert heads(role) == expected


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-Q2", date(2024, 4, 1), date(2024, 6, 30)),
        ("2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-05-06", date(2024, 5, 6), date(2024, 5, 6)),
        ("2024-Q2/2024-Q3", date(2024, 4, 1), date(2024, 9, 30)),
    ],
)
def test_span_of_a_gold_date(iso, first, last) -> None:
    assert span(iso) == (first, last)
