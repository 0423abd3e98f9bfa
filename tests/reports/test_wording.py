from __future__ import annotations

from datetime import date

import pytest

from dealfacts.model.claims import Claim
from dealfacts.model.report import Camp, Fact
from dealfacts.model.text import Evidence, Range
from dealfacts.model.values import (
    Money,
    Multiple,
    Organisation,
    PartialDate,
    Person,
    Quote,
    Seat,
    Term,
    Text,
    Undisclosed,
    Value,
)
from dealfacts.model.vocabulary import Basis, Change, Hedge, Modality, Status
from dealfacts.reports import _wording


def claim(quote: str, value: Value | None = None, **more: object) -> Claim:
    where = Evidence(
        start=0,
        end=len(quote),
        line=1,
        column=1,
        quote=quote,
        sentence=Range(start=0, end=len(quote)),
    )
    content = {
        "id": "c-1",
        "source": "a.txt",
        "kind": "amount",
        "attribute": "deal_amount",
        "subject": "x",
        "value": value or Text(text=quote),
        "evidence": where,
    }
    return Claim.model_validate(content | more)


def fact(attribute: str, subject: str, value: str, period: str | None = None) -> Fact:
    camp = Camp(value=value, claims=("c-1",), sources=("a.txt",), origins=1)
    return Fact(
        id="f-1",
        deal="d-1",
        attribute=attribute,
        subject=subject,
        period=period,
        status=Status.SINGLE_SOURCE,
        contested=False,
        consensus=value,
        camps=(camp,),
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("deal_amount", "Deal amount"),
        ("person_role", "Role"),
        ("prior_valuation", "Earlier valuation"),
        ("something_new", "Something new"),
    ],
)
def test_attributes_read_as_words(name: str, words: str) -> None:
    assert _wording.attribute(name) == words


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (fact("deal_amount", "A / B", "$1"), "Deal amount"),
        (fact("revenue", "Acme", "$1", "2024"), "Revenue · Acme · 2024"),
        (fact("person_role", "Jo Lee: chief executive of Acme", "x"), "Role · Jo Lee"),
        (fact("revenue", "Ac\x1bme", "$1"), "Revenue · Ac\\x1bme"),
        (fact("revenue", "", "$1"), "Revenue"),
    ],
)
def test_a_title_leaves_out_what_the_heading_says(about: Fact, words: str) -> None:
    assert _wording.title(about, "A / B") == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024", "2024"),
        ("2024-04-01", "2024-04-01"),
        ("2024-33", "2024 Q1"),
        ("2024-41", "2024 second half"),
        ("2024-23", "2024 autumn"),
        ("XXXX-04", ""),
        ("", ""),
    ],
)
def test_dates_are_put_in_plain_form(edtf: str, words: str) -> None:
    assert _wording.day(edtf) == words


def test_a_title_tells_the_basis() -> None:
    about = fact("deal_amount", "A / B", "$1").model_copy(update={"basis": Basis.INCLUDING_DEBT})

    assert _wording.title(about, "A / B") == "Deal amount · including debt"


def day(text: str, edtf: str | None) -> PartialDate:
    return PartialDate(text=text, edtf=edtf, earliest=date(2024, 4, 1))


@pytest.mark.parametrize(
    ("about", "said", "words"),
    [
        (fact("deal_amount", "A / B", "$2 billion"), claim("$2bn"), "$2 billion"),
        (fact("age", "Jo Lee", "Jo Lee, 28 years"), claim("28"), "28 years"),
        (
            fact("person_role", "Jo Lee: chief executive of Acme", "Jo Lee, CEO, Acme"),
            claim("Jo Lee", Person(name="Jo Lee", role="CEO", organisation="Acme")),
            "CEO, Acme",
        ),
        (
            fact("person_role", "Jo Lee: founder of Acme", "Jo Lee, founder, Acme"),
            claim("Joe Lee", Person(name="Joe Lee", role="founder", organisation="Acme")),
            "founder, Acme",
        ),
        (
            fact("person_role", "Jo Lee: position of Acme", "Jo Lee, gave up control, Acme"),
            claim(
                "gave up\n control",
                Person(
                    name="Jo Lee",
                    role="gave up control",
                    organisation="Acme",
                    change=Change.LEAVES,
                ),
            ),
            "leaves a post at Acme (“gave up control”)",
        ),
        (
            fact("person_role", "Jo Lee: position of Acme", "Jo Lee, key role, Acme"),
            claim("key role", Person(name="Jo Lee", role="key role", organisation="Acme")),
            "key role, Acme",
        ),
        (
            fact("person_role", "analyst of Acme", "analyst, Acme"),
            claim("its analyst", Person(role="analyst", organisation="Acme")),
            "analyst, Acme",
        ),
        (
            fact("profit", "Acme", "-$748 million"),
            claim("loss of $748 million", Money(currency="USD", low=-748, high=-748)),
            "loss of $748 million",
        ),
        (
            fact("valuation_multiple", "Acme", "2 times"),
            claim("doubling", Multiple(low=2, high=2)),
            "doubling (2 times)",
        ),
        (
            fact("valuation_multiple", "Acme", "2 times"),
            claim("2x", Multiple(low=2, high=2)),
            "2 times",
        ),
        (
            fact("quote", "Jo Lee", "“It is the best deal that anybody in this ro…”"),
            claim(
                "It", Quote(text="It is the best\ndeal that anybody in this room has ever seen,")
            ),
            "“It is the best deal that anybody in this room has ever seen”",
        ),
        (
            fact("quote", "Jo Lee", "“" + "word " * 20 + "”"),
            claim("word", Quote(text="word " * 20)),
            "“" + "word " * 13 + "word…”",
        ),
        (
            fact("board_seat", "Jo Lee on the board of Acme", "Joe Lee joins the board of Acme"),
            claim("gets a seat", Seat(holder="Joe Lee", board="Acme", change=Change.JOINS)),
            "joins",
        ),
        (
            fact("board_seat", "Jo Lee on the board of Acme", "Jo Lee sits on the board of Acme"),
            claim("a seat", Seat(holder="Jo Lee", board="Acme")),
            "has a seat",
        ),
        (
            fact(
                "board_seat",
                "two directors named by Orvex on the board of Acme",
                "two directors named by Orvex sit on the board of Acme",
            ),
            claim(
                "two directors",
                Seat(holder="two directors named by Orvex", board="Acme"),
                modality=Modality.EXPECTED,
            ),
            "will have seats",
        ),
        (
            fact("spending", "Acme", "$10 billion to $99 billion"),
            claim("tens of billions", hedge=Hedge.VAGUE),
            "tens of billions ($10 billion to $99 billion)",
        ),
        (fact("founded", "Acme", "XXXX-04"), claim("April", day("April", "XXXX-04")), "April"),
        (fact("founded", "Acme", "2024"), claim("2024", day("2024", "2024")), "2024"),
        (
            fact("founded", "Acme", "2024-04-01"),
            claim("April 1", day("April 1", "2024-04-01")),
            "April 1 (2024-04-01)",
        ),
        (
            fact("founded", "Acme", "last week"),
            claim("last week", day("last week", None)),
            "last week",
        ),
    ],
)
def test_a_value_is_put_as_a_reader_would(about: Fact, said: Claim, words: str) -> None:
    assert _wording.value(about, about.camps[0], (said,)) == words


def test_a_post_that_two_names_are_given_for_is_told_by_both() -> None:
    about = fact("person_role", "analyst of Acme", "analyst, Acme")
    people = [
        claim(name, Person(name=name, role="analyst", organisation="Acme"))
        for name in ("Jo Lee", "Jo Lea", "Jo Lee")
    ]

    assert _wording.value(about, about.camps[0], people) == "Jo Lee or Jo Lea"


def test_a_side_about_two_posts_of_one_person_is_the_post() -> None:
    about = fact("person_role", "Jo Lee: posts at Acme", "chairman")
    people = [claim(name, Person(name=name, role="chair")) for name in ("Jo Leigh", "Jo Lea")]

    assert _wording.value(about, about.camps[0], people) == "chairman"


def test_a_value_tells_a_basis_that_its_title_does_not() -> None:
    about = fact("deal_amount", "A / B", "$1")
    camp = about.camps[0].model_copy(update={"basis": Basis.INCLUDING_DEBT})

    assert _wording.value(about, camp, ()) == "$1, including debt"
    whole = about.model_copy(update={"basis": Basis.INCLUDING_DEBT})
    assert _wording.value(whole, camp, ()) == "$1"


def test_a_value_without_its_claims_is_the_report_s() -> None:
    about = fact("deal_amount", "A / B", "$2 billion")

    assert _wording.value(about, about.camps[0], ()) == "$2 billion"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (claim("$2bn"), "$2bn"),
        (claim("$2bn", hedge=Hedge.ABOUT, cue="about"), "about $2bn"),
        (claim("$2-$3bn", hedge=Hedge.RANGE, cue="-"), "$2-$3bn"),
        (claim("up to $2bn", hedge=Hedge.AT_MOST, cue="up to"), "up to $2bn"),
        (claim("$2\nbillion"), "$2 billion"),
    ],
)
def test_a_claim_is_printed_with_its_hedge(said: Claim, words: str) -> None:
    assert _wording.printed(said) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (claim("he", Person(name="Jo Lee", role="CEO")), "CEO"),
        (claim("Jo Lee", Person(name="Jo Lee")), "Jo Lee"),
        (claim("stays", Seat(holder="Jo Lee", change=Change.REMAINS)), "remains"),
        (claim("stays", Seat(holder="Jo Lee")), "stays"),
        (claim("the firm", Organisation(name="Acme")), "Acme"),
        (claim("has signed", Term(term="agreed")), "agreed"),
        (claim("not disclosed", Undisclosed()), "not disclosed"),
    ],
)
def test_a_variant_is_what_tells_two_claims_apart(said: Claim, words: str) -> None:
    assert _wording.variant(said) == words


def test_qualifiers_are_told_in_words() -> None:
    told = claim(
        "$2bn", modality=Modality.RUMOURED, basis=Basis.INCLUDING_DEBT, speaker="Jo\x07 Lee"
    )

    assert _wording.qualifiers(told) == (
        "rumoured",
        "including debt",
        "according to Jo\\x07 Lee",
    )
    assert _wording.qualifiers(claim("x", basis=Basis.PRE_MONEY)) == ("pre-money",)
    assert _wording.qualifiers(claim("x")) == ()


def test_a_part_of_the_deal_is_told_under_it_by_its_name_alone() -> None:
    part = fact("deal_amount", "Orvex / Nimbra: cash part", "$2 billion")
    assert _wording.title(part, "Orvex / Nimbra") == "Deal amount · cash part"
    before = fact("stake", "Orvex / Nimbra: before", "9 %")
    assert _wording.title(before, "Orvex / Nimbra") == "Stake · held before"
    total = fact("stake", "Velta in Nimbra: in total", "9 %")
    assert _wording.title(total, "Orvex / Nimbra") == "Stake · Velta in Nimbra, held in total"
    other = fact("stake", "Velta in Nimbra: voting", "9 %")
    assert _wording.title(other, "Orvex / Nimbra") == "Stake · Velta in Nimbra: voting"
