from __future__ import annotations

import pytest

from dealfacts.evaluation.qualifiers import Tally, when
from dealfacts.evaluation.score import evaluate
from dealfacts.model.values import PartialDate, Quote, Term
from dealfacts.model.vocabulary import Basis, Hedge, Modality

REVENUE = "400000000"


def judged(make, row, claim):
    score = evaluate([claim], None, make.gold(row))
    return {slip.qualifier for slip in score.slips}, score.qualifiers


def revenue(make, **more):
    return make.claim("revenue", make.usd(REVENUE), "$400 million", **more)


def gold_revenue(make, **more):
    return make.gold_claim("revenue", make.usd(REVENUE), "$400 million", **more)


def test_everything_equal_is_right_and_only_what_is_said_counts_as_stated(make) -> None:
    slips, tallies = judged(make, gold_revenue(make), revenue(make))
    assert slips == set()
    assert tallies["hedge"] == Tally(right=1, asked=1)
    assert tallies["evidence"].stated_right == 1


def test_each_qualifier_slips_alone(make) -> None:
    row = gold_revenue(
        make, hedge=Hedge.ABOUT, period="2023", bases=(Basis.CASH,), modalities=(Modality.EXPECTED,)
    )
    slips, tallies = judged(make, row, revenue(make))
    assert slips == {"hedge", "period", "basis", "modality"}
    assert tallies["basis"] == Tally(right=0, asked=1, stated_right=0, stated=1)


def test_other_right_answers_count(make) -> None:
    row = gold_revenue(
        make,
        period="2023",
        other_periods=("2024",),
        bases=(Basis.CASH, Basis.CASH_PART),
        modalities=(Modality.EXPECTED, Modality.REPORTED),
    )
    claim = revenue(make, period="2024", basis=Basis.CASH_PART, modality=Modality.REPORTED)
    assert judged(make, row, claim)[0] == set()


def test_a_basis_outside_the_vocabulary_is_not_asked(make) -> None:
    slips, tallies = judged(make, gold_revenue(make, bases=()), revenue(make))
    assert (slips & {"basis"}, tallies["basis"].asked) == (set(), 0)


def test_a_period_in_words_and_attributes_without_time_are_not_asked(make) -> None:
    _, tallies = judged(make, gold_revenue(make, period="early talks"), revenue(make))
    assert tallies["period"].asked == 0
    row = make.gold_claim("deal_status", Term(term="agreed"), "agreed", period="2023")
    claim = make.claim("deal_status", Term(term="agreed"), "agreed")
    _, tallies = judged(make, row, claim)
    assert tallies["period"].asked == 0
    assert tallies["evidence"].asked == 0


def test_evidence_covers_the_value_or_leaves_out_a_hedge_word(make) -> None:
    row = make.gold_claim("deal_amount", make.usd("3200000000"), "about $3.2 billion")
    inside = make.claim("deal_amount", make.usd("3200000000"), "$3.2 billion", 1)
    assert judged(make, row, inside)[0] == set()
    exact = make.gold_claim("deal_amount", make.usd("3200000000"), "about $3.2 billion", exact=True)
    assert judged(make, exact, inside)[0] == {"evidence"}


def test_dates_have_evidence(make) -> None:
    row = make.gold_claim("announcement_date", PartialDate(text="Monday"), "Monday")
    claim = make.claim("announcement_date", PartialDate(text="Monday"), "said Jane Doe")
    assert judged(make, row, claim)[0] == {"evidence"}


@pytest.mark.parametrize(
    ("speaker", "slips"),
    [("Ostrava", set()), ("Ostrava Mills", set()), ("Jane Doe", {"speaker"}), (None, {"speaker"})],
)
def test_speakers(make, speaker, slips) -> None:
    row = make.gold_claim("quote", Quote(speaker="Ostrava Mills", text="The price"), "The price")
    claim = make.claim("quote", Quote(speaker=speaker, text="The price"), "The price")
    assert judged(make, row, claim)[0] == slips


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023", "FY23"),
        ("2023", "fiscal 2023"),
        ("Q3 2023", "2023-Q3"),
        ("July-September 2021", "2021-Q3"),
    ],
)
def test_periods_are_equal_however_spelled(one, other) -> None:
    assert when(one) == when(other) != frozenset()


def test_a_missing_period_is_no_period() -> None:
    assert when(None) == when("to Friday's close") == frozenset()


def test_tallies_add() -> None:
    assert Tally(1, 2, 3, 4) + Tally(1, 1, 1, 1) == Tally(2, 3, 4, 5)
