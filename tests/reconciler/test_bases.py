"""Two sums that include different things: when that explains a difference, and in which words."""

# ruff: noqa: E501  a message stands in one line
from __future__ import annotations

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.vocabulary import Basis

BARE, EQUITY, DEBT = Basis.UNSPECIFIED, Basis.EQUITY, Basis.INCLUDING_DEBT
PRE, POST, EARN_OUT = Basis.PRE_MONEY, Basis.POST_MONEY, Basis.EARN_OUT
# source, attribute, phrase, basis
Row = tuple[str, str, str, Basis]
TABLE: list[tuple[str, list[Row], str]] = [
    (
        "both say what they include",
        [
            ("a", "deal_amount", "$4.7 billion", EQUITY),
            ("b", "deal_amount", "$5.6 billion", DEBT),
        ],
        "$4.7 billion is equity alone, $5.6 billion is including debt: both can be right.",
    ),
    (
        "one says so, and is the larger",
        [("a", "deal_amount", "$4.7 billion", BARE), ("b", "deal_amount", "$5.6 billion", DEBT)],
        "$5.6 billion is including debt; $4.7 billion does not say what it includes.",
    ),
    (
        "one says so, and is the smaller: debt makes nothing smaller",
        [("a", "deal_amount", "$5.6 billion", BARE), ("b", "deal_amount", "$4.7 billion", DEBT)],
        "",
    ),
    (
        "equity is the smaller sum",
        [("a", "deal_amount", "$5.6 billion", BARE), ("b", "deal_amount", "$4.7 billion", EQUITY)],
        "$4.7 billion is equity alone; $5.6 billion does not say what it includes.",
    ),
    (
        "equity is not the larger sum",
        [("a", "deal_amount", "$4.7 billion", BARE), ("b", "deal_amount", "$5.6 billion", EQUITY)],
        "",
    ),
    (
        "with its debt a sum has the digits of the other, swapped",
        [("a", "deal_amount", "$3.5 billion", BARE), ("b", "deal_amount", "$5.3 billion", DEBT)],
        "$5.3 billion is including debt; $3.5 billion does not say what it includes.",
    ),
    (
        "one remark of three articles is no definition",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", DEBT),
            ("c", "deal_amount", "$5.6 billion", BARE),
            ("d", "deal_amount", "$5.6 billion", BARE),
        ],
        "",
    ),
    (
        "too far apart for debt",
        [("a", "deal_amount", "$1.1 billion", BARE), ("b", "deal_amount", "$56 billion", DEBT)],
        "",
    ),
    (
        "the stated debt lies between them",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", BARE),
            ("a", "debt", "$900 million", BARE),
        ],
        "The larger sum is the smaller one plus the debt of $900 million.",
    ),
    (
        "another debt does not",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", BARE),
            ("a", "debt", "$300 million", BARE),
        ],
        "",
    ),
    (
        "nor a debt in other money",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", BARE),
            ("a", "debt", "€900 million", BARE),
        ],
        "",
    ),
    (
        "the earn-out lies between them",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", BARE),
            ("a", "deal_amount", "$900 million", EARN_OUT),
        ],
        "The larger sum is the smaller one plus the contingent payment of $900 million.",
    ),
    (
        "the new money lies between two valuations",
        [
            ("a", "valuation", "$4.7 billion", BARE),
            ("b", "valuation", "$5.6 billion", BARE),
            ("a", "deal_amount", "$900 million", BARE),
        ],
        "The larger value is the smaller one plus the new money of $900 million.",
    ),
    (
        "before and after the money",
        [("a", "valuation", "$4.7 billion", PRE), ("b", "valuation", "$5.6 billion", POST)],
        "$4.7 billion is before the new money, $5.6 billion is after the new money: both can be right.",
    ),
    (
        "two articles print both",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("a", "deal_amount", "$5.6 billion", BARE),
            ("b", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", BARE),
        ],
        "2 articles print both sums side by side: they measure different things.",
    ),
    (
        "what is paid in shares is no smaller for it",
        [
            ("a", "deal_amount", "$5.6 billion", BARE),
            ("b", "deal_amount", "$4.7 billion", Basis.STOCK),
        ],
        "",
    ),
    (
        "twice the sum and no more",
        [
            ("a", "deal_amount", "$1.0 billion", BARE),
            ("b", "deal_amount", "$4.0 billion", DEBT),
        ],
        "$4.0 billion is including debt; $1.0 billion does not say what it includes.".replace(
            ".0", ""
        ),
    ),
    (
        "more than four times the sum",
        [
            ("a", "deal_amount", "$1.0 billion", BARE),
            ("b", "deal_amount", "$4.1 billion", DEBT),
        ],
        "",
    ),
    (
        "half of its articles are enough",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", DEBT),
            ("c", "deal_amount", "$5.6 billion", BARE),
        ],
        "$5.6 billion is including debt; $4.7 billion does not say what it includes.",
    ),
    (
        "a debt that goes beyond the larger sum",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", BARE),
            ("a", "debt", "$1.5 billion", BARE),
        ],
        "",
    ),
    (
        "a debt that is told in percent",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", BARE),
            ("a", "debt", "12%", BARE),
        ],
        "",
    ),
    (
        "a debt between two sums is none of them",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", BARE),
            ("a", "debt", "$800 million to $900 million", BARE),
        ],
        "",
    ),
    (
        "a debt that is told less finely than the sums",
        [
            ("a", "deal_amount", "$4.75 billion", BARE),
            ("b", "deal_amount", "$5.61 billion", BARE),
            ("a", "debt", "$0.9 billion", BARE),
        ],
        "The larger sum is the smaller one plus the debt of $900 million.",
    ),
    (
        "what is earned later by something else",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", BARE),
            ("a", "spending", "$900 million", EARN_OUT),
        ],
        "",
    ),
    (
        "a spending explains no price",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$5.6 billion", BARE),
            ("a", "spending", "$900 million", BARE),
        ],
        "",
    ),
    (
        "no debt lies between two valuations",
        [
            ("a", "valuation", "$4.7 billion", BARE),
            ("b", "valuation", "$5.6 billion", BARE),
            ("a", "debt", "$900 million", BARE),
        ],
        "",
    ),
    (
        "a sum on several bases names each",
        [
            ("a", "deal_amount", "$4.7 billion", Basis.STOCK),
            ("b", "deal_amount", "$4.7 billion", EQUITY),
            ("c", "deal_amount", "$4.7 billion", Basis.CASH),
            ("d", "deal_amount", "$5.6 billion", DEBT),
        ],
        "$4.7 billion is equity alone, in cash and in stock, $5.6 billion is including debt: both can be right.",
    ),
    (
        "one article prints both",
        [
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("a", "deal_amount", "$5.6 billion", BARE),
            ("b", "deal_amount", "$4.7 billion", BARE),
            ("c", "deal_amount", "$5.6 billion", BARE),
        ],
        "",
    ),
    (
        "two articles print both, and one is twice the other",
        [
            ("a", "deal_amount", "$2.3 billion", BARE),
            ("a", "deal_amount", "$4.6 billion", BARE),
            ("b", "deal_amount", "$2.3 billion", BARE),
            ("b", "deal_amount", "$4.6 billion", BARE),
        ],
        "2 articles print both sums side by side: they measure different things.",
    ),
    (
        "two articles print both, and one is more than twice the other",
        [
            ("a", "deal_amount", "$2.3 billion", BARE),
            ("a", "deal_amount", "$4.7 billion", BARE),
            ("b", "deal_amount", "$2.3 billion", BARE),
            ("b", "deal_amount", "$4.7 billion", BARE),
        ],
        "",
    ),
    (
        "the same basis explains nothing",
        [("a", "deal_amount", "$4.7 billion", DEBT), ("b", "deal_amount", "$5.6 billion", DEBT)],
        "",
    ),
]


def reason(rows, claim, run) -> str:
    """What the finding says of the bases, or "" where another cause is told."""
    told = []
    for number, (source, attribute, phrase, basis) in enumerate(rows):
        value, hedge = read_phrase(phrase)
        subject = "Nimbra" if attribute in {"valuation", "debt"} else "Orvex / Nimbra"
        more = {"quote": phrase, "hedge": hedge, "basis": basis, "sentence": number}
        told.append(claim(source, attribute, value, subject, **more))
    report = run(*told)
    found = [
        finding
        for finding in report.findings
        if finding.attribute == rows[0][1] and finding.rule == "VAL001"
    ]
    words = [each.reasons[0].split(". ")[-1] for each in found if each.cause == "basis"]
    assert all(each.severity == "note" for each in found if each.cause == "basis")
    return " / ".join(words)


@pytest.mark.parametrize(
    ("rows", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_two_sums_include(rows, expected, claim, run) -> None:
    assert reason(rows, claim, run) == expected
