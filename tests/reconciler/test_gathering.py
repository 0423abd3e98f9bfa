"""One figure that articles hang on differently named subjects, and figures that only look alike."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.values import PartialDate
from dealfacts.model.vocabulary import Anchor, Grain, Hedge, Status


@pytest.fixture
def told(claim, run):
    """The statuses of one attribute by subject; each of two articles tells it of another."""

    def build(attribute, one, other, *, of=("Orvex", "Nimbra"), **more):
        report = run(
            claim("a", attribute, one, of[0], **more),
            claim("b", attribute, other, of[1], **more),
        )
        return {fact.subject: fact.status for fact in report.facts}

    return build


APART = {"Orvex": Status.SINGLE_SOURCE, "Nimbra": Status.SINGLE_SOURCE}


def test_a_share_is_one_whoever_is_said_to_hold_it(told, make_percent) -> None:
    def holders(one, other):
        found = told("stake", make_percent(one), make_percent(other), of=("Velta", "Corin"))
        return {holder.split(" ")[0] for holder in found}

    assert holders("12.5", "12.5") == holders("12.5", "12.50") == {"Corin"}
    assert holders("12.5", "12.6") == {"Velta", "Corin"}
    # A round share may be two by chance.
    assert holders("50", "50") == {"Velta", "Corin"}


def test_a_share_goes_to_a_holder_with_a_name(claim, run, make_percent) -> None:
    report = run(
        claim("a", "stake", make_percent("12.5"), "holder in Corin"),
        claim("b", "stake", make_percent("12.5"), "Velta in Corin"),
        claim("c", "stake", make_percent("12.5"), "holder in Corin"),
    )
    assert [fact.subject for fact in report.facts] == ["Velta in Corin"]


def test_a_share_of_nobody_is_that_of_others_though_its_article_has_another_one(
    claim, run, make_percent
) -> None:
    def camps(holder):
        report = run(
            claim("a", "stake", make_percent("59"), "Velta in Corin"),
            claim("b", "stake", make_percent("59"), f"{holder} in Corin"),
            claim("b", "stake", make_percent("41"), "Velta in Corin", sentence=1),
        )
        facts = ((fact.subject, fact.camps) for fact in report.facts)
        return sorted(subject for subject, camps in facts if len(camps[0].sources) > 1)

    assert camps("holder") == camps("investors") == camps("shareholder") == ["Velta in Corin"]
    # somebody else may well have as much
    assert camps("Tolven") == []


def test_what_a_purchase_adds_up_to_is_told_once(claim, run, make_percent) -> None:
    def subjects(one, other):
        report = run(
            claim("a", "stake", make_percent("59"), one),
            claim("b", "stake", make_percent("59"), one),
            claim("b", "stake", make_percent("59"), other, sentence=1),
        )
        return [fact.subject for fact in report.facts]

    assert subjects("Velta in Corin", "Velta in Corin: in total") == ["Velta in Corin"]
    # what it has before may be as much by chance
    assert len(subjects("Velta in Corin", "Velta in Corin: before")) == 2
    assert len(subjects("Velta in Corin", "Tolven in Corin: in total")) == 2


def test_a_whole_share_of_two_named_holders_is_two_shares(claim, run, make_percent) -> None:
    def subjects(share, one, other):
        report = run(
            claim("a", "stake", make_percent(share), f"{one} in Corin"),
            claim("b", "stake", make_percent(share), f"{other} in Corin"),
        )
        return [fact.subject for fact in report.facts]

    assert subjects("17", "Velta", "Tolven") == ["Tolven in Corin", "Velta in Corin"]
    assert len(subjects("17", "Velta Bank", "Banco Velta")) == 1
    assert len(subjects("16.84", "Velta", "Tolven")) == 1


def test_a_range_is_not_the_sum_that_it_begins_with(told, usd) -> None:
    assert told("debt", usd("1.25", "1.75"), usd("1.25")) == APART
    assert told("debt", usd("1.25", "1.75"), usd("1.25", "1.75")) == APART


def test_a_vague_sum_is_nobody_elses(told, usd) -> None:
    assert told("debt", usd("1.25"), usd("1.25"), hedge=Hedge.VAGUE) == APART


def test_a_company_is_founded_in_one_year_and_not_in_several(told, make_year) -> None:
    several = PartialDate(
        text="the late 1990s",
        edtf="1996/1999",
        earliest=date(1996, 1, 1),
        latest=date(1999, 12, 31),
        grain=Grain.YEAR,
        anchor=Anchor.EXPLICIT,
    )
    assert told("founded", make_year("1996"), make_year("1996")) == {"Nimbra": Status.AGREEMENT}
    assert told("founded", several, make_year("1996")) == APART
    assert told("founded", several, several) == APART


def test_a_sum_is_told_to_its_second_digit(told, usd) -> None:
    assert len(told("debt", usd("1.52"), usd("1.5"))) == 1
    assert told("debt", usd("1.52"), usd("1.6")) == APART
    assert told("debt", usd("1.5"), usd("15")) == APART


def test_a_sum_in_another_currency_is_another(told, usd) -> None:
    assert told("debt", usd("1.5"), usd("1.5", currency="EUR")) == APART


def test_an_article_that_tells_it_of_both_sides_tells_them_apart(claim, usd, run) -> None:
    report = run(
        claim("a", "debt", usd("1.5"), "Orvex"),
        claim("b", "debt", usd("1.5"), "Orvex"),
        claim("b", "debt", usd("1.5"), "Nimbra"),
    )
    assert {fact.subject: fact.camps[0].sources for fact in report.facts} == {
        "Orvex": ("a", "b"),
        "Nimbra": ("b",),
    }


def test_a_figure_is_his_of_whom_most_articles_tell_it(claim, usd, run) -> None:
    report = run(
        claim("a", "debt", usd("1.5"), "Orvex"),
        claim("b", "debt", usd("1.5"), "Orvex"),
        claim("c", "debt", usd("1.5"), "Nimbra"),
    )
    (fact,) = report.facts
    assert (fact.subject, fact.camps[0].sources) == ("Orvex", ("a", "b", "c"))


def test_a_number_of_staff_is_one_whoever_is_said_to_employ_them(told) -> None:
    def staff(one, other):
        values = (read_phrase(f"{count} employees")[0] for count in (one, other))
        return told("headcount", *values)

    assert staff("280", "280") == {"Nimbra": Status.AGREEMENT}
    assert staff("280", "290") == staff("3,000", "3,000") == APART


def test_a_family_holds_a_company_of_its_name(claim, run, make_percent) -> None:
    report = run(
        claim("a", "stake", make_percent("55"), "Nimbra family in Nimbra"),
        claim("b", "stake", make_percent("55"), "family in Nimbra"),
        claim("b", "stake", make_percent("30"), "Orvex / Nimbra", sentence=1),
    )
    found = {fact.subject: fact.status for fact in report.facts}
    assert found["Nimbra family in Nimbra"] is Status.AGREEMENT
    assert Status.CONFLICT not in found.values()


def test_a_plan_to_hire_says_nothing_against_the_staff_of_today(claim, run) -> None:
    def statuses(modality):
        now, then = (read_phrase(f"{count} employees")[0] for count in ("90", "140"))
        report = run(
            claim("a", "headcount", now, "Nimbra"),
            claim("b", "headcount", then, "Nimbra", modality=modality),
        )
        return {fact.status for fact in report.facts}

    assert statuses("expected") == {Status.SINGLE_SOURCE}
    assert statuses("actual") == {Status.CONFLICT}
