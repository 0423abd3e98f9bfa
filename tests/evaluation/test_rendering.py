from __future__ import annotations

import json
from decimal import Decimal

import pytest

from dealfacts.errors import DealfactsError
from dealfacts.evaluation.counts import Counts
from dealfacts.evaluation.details import said
from dealfacts.evaluation.gold import GoldCheck, GoldSpan
from dealfacts.evaluation.saved import compare, dump
from dealfacts.evaluation.score import EvaluationReport, evaluate
from dealfacts.evaluation.text import render
from dealfacts.model.report import Bounds, Check
from dealfacts.model.values import (
    Count,
    Multiple,
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
from dealfacts.model.vocabulary import Hedge, Status

BIG = "3200000000"


@pytest.fixture
def scored(make):
    price = make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion", hedge=Hedge.ABOUT)
    revenue = make.gold_claim("revenue", make.usd("400000000"), "$400 million", note="a note")
    start, end = make.place("Harrow & Lake had revenue of $400 million", 0)
    trap = GoldSpan(id="t1", source="wire", start=start, end=end, quote="had", right="revenue")
    stake = make.gold_claim("stake", Percent(low=Decimal(50), high=Decimal(50)), "Monday")
    check = GoldCheck(name="sum", verdict="fits", holds=True, claims=(price.id, stake.id))
    gold = make.gold(
        price,
        revenue,
        stake,
        traps=(trap,),
        checks=(check, check),
        facts=(
            make.gold_fact("conflict", (price,), (revenue,)),
            make.gold_fact("agreement", (price,)),
        ),
        deals={"wire": "one"},
    )
    right = make.claim("deal_amount", make.usd(BIG), "$3.2 billion")
    half = make.claim("stake", Percent(low=Decimal(50), high=Decimal(50)), "Monday")
    wrong = make.claim("debt", make.usd("1"), "$400 million", reasons=("a cue",))
    quote = make.claim("quote", Quote(text="x"), "The price")
    claims = (right, wrong, quote, half)
    printed = make.fact(Status.CONFLICT, (wrong,), (right,))
    arithmetic = Check(
        check="CHK001",
        deal=None,
        inputs=(right.id, half.id),
        implied=Bounds(low=Decimal(1), high=None),
        holds=True,
        message="fits well",
    )
    report = make.report(*claims, facts=(printed,), checks=(arithmetic,))
    return evaluate(claims, report, gold)


def test_the_table_has_every_attribute_and_keeps_some_apart(make, scored) -> None:
    text = render(EvaluationReport((scored,), {("mills", "wire"): make.text}))
    rows = {line.split("  ")[0]: line.split()[-6:] for line in text.splitlines() if line}
    assert rows["deal_amount"] == ["1.000", "1.000", "1.000", "1", "0", "0"]
    assert rows["quote (apart)"][-1] == "1"
    assert rows["total"] == ["0.667", "0.667", "0.667", "2", "1", "1"]
    assert "hedge 0.500 (1/2, stated 0/1)" in text
    assert "conflicts 0/1 found, 1 invented (+0 notes); agreements 0/1" in text
    assert "traps 0/1; checks 2/2" in text
    assert "pairs of articles 0 right" in text


def test_confidence_is_put_to_the_test(make) -> None:
    rows = [make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion", nth) for nth in (0, 1)]
    sure = make.claim("deal_amount", make.usd(BIG), "$3.2 billion", confidence=0.9)
    unsure = make.claim("debt", make.usd("1"), "$400 million", confidence=0.4)
    score = evaluate((sure, unsure), None, make.gold(*rows))
    text = render(EvaluationReport((score,)))
    assert "confidence: 1.000 right above the median of 0.65, 0.000 at or below it" in text
    assert "confidence" not in render(EvaluationReport((evaluate((sure,), None, score.gold),)))
    assert "confidence" not in render(EvaluationReport((evaluate((), None, score.gold),)))


def test_details_show_the_sentence_and_what_stands_there_instead(make, scored) -> None:
    report = EvaluationReport((scored,), {("mills", "wire"): make.text})
    text = render(report, verbose=True)
    assert "MISSED   wire:" in text
    assert "Harrow & Lake had revenue of [[$400 million]] in 2023." in text
    assert "printed there: debt USD 1" in text
    assert "gold there: revenue USD 400000000  a note" in text
    assert "because: a cue" in text
    assert "hedge    none should be about" in text
    assert "fact NO  conflict ->" in text
    assert "INVENTED" in text
    assert "trap t1" in text
    assert "check ok sum: fits -> CHK001 holds: fits well" in text


def test_details_of_one_attribute(scored) -> None:
    report = EvaluationReport((scored,), {})
    text = render(report, verbose=True, only="debt")
    assert "SPURIOUS" in text
    assert "MISSED" not in text
    assert "trap t1" not in text


def test_several_files_have_a_line_each_and_a_total(scored) -> None:
    text = render(EvaluationReport((scored, scored)))
    assert text.count("mills") == 4
    assert "all files: conflicts 0/2 found" in text


def test_a_saved_run_is_compared_claim_by_claim(scored) -> None:
    before = EvaluationReport((evaluate((), None, scored.gold),))
    now = EvaluationReport((scored,))
    text = compare(dump(before), now)
    assert "gained 2, lost 0, no longer spurious 0, newly spurious 2" in text
    assert "mills/wire:37 deal_amount $3.2 billion" in text
    assert "lost 2" in compare(dump(now), before)
    assert compare(dump(now), now).endswith("newly spurious 0\n")
    assert json.loads(dump(now))["attributes"]["deal_amount"]["f1"] == 1


@pytest.mark.parametrize("text", ["{", "[]", '{"schema": "other", "right": [], "spurious": []}'])
def test_what_is_no_saved_run_is_refused(text, scored) -> None:
    with pytest.raises(DealfactsError, match="saved evaluation"):
        compare(text, EvaluationReport((scored,)))


def test_rates_without_anything_are_one() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (1, 1, 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Count(low=Decimal(5), high=Decimal(6)), "5 to 6"),
        (Multiple(low=Decimal(2), high=Decimal(2)), "2"),
        (PartialDate(text="May", edtf="2024-05"), "May = 2024-05"),
        (Person(name="A", role="b"), "A, b, None"),
        (Organisation(name="A"), "A"),
        (Quote(speaker="A", text="b"), "A: b"),
        (Seat(holder="A", board="B"), "A, board of B, None"),
        (Term(term="agreed"), "agreed"),
        (Text(text="unit"), "unit"),
        (Undisclosed(), "undisclosed"),
    ],
)
def test_values_in_words(value, text) -> None:
    assert said(value) == text
