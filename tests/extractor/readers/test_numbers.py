"""Digits with their separators, and numbers in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealfacts.extractor.readers.figures import tags
from dealfacts.extractor.readers.numbers import folded_text, following, parse, scale_behind
from dealfacts.extractor.readers.survey import Survey
from dealfacts.extractor.readers.wordnumbers import spoken
from dealfacts.lexicon.figures import numbers


@pytest.mark.parametrize(
    ("surface", "value", "granule"),
    [
        ("14.3", "14.3", "0.1"),
        ("1,234.50", "1234.50", "0.01"),
        ("12,34,567", "1234567", "1"),
        ("1.234,5", "1234.5", "0.1"),
        ("1.234.567", "1234567", "1"),
        ("7,3", "7.3", "0.1"),
        ("0,375", "0.375", "0.001"),
        ("10\u00a0000", "10000", "1"),
        ("7½", "7.5", "0.1"),
        ("7¼", "7.25", "0.01"),
        (".42", "0.42", "0.01"),
    ],
)
def test_digits(surface: str, value: str, granule: str) -> None:
    assert parse(surface) == (Decimal(value), Decimal(granule))


@pytest.mark.parametrize(
    "surface", ["1,1,1", "12.05.2024", "1.2.3,4", "1,23.4", "9" * 27, "1.2,3,4", "½", ""]
)
def test_no_number(surface: str) -> None:
    assert parse(surface) is None


def words(text: str) -> list[tuple[str, Decimal]]:
    return [(text[w.start : w.end], w.low) for w in spoken(Survey(text), tags())]


@pytest.mark.parametrize(
    ("word", "value"), sorted(numbers().units.items()) + sorted(numbers().tens.items())
)
def test_every_number_word(word: str, value: int) -> None:
    assert (word, Decimal(value)) in words(f"It has {word} percent.") or word == "zero"


@pytest.mark.parametrize(("word", "parts"), sorted(numbers().parts.items()))
def test_every_part(word: str, parts: int) -> None:
    count = parts - 1
    name = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}.get(count, "one")
    quote, value = words(f"It has {name} {word} of it.")[0]
    assert quote == f"{name} {word}"
    assert abs(value - Decimal(1 if name == "one" else count) / parts) < Decimal("0.0001")


@pytest.mark.parametrize(("glyph", "value"), sorted(numbers().glyphs.items()))
def test_every_glyph(glyph: str, value: Decimal) -> None:
    read = parse(f"3{glyph}")
    assert read is not None
    assert read[0] == 3 + value


@pytest.mark.parametrize(
    "text",
    [
        "the second half-million",
        "billions",
        "thirdly",
        "multi purpose",
        "two of them",
        "hundred",
        "tens of people",
    ],
)
def test_words_that_are_no_number(text: str) -> None:
    assert all(value != 0 for _, value in words(text) if " of" in text) or words(text)
    assert not [
        1 for quote, _ in words(text) if quote in ("billions", "thirdly", "multi", "hundred")
    ]


def test_scales() -> None:
    assert scale_behind("5 lakh crore", 1, "lakh", 2, 6) == (Decimal("1e12"), 12)
    assert scale_behind("5 B", 1, "B", 2, 3) == (Decimal("1e9"), 3)
    assert scale_behind("5 t", 1, "t", 2, 3) == (1, 1)
    assert scale_behind("5\nBillion", 1, "Billion", 2, 9) == (1, 1)
    assert scale_behind("5 men", 1, "men", 2, 5) == (1, 1)
    assert following("5", 1) == ("", 1, 1)


def test_folding_keeps_offsets() -> None:
    text = "İstanbul paid half a billion dollars"
    folded = folded_text(text)
    assert len(folded) == len(text) + 1
    assert words(text) == [("half a billion", Decimal(500_000_000))]


@given(st.text(max_size=200))
def test_a_scan_is_ascending(text: str) -> None:
    end = 0
    for figure in Survey(text).figures:
        assert end <= figure.start < figure.end <= len(text)
        end = figure.end


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_printed_numbers_come_back(number: Decimal) -> None:
    assert parse(f"{number:,}") == (number, Decimal("0.01"))
    assert parse(f"{number}") == (number, Decimal("0.01"))
