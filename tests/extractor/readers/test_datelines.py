"""Towns and wires in datelines are no names of companies."""

from __future__ import annotations

import time

import pytest

from dealfacts.extractor.readers import names
from dealfacts.loader.sentences import split

# Far above what a linear reading of these lines takes, far below what a catastrophic one does.
SLOWEST = 5.0


def organisations(text: str) -> list[str]:
    return [name.core for name in names.read(text, split(text)).organisations]


@pytest.mark.parametrize(
    "opening",
    [
        "LONDON, May 4, 2026 (Examplewire) -- ",
        "NEW YORK, March 2 (Example Wire) - ",
        "Hosur, May 3 - ",
        "BASEL, Switzerland and DURHAM, N.C., March 16, 2026 – ",
        "MUMBAI: ",
        "MUMBAI : ",
        "PARIS — ",
    ],
)
def test_the_town_of_a_dateline_is_no_company(opening: str) -> None:
    assert organisations(f"{opening}Northwind Foods has bought Contoso Ltd today.") == [
        "Northwind Foods",
        "Contoso",
    ]


def test_a_company_before_a_dash_stays_one() -> None:
    assert organisations("Northwind Ltd - a maker of mills - bought Contoso Ltd today.")[0] == (
        "Northwind"
    )


@pytest.mark.parametrize("part", ["A", "ABC DEF ", "A.B.C.", "1", "(A", "/A/A", "A1B2", "and "])
def test_hostile_openings_are_read_in_one_way_only(part: str) -> None:
    text = "\n".join([part * 60] * 40)
    begin = time.process_time()
    names.read(text, split(text))
    assert time.process_time() - begin < SLOWEST


@pytest.mark.parametrize("signature", ["Examplewire", "EXAMPLEWIRE", " Examplewire."])
def test_a_wire_that_signs_its_story_is_no_company(signature: str) -> None:
    story = f"Northwind Ltd said it bought Contoso Ltd today.\n{signature}\n"
    assert organisations(story) == ["Northwind", "Contoso"]


def test_a_last_line_of_two_words_and_an_only_line_are_no_signature() -> None:
    assert organisations("They met again.\nNorthwind Foods") == ["Northwind Foods"]
    assert organisations("Examplewire") == organisations("Examplewire\n")
