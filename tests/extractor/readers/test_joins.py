"""Names that only the text around them holds together, and neighbours that stay two."""

from __future__ import annotations

import pytest

from dealfacts.extractor.readers import names
from dealfacts.loader.sentences import split


def found(text: str) -> list[str]:
    read = names.read(text, split(text))
    assert all(text[each.start : each.end] for each in read.organisations)
    return [text[each.start : each.end] for each in read.organisations]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Harrow and Orr Publishers Inc said its board met.", "Harrow and Orr Publishers Inc"),
        (
            "It fell. Harrow and Orr Publishers Inc, a printer, did so.",
            "Harrow and Orr Publishers Inc",
        ),
        ("Ostrava Minerals and Chemicals Corp said so.", "Ostrava Minerals and Chemicals Corp"),
        ("He sold it to Nimbus Tire and Rubber Co in May.", "Nimbus Tire and Rubber Co"),
        ("He sold it to Nimbus Oil and Gas in May.", "Nimbus Oil and Gas"),
        ("The fund bought it from Kuroda and Co Ltd in May.", "Kuroda and Co Ltd"),
        ("Ostrava Savings and Loan Association said so.", "Ostrava Savings and Loan Association"),
        ("He sold the works to Borgan's Inc in May.", "Borgan's Inc"),
        (
            "Harrow's Choice Capital Inc said so. Harrow's Choice will pay.",
            "Harrow's Choice Capital Inc",
        ),
        ("Key Nimbus Bancshares Inc said so. Key Nimbus is in Leeds.", "Key Nimbus Bancshares Inc"),
        ("First Nimbus Bancorp said so. The board of First Nimbus met.", "First Nimbus Bancorp"),
        ("Carling Nimbus Ltd said so. The board of Carling Nimbus met.", "Carling Nimbus Ltd"),
        ("Stars to Go Inc said so. It buys what Stars to Go owns.", "Stars to Go Inc"),
        ("Macby's said it would sell the shop. Few go to Macby's now.", "Macby's"),
        ("NBH (United Kingdom) Holding Co Ltd said so.", "NBH (United Kingdom) Holding Co Ltd"),
    ],
)
def test_one_name(text: str, wanted: str) -> None:
    assert wanted in found(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ostrava and Nimbus Corp said they would merge.", "Nimbus Corp"),
        ("He met Ostrava Foods and Nimbus Corp in May.", "Nimbus Corp"),
        ("He met Ostrava Foods and General Pipe Corp in May.", "General Pipe Corp"),
        (
            "Ostrava's Kidder Pipe Inc fell. Ostrava sold Ostrava's Kidder Pipe Inc.",
            "Kidder Pipe Inc",
        ),
        ("Key Nimbus Bancshares Inc lenders left.", "Nimbus Bancshares Inc"),
        ("Former Nimbus Group staff left. A former Nimbus Group man fell.", "Nimbus Group"),
        ("Meanwhile Nimbus Group fell. The board of Nimbus Group met.", "Nimbus Group"),
        ("That deal of Macby's said it all. Macby fell.", "Macby"),
        ("Letters to Nimbus Pipe Inc said so.", "Nimbus Pipe Inc"),
        ("It was bought by Ostrava Pipe Ltd. Nimbus said so.", "Ostrava Pipe Ltd."),
        ("OSTRAVA'S LEEDS WORKS SOLD\n\nOstrava sold its works to Nimbus.", "OSTRAVA"),
    ],
)
def test_two_names(text: str, wanted: str) -> None:
    assert wanted in found(text)


def test_the_short_form_of_a_joined_name_is_joined_as_well() -> None:
    text = (
        "KEY NIMBUS BUYS BANK\n\nKey Nimbus Bancshares Inc said it would buy Orr Bank. Key Nimbus "
        "gave no price."
    )
    assert found(text) == ["KEY NIMBUS", "Key Nimbus Bancshares Inc", "Orr Bank", "Key Nimbus"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The board of Eight & i Holdings met.", ["Eight & i Holdings"]),
        ("Shares of Eight & i rose.", ["Eight & i"]),
        ("Shares of Acme Foods & a rival rose.", ["Acme Foods"]),
    ],
)
def test_a_letter_behind_the_sign_belongs_to_the_name(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted
