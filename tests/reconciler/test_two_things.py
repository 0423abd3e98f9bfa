"""Figures of two things: what stands beside its whole, and prices of two kinds of share."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dealfacts.model.values import Organisation, Term, Text
from dealfacts.model.vocabulary import Hedge, Status

OFFER = "offer for Nimbra"


HOLDERS = "Nimbra in the combined company"


def status_by_sources(report):
    return {fact.camps[0].sources: fact.status for fact in report.facts}


def test_a_share_and_the_certificate_for_five_of_them_have_two_prices(claim, usd, run):
    price = Decimal("0.000000001")
    share, certificate = (usd(str(price * number)) for number in (2, 10))

    report = run(
        claim("release", "share_price", share, OFFER),
        claim("release", "share_price", certificate, OFFER),
        claim("b", "share_price", certificate, OFFER),
        claim("c", "share_price", share, OFFER),
    )

    assert not report.findings
    assert status_by_sources(report) == {
        ("b", "release"): Status.AGREEMENT,
        ("c", "release"): Status.AGREEMENT,
    }


def test_two_prices_that_no_sentence_gives_together_conflict(claim, usd, run):
    report = run(
        claim("b", "share_price", usd("0.000000010"), OFFER),
        claim("c", "share_price", usd("0.000000002"), OFFER),
    )

    assert status_by_sources(report) == {("b",): Status.CONFLICT}


def test_a_part_of_a_fee_is_no_rival_of_the_whole(claim, usd, run):
    report = run(
        claim("a", "break_fee", usd("0.47")),
        claim("b", "break_fee", usd("0.07")),
        claim("b", "break_fee", usd("0.40"), hedge=Hedge.AT_MOST, sentence=1),
        claim("c", "break_fee", usd("0.07")),
    )

    assert not report.findings
    assert status_by_sources(report)[("b", "c")] is Status.AGREEMENT


def test_fees_that_do_not_add_up_conflict(claim, usd, run):
    report = run(
        claim("a", "break_fee", usd("0.47")),
        claim("b", "break_fee", usd("0.07")),
        claim("b", "break_fee", usd("0.30"), hedge=Hedge.AT_MOST, sentence=1),
        claim("c", "break_fee", usd("0.07")),
    )

    assert [fact.status for fact in report.facts] == [Status.CONFLICT]


def shares_of_two_bids(claim, usd, percent, subject, history):
    """Two articles with a price and a share each, and one that gives both prices."""
    low, high = usd("0.0000000275"), usd("0.0000000293")
    return (
        claim("a", "share_price", low, OFFER),
        claim("a", "stake", percent("16.6"), subject, sentence=1),
        claim("b", "share_price", high, OFFER),
        claim("b", "stake", percent("17.8"), subject, sentence=1),
        claim("c", "deal_amount", usd("49"), sentence=2),  # what makes it an article about the deal
        *(claim("c", "share_price", price, OFFER, sentence=at) for at, price in history(low, high)),
    )


def stakes(report):
    return [fact.status for fact in report.facts if fact.attribute == "stake"]


def test_what_two_bids_leave_the_holders_is_no_dispute(claim, usd, make_percent, run):
    report = run(
        *shares_of_two_bids(claim, usd, make_percent, HOLDERS, lambda *both: enumerate(both))
    )

    assert stakes(report) == [Status.SINGLE_SOURCE, Status.SINGLE_SOURCE]


def test_two_bids_say_nothing_about_the_share_of_a_third_party(claim, usd, make_percent, run):
    other = "Tessaly Fund in Nimbra"

    report = run(
        *shares_of_two_bids(claim, usd, make_percent, other, lambda *both: enumerate(both))
    )

    assert stakes(report) == [Status.CONFLICT]


def test_two_prices_that_no_article_tells_in_turn_may_be_a_mistake(claim, usd, make_percent, run):
    report = run(*shares_of_two_bids(claim, usd, make_percent, HOLDERS, lambda low, _: [(0, low)]))

    assert stakes(report) == [Status.CONFLICT]


def test_a_misprint_of_one_of_several_bids_is_compared_with_that_bid(claim, usd, run):
    told = ("0.0000002508", "0.0000002753", "0.0000002934")
    history = [
        claim("a", "share_price", usd(sum_), OFFER, sentence=at) for at, sum_ in enumerate(told)
    ]
    report = run(
        *history,
        claim("b", "share_price", usd(told[0]), OFFER),
        claim("c", "share_price", usd("0.0000002580"), OFFER),
    )

    (slip,) = (f for f in report.findings if f.rule == "VAL004")
    assert slip.cause == "transposition"
    sides = {f.status: [c.sources for c in f.camps] for f in report.facts if f.id == slip.fact}
    assert sides == {Status.CONFLICT: [("a", "b"), ("c",)]}


def test_a_unit_and_its_owner_are_no_two_buyers(claim, run):
    report = run(
        claim("a", "acquirer", Organisation(name="Omikron")),
        claim("a", "unit_name", Text(text="Omikron Ltd"), subject="Tessaly Group"),
        claim("b", "acquirer", Organisation(name="Tessaly")),
        claim("c", "acquirer", Organisation(name="Jorn Ratmeyer")),
        claim("d", "acquirer", Organisation(name="Tessaly Sons")),
    )

    (fact,) = (fact for fact in report.facts if fact.attribute == "acquirer")
    assert [camp.sources for camp in fact.camps] == [("a", "b", "d"), ("c",)]


@pytest.mark.parametrize(
    ("attribute", "value"),
    [("founded", Text(text="Omikron Ltd")), ("unit_name", Term(term="Omikron Ltd"))],
)
def test_only_a_named_unit_makes_its_owner_the_buyer(claim, run, attribute, value):
    report = run(
        claim("a", "acquirer", Organisation(name="Omikron")),
        claim("a", attribute, value, subject="Tessaly Group"),
        claim("b", "acquirer", Organisation(name="Tessaly")),
    )

    (fact,) = (fact for fact in report.facts if fact.attribute == "acquirer")
    assert len(fact.camps) == 2


@pytest.mark.parametrize(
    ("prices", "apart"),
    [
        (("2", "10"), True),
        (("2", "4"), True),
        (("2", "40"), True),
        (("2", "14"), False),
        (("3", "10"), False),
    ],
)
def test_a_certificate_stands_for_a_round_number_of_shares(claim, usd, run, prices, apart):
    unit = Decimal("0.000000001")
    share, certificate = (usd(str(unit * Decimal(price))) for price in prices)
    report = run(
        claim("release", "share_price", share, OFFER),
        claim("release", "share_price", certificate, OFFER),
        claim("b", "share_price", certificate, OFFER),
        claim("c", "share_price", share, OFFER),
    )
    assert not (apart and report.findings)
    assert (len(status_by_sources(report)) == 2) is apart


@pytest.mark.parametrize(
    ("part", "rest", "apart"),
    [
        ("0.07", "0.40", True),
        ("0.08", "0.40", False),
        # what is rounded is near enough to a part
        ("0.069", "0.401", True),
    ],
)
def test_what_is_left_of_a_whole_tells_its_parts(claim, usd, run, part, rest, apart):
    report = run(
        claim("a", "break_fee", usd("0.47")),
        claim("b", "break_fee", usd(part)),
        claim("b", "break_fee", usd(rest), hedge=Hedge.AT_MOST, sentence=1),
        claim("c", "break_fee", usd("0.07")),
    )
    assert bool(report.findings) is not apart


def test_a_misspelt_buyer_is_no_second_buyer(claim, run):
    report = run(
        *(
            claim(source, "acquirer", Organisation(name=name))
            for source, name in (("a", "Jorn Ratmeyer"), ("b", "Jorn Radmeyer"), ("c", "Tessaly"))
        )
    )

    (fact,) = report.facts
    assert [camp.sources for camp in fact.camps] == [("a", "b"), ("c",)]
