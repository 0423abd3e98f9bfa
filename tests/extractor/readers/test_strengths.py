"""Teams and firms sized by a joined word, and spelled ages."""

from __future__ import annotations

import pytest

from dealfacts.extractor.readers import counts
from dealfacts.extractor.readers.strengths import strengths
from dealfacts.extractor.readers.survey import Survey


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("the 400-strong workforce of the mill", "400-strong", 400),
        ("its 12,000-strong staff", "12,000-strong", 12_000),
        ("a 60-person company", "60-person", 60),
    ],
)
def test_the_size_of_a_team(text: str, quote: str, value: int) -> None:
    (found,) = strengths(Survey(text))
    assert text[found.start : found.end] == quote
    assert found.value == value


@pytest.mark.parametrize(
    "text",
    [
        "a 40-strong fleet of vans",
        "a five-person team",
        "an 8-person table",
        "strong 400-person. Workforce",
        "version 1.400-strong team",
    ],
)
def test_things_and_spelled_numbers_have_no_strength(text: str) -> None:
    assert list(strengths(Survey(text))) == []


def test_a_team_is_read_as_employees() -> None:
    (found,) = counts.read("a 400-strong team")
    assert found.value.unit == "employees"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("the two-year-old firm", ["two-year-old"]),
        ("the one-year-old firm", []),
        ("the many-year-old firm", []),
    ],
)
def test_ages_in_one_word(text: str, quotes: list[str]) -> None:
    assert [text[each.start : each.end] for each in counts.read(text)] == quotes
