"""Articles whose sides were read oddly find their deal by what both speak of; rivals do not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dealfacts.model.claims import Claim, claim_id
from dealfacts.model.text import Evidence, Range
from dealfacts.model.values import Money, Percent, Person, Term, Value
from dealfacts.reconciler.common_ground import figures_of
from dealfacts.reconciler.deals import Deals, group
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.speaking_of import speaks_of

Parties = tuple[str | None, str | None]
DAY = date(2024, 3, 4)
AGREED = Term(term="agreed")


def money(amount: str, currency: str = "USD") -> Money:
    return Money(currency=currency, low=Decimal(amount), high=Decimal(amount))


def claim(source: str, parties: Parties, attribute: str, value: Value) -> Claim:
    quote = str(value)[:40]
    return Claim(
        id=claim_id(source, attribute, quote, str(parties), 0),
        source=source,
        kind="test",
        attribute=attribute,
        subject="the deal",
        value=value,
        parties=parties,
        evidence=Evidence(
            start=0, end=9, line=1, column=1, quote=quote, sentence=Range(start=0, end=9)
        ),
    )


TITLES = {"a": "Orvex bids for Quellmark Airport", "b": "Bid of the day"}


def text(name: str, words: str, published: date = DAY, title: str | None = None) -> SourceText:
    title = title or TITLES.get(name)
    return SourceText(
        name, name, name, title, None, None, published, fingerprint(f"{words} {name}")
    )


def boss(source: str, parties: Parties, name: str) -> Claim:
    value = Person(name=name, role="chief executive", organisation="Quellmark Airport")
    return claim(source, parties, "person_role", value)


def members_of(deals: Deals) -> set[frozenset[str]]:
    return {frozenset(one.deal.sources) for one in deals.groups}


KNOWN = ("Orvex", "Quellmark Airport")
ODD = ("Quellmark Airport", "Lantern Fund")
FULL = [claim("a", KNOWN, "deal_amount", money("2230000000")), boss("a", KNOWN, "Jane Roe")]
ABOUT = "Orvex, Lantern Fund, Quellmark Airport, Jane Roe"


def odd(*more: Claim) -> list[Claim]:
    return [*FULL, claim("b", ODD, "deal_status", AGREED), *more]


def test_an_article_read_oddly_goes_where_both_speak_of_the_same_people_and_sides() -> None:
    claims = odd(boss("b", ODD, "Jane Roe"))
    deals = group(claims, [text("a", ABOUT), text("b", ABOUT)])
    assert members_of(deals) == {frozenset("ab")}
    (one,) = deals.groups
    assert one.reasons == (
        "Quellmark Airport / Lantern Fund: both speak of Orvex, Quellmark Airport, Roe",
    )


def test_two_articles_that_misread_a_deal_alike_find_it_and_three_are_right() -> None:
    def told(names: str) -> Deals:
        claims = [*FULL, *(claim(name, ODD, "deal_status", AGREED) for name in names)]
        claims += [boss(name, ODD, "Jane Roe") for name in names]
        return group(
            claims,
            [text("a", ABOUT), *(text(name, ABOUT, title="Bid of the day") for name in names)],
        )

    assert members_of(told("bc")) == {frozenset("abc")}
    assert members_of(told("bcd")) == {frozenset("a"), frozenset("bcd")}


def test_the_same_telling_figure_does_as_a_person_does_and_a_round_one_does_not() -> None:
    told = [text("a", ABOUT), text("b", ABOUT)]
    price = claim("b", ODD, "share_price", money("8.45"))
    same = [*odd(price), claim("a", KNOWN, "share_price", money("8.45"))]
    assert members_of(group(same, told)) == {frozenset("ab")}
    round_ = [
        *odd(claim("b", ODD, "share_price", money("8"))),
        claim("a", KNOWN, "share_price", money("8")),
    ]
    assert len(group(round_, told).groups) == 2


def test_names_alone_are_not_enough_nor_are_people_where_a_side_is_not_spoken_of() -> None:
    told = [text("a", ABOUT), text("b", ABOUT)]
    assert len(group(odd(), told).groups) == 2
    silent = [text("a", ABOUT), text("b", "Lantern Fund, Milford, Jane Roe")]
    assert len(group(odd(boss("b", ODD, "Jane Roe")), silent).groups) == 2


def test_an_article_whose_headline_has_a_target_of_its_own_stays_alone() -> None:
    own = "Lantern Fund is sold"
    silent = "Orvex, Quellmark Airport, Jane Roe"
    claims = odd(boss("b", ODD, "Jane Roe"))
    assert len(group(claims, [text("a", silent), text("b", ABOUT, title=own)]).groups) == 2


def test_a_year_later_more_has_to_be_common() -> None:
    later = date(2025, 6, 1)
    claims = odd(boss("b", ODD, "Jane Roe"))
    told = [text("a", ABOUT), text("b", ABOUT, later)]
    assert len(group(claims, told).groups) == 2
    same = [
        claim(name, pair, "share_price", money("8.45")) for name, pair in (("a", KNOWN), ("b", ODD))
    ]
    assert members_of(group([*claims, *same], told)) == {frozenset("ab")}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (money("8.45", "AUD"), {("AUD", "8.45")}),
        (money("22300000000"), {("USD", "22300000000")}),
        (money("22000000000"), set()),
        (Percent(low=Decimal("46.82"), high=Decimal("46.82")), {("%", "46.82")}),
        (Percent(low=Decimal(42), high=Decimal(42)), set()),
        (Money(currency="USD", low=Decimal(123), high=Decimal(125)), set()),
        (AGREED, set()),
    ],
)
def test_a_figure_of_three_digits_is_telling(value: Value, expected: set[tuple[str, str]]) -> None:
    assert figures_of([claim("a", KNOWN, "share_price", value)]) == expected


# -- one company, two buyers: members of one group, or rivals

FIRST, SECOND = ("Orvex", "Quellmark"), ("Lantern Alliance", "Quellmark")
BOTH = "Orvex, Lantern Alliance, Quellmark"


def whole(name: str, parties: Parties) -> Claim:
    return claim(name, parties, "deal_type", Term(term="acquisition"))


def two(first: str, second: str, *more: Claim) -> Deals:
    claims = [
        claim("a", FIRST, "deal_amount", money(first)),
        claim("b", SECOND, "deal_amount", money(second)),
        whole("a", FIRST),
        whole("b", SECOND),
        *more,
    ]
    title = "Lantern Alliance bids for Quellmark"
    return group(claims, [text("a", BOTH), text("b", BOTH, date(2024, 3, 20), title)])


def test_the_label_has_the_buyer_that_most_is_said_of_under_all_its_names() -> None:
    done = claim("b", SECOND, "deal_status", AGREED)
    third = ("Orvex Holdings Group", "Quellmark")
    claims = [
        claim("a", FIRST, "deal_amount", money("22300000000")),
        whole("a", FIRST),
        claim("b", SECOND, "deal_amount", money("32100000000")),
        whole("b", SECOND),
        done,
        claim("c", third, "deal_amount", money("22300000000")),
        claim("c", third, "debt", money("700000000")),
        claim("c", third, "break_fee", money("90000000")),
    ]
    title = "Lantern Alliance bids for Quellmark"
    texts = [text("a", BOTH), text("b", BOTH, date(2024, 3, 20), title), text("c", BOTH)]

    (one,) = group(claims, texts).groups

    assert one.deal.label == "Orvex Holdings Group / Quellmark"
    assert one.deal.sources == ("a", "b", "c")


def test_talks_with_one_member_and_the_deal_with_its_vehicle_are_one() -> None:
    done = claim("b", SECOND, "deal_status", AGREED)
    assert members_of(two("22300000000", "32100000000", done)) == {frozenset("ab")}


def test_two_prices_of_two_bidders_are_rivals_where_none_is_a_vehicle() -> None:
    rival = ("Lantern", "Quellmark")
    claims = [
        claim("a", FIRST, "deal_amount", money("22300000000")),
        claim("b", rival, "deal_amount", money("32100000000")),
        claim("b", rival, "deal_status", AGREED),
        whole("a", FIRST),
        whole("b", rival),
    ]
    both = "Orvex, Lantern, Quellmark"
    title = "Lantern bids for Quellmark"
    deals = group(claims, [text("a", both), text("b", both, date(2024, 3, 20), title)])
    assert len(deals.groups) == 2


def test_two_bidders_of_one_article_are_rivals() -> None:
    done = claim("b", SECOND, "deal_status", AGREED)
    own = claim("b", FIRST, "deal_amount", money("22300000000"))
    deals = two("22300000000", "32100000000", done, own)
    assert len(deals.groups) == 2


def test_a_company_that_nobody_in_particular_buys_is_one_deal_for_a_year() -> None:
    parties = (None, "Quellmark")

    def told(name: str) -> list[Claim]:
        premium = Percent(low=Decimal(42), high=Decimal(42))
        return [
            claim(name, parties, "deal_status", AGREED),
            claim(name, parties, "premium", premium),
        ]

    days = {"a": DAY, "b": date(2024, 11, 30), "c": date(2026, 3, 1)}
    claims = [one for name in days for one in told(name)]
    deals = group(claims, [text(name, "Quellmark", day) for name, day in days.items()])
    assert members_of(deals) == {frozenset("ab"), frozenset("c")}


def test_two_investors_with_sums_of_their_own_make_two_deals() -> None:
    done = [claim(at, pair, "deal_status", AGREED) for at, pair in (("a", FIRST), ("b", SECOND))]
    own = claim("b", SECOND, "deal_amount", money("2000000000"))
    other = claim("a", FIRST, "deal_amount", money("1250000000"))
    both = [
        claim(at, pair, "deal_amount", money("4000000000"))
        for at, pair in (("a", FIRST), ("b", SECOND))
    ]
    texts = [text("a", BOTH), text("b", BOTH, title="Lantern Alliance invests in Quellmark")]
    assert len(group([*done, *both, own, other], texts).groups) == 2
    assert len(group([*done, *both, own], texts).groups) == 1


def test_a_bidder_who_is_turned_down_first_and_agrees_then_is_no_rival() -> None:
    lantern, both = ("Lantern", "Quellmark"), "Orvex, Lantern, Quellmark"

    def told(*stages: str) -> int:
        claims = [
            claim("a", FIRST, "deal_amount", money("10300000000")),
            claim("b", lantern, "deal_amount", money("10300000000")),
            whole("a", FIRST),
            whole("b", lantern),
            claim("b", lantern, "deal_status", AGREED),
            *(claim("a", FIRST, "deal_status", Term(term=stage)) for stage in stages),
        ]
        first = text("a", both, title="Orvex bids for Quellmark")
        second = text("b", both, date(2024, 3, 6), "Lantern bids for Quellmark")
        return len(group(claims, [first, second]).groups)

    assert told("rejected") == 2
    assert told("rejected", "agreed") == 1


def share(name: str, parties: Parties, percent: str) -> Claim:
    return claim(name, parties, "stake", Percent(low=Decimal(percent), high=Decimal(percent)))


def test_one_share_bought_in_the_same_weeks_is_one_purchase_under_two_names() -> None:
    """The buyer's old name in dollars, its new one in pounds: only the 9.7 % are the same."""

    def told(percent: str, days: tuple[date, date], second: str = BOTH) -> Deals:
        claims = [
            claim("a", FIRST, "deal_amount", money("4300000000")),
            claim("b", SECOND, "deal_amount", money("3200000000", "GBP")),
            share("a", FIRST, "9.7"),
            share("b", SECOND, percent),
        ]
        return group(claims, [text("a", BOTH, days[0]), text("b", second, days[1])])

    near, far = (DAY, date(2024, 3, 6)), (DAY, date(2024, 9, 6))
    assert members_of(told("9.7", near)) == {frozenset("ab")}
    # another share, a round one, half a year later, or a text that does not know the other buyer
    assert len(told("8.7", near).groups) == 2
    assert len(told("9.7", far).groups) == 2
    assert len(told("9.7", near, "Lantern Alliance, Quellmark").groups) == 2


def test_a_purchase_without_a_sum_is_the_takeover_that_others_tell() -> None:
    def told(*more: Claim, bought: bool = True) -> Deals:
        claims = [
            claim("a", FIRST, "deal_amount", money("3600000000")),
            claim("a", FIRST, "deal_status", AGREED),
            claim("b", SECOND, "deal_status", AGREED),
            *([whole("a", FIRST)] if bought else ()),
            *more,
        ]
        title = "Holders back sale of Quellmark to Lantern Alliance"
        return group(claims, [text("a", BOTH), text("b", BOTH, date(2024, 8, 1), title)])

    assert members_of(told()) == {frozenset("ab")}
    # an investor beside another one, and a sum of his own
    assert len(told(bought=False).groups) == 2
    own = claim("b", SECOND, "deal_amount", money("200000000"))
    assert len(told(own).groups) == 2


def test_one_sum_on_one_day_is_no_deal_of_two_that_never_name_each_other() -> None:
    claims = [
        claim("a", ("Orvex", "Quellmark Airport"), "deal_amount", money("400000000")),
        claim("b", (None, "Lantern"), "deal_amount", money("400000000")),
    ]
    apart = [text("a", "Orvex, Quellmark Airport"), text("b", "Lantern, Milford")]
    assert len(group(claims, apart).groups) == 2
    spoken = [text("a", "Orvex, Quellmark Airport, Lantern"), text("b", "Lantern, Milford")]
    assert len(group(claims, spoken).groups) == 1


def test_a_round_without_a_day_and_one_of_another_sum_are_two() -> None:
    def told(name: str, buyer: str, amount: str) -> list[Claim]:
        parties = (buyer, "Quellmark")
        return [
            claim(name, parties, "deal_amount", money(amount)),
            claim(name, parties, "total_raised", money("68000000")),
        ]

    def rounds(amount: str) -> Deals:
        dated = text("a", "Quellmark")
        undated = SourceText("b", "b", "b", None, None, None, None, fingerprint("Quellmark b"))
        return group(
            [*told("a", "Orvex", "11000000"), *told("b", "Veldon", amount)], [dated, undated]
        )

    assert len(rounds("20000000").groups) == 2
    assert len(rounds("11000000").groups) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Orvex bids for Quellmark, after a rival bid from Lantern",
        "Orvex trumps Lantern for Quellmark",
        "Orvex fears a counter-offer by Lantern for Quellmark",
        "Orvex has Quellmark; Lantern, a rival suitor, is out",
    ],
)
def test_a_bidder_who_is_called_a_rival_has_a_deal_of_its_own(words: str) -> None:
    rival = ("Lantern", "Quellmark")
    claims = [
        one
        for at, pair in (("a", FIRST), ("b", rival))
        for one in (
            claim(at, pair, "deal_amount", money("22300000000")),
            claim(at, pair, "deal_status", AGREED),
            whole(at, pair),
        )
    ]
    told = text("b", "Lantern, Quellmark, Orvex", title="Lantern bids for Quellmark")
    assert len(group(claims, [text("a", words), told]).groups) == 2
    friends = text("a", "Orvex, Lantern, Quellmark")
    assert len(group(claims, [friends, told]).groups) == 1


def test_a_nationality_is_no_house_and_a_province_is_no_part_of_the_name() -> None:
    def bid(name: str, buyer: str, target: str = "Quellmark") -> Claim:
        return claim(name, (buyer, target), "deal_amount", money(f"{ord(name)}00000000"))

    assert len(found(bid("a", "Canadian Rail"), bid("b", "Canadian Mills")).groups) == 2
    long = bid("b", "Orvex", "Zhejiang Quellmark Technologies")
    assert members_of(found(bid("a", "Orvex"), long)) == {frozenset("ab")}
    other = bid("b", "Orvex", "Zhejiang Nimbra Technologies")
    assert len(found(bid("a", "Orvex"), other).groups) == 2


def found(*claims: Claim) -> Deals:
    """The deals of claims whose texts are not known."""
    sources = dict.fromkeys(one.source for one in claims)
    return group(
        claims, [SourceText(n, n, n, None, None, None, DAY, fingerprint("")) for n in sources]
    )


def test_a_market_that_was_smaller_makes_no_round_of_a_purchase() -> None:
    """Both buy from one house; "from $5 billion last year" is said of the market."""
    names = {"a": "Brannoc Climate Solutions", "b": "Branoc"}
    claims = [
        one
        for at, name in names.items()
        for one in (
            claim(at, ("Orvex", name), "deal_amount", money(f"{ord(at)}00000000")),
            claim(at, ("Orvex", name), "prior_valuation", money("5000000000")),
        )
    ]
    assert len(found(*claims).groups) == 2
    bought = [whole(at, ("Orvex", name)) for at, name in names.items()]
    assert members_of(found(*claims, *bought)) == {frozenset("ab")}


def test_swapped_sides_may_be_told_with_a_short_name() -> None:
    one = claim("a", ("Orvex Foods", "Nimbra"), "deal_amount", money("100000000"))
    swapped = claim("b", ("Nimbra", "Foods"), "deal_amount", money("200000000"))
    stranger = claim("b", ("Nimbra", "Mills"), "deal_amount", money("200000000"))
    assert members_of(found(one, swapped)) == {frozenset("ab")}
    assert len(found(one, stranger).groups) == 2


@pytest.mark.parametrize(
    "name", ["9-Eleven", "O'Shea Group", "T-Kettle US", "Acme-Orvex", "McOrvex"]
)
def test_a_text_speaks_of_a_party_as_it_prints_it(name: str) -> None:
    assert speaks_of(fingerprint(f"Shares of {name} rose.").names, name)
    assert not speaks_of(fingerprint("Shares of Kettlewell rose.").names, name)


def test_no_text_speaks_of_a_party_without_a_name() -> None:
    words = fingerprint("Shares of Acme rose.").names
    assert not speaks_of(words, "")
    assert not speaks_of(words, "-")


def test_letters_alone_are_no_sign_of_a_party() -> None:
    assert not speaks_of(fingerprint("At Acme, T-shirts are sold.").names, "AT&T")
