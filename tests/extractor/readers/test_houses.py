"""A firm with its owner's surname is a firm where the text has it before it names the owner."""

from __future__ import annotations

import pytest

from dealfacts.extractor.readers import names
from dealfacts.loader.sentences import split


def read(text: str) -> tuple[list[str], list[str]]:
    found = names.read(text, split(text))
    return [name.core for name in found.organisations], [name.core for name in found.people]


def test_a_house_before_its_owner_is_a_firm() -> None:
    text = (
        "Brennoch sells heat pump business\n\nBrennoch, one of the best-known names of the "
        "trade, is "
        "handing its climate arm to Acme Corp. The unit has 900 employees.\n\nMax Brennoch, 34, "
        "great-grandson of the founder, rejected the talk."
    )
    firms, people = read(text)
    assert firms == ["Brennoch", "Brennoch", "Acme"]
    assert people == ["Max Brennoch"]


def test_a_person_named_in_full_first_stays_a_person() -> None:
    text = (
        "Max Brennoch, 34, rejected the talk. Brennoch has run the mill for ten years. "
        "The mill is old."
    )
    assert read(text) == ([], ["Max Brennoch", "Brennoch"])


def test_words_of_dealing_make_a_firm_of_a_known_surname() -> None:
    text = (
        "It is done.\n\nShares in Miller rose as its merger with Acme Corp was agreed.\n\nMiller "
        "was founded in 1869 by Henry Miller in a small town."
    )
    firms, people = read(text)
    assert "Miller" in firms
    assert people == ["Henry Miller"]


def test_a_role_in_a_line_of_its_own_is_not_that_of_the_next_line() -> None:
    text = "By our City Editor\n\nWendell's is in advanced talks about a merger with Acme Corp."
    assert "Wendell" not in read(text)[1]


def test_a_ticker_behind_an_ordinary_word_makes_it_a_company() -> None:
    text = "Target (NYSE: TGT) has agreed to pay for it. Target had been asked."
    assert read(text)[0] == ["Target", "Target"]


def test_ordinary_words_with_a_hyphen_are_no_company() -> None:
    text = "Memory-Chip Unit May Be Sold\n\nAcme Corp may sell a memory-chip unit."
    assert read(text)[0] == ["Acme"]


@pytest.mark.parametrize(
    "lead",
    [
        "The bakery chain Miller is being sold to Acme Corp.",
        "Acme Corp would pay $84 million for Miller, it said.",
        "Acme Corp is to buy Miller, a chain of bakeries.",
        "The 140 shops of Miller go to Acme Corp.",
        "Miller has been bought by Acme Corp.",
        "Miller had sales of $210 million last year.",
    ],
)
def test_what_only_happens_to_a_firm_makes_one_of_a_surname(lead: str) -> None:
    firms, people = read(f"News of the day\n\n{lead} Its chief executive, Angela Miller, stays.")
    assert "Miller" in firms
    assert people == ["Angela Miller"]


@pytest.mark.parametrize("said", ["Miller said so.", "It is not easy, said Miller."])
def test_a_surname_that_speaks_stays_a_person(said: str) -> None:
    _, people = read(f"News\n\nJane Miller, 34, has bought Acme Corp from Beta Inc. {said}")
    assert people == ["Jane Miller", "Miller"]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("The Evening Echo has been bought by Acme Corp.", "Evening Echo"),
        ("Beacon changes hands\n\nThe Beacon has a new owner, who bought it.", "Beacon"),
        ("Orchard acquires Acme Corp\n\nIt is old. Orchard, a brewer, is glad.", "Orchard"),
        ("Granite Bay buys Acme Corp\n\nGranite Bay Capital is glad.", "Granite Bay"),
        ("Acme Corp bought House of Tamsin for EUR 14 million.", "House of Tamsin"),
        ("It has been acquired by Brightly!", "Brightly"),
        ("News\n\nOrchard, a brewer, is to be taken over. Orchard employs 30.", "Orchard"),
        ("News\n\nBeacon has become part of Acme Corp. Beacon employs 30.", "Beacon"),
        ("Brightly's acquisition of Acme Corp closed.", "Brightly"),
        ("Acme Corp sold the Beacon, its last paper, to Beta Corp.", "Beacon"),
        ("Acme Corp bought the Port of Selby.", "Port of Selby"),
    ],
)
def test_everyday_words_are_a_name_where_only_a_name_has_capitals(text: str, firm: str) -> None:
    assert read(text)[0].count(firm) == text.count(firm) - text.count(f"{firm} Capital")


@pytest.mark.parametrize(
    "text",
    [
        "The Board has approved it. The Offer is final. The Company employs 20 people.",
        "News\n\nProfits have become smaller. Profits fell by half.",
        "Founder sells Acme Corp\n\nThe founder is glad. Founder, he says, is no name.",
    ],
)
def test_what_a_sentence_or_title_opens_with_is_no_name_alone(text: str) -> None:
    assert set(read(text)[0]) <= {"Acme"}
