"""Which names of a drop are linked: alike by themselves, or with a second sign."""

from __future__ import annotations

import pytest

from dealfacts.reconciler.fingerprints import fingerprint
from dealfacts.reconciler.headlines import names_it
from dealfacts.reconciler.name_links import keys, linked, may_be_linked, members, name_links
from dealfacts.reconciler.speaking_of import is_rare, speaks_of


@pytest.mark.parametrize(
    ("a", "b", "link"),
    [
        ("Quixel", "Quixel Inc.", "strong"),
        ("Quixel", "Quixell", "strong"),
        ("Quixel Group", "Quixel", "strong"),
        # one opens or closes the other, as a unit or a surname does
        ("Quixel", "Quixel Mobile Phones", "weak"),
        ("Carver", "Jane Carver", "weak"),
        ("Jane", "Jane Carver", "weak"),
        # a word cut short
        ("Quixel Man Rovers", "Quixel Manchester Rovers", "weak"),
        ("Quixel Ma Rovers", "Quixel Manchester Rovers", None),
        ("Quixel Man Rov", "Quixel Manchester Rovers", None),
        ("Man", "Manchester", None),
        ("Quixel Man", "Quixel Manchester Rovers", None),
        ("Quixel Works", "Plimsoll Works", None),
        ("Quixel Systems", "Quixel Foods", "weak"),
        ("Quixel", "Plimsoll", None),
    ],
)
def test_two_names(a: str, b: str, link: str | None) -> None:
    assert linked(a, b) == linked(b, a) == link
    links = name_links([a, b])
    assert links.link(a, b) == links.link(b, a) == link
    assert links.link(a, a) == "strong"


def test_of_several_buyers_each_links_the_group() -> None:
    links = name_links(
        ["Oak Capital, Elm Partners and Ash", "Elm Partners", "Ash Fund", "Plimsoll"]
    )

    group = "Oak Capital, Elm Partners and Ash"
    assert links.link("Elm Partners", group) == "strong"
    assert links.link(group, "Elm Partners") == "strong"
    assert links.link("Plimsoll", group) is None
    assert links.link("Elm Partners", "Plimsoll") is None


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("Oak", ("Oak",)),
        ("Oak and Elm", ("Oak and Elm", "Oak", "Elm")),
        ("Oak, Elm and Ash", ("Oak, Elm and Ash", "Oak", "Elm", "Ash")),
        ("Oak, Elm, and Ash", ("Oak, Elm, and Ash", "Oak", "Elm", "Ash")),
        ("Oak; Elm", ("Oak; Elm", "Oak", "Elm")),
        ("Oakland", ("Oakland",)),
        ("Procter & Sample", ("Procter & Sample",)),
    ],
)
def test_the_members_of_a_party(party: str, expected: tuple[str, ...]) -> None:
    assert members(party) == expected


def test_the_keys_under_which_a_name_is_looked_up() -> None:
    assert list(keys("Plimsoll")) == [
        ("first", "plimsol"),
        ("opens", "plim"),
        ("closes", "msol"),
        ("last", "plimsol"),
        ("initials", "plimsoll"),
        ("initials", "plimsol"),
    ]
    found = set(keys("Plimsoll Brunning of Udrey"))
    assert {("first", "plimsol"), ("last", "udri"), ("initials", "pbu")} <= found
    assert ("initials", "pbou") in found
    assert ("initials", "pbu") in set(keys("PBUL"))
    assert not any(kind == "initials" for kind, _ in keys("Plimsoll Udrey"))


@pytest.mark.parametrize(
    ("kind", "a", "b", "expected"),
    [
        ("first", "Quixel", "Quixel Mobile Phones", True),
        ("initials", "Quixel", "Zorblatt", True),
        ("opens", "Quixel", "Quixell", True),
        ("opens", "Quixel", "Quixel Mobile Phones", True),  # the one opens the other
        ("opens", "Quixel Bath", "Quixon Dry Goods", False),
        ("closes", "Quixel Bath", "Quixon Dry Goods", False),
        ("opens", "abcdefg", "abchijg", False),  # six odd letters
        ("opens", "abcdefg", "abcdhig", True),  # four
    ],
)
def test_which_names_that_share_a_key_are_compared(kind, a, b, expected) -> None:
    assert may_be_linked(kind, a, b) is may_be_linked(kind, b, a) is expected


TEXT = fingerprint("Zorblatt buys Plimsoll Udrey from the IEM, Ann Brunning said.").names


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("Zorblatt", True),
        ("Zorblatt Holdings", True),
        ("Plimsoll Udrey", True),
        ("Plimsoll Rovers", True),  # a rare first word stands for the whole
        ("Ann Brunning", True),
        ("Ann Udrey", True),
        ("Ann Carver", False),  # a given name does not
        ("Bank Carver", False),
        ("International Example Machines", True),
        ("Quixel", False),
        ("Quixel and Zorblatt", True),
    ],
)
def test_whether_a_text_names_a_party(party: str, expected: object) -> None:
    assert speaks_of(TEXT, party) is expected
    assert not speaks_of(frozenset(), party)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("zorblatt", True), ("zorb", True), ("zor", False), ("bank", False), ("ann", False)],
)
def test_a_first_word_that_stands_for_the_whole(word: str, expected: object) -> None:
    assert is_rare(word) is expected


@pytest.mark.parametrize(
    ("headline", "party", "expected"),
    [
        ("Zorblatt buys Plimsoll", "Plimsoll", True),
        ("Zorblatt buys Plimsoll", "Plimsoll Rovers", True),
        ("Zorblatt buys Plimsoll", "Plimsoll Rovers Udrey", True),
        ("Zorblatt buys Plimsoll Rovers", "Plimsoll Rovers Udrey", True),
        ("Bank of Plimsoll", "Bank of Quixel", False),
        ("New owner for Plimsoll", "Bank of Plimsoll", False),
        ("Doe's group settles", "Jane Doe", True),
        ("Jane's group settles", "Jane Doe", False),
        ("Doe's group settles", "Zorblatt Doe", False),
        ("Elm wins", "Oak and Elm", True),
        ("Quixel wins", "Plimsoll", False),
    ],
)
def test_whether_a_headline_names_a_party(headline: str, party: str, expected: object) -> None:
    assert names_it(headline, party) is expected
