"""Names of companies and people inside one deal: who is whom, whose claim it is, who sells."""

from __future__ import annotations

import pytest

from dealfacts.model.values import Organisation, Person, Quote, Seat, Text
from dealfacts.reconciler.approved import approved, names
from dealfacts.reconciler.families import counted_origins
from dealfacts.reconciler.fingerprints import fingerprint
from dealfacts.reconciler.guests import firm_of, may_be_guest
from dealfacts.reconciler.names import compare_people
from dealfacts.reconciler.origins import SourceText
from dealfacts.reconciler.spellings import cluster


@pytest.mark.parametrize(
    ("printed", "apart", "expected"),
    [
        # the longest name that most print stands for all; the others by how often they are printed
        (
            {"Marten Droste": 2, "Marten Drosste": 1, "Droste": 9},
            (),
            ["Marten Droste: Droste, Marten Droste, Marten Drosste"],
        ),
        # a bare family name that fits two stays alone
        (
            {"Ann Brun": 1, "Carl Brun": 1, "Brun": 5},
            (),
            ["Ann Brun: Ann Brun", "Carl Brun: Carl Brun", "Brun: Brun"],
        ),
        (
            {"Ann Brun": 1, "Carl Voss": 1, "Brun": 5},
            (),
            ["Ann Brun: Brun, Ann Brun", "Carl Voss: Carl Voss"],
        ),
        # names that were judged to be two people
        (
            {"Jon Carver": 2, "Jon Carwer": 1},
            (("Jon Carver", "Jon Carwer"),),
            ["Jon Carver: Jon Carver", "Jon Carwer: Jon Carwer"],
        ),
        (
            {"Jon Carver": 2, "Jon Carwer": 1, "Carver": 1},
            (("Jon Carver", "Carver"),),
            ["Jon Carver: Jon Carver, Jon Carwer", "Carver: Carver"],
        ),
        (
            {"Jon Carver": 1, "Ann Brun": 1, "Ann Brunn": 1},
            (("Jon Carver", "Ann Brun"),),
            ["Ann Brun: Ann Brun, Ann Brunn", "Jon Carver: Jon Carver"],
        ),
        # a short name that comes first waits for the full one
        ({"Carver": 9, "Jon Alan Carver": 1}, (), ["Jon Alan Carver: Carver, Jon Alan Carver"]),
        # as many print each: by the alphabet
        ({"Zoe Brunn": 1, "Zoe Brunnn": 1}, (), ["Zoe Brunn: Zoe Brunn, Zoe Brunnn"]),
    ],
)
def test_spellings_of_one_name(printed, apart, expected) -> None:
    judged = frozenset(frozenset(pair) for pair in apart)
    found = cluster(printed, lambda a, b: compare_people(a, b, context=True), judged)

    assert [f"{one.name}: {', '.join(one.spellings)}" for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orvex", "Orvex Holdings"),
        ("ORVEX", "Orvex Holdings"),
        ("Orvex Fund", "Orvex Holdings"),
        ("Orvex / Nimbra", "Orvex Holdings / Nimbra"),
        ("Orvex in Nimbra", "Orvex Holdings in Nimbra"),
        ("offer for Orvex", "offer for Orvex Holdings"),
        ("Orvex: market price", "Orvex Holdings: market price"),
        ("Orvexa", "Orvexa"),
    ],
)
def test_an_approved_name_in_a_subject(claim, usd, text, expected) -> None:
    known = names({"Orvex Holdings": ("Orvex", "Orvex  fund")})
    told = claim("a", "revenue", usd("1"), text, parties=("Orvex", None))

    found = approved(told, known)

    assert found.subject == expected
    assert found.parties == ("Orvex Holdings", None)
    assert found.evidence == told.evidence
    assert approved(found, known) is found


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            Person(name="J. Brun", role="chair", organisation="Orvex"),
            Person(name="Jo Brun", role="chair", organisation="Orvex Holdings"),
        ),
        (Organisation(name="Orvex"), Organisation(name="Orvex Holdings")),
        (Quote(speaker="J. Brun", text="Orvex"), Quote(speaker="Jo Brun", text="Orvex")),
        (
            Seat(holder="J. Brun", board="Orvex"),
            Seat(holder="Jo Brun", board="Orvex Holdings"),
        ),
        (Seat(holder="J. Brun", board="Nimbra"), Seat(holder="Jo Brun", board="Nimbra")),
        (Seat(holder="Carl Voss", board="Orvex"), Seat(holder="Carl Voss", board="Orvex Holdings")),
        (Text(text="Orvex"), Text(text="Orvex")),
        (Person(role="chair"), Person(role="chair")),
    ],
)
def test_an_approved_name_in_a_value(claim, value, expected) -> None:
    known = names({"Orvex Holdings": ("Orvex",), "Jo Brun": ("J. Brun",)})
    assert approved(claim("a", "quote", value, "x"), known).value == expected


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("The Daily Example reported on Monday.", {"daily example"}),
        ("Example first reported the talks.", {"example"}),
        ("Example has reported the talks.", {"example"}),
        ("as reported by the Daily Example", {"daily example"}),
        ("according to a report in Example", {"example"}),
        ("The talks were reported in Example and a report by Sample.", {"example", "sample"}),
        ("Nobody reported it.", {"nobody"}),
        ("it was reported by many", set()),
        ("a report of a deal", set()),
        ("ExampleReported", set()),
    ],
)
def test_who_is_named_as_the_source_of_a_story(text, cites) -> None:
    assert fingerprint(text).cites == cites


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("LONDON (Agency) - It said so.", {"agency"}),
        ("New York, May 9 (Example Wire) -- It said so.", {"example wire"}),
        ("Text.\nSource: Example Wire\n", {"example wire"}),
        ("Source: Example Wire, and more", set()),
        ("LONDON (agency) - It said so.", set()),
        ("It bought Acme (Agency) for $5 million.", set()),
    ],
)
def test_the_credit_of_an_agency(text, credited) -> None:
    assert fingerprint(text).credits == credited


def source(name: str, outlet: str | None) -> SourceText:
    return SourceText(name, name, name, None, outlet, None, None, fingerprint(name))


@pytest.mark.parametrize(
    ("outlets", "texts", "expected"),
    [
        ({"a": "The Daily", "b": "Sunday"}, "o1 o2", "o1 o1"),
        ({"a": "THE  daily", "b": "sunday"}, "o1 o2", "o1 o1"),
        ({"a": "Daily", "b": "Other"}, "o1 o2", "o1 o2"),
        ({"a": "Daily", "b": None}, "o1 o2", "o1 o2"),
        ({"a": "Daily", "b": "Sunday"}, "o10 o9", "o9 o9"),
        # one copy in two families joins both
        ({"a": "Daily", "b": "Sunday", "c": "Evening", "d": "Night"}, "o1 o2 o2 o3", "o1 o1 o1 o1"),
    ],
)
def test_outlets_of_one_house_are_one_voice(outlets, texts, expected) -> None:
    families = {"House": ("The Daily", "Sunday"), "Hearth": ("Evening", "Night")}
    told = dict(zip(outlets, texts.split(), strict=True))
    found = counted_origins([source(*each) for each in outlets.items()], told, families)

    assert " ".join(found.values()) == expected


@pytest.mark.parametrize(
    ("attribute", "value", "subject", "firm"),
    [
        ("person_role", Person(name="Ann Brun", organisation="Nimbra"), "Ann Brun", "Nimbra"),
        ("board_seat", Seat(holder="Ann Brun", board="Nimbra"), "Ann Brun", "Nimbra"),
        ("founded", Text(text="1990"), "Nimbra", "Nimbra"),
        ("age", Text(text="52"), "Ann Brun", None),
        ("quote", Quote(speaker="Ann Brun", text="Yes"), "Ann Brun", None),
    ],
)
def test_the_company_that_a_claim_is_about(claim, attribute, value, subject, firm) -> None:
    assert firm_of(claim("a", attribute, value, subject)) == firm


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ("founded", True),
        ("revenue", True),
        ("person_role", True),
        ("valuation", False),
        ("deal_amount", False),
        ("stake", False),
        ("share_price", False),
        ("quote", False),
        ("other_amount", False),
    ],
)
def test_what_an_article_without_a_deal_can_add_to_one(claim, attribute, expected) -> None:
    assert may_be_guest(claim("a", attribute, Text(text="x"), "Nimbra")) is expected


def test_a_profile_is_compared_and_stays_outside_of_the_deal(claim, usd, run, make_year) -> None:
    none = {"parties": (None, None)}
    profile = claim("b", "founded", make_year("1991"), "Nimbra Inc.", **none)
    boss = Person(name="Ann Brun", role="chair", organisation="Nimbra")
    post = claim("b", "person_role", boss, "Ann Brun", **none)
    age = claim("b", "age", Text(text="52"), "Ann Brun", **none)
    stranger = claim("b", "founded", make_year("1970"), "Sarnax", **none)
    worth = claim("b", "valuation", usd("3"), "Nimbra", **none)

    report = run(
        claim("a", "deal_amount", usd("2")),
        claim("a", "founded", make_year("1990"), "Nimbra"),
        *(profile, post, age, stranger, worth),
    )

    (deal,) = report.deals
    assert deal.sources == ("a",)
    (finding,) = report.findings
    assert (finding.rule, finding.attribute, finding.deal) == ("DAT001", "founded", deal.id)
    assert profile.id in finding.claims
    homeless = {left.claim for left in report.not_compared if "no deal" in left.reason}
    assert homeless == {stranger.id, worth.id}
    assert {left.reason for left in report.not_compared if left.claim == worth.id} == {
        "its article reports no deal"
    }
