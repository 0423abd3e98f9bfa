"""Firms called by their partners are one name, lists of companies are not."""

from __future__ import annotations

import time

import pytest

from dealfacts.extractor.readers import names
from dealfacts.loader.sentences import split

# Far above what a linear reading of these texts takes, far below what a quadratic one does.
SLOWEST = 5.0
FIRM = "Marsh, Dubois & Reed"


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in names.read(text, split(text)).organisations]


@pytest.mark.parametrize(
    "text",
    [
        f"It took a bid from {FIRM} (MDR), which wants the shops.",
        f"It took a bid from {FIRM} (MD&R), which wants the shops.",
        f"The private equity firm {FIRM} wants the shops.",
        f"The consultancy {FIRM} wants the shops.",
        f"A bid by the US group {FIRM} is in. Then {FIRM} raised it.",
        f"A bid by the US group\n{FIRM} is in.",
    ],
)
def test_one_firm(text: str) -> None:
    assert set(found(text)) - {"MDR", "MD&R"} == {FIRM}


def test_a_legal_form_and_more_partners_belong_to_it() -> None:
    assert found("The agency Orme, Marsh, Dubois & Reed LLP said so.") == [
        "Orme, Marsh, Dubois & Reed LLP"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Shares of {FIRM} rose.",
        f"The firms {FIRM} want the shops.",
        "The firm Marsh, Dubois and Reed want the shops.",
        "Its rival Marsh, Dubois & Co wants the shops.",
        "The firm Marsh Ltd, Dubois & Reed want the shops.",
        "The retailers Marsh, Dubois & Reed (MBR) want the shops.",
    ],
)
def test_no_firm_of_partners(text: str) -> None:
    assert not any("Marsh, Dubois" in name or "Ltd, Dubois" in name for name in found(text))


@pytest.mark.parametrize("unit", ["Orme, ", "Orme & Bolt, ", "firm Orme, Bolt & Crane "])
def test_linear(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.perf_counter()
    found(text)
    assert time.perf_counter() - began < SLOWEST
