"""Articles are held to approved facts and names."""

from __future__ import annotations

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.report import Deal
from dealfacts.model.values import Person
from dealfacts.model.vocabulary import Basis, Modality
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.pins import Pin, PinnedName, Pins, Told, differing
from dealfacts.reconciler.reconcile import reconcile
from dealfacts.reconciler.settings import Settings

PLACE = "facts.toml:3"


def pin(phrase, attribute="deal_amount", deal="Orvex / Nimbra", subject="", **more) -> Pin:
    value, hedge = read_phrase(phrase)
    fields = {"period": None, "place": PLACE, **more}
    return Pin(deal, attribute, subject, value=value, hedge=hedge, shown=phrase, **fields)


@pytest.fixture
def says(claim):
    def build(source, phrase, attribute="deal_amount", subject="Orvex / Nimbra", **more):
        value, hedge = read_phrase(phrase)
        return claim(source, attribute, value, subject, quote=phrase, hedge=hedge, **more)

    return build


def held(pins: Pins, *claims):
    """The findings of approved facts and names."""
    sources = [
        SourceText(name, name, f"The {name}", None, None, None, None, fingerprint(f"{name} {at}"))
        for at, name in enumerate(sorted({claim.source for claim in claims}))
    ]
    report = reconcile(claims, sources, Settings(pins=pins))
    return [finding for finding in report.findings if finding.rule.startswith("FCT")]


def test_each_article_that_differs_is_a_finding(says) -> None:
    claims = [says("a", "$15 billion"), says("b", "$14.3 billion"), says("c", "$15 billion")]

    found = held(Pins((pin("$14.3 billion", note="the filing"),)), *claims)

    assert sorted(finding.message for finding in found) == [
        f"Deal amount of Orvex / Nimbra: The {name} says $15 billion, approved is $14.3 billion "
        "(facts.toml:3: the filing)"
        for name in "ac"
    ]
    assert {(f.rule, f.severity, f.relation) for f in found} == {("FCT001", "error", "conflict")}
    assert {f.claims for f in found} == {(claims[0].id,), (claims[2].id,)}
    assert all(f.deal and f.attribute == "deal_amount" for f in found)
    assert "two plain figures that differ" in found[0].reasons[0]


def test_one_article_is_one_finding_however_often_it_says_so(says) -> None:
    claims = [says("a", "$15 billion", sentence=at) for at in range(3)]

    (finding,) = held(Pins((pin("$14.3 billion"),)), *claims)

    assert set(finding.claims) == {claim.id for claim in claims}


@pytest.mark.parametrize(
    ("phrase", "more"),
    [
        ("nearly $15 billion", {}),
        ("$14 billion", {}),
        ("$15 billion", {"modality": Modality.DENIED}),
        ("$15 billion", {"modality": Modality.FORMER}),
    ],
)
def test_what_does_not_contradict_is_no_finding(says, phrase, more) -> None:
    assert held(Pins((pin("$14.3 billion"),)), says("a", phrase, **more)) == []


def test_a_claim_that_was_dealt_with_is_no_finding(says) -> None:
    told = says("a", "$15 billion")

    assert held(Pins((pin("$14.3 billion"),), settled=frozenset({told.id})), told) == []


def test_a_stated_basis_makes_it_a_note(says) -> None:
    (finding,) = held(
        Pins((pin("$14.3 billion"),)), says("a", "$15 billion", basis=Basis.INCLUDING_DEBT)
    )

    assert finding.severity == "note"


@pytest.mark.parametrize(
    ("approved", "asked"),
    [
        (pin("$2 billion", "revenue", subject="Nimbra", period="2030"), True),
        (pin("$2 billion", "revenue", subject="", period="2030"), True),
        (pin("$2 billion", "revenue", subject="Nimbra Inc.", period="2030"), True),
        (pin("$2 billion", "revenue", subject="Nimbra", period="2030", deal=""), True),
        (pin("$2 billion", "revenue", subject="Nimbra", period="2030", deal="Nimbra"), True),
        (pin("$2 billion", "revenue", subject="Nimbra", period="2031"), False),
        (pin("$2 billion", "revenue", subject="Orvex", period="2030"), False),
        (pin("$2 billion", "revenue", subject="Nimbra", period="2030", deal="Quillon"), False),
        (pin("$2 billion", "profit", subject="Nimbra", period="2030"), False),
        (
            pin("$2 billion", "revenue", subject="Nimbra", period="2030", deal="Orvex / Quillon"),
            False,
        ),
    ],
)
def test_a_fact_is_held_to_what_was_approved_of_it(says, approved, asked) -> None:
    price = says("a", "$14.3 billion")
    sales = says("a", "$5 billion", "revenue", "Nimbra", period="2030")

    assert bool(held(Pins((approved,)), price, sales)) is asked


def test_a_name_spelled_otherwise(claim, says) -> None:
    def boss(source, name):
        value = Person(name=name, role="chief executive", organisation="Nimbra")
        return claim(source, "person_role", value, name)

    claims = [boss("a", "Alexandr Brun"), boss("b", "Alexander Brun"), boss("c", "Carl Voss")]
    claims += [says(source, "$14.3 billion") for source in "abc"]
    name = PinnedName("Orvex / Nimbra", "Alexander Brun", PLACE)

    (finding,) = held(Pins(names=(name,)), *claims)

    assert finding.message == (
        "The a spells “Alexandr Brun”, approved is “Alexander Brun” (facts.toml:3)"
    )
    assert finding.reasons == ('"alexander" is spelled "alexandr"',)
    assert (finding.rule, finding.severity, finding.subject) == (
        "FCT002",
        "warning",
        "Alexander Brun",
    )
    assert finding.claims == (claims[0].id,)
    assert held(Pins(names=(name,), settled=frozenset({claims[0].id})), *claims) == []
    elsewhere = PinnedName("Quillon", "Alexander Brun", PLACE)
    assert held(Pins(names=(elsewhere,)), *claims) == []


def test_a_party_spelled_otherwise(says) -> None:
    told = says("a", "$15 billion", parties=("Orvex", "Nimbraa Widgets"))

    found = held(Pins(names=(PinnedName("", "Nimbra Widgets", PLACE),)), told)

    assert [finding.message for finding in found] == [
        "The a spells “Nimbraa Widgets”, approved is “Nimbra Widgets” (facts.toml:3)"
    ]


def test_slips_of_a_name_stand_by_article_and_spelling(claim) -> None:
    def boss(source, name, sentence):
        value = Person(name=name, role="chief executive", organisation="Nimbra")
        return claim(source, "person_role", value, name, sentence=sentence)

    told = [
        boss("b", "Marten Drosste", 1),
        boss("a", "Carla Voss", 2),
        boss("a", "Martin Droste", 3),
        boss("a", "Marten Drosste", 4),
        boss("a", "Marten Droste", 5),
    ]
    pins = Pins(names=(PinnedName("Orvex / Nimbra", "Marten Droste", PLACE),))

    found = differing(pins, _told(told))

    assert [finding.message for finding in found] == [
        "A spells “Marten Drosste”, approved is “Marten Droste” (facts.toml:3)",
        "A spells “Martin Droste”, approved is “Marten Droste” (facts.toml:3)",
        "b spells “Marten Drosste”, approved is “Marten Droste” (facts.toml:3)",
    ]
    assert [finding.claims for finding in found] == [(told[at].id,) for at in (3, 2, 0)]
    assert found[0].reasons == ('"drosste" is spelled "droste"',)
    assert {(f.rule, f.attribute, f.subject, f.severity) for f in found} == {
        ("FCT002", "person_name", "Marten Droste", "warning")
    }


def _told(claims) -> Told:
    """Claims of one deal, by id, in the order given."""
    deal = Deal(id="d-1", label="Orvex / Nimbra", acquirer="Orvex", target="Nimbra", sources=())
    here = [claim.model_copy(update={"deal": "d-1"}) for claim in claims]
    return Told({"d-1": deal}, (), {claim.id: claim for claim in here}, {"a": "A"})


@pytest.mark.parametrize(
    ("deal", "expected"),
    [
        ("", True),
        ("Orvex", True),
        ("Nimbra", True),
        ("Nimbra / Orvex", True),
        ("Orvex Inc. / Nimbra", True),
        ("Orvex / Sarnax", False),
        ("Sarnax", False),
        (" / ", True),
    ],
)
def test_the_deal_that_a_name_is_approved_for(claim, deal, expected) -> None:
    value = Person(name="Marten Drosste", role="chair", organisation="Nimbra")
    told = _told([claim("a", "person_role", value, "Marten Drosste")])

    found = differing(Pins(names=(PinnedName(deal, "Marten Droste", PLACE),)), told)

    assert bool(found) is expected


def test_the_price_of_a_deal_has_no_other_subject(says) -> None:
    told = says("a", "$15 billion")

    (finding,) = held(Pins((pin("$14.3 billion", subject="Sarnax"),)), told)

    assert finding.claims == (told.id,)
    assert held(Pins((pin("$14.3 billion", "revenue", subject="Sarnax"),)), told) == []
