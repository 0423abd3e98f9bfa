"""Who holds which post: the facts and findings about people, to the letter."""

# ruff: noqa: E501  a message stands in one line
from __future__ import annotations

from datetime import date, timedelta

import pytest

from dealfacts.model.values import Person, Quote, Seat
from dealfacts.model.vocabulary import Change, Modality

DAY = date(2031, 3, 1)


@pytest.fixture
def tell(claim, run):
    """What is found about rows like "a Ann Brun | chief executive | Nimbra"; the source may have a day."""

    def build(*rows, published=None, **more):
        claims = []
        for at, row in enumerate(rows):
            who, role, firm = (part.strip() for part in row.split("|"))
            source, _, name = who.partition(" ")
            value = Person(name=name, role=role or None, organisation=firm or None)
            claims.append(
                claim(source, "person_role", value, name, sentence=at, quote=f"{role} {name}")
            )
        days = {name: DAY + timedelta(days=day) for name, day in (published or {}).items()}
        return run(*claims, published=days, **more)

    return build


SAME = "one person at a time is chief executive of Nimbra"
GRAHAM = "given names that sound alike, both named as analyst of Nimbra"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # two spellings, the one that more origins print first
        (
            [
                "a Marten Drosste | analyst | Nimbra",
                "b Marten Droste | analyst | Nimbra",
                "c Marten Droste | analyst | Nimbra",
            ],
            [
                "NAM001 warning: One person, spelled differently: “Marten Droste” (b, c; 2 origins) against “Marten Drosste” (a; 1 origin) <“Drosste” is spelled “Droste”>"
            ],
        ),
        # as many print each: by the alphabet
        (
            ["b Marten Droste | analyst | Nimbra", "a Marten Drosste | analyst | Nimbra"],
            [
                "NAM001 warning: One person, spelled differently: “Marten Drosste” (a; 1 origin) against “Marten Droste” (b; 1 origin) <“Drosste” is spelled “Droste”>"
            ],
        ),
        # a short form is no spelling
        (["a Marten Droste | analyst | Nimbra", "b Droste | analyst | Nimbra"], []),
        (["a William Droste | analyst | Nimbra", "b Bill Droste | analyst | Nimbra"], []),
        # one given name, two family names
        (
            ["a Priya Kolvan | analyst | Nimbra", "b Priya Sundaresh | analyst | Nimbra"],
            [
                "NAM002 error: Different names for one person: “Priya Kolvan” (a; 1 origin) against “Priya Sundaresh” (b; 1 origin) <the same given name, both named as analyst of Nimbra>"
            ],
        ),
        (["a P. Kolvan | analyst | Nimbra", "b P. Sundaresh | analyst | Nimbra"], []),
        (["a Priya Kolvan | analyst | Nimbra", "b Priya Sundaresh | analyst | Sarnax"], []),
        (["a Priya Kolvan | analyst | Nimbra", "b Priya Sundaresh | director | Nimbra"], []),
        (["a Kolvan | analyst | Nimbra", "b Sundaresh | analyst | Nimbra"], []),
        (
            ["a Jo Kolvan | analyst | Nimbra", "b Jo Sundaresh | analyst | Nimbra"],
            [
                "NAM002 error: Different names for one person: “Jo Kolvan” (a; 1 origin) against “Jo Sundaresh” (b; 1 origin) <the same given name, both named as analyst of Nimbra>"
            ],
        ),
        # one post, of which an article does not say where it is
        (
            ["a Priya Kolvan | chief executive | Nimbra", "b Priya Kossmann | chief executive | "],
            [
                "NAM002 error: Different names for one person: “Priya Kolvan” (a; 1 origin) against “Priya Kossmann” (b; 1 origin) <the same given name, both named as chief executive>"
            ],
        ),
        (["a Priya Kolvan | chief executive | Nimbra", "b Priya Roe | chief executive | "], []),
        (["a Priya Kolvan | analyst | Nimbra", "b Priya Kossmann | analyst | "], []),
        (["a Ida Roe | chief executive | Nimbra", "b Ann Lund | chief executive | "], []),
        # given names that sound alike
        (
            ["a Graham Roe | analyst | Nimbra", "b Graeme Roe | analyst | Nimbra"],
            [
                f"NAM001 warning: One person, spelled differently: “Graeme Roe” (b; 1 origin) against “Graham Roe” (a; 1 origin) <{GRAHAM}>"
            ],
        ),
        (["a John Roe | analyst | Nimbra", "b Jean Roe | analyst | Nimbra"], []),
        # family names that sound alike, even where one article has both
        (
            ["a Jane O'Neill | analyst | Nimbra", "a Jane O'Neal | analyst | Nimbra"],
            [
                "NAM001 warning: One person, spelled differently: “Jane O'Neal” (a; 1 origin) against “Jane O'Neill” (a; 1 origin) <the same given name, family names that sound alike, both named as analyst of Nimbra>"
            ],
        ),
        (["a Jane O'Neill | analyst | Nimbra", "b Joan O'Neal | analyst | Nimbra"], []),
        (["a Emilia Roe | analyst | Nimbra", "b Amalia Roe | analyst | Nimbra"], []),
        (["a Graham Roe | analyst | Nimbra", "b Graeme Low | analyst | Nimbra"], []),
        (["a Graham Roe | analyst | Nimbra", "a Graeme Roe | analyst | Nimbra"], []),
        # a name alone is no given name that two share
        (["a Priya | analyst | Nimbra", "b Priya Sundaresh | analyst | Nimbra"], []),
        (["a Priya Sundaresh | analyst | Nimbra", "b Priya | analyst | Nimbra"], []),
        (
            ["a Priya K. | analyst | Nimbra", "b Priya Sundaresh | analyst | Nimbra"],
            [
                "NAM002 error: Different names for one person: “Priya K.” (a; 1 origin) against “Priya Sundaresh” (b; 1 origin) <the same given name, both named as analyst of Nimbra>"
            ],
        ),
        # a family name that fits two of them
        (
            [
                "a Graham Roe | analyst | Nimbra",
                "b Graeme Roe | analyst | Nimbra",
                "c Roe | analyst | Nimbra",
            ],
            [
                f"NAM001 warning: One person, spelled differently: “Graeme Roe” (b; 1 origin) against “Graham Roe” (a; 1 origin) <{GRAHAM}>"
            ],
        ),
        # three spellings are each set against the one that is printed most, or the first
        (
            [
                "a Martin Drostee | analyst | Nimbra",
                "b Marten Droste | analyst | Nimbra",
                "c Marten Droste | analyst | Nimbra",
                "d Marten Drosde | analyst | Nimbra",
            ],
            [
                "NAM001 warning: One person, spelled differently: “Marten Droste” (b, c; 2 origins) against “Marten Drosde” (d; 1 origin) against “Martin Drostee” (a; 1 origin) <“Drosde” is spelled “Droste”; “Droste” is spelled “Drostee”; “Marten” is spelled “Martin”>"
            ],
        ),
        # two people in one chair
        (
            ["a Ann Brun | chief executive | Nimbra", "b Carl Voss | CEO | Nimbra"],
            [
                f"ROL001 warning: Two people in one post: “Ann Brun” (a; 1 origin) against “Carl Voss” (b; 1 origin) <{SAME}>"
            ],
        ),
        (["a Ann Brun | chief executive | Nimbra", "b Carl Voss | CEO | Sarnax"], []),
        (["a Ann Brun | chief executive | Nimbra", "a Carl Voss | CEO | Nimbra"], []),
        (["a Ann Brun | analyst | Nimbra", "b Carl Voss | analyst | Nimbra"], []),
        (
            [
                "a Ann Brun | chief executive | Nimbra",
                "b Carl Voss | interim chief executive | Nimbra",
            ],
            [],
        ),
        (
            [
                "a Ann Brun | chief executive | Nimbra",
                "b Carl Voss | deputy chief executive | Nimbra",
            ],
            [],
        ),
        (["a Ann Brun | chief executive | ", "b Carl Voss | CEO | "], []),
    ],
)
def test_people_and_posts(tell, rows, expected) -> None:
    found = [
        f"{one.rule} {one.severity}: {one.message} <{'; '.join(one.reasons)}>"
        for one in tell(*rows).findings
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [(0, 60, True), (0, 61, False), (61, 0, False), (60, 0, True), (0, None, True)],
)
def test_two_months_later_somebody_else_has_the_post(tell, first, second, found) -> None:
    rows = ["a Ann Brun | chief executive | Nimbra", "b Carl Voss | CEO | Nimbra"]
    days = {name: day for name, day in (("a", first), ("b", second)) if day is not None}

    assert bool(tell(*rows, published=days).findings) is found


@pytest.mark.parametrize(
    ("modality", "change", "found"),
    [
        (Modality.ACTUAL, None, True),
        (Modality.FORMER, None, False),
        (Modality.INCOMING, None, False),
        (Modality.DENIED, None, False),
        (Modality.ACTUAL, Change.JOINS, False),
        (Modality.ACTUAL, Change.LEAVES, False),
        (Modality.EXPECTED, None, True),
    ],
)
def test_a_post_that_changes_hands_has_two_holders(claim, run, modality, change, found) -> None:
    ann = Person(name="Ann Brun", role="chief executive", organisation="Nimbra", change=change)
    carl = Person(name="Carl Voss", role="chief executive", organisation="Nimbra")

    report = run(
        claim("a", "person_role", ann, "Ann Brun", modality=modality),
        claim("b", "person_role", carl, "Carl Voss"),
    )

    assert bool([one for one in report.findings if one.rule == "ROL001"]) is found


def test_the_fact_and_the_evidence_of_two_people_in_one_chair(tell) -> None:
    report = tell(
        "a Ann Brun | chief executive | Nimbra",
        "b Carl Voss | chief executive | Nimbra",
        "c Carl Voss | chief executive | Nimbra",
    )

    (finding,) = report.findings
    (fact,) = (one for one in report.facts if one.id == finding.fact)
    post = "chief executive of Nimbra"
    assert (fact.attribute, fact.subject, finding.subject) == ("person_role", post, post)
    assert (fact.status, fact.contested, fact.consensus) == ("conflict", True, "Carl Voss")
    assert [(camp.value, camp.sources, camp.origins) for camp in fact.camps] == [
        ("Carl Voss", ("b", "c"), 2),
        ("Ann Brun", ("a",), 1),
    ]
    by_source = {claim.source: claim.id for claim in report.claims}
    assert finding.claims == (by_source["b"], by_source["a"], by_source["c"])
    assert finding.cause == "unknown"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a post and its lower form
        (
            ["a Ann Brun | chairman | Nimbra", "b Ann Brun | vice chairman | Nimbra"],
            [
                "warning: Two posts of one person, Ann Brun at Nimbra: “chairman” (a; 1 origin) against “vice chairman” (b; 1 origin) <one person; no article gives both posts, and few people hold them together>"
            ],
        ),
        # whoever has both in one article holds both
        (
            [
                "a Ann Brun | chairman | Nimbra",
                "a Ann Brun | vice chairman | Nimbra",
                "b Ann Brun | chairman | Nimbra",
            ],
            [],
        ),
        # posts that go together: only where several articles leave one out
        (["a Ann Brun | chairman | Nimbra", "b Ann Brun | chief executive | Nimbra"], []),
        (
            [
                "a Ann Brun | chairman | Nimbra",
                "b Ann Brun | chief executive | Nimbra",
                "c Ann Brun | chief executive | Nimbra",
            ],
            [
                "note: Two posts of one person, Ann Brun at Nimbra: “chief executive” (b, c; 2 origins) against “chairman” (a; 1 origin) <one person; no article gives both posts, though people often hold them together>"
            ],
        ),
        # of two companies, or unranked
        (
            [
                "a Ann Brun | chairman | Nimbra",
                "a Ann Brun | director | Sarnax",
                "b Ann Brun | vice chairman | Sarnax",
            ],
            [],
        ),
        (["a Ann Brun | analyst | Nimbra", "b Ann Brun | vice chairman | Nimbra"], []),
    ],
)
def test_two_posts_of_one_person(tell, rows, expected) -> None:
    found = [
        f"{one.severity}: {one.message} <{'; '.join(one.reasons)}>" for one in tell(*rows).findings
    ]
    assert found == expected


@pytest.mark.parametrize("change", [Change.JOINS, Change.LEAVES, Change.REMAINS])
def test_who_moves_may_have_had_two_posts(claim, run, change) -> None:
    def post(source, role, **more):
        value = Person(name="Ann Brun", role=role, organisation="Nimbra", **more)
        return claim(source, "person_role", value, "Ann Brun")

    report = run(post("a", "chairman", change=change), post("b", "vice chairman"))

    assert bool(report.findings) is (change is Change.REMAINS)


@pytest.mark.parametrize(
    ("rows", "subjects"),
    [
        (["a Ann Brun | co-founder | Nimbra"], ["Ann Brun: founder of Nimbra"]),
        (["a Ann Brun | interim CEO | Nimbra"], ["Ann Brun: interim chief executive of Nimbra"]),
        (
            ["a Ann Brun | deputy chief executive | Nimbra"],
            ["Ann Brun: deputy chief executive of Nimbra"],
        ),
        (["a Ann Brun | strange job | Nimbra"], ["Ann Brun: position of Nimbra"]),
        (["a Ann Brun |  | Nimbra"], ["Ann Brun: position of Nimbra"]),
        (["a Ann Brun | CEO | "], ["Ann Brun: chief executive of ?"]),
        # one post under a firm, its brand or none: where most put it
        (
            [
                "a Ann Brun | CEO | Nimbra",
                "b Ann Brun | CEO | ",
                "c Ann Brun | CEO | Sarnax",
                "d Ann Brun | CEO | Nimbra",
            ],
            ["Ann Brun: chief executive of Nimbra"],
        ),
        # as many: the party of the deal
        (
            ["a Ann Brun | CEO | Arlo", "b Ann Brun | CEO | Nimbra"],
            ["Ann Brun: chief executive of Nimbra"],
        ),
        # one post in two wordings; two positions that no list knows are two
        (
            ["a Ann Brun | CEO | Nimbra", "b Ann Brun | chief executive officer | "],
            ["Ann Brun: chief executive of Nimbra"],
        ),
        (
            ["a Ann Brun | strange job | Nimbra", "b Ann Brun | other work | Sarnax"],
            ["Ann Brun: position of Nimbra", "Ann Brun: position of Sarnax"],
        ),
        (
            ["a Ann Brun | strange job | Nimbra", "b Ann Brun | Strange Job | "],
            ["Ann Brun: position of Nimbra"],
        ),
        # set side by side in one article they are two posts
        (
            ["a Ann Brun | CEO | Nimbra", "a Ann Brun | CEO | Sarnax", "b Ann Brun | CEO | "],
            ["Ann Brun: chief executive of Nimbra", "Ann Brun: chief executive of Sarnax"],
        ),
    ],
)
def test_whose_post_it_is(tell, rows, subjects) -> None:
    report = tell(*rows)
    assert [fact.subject for fact in report.facts if fact.attribute == "person_role"] == subjects


def test_nobody_is_compared_with_nobody(claim, run) -> None:
    told = [
        claim("a", "person_role", Person(role="chair", organisation="Nimbra"), "the chair"),
        claim("a", "board_seat", Seat(board="Nimbra"), "a seat"),
        claim("a", "board_seat", Seat(holder="Ann Brun"), "Ann Brun"),
        claim("a", "quote", Quote(speaker="Ann Brun", text="We are glad"), "Ann Brun"),
    ]
    report = run(*told)

    assert {left.claim: left.reason for left in report.not_compared} == {
        told[0].id: "the person is not named",
        told[1].id: "the holder of the seat is not named",
    }
    assert sorted(fact.subject for fact in report.facts) == [
        "Ann Brun",
        "Ann Brun on the board of ?",
    ]


def test_the_best_evidence_of_a_spelling_is_where_the_name_stands(claim, run) -> None:
    def words(source, name, value, attribute, quote, sentence):
        return claim(source, attribute, value, name, quote=quote, sentence=sentence)

    def post(source, name, quote, sentence):
        value = Person(name=name, role="analyst", organisation="Nimbra")
        return words(source, name, value, "person_role", quote, sentence)

    def says(source, name, quote, sentence):
        value = Quote(speaker=name, text=f"words of {source}")
        return words(source, name, value, "quote", quote, sentence)

    hidden = post("a", "Marten Droste", "the analyst", 1)
    spoken = says("a", "Marten Droste", "words, said Marten Droste", 2)
    named = post("a", "Marten Droste", "Marten Droste, the analyst", 3)
    other = post("b", "Marten Drosste", "Marten Drosste, the analyst", 1)

    (finding,) = (f for f in run(hidden, spoken, named, other).findings if f.rule == "NAM001")

    assert finding.claims == (other.id, named.id, spoken.id, hidden.id)


def test_what_a_person_says_hides_no_post(claim, run) -> None:
    def both(source, name):
        value = Person(name=name, role="chief executive", organisation="Nimbra")
        said = Quote(speaker=name, text=f"the words of {name}")
        return (
            claim(source, "quote", said, name),
            claim(source, "person_role", value, name, sentence=1),
        )

    (finding,) = run(*both("a", "Ann Brun"), *both("b", "Carl Voss")).findings

    assert finding.rule == "ROL001"


@pytest.mark.parametrize(
    ("modality", "change", "found"),
    [
        (Modality.ACTUAL, None, True),
        (Modality.FORMER, None, False),
        (Modality.ACTUAL, Change.LEAVES, False),
    ],
)
def test_who_had_the_post_before_is_somebody_else(claim, run, modality, change, found) -> None:
    before = Person(name="Priya Kolvan", role="analyst", organisation="Nimbra", change=change)
    now = Person(name="Priya Sundaresh", role="analyst", organisation="Nimbra")

    report = run(
        claim("a", "person_role", before, "Priya Kolvan", modality=modality),
        claim("b", "person_role", now, "Priya Sundaresh"),
    )

    assert [one.rule for one in report.findings] == ["NAM002"] * found


def test_two_employers_that_somebody_left_are_no_one_post(claim, run) -> None:
    told = [
        claim(
            source,
            "person_role",
            Person(name="Ann Brun", role="former trader", organisation=firm),
            "Ann Brun",
            modality=Modality.FORMER,
        )
        for source, firm in (("a", "Sarnax"), ("b", "Arlo"))
    ]

    subjects = [fact.subject for fact in run(*told).facts]

    assert subjects == ["Ann Brun: trader of Arlo", "Ann Brun: trader of Sarnax"]


def test_a_post_is_shown_with_the_name_and_the_firm_that_most_articles_print(tell) -> None:
    report = tell(
        "a Ann Brunn | chief executive | ",
        "b Ann Brun | CEO | ",
        "c Ann Brun | CEO | Nimbra",
        "d Ann Brun | CEO | Nimbra",
    )

    shown = [f.consensus for f in report.facts if f.attribute == "person_role"]

    assert shown == ["Ann Brun, CEO, Nimbra"]


def _posts(report):
    """Each fact about a post as its subject and the articles of its camps."""
    return {
        fact.subject: (fact.consensus, fact.camps[0].sources)
        for fact in report.facts
        if fact.attribute == "person_role"
    }


def test_the_boss_is_the_chief_executive(tell) -> None:
    report = tell(
        "a Ann Brun | boss | Nimbra",
        "b Ann Brun | chief executive | Nimbra",
        "b Ann Brun | chairman | Nimbra",
        "c Ann Brun | head | Nimbra",
    )
    assert _posts(report) == {
        "Ann Brun: chairman of Nimbra": ("Ann Brun, chairman, Nimbra", ("b",)),
        "Ann Brun: chief executive of Nimbra": (
            "Ann Brun, chief executive, Nimbra",
            ("a", "b", "c"),
        ),
    }


@pytest.mark.parametrize(
    "rows",
    [
        # of another company, with two other posts, of a part of the company
        ["a Ann Brun | boss | Nimbra", "a Ann Brun | boss | Orvex", "b Ann Brun | CEO | Tolven"],
        [
            "a Ann Brun | boss | Nimbra",
            "b Ann Brun | chairman | Nimbra",
            "b Ann Brun | chief financial officer | Nimbra",
        ],
        ["a Ann Brun | head of retail | Nimbra", "b Ann Brun | CEO | Nimbra"],
        ["a Ann Brun | boss | Nimbra", "b Ada Holm | CEO | Nimbra"],
    ],
)
def test_a_boss_of_whom_nobody_tells_the_post_has_one_of_his_own(tell, rows) -> None:
    posts = _posts(tell(*rows))
    assert all(len(sources) == 1 for _, sources in posts.values())


def test_the_only_post_at_the_top_is_that_of_the_boss(tell) -> None:
    report = tell("a Ann Brun | leader | Nimbra", "b Ann Brun | chairman | Nimbra")
    assert [len(sources) for _, sources in _posts(report).values()] == [2]
