from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealfacts.model.claims import Claim, claim_id
from dealfacts.model.text import Evidence, Range
from dealfacts.model.values import Money, PartialDate, Person, Term, Text, Value
from dealfacts.model.vocabulary import Basis
from dealfacts.reconciler.deals import Deals, group
from dealfacts.reconciler.name_links import WIDEST_BLOCK, linked, members, name_links
from dealfacts.reconciler.origins import SourceText, fingerprint

Parties = tuple[str | None, str | None]


def claim(
    source: str,
    parties: Parties,
    amount: str = "5000000",
    *,
    attribute: str = "deal_amount",
    basis: Basis = Basis.UNSPECIFIED,
) -> Claim:
    value: Value = Money(currency="USD", low=Decimal(amount), high=Decimal(amount))
    quote = f"${amount}"
    return Claim(
        id=claim_id(source, attribute, amount, str(parties), 0),
        source=source,
        kind="test",
        attribute=attribute,
        subject="the deal",
        value=value,
        basis=basis,
        parties=parties,
        evidence=Evidence(
            start=0, end=9, line=1, column=1, quote=quote, sentence=Range(start=0, end=9)
        ),
    )


def source(name: str, published: date | None = None) -> SourceText:
    return SourceText(name, name, name, None, None, None, published, fingerprint(""))


def found(*claims: Claim, **published: date) -> Deals:
    names = {one.source for one in claims} | set(published)
    return group(claims, [source(name, published.get(name)) for name in sorted(names)])


def members_of(deals: Deals) -> set[frozenset[str]]:
    return {frozenset(one.deal.sources) for one in deals.groups}


def test_spellings_of_the_same_parties_are_one_deal() -> None:
    deals = found(
        claim("a", ("Exemplar Mobil Corp.", "Pionier Natural Things Co.")),
        claim("b", ("ExemplarMobil", "Pionier"), "6000000"),
        claim("c", ("Exemplar", "Pionier Natural"), "7000000"),
        claim("d", ("Other Buyer", "Pionier"), "8000000"),
    )
    assert members_of(deals) == {frozenset("abc"), frozenset("d")}
    assert all("the same parties" in reason for one in deals.groups for reason in one.reasons)


def test_a_short_side_alone_and_a_unit_beside_it_stay_apart() -> None:
    deals = found(claim("a", ("Omega", "Sampel")), claim("b", ("Gamma", "Sampel Maps"), "6000000"))
    assert len(deals.groups) == 2


def test_the_sides_may_be_swapped() -> None:
    deals = found(claim("a", ("Alpha", "Beta")), claim("b", ("Beta Inc.", "Alpha"), "6000000"))
    assert members_of(deals) == {frozenset("ab")}


def test_two_rounds_of_one_company_are_two_deals_with_telling_labels() -> None:
    deals = found(
        claim("a", (None, "Beta"), "10"),
        claim("b", (None, "Beta"), "40"),
        claim("c", (None, "Beta Technologies"), "40"),
        a=date(2021, 3, 1),
        b=date(2022, 9, 1),
        c=date(2022, 9, 3),
    )
    assert members_of(deals) == {frozenset("a"), frozenset("bc")}
    assert [one.deal.label for one in deals.groups] == ["Beta (2021-03)", "Beta (2022-09)"]
    assert len({one.deal.id for one in deals.groups}) == 2


def test_rounds_with_one_lead_are_parted_by_time_unless_the_sum_is_the_same() -> None:
    def round_(name: str, amount: str) -> list[Claim]:
        parties = ("Fund", "Beta")
        return [
            claim(name, parties, amount),
            claim(name, parties, "900", attribute="total_raised"),
        ]

    dates = {"a": date(2021, 3, 1), "b": date(2021, 9, 1), "c": date(2021, 11, 1)}
    deals = found(*round_("a", "25"), *round_("b", "55"), *round_("c", "25"), **dates)
    assert frozenset("ac") in members_of(deals)
    assert frozenset("b") in members_of(deals)


def test_a_takeover_lasts_for_years() -> None:
    dates = {"a": date(2023, 12, 18), "b": date(2025, 6, 18), "c": date(2019, 1, 1)}
    deals = found(
        claim("a", ("Alpha", "Beta")),
        claim("b", ("Alpha", "Beta Corp."), "6000000"),
        claim("c", ("Alpha", "Beta"), "7000000"),
        **dates,
    )
    assert members_of(deals) == {frozenset("ab"), frozenset("c")}


def test_rival_bids_are_two_deals_even_at_one_price() -> None:
    deals = found(
        claim("a", ("Jane Doe and Oak Capital", "Beta FC")), claim("b", ("Ann Roe", "Beta"))
    )
    assert len(deals.groups) == 2


def test_several_buyers_are_joined_through_any_of_them() -> None:
    deals = found(
        claim("a", ("Oak Capital, Elm Partners and others", "Beta")),
        claim("b", ("Elm Partners", "Beta"), "6000000"),
        claim("c", ("Doe", "Beta"), "7000000"),
        claim("d", ("Jane Doe", "Beta"), "8000000"),
    )
    assert members_of(deals) == {frozenset("ab"), frozenset("cd")}
    assert members("Procter & Sample") == ("Procter & Sample",)


def test_a_round_told_with_different_investors_is_one_while_fresh() -> None:
    def told(name: str, lead: str) -> Claim:
        return claim(name, (lead, "Beta"), "25", basis=Basis.POST_MONEY)

    fresh = {"a": date(2024, 5, 1), "b": date(2024, 5, 9)}
    late = {"a": date(2024, 5, 1), "b": date(2024, 8, 9)}
    assert len(found(told("a", "Oak"), told("b", "Elm"), **fresh).groups) == 1
    assert len(found(told("a", "Oak"), told("b", "Elm"), **late).groups) == 2


def test_an_investor_that_speaks_of_no_round_joins_it_by_the_sum_of_all() -> None:
    days = {"a": date(2024, 5, 1), "b": date(2024, 5, 2)}
    sort = {"id": "t-a", "attribute": "deal_type", "value": Term(term="funding round")}
    round_ = claim("a", ("Oak", "Beta"), "250")
    of_round = [round_, round_.model_copy(update=sort)]
    assert len(found(*of_round, claim("b", ("Elm", "Beta"), "250"), **days).groups) == 1
    assert len(found(*of_round, claim("b", ("Elm", "Beta"), "40"), **days).groups) == 2
    assert len(found(round_, claim("b", ("Elm", "Beta"), "250"), **days).groups) == 2


def test_one_buyer_and_sum_at_one_time_find_a_target_under_two_names() -> None:
    claims = [claim("a", ("Alpha", "Oldname")), claim("b", ("Alpha", "Newname"))]
    near = found(*claims, a=date(2024, 5, 1), b=date(2024, 5, 9))
    far = found(*claims, a=date(2024, 5, 1), b=date(2024, 9, 9))
    assert (len(near.groups), len(far.groups)) == (1, 2)
    assert "the same buyer and sum" in near.groups[0].reasons[0]


def test_one_known_side_joins_the_only_deal_that_fits() -> None:
    full = [claim("a", ("Alpha", "Beta")), claim("b", ("Alpha", "Gamma"), "9000000")]
    assert members_of(found(*full, claim("c", (None, "Beta Inc."), "6000000"))) == {
        frozenset("ac"),
        frozenset("b"),
    }
    assert members_of(found(*full, claim("c", ("Alpha", None), "7"))) == {
        frozenset("a"),
        frozenset("b"),
        frozenset("c"),
    }
    assert members_of(found(*full, claim("c", ("Alpha", None), "9000000"))) == {
        frozenset("a"),
        frozenset("bc"),
    }


def test_an_article_with_two_deals_feeds_both_and_its_other_claims_go_to_the_main_one() -> None:
    claims = [
        claim("a", ("Alpha", "Beta")),
        claim("a", ("Alpha", "Beta"), "6", attribute="stake"),
        claim("a", (None, "Beta"), "7", attribute="valuation"),
        claim("a", ("Gamma", "Delta"), "8"),
        claim("a", (None, None), "9", attribute="revenue"),
    ]
    deals = found(*claims, b=date(2024, 1, 1))
    assert {one.deal.label: len(one.claims) for one in deals.groups} == {
        "Alpha / Beta": 4,
        "Gamma / Delta": 1,
    }
    assert deals.without == ("b",)
    assert set(deals.by_claim) == {one.id for one in claims}


def test_an_article_that_speaks_of_no_deal_feeds_none() -> None:
    lone = claim("b", (None, "Beta"), "9", attribute="revenue")
    deals = found(claim("a", ("Alpha", "Beta")), lone, claim("c", (None, None)))
    assert members_of(deals) == {frozenset("a")}
    assert deals.without == ("b", "c")
    assert lone.id not in deals.by_claim


def test_undated_articles_join_by_sum_first() -> None:
    dates = {"a": date(2020, 3, 1), "b": date(2022, 9, 1)}
    claims = [claim("a", (None, "Beta"), "10"), claim("b", (None, "Beta"), "40")]
    deals = found(*claims, claim("c", (None, "Beta"), "40"), **dates)
    assert members_of(deals) == {frozenset("a"), frozenset("bc")}
    alone = found(claim("a", (None, "Beta"), "1"), claim("b", (None, "Beta"), "2"))
    assert members_of(alone) == {frozenset("ab")}


def test_ids_survive_a_copy_and_a_new_article() -> None:
    claims = [claim("a", ("Alpha Corp.", "Beta")), claim("b", ("Alpha", "Beta Inc."), "6000000")]
    before = found(*claims)
    copy = found(*claims, claim("a2", ("Alpha Corp.", "Beta")))
    more = found(*claims, claim("c", ("Alpha Group", "Beta Group"), "9"))
    assert {one.deal.id for one in before.groups} == {one.deal.id for one in copy.groups}
    assert {one.deal.id for one in before.groups} == {one.deal.id for one in more.groups}
    assert before.groups[0].deal.label == copy.groups[0].deal.label


def test_deals_of_one_name_stand_in_the_order_of_their_first_articles() -> None:
    def told(name: str, amount: str) -> Claim:
        return claim(name, (None, "Beta"), amount)

    deals = found(told("d", "10"), told("b", "44"), told("a", "10"), told("c", "44"))

    assert [one.deal.sources for one in deals.groups] == [("a", "d"), ("b", "c")]
    assert [one.deal.label for one in deals.groups] == ["Beta", "Beta"]
    assert len({one.deal.id for one in deals.groups}) == 2


def test_claims_stand_in_the_order_in_which_they_were_given() -> None:
    claims = [claim(name, ("Alpha", "Beta"), amount) for name, amount in ("b5", "a7", "b6", "a3")]

    (one,) = found(*claims).groups

    assert one.claims == tuple(each.id for each in claims)
    assert one.deal.sources == ("a", "b")


def test_two_deals_with_one_key_keep_apart() -> None:
    deals = found(
        claim("a", ("Alpha", "Beta Foods"), "1"),
        claim("b", ("Alpha", "Beta Maps"), "2"),
    )
    assert len({one.deal.id for one in deals.groups}) == 2


def test_a_word_that_opens_very_many_names_is_no_key() -> None:
    crowd = [f"Inter{a}{b} Works" for a in "bcdfghklmnp" for b in "aeiou"]
    links = name_links(crowd)
    assert all(links.strong[name] == {name} for name in crowd)


@settings(max_examples=25)
@given(st.permutations(range(7)))
def test_the_order_of_claims_never_matters(order: list[int]) -> None:
    claims = [
        claim("a", ("Alpha Corp.", "Beta")),
        claim("b", ("Alpha", "Beta Inc."), "6"),
        claim("c", (None, "Beta"), "7"),
        claim("d", ("Alpha", None), "8"),
        claim("e", ("Gamma", "Alpha"), "9"),
        claim("f", ("Oak and Elm", "Delta"), "10"),
        claim("g", ("Elm", "Deltas"), "10"),
    ]
    sources = [source(one.source) for one in claims]
    straight, mixed = group(claims, sources), group([claims[at] for at in order], sources)
    assert [one.deal for one in straight.groups] == [one.deal for one in mixed.groups]
    assert [sorted(one.claims) for one in straight.groups] == [
        sorted(one.claims) for one in mixed.groups
    ]


def titled(name: str, title: str, published: date | None = None) -> SourceText:
    return SourceText(name, name, name, title, None, None, published, fingerprint(""))


FULL = [claim("a", ("Zorblatt", "Quixel Foods")), claim("b", ("Zorblatt", "Plimsoll"), "77")]
PLAIN = [source("a"), source("b")]


def homes(stray: Claim, title: str) -> set[frozenset[str]]:
    return members_of(group([*FULL, stray], [*PLAIN, titled("c", title)]))


def test_a_headline_that_names_both_sides_brings_a_misread_article_home() -> None:
    misread = claim("c", ("Zorblatt", "Broadcasting"), "9")
    assert frozenset("bc") in homes(misread, "Zorblatt's hands close on Plimsoll")
    assert frozenset("bc") in homes(claim("c", (None, None), "9"), "Plimsoll goes to Zorblatt")
    assert frozenset("c") in homes(misread, "Zorblatt is on a shopping trip")
    assert frozenset("c") in homes(misread, "Zorblatt buys Broadcasting and rivals Plimsoll")
    stranger = claim("c", ("Ghent", "Broadcasting"), "9")
    assert frozenset("c") in homes(stranger, "Zorblatt's hands close on Plimsoll")


def test_a_headline_that_names_the_target_is_enough_where_no_party_is_read() -> None:
    unread = claim("c", (None, None), "9")
    assert frozenset("ac") in homes(unread, "New owner for Quixel")
    assert homes(unread, "New owner for a maker of food") == {frozenset("a"), frozenset("b")}


def test_a_surname_in_the_headline_names_a_person() -> None:
    bid = claim("a", ("Jane Doe", "Quixel"))
    stray = claim("c", (None, None), "9")
    deals = group(
        [bid, stray], [source("a"), titled("c", "Quixel: terms settled with Doe's group")]
    )
    assert members_of(deals) == {frozenset("ac")}


def test_a_telling_sum_brings_an_unnamed_article_home_and_a_round_one_only_when_dated() -> None:
    telling = [claim("a", ("Alpha", "Beta"), "1430"), claim("c", (None, None), "1430")]
    assert members_of(found(*telling)) == {frozenset("ac")}
    round_ = [claim("a", ("Alpha", "Beta"), "1000"), claim("c", (None, None), "1000")]
    assert members_of(found(*round_)) == {frozenset("a")}
    near = {"a": date(2024, 5, 1), "c": date(2024, 5, 4)}
    assert members_of(found(*round_, **near)) == {frozenset("ac")}


def test_the_announced_day_stands_in_for_a_missing_publication_date() -> None:
    def announced(name: str, day: date) -> Claim:
        value = PartialDate(text="then", earliest=day, latest=day)
        told = claim(name, (None, "Beta"), attribute="announcement_date")
        return told.model_copy(update={"value": value, "id": f"d-{name}"})

    rounds = [claim("a", (None, "Beta"), "10"), claim("b", (None, "Beta"), "18")]
    days = [announced("a", date(2021, 3, 1)), announced("b", date(2023, 3, 1))]
    assert len(found(*rounds).groups) == 1
    assert len(found(*rounds, *days).groups) == 2


def test_a_copy_goes_with_its_text() -> None:
    text = " ".join(f"word{at}" for at in range(60))
    print_ = fingerprint(text)
    sources = [SourceText(name, name, name, None, None, None, None, print_) for name in ("a", "c")]
    claims = [
        claim("a", ("Zorblatt", "Quixel")),
        claim("b", ("Zorblatt", "Plimsoll"), "77"),
        claim("c", ("Zorblatt", None), "9"),
    ]
    assert members_of(group(claims, [*sources, source("b")])) == {frozenset("ac"), frozenset("b")}
    apart = group(claims, [*sources, source("b")], {"a": "o1", "b": "o2", "c": "o3"})
    assert len(apart.groups) == 3


def test_a_company_is_sold_once_at_a_time_whichever_buyer_an_article_names() -> None:
    def sale(name: str, buyer: str, stage: str, person: str = "Ann Brun") -> list[Claim]:
        parties = (buyer, "Beta Rovers")
        post = Person(name=person, role="owner", organisation="Gamma")
        return [
            claim(name, parties, attribute="deal_status").model_copy(
                update={"value": Term(term=stage), "id": f"c-{name}-stage"}
            ),
            claim(name, parties, attribute="person_role").model_copy(
                update={"value": post, "id": f"c-{name}-post"}
            ),
        ]

    dates = {"a": date(2021, 5, 7), "b": date(2021, 5, 30), "c": date(2021, 5, 4)}
    named = found(
        *sale("a", "Ann Brun", "agreed"),
        *sale("b", "Alpha Capital", "closed"),
        *sale("c", "Omega", "rejected"),
        **dates,
    )
    assert members_of(named) == {frozenset("ab"), frozenset("c")}
    assert any("sold once" in reason for one in named.groups for reason in one.reasons)
    others = found(
        *sale("a", "Ann Brun", "agreed"), *sale("b", "Alpha", "closed", "Carl Voss"), **dates
    )
    assert members_of(others) == {frozenset("a"), frozenset("b")}


def test_who_buys_through_a_unit_buys() -> None:
    def vehicle(name: str, buyer: str, unit: str, owner: str) -> Claim:
        return claim(name, (buyer, "Beta Rovers"), attribute="unit_name").model_copy(
            update={"value": Text(text=unit), "subject": owner, "id": f"c-{name}-unit"}
        )

    claims = [
        claim("a", ("Omikron", "Beta Rovers")),
        claim("b", ("Alpha Capital", "Beta Rovers"), "7000000"),
    ]
    told = found(*claims, vehicle("a", "Omikron", "Omikron Ltd", "Alpha"))
    assert members_of(told) == {frozenset("ab")}
    (reason,) = told.groups[0].reasons
    assert reason.startswith("the same target, and the buyer Omikron Ltd is a unit of Alpha: ")
    of_another = found(*claims, vehicle("a", "Omikron", "Omikron", "Gamma"))
    assert members_of(of_another) == {frozenset("a"), frozenset("b")}
    another = found(*claims, vehicle("a", "Omikron", "Sigma Ltd", "Alpha"))
    assert members_of(another) == {frozenset("a"), frozenset("b")}


def test_a_part_may_be_told_by_who_sells_it() -> None:
    sold = claim("a", ("Alpha", "Pumps")).model_copy(update={"seller": "Beta Industries"})
    by_seller = claim("b", ("Alpha", "Beta"), "6000000")
    assert members_of(found(sold, by_seller)) == {frozenset("ab")}
    of_another = claim("b", ("Gamma", "Beta"), "6000000")
    assert len(found(sold, of_another).groups) == 2
    many = [
        claim(f"s{n:02}", ("Alpha", f"Part{n} Works")).model_copy(update={"seller": f"Beta {n}"})
        for n in range(WIDEST_BLOCK + 1)
    ]
    assert "b" in {one.deal.sources[0] for one in found(by_seller, *many).groups}


def test_a_clipped_name_is_linked_weakly() -> None:
    pairs = {
        ("Man Exempla", "Manfield Exempla"): "weak",
        ("Northern Rail", "Northwest Rail"): None,
        ("Ma Exempla", "Manfield Exempla"): None,
    }
    assert {pair: linked(*pair) for pair in pairs} == pairs


def test_a_dated_article_goes_with_no_undated_round_of_another_sum() -> None:
    def told(name: str, parties: Parties, amount: str) -> Claim:
        return claim(name, parties, amount, basis=Basis.POST_MONEY)

    lone, full = told("a", (None, "Beta"), "150000000"), told("b", ("Oak", "Beta"), "11000000")
    dated = {"a": date(2024, 5, 1)}
    assert len(found(lone, full, **dated).groups) == 2
    near = told("a", (None, "Beta"), "12000000")
    assert len(found(near, full, **dated).groups) == 1


def test_far_sums_far_apart_in_time_are_two_takeovers_and_near_ones_one() -> None:
    dates = {"a": date(2021, 3, 1), "b": date(2022, 3, 1)}
    parties = ("Alpha", "Beta")
    assert len(found(claim("a", parties, "400"), claim("b", parties, "3100"), **dates).groups) == 2
    assert len(found(claim("a", parties, "4000"), claim("b", parties, "3850"), **dates).groups) == 1


def lead(name: str, text: str) -> SourceText:
    return SourceText(name, name, name, None, None, None, None, fingerprint(text))


SEED = "Nimbra has raised $10 million in a seed round led by Orvex."
SERIES_B = "Orvex leads the $55 million Series B of Nimbra."


def test_rounds_of_different_names_are_two_deals_without_any_date() -> None:
    claims = [claim("a", ("Orvex", "Nimbra"), "10"), claim("b", ("Orvex", "Nimbra"), "11")]
    deals = group(claims, [lead("a", SEED), lead("b", SERIES_B)])
    assert members_of(deals) == {frozenset("a"), frozenset("b")}
    assert {one.deal.label for one in deals.groups} == {
        "Orvex / Nimbra (seed)",
        "Orvex / Nimbra (Series B)",
    }


def test_an_article_that_names_no_round_does_not_bridge_two() -> None:
    claims = [claim(name, (None, "Nimbra"), "10") for name in "abc"]
    sources = [lead("a", SEED), lead("b", "Nimbra has $10 million more."), lead("c", SERIES_B)]
    assert len(group(claims, sources).groups) == 2


def test_without_dates_far_sums_are_two_rounds_and_a_slip_is_none() -> None:
    assert (
        len(found(claim("a", (None, "Beta"), "10"), claim("b", (None, "Beta"), "55")).groups) == 2
    )
    assert (
        len(found(claim("a", (None, "Beta"), "10"), claim("b", (None, "Beta"), "11")).groups) == 1
    )
    slip = found(claim("a", (None, "Beta"), "25"), claim("b", (None, "Beta"), "25000000"))
    assert len(slip.groups) == 1
    takeover = found(claim("a", ("Alpha", "Beta"), "10"), claim("b", ("Alpha", "Beta"), "55"))
    assert len(takeover.groups) == 1


def test_what_one_article_calls_the_earlier_value_is_another_round() -> None:
    parties = (None, "Beta")
    now = [
        claim("a", parties, "650"),
        claim("a", parties, "6500", attribute="valuation"),
        claim("a", parties, "45600", attribute="prior_valuation"),
    ]
    before = [claim("b", parties, "639"), claim("b", parties, "45600", attribute="valuation")]
    assert members_of(found(*now, *before)) == {frozenset("a"), frozenset("b")}
    again = [claim("b", parties, "650"), claim("b", parties, "6500", attribute="valuation")]
    assert members_of(found(*now, *again)) == {frozenset("ab")}


def test_the_seller_is_who_half_of_the_articles_name() -> None:
    def sold(name: str, seller: str | None) -> Claim:
        return claim(name, ("Orvex", "Nimbra")).model_copy(update={"seller": seller})

    def seller(*told: str | None) -> str | None:
        claims = [sold(name, one) for name, one in zip("abcd", told, strict=False)]
        return found(*claims).groups[0].deal.seller

    assert seller("Quell") == "Quell"
    assert seller("Quell", None) == "Quell"
    assert seller("Quell", None, None) is None
    assert seller("Quell", "Tarvik", "Tarvik") == "Tarvik"
    assert seller("Nimbra", "Nimbra") is None


def told_of(name: str, parties: Parties, company: str, amount: str = "6000000") -> list[Claim]:
    """A claim about the deal, and one about a company that the article speaks of."""
    staff = claim(name, parties, "77", attribute="headcount")
    return [claim(name, parties, amount), staff.model_copy(update={"subject": company})]


def test_who_speaks_of_the_other_side_reports_its_deal() -> None:
    """ "The fund buys 22 % of Beta" knows one side, "Alpha / Town" takes a town for the target."""
    dates = {"a": date(2025, 7, 24), "b": date(2025, 7, 25)}
    for parties in ((None, "Alpha Fund"), ("Alpha Fund", "Corvo")):
        told = told_of("b", parties, "Beta & Finch")
        deals = found(claim("a", ("Alpha Fund", "Beta & Finch")), *told, **dates)
        if None in parties:
            assert members_of(deals) == {frozenset("ab")}
        else:
            # A headline that names both sides bears them out; without one nothing is moved.
            assert len(deals.groups) == 2


def test_who_speaks_of_its_own_target_too_reports_another_deal() -> None:
    dates = {"a": date(2025, 7, 24), "b": date(2025, 7, 25)}
    told = [*told_of("b", ("Alpha", "Gamma"), "Beta"), *told_of("b", ("Alpha", "Gamma"), "Gamma")]
    deals = found(claim("a", ("Alpha", "Beta")), *told, **dates)
    assert len(deals.groups) == 2


def test_who_speaks_of_both_sides_reports_their_deal() -> None:
    """The family that sells is taken for the target; the article speaks of buyer and company."""
    dates = {"a": date(2025, 7, 24), "b": date(2025, 7, 25)}
    told = [
        *told_of("b", (None, "Sommerfelds"), "Alpha Fund"),
        *told_of("b", (None, "Sommerfelds"), "Beta Labs"),
    ]
    deals = found(claim("a", ("Alpha Fund", "Beta Labs")), *told, **dates)
    assert members_of(deals) == {frozenset("ab")}
    deals = found(claim("a", ("Alpha Fund", "Beta Labs")), *told[:2], **dates)
    assert len(deals.groups) == 2


def told(name: str, text: str, published: date) -> SourceText:
    return SourceText(name, name, name, None, None, None, published, fingerprint(text))


def test_members_of_a_group_that_name_one_another_buy_together() -> None:
    fund, club = ("Sovereign Pension Fund", "Wexcombe Rovers"), ("Orvex Sports", "Wexcombe Rovers")
    both = "The Sovereign Pension Fund (SPF) and Orvex Sports pay for Wexcombe Rovers."
    alone = "Orvex Sports and SPF take Wexcombe Rovers."
    day = date(2024, 5, 3)
    texts = [told("a", both, day), told("b", alone, day)]

    assert len(group([claim("a", fund), claim("b", club)], texts).groups) == 1
    # A rival is named as well, but pays another price.
    assert len(group([claim("a", fund), claim("b", club, "5600000")], texts).groups) == 2
    # Whom the other article does not name buys alone.
    texts[1] = told("b", "Orvex Sports takes Wexcombe Rovers.", day)
    assert len(group([claim("a", fund), claim("b", club)], texts).groups) == 2


def test_a_rival_who_is_turned_down_at_the_same_price_is_another_deal() -> None:
    text = "Sovereign Pension Fund and Orvex Sports want Wexcombe Rovers."
    texts = [told(name, text, date(2024, 5, 3)) for name in "ab"]
    pairs = ("Sovereign Pension Fund", "Wexcombe Rovers"), ("Orvex Sports", "Wexcombe Rovers")
    bids = [claim("a", pairs[0]), claim("b", pairs[1])]
    refusal = bids[1].model_copy(
        update={"id": "r", "attribute": "deal_status", "value": Term(term="rejected")}
    )
    assert len(group(bids, texts).groups) == 1
    assert len(group([*bids, refusal], texts).groups) == 2


def test_companies_of_one_house_buy_together() -> None:
    pairs = [(name, "Wexcombe Air") for name in ("Brannoc Sons", "Brannoc Group", "Brannocs")]
    claims = [claim(name, pair) for name, pair in zip("abc", pairs, strict=True)]
    assert len(found(*claims).groups) == 1
    # A town or a given name is no house.
    assert (
        len(found(claim("a", ("Paris Sons", "Beta")), claim("b", ("Paris Mills", "Beta"))).groups)
        == 2
    )


def test_a_named_round_is_one_whenever_it_is_told() -> None:
    text = "Beta has closed its Series C of $5 million."
    days = date(2024, 8, 8), date(2025, 10, 21)
    texts = [told(name, text, day) for name, day in zip("ab", days, strict=True)]
    bids = [claim("a", (None, "Beta")), claim("b", (None, "Beta"), "5500000")]
    assert len(group(bids, texts).groups) == 1
    texts[1] = told("b", text.replace("Series C", "Series D"), days[1])
    assert len(group(bids, texts).groups) == 2


def reasons(*claims: Claim, titles: dict[str, str] | None = None, **published: date) -> list[str]:
    """Why the articles of the first deal that has several belong together."""
    names = sorted({one.source for one in claims})
    sources = [
        SourceText(
            *(name, name, name, (titles or {}).get(name), None, None, published.get(name)),
            fingerprint(""),
        )
        for name in names
    ]
    deals = group(claims, sources)
    return [reason for one in deals.groups for reason in one.reasons]


DAYS = {"a": date(2024, 5, 1), "b": date(2024, 5, 9), "c": date(2024, 5, 4)}


@pytest.mark.parametrize(
    ("claims", "titles", "expected"),
    [
        (
            [claim("a", ("Zorblatt", "Quixel")), claim("b", ("Zorblatt Inc.", "Quixel"), "6")],
            {},
            ['the same parties: "Zorblatt Inc. / Quixel" = "Zorblatt / Quixel"'],
        ),
        (
            [claim("a", ("Zorblatt", "Quixel")), claim("b", ("Quixel", "Zorblatt"), "6")],
            {},
            ['the same parties, sides swapped: "Quixel / Zorblatt" = "Zorblatt / Quixel"'],
        ),
        (
            [claim("a", ("Zorblatt Fund", "Quixel")), claim("b", ("Zorblatt Sons", "Quixel"), "6")],
            {},
            ['companies of one house: "Zorblatt Fund / Quixel" = "Zorblatt Sons / Quixel"'],
        ),
        (
            [claim("a", (None, "Quixel")), claim("b", (None, "Quixel Inc."), "6000000")],
            {},
            ["the same company at the same time"],
        ),
        (
            [
                claim("a", ("Oak", "Quixel"), "25", basis=Basis.POST_MONEY),
                claim("b", ("Elm", "Quixel"), "26", basis=Basis.POST_MONEY),
            ],
            {},
            ['one round told with different investors: "Elm / Quixel" = "Oak / Quixel"'],
        ),
        (
            [claim("a", ("Zorblatt", "Oldname")), claim("b", ("Zorblatt", "Newname"))],
            {},
            ['"Zorblatt / Oldname": the same buyer and sum at that time'],
        ),
        (
            [
                claim("a", ("Acme", "Pumps")).model_copy(update={"seller": "Beta Industries"}),
                claim("b", ("Acme", "Beta"), "6000000"),
            ],
            {},
            ['"Acme / Beta": the same buyer, and Beta is who sells'],
        ),
        (
            [claim("a", ("Acme", "Brannoc Air")), claim("b", ("Acme", "Brannocs"), "6000000")],
            {},
            ['"Acme / Brannocs": the same buyer, and one house that is sold'],
        ),
        (
            [claim("a", ("Zorblatt", "Quixel")), claim("b", (None, "Quixel"), "6")],
            {},
            ["? / Quixel: no other deal has this party at that time"],
        ),
        (
            [claim("a", ("Zorblatt", "Quixel")), claim("b", ("Zorblatt", None), "6")],
            {},
            ["Zorblatt / ?: no other deal has this party at that time"],
        ),
        (
            [claim("a", ("Zorblatt", "Quixel")), claim("b", (None, None), "9")],
            {"b": "Zorblatt goes for Quixel"},
            ["? / ?: the headline names both sides"],
        ),
        (
            [claim("a", ("Zorblatt", "Quixel")), claim("b", (None, None), "9")],
            {"b": "New owner for Quixel"},
            ["? / ?: the headline names the target"],
        ),
        (
            [claim("a", ("Zorblatt", "Quixel"), "1430"), claim("b", (None, None), "1430")],
            {},
            ["? / ?: the same sum at that time"],
        ),
        (
            [
                claim("a", ("Zorblatt", "Quixel"), "1000"),
                claim("c", ("Zorblatt", "Plimsoll"), "2000"),
                claim("b", ("Zorblatt", None), "1000"),
            ],
            {},
            ["Zorblatt / ?: the same sum at that time"],
        ),
    ],
)
def test_why_articles_belong_together(
    claims: list[Claim], titles: dict[str, str], expected: list[str]
) -> None:
    assert reasons(*claims, titles=titles, **DAYS) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        # the sides of the article stay where its headline bears them out
        ("Zorblatt takes Broadcasting from Plimsoll", frozenset("c")),
        ("Zorblatt's hands close on Plimsoll", frozenset("bc")),
        ("Plimsoll it is", frozenset("c")),
    ],
)
def test_a_headline_that_bears_its_sides_out(title: str, expected: frozenset[str]) -> None:
    assert expected in homes(claim("c", ("Zorblatt", "Broadcasting"), "9"), title)


def test_a_sum_of_one_digit_tells_nothing_without_a_day() -> None:
    for amount, together in (("1000", False), ("1100", True), ("1430", True), ("0.1", False)):
        told = claim("a", ("Zorblatt", "Quixel"), amount), claim("b", (None, None), amount)
        assert (members_of(found(*told)) == {frozenset("ab")}) is together


def test_a_stray_sum_counts_for_six_weeks() -> None:
    told = claim("a", ("Zorblatt", "Quixel"), "1430"), claim("b", (None, None), "1430")
    for days, together in ((45, True), (46, False)):
        dates = {"a": date(2024, 5, 1), "b": date(2024, 5, 1) + timedelta(days=days)}
        assert (members_of(found(*told, **dates)) == {frozenset("ab")}) is together


def test_a_sum_that_two_deals_share_points_at_neither() -> None:
    full = [claim("a", ("Zorblatt", "Quixel"), "1430"), claim("b", ("Arlo", "Plimsoll"), "1430")]
    stray = claim("c", (None, None), "1430")
    assert members_of(found(*full, stray)) == {frozenset("a"), frozenset("b")}


def test_the_label_of_one_of_two_rounds_has_the_name_of_the_round_or_its_month() -> None:
    claims = [claim("a", (None, "Nimbra"), "10"), claim("b", (None, "Nimbra"), "55")]
    told = {"a": SEED, "b": SERIES_B}
    sources = [
        SourceText(name, name, name, None, None, None, date(2024, 5, 1), fingerprint(told[name]))
        for name in "ab"
    ]
    assert [one.deal.label for one in group(claims, sources).groups] == [
        "Nimbra (seed)",
        "Nimbra (Series B)",
    ]


@pytest.mark.parametrize(
    ("sellers", "expected"),
    [
        (["Rand", "Rand", None, None], "Rand"),
        (["Rand", None, None], None),
        (["Rand", "Tolven"], "Rand"),
        (["Tolven", "Tolven", "Rand"], "Tolven"),
        (["Zorblatt", "Zorblatt"], None),
        (["Quixel", "Rand"], "Rand"),
        ([None], None),
    ],
)
def test_who_sells(sellers: list[str | None], expected: str | None) -> None:
    claims = [
        claim("abcd"[at], ("Zorblatt", "Quixel")).model_copy(update={"seller": name})
        for at, name in enumerate(sellers)
    ]
    (one,) = found(*claims).groups
    assert one.deal.seller == expected


def test_the_name_that_most_statements_use_then_the_shorter_then_the_first() -> None:
    def label(*sides: tuple[str, str]) -> str:
        claims = [claim("abcdef"[at], parties, str(at + 1)) for at, parties in enumerate(sides)]
        (one,) = found(*claims).groups
        return one.deal.label

    full, short = ("Zorblatt Inc.", "Quixel Inc."), ("Zorblatt", "Quixel")
    assert label(full, full, short) == "Zorblatt Inc. / Quixel Inc."
    assert label(full, short) == "Zorblatt / Quixel"
    assert label(("Zorblatt AG", "Quixel"), ("Zorblatt SE", "Quixel")) == "Zorblatt AG / Quixel"


def test_whose_staff_an_article_counts_tells_its_deal() -> None:
    told = told_of("b", (None, "Alpha Fund"), "Beta & Finch")
    assert reasons(claim("a", ("Alpha Fund", "Beta & Finch")), *told, **DAYS) == [
        "? / Alpha Fund: what it says of companies names the other side"
    ]


def test_of_two_deals_that_fit_one_has_this_round_sum() -> None:
    claims = [
        claim("a", ("Zorblatt", "Quixel"), "1000"),
        claim("c", ("Zorblatt", "Plimsoll"), "2000"),
        claim("b", ("Zorblatt", None), "1000"),
    ]
    assert reasons(*claims) == ["Zorblatt / ?: of the deals that fit, one has this sum"]


def sold(name: str, buyer: str, person: str, *more: Claim) -> list[Claim]:
    """An article that says that Beta Rovers are sold, and gives a person a post."""
    parties = (buyer, "Beta Rovers")
    post = Person(name=person, role="owner", organisation="Gamma")
    stage = claim(name, parties, attribute="deal_status")
    cast = claim(name, parties, attribute="person_role")
    return [
        stage.model_copy(update={"value": Term(term="agreed"), "id": f"c-{name}-stage"}),
        cast.model_copy(update={"value": post, "id": f"c-{name}-post"}),
        *more,
    ]


def test_six_weeks_apart_two_sales_that_share_a_person_are_one() -> None:
    told = [*sold("a", "Oak Fund", "Ann Brun"), *sold("b", "Elm Partners", "Ann Brun")]
    for days, deals in ((45, 1), (46, 2)):
        dates = {"a": date(2024, 5, 1), "b": date(2024, 5, 1) + timedelta(days=days)}
        assert len(found(*told, **dates).groups) == deals
    assert len(found(*told).groups) == 2
    assert reasons(*told, **DAYS) == [
        '"Oak Fund / Beta Rovers": sold once at that time, and both name Ann Brun'
    ]


def test_a_buyer_who_is_a_person_of_the_other_article_is_known() -> None:
    told = [*sold("a", "Ann Brun", "Carl Voss"), *sold("b", "Elm Partners", "Ann Brun")]
    strangers = [*sold("a", "Oak Fund", "Carl Voss"), *sold("b", "Elm Partners", "Ann Brun")]
    assert len(found(*told, **DAYS).groups) == 1
    assert len(found(*strangers, **DAYS).groups) == 2


def test_a_round_is_no_sale_to_one_group() -> None:
    def raised(name: str, buyer: str) -> Claim:
        return claim(name, (buyer, "Beta Rovers"), "9", attribute="total_raised")

    told = [*sold("a", "Oak Fund", "Ann Brun"), *sold("b", "Elm Partners", "Ann Brun")]
    for name, buyer in (("a", "Oak Fund"), ("b", "Elm Partners")):
        assert len(found(*told, raised(name, buyer), **DAYS).groups) == 2


def test_a_buyer_of_one_house_buys_one_business_of_it() -> None:
    names = ("Brannoc Climate Solutions", "Branoc", "Brannoc largest unit")
    sums = ("5000000", "6000000", "7000000")
    claims = [
        claim(at, ("Acme", name), paid) for at, name, paid in zip("abc", names, sums, strict=True)
    ]
    assert members_of(found(*claims)) == {frozenset("abc")}
    assert len(found(*claims, claim("e", ("Acme", "Brannocs"), "8000000")).groups) == 1
    # Another buyer, or a first word that many share.
    other = claim("d", ("Sampel", "Brannoc Pumps"))
    assert members_of(found(*claims, other)) == {frozenset("abc"), frozenset("d")}
    towns = claim("a", ("Acme", "Paris Mills")), claim("b", ("Acme", "Paris Air"), sums[1])
    assert len(found(*towns).groups) == 2


def test_three_articles_of_three_deals_and_one_that_nobody_judged() -> None:
    claims = [claim(name, ("Zorblatt", "Quixel")) for name in "abcd"]
    pairs = frozenset(frozenset(pair) for pair in ("ab", "bc", "ac"))

    deals = group(claims, [source(name) for name in "abcd"], None, pairs)

    assert members_of(deals) == {frozenset("ad"), frozenset("b"), frozenset("c")}
    assert {one.deal.sources: one.claims for one in deals.groups} == {
        ("a", "d"): (claims[0].id, claims[3].id),
        ("b",): (claims[1].id,),
        ("c",): (claims[2].id,),
    }
    assert all(
        one.reasons[-1] == "judged to be another deal than that of other articles"
        for one in deals.groups
    )


def test_two_buyers_who_agreed_to_prices_far_apart_are_two_deals() -> None:
    text = "Sovereign Pension Fund and Orvex Sports pay for Wexcombe Rovers."
    texts = [told(name, text, date(2024, 5, 3)) for name in "ab"]

    def bid(name: str, buyer: str, amount: str) -> list[Claim]:
        price = claim(name, (buyer, "Wexcombe Rovers"), amount)
        stage = {"id": f"s-{name}", "attribute": "deal_status", "value": Term(term="agreed")}
        sort = {"id": f"t-{name}", "attribute": "deal_type", "value": Term(term="acquisition")}
        return [price, price.model_copy(update=stage), price.model_copy(update=sort)]

    for amount, deals in (("5000000", 1), ("5300000", 1), ("5300001", 2)):
        claims = [
            *bid("a", "Sovereign Pension Fund", "5000000"),
            *bid("b", "Orvex Sports", amount),
        ]
        assert len(group(claims, texts).groups) == deals
