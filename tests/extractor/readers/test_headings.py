from __future__ import annotations

import pytest

from dealfacts.extractor.readers import names
from dealfacts.loader.sentences import split

BODY = (
    "\n\nOct 6 (Example Wire) - Northbay Holdings (NYSE: NBH) said on Monday it would buy Coldwater"
    " Inc, a maker of pumps, from Target Foods Group for $2.1 billion.\n\n"
    "Northbay Holdings and Coldwater Inc gave no date."
)


def found(line: str) -> list[str]:
    text = line + BODY
    read = names.read(text, split(text))
    return [name.core for name in read.organisations if name.start < len(line)]


@pytest.mark.parametrize(
    ("line", "cores"),
    [
        ("NORTHBAY HOLDINGS TO BUY COLDWATER FOR $2.1B", ["Northbay Holdings", "Coldwater"]),
        ("NORTHBAY TO OWN 51% OF COLDWATER", ["Northbay Holdings", "Coldwater"]),
        ("COLDWATER SHARES UP 14.8% PREMARKET", ["Coldwater"]),
        ("SHARES UP 14.8% PREMARKET", []),
        ("NORTHBAYS SHARES DOWN 3%", []),
        ("TARGET MISSED BY 3%", []),
        ("TARGET FOODS SELLS PUMPS UNIT", ["Target Foods Group"]),
    ],
)
def test_capitals_name_what_the_body_names(line: str, cores: list[str]) -> None:
    assert found(line) == cores


def test_capitals_without_a_body_name_nothing() -> None:
    text = "SHARES UP 14.8% PREMARKET ON DEAL HOPES"
    assert names.read(text, split(text)).organisations == []


@pytest.mark.parametrize(
    "opening",
    ["LONDON, May 3 (Example Wire) - ", "LEEDS, May 3, 2024 /Example Wire/ -- "],
)
def test_the_wire_of_a_dateline_is_no_company_of_the_story(opening: str) -> None:
    text = opening + "Northbay Holdings said it would buy Coldwater Inc."
    read = names.read(text, split(text))
    assert "Northbay Holdings" in [name.core for name in read.organisations]
    assert "Example Wire" not in [name.core for name in read.organisations]
