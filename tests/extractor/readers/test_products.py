"""What a model number shows to be a product, and names that only stand behind a figure."""

from __future__ import annotations

import pytest

from dealfacts.extractor.readers import names
from dealfacts.loader.sentences import split


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in names.read(text, split(text)).organisations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It bought the Harrow 787 Skyliner. The Skyliner is late; Skyliners are dear.",
            [],
        ),
        ("It flew its new 787 Skyliner to Nimbus Air, and the Skyliner won.", ["Nimbus Air"]),
        ("It will take six new A350 ZWB jets from Blostoy.", ["Blostoy"]),
    ],
)
def test_a_product_is_no_company(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May 2019 Blostoy fell, and Zwend left Blostoy.", ["Blostoy", "Zwend", "Blostoy"]),
        ("It sold Harrow 2020 Zwend shares, said Blostoy.", ["Zwend", "Blostoy"]),
        ("It bought 60 Blostoy shops from Zwend.", ["Blostoy", "Zwend"]),
    ],
)
def test_a_year_or_a_count_makes_no_product(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Company said so, and the Companies agreed.",
        "It holds ETFs and TDRs.",
        "The shares fell on the NYSE; the Nasdaq gained a point.",
        "All Singaporeans and the Kenyans were glad.",
        "It is in the Republic of China.",
    ],
)
def test_what_only_looks_like_a_company(text: str) -> None:
    assert found(text) == []


def test_an_exchange_that_does_business_is_a_company() -> None:
    assert found("It was bought by Nasdaq for $3bn.") == ["Nasdaq"]
