"""Organisations: what is one, where its name ends, and what only has a capital."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.readers import names
from dealfacts.loader.sentences import split

if TYPE_CHECKING:
    from dealfacts.extractor.mention import OrganisationName


def read(text: str) -> list[OrganisationName]:
    return names.read(text, split(text)).organisations


def spans(text: str) -> list[str]:
    return [text[name.start : name.end] for name in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group sold Kestrel Holdings plc yesterday.", ["Kestrel Holdings plc"]),
        ("It bought Nimbus, Inc. and Orr S.p.A. last year.", ["Nimbus, Inc.", "Orr S.p.A."]),
        ("The adviser was Halvorsen & Co. of the city.", ["Halvorsen & Co."]),
        ("A loan came from Bank of Testonia last year.", ["Bank of Testonia"]),
        (
            "The Department of Defense and the UK government agree.",
            ["Department of Defense", "UK government"],
        ),
        ("The FTC and the EU look into it.", ["FTC", "EU"]),
        (
            "It told the Securities and Exchange Commission so.",
            ["Securities and Exchange Commission"],
        ),
        ("The European Pipe and Tube Corporation is glad.", ["European Pipe and Tube Corporation"]),
        ("It sold qBay and iKettle to YouTron in the end.", ["qBay", "iKettle", "YouTron"]),
        ("It uses 23andYou and Nimbus.io for this.", ["23andYou", "Nimbus.io"]),
        ("The bank holds Blostoy and Zwend shares.", ["Blostoy", "Zwend"]),
        ("A stake in Blostoy went for little.", ["Blostoy"]),
        (
            "Chinese Blostoy bought British Tindrake Airways.",
            ["Blostoy", "British Tindrake Airways"],
        ),
        ("Blostoy's board met; the Zwend-led group did not.", ["Blostoy", "Zwend"]),
        (
            "State Bank of Blostoy and State Grid Zwend Corp met.",
            ["State Bank of Blostoy", "State Grid Zwend Corp"],
        ),
        ("Blostoy-Led Group Will Buy Zwend-Backed Kettles", ["Blostoy", "Zwend"]),
        ("The firm agreed to buy Square for $3bn.", ["Square"]),
        (
            "Square Kettle CEO Dana Pell and Brexo CEO Lee Orr were seen there.",
            ["Square Kettle", "Brexo"],
        ),
        ("It is the Pentagon that asked the Treasury.", ["Pentagon", "Treasury"]),
        ("The Bank for International Settlements is glad.", ["Bank for International Settlements"]),
        ("The Example Office of Dana Pell is shut.", ["Example Office"]),
        ("It sold Blostoy A320 jets in August to Zwend.", ["Blostoy", "Zwend"]),
        ("They say Target's board agreed at once.", ["Target"]),
        ("It hired Square CEO Dana Pell for this.", ["Square"]),
        ("The Wolfram Research analyst Dana Pell agreed.", ["Wolfram Research"]),
        ("It was bought by Orr, Saudi Arabia's largest mill.", ["Orr"]),
        ("It was bought by A.P. Zwend A/S in the end.", ["A.P. Zwend A/S"]),
        ("It sold its South African arm to Target, Incorporated in May.", ["Target, Incorporated"]),
        ("The South African government agreed.", ["South African government"]),
        ("The bank Dana Pell advised the seller.", ["Dana Pell"]),
        ("It was sold to Orr and Orr and Bath & Beyond.", ["Orr and Orr", "Bath & Beyond"]),
    ],
)
def test_a_name_is_read_whole(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Despite the rise, Thursday in Berlin was calm for Chinese buyers.",
        "Analysts agree. Investors do not. However, the Internet helps.",
        "The London-based maker of Foo 4 is glad, and so is a Fremont, California, rival.",
        "The Stock Purchase Agreement and the Annual Meeting are near.",
        "It runs an IPO and hires a new CEO for its AI and its R&D.",
        "On December31 the A350 flew, in Q1 and in FY22.",
        "It priced shares (NYSE: ZWD) (ZWD.US) today.",
        "MINUTES OF THE LAST MEETING",
        "They stay in Armonkville or near Zwendburg.",
        "Founders Sell Their Shares for Much Less",
        "",
    ],
)
def test_what_only_has_a_capital_is_none(text: str) -> None:
    assert spans(text) == []


def test_the_core_has_no_legal_form() -> None:
    assert [name.core for name in read("It sold Kestrel Holdings plc and Nimbus, Inc. too.")] == [
        "Kestrel Holdings",
        "Nimbus",
    ]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The European Pipe Corporation (EPC) is glad.", "EPC"),
        ("The European Pipe Company (EPCL) is glad.", "EPCL"),
        ("The European Pipe Company (EPCX) is glad.", None),
        ("He sold Green Ridge Collieries, LLC (“Green Ridge”) then.", "Green Ridge"),
        ("He sold Green Ridge Collieries, LLC (the “Seller”) then.", None),
        ("He sold Green Ridge Collieries, LLC (NYSE: GRC) then.", "GRC"),
        ("He sold Green Ridge Collieries, LLC (NYSE: grc) then.", None),
        ("He sold Green Ridge Collieries, LLC (XYZ) then.", None),
        ("He sold Green Ridge Collieries, LLC (and more) then.", None),
    ],
)
def test_a_short_form_is_introduced_in_brackets(text: str, short: str | None) -> None:
    assert read(text)[0].short == short


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("Chips\n\nRed Pipe Devices (RPD) Chief Jane Roe agreed.", "Red Pipe Devices", "RPD"),
        ("Chips\n\nKestrel Group (UK) Chief Jane Roe agreed.", "Kestrel Group (UK)", None),
    ],
)
def test_a_bracket_before_a_post_is_whole_or_no_part_of_the_name(
    text: str, name: str, short: str | None
) -> None:
    assert (spans(text)[0], read(text)[0].short) == (name, short)


def test_a_heading_lends_no_capitals() -> None:
    body = "The maker Red Kettle bought Blostoy. Red Kettle is glad."
    text = f"Red Kettle Buys Blostoy for $3 Billion\n\n{body}"
    assert spans(text)[:2] == ["Red Kettle", "Blostoy"]
    assert len(spans(text)) == 5


def test_an_ordinary_word_is_a_name_where_the_article_says_so() -> None:
    text = "The bank sold shares of Square and Square AI. Square is glad."
    assert spans(text)[-1] == "Square"


def test_names_never_overlap_and_ascend() -> None:
    text = "Acme CEO Dana Pell (Nimbus) of Bank of Testonia met Kestrel Labs co-founder Lee Orr."
    found = names.read(text, split(text))
    every = sorted([(n.start, n.end) for n in (*found.people, *found.organisations)])
    assert all(left[1] <= right[0] for left, right in pairwise(every))
    assert [n.start for n in found.organisations] == sorted(n.start for n in found.organisations)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kestrel will invest $50 million in Qwarb for a 12 per cent stake.", "Qwarb"),
        ("It has pumped €4m in Qwarb since 2019.", "Qwarb"),
        ("Shares in Qwarb rose.", "Qwarb"),
        ("Rival Qwarb, maker of drinks, said no.", "Qwarb"),
        ("Buying Qwarb would take years.", "Qwarb"),
        ("Dutch group Van Qwarb said no.", "Van Qwarb"),
        ("U.S. Grain said no.", "U.S. Grain"),
        ("It belongs to Tarn & Lake.", "Tarn & Lake"),
        ("Thereafter Qwarb moved.", "Qwarb"),
    ],
)
def test_what_leads_to_a_name_is_no_part_of_it(text: str, found: str) -> None:
    assert found in [name.core for name in read(text)]


def test_the_owner_of_a_brand_is_as_often_a_company() -> None:
    assert "Qwarb" in spans("Tarn owner Qwarb said no.")
    assert "Qwarb" not in spans("Tarn chairman Qwarb said no.")
