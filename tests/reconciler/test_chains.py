"""Articles of one pair of parties in time: where one deal ends and the next one begins."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from dealfacts.reconciler.bids import Bid
from dealfacts.reconciler.chains import Chain, chains_of, goes_with, may_be_one
from dealfacts.reconciler.marks import Marks, are_far, told_far

DAY = date(2031, 3, 4)
FULL, LONE = ("Orvex", "Nimbra"), (None, "Nimbra")


def usd(*sums: str) -> frozenset[tuple[str, str]]:
    return frozenset(("USD", one) for one in sums)


def bid(
    source: str,
    day: int | None = 0,
    sums: frozenset[tuple[str, str]] = frozenset(),
    parties: tuple[str | None, str | None] = FULL,
    **more: object,
) -> Bid:
    """An article `day` days after the first one."""
    known = {
        "source": source,
        "parties": parties,
        "published": None if day is None else DAY + timedelta(days=day),
        "title": None,
        "origin": source,
        "claims": (),
        "marks": more.pop("marks", Marks(sums=sums)),
        "statements": frozenset(),
        "is_round": False,
        **more,
    }
    return Bid(**known)  # type: ignore[arg-type]  the fields of a bid by name


def chain(*bids: Bid) -> Chain:
    return Chain(bids[0].parties, bids)


def parted(*bids: Bid) -> list[str]:
    """The sources of each chain, in the order of the chains."""
    return ["".join(one.source for one in found.bids) for found in chains_of(bids)]


@pytest.mark.parametrize(
    ("parties", "is_round", "first", "second", "most"),
    [
        # a takeover: sums up to twice as large are one price that was raised
        (FULL, False, "10", "20", 1096),
        (FULL, False, "10", "21", 45),
        (FULL, False, "10", "10", 1096),
        # a round is extended by a quarter
        (FULL, True, "100", "125", 120),
        (FULL, True, "100", "126", 45),
        (FULL, True, "100", "100", 365),
        (LONE, False, "100", "125", 120),
        (LONE, False, "100", "126", 45),
        (LONE, False, "100", "100", 365),
    ],
)
def test_so_many_days_may_lie_between_two_articles(parties, is_round, first, second, most) -> None:
    def days(apart):
        one = bid("a", 0, usd(first), parties, is_round=is_round)
        other = bid("b", apart, usd(second), parties, is_round=is_round)
        together = parted(one, other) == ["ab"]
        assert may_be_one(chain(one), chain(other)) is together
        assert may_be_one(chain(other), chain(one)) is together
        return together

    assert days(most)
    assert not days(most + 1)


def test_a_named_round_is_told_for_years() -> None:
    def days(apart, second="100"):
        named = frozenset({"Series B"})
        one = bid("a", 0, marks=Marks(named, usd("100")), is_round=True)
        other = bid("b", apart, marks=Marks(named, usd(second)), is_round=True)
        return parted(one, other) == ["ab"]

    assert days(1096)
    assert not days(1097)
    assert days(45, "300")
    assert not days(46, "300")


def test_half_of_the_articles_are_not_most() -> None:
    round_, plain = bid("a", is_round=True), bid("b")
    assert chain(round_).is_round
    assert not chain(round_, plain).is_round
    assert chain(round_, plain, bid("c", is_round=True)).is_round


def test_a_chain_of_rounds_keeps_the_days_of_a_round() -> None:
    # The third article does not say that it is a round, the two before it do.
    told = [bid("a", 0, is_round=True), bid("b", 1, is_round=True), bid("c", 122)]
    assert parted(*told) == ["ab", "c"]
    # Of a pair of which one says so, the next article is told as of a takeover.
    assert parted(bid("a", 0), bid("b", 1, is_round=True), bid("c", 122)) == ["abc"]
    # An article that says so itself is of a round, whatever was before.
    assert parted(bid("a", 0), bid("b", 1), bid("c", 122, is_round=True)) == ["ab", "c"]


def test_of_two_chains_the_later_is_gone_on_with_unless_a_sum_tells() -> None:
    one, two = bid("a", 0, usd("100"), LONE), bid("b", 60, usd("300"), LONE)
    assert parted(one, two) == ["a", "b"]
    assert parted(one, two, bid("c", 61, frozenset(), LONE)) == ["a", "bc"]
    assert parted(one, two, bid("c", 61, usd("100"), LONE)) == ["ac", "b"]
    assert parted(one, two, bid("c", None, usd("100"), LONE)) == ["ac", "b"]


def test_an_undated_article_of_a_far_sum_opens_a_chain_where_one_side_is_unknown() -> None:
    dated = bid("a", 0, usd("100"), LONE)
    assert parted(dated, bid("b", None, usd("500"), LONE)) == ["a", "b"]
    assert parted(dated, bid("b", None, usd("100.0"), LONE)) == ["ab"]
    # The same digits: the unit has slipped.
    assert parted(dated, bid("b", None, usd("1000"), LONE)) == ["ab"]
    assert parted(bid("a", 0, usd("100")), bid("b", None, usd("500"))) == ["ab"]


def test_chains_stand_in_the_order_of_their_parties() -> None:
    other = ("Arlo", "Nimbra")
    told = bid("a"), bid("b", parties=other), bid("c", parties=LONE), bid("d", parties=other)
    assert parted(*told) == ["bd", "a", "c"]
    assert [found.parties for found in chains_of(told)] == [other, FULL, LONE]


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ((0,), (3,), 3),
        ((3,), (0,), 3),
        ((0, 10), (4,), 4),
        ((0, 10), (7,), 3),
        ((0, 5, 9), (20, 30), 11),
        ((0, 5, 9), (5,), 0),
        ((None,), (7,), 0),
        ((None, 2), (7, None), 5),
    ],
)
def test_the_days_between_the_nearest_articles(one, other, days) -> None:
    left = chain(*(bid(str(at), day) for at, day in enumerate(one)))
    right = chain(*(bid(str(at), day) for at, day in enumerate(other)))

    assert left.days_to(right) == right.days_to(left) == days


def test_what_one_article_says_is_said_of_the_chain() -> None:
    whole = chain(
        bid("a", 5, usd("10"), cast=frozenset({"Ann Brun"}), names=frozenset({1})),
        bid(
            "b",
            2,
            usd("11"),
            is_sale=True,
            is_refused=True,
            cast=frozenset({"Carl Voss"}),
            units=frozenset({("Unit", "Owner")}),
            names=frozenset({2}),
        ),
        bid("c", None),
    )
    assert whole.full
    assert whole.is_sale
    assert whole.is_refused
    assert whole.cast == {"Ann Brun", "Carl Voss"}
    assert whole.units == {("Unit", "Owner")}
    assert whole.names == {1, 2}
    assert whole.amounts == usd("10", "11")
    assert whole.dates == (DAY + timedelta(days=2), DAY + timedelta(days=5))
    assert not chain(bid("a")).is_sale
    assert not chain(bid("a")).is_refused
    assert not chain(bid("a", parties=LONE)).full


def test_without_a_day_far_sums_are_told_of_two_rounds() -> None:
    dated, undated = chain(bid("a", 0, usd("100"))), chain(bid("b", None, usd("500"), LONE))
    near = chain(bid("b", None, usd("150"), LONE))
    later = chain(bid("b", 1, usd("500"), LONE))
    assert may_be_one(dated, undated)
    assert not goes_with(dated, undated)
    assert not goes_with(undated, dated)
    assert goes_with(dated, near)
    assert goes_with(dated, later)
    assert goes_with(later, dated)


def test_a_full_chain_makes_it_a_takeover_unless_either_is_a_round() -> None:
    full, lone = chain(bid("a", 0)), chain(bid("b", 400, parties=LONE))
    assert may_be_one(full, lone)
    assert may_be_one(lone, full)
    assert not may_be_one(chain(bid("a", 0, parties=LONE)), lone)
    assert not may_be_one(chain(bid("a", 0, is_round=True)), lone)
    assert not may_be_one(full, chain(bid("b", 400, parties=LONE, is_round=True)))


@pytest.mark.parametrize(
    ("a", "b", "near", "far"),
    [
        (usd("10"), usd("20"), "2", False),
        (usd("10"), usd("20.1"), "2", True),
        (usd("20.1"), usd("10"), "2", True),
        (usd("10", "100"), usd("15", "900"), "2", False),
        (usd("10"), frozenset({("EUR", "500")}), "2", False),
        (usd("10"), frozenset(), "2", False),
        (frozenset(), usd("10"), "2", False),
    ],
)
def test_sums_that_are_far_from_each_other(a, b, near, far) -> None:
    assert are_far(a, b, Decimal(near)) is far


def test_a_slip_of_the_unit_leaves_the_digits() -> None:
    assert told_far(Marks(sums=usd("100")), Marks(sums=usd("500")))
    assert not told_far(Marks(sums=usd("2500")), Marks(sums=usd("25000000")))
    assert not told_far(Marks(sums=usd("0.25")), Marks(sums=usd("2.5")))
    assert not told_far(Marks(sums=usd("100")), Marks(sums=usd("199")))


def test_the_marks_of_two_articles_are_those_of_both() -> None:
    one = Marks(frozenset({"seed"}), usd("1"), usd("2"), usd("3"))
    other = Marks(frozenset({"Series A"}), usd("4"), usd("5"), usd("6"))
    assert one.joined(other) == Marks(
        frozenset({"seed", "Series A"}), usd("1", "4"), usd("2", "5"), usd("3", "6")
    )


def named(*rounds: str, values: str = "", priors: str = "") -> Marks:
    return Marks(
        frozenset(rounds),
        values=usd(values) if values else frozenset(),
        priors=usd(priors) if priors else frozenset(),
    )


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        (named("seed"), named("Series A"), True),
        (named("seed"), named("seed", "Series A"), False),
        (named("seed"), named(), False),
        (named(values="30"), named(priors="30"), True),
        (named(priors="30"), named(values="30"), True),
        (named(values="30", priors="15"), named(values="30", priors="14"), False),
        (named(values="30"), named(values="30", priors="30"), False),
        (named(values="30"), named(priors="29"), False),
        # the name of the round tells more than a value
        (named("seed", values="30"), named("seed", priors="30"), False),
        (named("seed", values="30"), named(priors="30"), True),
    ],
)
def test_what_tells_two_deals_apart(a, b, apart) -> None:
    assert a.tell_apart(b) is apart
    assert b.tell_apart(a) is apart
