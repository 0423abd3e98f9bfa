"""Articles that name the sides of their deal half, oddly or not at all, and the deal they go to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

import pytest

from dealfacts.model.values import Count, Person
from dealfacts.model.vocabulary import Basis
from dealfacts.reconciler.deals import group
from dealfacts.reconciler.origins import SourceText, fingerprint

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim

Parties = tuple[str | None, str | None]
DAY = date(2031, 5, 1)
NOBODY = (None, None)


def article(
    name: str, title: str = "", words: str = "", published: date | None = DAY
) -> SourceText:
    print_ = fingerprint(words)
    return SourceText(name, name, name, title or None, None, None, published, print_)


class Bid(Protocol):
    """The sum, in millions, that an article tells of a deal of these parties."""

    def __call__(self, source: str, parties: Parties, millions: str, **more: object) -> Claim: ...


@pytest.fixture
def bid(claim, usd) -> Bid:
    def build(source: str, parties: Parties, millions: str, **more: object) -> Claim:
        return claim(source, "deal_amount", usd(f"0.{millions:0>3}"), parties=parties, **more)

    return build


@pytest.fixture
def staff(claim):
    """How many people work for a company that the article speaks of."""

    def build(source: str, parties: Parties, company: str) -> Claim:
        return claim(source, "headcount", Count(low=77, high=77), company, parties=parties)

    return build


def homes(claims: list[Claim], *articles: SourceText) -> set[str]:
    """The deals, each as the letters of its articles; an article without days or title is plain."""
    known = {one.id for one in articles}
    plain = [article(name) for name in sorted({one.source for one in claims} - known)]
    found = group(claims, sorted((*articles, *plain), key=lambda one: one.id))
    return {"".join(one.deal.sources) for one in found.groups}


def test_an_article_of_two_deals_that_names_one_side_of_a_third_is_read(bid) -> None:
    """ "Acme buys Gamma; it pays Beta $30m for a stake in another firm" names no such firm."""
    claims = [
        bid("a", ("Acme", "Beta"), "10"),
        bid("a", ("Acme", "Gamma"), "20"),
        bid("a", ("Acme", None), "30", seller="Beta"),
        bid("b", ("Orvex", "Nimbra"), "40"),
    ]
    assert homes(claims, article("a", "Acme closes in on rivals")) == {"a", "b"}


# -- headlines

CLOSES = "Zorblatt's hands close on Plimsoll"
NAMELESS = "A sale by the river"


def test_one_article_may_be_misread_and_two_that_agree_are_not(bid) -> None:
    known = bid("a", ("Zorblatt", "Plimsoll"), "77")
    odd = [bid(name, ("Zorblatt", "Broadcasting"), "9") for name in "cd"]
    assert homes([known, odd[0]], article("c", CLOSES)) == {"ac"}
    assert homes([known, *odd], article("c", CLOSES), article("d", CLOSES)) == {"a", "cd"}


def test_a_first_word_that_is_in_every_mouth_names_no_company(bid) -> None:
    claims = [bid("a", ("Zorblatt", "First Quixel"), "77"), bid("c", NOBODY, "9")]
    assert homes(claims, article("c", "The first sale of the season")) == {"a"}
    assert homes(claims, article("c", "First Quixel is sold")) == {"ac"}


def test_the_surname_of_a_buyer_in_the_headline_tells_two_bids_apart(bid) -> None:
    claims = [
        bid("a", ("Jane Doe", "Quixel"), "77"),
        bid("b", ("Ann Voss", "Quixel"), "55"),
        bid("c", NOBODY, "9"),
    ]
    assert homes(claims, article("c", "Doe and Quixel come to terms")) == {"ac", "b"}
    assert homes(claims, article("c", "Quixel comes to terms")) == {"a", "b"}


def test_a_headline_names_a_deal_of_its_own_time(bid) -> None:
    claims = [bid("a", ("Zorblatt", "Quixel"), "77"), bid("c", NOBODY, "9")]
    old, new = article("a", published=date(2026, 5, 1)), article("c", "Zorblatt sells Quixel")
    assert homes(claims, old, new) == {"a"}
    assert homes(claims, article("a"), new) == {"ac"}


# -- companies that an article speaks of


@pytest.fixture
def spoken(bid, staff):
    """Whether an article of "Zorblatt / `target`" that counts these staffs is one with Zorblatt's
    purchase of Beta Works.
    """

    def build(target: str, *firms: str, days: int = 0) -> bool:
        odd = ("Zorblatt", target)
        claims = [bid("a", ("Zorblatt", "Beta Works"), "77"), bid("c", odd, "9")]
        claims += [staff("c", odd, firm) for firm in firms]
        return homes(claims, article("c", NAMELESS, published=DAY + timedelta(days=days))) == {"ac"}

    return build


def test_whose_staff_is_counted_is_bought_unless_the_target_is_spoken_of_too(spoken) -> None:
    assert spoken("Corvo", "Beta Works")
    assert not spoken("Corvo")
    assert not spoken("Corvo", "Beta Works", "Corvo")
    # "Corvo" is Corvo Mills for short.
    assert not spoken("Corvo", "Beta Works", "Corvo Mills")


def test_a_town_is_spoken_of_and_still_not_bought(spoken) -> None:
    assert spoken("Paris", "Beta Works", "Paris")


def test_a_company_spoken_of_tells_a_deal_of_the_same_six_weeks(spoken) -> None:
    assert spoken("Corvo", "Beta Works", days=45)
    assert not spoken("Corvo", "Beta Works", days=46)


def test_who_speaks_of_a_company_that_others_buy_reports_another_deal(bid, staff) -> None:
    odd = ("Zorblatt", "Corvo")
    claims = [
        bid("a", ("Omega", "Beta Works"), "77"),
        bid("c", odd, "9"),
        staff("c", odd, "Beta Works"),
    ]
    assert homes(claims, article("c", NAMELESS)) == {"a", "c"}
    # It speaks of the buyer as well.
    assert homes([*claims, staff("c", odd, "Omega")], article("c", NAMELESS)) == {"a", "c"}


# -- sums


def test_one_sum_joins_articles_of_which_one_names_a_side_of_the_other(bid) -> None:
    claims = [bid("a", ("Orvex", "Quellmark"), "143"), bid("c", (None, "Lantern"), "143")]

    def together(first: str, second: str) -> bool:
        return homes(claims, article("a", words=first), article("c", words=second)) == {"ac"}

    own, other = "Orvex buys Quellmark", "Lantern of Milford"
    assert not together(own, other)
    assert together(own, f"{other} and Orvex")
    assert together(f"{own} and Lantern", other)
    # What a text of which nothing is known names, nobody can say.
    assert together("", other)
    assert together(own, "")


def test_a_sum_and_one_common_side_are_enough_for_an_oddly_read_article(bid) -> None:
    claims = [bid("a", ("Zorblatt", "Beta"), "143"), bid("c", ("Corvo", "Beta"), "143")]

    def together(first: str, second: str) -> bool:
        plain, odd = article("a", words=first), article("c", NAMELESS, words=second)
        return homes(claims, plain, odd) == {"ac"}

    assert together("Beta it is", "Corvo it is")
    assert together("Zorblatt it is", "Beta it is")
    assert not together("Zorblatt it is", "Corvo it is")


def test_a_round_sum_needs_the_day_of_both_articles(bid) -> None:
    claims = [bid("a", ("Orvex", "Quellmark"), "100"), bid("c", NOBODY, "100")]
    assert homes(claims, article("a"), article("c")) == {"ac"}
    assert homes(claims, article("a", published=None), article("c")) == {"a"}
    assert homes(claims, article("a"), article("c", published=None)) == {"a"}


# -- one known side


def test_a_price_far_from_another_may_be_of_one_takeover_and_not_of_one_round(bid) -> None:
    def together(**more: object) -> bool:
        claims = [
            bid("a", ("Oak", "Quixel"), "11", **more),
            bid("c", (None, "Quixel"), "150", **more),
        ]
        return homes(claims, article("a", published=None)) == {"ac"}

    assert together()
    assert not together(basis=Basis.POST_MONEY)


# -- copies


def test_a_copy_goes_with_its_text_in_its_time(bid) -> None:
    words = " ".join(f"word{at}" for at in range(60))
    claims = [bid("a", ("Zorblatt", "Quixel"), "77"), bid("c", NOBODY, "9")]
    copy = article("c", words=words)
    assert homes(claims, article("a", words=words), copy) == {"ac"}
    assert homes(claims, article("a", words=words, published=date(2026, 5, 1)), copy) == {"a"}


# -- common ground

KNOWN, RIVAL = ("Orvex", "Quellmark Airport"), ("Milford", "Quellmark Airport")
ABOUT = "Orvex, Milford, Lantern Fund, Quellmark Airport, Jane Roe"


@pytest.fixture
def boss(claim):
    def build(source: str, parties: Parties) -> Claim:
        post = Person(name="Jane Roe", role="chief executive", organisation="Quellmark Airport")
        return claim(source, "person_role", post, parties=parties)

    return build


def test_of_two_bids_for_the_company_of_the_headline_the_one_with_more_in_common(
    claim, usd, bid, boss
) -> None:
    """Who runs the company is told of both bids, the price of a share of one alone."""

    def price(source: str, parties: Parties, dollars: str) -> Claim:
        return claim(source, "share_price", usd(dollars), parties=parties)

    odd = ("Lantern Fund", None)
    claims = [
        bid("a", KNOWN, "223"),
        bid("b", RIVAL, "321"),
        bid("c", odd, "9"),
        *(boss(name, pair) for name, pair in (("a", KNOWN), ("b", RIVAL), ("c", odd))),
        price("a", KNOWN, "8.45"),
        price("b", RIVAL, "9.15"),
    ]
    told = [article(name, words=f"{ABOUT} {name}") for name in "ab"]
    told.append(article("c", "Quellmark Airport has a new owner", words=f"{ABOUT} c"))
    assert homes(claims, *told) == {"a", "b", "c"}
    assert homes([*claims, price("c", odd, "8.45")], *told) == {"ac", "b"}


def test_a_person_in_common_tells_a_deal_of_the_same_six_weeks(bid, boss) -> None:
    odd = ("Quellmark Airport", "Lantern Fund")
    claims = [bid("a", KNOWN, "223"), boss("a", KNOWN), bid("c", odd, "9"), boss("c", odd)]
    for days, expected in ((45, {"ac"}), (46, {"a", "c"})):
        late = article("c", NAMELESS, f"{ABOUT} c", DAY + timedelta(days=days))
        assert homes(claims, article("a", words=f"{ABOUT} a"), late) == expected
