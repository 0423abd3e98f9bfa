"""Which stage of a deal its articles end on, and what the timeline shows."""

# ruff: noqa: E501  a message stands in one line
from __future__ import annotations

from datetime import date, timedelta

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.values import Term
from dealfacts.model.vocabulary import Hedge, Modality

DAY = date(2031, 3, 1)
ALONE, FITS = "rejected a single_source", "nearly $15 billion"


@pytest.fixture
def stages(claim, run):
    """The facts about the stage that articles like "a3 agreed" make, each told on that day."""

    def build(*rows):
        claims, published = [], {}
        for at, row in enumerate(rows):
            name, stage = row.split()
            claims.append(claim(name[0], "deal_status", Term(term=stage), sentence=at))
            if name[1:]:
                published[name[0]] = DAY + timedelta(days=int(name[1:]))
        report = run(*claims, published=published)
        return sorted(
            f"{fact.consensus} {''.join(fact.camps[0].sources)} {fact.status}"
            for fact in report.facts
        )

    return build


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["a1 talks", "b2 agreed", "c2 agreed"], ["agreed bc agreement"]),
        # the last stage, not the one that sounds most final
        (["a1 rejected", "b2 agreed", "c3 agreed"], ["agreed bc agreement"]),
        (["a3 rejected", "b2 agreed", "c1 agreed", "d3 rejected"], ["rejected ad agreement"]),
        # whoever tells of both tells the break as history
        (["a1 rejected", "a1 agreed", "b1 agreed"], ["agreed ab agreement"]),
        # one article of a day tells the break alone
        (["a1 rejected", "b1 agreed", "c1 agreed"], ["agreed bc agreement", ALONE]),
        # without a day a bid is turned down before it is agreed to, and a deal forbidden
        # before it is called off; what ends a deal is not taken back
        (["a rejected", "b2 agreed", "c3 agreed"], ["agreed bc agreement"]),
        (["a rejected", "b rejected", "c agreed", "d agreed"], ["agreed cd agreement"]),
        (["a blocked", "b blocked", "c terminated", "d terminated"], ["terminated cd agreement"]),
        (["a terminated", "b agreed", "c terminated"], ["terminated ac agreement"]),
        # a closing is not taken back, but one voice alone is no agreement
        (
            ["a1 closed", "b2 agreed", "c3 agreed"],
            ["agreed bc agreement", "closed a single_source"],
        ),
        (["a1 closed", "b2 agreed"], ["closed a single_source"]),
        (["a1 closed", "b2 closed", "c3 agreed"], ["closed ab agreement"]),
    ],
)
def test_the_stage_that_a_deal_ends_on(stages, rows, expected) -> None:
    assert stages(*rows) == expected


def test_the_steps_of_a_deal_by_day(claim, run, make_day) -> None:
    talks = claim("a", "deal_status", Term(term="talks"))
    agreed = claim("b", "deal_status", Term(term="agreed"))
    again = claim("c", "deal_status", Term(term="agreed"))
    day = claim("b", "announcement_date", make_day("2031-03-02"))
    closing = claim("c", "closing_date", make_day("2031-09-30"), modality=Modality.EXPECTED)
    founded = claim("c", "founded", make_day("1990-09-30"), "Nimbra")
    undated = claim("d", "deal_status", Term(term="closed"))
    days = {"a": DAY, "b": DAY + timedelta(days=1), "c": DAY + timedelta(days=1)}

    told = run(talks, agreed, again, day, closing, founded, undated, published=days).timeline

    assert [(event.date, event.claim, event.note) for event in told] == [
        ("2031-03-01", talks.id, ""),
        ("2031-03-02", agreed.id, ""),
        ("2031-03-02", day.id, ""),
        ("2031-09-30", closing.id, ""),
    ]


def test_a_figure_that_changed_stands_on_the_days_of_its_first_print(claim, run) -> None:
    def amount(source, phrase):
        return claim(source, "deal_amount", read_phrase(phrase)[0], quote=phrase)

    first, later = amount("a", "$14.3 billion"), amount("c", "$16.1 billion")
    days = {"a": DAY, "b": DAY + timedelta(days=1), "c": DAY + timedelta(days=30)}

    report = run(amount("b", "$14.3 billion"), first, later, published=days)

    assert [f.cause for f in report.findings] == ["superseded"]
    assert [(event.date, event.claim, event.note) for event in report.timeline] == [
        ("2031-03-01", first.id, "later: $16.1 billion"),
        ("2031-03-31", later.id, "before: $14.3 billion"),
    ]


def test_a_denied_figure_is_a_fact_with_two_sides(claim, run) -> None:
    def amount(source, phrase, **more):
        return claim(source, "deal_amount", read_phrase(phrase)[0], quote=phrase, **more)

    said = amount("a", "$14.3 billion"), amount("b", "$14 billion")
    denied = amount("c", "$14.3 billion", modality=Modality.DENIED)
    alone = amount("d", "$20 billion", modality=Modality.DENIED)
    own = amount("a", "$30 billion", modality=Modality.DENIED, sentence=1)

    report = run(*said, denied, alone, own)

    (finding,) = report.findings
    assert (finding.rule, finding.severity) == ("POL001", "error")
    assert finding.message == (
        "Deal amount of Orvex / Nimbra: $14.3 billion is asserted (a, b) and denied (c)"
    )
    assert finding.reasons == ("One side asserts what the other one denies.",)
    assert finding.claims == (said[0].id, said[1].id, denied.id)
    (fact,) = (fact for fact in report.facts if fact.id == finding.fact)
    assert [(camp.value, camp.sources, camp.origins) for camp in fact.camps] == [
        ("$14.3 billion", ("a", "b"), 2),
        ("not $14.3 billion", ("c",), 1),
    ]
    assert (fact.status, fact.contested, fact.consensus) == ("conflict", True, "$14.3 billion")
    unmet = "denied, and no source asserts it"
    assert {left.claim: left.reason for left in report.not_compared} == {
        alone.id: unmet,
        own.id: unmet,
    }


@pytest.mark.parametrize(
    ("phrases", "message"),
    [
        (
            ["$14.3 billion", "$15 billion", "nearly $15 billion"],
            "$14.3 billion (a) against $15 billion (b); nearly $15 billion (c) fits both",
        ),
        (
            ["$14.3 billion", "$14.8 billion", "$19 billion", "nearly $15 billion"],
            f"$14.3 billion (a) against $14.8 billion (b) against $19 billion (c); {FITS} (d) fits $14.3 billion and $14.8 billion",
        ),
        (
            [
                "$14.3 billion",
                "$14.8 billion",
                "$14.8 billion",
                "$19 billion",
                "nearly $15 billion",
            ],
            f"$14.8 billion (b, c) against $14.3 billion (a) against $19 billion (d); {FITS} (e) fits $14.8 billion and $14.3 billion",
        ),
        (
            ["$14.3 billion", "$14.8 billion", "nearly $15 billion"],
            "$14.3 billion (a) against $14.8 billion (b); nearly $15 billion (c) fits both",
        ),
        (
            ["$14.3 billion", "$14.8 billion", "$14.5 billion", "nearly $15 billion"],
            f"$14.3 billion (a) against $14.5 billion (c) against $14.8 billion (b); {FITS} (d) fits all of them",
        ),
    ],
)
def test_who_stands_between_the_sides(claim, run, phrases, message) -> None:
    claims = []
    for source, phrase in zip("abcde", phrases, strict=False):
        value, hedge = read_phrase(phrase)
        quote = phrase.removeprefix("nearly ")
        cue = "nearly" if hedge is not Hedge.NONE else None
        claims.append(claim(source, "deal_amount", value, quote=quote, hedge=hedge, cue=cue))

    report = run(*claims)

    (finding,) = report.findings
    assert finding.message == f"Deal amount of Orvex / Nimbra: {message}"


def test_many_sides_are_each_set_against_the_first_and_the_nearest(claim, run) -> None:
    told = [
        claim(chr(97 + at), "deal_amount", read_phrase(f"${sum_} billion")[0])
        for at, sum_ in enumerate(
            ("11.1", "13.7", "17.3", "23.9", "31.3", "41.9", "53.3", "67.9", "83.7", "97.1")
        )
    ]

    (finding,) = run(*told).findings

    # eight sides pair by pair, the ninth and the tenth each with the first
    assert len(finding.reasons) == 8 * 7 // 2 + 2


def test_three_sides_tell_each_reading_once(claim, run) -> None:
    told = [
        claim(source, "deal_amount", read_phrase(phrase)[0], quote=phrase)
        for source, phrase in (
            ("a", "$14.3 billion"),
            ("b", "$14.3 billion"),
            ("c", "$15.8 billion"),
            ("d", "$41.3 billion"),
        )
    ]

    (finding,) = run(*told).findings

    plain = "two plain figures that differ by more than rounding"
    far = "One is more than twice the other: they may be two different sums."
    assert finding.reasons == (
        f"$14.3 billion and $15.8 billion: {plain}. “$14.3 billion” means $14.25 billion to $14.35 billion; “$15.8 billion” means $15.75 billion to $15.85 billion. No usual cause fits: one of the sides is likely wrong.",
        f"$14.3 billion and $41.3 billion: {plain}. “$41.3 billion” means $41.25 billion to $41.35 billion. Two neighbouring digits have changed places.",
        f"$15.8 billion and $41.3 billion: {plain}. {far}",
    )
    assert finding.claims == tuple(told[at].id for at in (0, 2, 3, 1))
    assert (finding.rule, finding.severity, finding.cause) == ("VAL001", "error", "unknown")


@pytest.mark.parametrize(
    ("rows", "rule", "severity", "last"),
    [
        # one article alone contradicts itself
        (
            ["a $14.3 billion", "a $15.8 billion"],
            "SELF001",
            "warning",
            "Whoever prints the one also prints the other: they may be two things.",
        ),
        (
            ["a $14.3 billion", "b $14.3 billion", "b $15.8 billion", "c $15.8 billion"],
            "VAL001",
            "error",
            "b prints more than one of these values and contradicts itself.",
        ),
        (
            ["a $14.3 billion", "b $16.1 billion", "b $14.3 billion", "a $16.1 billion"],
            "VAL001",
            "note",
            "a and b print more than one of these values.",
        ),
        (
            ["a $20.3 billion", "b over $14 billion", "c $14.0 billion"],
            "VAL001",
            "error",
            "No usual cause fits: one of the sides is likely wrong.",
        ),
        (
            ["a nearly $15 billion", "b $13 billion"],
            "VAL002",
            "warning",
            "No usual cause fits: one of the sides is likely wrong.",
        ),
        (
            ["a $14.8 billion", "b $14 billion"],
            "VAL003",
            "note",
            "The coarser figure looks like the finer one rounded too far.",
        ),
        (
            ["a $14.3 billion", "b $1.43 billion"],
            "VAL004",
            "error",
            "The same digits, a factor of 10 apart: a slip of unit or point.",
        ),
    ],
)
def test_the_rule_and_how_loudly_it_speaks(claim, run, rows, rule, severity, last) -> None:
    told = []
    for at, row in enumerate(rows):
        source, phrase = row.split(" ", 1)
        value, hedge = read_phrase(phrase)
        told.append(claim(source, "deal_amount", value, hedge=hedge, quote=phrase, sentence=at))

    (finding,) = run(*told).findings

    assert (finding.rule, finding.severity) == (rule, severity)
    assert finding.reasons[-1].endswith(last)


def test_each_camp_of_a_day_is_one_step_of_the_course(claim, run, make_day, make_year) -> None:
    rough = claim("a", "announcement_date", make_year("2031"))
    exact = claim("b", "announcement_date", make_day("2031-03-02"))
    plan = claim("a", "closing_date", make_year("2031"), modality=Modality.EXPECTED)
    done = claim("b", "closing_date", make_day("2031-09-30"))
    told = run(rough, exact, plan, done).timeline
    assert [(event.date, event.claim) for event in told] == [
        ("2031-03-02", exact.id),
        ("2031-09-30", done.id),
    ]


def test_what_is_told_as_past_stands_for_what_was_expected(claim, run, make_day, make_year) -> None:
    due = claim("a", "announcement_date", make_day("2031-03-02"), modality=Modality.EXPECTED)
    past = claim("b", "announcement_date", make_year("2031"))
    assert [event.claim for event in run(due, past).timeline] == [past.id]
    assert [event.claim for event in run(due).timeline] == [due.id]


def test_only_the_terms_of_a_deal_are_told_as_revised(claim, run) -> None:
    def printed(attribute, source, phrase, subject="Nimbra"):
        return claim(source, attribute, read_phrase(phrase)[0], subject, quote=phrase)

    days = {"a": DAY, "b": DAY + timedelta(days=30)}
    for attribute, steps in (("valuation", 2), ("revenue", 0)):
        told = [printed(attribute, name, f"${at}4 billion") for at, name in enumerate("ab", 1)]
        assert len(run(*told, published=days).timeline) == steps


def test_a_deal_that_one_calls_closed_too_early_is_not_told_as_closed(claim, run) -> None:
    def course(*rows: str) -> list[str]:
        claims, published = [], {}
        for row in rows:
            name, stage = row.split()
            claims.append(claim(name[0], "deal_status", Term(term=stage)))
            published[name[0]] = DAY + timedelta(days=int(name[1:]))
        terms = {claim.id: claim.value.term for claim in claims}
        return [terms[event.claim] for event in run(*claims, published=published).timeline]

    assert course("a1 closed", "b1 agreed", "c400 closed") == ["agreed", "closed"]
    assert course("a1 closed", "b2 agreed") == ["agreed"]
    assert course("a1 agreed", "b2 closed", "c3 agreed") == ["agreed", "agreed"]
    # two who tell it of one week tell it, and so does the last word
    assert course("a1 closed", "b1 agreed", "c5 closed") == ["agreed", "closed", "closed"]
    assert course("a1 agreed", "b40 closed") == ["agreed", "closed"]


def test_a_denial_that_was_overtaken_is_a_note(claim, run) -> None:
    denied = claim("a", "deal_status", Term(term="denied"))
    agreed = claim("b", "deal_status", Term(term="agreed"))
    later = {"a": DAY, "b": DAY + timedelta(days=40)}
    (finding,) = run(denied, agreed, published=later).findings
    assert (finding.rule, finding.severity, finding.cause) == ("POL001", "note", "superseded")
    (finding,) = run(denied, agreed, published={"a": DAY, "b": DAY}).findings
    assert (finding.rule, finding.severity) == ("POL001", "error")
