"""What a report says about small invented drops: camps, causes, findings, and what is left out."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest

from dealfacts.model.values import (
    Count,
    Money,
    Organisation,
    PartialDate,
    Percent,
    Person,
    Quote,
    Seat,
    Term,
    Text,
    Undisclosed,
)
from dealfacts.model.vocabulary import (
    Basis,
    Cause,
    Change,
    Grain,
    Hedge,
    Modality,
    Relation,
    Severity,
    Status,
)
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.reconcile import reconcile


def amounts(report, attribute="deal_amount"):
    return [fact for fact in report.facts if fact.attribute == attribute]


def test_a_hedged_figure_and_a_range_fit_both_sides_of_a_conflict(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("7.3")),
        claim("b", "deal_amount", usd("7.3")),
        claim("c", "deal_amount", usd("8")),
        claim("d", "deal_amount", usd("8"), hedge=Hedge.BELOW, cue="nearly", quote="$8 billion"),
        claim("e", "deal_amount", usd("7.3", "8"), hedge=Hedge.RANGE),
    )
    (fact,) = amounts(report)
    assert fact.status is Status.CONFLICT
    assert [(camp.value, camp.sources) for camp in fact.camps] == [
        ("$7.3 billion", ("a", "b")),
        ("$8 billion", ("c",)),
    ]
    assert {one.camps for one in fact.also_compatible} == {(0, 1)}
    (finding,) = report.findings
    assert (finding.rule, finding.cause, finding.severity) == (
        "VAL001",
        Cause.ROUNDING,
        Severity.ERROR,
    )
    assert "nearly $8 billion (d) fits both" in finding.message
    assert fact.consensus == "$7.3 billion"
    assert report.summary.conflicts == 1


def test_the_order_of_the_input_never_shows(claim, usd, run):
    claims = [
        claim("a", "deal_amount", usd("7.3")),
        claim("b", "deal_amount", usd("8")),
        claim("c", "valuation", usd("20"), "Nimbra", hedge=Hedge.ABOVE),
        claim("d", "person_role", Person(name="Ann Brun", role="CEO", organisation="Nimbra")),
        claim("a", "founded", Text(text="long ago"), "Nimbra"),
    ]
    first = run(*claims).model_dump_json()
    for seed in range(5):
        random.Random(seed).shuffle(claims)  # noqa: S311  a shuffle, no secret
        assert run(*claims).model_dump_json() == first


def test_a_rounded_value_stands_in_the_camps_of_both_finer_ones(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("59.5")),
        claim("b", "deal_amount", usd("60.3")),
        claim("c", "deal_amount", usd("60")),
    )
    (fact,) = amounts(report)
    assert [camp.sources for camp in fact.camps] == [("a", "c"), ("b", "c")]


def test_equal_values_are_one_camp_and_one_source_alone_is_no_agreement(claim, usd, run):
    two = run(claim("a", "deal_amount", usd("7.3")), claim("b", "deal_amount", usd("7.3")))
    assert [fact.status for fact in two.facts] == [Status.AGREEMENT]
    one = run(claim("a", "deal_amount", usd("7.3")), claim("a", "deal_amount", usd("7.3")))
    assert [fact.status for fact in one.facts] == [Status.SINGLE_SOURCE]
    assert not two.findings


def test_hedged_claims_alone_form_one_camp_if_they_share_a_point(claim, usd, run):
    near = run(
        claim("a", "valuation", usd("20"), "Nimbra", hedge=Hedge.ABOVE),
        claim("b", "valuation", usd("20.5"), "Nimbra", hedge=Hedge.ABOUT),
    )
    assert [fact.status for fact in near.facts] == [Status.AGREEMENT]
    far = run(
        claim("a", "valuation", usd("20"), "Nimbra", hedge=Hedge.ABOVE),
        claim("b", "valuation", usd("35"), "Nimbra", hedge=Hedge.ABOUT),
    )
    assert [(f.rule, f.severity) for f in far.findings] == [("VAL002", Severity.WARNING)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1.6", "16", ("VAL004", Cause.UNIT_SLIP, Severity.ERROR)),
        ("7.81", "8.71", ("VAL004", Cause.TRANSPOSITION, Severity.ERROR)),
        ("7.18", "7.81", ("VAL004", Cause.TRANSPOSITION, Severity.ERROR)),
        ("7.3", "7.4", ("VAL001", Cause.ONE_GRANULE, Severity.WARNING)),
        ("7.3", "8", ("VAL001", Cause.ROUNDING, Severity.ERROR)),
        ("7.8", "7", ("VAL001", Cause.UNKNOWN, Severity.ERROR)),
        ("34.6", "34", ("VAL003", Cause.ROUNDING, Severity.NOTE)),
        ("7.3", "12", ("VAL001", Cause.UNKNOWN, Severity.ERROR)),
    ],
)
def test_causes_of_digits(claim, usd, run, one, other, expected):
    report = run(claim("a", "deal_amount", usd(one)), claim("b", "deal_amount", usd(other)))
    (finding,) = report.findings
    assert (finding.rule, finding.cause, finding.severity) == expected
    assert finding.reasons


def test_bold_rounding_is_one_camp_with_a_note(claim, usd, run):
    report = run(claim("a", "deal_amount", usd("104")), claim("b", "deal_amount", usd("100")))
    assert [fact.status for fact in report.facts] == [Status.AGREEMENT]
    assert [(f.rule, f.severity) for f in report.findings] == [("VAL003", Severity.NOTE)]


def test_orders_of_magnitude_in_words_conflict(claim, usd, run):
    report = run(
        claim("a", "spending", usd("10", "99"), "Orvex", hedge=Hedge.VAGUE, period="2031"),
        claim("b", "spending", usd("100", "999"), "Orvex", hedge=Hedge.VAGUE, period="this year"),
    )
    (fact,) = amounts(report, "spending")
    assert fact.period == "2031"
    assert any("taken for “2031”" in note for note in fact.notes)
    assert report.findings[0].cause is Cause.UNIT_SLIP


def test_two_stated_bases_are_a_note(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("28.6"), basis=Basis.EQUITY),
        claim("b", "deal_amount", usd("35.9"), basis=Basis.ENTERPRISE),
    )
    (finding,) = report.findings
    assert (finding.cause, finding.severity) == (Cause.BASIS, Severity.NOTE)
    assert {camp.basis for camp in report.facts[0].camps} == {Basis.EQUITY, Basis.INCLUDING_DEBT}


def test_one_stated_basis_explains_only_in_its_direction(claim, usd, run):
    larger = run(
        claim("a", "deal_amount", usd("35.9"), basis=Basis.INCLUDING_DEBT),
        claim("b", "deal_amount", usd("28.6")),
    )
    assert larger.findings[0].cause is Cause.BASIS
    smaller = run(
        claim("a", "deal_amount", usd("28.6"), basis=Basis.INCLUDING_DEBT),
        claim("b", "deal_amount", usd("35.9")),
    )
    assert smaller.findings[0].cause is not Cause.BASIS
    equity = run(
        claim("a", "deal_amount", usd("28.6"), basis=Basis.EQUITY),
        claim("b", "deal_amount", usd("35.9")),
    )
    assert equity.findings[0].cause is Cause.BASIS


def test_a_sum_that_is_the_other_plus_a_stated_debt_is_a_matter_of_basis(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("28.6")),
        claim("b", "deal_amount", usd("35.9")),
        claim("b", "debt", usd("7.3"), "Nimbra", sentence=1),
    )
    found = next(f for f in report.findings if f.attribute == "deal_amount")
    assert found.cause is Cause.BASIS
    assert "plus the debt of $7.3 billion" in " ".join(found.reasons)


def test_parts_are_items_of_their_own_and_must_add_up(claim, usd, run):
    parts = (
        claim("a", "deal_amount", usd("2.0"), basis=Basis.CASH_PART, sentence=1),
        claim("a", "deal_amount", usd("3.0"), basis=Basis.STOCK_PART, sentence=1),
    )
    good = run(claim("a", "deal_amount", usd("5")), *parts)
    assert [(c.check, c.holds) for c in good.checks] == [("CHK002", True)]
    bad = run(
        claim("a", "deal_amount", usd("6")),
        claim("b", "deal_amount", usd("6")),
        claim("c", "deal_amount", usd("5")),
        *parts,
    )
    (check,) = bad.checks
    assert not check.holds
    assert "it supports" in check.message
    assert "CHK002" in {finding.rule for finding in bad.findings}


def test_talks_and_terms_are_a_revision(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("7.3")),
        claim("a", "deal_status", Term(term="talks"), sentence=1),
        claim("b", "deal_amount", usd("8.9")),
        claim("b", "deal_status", Term(term="agreed"), sentence=1),
    )
    found = next(f for f in report.findings if f.attribute == "deal_amount")
    assert (found.cause, found.severity) == (Cause.SUPERSEDED, Severity.NOTE)
    stage = next(fact for fact in report.facts if fact.attribute == "deal_status")
    assert (stage.status, stage.consensus) == (Status.SINGLE_SOURCE, "agreed")


def test_a_plan_and_what_happened(claim, run, make_day):
    report = run(
        claim("a", "closing_date", make_day("2031-03-01"), modality=Modality.EXPECTED),
        claim("b", "closing_date", make_day("2031-06-01")),
        published={"a": date(2030, 9, 1), "b": date(2031, 6, 2)},
    )
    (finding,) = report.findings
    assert (finding.rule, finding.cause, finding.severity) == (
        "DAT001",
        Cause.SUPERSEDED,
        Severity.NOTE,
    )
    assert [event.date for event in report.timeline] == ["2031-03-01", "2031-06-01"]


def test_an_outcome_replaces_an_earlier_expectation(claim, usd, run):
    days = {"a": date(2031, 1, 2), "b": date(2031, 1, 9)}
    report = run(
        claim("a", "total_raised", usd("7.3"), "Nimbra", modality=Modality.EXPECTED),
        claim("b", "total_raised", usd("9.1"), "Nimbra"),
        published=days,
    )
    assert report.findings[0].cause is Cause.SUPERSEDED


def test_articles_weeks_apart_may_show_a_revision_but_not_of_a_founding(claim, usd, run, make_year):
    days = {"a": date(2031, 1, 2), "b": date(2031, 5, 9)}
    amount = run(
        claim("a", "deal_amount", usd("7.3")),
        claim("b", "deal_amount", usd("9.1")),
        published=days,
    )
    assert amount.findings[0].severity is Severity.NOTE
    swapped = run(
        claim("b", "deal_amount", usd("7.3")),
        claim("a", "deal_amount", usd("9.1")),
        published=days,
    )
    assert swapped.findings[0].severity is Severity.NOTE
    founded = run(
        claim("a", "founded", make_year("1993"), "Nimbra"),
        claim("b", "founded", make_year("1995"), "Nimbra"),
        published=days,
    )
    assert founded.findings[0].severity is Severity.ERROR


def test_an_open_period_takes_the_fit_and_says_so(claim, usd, run):
    report = run(
        claim("a", "revenue", usd("2.1"), "Nimbra", period="2030"),
        claim("a", "revenue", usd("3.4"), "Nimbra", period="2031", sentence=1),
        claim("b", "revenue", usd("2.1"), "Nimbra"),
        claim("c", "revenue", usd("9.9"), "Nimbra"),
    )
    by_period = {fact.period: fact for fact in amounts(report, "revenue")}
    assert by_period["2030"].status is Status.AGREEMENT
    assert by_period[None].status is Status.SINGLE_SOURCE
    assert "period not stated" in by_period["2030"].notes[0]


def test_an_open_period_that_does_not_fit_the_only_one_is_a_note(claim, usd, run):
    report = run(
        claim("a", "revenue", usd("2.1"), "Nimbra", period="2030"),
        claim("b", "revenue", usd("3.7"), "Nimbra"),
    )
    (finding,) = report.findings
    assert (finding.cause, finding.severity) == (Cause.PERIOD, Severity.NOTE)


def test_the_exception_does_not_draw_in_the_rule(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("7.3")),
        claim("b", "deal_amount", usd("7.3")),
        claim("c", "deal_amount", usd("9.1"), period="at its peak"),
    )
    assert not report.findings
    assert {fact.period for fact in report.facts} == {None, "at its peak"}


def test_a_figure_of_another_year_is_named(claim, usd, run):
    report = run(
        claim("a", "revenue", usd("3.4"), "Nimbra", period="2030"),
        claim("b", "revenue", usd("2.1"), "Nimbra", period="2030"),
        claim("b", "revenue", usd("3.4"), "Nimbra", period="2031", sentence=1),
    )
    (finding,) = report.findings
    assert finding.cause is Cause.PERIOD
    assert "for 2031" in " ".join(finding.reasons)


def test_a_figure_at_home_under_another_attribute_is_named(claim, usd, run):
    report = run(
        claim("a", "valuation", usd("20"), "Nimbra"),
        claim("b", "valuation", usd("20"), "Nimbra"),
        claim("c", "valuation", usd("8"), "Nimbra"),
        claim("c", "deal_amount", usd("8"), sentence=1),
        claim("d", "deal_amount", usd("8"), sentence=1),
    )
    (finding,) = report.findings
    assert finding.cause is Cause.MISATTRIBUTED
    assert "deal amount by 2 sources" in " ".join(finding.reasons)


def test_two_figures_of_one_sentence_never_stand_against_each_other(claim, usd, run):
    report = run(
        claim("a", "valuation", usd("12"), "Nimbra"),
        claim("a", "valuation", usd("20"), "Nimbra"),
        claim("b", "valuation", usd("12"), "Nimbra"),
    )
    assert [fact.consensus for fact in amounts(report, "valuation")] == ["$12 billion"]
    assert "same sentence" in report.not_compared[0].reason


def test_an_article_that_contradicts_itself(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("7.3")), claim("a", "deal_amount", usd("7.6"), sentence=1)
    )
    (finding,) = report.findings
    assert (finding.rule, finding.severity) == ("SELF001", Severity.WARNING)


def test_a_coarse_figure_that_rounds_to_two_values_is_no_contradiction(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("4")),
        claim("b", "deal_amount", usd("4.1")),
        claim("c", "deal_amount", usd("4.2")),
    )
    (finding,) = report.findings
    assert [camp.sources for camp in amounts(report)[0].camps] == [("a", "b"), ("a", "c")]
    assert not any("prints more than one" in reason for reason in finding.reasons)


def test_an_article_with_two_sums_means_two_things(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("7.3")),
        claim("b", "deal_amount", usd("7.3")),
        claim("a", "deal_amount", usd("1.2"), sentence=1),
        claim("a", "debt", usd("1.2"), "Nimbra", sentence=2),
        claim("a", "debt", usd("1.3"), "Nimbra", sentence=3),
        claim("b", "debt", usd("1.2"), "Nimbra", hedge=Hedge.AT_MOST, sentence=3),
    )
    assert not report.findings
    statuses = sorted(fact.status for fact in amounts(report))
    assert statuses == [Status.AGREEMENT, Status.SINGLE_SOURCE]
    assert len(amounts(report, "debt")) == 2


def test_sums_in_another_currency_join_by_the_rate_that_articles_imply(claim, usd, run, restated):
    report = run(
        claim("a", "deal_amount", usd("4.25", currency="GBP"), equivalent=restated(usd("5.3"))),
        claim("b", "deal_amount", usd("4.25", currency="GBP")),
        claim("c", "deal_amount", usd("5.2")),
        claim("d", "deal_amount", usd("9.9")),
    )
    main, other = sorted(amounts(report), key=lambda fact: -len(fact.camps[0].sources))
    assert main.camps[0].sources == ("a", "b", "c")
    assert any("conversion" in note for note in main.notes)
    assert other.consensus == "$9.9 billion"
    assert not report.findings


def test_without_a_rate_sums_of_one_currency_are_compared_leniently(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("4.25", currency="GBP")),
        claim("b", "deal_amount", usd("4.25", currency="GBP")),
        claim("c", "deal_amount", usd("5.2")),
        claim("d", "deal_amount", usd("5.35")),
    )
    assert not report.findings
    assert all(fact.status is Status.AGREEMENT for fact in report.facts)


def test_sums_in_two_currencies_are_two_facts_with_ids_of_their_own(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("7.3")),
        claim("b", "deal_amount", usd("7.3")),
        claim("c", "deal_amount", usd("2.2", currency="GBP")),
        claim("d", "deal_amount", usd("2.6", currency="GBP")),
    )
    assert len({fact.id for fact in amounts(report)}) == len(amounts(report)) == 2


def test_the_same_digits_with_two_signs(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("7.3")),
        claim("b", "deal_amount", usd("7.3")),
        claim("c", "deal_amount", usd("7.3", currency="AUD")),
    )
    (finding,) = report.findings
    assert (finding.rule, finding.cause) == ("CUR001", Cause.CURRENCY_SIGN)


def test_what_is_not_compared_is_listed_with_its_reason(claim, usd, run):
    report = run(
        claim("a", "deal_amount", Undisclosed()),
        claim("a", "other_amount", usd("3"), "market"),
        claim("a", "person_role", Person(role="founder", organisation="Nimbra"), "Nimbra"),
        claim("a", "board_seat", Seat(board="Nimbra"), "Nimbra"),
        claim("a", "spending", Text(text="massive"), "Orvex"),
        claim("a", "deal_status", Term(term="agreed")),
    )
    assert len(report.not_compared) == 5
    assert all(left.reason for left in report.not_compared)


def test_market_prices_without_their_day_are_listed_and_never_differ(claim, usd, run):
    def facts(*prices, subject="Nimbra: market price", **more):
        told = [
            claim(source, "share_price", usd(f"0.0000000{price}"), subject, **more)
            for source, price in zip("abc", prices, strict=False)
        ]
        report = run(*told)
        assert not report.not_compared
        return sorted("".join(camp.sources) for f in report.facts for camp in f.camps), [
            finding.rule for finding in report.findings
        ]

    assert facts("4", "5", "5") == (["a", "bc"], [])
    # of one day they do, and so do offers
    assert facts("4", "5", "5", period="2031-03-01") == (["a", "bc"], ["VAL001"])
    assert facts("4", "5", "5", subject="offer for Nimbra") == (["a", "bc"], ["VAL001"])


def test_days_conflict_refine_or_lie_one_day_apart(claim, run, make_day, make_year):
    def one(*days):
        found = run(*(claim(f"s{at}", "announcement_date", d) for at, d in enumerate(days)))
        return [(f.rule, f.severity) for f in found.findings]

    assert one(make_day("2031-03-01"), make_year("2031")) == []
    assert one(make_day("2031-03-01"), make_day("2031-03-02")) == [("DAT002", Severity.WARNING)]
    assert one(make_day("2031-03-01"), make_day("2031-03-04")) == [("DAT001", Severity.ERROR)]
    # a slip of the month, and two days that are rarely of one event
    assert one(make_day("2031-03-01"), make_day("2031-04-01")) == [("DAT001", Severity.ERROR)]
    assert one(make_day("2031-03-01"), make_day("2031-04-02")) == [("DAT001", Severity.NOTE)]
    (finding,) = run(
        claim("a", "announcement_date", make_day("2031-03-04")),
        claim("b", "announcement_date", make_day("2031-04-03")),
    ).findings
    assert finding.cause is Cause.TRANSPOSITION


def test_news_that_stands_apart_hides_no_day_that_is_off_by_one(claim, run, make_day):
    days = {"a": "2031-10-15", "b": "2031-10-15", "c": "2031-10-16", "d": "2031-04-02"}
    claims = [claim(name, "announcement_date", make_day(day)) for name, day in days.items()]

    def camps(report):
        told = (tuple("".join(camp.sources) for camp in fact.camps) for fact in report.facts)
        return sorted(told)

    # the one article that gives another month's news, too
    april = claim("c", "announcement_date", make_day("2031-04-02"), sentence=1)
    assert camps(run(*claims, april)) == [("ab", "c"), ("cd",)]
    assert camps(run(*claims)) == [("ab", "c"), ("d",)]


def test_times_that_share_days_are_one_answer(claim, run):
    quarter, rest = (
        PartialDate(text=text, edtf=edtf, earliest=first, latest=last, grain=grain)
        for text, edtf, first, last, grain in (
            ("the second quarter", "2024-34", date(2024, 4, 1), date(2024, 6, 30), Grain.QUARTER),
            ("later this year", "2024", date(2024, 5, 10), date(2024, 12, 31), Grain.YEAR),
        )
    )

    report = run(claim("a", "closing_date", quarter), claim("b", "closing_date", rest))

    (fact,) = report.facts
    assert (fact.status, fact.contested) == (Status.AGREEMENT, False)
    assert fact.camps[0].sources == ("a", "b")
    assert not report.findings


def test_bids_told_in_turn_are_facts_of_their_own(claim, usd, run):
    offer = ("share_price", "offer for Nimbra")
    history = [
        claim("story", offer[0], usd(price), offer[1], sentence=at)
        for at, price in enumerate(("25.10", "27.50", "29.30"))
    ]
    first, third = (
        claim(who, offer[0], usd(p), offer[1]) for who, p in (("a", "25.10"), ("b", "29.30"))
    )

    report = run(*history, first, third)

    facts = {fact.camps[0].value: fact for fact in amounts(report, "share_price")}
    assert not report.findings
    assert [fact.status for fact in facts.values()].count(Status.AGREEMENT) == 2
    assert {fact.camps[0].sources for fact in facts.values()} == {
        ("a", "story"),
        ("b", "story"),
        ("story",),
    }
    assert all("one of 3 bids" in fact.notes[0] for fact in facts.values())


def test_three_prices_without_an_order_are_still_a_conflict(claim, usd, run):
    told = [
        claim("story", "deal_amount", usd(price), sentence=at)
        for at, price in enumerate(("25.1e9", "29.3e9", "27.5e9"))
    ]

    report = run(
        *told, claim("a", "deal_amount", usd("25.1e9")), claim("b", "deal_amount", usd("29.3e9"))
    )

    assert [fact.status for fact in amounts(report)] == [Status.CONFLICT]


def test_asserted_and_denied(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("7.3")),
        claim("b", "deal_amount", usd("7.3"), modality=Modality.DENIED),
        claim("c", "deal_amount", usd("1.1"), modality=Modality.DENIED),
        claim("a", "board_seat", Seat(holder="Ann Brun", board="Orvex", change=Change.JOINS)),
        claim(
            "b",
            "board_seat",
            Seat(holder="Ann Brun", board="Orvex", change=Change.LEAVES),
            modality=Modality.DENIED,
        ),
    )
    assert {f.rule for f in report.findings} == {"POL001"}
    assert len(report.findings) == 2
    assert "denied, and no source asserts it" in {left.reason for left in report.not_compared}


def test_seats_that_contradict(claim, run):
    report = run(
        claim("a", "board_seat", Seat(holder="Ann Brun", board="Orvex", change=Change.REMAINS)),
        claim("b", "board_seat", Seat(holder="Ann Brun", board="Orvex", change=Change.LEAVES)),
    )
    assert [f.rule for f in report.findings] == ["POL001"]


def test_units_and_quotations_are_lists(claim, run):
    report = run(
        claim("a", "unit_name", Text(text="“Skywatch” department"), "Orvex"),
        claim("b", "unit_name", Text(text="new Skywatch lab"), "Orvex"),
        claim("b", "unit_name", Text(text="Groundwork arm"), "Orvex"),
        claim("a", "quote", Quote(speaker="Ann Brun", text="We are glad"), "Ann Brun"),
        claim("b", "quote", Quote(speaker="Ann Brun", text="Nobody asked us"), "Ann Brun"),
    )
    assert not report.findings
    units = amounts(report, "unit_name")
    assert sorted(len(fact.camps[0].sources) for fact in units) == [1, 2]
    assert len(amounts(report, "quote")) == 2


def test_one_utterance_in_two_wordings(claim, run):
    first = "we will build the largest plant of the country within two years"
    second = "we will build the largest plant of the region within three years"
    report = run(
        claim("a", "quote", Quote(speaker="Ann Brun", text=first), "Ann Brun"),
        claim("b", "quote", Quote(speaker="Ann Brun", text=second), "Ann Brun"),
        claim("c", "quote", Quote(speaker="Ann Brun", text=first[:40]), "Ann Brun"),
    )
    assert [f.rule for f in report.findings] == ["QUO001"]


def test_a_profile_without_a_deal_is_compared_and_stays_outside(claim, usd, run, make_year):
    report = run(
        claim("a", "deal_amount", usd("7.3")),
        claim("a", "founded", make_year("2017"), "Nimbra", sentence=1),
        claim("p", "founded", make_year("2019"), "Nimbra", parties=(None, None)),
        claim(
            "p",
            "person_role",
            Person(name="Ann Brun", role="founder", organisation="Nimbra"),
            "Ann Brun",
            parties=(None, None),
        ),
        claim("p", "age", Count(low=41, high=41), "Ann Brun", parties=(None, None)),
        claim("p", "founded", make_year("1988"), "Quillon", parties=(None, None)),
    )
    assert report.deals[0].sources == ("a",)
    assert "DAT001" in {f.rule for f in report.findings}
    assert [left.reason for left in report.not_compared] == ["its article reports no deal"]
    assert len(amounts(report, "age")) == 1
    assert all(fact.deal == report.deals[0].id for fact in report.facts)


def test_claims_without_any_deal_are_one_story(claim, run, make_year):
    report = run(
        claim("a", "founded", make_year("2017"), "Nimbra", parties=(None, None)),
        claim("b", "founded", make_year("2017"), "Nimbra", parties=(None, None)),
    )
    assert report.deals == ()
    assert [fact.status for fact in report.facts] == [Status.AGREEMENT]


def test_a_finding_keeps_its_id_when_an_article_joins_a_camp(claim, usd, run):
    a, b = claim("a", "deal_amount", usd("7.3")), claim("b", "deal_amount", usd("8"))
    joined = claim("c", "deal_amount", usd("8"))
    third = claim("d", "deal_amount", usd("9.4"))
    first = run(a, b).findings[0]
    assert run(a, b, joined).findings[0].id == first.id
    assert run(a, b, third).findings[0].id != first.id
    assert first.relation is Relation.CONFLICT


def test_short_forms_join_the_only_full_name(claim, usd, run):
    report = run(
        claim("a", "revenue", usd("2.1"), "Nimbra Systems", period="2030"),
        claim("b", "revenue", usd("2.1"), "Nimbra", period="2030"),
        claim("a", "revenue", usd("5.5"), "Quillon North", period="2030", sentence=1),
        claim("b", "revenue", usd("6.6"), "Quillon South", period="2030", sentence=1),
        claim("a", "deal_amount", usd("1.1"), sentence=2),
        claim("b", "deal_amount", usd("1.1"), sentence=2),
    )
    subjects = {fact.subject: fact.status for fact in amounts(report, "revenue")}
    assert Status.AGREEMENT in subjects.values()
    assert len(subjects) == 3


def test_one_sum_on_two_bases_is_one_camp_that_says_so(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("7.3"), basis=Basis.EQUITY),
        claim("b", "deal_amount", usd("7.3"), basis=Basis.INCLUDING_DEBT),
    )
    (fact,) = report.facts
    assert fact.status is Status.AGREEMENT
    assert "different bases" in fact.notes[0]


def test_three_camps_and_a_claim_between_two_of_them(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("7.3")),
        claim("b", "deal_amount", usd("7.9")),
        claim("c", "deal_amount", usd("9.9")),
        claim("d", "deal_amount", usd("7.2", "8"), hedge=Hedge.RANGE, quote="$7.2-8 billion"),
    )
    (finding,) = report.findings
    assert "fits $7.3 billion and $7.9 billion" in finding.message
    assert len(report.facts[0].camps) == 3


def test_a_slip_may_show_fewer_digits(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("1.43")),
        claim("b", "deal_amount", usd("14")),
    )
    assert report.findings[0].cause is Cause.UNIT_SLIP
    other = run(claim("a", "deal_amount", usd("14.5")), claim("b", "deal_amount", usd("1.5")))
    assert other.findings[0].cause is Cause.UNKNOWN


def test_stages_stand_in_the_timeline_on_the_day_of_their_article(claim, run):
    report = run(
        claim("a", "deal_status", Term(term="talks")),
        claim("b", "deal_status", Term(term="agreed")),
        published={"a": date(2031, 1, 2), "b": date(2031, 2, 3)},
    )
    assert [event.date for event in report.timeline] == ["2031-01-02", "2031-02-03"]


def test_an_unresolved_day_that_cannot_be_placed_is_set_aside(claim, run, make_day):
    report = run(
        claim("a", "announcement_date", make_day("2031-03-01")),
        claim("b", "announcement_date", PartialDate(text="Friday")),
    )
    assert "weekdays differ" in report.not_compared[0].reason


def test_a_copy_adds_no_origin(claim, usd):
    text = fingerprint("one wire story with these very words in it and some more behind them")
    sources = [SourceText(n, n, n, None, None, None, None, text) for n in ("a", "b", "c")]
    claims = [claim(n, "deal_amount", usd("7.3")) for n in ("a", "b", "c")]
    report = reconcile(claims, sources)
    (fact,) = report.facts
    assert (fact.camps[0].origins, len(fact.camps[0].sources)) == (1, 3)
    assert report.summary.origins == 1
    assert (fact.status, report.summary.agreements) == (Status.SINGLE_SOURCE, 0)


def test_two_sums_that_several_articles_print_side_by_side_are_a_matter_of_basis(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("35.9")),
        claim("a", "deal_amount", usd("28.6"), sentence=1),
        claim("b", "deal_amount", usd("35.9")),
        claim("b", "deal_amount", usd("28.6"), sentence=1),
    )
    (finding,) = report.findings
    assert (finding.cause, finding.severity) == (Cause.BASIS, Severity.NOTE)
    assert "2 articles print both sums" in " ".join(finding.reasons)


def test_what_a_figure_means_is_told_once_however_many_sides_there_are(claim, usd, run):
    report = run(
        *(
            claim(source, "deal_amount", usd(sum_), quote=f"${sum_} Billion")
            for source, sum_ in (("a", "4.1"), ("b", "5.3"), ("c", "6.7"))
        )
    )
    (finding,) = report.findings
    why = " ".join(finding.reasons)
    assert len(finding.reasons) == 3
    assert [why.count(f"“${sum_} billion” means") for sum_ in ("4.1", "5.3", "6.7")] == [1, 1, 1]
    assert "$5.3 billion and $6.7 billion: two plain figures" in why
    assert "Billion" not in finding.message + why


def test_a_further_figure_of_a_sentence_joins_the_fact_that_others_make_of_it(claim, usd, run):
    report = run(
        claim("a", "debt", usd("1.2")),
        claim("a", "debt", usd("3.5")),
        claim("b", "debt", usd("3.5")),
        claim("c", "debt", usd("1.2"), sentence=1),
        claim("c", "debt", usd("3.5"), sentence=2),
    )
    told = {fact.consensus: (fact.status, fact.camps[0].sources) for fact in report.facts}
    assert told == {
        "$3.5 billion": (Status.AGREEMENT, ("a", "b", "c")),
        "$1.2 billion": (Status.AGREEMENT, ("a", "c")),
    }
    assert not report.not_compared


def test_figures_that_two_articles_set_aside_alike_are_a_fact(claim, usd, run):
    report = run(
        claim("a", "debt", usd("1.2")),
        claim("a", "debt", usd("3.5")),
        claim("b", "debt", usd("1.2")),
        claim("b", "debt", usd("3.5")),
    )
    assert sorted((fact.consensus, fact.status) for fact in report.facts) == [
        ("$1.2 billion", Status.AGREEMENT),
        ("$3.5 billion", Status.AGREEMENT),
    ]


def test_a_far_stake_is_another_holder_and_a_near_one_a_conflict(claim, run, make_percent):
    def one(*figures):
        found = run(*(claim(f"s{at}", "stake", make_percent(f)) for at, f in enumerate(figures)))
        return [finding.rule for finding in found.findings]

    assert one("46", "40") == ["VAL001"]
    assert one("46", "8") == []
    assert one("46", "4.6") == ["VAL004"]


def test_the_same_day_of_another_year_is_a_slip(claim, run, make_day):
    report = run(
        claim("a", "announcement_date", make_day("2031-03-04")),
        claim("b", "announcement_date", make_day("2030-03-04")),
    )
    (finding,) = report.findings
    assert (finding.rule, finding.cause, finding.severity) == (
        "DAT001",
        Cause.PERIOD,
        Severity.ERROR,
    )


def test_years_without_a_common_day_are_told_as_years(claim, run, make_year):
    report = run(
        claim("a", "founded", make_year("2018"), "Nimbra"),
        claim("b", "founded", make_year("2019"), "Nimbra"),
    )
    assert report.findings[0].reasons[0].startswith("2018 and 2019 have no day in common")


def test_a_price_twice_as_large_is_doubted_rather_than_called_wrong(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("9.4")),
        claim("b", "deal_amount", usd("9.4")),
        claim("c", "deal_amount", usd("2.17")),
    )
    (finding,) = report.findings
    assert (finding.rule, finding.severity) == ("VAL001", Severity.WARNING)
    assert "two different sums" in finding.reasons[0]


def test_a_loan_is_one_whoever_is_said_to_carry_it(claim, usd, run):
    report = run(
        claim("a", "debt", usd("0.15"), "Orvex"),
        claim("b", "debt", usd("0.15"), "Nimbra"),
        claim("c", "founded", usd("0.15"), "Nimbra"),
    )
    loans = [fact.status for fact in report.facts if fact.attribute == "debt"]
    assert loans == [Status.AGREEMENT]


def test_a_valuation_and_the_same_before_the_new_money_are_a_matter_of_basis(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("0.8")),
        claim("a", "valuation", usd("6.7"), "Nimbra"),
        claim("b", "valuation", usd("5.9"), "Nimbra"),
    )
    (finding,) = report.findings
    assert (finding.cause, finding.severity) == (Cause.BASIS, Severity.NOTE)
    assert finding.reasons[0].endswith("plus the new money of $800 million.")


def test_a_premium_without_a_day_joins_only_the_one_that_it_fits(claim, run, make_percent):
    def one(figure, period):
        found = run(
            claim("a", "premium", make_percent("40"), "offer for Nimbra", period="to Friday"),
            claim("b", "premium", make_percent(figure), "offer for Nimbra", period=period),
        )
        return [fact.status for fact in found.facts], found.findings

    assert one("40", "to the price at") == ([Status.AGREEMENT], ())
    assert one("63", "to the price at")[1] == ()
    assert one("63", "to the three-month high")[1] == ()
    assert len(one("44", "to Friday")[1]) == 1


def test_two_announcements_that_are_each_news_of_the_day_are_doubted(claim, run, make_day):
    def found(second: int, **published: date) -> list[tuple[str, Severity, str | None]]:
        report = run(
            claim("a", "announcement_date", make_day("2031-03-04")),
            claim("b", "announcement_date", make_day(f"2031-03-{second:02}")),
            published=published,
        )
        return [(f.rule, f.severity, f.cause) for f in report.findings]

    days = {"a": date(2031, 3, 5)}
    close = found(10, **days, b=date(2031, 3, 11))
    assert close == [("DAT001", Severity.WARNING, Cause.UNKNOWN)]
    later = found(20, **days, b=date(2031, 3, 20))
    assert later == [("DAT001", Severity.NOTE, Cause.SUPERSEDED)]
    assert found(20) == [("DAT001", Severity.NOTE, Cause.SUPERSEDED)]
    assert found(8) == [("DAT001", Severity.ERROR, Cause.UNKNOWN)]


def test_an_article_that_tells_of_two_days_tells_of_two_announcements(claim, run, make_day):
    def found(second: str) -> list[tuple[str, Severity, str | None]]:
        told = (("a", "2031-03-04"), ("a", second), *((s, "2031-09-09") for s in "bc"))
        report = run(
            *[
                claim(source, "announcement_date", make_day(day), sentence=at)
                for at, (source, day) in enumerate(told)
            ],
        )
        return [(f.rule, f.severity, f.cause) for f in report.findings]

    assert found("2031-03-07") == [("SELF001", Severity.NOTE, Cause.SUPERSEDED)]
    # the day before or after may be a slip
    assert found("2031-03-05") == [("SELF001", Severity.WARNING, Cause.UNKNOWN)]


def test_the_day_of_the_signing_and_that_of_the_announcement_can_both_be_right(
    claim, run, make_day
) -> None:
    def found(signed: str, told: str) -> list[tuple[str, Severity, str | None]]:
        report = run(
            claim("a", "announcement_date", make_day(signed), "Orvex / Nimbra: signing"),
            claim("b", "announcement_date", make_day(told)),
        )
        return [(f.rule, f.severity, f.cause) for f in report.findings]

    assert found("2031-03-04", "2031-03-05") == [("DAT002", Severity.NOTE, Cause.BASIS)]
    assert found("2031-03-04", "2031-03-07") == [("DAT001", Severity.NOTE, Cause.BASIS)]
    # nobody signs what was announced days before
    assert found("2031-03-07", "2031-03-04") == [("DAT001", Severity.ERROR, Cause.UNKNOWN)]


def test_days_of_one_week_stand_apart_together(claim, run, make_day) -> None:
    days = ("2031-03-04", "2031-03-04", "2031-09-09", "2031-09-10")
    claims = [claim(f"s{at}", "announcement_date", make_day(day)) for at, day in enumerate(days)]
    report = run(*claims)
    assert [(f.rule, len(f.claims)) for f in report.findings] == [("DAT002", 2)]
    assert sorted(fact.consensus for fact in report.facts) == ["2031-03-04", "2031-09-09"]


def test_a_figure_first_printed_weeks_later_may_have_changed(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("40")),
        claim("b", "deal_amount", usd("40")),
        claim("c", "deal_amount", usd("38.5")),
        published={"a": date(2031, 3, 5), "b": date(2031, 9, 9), "c": date(2031, 6, 1)},
    )
    (finding,) = report.findings
    assert finding.severity is Severity.WARNING
    assert "88 days after" in finding.reasons[0]


def test_two_sums_of_one_article_are_doubted_and_head_counts_too(claim, usd, run):
    def staff(number):
        return Count(low=Decimal(number), high=Decimal(number), unit="people")

    report = run(
        claim("a", "deal_amount", usd("59.5")),
        claim("b", "deal_amount", usd("59.5")),
        claim("a", "deal_amount", usd("60.3"), sentence=1),
        claim("a", "headcount", staff(350), "Nimbra"),
        claim("b", "headcount", staff(40), "Nimbra"),
    )
    assert {(f.attribute, f.severity) for f in report.findings} == {
        ("deal_amount", Severity.WARNING),
        ("headcount", Severity.WARNING),
    }


def test_who_prints_several_sides_is_told_in_one_line(claim, usd, run):
    def last(first, second, **more):
        report = run(
            claim("a", "deal_amount", usd(first)),
            claim("b", "deal_amount", usd(first)),
            claim("a", "deal_amount", usd(second), sentence=1, **more),
            claim("b", "deal_amount", usd(second), sentence=1, **more),
            claim("c", "deal_amount", usd(second), sentence=1, **more),
        )
        return report.findings[0].reasons[-1]

    assert last("14.1", "14.9") == "a and b print more than one of these values."
    assert (
        last("14.1", "141")
        == "a and b print more than one of these values and contradict themselves."
    )


def test_plans_that_differ_may_have_been_put_off(claim, run, make_day):
    def one(modality):
        report = run(
            claim("a", "closing_date", make_day("2031-03-04"), modality=modality),
            claim("b", "closing_date", make_day("2031-11-20"), modality=modality),
        )
        return [finding.severity for finding in report.findings]

    assert one(Modality.EXPECTED) == [Severity.WARNING]
    assert one(Modality.ACTUAL) == [Severity.ERROR]


def test_who_holds_a_part_of_a_company_is_no_name_of_the_company(claim, run, make_percent, usd):
    held, short = "Quorran in Nimbra Works Ltd", "Quorran in Nimbra Works"
    found = run(
        claim("s1", "stake", make_percent("8"), held),
        claim("s2", "stake", make_percent("9"), short),
        claim("s1", "revenue", usd("3.9"), "Nimbra Works Ltd", period="2021"),
        claim("s2", "revenue", usd("3.6"), "Nimbra Works", period="2021"),
    )
    subjects = {(fact.attribute, fact.subject, fact.status) for fact in found.facts}
    assert len(subjects) == 2
    assert {status for _, _, status in subjects} == {"conflict"}
    assert all("Quorran" not in name for what, name, _ in subjects if what == "revenue")


def test_a_sum_with_and_without_a_contingent_payment_is_a_matter_of_basis(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("0.757")),
        claim("a", "deal_amount", usd("0.350"), basis="earn_out", sentence=1),
        claim("b", "deal_amount", usd("1.11")),
    )
    (finding,) = report.findings
    assert (finding.cause, finding.severity) == (Cause.BASIS, Severity.NOTE)
    assert "plus the contingent payment of $350 million" in finding.reasons[0]


def test_a_sum_many_times_larger_is_another_sum_of_the_same_article(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("1.6")),
        claim("a", "deal_amount", usd("100"), hedge=Hedge.ABOVE, basis="cash", sentence=1),
    )
    assert not report.findings
    assert len(report.facts) == 2


def test_a_figure_that_was_superseded_stands_in_the_timeline_with_the_later_one(claim, usd, run):
    days = {"a": date(2031, 1, 2), "b": date(2031, 3, 5), "c": date(2031, 3, 4)}
    report = run(
        claim("a", "deal_amount", usd("6.5"), quote="$6.5bn"),
        claim("b", "deal_amount", usd("8.1"), quote="$8.1bn"),
        claim("c", "deal_amount", usd("8.1"), quote="$8.1 billion"),
        published=days,
    )
    assert [(event.date, event.note) for event in report.timeline] == [
        ("2031-01-02", "later: $8.1 billion"),
        ("2031-03-04", "before: $6.5bn"),
    ]


def test_without_days_nothing_is_placed(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("6.5"), modality="rumoured"),
        claim("a", "deal_status", Term(term="talks"), sentence=1),
        claim("b", "deal_amount", usd("8.1")),
        claim("b", "deal_status", Term(term="agreed"), sentence=1),
    )
    (finding,) = report.findings
    assert finding.cause is Cause.SUPERSEDED
    assert not report.timeline


@pytest.fixture
def bare(usd):
    """Billions with a sign of which the article does not say whose dollar it is."""

    def build(amount: str) -> Money:
        return usd(amount).model_copy(update={"currency_from": "default"})

    return build


def test_a_bare_dollar_is_that_of_most_articles_with_the_same_digits(claim, usd, bare, run):
    def told(first: Money, *others: Money) -> list[tuple[str, str]]:
        values = zip("abcd", (first, *others), strict=False)
        report = run(*(claim(source, "deal_amount", value) for source, value in values))
        return [(one.rule, one.severity) for one in report.findings if one.rule != "SRC001"]

    aud, named = usd("3.1", currency="AUD"), usd("3.1")
    note, warning = [("CUR001", Severity.NOTE)], [("CUR001", Severity.WARNING)]
    assert told(bare("3.1"), aud, aud) == []
    # One article alone may be the one that slips; so may the one among several without a name.
    assert told(bare("3.1"), aud) == note
    assert told(bare("3.1"), bare("3.1"), aud, aud) == note
    # unless the sum is printed in US dollars as well, and comes to less in them
    assert ("CUR001", Severity.NOTE) not in told(bare("3.1"), aud, usd("2.04"))
    assert told(named, aud, aud) == warning
    euro = usd("3.1", currency="EUR")
    assert told(bare("3.1"), euro, euro) == warning
    # One digit may be that of two sums, and another article may print US dollars by name.
    digit = usd("3", currency="AUD")
    assert told(bare("3"), digit, digit) == note
    assert told(bare("3.1"), aud, aud, named) == note


def test_crowns_are_those_that_another_article_names(claim, usd, run):
    def told(*currencies: str) -> list[str]:
        bare = usd("6.2", currency="SEK").model_copy(update={"currency_from": "default"})
        values = [bare, *(usd("6.4", currency=currency) for currency in currencies)]
        rows = zip("abc", values, strict=False)
        return [fact.status for fact in run(*(claim(s, "deal_amount", v) for s, v in rows)).facts]

    assert told("NOK") == [Status.CONFLICT]
    assert Status.CONFLICT not in told("NOK", "DKK")
    assert Status.CONFLICT not in told("AUD")
    assert Status.CONFLICT not in told("")  # a claim from elsewhere may name no currency


def test_every_sum_of_the_article_is_in_the_dollar_that_one_of_them_tells(claim, usd, bare, run):
    nzd = usd("4.22", currency="NZD")
    report = run(
        claim("a", "deal_amount", bare("4.22"), quote="$4.22bn"),
        claim("a", "debt", bare("2"), "Nimbra", sentence=1),
        claim("b", "deal_amount", nzd),
        claim("c", "deal_amount", nzd),
        claim("b", "debt", usd("3", currency="NZD"), "Nimbra", sentence=1),
    )
    (price,) = amounts(report, "deal_amount")
    reason = "another article prints the same digits with the sign of that currency"
    assert price.consensus == "NZD 4.22 billion"
    assert price.notes == (f"$4.22bn is taken for NZD: {reason}",)
    (finding,) = [one for one in report.findings if one.attribute == "debt"]
    assert finding.rule == "VAL001"


def test_a_paper_whose_dollars_are_settled_speaks_for_the_next_one(claim, usd, bare, run):
    """Nobody prints "NZ$4.22bn", but who does print "$3.84bn (NZ$)" in bare dollars prints both."""
    report = run(
        claim("a", "deal_amount", usd("3.84", currency="NZD")),
        claim("a", "deal_amount", usd("2.2"), sentence=1),
        claim("b", "deal_amount", bare("3.84")),
        claim("b", "deal_amount", bare("4.22"), sentence=1),
        claim("c", "deal_amount", bare("4.22")),
        claim("d", "deal_amount", bare("4.22")),
    )
    values = {camp.value for fact in amounts(report, "deal_amount") for camp in fact.camps}
    assert values == {"NZD 3.84 billion", "NZD 4.22 billion", "$2.2 billion"}


def test_who_tells_an_earlier_stage_does_not_say_the_last_one(claim, run):
    told = (("a", "agreed"), ("b", "agreed"), ("c", "terminated"), ("d", "terminated"))
    report = run(*(claim(source, "deal_status", Term(term=term)) for source, term in told))
    (camp,) = report.facts[0].camps
    assert (camp.value, camp.sources, camp.origins) == ("terminated", ("c", "d"), 2)
    assert len(camp.claims) == 4


def test_the_share_of_the_buyer_in_the_target_is_the_stake_of_the_deal(claim, run):
    def stake(source, share, subject):
        return claim(source, "stake", Percent(low=share, high=share), subject)

    report = run(
        stake("a", "20", "Orvex / Nimbra"),
        stake("b", "22", "Orvex in Nimbra"),
        stake("c", "17", "Quayside in Nimbra"),
        stake("d", "9", "Orvex in Nimbra: before"),
    )
    told = {fact.subject: fact.status for fact in amounts(report, "stake")}
    assert told["Orvex / Nimbra"] is Status.CONFLICT
    assert told["Quayside in Nimbra"] is Status.SINGLE_SOURCE
    assert len(told) == 3


def test_the_worth_in_a_month_and_in_its_year_are_one_question(claim, usd, run):
    worth = ("prior_valuation", "Nimbra")
    report = run(
        claim("a", worth[0], usd("2"), worth[1], period="2018-10", hedge=Hedge.ABOVE),
        claim("b", worth[0], usd("2"), worth[1], period="2018", hedge=Hedge.ABOUT),
    )
    (fact,) = amounts(report, "prior_valuation")
    assert (fact.status, fact.period) == (Status.AGREEMENT, "2018-10")
    report = run(
        claim("a", "revenue", usd("2"), "Nimbra", period="2018-10"),
        claim("b", "revenue", usd("2"), "Nimbra", period="2018"),
    )
    assert len(amounts(report, "revenue")) == 2


def stages_of(report):
    found = [fact for fact in report.facts if fact.attribute == "deal_status"]
    return {fact.consensus: (fact.status, fact.camps[0].sources) for fact in found}


def test_the_last_stage_leads_and_not_the_one_that_sounds_most_final(claim, run):
    told = [
        claim("a", "deal_status", Term(term="rejected")),
        claim("b", "deal_status", Term(term="agreed")),
        claim("c", "deal_status", Term(term="agreed")),
    ]
    days = {"a": date(2026, 1, 14), "b": date(2026, 3, 16), "c": date(2026, 3, 16)}
    assert stages_of(run(*told, published=days)) == {"agreed": (Status.AGREEMENT, ("b", "c"))}
    # The other way round the refusal came last, and one article alone tells it.
    days = {"a": date(2026, 4, 14), "b": date(2026, 3, 16), "c": date(2026, 3, 16)}
    assert stages_of(run(*told, published=days)) == {
        "agreed": (Status.AGREEMENT, ("b", "c")),
        "rejected": (Status.SINGLE_SOURCE, ("a",)),
    }


def test_an_article_that_tells_of_both_tells_the_refusal_as_history(claim, run):
    told = [
        claim("a", "deal_status", Term(term="rejected")),
        claim("b", "deal_status", Term(term="rejected")),
        claim("b", "deal_status", Term(term="agreed"), sentence=1),
        claim("c", "deal_status", Term(term="agreed")),
    ]
    days = {"a": date(2026, 1, 14), "b": date(2026, 3, 16), "c": date(2026, 3, 17)}
    assert stages_of(run(*told, published=days)) == {"agreed": (Status.AGREEMENT, ("b", "c"))}


def test_a_closing_that_one_article_tells_is_no_agreement(claim, run):
    told = [claim(name, "deal_status", Term(term="agreed")) for name in "abc"]
    report = run(*told, claim("d", "deal_status", Term(term="closed")))
    assert stages_of(report) == {
        "agreed": (Status.AGREEMENT, ("a", "b", "c")),
        "closed": (Status.SINGLE_SOURCE, ("d",)),
    }
    report = run(*told, *(claim(name, "deal_status", Term(term="closed")) for name in "de"))
    assert stages_of(report) == {"closed": (Status.AGREEMENT, ("d", "e"))}


def test_an_offer_that_is_raised_follows_the_one_before(claim, usd, run):
    days = {"a": date(2026, 1, 14), "b": date(2026, 1, 20), "c": date(2026, 1, 21)}
    told = [
        claim("a", "deal_amount", usd("4.8")),
        claim("b", "deal_amount", usd("5.3")),
        claim("c", "deal_amount", usd("4.8")),
        claim("c", "deal_amount", usd("5.3"), sentence=1),
    ]
    (finding,) = run(*told, published=days).findings
    assert (finding.cause, finding.severity) == (Cause.SUPERSEDED, Severity.NOTE)
    # Days that do not follow each other, and a part beside its whole, are no revision.
    days["a"] = date(2026, 1, 22)
    days["b"] = date(2026, 1, 22)
    (finding,) = run(*told, published=days).findings
    assert finding.cause is not Cause.SUPERSEDED


def test_a_bid_that_was_refused_is_no_error_of_the_deal_agreed_later(claim, usd, run):
    told = [
        claim("a", "deal_amount", usd("4.8")),
        claim("a", "deal_status", Term(term="rejected"), sentence=1),
        claim("b", "deal_amount", usd("6.2")),
        claim("b", "deal_status", Term(term="agreed"), sentence=1),
    ]
    days = {"a": date(2026, 1, 14), "b": date(2026, 1, 20)}
    (finding,) = run(*told, published=days).findings
    assert (finding.cause, finding.severity) == (Cause.SUPERSEDED, Severity.NOTE)
    (finding,) = run(*told, published={"a": date(2026, 1, 20), "b": date(2026, 1, 20)}).findings
    assert finding.severity is not Severity.NOTE


def test_a_bid_that_was_refused_may_be_raised_though_the_days_are_not_told(claim, usd, run):
    def of(amount):
        refused = claim("a", "deal_status", Term(term="rejected"), sentence=1)
        told = [claim("a", "deal_amount", usd("8.3")), refused, claim("b", "deal_amount", amount)]
        (finding,) = run(*told).findings
        return finding

    raised = of(usd("9.6"))
    assert (raised.cause, raised.severity) == (Cause.SUPERSEDED, Severity.NOTE)
    assert "the bid was raised" in raised.reasons[0]
    # A lower sum is no raise, though it may be another bid; one twice as large is none.
    lower = of(usd("7.1"))
    assert (lower.cause, lower.severity) == (Cause.UNKNOWN, Severity.WARNING)
    assert "two bids" in lower.reasons[0]
    assert of(usd("15.1")).severity is Severity.ERROR


def test_all_money_raised_may_grow_by_a_round_between_two_articles(claim, usd, run):
    def of(amount):
        told = [claim("a", "total_raised", usd("1.3"), "Nimbra")]
        (finding,) = run(*told, claim("b", "total_raised", amount, "Nimbra")).findings
        return finding

    assert of(usd("6.8")).severity is Severity.WARNING
    assert of(usd("1.8")).severity is Severity.ERROR


def test_sales_without_a_period_are_not_those_of_a_year_four_times_as_large(claim, usd, run):
    quarter = claim("a", "revenue", usd("4.02"), "Nimbra")
    year = claim("b", "revenue", usd("14.9"), "Nimbra", period="2025")
    assert not run(quarter, year).findings
    near = claim("c", "revenue", usd("13.1"), "Nimbra")
    (finding,) = run(near, year).findings
    assert finding.cause is Cause.PERIOD


def test_a_price_and_a_part_of_it_in_one_article_are_no_error(claim, usd, run):
    told = [
        claim("a", "deal_amount", usd("4.2")),
        claim("a", "deal_amount", usd("2.6"), sentence=1),
        claim("b", "deal_amount", usd("4.2")),
        claim("c", "deal_amount", usd("2.6")),
    ]
    (finding,) = run(*told).findings
    assert finding.severity is Severity.WARNING
    assert any("may be a part" in reason for reason in finding.reasons)
    (finding,) = run(told[0], *told[2:]).findings
    assert finding.severity is Severity.ERROR


def test_two_names_of_one_side_are_no_error(claim, run):
    told = [
        claim("a", "target", Organisation(name="Nimbra Works")),
        claim("b", "target", Organisation(name="Nimbra")),
        claim("c", "target", Organisation(name="Nimbra Works")),
    ]
    report = run(*told)
    (fact,) = amounts(report, "target")
    assert (fact.status, fact.consensus) == (Status.AGREEMENT, "Nimbra Works")
    brandt = Organisation(name="Brandt")
    report = run(*told, claim("d", "target", brandt, parties=("Orvex", None)))
    (finding,) = [one for one in report.findings if one.attribute == "target"]
    assert finding.severity is Severity.NOTE
    assert finding.reasons[0].endswith("One may be a unit, an owner or a brand of the other.")


def test_who_knows_the_target_of_the_others_has_no_other_one(claim, run):
    """ "The owner of Brandt": an article on Nimbra that calls it by one of its brands."""
    names = {"a": "Nimbra", "b": "Nimbra", "c": "Brandt"}
    told = [
        claim(source, "target", Organisation(name=name), parties=("Orvex", None))
        for source, name in names.items()
    ]
    assert [one.rule for one in run(*told).findings] == ["VAL001"]
    boss = Person(name="Ada Holm", role="chief executive", organisation="Nimbra")
    head = claim("c", "person_role", boss, "Ada Holm", parties=("Orvex", None), sentence=1)
    report = run(*told, head)
    assert not report.findings
    assert [one.reason for one in report.not_compared] == [
        "its article names the other company, too"
    ]
    # one against one, nobody knows better
    assert [one.rule for one in run(*told[1:], head).findings] == ["VAL001"]


def test_a_round_has_several_investors(claim, run):
    told = [
        claim(source, "acquirer", Organisation(name=name), parties=(None, "Nimbra"))
        for source, name in {"a": "Orvex", "b": "Orvex", "c": "Tolven"}.items()
    ]
    assert [one.rule for one in run(*told).findings] == ["VAL001"]
    kind = claim("a", "deal_type", Term(term="funding round"), parties=(None, "Nimbra"), sentence=1)
    assert not run(*told, kind).findings


def test_a_figure_that_its_article_takes_back_is_denied_where_others_still_say_it(claim, usd, run):
    now = claim("a", "deal_amount", usd("2.8"))
    before = claim("a", "deal_amount", usd("3.1"), sentence=1, modality=Modality.DENIED)
    assert not run(now, before).findings
    report = run(now, before, claim("b", "deal_amount", usd("3.1")))
    assert {finding.rule for finding in report.findings} == {"POL001", "VAL001"}


def test_who_buys_by_most_articles_is_no_rival_answer_to_who_is_bought(claim, run):
    told = [
        claim("a", "acquirer", Organisation(name="Brandt")),
        claim("b", "acquirer", Organisation(name="Brandt")),
        claim("a", "target", Organisation(name="Nimbra")),
        claim("b", "target", Organisation(name="Nimbra")),
        claim("c", "target", Organisation(name="Brandt")),
    ]
    report = run(*told)
    assert not [one for one in report.findings if one.attribute == "target"]
    (left,) = [one for one in report.not_compared if one.claim == told[-1].id]
    assert left.reason == "more articles name it as the acquirer"
    # where as many articles say the one as the other, both stand
    report = run(*told[1:3], *told[4:])
    assert [one.severity for one in report.findings if one.attribute == "target"] == [Severity.NOTE]


@pytest.mark.parametrize(
    ("young", "old", "days", "severity"),
    [
        (77, 78, 450, Severity.NOTE),  # one birthday or two lie between
        (77, 79, 450, Severity.NOTE),
        (77, 80, 450, Severity.ERROR),
        (77, 78, 30, Severity.WARNING),  # a birthday would be a coincidence
        (78, 77, 450, Severity.WARNING),
    ],
)
def test_a_person_grows_older_between_two_articles(claim, run, young, old, days, severity):
    def aged(source, years):
        return claim(source, "age", Count(low=years, high=years, unit="years old"), "Ann Brun")

    first = date(2030, 9, 1)
    report = run(
        aged("a", young), aged("b", old), published={"a": first, "b": first + timedelta(days)}
    )
    (finding,) = report.findings
    assert finding.severity is severity


def test_the_prices_of_two_bidders_are_doubted(claim, usd, run):
    def found(*buyers: str) -> list[tuple[str, Severity]]:
        told = [
            claim(name, "share_price", usd(price), "offer for Nimbra", parties=(buyer, "Nimbra"))
            for name, price, buyer in zip("abc", ("16.5", "18.7", "18.7"), buyers, strict=True)
        ]
        return [(f.rule, f.severity) for f in run(*told).findings if f.attribute == "share_price"]

    assert found("Orvex", "Tarn Steel", "Tarn Steel") == [("VAL001", Severity.WARNING)]
    assert found("Orvex", "Orvex Group", "Orvex") == [("VAL001", Severity.ERROR)]
