"""Airports, ports and stadiums are companies where an article deals in them, else places."""

from __future__ import annotations

import pytest

from dealfacts.extractor.readers import names
from dealfacts.loader.sentences import split


def organisations(text: str) -> list[str]:
    return [name.core for name in names.read(text, split(text)).organisations]


@pytest.mark.parametrize(
    "text",
    [
        "Exampleton Airport said on Monday that it had agreed terms.",
        "Exampleton Airport has rejected the offer.",
        "Exampleton Airport shares rose 4% on the news.",
        "Exampleton Airport's board met on Monday.",
        "The funds made a tilt at Exampleton Airport last week.",
        "A fund wants to take Exampleton Airport private.",
        "It holds a stake in the Exampleton Airport.",
        "The chairman of Exampleton Airport is calm.",
    ],
)
def test_a_place_that_acts_or_is_dealt_in_is_a_company(text: str) -> None:
    assert organisations(text) == ["Exampleton Airport"]


@pytest.mark.parametrize(
    "text",
    [
        "Fans danced outside Exampleton Stadium on Thursday.",
        "The plane landed at Exampleton Airport on Monday.",
        "They walked through Wexham Park and home.",
        "Exampleton Airport is a fine place.",
    ],
)
def test_a_place_where_things_happen_is_none(text: str) -> None:
    assert organisations(text) == []


def test_once_a_company_it_is_one_in_the_whole_article() -> None:
    text = "The plane landed at Milford Port. Milford Port accepts the bid."
    assert organisations(text) == ["Milford Port", "Milford Port"]


def test_the_ground_of_a_saint_is_neither_the_saint_nor_a_park() -> None:
    for ground in ("St Wexham's Park", "St Wexham’s Park", "St James' Park"):
        assert organisations(f"Fans danced outside {ground} as Acme Corp left.") == ["Acme"]
