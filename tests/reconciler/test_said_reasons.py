"""Values made of words, compared: the relation and the words that say why."""

from __future__ import annotations

import pytest

from dealfacts.model.values import Organisation, Person, Quote, Seat, Text, Value
from dealfacts.model.vocabulary import Change
from dealfacts.reconciler import said
from dealfacts.reconciler.compare import Side, compare
from dealfacts.reconciler.names import compare_people

LONG = "We will keep every mill open and every promise made to growers"


def quote(text: str) -> Quote:
    return Quote(speaker="Ann Brun", text=text)


def seat(change: Change | None) -> Seat:
    return Seat(holder="Ann Brun", board="Nimbra", change=change)


TABLE: list[tuple[Value, Value, str, str]] = [
    (quote(LONG), quote(LONG.upper() + "!"), "equal", "the same words"),
    (quote("a data center"), quote("a datacenter"), "equal", "the same words, spaced differently"),
    (quote(LONG), quote("every mill open"), "refines", "one quotation is part of the other"),
    (quote("mills stay open"), quote("mills"), "refines", "one quotation is part of the other"),
    (quote("mills stay"), quote("mill"), "not_comparable", "two different utterances"),
    (
        quote(LONG),
        quote("We will keep every mill open and each promise we made to our growers"),
        "conflict",
        "most words are the same, some are not: one utterance in two wordings",
    ),
    (quote(LONG), quote("Nobody sells a mill today"), "not_comparable", "two different utterances"),
    (quote("We are glad"), quote("We are sad"), "not_comparable", "two different utterances"),
    # cut short in the middle, and cut so that it says the opposite
    (
        quote(LONG),
        quote("We will keep every mill and every promise"),
        "refines",
        "one quotation leaves words of the other out",
    ),
    (
        quote("We will not sell the mill to anybody in this town"),
        quote("We will sell the mill to anybody in town"),
        "conflict",
        "most words are the same, some are not: one utterance in two wordings",
    ),
    # few words shared, though three in a row are
    (
        quote(LONG),
        quote("We will keep nobody at all in any of those old places"),
        "not_comparable",
        "two different utterances",
    ),
    # all words shared, and no three in a row
    (
        quote("north we grow and south we mill"),
        quote("mill and grow north we south we"),
        "not_comparable",
        "two different utterances",
    ),
    # three in a row at the end
    (
        quote("so all our mills will stay open"),
        quote("all the mills will stay open so"),
        "conflict",
        "most words are the same, some are not: one utterance in two wordings",
    ),
    (
        quote("mills stay open now"),
        quote("mills stay open then"),
        "not_comparable",
        "two different utterances",
    ),
    (
        Person(name="Ann Brun"),
        Person(role="chair"),
        "not_comparable",
        "one of the two is not named",
    ),
    (Person(role="chair"), Person(role="chair"), "not_comparable", "one of the two is not named"),
    (
        Person(name="Ann Brun"),
        Person(name="Brun"),
        "refines",
        "one of the two is a family name alone",
    ),
    (
        Organisation(name="Orvex"),
        Organisation(name="Nimbra"),
        "conflict",
        "“Orvex” is not “Nimbra”",
    ),
    (
        Organisation(name="Orvex Systems"),
        Organisation(name="Orvex Foods"),
        "not_comparable",
        "only the describing words differ",
    ),
    (
        Text(text="the “Blue Lab” unit"),
        Text(text="its “blue-lab”"),
        "refines",
        "“the “Blue Lab” unit” and “its “blue-lab”” share their core name",
    ),
    (
        Text(text="Larkspur Works"),
        Text(text="Larkspur"),
        "refines",
        "“Larkspur Works” and “Larkspur” share their core name",
    ),
    (
        seat(Change.LEAVES),
        seat(Change.REMAINS),
        "conflict",
        "leaves and remains contradict each other",
    ),
    (Text(text="Blue Lab"), Text(text="blue lab"), "equal", "the same words"),
    (
        Text(text="the unit"),
        Text(text="Blue Lab"),
        "refines",
        "one of the two gives the unit no name",
    ),
    (
        Text(text="Larkspur Works"),
        Text(text="Tamarind Mill"),
        "not_comparable",
        "“Larkspur Works” and “Tamarind Mill” may be two units",
    ),
    (seat(Change.JOINS), seat(Change.JOINS), "equal", "both say the same of the seat"),
    (seat(Change.JOINS), seat(None), "refines", "both put the person on the board"),
    (seat(Change.JOINS), seat(Change.REMAINS), "refines", "both put the person on the board"),
    (
        seat(Change.JOINS),
        seat(Change.LEAVES),
        "conflict",
        "joins and leaves contradict each other",
    ),
    (seat(None), seat(Change.LEAVES), "refines", "both put the person on the board"),
]


@pytest.mark.parametrize(("a", "b", "relation", "reason"), TABLE)
def test_words(a: Value, b: Value, relation: str, reason: str) -> None:
    found = compare(Side(a), Side(b))

    assert (found.relation, found.reason.rstrip(".")) == (relation, reason)
    assert compare(Side(b), Side(a)).relation == relation


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("agreed", "agreed", "both say agreed"),
        ("denied", "talks", "one side asserts what the other one denies"),
        ("agreed", "closed", "agreed and closed are stages of one deal"),
    ],
)
def test_stages(a: str, b: str, reason: str) -> None:
    assert said.terms(a, b).reason == reason


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("the “Blue Lab” unit", {"bluelab"}),
        ("Larkspur Works", {"larkspur", "works"}),
        ("the unit", set()),
    ],
)
def test_the_name_of_a_unit(text: str, core: set[str]) -> None:
    assert said.unit_core(text) == core


@pytest.mark.parametrize(
    ("a", "b", "score"),
    [
        ("Jane Doe", "Jane Doe", 1.0),
        ("Jason Droege", "Jason Droge", 0.9),
        ("Jane Doe", "Doe", 0.7),
        ("Paul Peter", "Peter Paul", 0.4),
        ("Jane Doe", "Mary Doe", 0.0),
    ],
)
def test_how_alike_two_names_are(a: str, b: str, score: float) -> None:
    assert compare_people(a, b).score == score
