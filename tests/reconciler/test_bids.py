"""What one article says about one pair of parties."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.model.values import PartialDate, Person, Term, Text
from dealfacts.model.vocabulary import Basis, Modality
from dealfacts.reconciler.bids import bids, names_of
from dealfacts.reconciler.name_links import name_links
from dealfacts.reconciler.origins import SourceText, fingerprint

DAY = date(2031, 3, 4)
BOTH = ("Orvex", "Nimbra")
LEAD = "Nimbra raises $10 million in a Series A round led by Orvex."


def told(*claims, text="", published=DAY, title="Orvex buys Nimbra"):
    """The bids of articles that all have this text, day and headline."""
    sources = {
        name: SourceText(name, name, name, title, None, None, published, fingerprint(text))
        for name in {claim.source for claim in claims}
    }
    return bids(claims, sources, {"a": "o7"}, name_links(names_of(claims)))


@pytest.fixture
def amount(claim, usd):
    def build(parties=BOTH, source="a", attribute="deal_amount", sum_="5.5", **more):
        return claim(
            source, attribute, usd(sum_), parties=parties, quote=f"${sum_} billion", **more
        )

    return build


def test_what_is_known_of_the_article(amount):
    price = amount()
    (bid,) = told(price, text=LEAD)
    assert (bid.source, bid.parties, bid.published, bid.title) == (
        "a",
        BOTH,
        DAY,
        "Orvex buys Nimbra",
    )
    assert (bid.origin, bid.claims) == ("o7", (price.id,))
    assert bid.statements == {("deal_amount", "$5.5 billion")}
    assert bid.marks.rounds == {"Series A"}
    assert bid.marks.sums == {("USD", "5500000000")}
    assert bid.is_round
    assert bid.names == fingerprint(LEAD).names
    assert (bid.is_sale, bid.is_refused, bid.seller) == (False, False, None)
    assert bid.cast == bid.firms == bid.units == frozenset()


def test_an_article_that_is_not_at_hand_is_its_own_origin(amount):
    (bid,) = bids([amount(source="b")], {}, {}, name_links(["Orvex", "Nimbra"]))
    assert (bid.published, bid.title, bid.origin) == (None, None, "b")
    assert bid.names == bid.marks.rounds == frozenset()
    assert not bid.is_round


def test_articles_and_parties_stand_in_order(amount):
    other = ("Arlo", "Sarnax")
    found = told(amount(source="b"), amount(), amount(other), amount(other, source="b"))
    assert [(bid.source, bid.parties[0]) for bid in found] == [
        ("a", "Arlo"),
        ("a", "Orvex"),
        ("b", "Arlo"),
        ("b", "Orvex"),
    ]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        # "? / Nimbra" speaks of the one deal of Nimbra
        ([BOTH, (None, "Nimbra")], {BOTH: 2}),
        ([(None, "Nimbra"), BOTH], {BOTH: 2}),
        ([BOTH, ("Orvex", None)], {BOTH: 2}),
        ([BOTH, ("Orvex Inc.", "Nimbra")], {("Orvex Inc.", "Nimbra"): 2}),
        ([BOTH, (None, "Sarnax")], {BOTH: 1, (None, "Sarnax"): 1}),
        ([BOTH, ("Orvex", "Sarnax")], {BOTH: 1, ("Orvex", "Sarnax"): 1}),
        # with two deals of one buyer it is told of neither
        (
            [BOTH, ("Orvex", "Sarnax"), ("Orvex", None)],
            {BOTH: 1, ("Orvex", "Sarnax"): 1, ("Orvex", None): 1},
        ),
        # what names nobody goes with what the article says most of
        ([BOTH, BOTH, ("Arlo", "Sarnax"), (None, None)], {BOTH: 3, ("Arlo", "Sarnax"): 1}),
        ([("", ""), BOTH], {BOTH: 2}),
        ([(None, None)], {(None, None): 1}),
    ],
)
def test_which_claims_are_about_which_parties(amount, pairs, expected):
    found = told(*(amount(pair, sentence=at) for at, pair in enumerate(pairs)))
    assert {bid.parties: len(bid.claims) for bid in found} == expected


def test_who_buys_a_company_tells_of_the_rounds_that_it_raised(amount, claim):
    def bid(*kinds):
        types = [claim("a", "deal_type", Term(term=kind), parties=BOTH) for kind in kinds]
        return told(amount(), *types, text=LEAD)[0]

    bought = bid("acquisition")
    assert (bought.marks.rounds, bought.is_round) == (frozenset(), False)
    both = bid("acquisition", "funding round")
    assert (both.marks.rounds, both.is_round) == ({"Series A"}, True)


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [("deal_amount", 1), ("stake", 1), ("valuation", 1), ("revenue", 0), ("total_raised", 0)],
)
def test_only_what_speaks_of_a_deal_makes_a_bid(amount, attribute, expected):
    assert len(told(amount(attribute=attribute))) == expected


def test_the_lead_names_the_round_of_the_main_deal_alone(amount):
    main, passing = told(
        amount(), amount(sentence=1), amount(("Parlo", "Sarnax"), sentence=2), text=LEAD
    )
    assert (main.parties, main.marks.rounds, main.is_round) == (BOTH, {"Series A"}, True)
    assert (passing.marks.rounds, passing.is_round) == (frozenset(), False)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"attribute": "revenue"}, False),
        ({"attribute": "total_raised"}, True),
        ({"attribute": "prior_valuation"}, True),
        ({"attribute": "valuation", "basis": Basis.PRE_MONEY}, True),
        ({"attribute": "valuation", "basis": Basis.POST_MONEY}, True),
        ({"attribute": "valuation", "basis": Basis.EQUITY}, False),
    ],
)
def test_what_tells_that_a_company_raises_money(amount, more, expected):
    (bid,) = told(amount(), amount(sentence=1, **more))
    assert bid.is_round is expected


@pytest.mark.parametrize(
    ("stage", "is_sale", "is_refused"),
    [
        ("agreed", True, False),
        ("closed", True, False),
        ("rejected", False, True),
        ("denied", False, True),
        ("talks", False, False),
        ("rumoured", False, False),
        ("terminated", False, False),
    ],
)
def test_how_far_the_deal_is(amount, claim, stage, is_sale, is_refused):
    (bid,) = told(amount(), claim("a", "deal_status", Term(term=stage)))
    assert (bid.is_sale, bid.is_refused) == (is_sale, is_refused)


def test_the_people_the_companies_the_units_and_the_seller(amount, claim, usd, make_percent):
    boss = Person(name="Ann Brun", role="chair", organisation="Quillon")
    nobody = Person(role="chair")
    (bid,) = told(
        amount(),
        claim("a", "person_role", boss, "Ann Brun"),
        claim("a", "person_role", nobody, "the chair"),
        claim("a", "stake", make_percent("30"), "Tolven in Sarnax: class A"),
        claim("a", "stake", make_percent("40"), "Orvex / Nimbra"),
        claim("a", "revenue", usd("2"), "Udrey: retail", seller="Rand"),
        claim("a", "share_price", usd("2"), "Velm: market price", seller="Other"),
        claim("a", "unit_name", Text(text="Orvex Bidco"), "Orvex"),
        claim("a", "deal_type", Text(text="merger")),
    )
    assert bid.cast == {"Ann Brun"}
    assert bid.firms == {"Quillon", "Tolven", "Sarnax", "Udrey"}
    assert bid.units == {("Orvex Bidco", "Orvex")}
    assert bid.seller == "Rand"


def days(first: date | None, last: date | None) -> PartialDate:
    return PartialDate(text="then", earliest=first, latest=last)


MARCH = days(date(2031, 3, 1), date(2031, 3, 31))


@pytest.mark.parametrize(
    ("attribute", "value", "modality", "expected"),
    [
        ("announcement_date", MARCH, Modality.ACTUAL, date(2031, 3, 31)),
        ("announcement_date", days(DAY, DAY), Modality.ACTUAL, DAY),
        ("closing_date", MARCH, Modality.ACTUAL, None),
        ("announcement_date", MARCH, Modality.EXPECTED, None),
        (
            "announcement_date",
            days(date(2031, 3, 1), date(2031, 4, 1)),
            Modality.ACTUAL,
            date(2031, 4, 1),
        ),
        ("announcement_date", days(date(2031, 3, 1), date(2031, 4, 2)), Modality.ACTUAL, None),
        ("announcement_date", days(None, date(2031, 4, 2)), Modality.ACTUAL, None),
        ("announcement_date", days(date(2031, 3, 1), None), Modality.ACTUAL, None),
        ("announcement_date", Term(term="agreed"), Modality.ACTUAL, None),
    ],
)
def test_the_day_of_an_undated_article(amount, claim, attribute, value, modality, expected):
    (bid,) = told(amount(), claim("a", attribute, value, modality=modality), published=None)
    assert bid.published == expected


def test_the_last_day_of_several_and_none_where_the_article_has_its_own(amount, claim):
    told_ = [
        claim("a", "announcement_date", days(date(2031, 3, day), date(2031, 3, day)))
        for day in (3, 9, 6)
    ]
    (undated,) = told(amount(), *told_, published=None)
    (dated,) = told(amount(), *told_)
    assert (undated.published, dated.published) == (date(2031, 3, 9), DAY)


@pytest.mark.parametrize("nobody", ["", " ", "-", "—", "...", "?"])
def test_a_sign_in_place_of_a_name_names_nobody(amount, run, nobody):
    told = (
        amount(),
        amount((nobody, "Nimbra"), "b", subject=f"{nobody} / Nimbra"),
        amount(("Orvex", nobody), "c", subject=f"Orvex / {nobody}"),
        amount((nobody, nobody), "d", subject="the deal"),
    )

    report = run(*told)

    (deal,) = report.deals
    assert deal.label == "Orvex / Nimbra"
    assert set("abc") <= set(deal.sources)
