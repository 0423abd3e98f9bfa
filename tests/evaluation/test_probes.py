from __future__ import annotations

from decimal import Decimal

from dealfacts.evaluation.gold import GoldCheck, GoldSpan
from dealfacts.evaluation.score import evaluate
from dealfacts.model.report import Bounds, Check
from dealfacts.model.values import Percent

BIG = "3200000000"


def span(make, quote):
    start, end = make.place(quote, 0)
    return GoldSpan(id="t1", source="wire", start=start, end=end, quote=quote, right="a price")


def test_a_negative_holds_unless_something_spurious_stands_in_it(make) -> None:
    row = make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion")
    gold = make.gold(row, negatives=(span(make, "buys Harrow & Lake for $3.2 billion"),))
    right = make.claim("deal_amount", make.usd(BIG), "$3.2 billion")
    wrong = make.claim("revenue", make.usd("1"), "$3.2 billion")
    assert evaluate([right], None, gold).probes.negatives[0].right
    verdict = evaluate([wrong], None, gold).probes.negatives[0]
    assert not verdict.right
    assert verdict.spurious == (wrong,)


def test_a_trap_needs_its_claims_and_nothing_else(make) -> None:
    row = make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion")
    gold = make.gold(row, traps=(span(make, "buys Harrow & Lake for $3.2 billion"),))
    right = make.claim("deal_amount", make.usd(BIG), "$3.2 billion")
    wrong = make.claim("revenue", make.usd("1"), "$3.2 billion")
    assert evaluate([right], None, gold).probes.traps[0].right
    assert evaluate([], None, gold).probes.traps[0].missed == (row,)
    assert evaluate([right, wrong], None, gold).probes.traps[0].spurious == (wrong,)


def test_a_check_is_right_if_one_over_its_values_comes_out_the_same(make) -> None:
    half = Percent(low=Decimal(50), high=Decimal(50))
    price = make.gold_claim("deal_amount", make.usd(BIG), "$3.2 billion")
    stake = make.gold_claim("stake", half, "Monday")
    revenue = make.gold_claim("revenue", make.usd("400000000"), "$400 million")
    both = (price.id, stake.id)
    checks = (
        GoldCheck(name="a", verdict="consistent", holds=True, claims=both),
        GoldCheck(name="b", verdict="inconsistent", holds=False, claims=both),
        GoldCheck(name="c", verdict="consistent", holds=True, claims=(price.id, revenue.id)),
        GoldCheck(name="d", verdict="consistent", holds=True, claims=(price.id,)),
    )
    gold = make.gold(price, stake, revenue, checks=checks, traps=(span(make, "Monday"),))
    claims = (
        make.claim("deal_amount", make.usd(BIG), "$3.2 billion"),
        make.claim("stake", half, "Monday"),
    )
    printed = Check(
        check="CHK001",
        deal=None,
        inputs=tuple(claim.id for claim in claims),
        implied=Bounds(low=Decimal(1), high=None),
        holds=True,
        message="fits",
    )
    foreign = printed.model_copy(update={"inputs": (claims[0].id, "c-unknown")})
    report = make.report(*claims, checks=(foreign, printed))
    verdicts = evaluate(claims, report, gold).probes.checks
    assert [(v.check.name, v.printed, v.right) for v in verdicts] == [
        ("a", printed, True),
        ("b", printed, False),
    ]
    assert evaluate(claims, make.report(*claims), gold).probes.checks[0].printed is None
