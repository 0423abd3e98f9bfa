"""The cross-checks: what is implied, whether it holds, and which side it supports."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dealfacts.model.quantity import Interval
from dealfacts.model.values import Count, Multiple, Person, Undisclosed
from dealfacts.model.vocabulary import Basis, Hedge
from dealfacts.reconciler.arithmetic import minus, over, plus, times
from dealfacts.reconciler.rules import BY_ID, RULES


def found(report, check):
    return [(one.holds, one.message) for one in report.checks if one.check == check]


def rules(report):
    return {finding.rule for finding in report.findings}


def test_stake_times_valuation_supports_one_amount(claim, usd, run, make_percent):
    report = run(
        claim("a", "deal_amount", usd("8.1")),
        claim("b", "deal_amount", usd("8.1")),
        claim("c", "deal_amount", usd("9")),
        claim("a", "stake", make_percent("40")),
        claim("b", "valuation", usd("20"), "Nimbra"),
    )
    told = found(report, "CHK001")
    assert [holds for holds, _ in told] == [True, False]
    assert "it supports" in told[1][1]
    assert "CHK001" not in rules(report)


def test_another_valuation_is_set_against_the_amount_of_its_own_article(
    claim, usd, run, make_percent
):
    report = run(
        claim("a", "deal_amount", usd("8.1")),
        claim("b", "deal_amount", usd("8.1")),
        claim("c", "deal_amount", usd("9"), quote="$9 Billion"),
        claim("a", "stake", make_percent("40")),
        claim("a", "valuation", usd("20"), "Nimbra"),
        claim("b", "valuation", usd("20"), "Nimbra"),
        claim("c", "valuation", usd("9"), "Nimbra", sentence=1, quote="$9 billion"),
    )
    told = [message for holds, message in found(report, "CHK001") if not holds]
    assert len(told) == 2
    assert told[1].startswith("words")
    assert told[1].endswith(
        "of $9 billion is $3.6 billion ($3.3575 billion to $3.8475 billion): "
        "does not fit $9 billion"
    )


def test_a_leading_amount_that_does_not_multiply_out_is_a_finding(claim, usd, run, make_percent):
    report = run(
        claim("a", "deal_amount", usd("8.1")),
        claim("a", "stake", make_percent("40")),
        claim("a", "valuation", usd("8.1"), "Nimbra"),
    )
    assert "CHK001" in rules(report)


def test_a_price_far_from_the_share_of_another_value_is_no_alarm(claim, usd, run, make_percent):
    """The price of last year, and what the company is worth on the market by now."""

    def told(price, value, source="c"):
        report = run(
            claim("a", "deal_amount", usd(price)),
            claim(source, "stake", make_percent("40")),
            claim(source, "valuation", usd(value), "Nimbra"),
        )
        is_alarm = "CHK001" in rules(report)
        # what does not fit and is no alarm says nothing: it is not printed
        assert [holds for holds, _ in found(report, "CHK001")] == [False] * is_alarm
        return is_alarm

    assert told("8.1", "11")  # 4.4: near enough to be meant
    assert not told("8.1", "5")  # 2
    assert told("8.1", "5", source="a")  # told in one breath
    assert told("8.1", "2.03")  # 0.81: the unit has slipped
    assert told("8.1", "8.1")  # the whole told for the part


def test_whole_companies_and_sums_with_debt_are_left_alone(claim, usd, run, make_percent):
    whole = run(
        claim("a", "deal_amount", usd("8.1")),
        claim("a", "stake", make_percent("100")),
        claim("a", "valuation", usd("9.9"), "Nimbra"),
    )
    debt = run(
        claim("a", "deal_amount", usd("8.1"), basis=Basis.INCLUDING_DEBT),
        claim("a", "stake", make_percent("40")),
        claim("a", "valuation", usd("9.9"), "Nimbra"),
    )
    assert not found(whole, "CHK001")
    assert not found(debt, "CHK001")


def test_a_stated_multiple_picks_the_prior_value(claim, usd, run):
    double = Multiple(low=Decimal(2), high=Decimal(2))
    report = run(
        claim("a", "valuation", usd("30"), "Nimbra", hedge=Hedge.ABOVE),
        claim("a", "prior_valuation", usd("1.6"), "Nimbra", sentence=1),
        claim("b", "prior_valuation", usd("16"), "Nimbra"),
        claim("a", "valuation_multiple", double, "Nimbra", sentence=1),
    )
    assert sorted(holds for holds, _ in found(report, "CHK004")) == [False, True]
    assert "CHK004" in rules(report)
    assert "VAL004" in rules(report)


def test_money_before_and_after(claim, usd, run):
    def one(post):
        return run(
            claim("a", "valuation", usd("5.9"), "Nimbra", basis=Basis.PRE_MONEY),
            claim("a", "deal_amount", usd("0.8")),
            claim("b", "valuation", usd(post), "Nimbra", basis=Basis.POST_MONEY),
        )

    assert found(one("6.7"), "CHK008")[0][0]
    assert not found(one("7.5"), "CHK008")[0][0]
    assert "CHK008" in rules(one("7.5"))


def test_what_a_round_leaves_supports_a_prior_valuation(claim, usd, run, make_percent):
    report = run(
        claim("a", "valuation", usd("30"), "Nimbra"),
        claim("a", "deal_amount", usd("14.5")),
        claim("a", "stake", make_percent("48")),
        claim("a", "prior_valuation", usd("15"), "Nimbra"),
        claim("b", "prior_valuation", usd("1.5"), "Nimbra"),
    )
    assert sorted(holds for holds, _ in found(report, "CHK008")) == [True]
    assert "CHK008" not in rules(report)


def test_premium_on_a_price(claim, usd, run, make_percent):
    report = run(
        claim("a", "share_price", usd("0.00000019"), "offer for Nimbra"),
        claim("a", "share_price", usd("0.0000001168"), "Nimbra: market price", period="Friday"),
        claim("a", "premium", make_percent("62.7"), "offer for Nimbra", sentence=1),
    )
    assert [holds for holds, _ in found(report, "CHK005")] == [True]


def test_a_premium_that_does_not_lead_to_the_offer_is_a_finding(claim, usd, run, make_percent):
    def one(premium, sentence):
        return run(
            claim("a", "share_price", usd("0.00000019"), "offer for Nimbra"),
            claim("a", "share_price", usd("0.0000001168"), "Nimbra: market price", sentence=1),
            claim("a", "premium", make_percent(premium), "offer for Nimbra", sentence=sentence),
        )

    assert "CHK005" in rules(one("43", 1))
    assert "CHK005" not in rules(one("63", 1))
    # A premium of another sentence may refer to the price of another day.
    assert found(one("43", 2), "CHK005") == []


def test_a_price_of_the_buyers_own_share_is_no_base(claim, usd, run, make_percent):
    """4.39 of the buyer's shares at 1,754 are paid for one of the target's."""

    def one(offer):
        return run(
            claim("a", "share_price", usd(offer), "offer for Nimbra"),
            claim("a", "share_price", usd("0.000001754"), "Nimbra: market price", sentence=1),
            claim("a", "premium", make_percent("5.9"), "offer for Nimbra", sentence=1),
        )

    assert found(one("0.0000077"), "CHK005") == []
    assert [holds for holds, _ in found(one("0.000003"), "CHK005")] == [False]


def test_parts_that_fall_short_may_not_be_all(claim, usd, run):
    cash = claim("a", "deal_amount", usd("2.0"), basis=Basis.CASH_PART)
    stock = claim("b", "deal_amount", usd("3.0"), basis=Basis.STOCK_PART)
    short = run(cash, stock, claim("a", "deal_amount", usd("6.0")))
    assert [holds for holds, _ in found(short, "CHK002")] == [False]
    assert "CHK002" not in rules(short)
    assert "CHK002" in rules(run(cash, stock, claim("a", "deal_amount", usd("4.0"))))


def test_a_further_part_may_be_told_as_a_figure_of_its_own(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("5.5"), quote="$5.5 billion"),
        claim("b", "deal_amount", usd("5.5"), quote="$5.5 billion"),
        claim("b", "deal_amount", usd("0.5"), quote="$0.5 billion", sentence=1),
        claim("a", "deal_amount", usd("2.0"), basis=Basis.CASH_PART, quote="$2.0 billion"),
        claim("a", "deal_amount", usd("3.0"), basis=Basis.STOCK_PART, quote="$3.0 billion"),
    )
    assert found(report, "CHK002") == [
        (
            True,
            "$2.0 billion plus $3.0 billion plus $0.5 billion is $5.5 billion: fits $5.5 billion",
        )
    ]
    assert "CHK002" not in rules(report)


def test_a_further_figure_is_no_part_where_the_parts_add_up(claim, usd, run):
    report = run(
        claim("a", "deal_amount", usd("5.0"), quote="$5.0 billion"),
        claim("b", "deal_amount", usd("5.0"), quote="$5.0 billion"),
        claim("b", "deal_amount", usd("0.1"), quote="$0.1 billion", sentence=1),
        claim("a", "deal_amount", usd("2.0"), basis=Basis.CASH_PART, quote="$2.0 billion"),
        claim("a", "deal_amount", usd("3.0"), basis=Basis.STOCK_PART, quote="$3.0 billion"),
    )
    assert found(report, "CHK002") == [
        (True, "$2.0 billion plus $3.0 billion is $5 billion: fits $5.0 billion")
    ]


def test_a_premium_is_over_the_price_beside_it(claim, usd, run, make_percent):
    def one(*bases):
        price = Decimal("0.000000001")
        return run(
            claim("a", "share_price", usd(str(price * 25)), "offer for Nimbra", quote="$25"),
            *(
                claim(
                    "a",
                    "share_price",
                    usd(str(price * base)),
                    "Nimbra: market price",
                    sentence=sentence,
                    quote=f"${base}",
                )
                for sentence, base in bases
            ),
            claim("a", "premium", make_percent("25"), "offer for Nimbra", sentence=1, quote="25%"),
        )

    fits, misses = "$20 plus 25% is $25: fits $25", "$22 plus 25% is $27.5: does not fit $25"
    # The price of its own sentence counts, whatever another sentence gives.
    assert found(one((1, 22), (2, 20)), "CHK005") == [(False, misses)]
    assert "CHK005" in rules(one((1, 22), (2, 20)))
    assert found(one((1, 20), (2, 22)), "CHK005") == [(True, fits)]
    # Elsewhere a price only confirms.
    assert found(one((2, 20)), "CHK005") == [(True, fits)]
    assert found(one((2, 22)), "CHK005") == []
    assert found(one((2, 22), (3, 20)), "CHK005") == [(True, fits)]


def test_a_price_that_is_not_told_hides_no_other(claim, usd, run, make_percent):
    price = Decimal("0.000000001")
    report = run(
        claim("a", "share_price", Undisclosed(), "offer for Nimbra", sentence=0),
        claim("a", "share_price", usd(str(price * 25)), "offer for Nimbra", sentence=1),
        claim("a", "share_price", usd(str(price * 20)), "Nimbra: market price", sentence=1),
        claim("a", "premium", make_percent("25"), "offer for Nimbra", sentence=1),
    )
    assert [holds for holds, _ in found(report, "CHK005")] == [True]


def test_stakes_of_one_article_are_at_most_the_whole(claim, run, make_percent):
    report = run(
        claim("a", "stake", make_percent("60"), "Quillon / Sarnax"),
        claim("a", "stake", make_percent("30"), "Tolven / Sarnax", sentence=1),
        claim("a", "stake", make_percent("20"), "Udrey / Sarnax", sentence=2),
        claim("a", "stake", make_percent("40"), sentence=3),
    )
    assert [holds for holds, _ in found(report, "CHK003")] == [False]
    assert "CHK003" in rules(report)


def test_price_times_shares(claim, usd, run):
    shares = Count(low=Decimal(100_000_000), high=Decimal(100_000_000), granule=Decimal(10**6))
    report = run(
        claim("a", "share_count", shares, "Nimbra"),
        claim("a", "share_price", usd("0.00000001"), "offer for Nimbra"),
        claim("a", "deal_amount", usd("2.0")),
    )
    assert [holds for holds, _ in found(report, "CHK007")] == [False]
    assert "CHK007" in rules(report)


def test_stakes_of_other_days_are_not_added_up(claim, run, make_percent):
    def one(period):
        return run(
            claim("a", "stake", make_percent("60"), "Quillon / Sarnax", period=period),
            claim("a", "stake", make_percent("50"), "Tolven / Sarnax", sentence=1),
        )

    assert [holds for holds, _ in found(one(None), "CHK003")] == [False]
    assert not found(one("2029"), "CHK003")


@pytest.mark.parametrize(
    ("age", "started", "message"),
    [
        ("33", "13", "plausible"),
        ("32", "12", "not plausible"),
        ("18", "-2", "not plausible"),
    ],
)
def test_the_youngest_founders_went_to_school(claim, run, make_year, age, started, message):
    founder = Person(name="Ann Brun", role="founder", organisation="Nimbra")
    report = run(
        claim("a", "person_role", founder, "Ann Brun"),
        claim("a", "age", Count(low=Decimal(age), high=Decimal(age)), "Ann Brun"),
        claim("a", "founded", make_year("2011"), "Nimbra"),
        published={"a": date(2031, 1, 1)},
    )
    (check,) = (one for one in report.checks if one.check == "CHK006")
    assert check.message == (
        f"Ann Brun, {age} in 2031, was about {started} when Nimbra was founded in 2011: {message}"
    )
    then = max(int(started), 0)
    assert (check.implied.low, check.implied.high) == (max(then - 1, 0), then)
    told = [finding for finding in report.findings if finding.rule == "CHK006"]
    assert [one.attribute for one in told] == ["age"] * (message == "not plausible")
    assert [one.subject for one in told] == ["Ann Brun"] * (message == "not plausible")


NOBODY = Person(role="founder", organisation="Nimbra")
NOWHERE = Person(name="Ann Brun", role="founder")
NOTHING = Person(name="Ann Brun", organisation="Nimbra")
BOSS = Person(name="Ann Brun", role="chief executive", organisation="Nimbra")
FOUNDER = Person(name="Ann Brun", role="founder", organisation="Nimbra")


@pytest.mark.parametrize(
    ("person", "aged", "founded"),
    [
        (BOSS, "Ann Brun", "Nimbra"),
        (FOUNDER, "Carl Voss", "Nimbra"),
        (FOUNDER, "Ann Brun", "Sarnax"),
        (NOBODY, "Ann Brun", "Nimbra"),
        (NOWHERE, "Ann Brun", "Nimbra"),
        (NOTHING, "Ann Brun", "Nimbra"),
    ],
)
def test_only_a_founder_of_the_company_is_asked_for(claim, run, make_year, person, aged, founded):
    report = run(
        claim("a", "person_role", person, person.name or ""),
        claim("a", "age", Count(low=28, high=28), aged),
        claim("a", "founded", make_year("2011"), founded),
        published={"a": date(2031, 1, 1)},
    )
    assert not found(report, "CHK006")


def test_without_a_day_the_latest_year_that_is_named_is_now(claim, usd, run, make_year):
    founder = Person(name="Ann Brun", role="founder", organisation="Nimbra")
    report = run(
        claim("a", "person_role", founder, "Ann Brun"),
        claim("a", "age", Count(low=41, high=41), "Ann Brun"),
        claim("a", "founded", make_year("2011"), "Nimbra"),
        claim("a", "revenue", usd("1.1"), "Nimbra", period="2029"),
        claim("a", "revenue", usd("1.2"), "Nimbra", period="Q4 2031"),
        claim("a", "revenue", usd("1.2"), "Nimbra", period="2030"),
    )
    assert [message[:20] for _, message in found(report, "CHK006")] == ["Ann Brun, 41 in 2031"]


@pytest.mark.parametrize(("age", "holds"), [("41", True), ("28", False)])
def test_a_founder_was_no_child(claim, run, make_year, age, holds):
    founder = Person(name="Ann Brun", role="co-founder", organisation="Nimbra")
    report = run(
        claim("a", "person_role", founder, "Ann Brun"),
        claim("a", "age", Count(low=Decimal(age), high=Decimal(age)), "Ann Brun"),
        claim("a", "founded", make_year("2011"), "Nimbra"),
        published={"a": date(2031, 1, 1)},
    )
    assert [one for one, _ in found(report, "CHK006")] == [holds]


def test_without_a_year_ages_are_not_checked(claim, usd, run, make_year):
    founder = Person(name="Ann Brun", role="founder", organisation="Nimbra")
    told = (
        claim("a", "person_role", founder, "Ann Brun"),
        claim("a", "age", Count(low=41, high=41), "Ann Brun"),
        claim("a", "founded", make_year("2011"), "Nimbra"),
    )
    assert not found(run(*told), "CHK006")
    revenue = claim("a", "revenue", usd("1.1"), "Nimbra", period="2031")
    assert found(run(*told, revenue), "CHK006")


def test_interval_arithmetic() -> None:
    def of(low: int, high: int | None) -> Interval:
        return Interval(Decimal(low), None if high is None else Decimal(high))

    assert times(of(2, 3), of(4, 5)) == of(8, 15)
    assert times(of(2, None), of(4, 5)) == of(8, None)
    assert over(of(8, 9), of(2, 4)) == Interval(Decimal(2), Decimal("4.5"))
    assert over(of(8, None), of(2, None)) == of(0, None)
    assert over(of(8, 9), of(0, 4)) is None
    assert plus(of(1, None), of(2, 3)) == of(3, None)
    assert minus(of(8, 9), of(1, None)) == of(0, 8)
    assert minus(of(8, None), of(1, 2)) == of(6, None)
    assert times(of(2, 3), of(4, None)) == of(8, None)
    assert times(of(-2, 3), of(4, 5)) == times(of(4, 5), of(-2, 3)) == of(0, 15)
    assert over(of(-2, 3), of(1, 2)) == of(0, 3)
    assert over(of(8, 9), of(-1, 4)) is None
    assert plus(of(2, 3), of(1, None)) == of(3, None)
    assert plus(of(1, 2), of(3, 5)) == of(4, 7)
    assert minus(of(8, 9), of(2, 3)) == of(5, 7)
    assert minus(of(1, 2), of(5, 6)) == of(0, 0)


def test_every_rule_has_a_page() -> None:
    assert len(BY_ID) == len(RULES)
    for rule in RULES:
        assert rule.id in rule.page
        assert rule.title in rule.page
    assert "off by default" in BY_ID["SRC001"].page
