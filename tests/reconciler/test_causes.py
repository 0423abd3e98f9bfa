"""The likely cause of a conflict, in the words that its finding gives."""

from __future__ import annotations

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.vocabulary import Modality

NO_CAUSE = "No usual cause fits: one of the sides is likely wrong."
# source, attribute, phrase, period
Row = tuple[str, str, str, str | None]
TABLE: list[tuple[str, list[Row], str, str]] = [
    (
        "a figure without its period",
        [("a", "revenue", "$2.1 billion", "2030"), ("b", "revenue", "$2.6 billion", None)],
        "period",
        "$2.6 billion comes without a stated period; “2030” may not be meant.",
    ),
    (
        "the figure of another period",
        [
            ("a", "revenue", "$2.1 billion", "2030"),
            ("b", "revenue", "$2.6 billion", "2030"),
            ("c", "revenue", "$2.6 billion", "2031"),
        ],
        "period",
        "$2.6 billion is the figure that others give for 2031.",
    ),
    (
        "the figure of two other periods",
        [
            ("a", "revenue", "$2.1 billion", "2030"),
            ("b", "revenue", "$2.6 billion", "2030"),
            ("c", "revenue", "$2.6 billion", "2031"),
            ("d", "revenue", "$2.6 billion", "2029"),
        ],
        "period",
        "$2.6 billion is the figure that others give for 2029 and 2031.",
    ),
    (
        "a figure that more sources give as another thing",
        [
            ("a", "deal_amount", "$14.3 billion", None),
            ("b", "deal_amount", "$29 billion", None),
            ("c", "valuation", "$29 billion", None),
            ("d", "valuation", "$29 billion", None),
        ],
        "misattributed",
        "$29 billion is given as valuation by 2 sources.",
    ),
    (
        "a figure that as many sources give as another thing, and fewer believe",
        [
            ("a", "deal_amount", "$14.3 billion", None),
            ("b", "deal_amount", "$14.3 billion", None),
            ("c", "deal_amount", "$29 billion", None),
            ("d", "valuation", "$29 billion", None),
        ],
        "misattributed",
        "$29 billion is given as valuation by 1 source.",
    ),
    (
        "one digit stands in two places by chance",
        [
            ("a", "deal_amount", "$14.3 billion", None),
            ("b", "deal_amount", "$14.3 billion", None),
            ("c", "deal_amount", "$20 billion", None),
            ("d", "valuation", "$20 billion", None),
        ],
        "unknown",
        NO_CAUSE,
    ),
    (
        "nobody outvotes it",
        [
            ("a", "deal_amount", "$14.3 billion", None),
            ("c", "deal_amount", "$19 billion", None),
            ("d", "valuation", "$19 billion", None),
        ],
        "unknown",
        NO_CAUSE,
    ),
    (
        "a figure of no kind says nothing",
        [
            ("a", "deal_amount", "$14.3 billion", None),
            ("b", "deal_amount", "$19 billion", None),
            ("c", "other_amount", "$19 billion", None),
            ("d", "other_amount", "$19 billion", None),
        ],
        "unknown",
        NO_CAUSE,
    ),
    (
        "a figure of no kind hides none that has one",
        [
            ("a", "deal_amount", "$14.3 billion", None),
            ("b", "deal_amount", "$19.1 billion", None),
            ("c", "other_amount", "$19.1 billion", None),
            ("d", "valuation", "$19.1 billion", None),
            ("e", "valuation", "$19.1 billion", None),
        ],
        "misattributed",
        "$19.1 billion is given as valuation by 2 sources.",
    ),
    (
        "rounded the wrong way",
        [("a", "deal_amount", "$14.43 billion", None), ("b", "deal_amount", "$14.5 billion", None)],
        "rounding",
        "The coarser figure looks like the finer one rounded too far.",
    ),
    (
        "rounded by more than a tenth",
        [("a", "deal_amount", "$1.7 billion", None), ("b", "deal_amount", "$2 billion", None)],
        "rounding",
        "The coarser figure is the finer one, rounded by more than a tenth.",
    ),
    (
        "not within a tenth of the figure",
        [("a", "deal_amount", "$1.21 billion", None), ("b", "deal_amount", "$2 billion", None)],
        "unknown",
        NO_CAUSE,
    ),
    (
        "the same figure for another period, and once more without any",
        [
            ("a", "revenue", "$2.1 billion", "2030"),
            ("b", "revenue", "$2.6 billion", "2030"),
            ("c", "revenue", "$2.6 billion", "2031"),
            ("d", "revenue", "$2.6 billion", "last year"),
        ],
        "period",
        "$2.6 billion is the figure that others give for 2031 and last year.",
    ),
    (
        "two steps away is no rounding",
        [("a", "deal_amount", "$14.43 billion", None), ("b", "deal_amount", "$14.6 billion", None)],
        "unknown",
        NO_CAUSE,
    ),
    (
        "one step of the last digit",
        [("a", "deal_amount", "$14.3 billion", None), ("b", "deal_amount", "$14.4 billion", None)],
        "one_granule",
        "Rounded up and down, or one of them is off by a digit.",
    ),
    (
        "two steps of it",
        [("a", "deal_amount", "$14.3 billion", None), ("b", "deal_amount", "$14.6 billion", None)],
        "unknown",
        NO_CAUSE,
    ),
    (
        "digits swapped",
        [("a", "deal_amount", "$14.3 billion", None), ("b", "deal_amount", "$13.4 billion", None)],
        "transposition",
        "Two neighbouring digits have changed places.",
    ),
]


@pytest.mark.parametrize(
    ("rows", "cause", "words"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_the_cause_of_a_conflict(rows, cause, words, claim, run) -> None:
    told = []
    for source, attribute, phrase, period in rows:
        value, hedge = read_phrase(phrase)
        subject = "Orvex / Nimbra" if attribute == "deal_amount" else "Nimbra"
        told.append(
            claim(source, attribute, value, subject, quote=phrase, hedge=hedge, period=period)
        )

    report = run(*told)

    (finding,) = (each for each in report.findings if each.attribute == rows[0][1])
    assert finding.cause == cause
    assert finding.reasons[0].endswith(words)


OFFER = "offer for Nimbra"
FORMER = {"modality": Modality.FORMER, "subject": f"{OFFER}: before"}


@pytest.mark.parametrize(
    ("prices", "cause"),
    [
        # a third article calls the lower price an earlier one
        ([("a", "$25.10", {}), ("b", "$28.25", {}), ("c", "$25.10", FORMER)], "superseded"),
        # however the article says which currency it is
        ([("a", "$25.10", {}), ("b", "$28.25", {}), ("c", "US$25.10", FORMER)], "superseded"),
        # the price went down, and the article of the new one gives the old one
        ([("a", "$31.10", {}), ("b", "$28.25", {}), ("b", "$31.10", FORMER)], "superseded"),
        # an article tells of a raise, and another of a further one
        ([("a", "$26.45", {}), ("a", "$25.10", FORMER), ("b", "$28.25", {})], "superseded"),
        # it tells of a raise, and others of a lower price
        ([("a", "$28.25", {}), ("a", "$25.10", FORMER), ("b", "$26.45", {})], "unknown"),
        # nobody tells of a raise
        ([("a", "$25.10", {}), ("b", "$28.25", {})], "unknown"),
        # an earlier price far below is another bid
        ([("a", "$15.10", {}), ("b", "$28.25", {}), ("c", "$15.10", FORMER)], "unknown"),
    ],
)
def test_a_bid_that_was_changed(prices, cause, claim, run) -> None:
    told = [
        claim(
            source,
            "share_price",
            read_phrase(phrase)[0],
            **{"subject": OFFER, "quote": phrase, "sentence": at, **more},
        )
        for at, (source, phrase, more) in enumerate(prices)
    ]
    (finding,) = run(*told).findings
    assert finding.cause == cause


def test_steps_of_a_bid_that_were_left_behind_are_no_rivals(claim, run) -> None:
    told = [
        claim(source, "share_price", read_phrase(phrase)[0], quote=phrase, **FORMER)
        for source, phrase in (("a", "$41.20"), ("b", "$48.90"))
    ]
    assert not run(*told).findings


def test_another_company_with_the_same_figure_explains_nothing(claim, run) -> None:
    told = [
        claim(source, "revenue", read_phrase(phrase)[0], company, quote=phrase, period=period)
        for source, phrase, company, period in (
            ("a", "$2.1 billion", "Nimbra", "2030"),
            ("b", "$2.6 billion", "Nimbra", "2030"),
            ("c", "$2.6 billion", "Sarnax", "2030"),
            ("d", "$2.6 billion", "Quillon", None),
        )
    ]

    (finding,) = (each for each in run(*told).findings if each.attribute == "revenue")

    assert finding.cause == "unknown"
    assert finding.reasons[0].endswith(NO_CAUSE)


def test_a_figure_of_no_period_is_of_no_other_period(claim, run) -> None:
    told = [
        claim(source, "revenue", read_phrase(phrase)[0], company, quote=phrase, period=period)
        for source, phrase, company, period in (
            ("a", "$2.1 billion", "Nimbra", None),
            ("b", "$2.6 billion", "Nimbra", None),
            ("c", "$2.6 billion", "Sarnax", "2031"),
        )
    ]

    (finding,) = (each for each in run(*told).findings if each.attribute == "revenue")

    assert finding.cause == "unknown"
