"""Sums in a second currency: implied rates, those that stand out, and the user's table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dealfacts.model.rates import Rate, Rates
from dealfacts.model.vocabulary import Cause, Hedge, Severity, Status
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.reconcile import reconcile
from dealfacts.reconciler.settings import Settings

DAY = date(2031, 5, 30)
TABLE = Settings(rates=Rates((Rate("GBP", "USD", Decimal("1.25"), DAY),)))


@pytest.fixture
def report():
    def build(*claims, chosen=TABLE, published=DAY):
        sources = [
            SourceText(n, n, n, None, None, None, day, fingerprint(f"{n} tells it in words"))
            for n in sorted({claim.source for claim in claims})
            for day in (published.get(n) if isinstance(published, dict) else published,)
        ]
        return reconcile(claims, sources, chosen)

    return build


@pytest.fixture
def pounds(claim, usd, restated):
    def build(source, amount, dollars=None):
        more = {"equivalent": restated(usd(dollars))} if dollars else {}
        return claim(source, "deal_amount", usd(amount, currency="GBP"), **more)

    return build


def test_a_restated_sum_is_shown_with_the_rate_that_it_implies(pounds, report):
    found = report(pounds("a", "4.25", "5.35"), chosen=Settings())
    (one,) = found.conversions
    assert (one.base, one.quote, one.rate, one.fits) == ("GBP", "USD", Decimal("1.259"), True)
    assert one.message == "£4.25 billion = $5.35 billion: 1.259 USD for 1 GBP"
    assert one.claim == one.of
    assert not found.findings


def test_an_implied_rate_that_stands_apart_from_the_others_is_a_finding(pounds, report):
    found = report(
        pounds("a", "4.25", "5.35"),
        pounds("b", "4.25", "5.31"),
        pounds("c", "4.25", "9.35"),
        chosen=Settings(),
    )
    (finding,) = found.findings
    assert (finding.rule, finding.severity, finding.cause) == (
        "CUR002",
        Severity.WARNING,
        Cause.CONVERSION,
    )
    assert "(c), but the other conversions come to 1.254 USD for 1 GBP" in finding.message
    assert [one.fits for one in found.conversions] == [True, True, False]
    assert found.summary.conflicts == 0


@pytest.mark.parametrize(
    ("days", "dollars", "fits"),
    [
        # a third off the rate of the others, in one month and over a year
        ({"a": DAY, "b": DAY, "c": date(2031, 7, 14)}, "7.35", False),
        ({"a": DAY, "b": DAY, "c": date(2031, 7, 15)}, "7.35", True),
        ({"a": DAY, "c": date(2032, 5, 30)}, "7.35", True),
        ({"c": DAY}, "7.35", False),
        # no rate doubles in a year
        ({"a": DAY, "b": DAY, "c": date(2032, 5, 30)}, "10.7", False),
    ],
)
def test_rates_move_between_articles_of_different_times(pounds, report, days, dollars, fits):
    told = pounds("a", "4.25", "5.35"), pounds("b", "4.25", "5.31"), pounds("c", "4.25", dollars)
    found = report(*told, chosen=Settings(), published=days)
    assert [one.fits for one in found.conversions] == [True, True, fits]
    assert bool(found.findings) is not fits


def test_of_two_rates_nobody_can_tell_which_stands_out(pounds, report):
    told = pounds("a", "4.25", "5.35"), pounds("b", "4.25", "9.35")
    assert not report(*told, chosen=Settings()).findings


def test_the_other_sums_of_one_article_tell_where_no_other_article_does(
    claim, usd, restated, report
):
    """ "$1.23bn (£97bn)" beside "$57 (£44)" and "$8.5bn (£6.6bn)" of the same article."""

    def told(*sums):
        attributes = ("deal_amount", "debt", "revenue")
        return [
            claim(
                "a",
                attribute,
                usd(amount, currency="GBP"),
                sentence=at,
                equivalent=restated(usd(dollars)),
            )
            for at, (attribute, (amount, dollars)) in enumerate(zip(attributes, sums, strict=False))
        ]

    good = ("4.25", "5.35"), ("2.00", "2.52")
    (finding,) = report(*told(*good, ("97.0", "1.23")), chosen=Settings()).findings
    assert finding.rule == "CUR002"
    assert "(a), but the other conversions come to 1.259 USD for 1 GBP" in finding.message
    # one other sum, or the same one twice, is too little
    assert not report(*told(good[0], ("97.0", "1.23")), chosen=Settings()).findings
    assert not report(*told(good[0], good[0], ("97.0", "1.23")), chosen=Settings()).findings


def test_a_table_of_rates_can_tell(pounds, report):
    found = report(pounds("a", "4.25", "5.35"), pounds("b", "4.25", "9.35"))
    (finding,) = found.findings
    assert finding.message == (
        "£4.25 billion = $9.35 billion: 2.2 USD for 1 GBP (b), but the table of rates has "
        "1.25 USD for 1 GBP"
    )


def test_a_round_conversion_is_given_the_room_of_its_last_digit(pounds, report):
    # £4.25bn is 5.31 billion dollars: "$5 billion" is that, rounded.
    assert not report(pounds("a", "4.25", "5")).findings


def test_with_a_table_a_sum_in_another_currency_joins_the_main_one(claim, usd, pounds, report):
    told = pounds("a", "4.25"), pounds("b", "4.25"), claim("c", "deal_amount", usd("5.35"))
    without = report(*told, chosen=Settings())
    assert without.summary.agreements == 1
    assert not without.conversions
    found = report(*told)
    (fact,) = found.facts
    assert fact.status is Status.AGREEMENT
    assert len(fact.camps[0].sources) == 3
    (one,) = found.conversions
    assert (one.claim, one.of, one.fits) == (told[2].id, told[0].id, True)
    assert one.message == "£4.25 billion = $5.35 billion: 1.259 USD for 1 GBP"


def test_with_a_table_a_sum_that_is_no_conversion_is_a_finding(claim, usd, pounds, report):
    found = report(pounds("a", "4.25"), pounds("b", "4.25"), claim("c", "deal_amount", usd("6.4")))
    (finding,) = found.findings
    assert finding.rule == "CUR002"
    assert finding.message.endswith("but the table of rates has 1.25 USD for 1 GBP")
    assert "(c) against" in finding.message


def test_without_a_day_a_dated_table_of_several_days_says_nothing(claim, usd, pounds, report):
    later = Rate("GBP", "USD", Decimal("1.20"), date(2031, 9, 30))
    table = Settings(rates=Rates((*TABLE.rates.rates, later)))
    told = pounds("a", "4.25"), pounds("b", "4.25"), claim("c", "deal_amount", usd("6.4"))
    assert report(*told, chosen=table).findings
    assert not report(*told, chosen=table, published=None).findings


def test_a_part_in_another_currency_is_another_sum(claim, usd, pounds, report):
    told = pounds("a", "4.25"), pounds("b", "4.25"), claim("c", "deal_amount", usd("0.5"))
    assert not report(*told).findings


@pytest.fixture
def dollars(claim, usd, restated):
    """Dollars that their article restates in euros: the rate is told the other way round."""

    def build(source, amount, euros, **more):
        same = restated(usd(euros, currency="EUR"))
        return claim(source, "deal_amount", usd(amount), equivalent=same, **more)

    return build


def test_a_rate_that_stands_apart_is_found_whichever_currency_comes_first(dollars, report):
    found = report(
        dollars("a", "4.40", "4.00"),
        dollars("b", "4.40", "4.01"),
        dollars("c", "4.40", "2.20"),
        chosen=Settings(),
    )
    assert [one.fits for one in found.conversions] == [True, True, False]
    (finding,) = found.findings
    assert finding.message == (
        "$4.4 billion = €2.2 billion: 2 USD for 1 EUR (c), but the other conversions come to "
        "1.099 USD for 1 EUR"
    )
    assert finding.reasons == ("The two imply 2 USD for 1 EUR.",)
    assert finding.claims == (found.conversions[2].claim,)
    assert (finding.attribute, finding.subject) == ("deal_amount", "Orvex / Nimbra")


def test_rates_that_differ_among_themselves_make_nobody_stand_out(dollars, report):
    told = [
        dollars(name, "4.40", sum_)
        for name, sum_ in zip("abcd", ("4", "3", "2.9", "8"), strict=True)
    ]
    assert not report(*told, chosen=Settings()).findings


def test_copies_of_one_text_are_one_voice_about_a_rate(claim, usd, restated):
    def one(name, text):
        return SourceText(name, name, name, None, None, None, DAY, fingerprint(text))

    sources = [one("a", "the same few words"), one("b", "the same few words"), one("c", "others")]
    claims = [
        claim(name, "deal_amount", usd("4.40"), equivalent=restated(usd(euros, currency="EUR")))
        for name, euros in (("a", "4.00"), ("b", "4.00"), ("c", "2.20"))
    ]
    assert not reconcile(claims, sources, Settings()).findings


@pytest.mark.parametrize(
    ("hedge", "shown"),
    [
        (Hedge.NONE, 1),
        (Hedge.ABOUT, 1),
        (Hedge.BELOW, 1),
        (Hedge.ABOVE, 1),
        (Hedge.JUST_ABOVE, 1),
        (Hedge.AT_MOST, 0),
        (Hedge.AT_LEAST, 0),
        (Hedge.UNDER, 0),
    ],
)
def test_up_to_a_sum_implies_no_rate(dollars, report, hedge, shown):
    found = report(dollars("a", "4.40", "4.00", hedge=hedge), chosen=Settings())
    assert len(found.conversions) == shown


def test_as_many_of_the_one_as_of_the_other(dollars, report):
    (one,) = report(dollars("a", "4.00", "4.00"), chosen=Settings()).conversions
    assert one.message == "$4 billion = €4 billion: 1 EUR for 1 USD"


def test_a_hedge_stands_before_the_sum_that_has_it(dollars, report):
    (one,) = report(dollars("a", "4.40", "4.00", hedge=Hedge.ABOUT), chosen=Settings()).conversions
    assert one.message == "about $4.4 billion = €4 billion: 1.1 USD for 1 EUR"
    assert (one.base, one.quote, one.rate) == ("USD", "EUR", Decimal("0.9091"))


def test_ranges_and_nothing_imply_no_rate(claim, usd, restated, report):
    euro = restated(usd("4.0", currency="EUR"))
    span = claim("a", "deal_amount", usd("4.0", "5.0"), equivalent=euro)
    wide = restated(usd("3.0", "4.0", currency="EUR"))
    other = claim("a", "deal_amount", usd("4.0"), equivalent=wide)
    none = claim("a", "deal_amount", usd("0"), equivalent=euro)
    nothing = claim("a", "deal_amount", usd("4.0"), equivalent=restated(usd("0", currency="EUR")))
    loss = claim("a", "profit", usd("-4.0"), equivalent=euro)
    same = claim("a", "deal_amount", usd("4.0"), equivalent=restated(usd("4.1")))
    for told in (span, other, none, nothing, loss, same):
        assert not report(told, chosen=Settings()).conversions


def test_a_part_half_as_large_may_be_meant_for_the_sum(claim, usd, pounds, report):
    def rules(dollars):
        told = pounds("a", "4.00"), pounds("b", "4.00"), claim("c", "deal_amount", usd(dollars))
        return [finding.rule for finding in report(*told).findings]

    # £4 billion is $5 billion by the table.
    assert rules("2.50") == rules("10.0") == ["CUR002"]
    assert rules("2.49") == rules("10.2") == []


def test_a_finding_between_two_articles_names_both(claim, usd, pounds, report):
    (finding,) = report(
        pounds("a", "4.25"),
        pounds("b", "4.25"),
        claim("c", "deal_amount", usd("6.4"), quote="$6.4bn"),
    ).findings
    assert finding.message.startswith("Deal amount of Orvex / Nimbra: $6.4bn (c) against words")
    assert finding.message.endswith(" (a), but the table of rates has 1.25 USD for 1 GBP")
    assert finding.reasons == ("The two imply 1.506 USD for 1 GBP.",)
    assert len(finding.claims) == 2


def test_the_conversions_of_a_sum_are_named_together(claim, usd, pounds, report):
    told = [
        claim(name, "deal_amount", usd(sum_), quote=f"${sum_} billion")
        for name, sum_ in (("c", "5.35"), ("d", "5.31"), ("e", "5.35"))
    ]
    found = report(*(pounds(name, "4.25") for name in "abfg"), *told)
    (fact,) = found.facts
    assert fact.notes == (
        "$5.35 billion and $5.31 billion are taken for conversions of the sum in GBP",
    )
    assert fact.camps[0].sources == tuple("abcdefg")


@pytest.mark.parametrize(
    ("dollars", "facts"), [("5.3125", 1), ("5.37", 1), ("5.25", 1), ("5.6", 2), ("5.0", 2)]
)
def test_a_sum_near_the_rate_joins_the_main_one(claim, usd, pounds, report, dollars, facts):
    told = pounds("a", "4.250"), pounds("b", "4.250"), claim("c", "deal_amount", usd(dollars))
    assert len(report(*told).facts) == facts


def test_a_range_is_a_conversion_of_nothing(claim, usd, pounds, report):
    span = claim("c", "deal_amount", usd("5.3", "5.4"))
    assert len(report(pounds("a", "4.25"), pounds("b", "4.25"), span).facts) == 2


def test_the_main_currency_is_that_of_most_sources_then_of_most_claims(claim, usd, report):
    def main(*rows):
        claims = [
            claim(source, "deal_amount", usd(sum_, currency=code), sentence=at)
            for at, (source, code, sum_) in enumerate(rows)
        ]
        notes = [note for fact in report(*claims, chosen=Settings()).facts for note in fact.notes]
        return notes[0].rsplit(" ", 1)[1]

    assert main(("a", "GBP", "4.1"), ("b", "GBP", "4.1"), ("c", "EUR", "5.7")) == "GBP"
    assert main(("a", "USD", "4.1"), ("c", "EUR", "5.7"), ("c", "EUR", "5.7")) == "EUR"
    assert main(("a", "USD", "4.1"), ("c", "EUR", "5.7")) == "EUR"


@pytest.mark.parametrize(
    ("euros", "fits"),
    [("1.000", True), ("1.091", True), ("0.909", True), ("1.121", False), ("0.879", False)],
)
def test_a_rate_stands_apart_by_more_than_a_tenth(dollars, report, euros, fits):
    others = dollars("a", "1.000", "1.000"), dollars("b", "1.000", "1.000")
    found = report(*others, dollars("c", "1.000", euros), chosen=Settings())
    assert found.conversions[-1].fits is fits


def test_the_others_agree_if_they_lie_within_a_tenth_of_their_middle(dollars, report):
    def odd(*euros):
        told = [dollars(name, "1.00", sum_) for name, sum_ in zip("abc", euros, strict=True)]
        found = report(*told, chosen=Settings()).conversions
        return [one.claim for one in found if not one.fits] == [told[2].id]

    assert odd("0.90", "1.10", "3.00")
    assert not odd("0.89", "1.11", "3.00")


def test_a_coarse_conversion_may_stand_far_from_the_others(dollars, report):
    """ "€4 billion" is anything from 3.5 to 4.5, whichever currency has the first letter."""
    found = report(
        dollars("a", "4.40", "3.60"),
        dollars("b", "4.40", "3.60"),
        dollars("c", "4.40", "4"),
        dollars("d", "4.40", "4.04"),
        chosen=Settings(),
    )
    assert [one.fits for one in found.conversions] == [True, True, True, False]


def test_a_hedge_covers_both_sums_of_one_article_and_so_not_their_rate(
    claim, usd, restated, report
):
    told = claim(
        "a",
        "deal_amount",
        usd("4.0", currency="GBP"),
        hedge=Hedge.ABOUT,
        equivalent=restated(usd("5.4")),
    )
    (finding,) = report(told).findings
    assert finding.message.startswith("about £4 billion = $5.4 billion: 1.35 USD for 1 GBP (a)")


def test_between_two_articles_a_hedge_leaves_room(claim, usd, report):
    def rules(hedge):
        main = [
            claim(source, "deal_amount", usd("4.0", currency="GBP"), hedge=hedge) for source in "ab"
        ]
        found = report(*main, claim("c", "deal_amount", usd("5.4")))
        return [finding.rule for finding in found.findings]

    assert rules(Hedge.NONE) == ["CUR002"]
    assert rules(Hedge.ABOUT) == []


def test_a_sum_is_set_against_the_one_that_most_voices_tell(claim, usd, pounds):
    """Three copies of one text are one voice; two articles of their own are two."""
    texts = dict.fromkeys("abc", "the same few words") | {"d": "others", "e": "yet others"}
    sources = [
        SourceText(name, name, name, None, None, None, DAY, fingerprint(text))
        for name, text in texts.items()
    ]
    told = [
        *(pounds(name, "4.25") for name in "abc"),
        *(claim(name, "deal_amount", usd("6.4"), quote="$6.4bn") for name in "de"),
    ]
    (finding,) = reconcile(told, sources, TABLE).findings
    assert "against $6.4bn (d)" in finding.message


def test_a_share_is_no_rival_of_a_sum_in_another_currency(claim, usd, pounds, report, make_percent):
    shares = [claim(source, "deal_amount", make_percent("12.5")) for source in "defg"]
    told = pounds("a", "4.25"), pounds("b", "4.25"), claim("c", "deal_amount", usd("6.4"))
    (finding,) = report(*told, *shares).findings
    assert finding.rule == "CUR002"


def test_a_finding_about_two_sums_keeps_its_id_when_the_other_leads(claim, usd, pounds, report):
    """What a person has judged stays judged, however many articles tell either sum."""

    def found(*dollars):
        told = [claim(name, "deal_amount", usd("6.4")) for name in dollars]
        (finding,) = report(pounds("a", "4.25"), pounds("b", "4.25"), *told).findings
        return finding.id

    assert found("c") == found("c", "d", "e")


def test_what_costs_less_than_nothing_has_no_rate(claim, usd, report):
    told = claim("a", "profit", usd("-4.0", currency="GBP")), claim("b", "profit", usd("-6.4"))
    assert not report(*told).findings


def test_conversions_stand_in_the_order_of_their_articles(claim, usd, pounds, report):
    told = pounds("a", "4.25"), claim("b", "deal_amount", usd("5.35")), pounds("c", "4.25", "5.35")
    assert [one.claim for one in report(*told).conversions] == [told[1].id, told[2].id]


def test_a_rate_is_one_whichever_sum_is_the_restated_one(claim, usd, pounds, restated, report):
    turned = restated(usd("4.25", currency="GBP"))
    odd = pounds("c", "4.25", "9.35")
    found = report(
        pounds("a", "4.25", "5.35"),
        claim("b", "deal_amount", usd("5.35"), equivalent=turned),
        odd,
        chosen=Settings(),
    )
    assert [one.claim for one in found.conversions if not one.fits] == [odd.id]


def test_a_share_that_is_restated_as_a_sum_implies_no_rate(
    claim, usd, restated, report, make_percent
):
    told = claim("a", "stake", make_percent("12.5"), equivalent=restated(usd("5.35")))
    assert not report(told).conversions


def test_one_figure_with_two_signs_implies_no_rate(claim, usd, report):
    told = [claim(n, "deal_amount", usd("4.25", currency="NZD")) for n in "abc"]
    found = report(*told, claim("d", "deal_amount", usd("4.25")), chosen=Settings())
    assert not found.conversions
