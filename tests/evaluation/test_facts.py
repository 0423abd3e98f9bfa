from __future__ import annotations

import pytest

from dealfacts.evaluation.score import evaluate
from dealfacts.model.report import Attachment, Deal
from dealfacts.model.values import Person, Quote
from dealfacts.model.vocabulary import Severity, Status

A, B, C = "3200000000", "3300000000", "3400000000"


def priced(make, amount, source, nth=0, **more):
    """A printed and a gold claim of the same price in one source."""
    value = make.usd(amount)
    printed = make.claim("deal_amount", value, "$3.2 billion", nth, source=f"{source}.txt", **more)
    return printed, make.gold_claim("deal_amount", value, "$3.2 billion", nth, source=source)


def score(make, rows, fact, claims, printed, **more):
    gold = make.gold(*rows, sources=("a", "b", "c"), facts=(fact,))
    return evaluate(claims, make.report(*claims, facts=printed, **more), gold).facts


def test_a_conflict_between_gold_groups_is_found(make) -> None:
    (one, gold_one), (two, gold_two) = priced(make, A, "a"), priced(make, B, "b")
    fact = make.gold_fact("conflict", (gold_one,), (gold_two,))
    printed = make.fact(Status.CONFLICT, (one,), (two,))
    found = score(
        make,
        (gold_one, gold_two),
        fact,
        (one, two),
        (printed,),
        findings=(make.finding("VAL001", one, two, fact=printed.id),),
    )
    assert found.verdicts[0].printed == "conflict"
    assert found.verdicts[0].right
    assert found.verdicts[0].cause == "VAL001 warning"
    assert found.invented == ()
    assert found.conflicts_printed == 1


def test_a_value_in_both_camps_makes_no_difference_between_groups(make) -> None:
    (one, gold_one), (two, gold_two) = priced(make, A, "a"), priced(make, B, "b")
    fact = make.gold_fact("conflict", (gold_one,), (gold_two,))
    printed = make.fact(Status.CONFLICT, (one, two), (two,))
    found = score(make, (gold_one, gold_two), fact, (one, two), (printed,))
    assert found.verdicts[0].printed == "in conflict"
    assert not found.verdicts[0].right


def test_a_conflict_that_no_gold_conflict_backs_is_invented(make) -> None:
    (one, gold_one), (two, gold_two) = priced(make, A, "a"), priced(make, B, "b")
    fact = make.gold_fact("compatible", (gold_one,), (gold_two,))
    printed = make.fact(Status.CONFLICT, (one,), (two,))
    found = score(make, (gold_one, gold_two), fact, (one, two), (printed,))
    assert [i.loud for i in found.invented] == [True]
    assert not found.verdicts[0].right
    note = make.finding("VAL001", one, two, fact=printed.id, severity=Severity.NOTE)
    found = score(make, (gold_one, gold_two), fact, (one, two), (printed,), findings=(note,))
    assert [i.loud for i in found.invented] == [False]
    assert found.invented[0].rule == "VAL001"


def test_an_accepted_conflict_is_right_and_not_invented(make) -> None:
    (one, gold_one), (two, gold_two) = priced(make, A, "a"), priced(make, B, "b")
    statuses = ("compatible", "conflict")
    fact = make.gold_fact("compatible", (gold_one,), (gold_two,), statuses=statuses)
    printed = make.fact(Status.CONFLICT, (one,), (two,))
    found = score(make, (gold_one, gold_two), fact, (one, two), (printed,))
    assert found.verdicts[0].right
    assert found.invented == ()


@pytest.mark.parametrize("status", ["agreement", "compatible"])
def test_an_agreement_needs_every_source(make, status) -> None:
    (one, gold_one), (two, gold_two) = priced(make, A, "a"), priced(make, A, "b")
    three, gold_three = priced(make, A, "c")
    rows = (gold_one, gold_two, gold_three)
    fact = make.gold_fact(status, rows)
    claims = (one, two, three)
    whole = make.fact(
        Status.AGREEMENT,
        (one, two),
        also_compatible=(Attachment(claim=three.id, camps=(0,)),),
    )
    assert score(make, rows, fact, claims, (whole,)).verdicts[0].right
    part = make.fact(Status.AGREEMENT, (one, two))
    assert score(make, rows, fact, claims, (part,)).verdicts[0].printed == "partial"
    single = make.fact(Status.SINGLE_SOURCE, (one,))
    other = make.fact(Status.SINGLE_SOURCE, (two,), id="f-2")
    assert score(make, rows, fact, claims, (single,)).verdicts[0].printed == "single"
    assert score(make, rows, fact, claims, (single, other)).verdicts[0].printed == "split"
    assert score(make, rows, fact, claims, ()).verdicts[0].printed == "absent"


def test_a_single_source_fact_is_right_alone_or_apart(make) -> None:
    (one, gold_one), (two, gold_two) = priced(make, A, "a"), priced(make, B, "a", 1)
    rows = (gold_one, gold_two)
    fact = make.gold_fact("single-source", (gold_one,), (gold_two,))
    printed = (
        make.fact(Status.SINGLE_SOURCE, (one,)),
        make.fact(Status.SINGLE_SOURCE, (two,), id="f-2"),
    )
    verdict = score(make, rows, fact, (one, two), printed).verdicts[0]
    assert verdict.printed == "apart"
    assert verdict.right
    verdict = score(make, rows, fact, (one, two), printed[:1]).verdicts[0]
    assert verdict.printed == "single"
    assert verdict.right


def test_posts_of_one_person_may_be_facts_of_their_own(make) -> None:
    chief = Person(name="Jane Doe", role="chief executive")
    founder = Person(name="Jane Doe", role="founder")
    one = make.claim("person_role", chief, "Jane Doe", source="a.txt")
    two = make.claim("person_role", founder, "Jane Doe", source="b.txt")
    rows = (
        make.gold_claim("person_role", chief, "Jane Doe", source="a"),
        make.gold_claim("person_role", founder, "Jane Doe", source="b"),
    )
    fact = make.gold_fact("compatible", rows[:1], rows[1:])
    printed = (
        make.fact(Status.SINGLE_SOURCE, (one,)),
        make.fact(Status.SINGLE_SOURCE, (two,), id="f-2"),
    )
    verdict = score(make, rows, fact, (one, two), printed).verdicts[0]
    assert (verdict.printed, verdict.right) == ("apart", True)


def test_names_are_judged_by_their_findings(make) -> None:
    quoted = Quote(speaker="Jane Doh", text="x")
    one = make.claim(
        "person_role", Person(name="Jane Doe", role="chief executive"), "Jane Doe", source="a.txt"
    )
    two = make.claim("quote", quoted, "Monday", source="b.txt")
    row = make.gold_claim(
        "person_role", Person(name="Jane Doe", role="chief executive"), "Jane Doe", source="a"
    )
    groups = make.gold_fact("conflict", (row,), (row,), attribute="person_name").groups
    named = (groups[0], type(groups[1])(value="Jane Doh", claims=(), sources=("b",), hedged=False))
    fact = make.gold_fact(
        "conflict", (row,), attribute="person_name", statuses=("conflict",), groups=named
    )
    price, _ = priced(make, A, "a")
    other = make.finding("NAM001", one, price, id="x-2", attribute="person_name")
    finding = make.finding("NAM001", one, two)
    noise = make.finding("VAL001", one, two, id="x-3")
    found = score(make, (row,), fact, (one, two, price), (), findings=(finding, other, noise))
    assert found.verdicts[0].right
    assert [i.rule for i in found.invented] == ["NAM001"]
    found = score(make, (row,), fact, (one, two), (), findings=(noise,))
    assert found.verdicts[0].printed == "absent"


def test_articles_are_paired(make) -> None:
    row = make.gold_claim("deal_amount", make.usd(A), "$3.2 billion")
    deals = {"a": "one", "b": "one", "c": "two", "d": None, "e": "two"}
    gold = make.gold(row, deals=deals)
    printed = (
        Deal(id="d-1", label="x", sources=("a.txt", "b.txt", "c.txt")),
        Deal(id="d-2", label="y", sources=("d.txt", "unknown.txt")),
    )
    grouping = evaluate((), make.report(deals=printed), gold).grouping
    assert (grouping.right, grouping.missed, grouping.spurious) == (1, 1, 2)
    assert evaluate((), make.report(), make.gold(row)).grouping is None


def test_equal_digits_in_two_currencies_are_a_printed_conflict(make) -> None:
    (one, gold_one), (two, gold_two) = priced(make, A, "a"), priced(make, B, "b")
    sides = (
        make.fact(Status.SINGLE_SOURCE, (one,)),
        make.fact(Status.SINGLE_SOURCE, (two,), id="f-2"),
    )
    sign = make.finding("CUR001", one, two, fact=sides[0].id)
    rows, claims = (gold_one, gold_two), (one, two)
    fact = make.gold_fact("conflict", (gold_one,), (gold_two,))
    found = score(make, rows, fact, claims, sides, findings=(sign,))
    assert found.verdicts[0].right
    assert found.verdicts[0].cause == "CUR001 warning"
    assert found.invented == ()
    fact = make.gold_fact("compatible", (gold_one,), (gold_two,))
    found = score(make, rows, fact, claims, sides, findings=(sign,))
    assert [(i.rule, i.loud) for i in found.invented] == [("CUR001", True)]


def test_an_agreement_stands_beside_a_conflict_that_is_invented(make) -> None:
    (one, gold_one), (two, gold_two) = priced(make, A, "a"), priced(make, A, "b")
    other, gold_other = priced(make, B, "c")
    rows, claims = (gold_one, gold_two, gold_other), (one, two, other)
    agreed = make.fact(Status.AGREEMENT, (one, two))
    odd = make.fact(Status.CONFLICT, (one,), (other,), id="f-2")
    fact = make.gold_fact("agreement", (gold_one, gold_two))
    found = score(make, rows, fact, claims, (agreed, odd))
    assert found.verdicts[0].printed == "agreement"
    assert len(found.invented) == 1
    assert score(make, rows, fact, claims, (odd,)).verdicts[0].printed == "in conflict"
