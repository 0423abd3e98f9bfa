"""Which articles are of one deal: under two names of a side, by who sells, or read oddly."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

import pytest

from dealfacts.model.values import Count, Person, Term
from dealfacts.model.vocabulary import Basis
from dealfacts.reconciler.deals import group
from dealfacts.reconciler.name_links import WIDEST_BLOCK
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


@pytest.mark.parametrize(
    ("short", "name", "joined"),
    [
        ("ZT", "Zorblatt", True),
        ("ZGT", "Zorblatt General Trading", True),
        ("TZ", "Zorblatt", False),
        ("Zt", "Zorblatt", False),
        ("ZX", "Zorblatt", False),
        ("Z", "Zorblatt", False),
    ],
)
def test_a_buyer_in_letters_is_the_one_of_the_same_target(bid, short, name, joined) -> None:
    claims = [bid("a", (name, "Plimsoll"), "77"), bid("b", (short, "Plimsoll"), "70")]
    assert homes(claims) == ({"ab"} if joined else {"a", "b"})
    other = [bid("a", (name, "Plimsoll"), "77"), bid("b", (short, "Quixel"), "70")]
    assert homes(other) == {"a", "b"}


def test_the_day_of_terms_between_two_named_sides_is_told_of_a_deal(claim, bid) -> None:
    known = bid("a", ("Zorblatt", "Plimsoll"), "77")
    kind = Term(term="merger")
    pair = claim("b", "deal_type", kind, parties=("Plimsoll", "Zorblatt"))
    assert homes([known, pair]) == {"ab"}
    assert homes([known, claim("b", "deal_type", kind, parties=(None, "Quixel"))]) == {"a"}


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
        claims = [
            bid("a", ("Zorblatt", "Beta Works"), "77"),
            bid("b", ("Zorblatt", "Beta Airlines"), "55"),
            bid("c", odd, "70"),
        ]
        claims += [staff("c", odd, firm) for firm in firms]
        return homes(claims, article("c", NAMELESS, published=DAY + timedelta(days=days))) == {
            "ac",
            "b",
        }

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
    # Of two sides of its own there is none in common.
    claims[1] = bid("c", ("Corvo", "Milford"), "143")
    assert not together("Beta it is", "Beta it is")


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


def test_who_is_bought_and_who_buys_another_are_two(bid) -> None:
    claims = [bid("a", ("Beta", "Corvo"), "77"), bid("c", (None, "Beta"), "55")]
    assert homes(claims) == {"a", "c"}


def test_a_headline_that_names_the_target_is_not_enough_for_a_far_sum_of_no_known_day(bid) -> None:
    title = article("c", "New owner for Quixel", published=None)
    full = bid("a", ("Zorblatt", "Quixel"), "11")
    assert homes([full, bid("c", ("Oak", None), "12")], title) == {"ac"}
    assert homes([full, bid("c", ("Oak", None), "150")], title) == {"a", "c"}


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


def test_two_sides_of_its_own_a_target_and_a_person_are_just_enough(bid, boss) -> None:
    odd = ("Quellmark Airport", "Lantern Fund")
    claims = [bid("a", KNOWN, "223"), boss("a", KNOWN), bid("c", odd, "9"), boss("c", odd)]
    both = article("a", words=f"{ABOUT} a")
    silent = article("c", NAMELESS, "Lantern Fund, Quellmark Airport, Jane Roe")
    assert homes(claims, both, silent) == {"ac"}
    one = article("a", words="Orvex, Quellmark Airport, Jane Roe")
    assert homes(claims, one, silent) == {"a", "c"}


# -- two names of one side

SERIES_A, SERIES_B = (
    "The Series A of $5 million is closed.",
    "The Series B of $9 million is closed.",
)


def days_apart(days: int, *claims: Claim, **more: str) -> set[str]:
    """The deals where article "b" is published so many days after the others."""
    late = article("b", words=more.get("words", ""), published=DAY + timedelta(days=days))
    return homes(list(claims), late)


def test_one_buyer_and_sum_make_two_targets_one_for_six_weeks(bid) -> None:
    told = bid("a", ("Zorblatt", "Oldname"), "143"), bid("b", ("Zorblatt", "Newname"), "143")
    assert days_apart(45, *told) == {"ab"}
    assert days_apart(46, *told) == {"a", "b"}


def test_buyers_of_one_first_word_are_not_one_buyer(bid) -> None:
    told = bid("a", ("Northern Rail", "Corvo"), "143"), bid("b", ("Northern Glass", "Beta"), "143")
    assert days_apart(0, *told) == {"a", "b"}


def test_who_buys_under_two_spellings_of_nobody_in_particular_is_one(bid) -> None:
    told = bid("a", ("Zorblatt", None), "5"), bid("b", ("Zorblatt Inc.", None), "6")
    assert days_apart(0, *told) == {"ab"}


def test_who_buys_and_who_is_bought_are_two(bid) -> None:
    told = bid("a", ("Zorblatt", None), "5"), bid("b", (None, "Zorblatt Inc."), "6")
    assert days_apart(0, *told) == {"a", "b"}


def test_of_sides_swapped_one_has_to_be_the_same_name(bid) -> None:
    told = bid("a", ("Nimbra Mobile", "Beta"), "5"), bid("b", ("Beta Works", "Nimbra"), "6")
    assert days_apart(0, *told) == {"a", "b"}
    same = bid("a", ("Nimbra", "Beta"), "5"), bid("b", ("Beta Inc.", "Nimbra"), "6")
    assert days_apart(0, *same) == {"ab"}


def test_who_buys_and_is_bought_by_its_own_partners_is_in_two_deals(bid) -> None:
    told = bid("a", ("Nimbra", "Beta"), "5"), bid("b", ("Nimbra Partners", "Nimbra"), "6")
    assert days_apart(0, *told) == {"a", "b"}


def test_an_article_that_names_no_round_is_no_bridge_between_two(bid) -> None:
    told = [
        bid("a", ("Oak", "Beta"), "5", basis=Basis.POST_MONEY),
        bid("b", ("Oak Inc.", "Beta"), "5", basis=Basis.POST_MONEY),
        bid("c", ("Oak Ltd", "Beta"), "5", basis=Basis.POST_MONEY),
    ]
    series = article("a", words=SERIES_A), article("c", words=SERIES_B)
    assert not any({"a", "c"} <= set(home) for home in homes(told, *series))
    assert homes(told) == {"abc"}


# -- rounds


def test_different_investors_tell_one_round_for_six_weeks(bid) -> None:
    def told(*targets: str) -> list[Claim]:
        more = {"basis": Basis.POST_MONEY}
        return [
            bid("a", ("Oak", targets[0]), "25", **more),
            bid("b", ("Elm", targets[1]), "26", **more),
        ]

    assert days_apart(45, *told("Nimbra", "Nimbra")) == {"ab"}
    assert days_apart(46, *told("Nimbra", "Nimbra")) == {"a", "b"}
    # A company and what may be a unit of it.
    assert days_apart(0, *told("Nimbra", "Nimbra Mobile")) == {"a", "b"}


def test_one_investor_puts_the_same_sum_into_two_rounds(bid) -> None:
    told = [
        bid("a", ("Oak", "Nimbra"), "143", basis=Basis.POST_MONEY),
        bid("b", ("Oak", "Beta"), "143", basis=Basis.POST_MONEY),
    ]
    series = article("a", words=SERIES_A), article("b", words=SERIES_B)
    assert homes(told, *series) == {"a", "b"}


# -- who sells


@pytest.fixture
def by_seller(bid):
    """The deals of "Alpha buys Pumps of Beta Industries" and "Alpha buys Beta"."""

    def build(
        days: int = 0,
        *more: Claim,
        seller: str = "Beta Industries",
        sale: Basis = Basis.UNSPECIFIED,
        purchase: Basis = Basis.UNSPECIFIED,
    ) -> set[str]:
        sold = bid("a", ("Alpha", "Pumps"), "5", seller=seller, basis=sale)
        return days_apart(days, sold, bid("b", ("Alpha", "Beta"), "6", basis=purchase), *more)

    return build


def test_a_part_is_bought_of_who_sells_it(by_seller) -> None:
    assert by_seller() == {"ab"}
    # Three years later it is the seller himself who is bought.
    assert by_seller(1096) == {"ab"}
    assert by_seller(1097) == {"a", "b"}


def test_another_company_of_the_sellers_name_sells_something_else(by_seller, bid) -> None:
    assert by_seller(seller="Beta Mobile") == {"a", "b"}
    # One of two articles takes another for the seller.
    other = bid("c", ("Alpha", "Pumps"), "5", seller="Gamma")
    assert by_seller(0, other) == {"abc"}


def test_in_a_round_nobody_sells_a_part(by_seller, bid) -> None:
    assert by_seller(sale=Basis.POST_MONEY) == {"a", "b"}
    assert by_seller(purchase=Basis.POST_MONEY) == {"a", "b"}
    # The round of a third company changes nothing.
    assert by_seller(0, bid("c", ("Acme", "Corvo"), "7", basis=Basis.POST_MONEY)) == {"ab", "c"}


def test_a_name_that_forty_sellers_share_tells_nothing(by_seller, bid) -> None:
    def others(count: int) -> list[Claim]:
        return [
            bid(f"s{n:02}", (f"Omega{n}", f"Part{n}"), str(100 + n), seller=f"Beta Number{n}")
            for n in range(count)
        ]

    assert "ab" in by_seller(0, *others(WIDEST_BLOCK - 1))
    assert "ab" not in by_seller(0, *others(WIDEST_BLOCK))


def test_businesses_of_one_house_are_one_purchase_and_two_rounds(bid) -> None:
    def told(*buyers: str, **more: object) -> list[Claim]:
        return [
            bid("a", (buyers[0], "Brannoc Climate"), "5", **more),
            bid("b", (buyers[1], "Brannoc Pumps"), "6", **more),
        ]

    assert days_apart(0, *told("Acme", "Acme")) == {"ab"}
    assert days_apart(0, *told("Acme", "Acme"), words="") == {"ab"}
    assert days_apart(0, *told("Acme", "Acme", basis=Basis.POST_MONEY)) == {"a", "b"}
    assert days_apart(1097, *told("Acme", "Acme")) == {"a", "b"}
    assert days_apart(0, *told("Acme", "Acme Mobile")) == {"a", "b"}


# -- a company that is sold once


@pytest.fixture
def sale(claim):
    """An article that says that a sale is agreed, and gives Ann Brun a post."""

    def build(source: str, *parties: str) -> list[Claim]:
        post = Person(name="Ann Brun", role="owner", organisation="Gamma")
        return [
            claim(source, "deal_status", Term(term="agreed"), parties=parties),
            claim(source, "person_role", post, parties=parties),
        ]

    return build


def test_who_is_bought_may_buy_another_at_the_same_time(sale) -> None:
    once = [*sale("a", "Oak", "Beta Rovers"), *sale("b", "Elm", "Beta Rovers")]
    assert homes(once) == {"ab"}
    chain = [*sale("a", "Oak", "Beta Rovers"), *sale("b", "Beta Rovers", "Corvo")]
    assert homes(chain) == {"a", "b"}


def test_a_sale_of_no_known_day_is_any_sale(sale) -> None:
    once = [*sale("a", "Oak", "Beta Rovers"), *sale("b", "Elm", "Beta Rovers")]
    assert homes(once, article("a", published=None)) == {"a", "b"}
    assert homes(once, article("b", published=None)) == {"a", "b"}


# -- who buys a whole company


def test_a_company_that_nobody_in_particular_buys_is_one_if_both_tell_of_all_of_it(
    claim, make_percent
) -> None:
    """Half a year apart: a premium is paid for a whole company, a sum for anything."""

    def told(*wholes: str, other: str = "Quellmark") -> set[str]:
        names = {"a": "Quellmark", "b": other}
        claims = [
            claim(source, "deal_status", Term(term="agreed"), parties=(None, name))
            for source, name in names.items()
        ]
        claims += [
            claim(source, "premium", make_percent("42"), parties=(None, names[source]))
            for source in wholes
        ]
        return days_apart(180, *claims)

    assert told("a", "b") == told("a", "b", other="Quellmark Inc.") == {"ab"}
    assert told("a") == told("b") == {"a", "b"}
    assert told("a", other="Quellmark Inc.") == {"a", "b"}


@pytest.fixture
def two_buyers(claim, usd):
    """Two articles that name both buyers of one company, "a" the one first and "b" the other.

    `agreed` are those that tell of an agreement, `wholes` those that tell of an acquisition.
    """

    def build(
        *sums: str,
        agreed: str = "",
        wholes: str = "ab",
        days: int = 0,
        words: str = "Orvex, Lantern Alliance, Quellmark",
        **second: object,
    ) -> set[str]:
        sides = {"a": ("Orvex", "Quellmark"), "b": ("Lantern Alliance", "Quellmark")}
        claims = [
            claim(name, attribute, Term(term=word), parties=sides[name])
            for attribute, word, names in (
                ("deal_status", "agreed", agreed),
                ("deal_type", "acquisition", wholes),
                ("acquirer", "named", "ab"),
            )
            for name in names
        ]
        for name, amount in zip(sides, sums, strict=False):
            more = second if name == "b" else {}
            claims.append(claim(name, "deal_amount", usd(amount), parties=sides[name], **more))
        late = article("b", words=f"{words} b", published=DAY + timedelta(days=days))
        first = article("a", words="Orvex, Lantern Alliance, Quellmark a")
        return homes(claims, first, late)

    return build


def test_two_buyers_of_one_company_at_one_price_buy_together(two_buyers) -> None:
    assert two_buyers("5.15", "5.15") == {"ab"}
    # Both that agreed did, whatever the price with or without this and that.
    assert two_buyers("5.15", "5.20", agreed="ab") == {"ab"}


def test_a_company_is_sold_once_for_one_sum_whomever_an_article_leaves_out(two_buyers) -> None:
    alone = "Lantern Alliance, Quellmark"
    assert two_buyers("5.15", "5.15", agreed="ab", words=alone) == {"ab"}
    # Nobody else is told of, at another price, for a part, before it is agreed: two buyers.
    assert two_buyers("5.15", "5.15", agreed="ab", words="Quellmark") == {"ab"}
    assert two_buyers("5.15", "5.20", agreed="ab", words=alone) == {"a", "b"}
    assert two_buyers("5.15", "5.15", agreed="ab", wholes="a", words=alone) == {"a", "b"}
    assert two_buyers("5.15", "5.15", agreed="a", words=alone) == {"a", "b"}


def test_many_may_own_a_part_of_a_company_at_prices_of_their_own(two_buyers) -> None:
    for wholes in ("", "a", "b"):
        assert two_buyers("5.15", "5.20", agreed="ab", wholes=wholes) == {"a", "b"}
    assert two_buyers(agreed="ab", wholes="") == {"a", "b"}
    assert two_buyers("5.15", "5.15", agreed="ab", wholes="") == {"ab"}


def test_who_buys_a_company_and_who_puts_money_into_it_are_two(two_buyers) -> None:
    assert two_buyers("5.15", "5.15", basis=Basis.POST_MONEY) == {"a", "b"}


def test_talks_at_another_price_come_before_the_agreement_and_not_long_before(two_buyers) -> None:
    def staged(agreed: str, days: int) -> set[str]:
        return two_buyers("5.15", "5.20", agreed=agreed, days=days)

    assert staged("b", 45) == {"ab"}
    assert staged("b", 46) == staged("a", 45) == staged("", 0) == {"a", "b"}


def test_an_article_that_names_no_buyer_goes_with_one_that_does(bid) -> None:
    claims = [bid("a", ("Orvex", "Quellmark"), "77"), bid("c", (None, "Quellmark Inc."), "55")]
    words = "Orvex, Quellmark"
    assert homes(claims, article("a", words=words), article("c", words=words)) == {"ac"}
