from __future__ import annotations

from dealfacts.evaluation.matching import Verdict, match
from dealfacts.evaluation.score import evaluate
from dealfacts.model.claims import Equivalent
from dealfacts.model.values import PartialDate, Person, Quote, Undisclosed
from dealfacts.model.vocabulary import Hedge

BIG = "3200000000"


def verdicts(claims, gold):
    return [outcome.verdict for outcome in match(claims, gold).outcomes]


def test_a_claim_with_the_right_place_attribute_and_value_is_right(make) -> None:
    gold = make.gold(make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion"))
    claim = make.claim("deal_amount", make.usd(BIG), "$3.2 billion")
    assert verdicts([claim], gold) == [Verdict.RIGHT]
    assert match([], gold).missed == gold.claims


def test_another_value_or_attribute_is_spurious_and_a_miss(make) -> None:
    gold = make.gold(make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion"))
    wrong = [
        make.claim("deal_amount", make.usd("3300000000"), "$3.2 billion"),
        make.claim("revenue", make.usd(BIG), "$3.2 billion"),
    ]
    assert verdicts(wrong, gold) == [Verdict.SPURIOUS, Verdict.SPURIOUS]
    assert len(match(wrong, gold).missed) == 1


def test_a_listed_alternative_attribute_is_right_and_counts_for_the_first(make) -> None:
    row = make.gold_claim(
        "profit", make.usd("400000000"), "$400 million", attributes=("profit", "other_amount")
    )
    claim = make.claim("other_amount", make.usd("400000000"), "$400 million")
    score = evaluate([claim], None, make.gold(row))
    assert score.attributes["profit"].right == 1
    assert score.total.f1 == 1


def test_a_repeat_of_a_value_is_neutral_but_does_not_stand_for_the_other_place(make) -> None:
    rows = [
        make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion"),
        make.gold_claim("revenue", make.usd("400000000"), "$400 million"),
    ]
    claims = [
        make.claim("deal_amount", make.usd(BIG), "$3.2 billion"),
        make.claim("deal_amount", make.usd(BIG), "$3.2 billion", 1),
    ]
    score = evaluate(claims, None, make.gold(*rows))
    assert [o.verdict for o in score.matching.outcomes] == [Verdict.RIGHT, Verdict.REPEAT]
    assert (score.total.right, score.total.missed, score.total.spurious) == (1, 1, 0)


def test_pairs_are_one_to_one(make) -> None:
    rows = [make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion", nth) for nth in (0, 1)]
    claims = [make.claim("deal_amount", make.usd(BIG), "$3.2 billion", nth) for nth in (0, 1)]
    matching = match(claims, make.gold(*rows))
    assert [o.gold for o in matching.outcomes] == rows


def test_an_optional_gold_claim_is_neither_hit_nor_miss(make) -> None:
    row = make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion", optional=True)
    claim = make.claim("deal_amount", make.usd(BIG), "$3.2 billion")
    again = make.claim("deal_amount", make.usd(BIG), "$3.2 billion", 1)
    gold = make.gold(row)
    assert match([], gold).missed == ()
    assert verdicts([claim, again], gold) == [Verdict.OPTIONAL, Verdict.OPTIONAL]
    assert evaluate([claim], None, gold).total.right == 0


def test_a_sum_printed_as_an_equivalent_is_no_miss(make) -> None:
    row = make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion", 1)
    whole = make.claim("deal_amount", make.usd(BIG), "$3.2 billion", 1)
    carrier = make.claim(
        "deal_amount",
        make.usd("3000000000").model_copy(update={"currency": "EUR"}),
        "about",
        equivalent=Equivalent(currency="USD", low=BIG, high=BIG, evidence=whole.evidence),
    )
    matching = match([carrier], make.gold(row))
    assert matching.restated == (row,)
    assert matching.missed == ()
    other = carrier.model_copy(update={"attribute": "debt"})
    assert match([other], make.gold(row)).missed == (row,)


def test_dates_persons_and_quotes_meet_by_sentence_sums_by_place(make) -> None:
    monday = PartialDate(text="Monday")
    gold = make.gold(
        make.gold_claim("announcement_date", monday, "Monday", inferred=True),
        make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion", 1),
    )
    date = make.claim("announcement_date", PartialDate(text="on Monday"), "was agreed")
    amount = make.claim("deal_amount", make.usd(BIG), "The price")
    assert verdicts([date, amount], gold) == [Verdict.RIGHT, Verdict.REPEAT]


def test_what_gold_files_do_not_label_is_neutral(make) -> None:
    gold = make.gold(make.gold_claim("other_amount", make.usd("400000000"), "$400 million"))
    claims = [
        make.claim("target", Quote(text="x"), "Harrow"),
        make.claim("deal_amount", Undisclosed(), "The price"),
        make.claim("person_role", Person(role="chief executive"), "chief executive"),
        make.claim("other_percent", make.usd("1"), "Monday"),
        make.claim("prior_offer", make.usd("400000000"), "$400 million"),
    ]
    assert set(verdicts(claims, gold)) == {Verdict.UNLABELLED}


def test_a_fact_attribute_on_an_other_amount_is_an_error_of_precision(make) -> None:
    gold = make.gold(make.gold_claim("other_amount", make.usd("400000000"), "$400 million"))
    claim = make.claim("revenue", make.usd("400000000"), "$400 million")
    score = evaluate([claim], None, gold)
    assert score.total.spurious == 1
    assert score.total.missed == 0
    assert score.attributes["other_amount"].missed == 1


def test_sources_without_labels_are_not_scored(make) -> None:
    gold = make.gold(make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion"))
    elsewhere = make.claim("deal_amount", make.usd("1"), "$3.2 billion", source="copy.txt")
    assert verdicts([elsewhere], gold) == []


def test_vague_bounds_are_a_convention(make) -> None:
    row = make.gold_claim(
        "deal_amount", make.usd("1000000000", "9000000000"), "The price", hedge=Hedge.VAGUE
    )
    claim = make.claim(
        "deal_amount", make.usd("2000000000", "10000000000"), "The price", hedge=Hedge.VAGUE
    )
    assert verdicts([claim], make.gold(row)) == [Verdict.RIGHT]
    plain = claim.model_copy(update={"hedge": Hedge.NONE})
    assert verdicts([plain], make.gold(row)) == [Verdict.SPURIOUS]
