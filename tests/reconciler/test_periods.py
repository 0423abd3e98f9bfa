"""Which period a figure without one belongs to, and which of a sentence's figures is kept."""

from __future__ import annotations

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.vocabulary import Basis
from dealfacts.reconciler.periods import place, stated
from dealfacts.reconciler.sentences import one_per_sentence


@pytest.mark.parametrize(
    ("period", "attribute", "expected"),
    [
        ("2030", "", "2030"),
        ("FY22", "", "fy22"),
        ("  the  Third Quarter ", "", "the third quarter"),
        (None, "", None),
        ("", "", None),
        ("  ", "", None),
        ("last year", "", None),
        ("the previous quarter", "", None),
        ("a year earlier", "", None),
        ("This Month", "", None),
        ("last year 2030", "", "last year 2030"),
        ("to its closing price", "premium", None),
        ("to its closing price", "share_price", "to its closing price"),
        ("to the 30-day average", "premium", "to the 30-day average"),
        ("to the volume-weighted price", "premium", "to the volume-weighted price"),
        ("to the unaffected price", "premium", "to the unaffected price"),
        ("to the all-time high", "premium", "to the all-time high"),
    ],
)
def test_words_that_fix_a_period(period, attribute, expected) -> None:
    assert stated(period, attribute) == expected


@pytest.fixture
def says(claim):
    """A claim of the article that it is named by, like "a" or "a2" for its second sentence."""

    def build(name, phrase, period=None, attribute="revenue", **more):
        value, hedge = read_phrase(phrase)
        return claim(
            name[0],
            attribute,
            value,
            "Nimbra",
            quote=phrase,
            hedge=hedge,
            period=period,
            sentence=int(name[1:] or 0),
            **more,
        )

    return build


def placed(claims):
    return [
        (found.period, " ".join(c.source + "+" * (c.id in found.assumed) for c in found.claims))
        for found in place(claims)
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], []),
        ([("a", "$2 billion"), ("b", "$2 billion", "last year")], [(None, "a b")]),
        # the only period takes what does not say
        ([("a", "$2.1 billion", "2030"), ("b", "$2.2 billion")], [("2030", "a b+")]),
        # sales more than twice as large are of another time
        ([("a", "$2.1 billion", "2030"), ("b", "$4.2 billion")], [("2030", "a b+")]),
        ([("a", "$2.1 billion", "2030"), ("b", "$4.3 billion")], [("2030", "a"), (None, "b")]),
        # unless the point has slipped
        ([("a", "$2.1 billion", "2030"), ("b", "$21 billion")], [("2030", "a b+")]),
        # the best fit of two, and none where neither fits
        (
            [("a", "$2.1 billion", "2030"), ("b", "$2.6 billion", "2031"), ("c", "$2.1 billion")],
            [("2030", "a c+"), ("2031", "b")],
        ),
        (
            [("a", "$2.1 billion", "2030"), ("b", "$2.6 billion", "2031"), ("c", "$3.3 billion")],
            [("2030", "a"), ("2031", "b"), (None, "c")],
        ),
        # as good a fit in both: the later one
        (
            [("a", "$2.1 billion", "2030"), ("b", "$2.1 billion", "2031"), ("c", "$2.1 billion")],
            [("2030", "a"), ("2031", "b c+")],
        ),
        # the same figure before one that rounds to it
        (
            [("a", "$2.1 billion", "2030"), ("b", "$2.14 billion", "2031"), ("c", "$2.1 billion")],
            [("2030", "a c+"), ("2031", "b")],
        ),
        (
            [
                ("a", "$2.14 billion", "2030"),
                ("b", "about $2.1 billion", "2031"),
                ("c", "$2.1 billion"),
            ],
            [("2030", "a c+"), ("2031", "b")],
        ),
        # a sentence that has a figure of the period has no second one
        (
            [("a", "$2.1 billion", "2030"), ("a", "$1.9 billion")],
            [("2030", "a"), (None, "a")],
        ),
        (
            [("a", "$2.1 billion", "2030"), ("a2", "$2.2 billion")],
            [("2030", "a a+")],
        ),
        # more articles leave it open than say it: the period is the exception
        (
            [("a", "$2.1 billion", "2030"), ("b", "$2.5 billion"), ("c", "$2.5 billion")],
            [("2030", "a"), (None, "b c")],
        ),
        (
            [("a", "$2.1 billion", "2030"), ("b", "$2.1 billion"), ("c", "$2.1 billion")],
            [("2030", "a b+ c+")],
        ),
        (
            [
                ("a", "$2.1 billion", "2030"),
                ("b", "$2.5 billion"),
                ("c", "$2.5 billion", "last year"),
            ],
            [("2030", "a b+ c+")],
        ),
        (
            [("a", "$2.1 billion", "2030"), ("a2", "$2.5 billion"), ("b", "$2.5 billion")],
            [("2030", "a a+ b+")],
        ),
        # the spelling of the first
        (
            [("a", "$2.1 billion", "Fiscal 2030"), ("b", "$2.1 billion", "fiscal  2030")],
            [("Fiscal 2030", "a b")],
        ),
    ],
)
def test_where_a_figure_without_a_period_goes(says, rows, expected) -> None:
    assert placed([says(*row) for row in rows]) == expected


def test_a_premium_over_an_open_price_joins_only_what_it_agrees_with(says) -> None:
    day = says("a", "24%", "to the close of 2031-10-31", "premium")
    same, other = says("b", "24%", None, "premium"), says("c", "30%", None, "premium")

    assert placed([day, same]) == [("to the close of 2031-10-31", "a b+")]
    assert placed([day, other]) == [("to the close of 2031-10-31", "a"), (None, "c")]
    last = says("d", "30%", "to the last closing price", "premium")
    assert placed([day, last]) == [("to the close of 2031-10-31", "a d+")]


def test_equal_sums_of_two_years_in_a_row_are_of_one_year(says) -> None:
    """The year to March is another one for each who counts."""
    one, other = says("a", "$145.2 million", "2030"), says("b", "$145.2 million", "2031")
    assert placed([one, other]) == [("2031", "b a")]
    assert len(placed([one, says("b", "$145.3 million", "2031")])) == len([one, other])
    assert len(placed([one, says("a2", "$145.2 million", "2031")])) == len([one, other])
    assert len(placed([one, says("b", "$145.2 million", "2032")])) == len([one, other])
    round_ = [says("a", "$140 million", "2030"), says("b", "$140 million", "2031")]
    assert len(placed(round_)) == len(round_)


def test_a_year_goes_with_the_one_month_of_it_that_is_named(says) -> None:
    def staff(*periods):
        rows = [
            says(source, "300 employees", period, "headcount")
            for source, period in zip("abc", periods, strict=False)
        ]
        return placed(rows)

    assert staff("2030", "June 2030") == [("June 2030", "a b")]
    assert staff("2030", "June 2031") == [("2030", "a"), ("June 2031", "b")]
    assert staff("2030", "June 2030", "May 2030") == [
        ("2030", "a"),
        ("June 2030", "b"),
        ("May 2030", "c"),
    ]
    sales = [says("a", "$2.1 billion", "2030"), says("b", "$0.6 billion", "June 2030")]
    assert placed(sales) == [("2030", "a"), ("June 2030", "b")]


REASON = "another figure of the same sentence answers the same question"


@pytest.mark.parametrize(
    ("rows", "aside"),
    [
        # the figure that other articles share is kept
        ([("a", "46%"), ("a", "8%"), ("b", "46%")], ["8%"]),
        ([("a", "46%"), ("a", "8%"), ("b", "8%")], ["46%"]),
        # a figure of the same order is nearer than another
        ([("a", "46%"), ("a", "8%"), ("b", "40%")], ["8%"]),
        ([("a", "46%"), ("a", "8%"), ("b", "10%")], ["46%"]),
        # a quarter more is of the same order, and no more than that
        ([("a", "8%"), ("a", "46%"), ("b", "10%")], ["46%"]),
        ([("a", "8%"), ("a", "46%"), ("b", "11%")], ["8%"]),
        (
            [("a", "46%"), ("a", "8%"), ("b", "40%"), ("c", "9%"), ("d", "9%")],
            ["46%"],
        ),
        # what agrees counts more than what is near
        ([("a", "46%"), ("a", "8%"), ("b", "46%"), ("c", "9%"), ("d", "9%")], ["8%"]),
        # a source counts once, however often it says so
        ([("a", "46%"), ("a", "8%"), ("b", "8%"), ("c", "46%"), ("c2", "46%")], ["46%"]),
        ([("a", "8%"), ("a", "46%"), ("b", "8%"), ("c", "8%"), ("d", "46%")], ["46%"]),
        # zero is of no order
        ([("a", "46%"), ("a", "0%"), ("b", "0.5%")], ["46%"]),
        # nobody else: the last one
        ([("a", "46%"), ("a", "8%")], ["46%"]),
        # a second sentence of its own article speaks too, its own one does not
        ([("a", "46%"), ("a", "8%"), ("a2", "46%")], ["8%"]),
        # what agrees is no second figure
        ([("a", "46%"), ("a", "about 45%")], []),
        ([("a", "46%"), ("a2", "8%")], []),
        ([("a", "46%"), ("b", "8%")], []),
    ],
)
def test_two_figures_of_one_sentence(says, rows, aside) -> None:
    claims = [says(*row, attribute="stake") for row in rows]
    expected = {c.id for c in claims if c.source == "a" and c.evidence.quote in aside}
    expected &= {c.id for c in claims if c.evidence.sentence.start == 0}

    kept, found = one_per_sentence(claims)

    assert {claim.id for claim, _ in found} == expected
    assert [reason for _, reason in found] == [REASON] * len(expected)
    assert [claim for claim in claims if claim.id not in expected] == list(kept)


def test_with_and_without_debt_are_two_figures_of_one_sentence(says) -> None:
    plain = says("a", "$4.7 billion", attribute="deal_amount", basis=Basis.EQUITY)
    whole = says("a", "$5.6 billion", attribute="deal_amount", basis=Basis.INCLUDING_DEBT)

    assert one_per_sentence([plain, whole]) == ((plain, whole), ())
