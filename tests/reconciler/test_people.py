"""Names and posts across articles: spellings, two names for one person, two people in one post."""

from __future__ import annotations

from datetime import date

from dealfacts.model.values import Person, Quote, Seat
from dealfacts.model.vocabulary import Cause, Change, Modality, Severity, Status


def role(claim, source, name, post="CEO", firm="Nimbra", **more):
    change = more.pop("change", None)
    value = Person(name=name, role=post, organisation=firm, change=change)
    return claim(source, "person_role", value, name, **more)


def test_a_spelling_variant_links_the_person_and_is_a_finding(claim, run):
    report = run(
        role(claim, "a", "Marten Droste"),
        role(claim, "b", "Marten Droste"),
        role(claim, "c", "Marten Drosste"),
    )
    (finding,) = report.findings
    assert (finding.rule, finding.cause, finding.severity) == (
        "NAM001",
        Cause.SPELLING,
        Severity.WARNING,
    )
    assert "2 origins" in finding.message
    posts = [fact for fact in report.facts if fact.attribute == "person_role"]
    assert [fact.status for fact in posts] == [Status.AGREEMENT]
    names = next(fact for fact in report.facts if fact.attribute == "person_name")
    assert [camp.value for camp in names.camps] == ["Marten Droste", "Marten Drosste"]


def test_two_surnames_in_one_slot_are_a_conflict_of_names(claim, run):
    report = run(
        role(claim, "a", "Priya Kolvan", "analyst", "Brandt Securities"),
        role(claim, "b", "Priya Sundaresh", "analyst", "Brandt Securities"),
    )
    (finding,) = report.findings
    assert (finding.rule, finding.severity) == ("NAM002", Severity.ERROR)
    (post,) = [fact for fact in report.facts if fact.attribute == "person_role"]
    assert post.status is Status.AGREEMENT
    assert post.subject == "analyst of Brandt Securities"
    assert post.camps[0].value == "analyst, Brandt Securities"


def test_what_only_one_of_two_names_is_said_to_do_stays_with_that_name(claim, run):
    def said(source, name, words):
        return claim(source, "quote", Quote(speaker=name, text=words), name, sentence=1)

    report = run(
        role(claim, "a", "Priya Kolvan", "analyst", "Brandt Securities"),
        role(claim, "b", "Priya Sundaresh", "analyst", "Brandt Securities"),
        role(claim, "b", "Priya Sundaresh", "director", "Brandt Securities", sentence=2),
        said("a", "Priya Kolvan", "The price is full and the market knows it well"),
        said("b", "Priya Sundaresh", "Nobody else was ready to pay as much for so little"),
    )
    told = {(fact.attribute, fact.subject, fact.status) for fact in report.facts}
    assert ("quote", "Priya Kolvan", Status.SINGLE_SOURCE) in told
    assert ("quote", "Priya Sundaresh", Status.SINGLE_SOURCE) in told
    directs = "Priya Sundaresh: director of Brandt Securities"
    assert ("person_role", directs, Status.SINGLE_SOURCE) in told


def test_two_people_of_one_article_are_two_people(claim, run):
    report = run(
        role(claim, "a", "Priya Kolvan", "analyst", "Brandt Securities"),
        role(claim, "a", "Priya Sundaresh", "analyst", "Brandt Securities"),
    )
    assert not report.findings


def test_two_holders_of_one_chair(claim, run):
    report = run(role(claim, "a", "Ann Brun"), role(claim, "b", "Carl Voss", "chief executive"))
    assert [(f.rule, f.attribute) for f in report.findings] == [("ROL001", "person_role")]


def test_a_succession_is_no_conflict(claim, run):
    interim = run(role(claim, "a", "Ann Brun"), role(claim, "b", "Carl Voss", "interim CEO"))
    former = run(
        role(claim, "a", "Ann Brun", modality=Modality.FORMER), role(claim, "b", "Carl Voss")
    )
    joining = run(role(claim, "a", "Ann Brun"), role(claim, "b", "Carl Voss", change=Change.JOINS))
    years = {"a": date(2021, 1, 1), "b": date(2031, 1, 1)}
    apart = run(role(claim, "a", "Ann Brun"), role(claim, "b", "Carl Voss"), published=years)
    assert not any(report.findings for report in (interim, former, joining, apart))


def test_roles_that_many_hold_do_not_conflict(claim, run):
    report = run(
        role(claim, "a", "Ann Brun", "analyst"),
        role(claim, "b", "Carl Voss", "analyst"),
        role(claim, "a", "Ann Brun", "keeper of the flame"),
        role(claim, "b", "Ann Brun", "key position"),
        role(claim, "b", "Ann Brun", None),
    )
    assert not report.findings
    posts = {fact.subject for fact in report.facts}
    assert "Ann Brun: position of Nimbra" in posts


def test_founder_and_co_founder_are_one_post(claim, run):
    report = run(
        role(claim, "a", "Ann Brun", "founder"), role(claim, "b", "Ann Brun", "co-founder")
    )
    assert [fact.status for fact in report.facts] == [Status.AGREEMENT]


def test_a_post_is_one_fact_under_the_firm_its_parent_or_none(claim, run):
    report = run(
        role(claim, "a", "Ann Brun"),
        role(claim, "b", "Ann Brun"),
        role(claim, "c", "Ann Brun", firm="Orvex"),
        role(claim, "d", "Ann Brun", firm=None),
        role(claim, "a", "Carl Voss", firm="Orvex"),
    )
    posts = {fact.subject: fact.status for fact in report.facts}
    assert posts == {
        "Ann Brun: chief executive of Nimbra": Status.AGREEMENT,
        "Carl Voss: chief executive of Orvex": Status.SINGLE_SOURCE,
    }
    assert not report.findings


def test_two_posts_of_one_article_stay_two(claim, run):
    report = run(
        role(claim, "a", "Ann Brun", "chairman"),
        role(claim, "a", "Ann Brun", "chairman", "Orvex"),
        role(claim, "b", "Ann Brun", "chairman"),
    )
    assert {fact.subject for fact in report.facts} == {
        "Ann Brun: chairman of Nimbra",
        "Ann Brun: chairman of Orvex",
    }


def test_a_misspelt_organisation_is_a_note(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("2.1")),
        claim("b", "deal_amount", usd("2.1")),
        claim("c", "deal_amount", usd("2.1"), "Orvex / Nimbrra", parties=("Orvex", "Nimbrra")),
    )
    (finding,) = report.findings
    assert (finding.rule, finding.severity) == ("ORG001", Severity.NOTE)
    assert "“Nimbra” (a, b; 2 origins) against “Nimbrra” (c; 1 origin)" in finding.message


def posts(run, claim, *told, **more):
    report = run(*(role(claim, source, "Ann Brun", post) for source, post in told), **more)
    return [(finding.rule, finding.severity) for finding in report.findings]


def test_a_post_and_its_lower_or_honorary_form_are_a_conflict(claim, run):
    warned = [("ROL001", Severity.WARNING)]
    assert posts(run, claim, ("a", "chairman"), ("b", "chairman emeritus")) == warned
    assert posts(run, claim, ("a", "chairman"), ("b", "vice chairman")) == warned
    assert posts(run, claim, ("a", "CEO"), ("b", "deputy chief executive")) == warned


def test_the_words_for_one_post_are_none(claim, run):
    assert posts(run, claim, ("a", "CEO"), ("b", "chief executive")) == []
    assert posts(run, claim, ("a", "chair"), ("b", "non-executive chairman")) == []


def test_posts_that_are_held_together_are_none(claim, run):
    assert posts(run, claim, ("a", "chairman"), ("b", "CEO")) == []
    assert posts(run, claim, ("a", "founder"), ("b", "CEO")) == []
    assert posts(run, claim, ("a", "chairman"), ("b", "president")) == [("ROL001", Severity.NOTE)]
    told = ("a", "CEO"), ("b", "CEO"), ("c", "chairman")
    assert posts(run, claim, *told) == [("ROL001", Severity.NOTE)]
    assert posts(run, claim, *told, ("d", "chairman"), ("d", "CEO")) == []
    assert posts(run, claim, ("a", "founder"), ("b", "founder"), ("c", "CEO")) == []
    both = ("a", "chairman"), ("b", "president"), ("c", "chairman"), ("c", "president")
    assert posts(run, claim, *both) == []


def test_two_posts_of_one_person_are_told_with_person_and_company(claim, run):
    report = run(
        role(claim, "a", "Ann Brun", "chief executive"),
        role(claim, "b", "Ann Brun", "chief financial officer"),
    )
    (finding,) = report.findings
    assert finding.message.startswith("Two posts of one person, Ann Brun at Nimbra: “chief exec")
    assert {fact.status for fact in report.facts if fact.id == finding.fact} == {Status.CONFLICT}


def test_who_changes_posts_has_two(claim, run):
    report = run(
        role(claim, "a", "Ann Brun", "chief executive"),
        role(claim, "b", "Ann Brun", "deputy chief executive", modality=Modality.FORMER),
    )
    assert not report.findings


def test_given_names_that_sound_alike_in_one_post_are_one_person(claim, run):
    for one, other in (("Graham Roe", "Graeme Roe"), ("Elaine Orme", "Elena Orme")):
        report = run(role(claim, "a", one), role(claim, "b", other))
        (finding,) = report.findings
        assert (finding.rule, finding.severity) == ("NAM001", Severity.WARNING)
        (post,) = [fact for fact in report.facts if fact.attribute == "person_role"]
        assert (post.status, post.subject) == (Status.AGREEMENT, "chief executive of Nimbra")


def test_short_names_and_other_families_stay_two_people_in_one_post(claim, run):
    for one, other in (("John Roe", "Jane Roe"), ("Graham Roe", "Graeme Orme")):
        report = run(role(claim, "a", one), role(claim, "b", other))
        assert [finding.rule for finding in report.findings] == ["ROL001"]


def test_the_evidence_of_a_spelling_is_where_the_name_stands(claim, run):
    seat = Seat(holder="Marten Drosste", board="Nimbra", change=Change.LEAVES)
    quoted = "“Marten Drosste” leaves"
    report = run(
        role(claim, "a", "Marten Droste", quote="Marten Droste"),
        claim("b", "board_seat", seat, "Marten Drosste", quote="leaves the board"),
        role(claim, "b", "Marten Drosste", quote=quoted, sentence=2),
    )
    finding = next(finding for finding in report.findings if finding.rule == "NAM001")
    claims = {one.id: one.evidence.quote for one in report.claims}
    assert {claims[one] for one in finding.claims[:2]} == {"Marten Droste", quoted}
