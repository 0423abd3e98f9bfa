"""The cross-checks to the letter: what is worked out, whether it holds, and what is a finding.

Each row is a few claims, as phrases, and the arithmetic that a user then reads; "!" marks what is a
finding too.
"""

# ruff: noqa: E501  a message stands in one line
from __future__ import annotations

from datetime import date

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.values import Term
from dealfacts.model.vocabulary import Basis, Hedge

OFFER, MARKET = "offer for Nimbra", "Nimbra: market price"
DEAL = "Orvex / Nimbra"
BASES = {
    "pre": Basis.PRE_MONEY,
    "post": Basis.POST_MONEY,
    "cash": Basis.CASH_PART,
    "stock": Basis.STOCK_PART,
    "earn": Basis.EARN_OUT,
    "debt": Basis.INCLUDING_DEBT,
}
# source, attribute, phrase, subject, basis
Row = tuple[str, str, str, str, str]


def amount(source: str, phrase: str, basis: str = "") -> Row:
    return source, "deal_amount", phrase, DEAL, basis


def stake(source: str, phrase: str, subject: str = DEAL) -> Row:
    return source, "stake", phrase, subject, ""


def worth(source: str, phrase: str, basis: str = "") -> Row:
    return source, "valuation", phrase, "Nimbra", basis


def before(source: str, phrase: str) -> Row:
    return source, "prior_valuation", phrase, "Nimbra", ""


def growth(source: str, phrase: str) -> Row:
    return source, "valuation_multiple", phrase, "Nimbra", ""


TABLE: list[tuple[str, list[Row], list[str]]] = [
    (
        "CHK001",
        [amount("a", "$8.0 billion"), stake("a", "40%"), worth("b", "$20 billion")],
        [
            "40% of $20 billion is $8 billion ($7.7025 billion to $8.3025 billion): fits $8.0 billion"
        ],
    ),
    (
        "CHK001",
        [amount("a", "$8.1 billion"), stake("a", "40%"), worth("a", "$9.9 billion")],
        [
            "! 40% of $9.9 billion is $3.96 billion ($3.89075 billion to $4.02975 billion): does not fit $8.1 billion"
        ],
    ),
    (
        "CHK001",
        [
            amount("a", "$8.1 billion"),
            amount("b", "$9.9 billion"),
            stake("a", "49%"),
            worth("a", "$20.2 billion"),
        ],
        [
            "! 49% of $20.2 billion is $9.898 billion ($9.77275 billion to $10.02375 billion): does not fit $8.1 billion; it supports $9.9 billion",
            "49% of $20.2 billion is $9.898 billion ($9.77275 billion to $10.02375 billion): fits $9.9 billion",
        ],
    ),
    ("CHK001", [amount("a", "$8.1 billion"), stake("a", "40%"), worth("a", "€20 billion")], []),
    (
        "CHK001",
        [amount("a", "$8.1 billion", "debt"), stake("a", "40%"), worth("a", "$9 billion")],
        [],
    ),
    ("CHK001", [amount("a", "$8.1 billion"), stake("a", "100%"), worth("a", "$9 billion")], []),
    (
        # What somebody else holds has nothing to do with the price.
        "CHK001",
        [
            amount("a", "$8.1 billion"),
            stake("a", "25%", "Rand in Nimbra"),
            worth("a", "$9 billion"),
        ],
        [],
    ),
    (
        # Nor has what the buyer had before.
        "CHK001",
        [
            amount("a", "$8.1 billion"),
            stake("a", "25%", f"{DEAL}: before"),
            worth("a", "$9 billion"),
        ],
        [],
    ),
    (
        "CHK002",
        [
            amount("a", "$5.0 billion"),
            amount("a", "$2.0 billion", "cash"),
            amount("a", "$3.0 billion", "stock"),
        ],
        ["$2.0 billion plus $3.0 billion is $5 billion: fits $5.0 billion"],
    ),
    (
        "CHK002",
        [
            amount("a", "$4.0 billion"),
            amount("a", "$2.0 billion", "cash"),
            amount("a", "$3.0 billion", "stock"),
        ],
        ["! $2.0 billion plus $3.0 billion is $5 billion: does not fit $4.0 billion"],
    ),
    (
        "CHK002",
        [
            amount("a", "$6.0 billion"),
            amount("a", "$2.0 billion", "cash"),
            amount("a", "$3.0 billion", "stock"),
        ],
        ["$2.0 billion plus $3.0 billion is $5 billion: does not fit $6.0 billion"],
    ),
    (
        "CHK002",
        [
            amount("a", "$5.0 billion"),
            amount("a", "$2.0 billion", "cash"),
            amount("a", "$3.0 billion", "stock"),
            amount("a", "$500 million", "earn"),
        ],
        ["$2.0 billion plus $3.0 billion is $5 billion: fits $5.0 billion"],
    ),
    (
        "CHK002",
        [
            amount("a", "$5.5 billion"),
            amount("b", "$5.5 billion"),
            amount("c", "$5.0 billion"),
            amount("a", "$2.0 billion", "cash"),
            amount("a", "$3.0 billion", "stock"),
        ],
        [
            "! $2.0 billion plus $3.0 billion is $5 billion: does not fit $5.5 billion; it supports $5.0 billion"
        ],
    ),
    (
        "CHK002",
        [
            amount("a", "$5.0 billion"),
            amount("a", "€2.0 billion", "cash"),
            amount("a", "$3.0 billion", "stock"),
        ],
        [],
    ),
    (
        "CHK003",
        [stake("a", "60%", "Quillon / Nimbra"), stake("a", "45%", "Tolven / Nimbra")],
        ["! Stakes in Nimbra: 60% plus 45% is 105 %, more than the whole"],
    ),
    (
        "CHK003",
        [stake("a", "60%", "Quillon / Nimbra"), stake("a", "40%", "Tolven / Nimbra")],
        ["Stakes in Nimbra: 60% plus 40% is 100 %, at most the whole"],
    ),
    (
        "CHK003",
        [stake("a", "60%", "Quillon / Nimbra"), stake("b", "45%", "Tolven / Nimbra")],
        [],
    ),
    (
        "CHK004",
        [worth("a", "$2.0 billion"), before("a", "$1.0 billion"), growth("a", "doubled")],
        ["$2.0 billion is 2 times $1.0 billion: fits “doubled”"],
    ),
    (
        "CHK004",
        [worth("a", "$2.9 billion"), before("a", "$1.0 billion"), growth("a", "doubled")],
        ["! $2.9 billion is 2.9 times $1.0 billion: does not fit “doubled”"],
    ),
    (
        "CHK004",
        [worth("a", "$1.2 billion"), before("a", "$1.0 billion"), growth("a", "doubled")],
        ["! $1.2 billion is 1.2 times $1.0 billion: does not fit “doubled”"],
    ),
    (
        "CHK004",
        [
            worth("a", "$2.0 billion"),
            before("a", "$1.0 billion"),
            before("b", "$1.5 billion"),
            growth("a", "doubled"),
        ],
        [
            "$2.0 billion is 2 times $1.0 billion: fits “doubled”",
            "! $2.0 billion is 1.333 times $1.5 billion: does not fit “doubled”; it supports $1.0 billion",
        ],
    ),
    (
        "CHK004",
        [worth("a", "$2.0 billion"), before("a", "€1.0 billion"), growth("a", "doubled")],
        [],
    ),
    (
        "CHK005",
        [
            ("a", "share_price", "$30", OFFER, ""),
            ("a", "share_price", "$20", MARKET, ""),
            ("a", "premium", "25%", OFFER, ""),
        ],
        ["! $20 plus 25% is $25: does not fit $30"],
    ),
    (
        "CHK005",
        [
            ("a", "share_price", "$25", OFFER, ""),
            ("a", "share_price", "$20", MARKET, ""),
            ("a", "premium", "25%", OFFER, ""),
        ],
        ["$20 plus 25% is $25: fits $25"],
    ),
    (
        "CHK005",
        [
            ("a", "share_price", "$20", OFFER, ""),
            ("a", "share_price", "$30", MARKET, ""),
            ("a", "premium", "25%", OFFER, ""),
        ],
        [],
    ),
    (
        "CHK007",
        [
            ("a", "share_count", "80 million shares", "Nimbra", ""),
            ("a", "share_price", "$12", OFFER, ""),
            amount("a", "$960 million"),
        ],
        ["80 million shares at $12 is $960 million: fits $960 million"],
    ),
    (
        "CHK007",
        [
            ("a", "share_count", "80 million shares", "Nimbra", ""),
            ("a", "share_price", "$12", OFFER, ""),
            amount("a", "$1.2 billion"),
        ],
        ["! 80 million shares at $12 is $960 million: does not fit $1.2 billion"],
    ),
    (
        "CHK007",
        [
            ("a", "share_count", "80 million shares", "Nimbra", ""),
            ("a", "share_price", "€12", OFFER, ""),
            amount("a", "$1.2 billion"),
        ],
        [],
    ),
    (
        "CHK008",
        [
            worth("a", "$5.9 billion", "pre"),
            amount("a", "$800 million"),
            worth("a", "$6.7 billion", "post"),
        ],
        ["$5.9 billion before the money plus $800 million is $6.7 billion: fits $6.7 billion"],
    ),
    (
        "CHK008",
        [
            worth("a", "$5.9 billion", "pre"),
            amount("a", "$800 million"),
            worth("a", "$7.5 billion", "post"),
        ],
        [
            "! $5.9 billion before the money plus $800 million is $6.7 billion: does not fit $7.5 billion"
        ],
    ),
    (
        "CHK008",
        [
            worth("a", "$30 billion"),
            amount("a", "$14.5 billion"),
            stake("a", "48%"),
            before("a", "$15 billion"),
        ],
        ["$30 billion less $14.5 billion leaves $15.5 billion: close to the earlier $15 billion"],
    ),
    (
        "CHK008",
        [
            worth("a", "$30 billion"),
            amount("a", "$14.5 billion"),
            stake("a", "48%"),
            before("a", "$2 billion"),
        ],
        ["$30 billion less $14.5 billion leaves $15.5 billion: not the earlier $2 billion"],
    ),
    (
        "CHK008",
        [worth("a", "$30 billion"), amount("a", "$14.5 billion"), before("a", "$15 billion")],
        [],
    ),
    (
        # What is near none of several is told of the leading one.
        "CHK008",
        [
            worth("a", "$30 billion"),
            amount("a", "$14.5 billion"),
            stake("a", "48%"),
            before("a", "$2.1 billion"),
            before("b", "$2.1 billion"),
            before("c", "$3.3 billion"),
        ],
        ["$30 billion less $14.5 billion leaves $15.5 billion: not the earlier $2.1 billion"],
    ),
    (
        "CHK007",
        [
            ("a", "share_count", "80 million shares", "Nimbra", ""),
            ("a", "share_price", "$12", OFFER, ""),
            ("b", "share_price", "$12", OFFER, ""),
            ("c", "share_price", "$13", OFFER, ""),
            amount("a", "$960 million"),
            amount("b", "$960 million"),
            amount("c", "$990 million"),
        ],
        ["80 million shares at $12 is $960 million: fits $960 million"],
    ),
    (
        # A fifth away, but each figure has one digit.
        "CHK008",
        [
            worth("a", "$2 billion"),
            amount("a", "$1 billion"),
            stake("a", "48%"),
            before("a", "$1.2 billion"),
        ],
        ["$2 billion less $1 billion leaves $1 billion: close to the earlier $1.2 billion"],
    ),
    (
        # Just a tenth away, and a step of the digits outside.
        "CHK008",
        [
            worth("a", "$3.000 billion"),
            amount("a", "$1.000 billion"),
            stake("a", "33%"),
            before("a", "$2.200 billion"),
        ],
        [
            "$3.000 billion less $1.000 billion leaves $2 billion: close to the earlier $2.200 billion"
        ],
    ),
    (
        "CHK008",
        [
            worth("a", "$3.000 billion"),
            amount("a", "$1.000 billion"),
            stake("a", "33%"),
            before("a", "$2.201 billion"),
        ],
        ["$3.000 billion less $1.000 billion leaves $2 billion: not the earlier $2.201 billion"],
    ),
    (
        # An amount as large as the valuation leaves nothing.
        "CHK008",
        [
            worth("a", "$3 billion"),
            amount("a", "$3 billion"),
            stake("a", "33%"),
            before("a", "$2 billion"),
        ],
        [],
    ),
    (
        "CHK008",
        [
            worth("a", "$3 billion"),
            amount("a", "€1 billion"),
            stake("a", "33%"),
            before("a", "$2 billion"),
        ],
        [],
    ),
    (
        "CHK008",
        [
            worth("a", "$5.9 billion", "pre"),
            amount("a", "€800 million"),
            worth("a", "$6.7 billion", "post"),
        ],
        [],
    ),
    (
        # What is earned later may be left out of the price, or not.
        "CHK002",
        [
            amount("a", "$5.5 billion"),
            amount("a", "$2.0 billion", "cash"),
            amount("a", "$3.0 billion", "stock"),
            amount("a", "$500 million", "earn"),
        ],
        [
            "$2.0 billion plus $500 million plus $3.0 billion is $5.5 billion: fits $5.5 billion",
        ],
    ),
    (
        "CHK002",
        [
            amount("a", "$9.5 billion"),
            amount("a", "$2.0 billion", "cash"),
            amount("a", "$3.0 billion", "stock"),
            amount("a", "$500 million", "earn"),
        ],
        [
            "$2.0 billion plus $500 million plus $3.0 billion is $5.5 billion: does not fit $9.5 billion",
        ],
    ),
    ("CHK002", [amount("a", "$5.0 billion"), amount("a", "$5.0 billion", "cash")], []),
    (
        "CHK003",
        [
            stake("a", "60%", "Quillon / Nimbra"),
            stake("a", "45%", "Tolven / Nimbra"),
            stake("b", "60%", "Quillon / Nimbra"),
            stake("b", "45%", "Tolven / Nimbra"),
        ],
        ["! Stakes in Nimbra: 60% plus 45% is 105 %, more than the whole"],
    ),
    (
        # Two companies, each with holders of its own.
        "CHK003",
        [
            stake("a", "60%", "Quillon / Nimbra"),
            stake("a", "30%", "Tolven / Nimbra"),
            stake("a", "70%", "Quillon / Sarnax"),
            stake("a", "20%", "Tolven / Sarnax"),
        ],
        [
            "Stakes in Nimbra: 60% plus 30% is 90 %, at most the whole",
            "Stakes in Sarnax: 70% plus 20% is 90 %, at most the whole",
        ],
    ),
    (
        "CHK004",
        [worth("a", "$2.0 billion"), before("a", "$0"), growth("a", "doubled")],
        ["! $2.0 billion is infinite times $0: does not fit “doubled”"],
    ),
    (
        # A quarter of the multiple is the room of a word: twice is 1.5 to 2.5.
        "CHK004",
        [worth("a", "$2.500 billion"), before("a", "$1.000 billion"), growth("a", "doubled")],
        ["$2.500 billion is 2.5 times $1.000 billion: fits “doubled”"],
    ),
    (
        "CHK004",
        [worth("a", "$2.510 billion"), before("a", "$1.000 billion"), growth("a", "doubled")],
        ["! $2.510 billion is 2.51 times $1.000 billion: does not fit “doubled”"],
    ),
    (
        "CHK004",
        [worth("a", "$1.490 billion"), before("a", "$1.000 billion"), growth("a", "doubled")],
        ["! $1.490 billion is 1.49 times $1.000 billion: does not fit “doubled”"],
    ),
    (
        "CHK007",
        [
            ("a", "share_count", "80 million shares", "Nimbra", ""),
            ("a", "share_price", "$12", OFFER, ""),
            amount("a", "$1.2 billion", "debt"),
        ],
        [],
    ),
    (
        # Of two prices of other days, one leads to the offer.
        "CHK005",
        [
            ("a", "share_price", "$25", OFFER, ""),
            ("a", "share_price", "$22", MARKET, ""),
            ("a", "share_price", "$20", MARKET, ""),
            ("a", "premium", "25%", OFFER, ""),
        ],
        ["$20 plus 25% is $25: fits $25"],
    ),
    (
        "CHK005",
        [
            ("a", "share_price", "$25", OFFER, ""),
            ("a", "share_price", "€20", MARKET, ""),
            ("a", "premium", "25%", OFFER, ""),
        ],
        [],
    ),
    (
        # Every article is asked for its own three figures.
        "CHK005",
        [
            ("a", "share_price", "$25", OFFER, ""),
            ("b", "share_price", "$20", MARKET, ""),
            ("b", "premium", "25%", OFFER, ""),
        ],
        [],
    ),
    (
        "CHK005",
        [
            ("b", "share_price", "$26", OFFER, ""),
            ("b", "share_price", "$20", MARKET, ""),
            ("b", "premium", "30%", OFFER, ""),
            ("a", "share_price", "$25", OFFER, ""),
            ("a", "share_price", "$20", MARKET, ""),
            ("a", "premium", "25%", OFFER, ""),
        ],
        ["$20 plus 25% is $25: fits $25", "$20 plus 30% is $26: fits $26"],
    ),
    (
        # The market price is that of the other company, whose shares are given.
        "CHK005",
        [
            ("a", "share_price", "$7,700", OFFER, ""),
            ("a", "share_price", "$1,754", "Orvex: market price", ""),
            ("a", "premium", "5.9%", OFFER, ""),
        ],
        [],
    ),
    (
        # A valuation that does not say so may be the one before the money.
        "CHK001",
        [amount("a", "$75 million"), stake("a", "1.75%"), worth("a", "$4.21 billion")],
        [
            "1.75% of $4.21 billion and the new money of $75 million is $74.99 million ($74.677275 million to $75.298275 million): fits $75 million"
        ],
    ),
    (
        # A sum that is told as both is not added to itself.
        "CHK001",
        [amount("a", "$15 billion"), stake("a", "49%"), worth("a", "$15 billion")],
        [
            "! 49% of $15 billion is $7.35 billion ($7.0325 billion to $7.6725 billion): does not fit $15 billion"
        ],
    ),
    (
        # A rank is no figure to multiply.
        "CHK001",
        [amount("a", "$75 million"), stake("a", "minority"), worth("a", "$4.21 billion")],
        [],
    ),
    (
        # One after the money leaves no such room.
        "CHK001",
        [amount("a", "$75 million"), stake("a", "1.75%"), worth("a", "$4.21 billion", "post")],
        [
            "! 1.75% of $4.21 billion is $73.68 million ($73.37725 million to $73.97325 million): does not fit $75 million"
        ],
    ),
    (
        # What a merger leaves a side of the merged company is not what its price buys.
        "CHK001",
        [
            amount("a", "$8.1 billion"),
            stake("a", "36%"),
            worth("a", "$9.9 billion"),
            ("a", "deal_type", "merger", DEAL, ""),
        ],
        [],
    ),
    (
        # The share of one of several investors is less than the round.
        "CHK001",
        [
            amount("a", "$85 million"),
            stake("b", "11%"),
            worth("b", "$420 million"),
            ("a", "deal_type", "funding round", DEAL, ""),
        ],
        [],
    ),
    (
        "CHK001",
        [
            amount("a", "$85 million"),
            stake("a", "41%"),
            worth("a", "$420 million"),
            ("a", "deal_type", "funding round", DEAL, ""),
        ],
        [
            "! 41% of $420 million is $172.2 million ($169.8975 million to $174.5075 million): does not fit $85 million"
        ],
    ),
    # "A minority" is any share below a half.
    (
        "CHK001",
        [amount("a", "$8.0 billion"), stake("a", "minority"), worth("a", "$20 billion")],
        [],
    ),
    (
        # A share that no article of the sums gives may be another's.
        "CHK001",
        [amount("a", "$2.75 billion"), stake("b", "10%"), worth("a", "$18.4 billion")],
        [
            "10% of $18.4 billion is $1.84 billion ($1.74325 billion to $1.93725 billion): does not fit $2.75 billion"
        ],
    ),
    (
        # The cash of one article and the notes of another are no price.
        "CHK002",
        [
            amount("a", "$3.1 billion"),
            amount("b", "$4.0 billion"),
            amount("a", "$1.7 billion", "stock"),
            amount("b", "$2.0 billion", "cash"),
            amount("b", "$2.0 billion", "stock"),
        ],
        ["$2.0 billion plus $2.0 billion is $4 billion: fits $4.0 billion"],
    ),
    (
        # One article says wrongly what its own parts make.
        "CHK002",
        [
            amount("a", "$3.0 billion"),
            amount("b", "$3.0 billion"),
            amount("a", "$1.7 billion", "stock"),
            amount("b", "$2.0 billion", "cash"),
            amount("b", "$2.1 billion", "stock"),
        ],
        ["! $2.0 billion plus $2.1 billion is $4.1 billion: does not fit $3.0 billion"],
    ),
    (
        # What one owner gets, as another article tells, is no second part of the price.
        "CHK002",
        [
            amount("a", "$8.2 billion"),
            amount("b", "$2.0 billion", "cash"),
            amount("b", "$6.2 billion", "stock"),
            amount("c", "$1.0 billion", "cash"),
            amount("c", "$3.1 billion", "stock"),
        ],
        ["$2.0 billion plus $6.2 billion is $8.2 billion: fits $8.2 billion"],
    ),
]


def told(report, check):
    """The arithmetic of a check, and what the finding that comes of it says."""
    fired = {f.message: f for f in report.findings if f.rule == check}
    facts = {fact.id: fact for fact in report.facts}
    for one in report.checks:
        if one.check == check:
            finding = fired.get(one.message)
            if finding is not None:
                assert not one.holds
                assert finding.claims[: len(one.inputs)] == one.inputs
                assert finding.attribute in {facts[finding.fact].attribute, "valuation_multiple"}
                assert facts[finding.fact].subject == finding.subject or check == "CHK003"
            yield ("! " if finding else "") + one.message


@pytest.mark.parametrize(("check", "rows", "expected"), TABLE)
def test_arithmetic(check, rows, expected, claim, run) -> None:
    claims = []
    for source, attribute, phrase, subject, basis in rows:
        value, hedge = (
            (Term(term=phrase), Hedge.NONE) if attribute == "deal_type" else read_phrase(phrase)
        )
        more = {"basis": BASES[basis]} if basis else {}
        claims.append(claim(source, attribute, value, subject, quote=phrase, hedge=hedge, **more))

    report = run(*claims, published={"a": date(2031, 1, 1)})

    assert list(told(report, check)) == expected
