"""Values made of words: names, stages, seats, units, quotations; and values put into words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dealfacts.model.quantity import Interval
from dealfacts.model.values import (
    Count,
    Money,
    Multiple,
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
from dealfacts.model.vocabulary import Change, Hedge, Relation, Severity
from dealfacts.reconciler import said, wording
from dealfacts.reconciler.compare import Side, compare, quantity


def between(a, b):
    return compare(Side(a), Side(b)).relation


def test_names() -> None:
    ann = Person(name="Marten Droste")
    variant = compare(Side(ann), Side(Person(name="Marten Drosste")))
    assert (variant.relation, variant.severity) == (Relation.CONFLICT, Severity.WARNING)
    assert between(ann, ann) is Relation.EQUAL
    assert between(ann, Person(name="Droste")) is Relation.REFINES
    assert between(ann, Person(name="Carla Voss")) is Relation.CONFLICT
    assert between(ann, Person(role="CEO")) is Relation.NOT_COMPARABLE
    assert between(Organisation(name="Orvex Inc."), Organisation(name="Orvex")) is Relation.EQUAL


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("agreed", "agreed", Relation.EQUAL),
        ("agreed", "closed", Relation.REFINES),
        ("agreed", "terminated", Relation.REFINES),
        ("denied", "talks", Relation.CONFLICT),
        ("denied", "rumoured", Relation.REFINES),
    ],
)
def test_stages(a, b, relation) -> None:
    assert between(Term(term=a), Term(term=b)) is relation


def test_seats() -> None:
    joins, leaves = Seat(change=Change.JOINS), Seat(change=Change.LEAVES)
    assert between(joins, joins) is Relation.EQUAL
    assert between(joins, leaves) is Relation.CONFLICT
    assert between(joins, Seat()) is Relation.REFINES
    assert between(joins, Seat(change=Change.REMAINS)) is Relation.REFINES


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Skywatch lab", "skywatch Lab", Relation.EQUAL),
        ("“Sky Watch” department", "skywatch unit", Relation.REFINES),
        ("AI Skywatch lab", "Skywatch group", Relation.REFINES),
        ("a wholly owned subsidiary", "Skywatch group", Relation.REFINES),
        ("Groundwork arm", "Skywatch group", Relation.NOT_COMPARABLE),
    ],
)
def test_units(a, b, relation) -> None:
    assert between(Text(text=a), Text(text=b)) is relation
    assert between(Text(text=b), Text(text=a)) is relation


def test_quotations() -> None:
    long = Quote(text="We will build the largest plant of the country within two years.")
    cut = Quote(text="the largest plant of the country")
    other = Quote(text="We will build the largest plant of the country within three months!")
    assert between(long, Quote(text=long.text.upper())) is Relation.EQUAL
    assert between(long, cut) is Relation.REFINES
    assert compare(Side(long), Side(other)).severity is Severity.WARNING
    assert between(long, Quote(text="No comment on that today")) is Relation.NOT_COMPARABLE


BILLION = Decimal(10) ** 9


@pytest.mark.parametrize(
    ("value", "hedge", "text"),
    [
        (Money(currency="USD", low=7 * BILLION, high=7 * BILLION), Hedge.ABOVE, "over $7 billion"),
        (
            Money(currency="CHF", low=7 * BILLION, high=8 * BILLION),
            Hedge.RANGE,
            "CHF 7 billion to CHF 8 billion",
        ),
        (Money(currency="EUR", low=12500, high=12500), Hedge.NONE, "€12,500"),
        (Percent(low=40, high=40), Hedge.NONE, "40 %"),
        (Percent(low=3, high=3, points=True), Hedge.NONE, "3 points"),
        (Count(low=1200, high=1200, unit="employees"), Hedge.ABOUT, "about 1,200 employees"),
        (Count(low=7, high=7), Hedge.NONE, "7"),
        (Multiple(low=Decimal("0.5"), high=Decimal("0.5")), Hedge.NONE, "0.5 times"),
        (PartialDate(text="May"), Hedge.NONE, "May"),
        (Person(), Hedge.NONE, "unnamed person"),
        (Organisation(name="Orvex"), Hedge.NONE, "Orvex"),
        (Quote(text="x" * 80), Hedge.NONE, f"“{'x' * 60}…”"),
        (Seat(), Hedge.NONE, "unnamed person sits on the board of the company"),
        (Term(term="agreed"), Hedge.NONE, "agreed"),
        (Text(text="words"), Hedge.NONE, "words"),
        (Undisclosed(), Hedge.NONE, "undisclosed"),
    ],
)
def test_values_in_words(value, hedge, text) -> None:
    assert wording.value_text(value, hedge) == text


def test_intervals_and_lists_in_words() -> None:
    percent = Percent(low=40, high=40)
    one, two = Decimal(1), Decimal(2)
    assert wording.interval_text(Interval(one, None), percent) == "1 % or more"
    assert (
        wording.interval_text(Interval(one, None, low_open=True), percent) == "anything above 1 %"
    )
    assert wording.interval_text(Interval(one, one), percent) == "exactly 1 %"
    assert wording.interval_text(Interval(one, two, high_open=True), percent) == "1 % to below 2 %"
    assert wording.rounded(Decimal(0)) == "0"
    assert wording.rounded(Decimal(1234567)) == "1.235 million"
    assert wording.listed([]) == ""
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.counted(2, "box", "boxes") == "2 boxes"
    assert quantity(Side(Term(term="agreed"))) is None


def test_house_style_in_the_spacing_of_words_is_no_other_wording():
    one = Quote(text="The data center is the foundation of HP ' s IT for large enterprises")
    other = Quote(text="The datacenter is the foundation of HP's IT for large enterprises")
    assert said.quotes(one, other).relation is Relation.EQUAL


def test_a_contraction_is_no_other_wording():
    short = Quote(text="I’ve looked at this for years and we can't wait, they won't either")
    long = Quote(text="I have looked at this for years and we cannot wait, they will not either")
    part = Quote(
        text="Well, I have looked at this for years and we can not wait, they won’t either"
    )
    assert said.quotes(short, long).relation is Relation.EQUAL
    assert said.quotes(short, part).relation is Relation.REFINES
    owner = Quote(text="It's the plan of the group's owners and they'd say so to everybody")
    spelled = Quote(text="It is the plan of the group's owners and they had say so to everybody")
    assert said.quotes(owner, spelled).relation is Relation.CONFLICT


def test_british_and_american_spelling_is_no_other_wording():
    one = Quote(text="We are honoured to organise the centre for such an obsessed organisation")
    other = Quote(text="We are honored to organize the center for such an obsessed organization")
    assert said.quotes(one, other).relation is Relation.EQUAL
    third = Quote(text="We are hired to organize the center for such an obsessed organization")
    assert said.quotes(one, third).relation is Relation.CONFLICT
