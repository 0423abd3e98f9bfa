"""People: what is a person's name, where it ends, and what only looks like one."""

from __future__ import annotations

import pytest

from dealfacts.extractor.readers import names
from dealfacts.loader.sentences import split
from dealfacts.model.text import Sentence


def people(text: str) -> list[str]:
    found = names.read(text, split(text)).people
    for name in found:
        printed = text[name.start : name.end].replace("[", "").replace("]", "")
        assert " ".join(printed.split()) == name.core
    return [name.core for name in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank hired Olga van der Meer last week.", ["Olga van der Meer"]),
        ("It met Sheikh Tamim bin Hamad Al Thani there.", ["Tamim bin Hamad Al Thani"]),
        ("He told Mr. Al-Futtaim and Dr Anne-Marie O'Brien.", ["Al-Futtaim", "Anne-Marie O'Brien"]),
        ("“We agreed,” said J. R. Halvorsen of the firm.", ["J. R. Halvorsen"]),
        ("The board sacked Robert “Bob” Trelawney, 61, today.", ["Robert “Bob” Trelawney"]),
        ("Co-founder [Jane] Doe left on Monday.", ["Jane Doe"]),
        (
            "They named George H. Smith Jr. and Henry Jones III.",
            ["George H. Smith Jr.", "Henry Jones III"],
        ),
        ("A stake went to Zhang Yiming, founder of the app.", ["Zhang Yiming"]),
        ("The unit goes to Kim Min-jun, who left in May.", ["Kim Min-jun"]),
        ("It is led by Maria-José Álvarez and Øyvind Ås.", ["Maria-José Álvarez", "Øyvind Ås"]),
        ("The firm was founded by Qwarrin Blostoy in 2016.", ["Qwarrin Blostoy"]),
        ("Qwarrin Blostoy, 28, stays.", ["Qwarrin Blostoy"]),
        ("Qwarrin Blostoy, chief executive of the bank, stays.", ["Qwarrin Blostoy"]),
        ("Qwarrin Blostoy is the chief executive of the bank.", ["Qwarrin Blostoy"]),
        ("The deal pleased General Dana Pell in the end.", ["Dana Pell"]),
        ("It was said by CEO Pell that he would stay.", ["Pell"]),
        ("The panel consisted of Messrs. Bloor, Tindle and Vance.", ["Bloor", "Tindle", "Vance"]),
        ("Despite chief executive Dana Pell's doubts it went on.", ["Dana Pell"]),
        ("It was for Mr. Zwend to say, not for Lord Blostoy.", ["Zwend", "Blostoy"]),
        ("The plan of May 2020 was Dana Pell 5 and no more.", []),
        ("Hiring Dana Pell away was the point of it.", ["Dana Pell"]),
        ("The owner is Dana Pell-backed as well.", ["Dana Pell"]),
    ],
)
def test_a_name_is_read_without_what_stands_around_it(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The office is in Rocky Hill, Connecticut, and in St. Charles.",
        "Analysts at Morgan Trelawney said so.",
        "The acquisition of Morgan Trelawney took a year.",
        "It sold Hong Kong and New York shops in March.",
        "Acme to Buy Rival in Biggest Deal Since March",
        "Prime Minister's Questions were on Wednesday.",
        "It relies on Super Intelligence and on Big Data.",
        "Charlotte Pipe and Foundry Company sold its works.",
        "The plan was approved by the General Assembly.",
        "It flew the Trent 900 over Mount Victoria Park.",
        "U S West is far.",
        "",
    ],
)
def test_what_only_looks_like_a_person_is_none(text: str) -> None:
    assert people(text) == []


def test_a_later_bare_surname_is_a_person() -> None:
    text = "Dana Blostoy sold the firm. Later Blostoy bought it back, and van Tast left."
    assert people(text) == ["Dana Blostoy", "Blostoy"]


def test_a_bare_surname_with_its_particle_is_a_person() -> None:
    text = "Olga van der Meer sold the firm. Van der Meer stays, and van der Meer is glad."
    assert "Olga van der Meer" in people(text)
    assert "van der Meer" in people(text)


def test_a_surname_that_speaks_is_a_person() -> None:
    assert people("“It is done,” said Halvorsen on Friday.") == ["Halvorsen"]


def test_all_mentions_of_a_name_decide_together() -> None:
    text = "Chief executive Qwarrin Son agreed. In May Qwarrin Son had refused."
    assert people(text) == ["Qwarrin Son", "Qwarrin Son"]


def test_persons_in_a_list_vouch_for_each_other() -> None:
    text = "The founders are Qwarrin Blostoy, Dana Pell and Ulvar Tindrake."
    assert people(text) == ["Qwarrin Blostoy", "Dana Pell", "Ulvar Tindrake"]


def test_an_organisation_before_a_person_stays_apart() -> None:
    text = "It was signed by Kestrel Capital Group Dana Pell said."
    read = names.read(text, split(text))
    assert [name.core for name in read.people] == ["Dana Pell"]
    assert [name.core for name in read.organisations] == ["Kestrel Capital Group"]


def test_a_name_may_be_wrapped() -> None:
    text = "The board named Dana\nPell as its head."
    found = names.read(text, [Sentence(start=0, end=len(text))]).people
    assert [(name.core, text[name.start : name.end]) for name in found] == [
        ("Dana Pell", "Dana\nPell")
    ]


def test_given_name_alone_follows_its_bearer() -> None:
    assert people("Wendy Blostoy left. The board thanked Wendy.")[-1] == "Wendy"
