"""Why two sides differ without one being wrong: time went by, or they are two things."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.values import PartialDate, Term
from dealfacts.model.vocabulary import Anchor, Grain, Hedge, Modality
from dealfacts.reconciler import context as contexts
from dealfacts.reconciler.camps import Party
from dealfacts.reconciler.doubts import doubt, is_something_else
from dealfacts.reconciler.facts import Item
from dealfacts.reconciler.stances import stances
from dealfacts.reconciler.timing import superseded

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim

DAY = date(2031, 3, 4)
ACTUAL, EXPECTED, RUMOURED = Modality.ACTUAL, Modality.EXPECTED, Modality.RUMOURED
APART = "The articles are {} days apart: the figure may have been revised."
CHANGED = "The one is first printed {} days after the other: it may have changed."
TALKS = "One side dates from talks, the other from the agreed deal: terms changed since."
PLAN = "One side is a plan, the other what happened."
PART = "An article prints both: the one may be a part of the other."
BOTH = "Whoever prints the one also prints the other: they may be two things."
OUTCOME = "One side is an expectation, the other the later outcome."


def party(*claims: Claim) -> Party:
    """A side whose claims all say the same."""
    (stance,) = stances(claims)
    return Party(stance, stance.claims)


def dated(first: date, last: date | None = None, grain: Grain = Grain.DAY) -> PartialDate:
    told = first.isoformat() if last is None else f"{first.isoformat()}/{last.isoformat()}"
    return PartialDate(
        text=told,
        edtf=told,
        earliest=first,
        latest=last or first,
        grain=grain,
        anchor=Anchor.EXPLICIT,
    )


def context(*claims: Claim, **published: int | None):
    """The deal's context; `published` counts the days of articles from the first one."""
    days = {
        source: None if day is None else DAY + timedelta(days=day)
        for source, day in published.items()
    }
    return contexts.build(claims, days, {}, {}, {})


@pytest.fixture
def sides(claim):
    """Two sides, each told by one article, "a" and "b"."""

    def build(attribute, one, other, modality=(ACTUAL, ACTUAL)):
        told = []
        for source, value, mode in zip("ab", (one, other), modality, strict=True):
            hedge = Hedge.NONE
            found = value
            if isinstance(value, str):
                found, hedge = read_phrase(value)
            told.append(party(claim(source, attribute, found, hedge=hedge, modality=mode)))
        return told

    return build


@pytest.mark.parametrize(
    ("attribute", "modality", "days", "words"),
    [
        ("deal_amount", (ACTUAL, ACTUAL), (0, 13), ""),
        ("deal_amount", (ACTUAL, ACTUAL), (0, 14), APART.format(14)),
        ("deal_amount", (ACTUAL, ACTUAL), (30, 0), APART.format(30)),
        ("deal_amount", (ACTUAL, ACTUAL), (0, None), ""),
        ("deal_amount", (ACTUAL, ACTUAL), (None, 30), ""),
        ("founded", (ACTUAL, ACTUAL), (0, 30), ""),
        ("break_fee", (ACTUAL, ACTUAL), (0, 30), ""),
        ("revenue", (EXPECTED, ACTUAL), (0, 1), OUTCOME),
        ("revenue", (RUMOURED, ACTUAL), (0, 1), OUTCOME),
        ("revenue", (ACTUAL, EXPECTED), (1, 0), OUTCOME),
        ("revenue", (EXPECTED, ACTUAL), (0, 0), OUTCOME),
        ("revenue", (EXPECTED, ACTUAL), (1, 0), ""),  # an outcome is not older than the hope
        ("revenue", (EXPECTED, ACTUAL), (None, 1), ""),
        ("revenue", (EXPECTED, ACTUAL), (0, None), ""),
        ("revenue", (EXPECTED, EXPECTED), (0, 1), ""),
        ("closing_date", (EXPECTED, ACTUAL), (0, 1), PLAN),
        ("closing_date", (EXPECTED, ACTUAL), (None, None), PLAN),
        ("closing_date", (EXPECTED, ACTUAL), (1, 0), ""),
        ("release_date", (EXPECTED, ACTUAL), (0, 1), PLAN),
    ],
)
def test_time_went_by(sides, attribute, modality, days, words) -> None:
    one, other = sides(attribute, "$14.3 billion", "$19.1 billion", modality)
    where = context(*one.claims, *other.claims, a=days[0], b=days[1])

    assert superseded(attribute, one, other, where) == words
    assert superseded(attribute, other, one, where) == words


@pytest.mark.parametrize(
    ("stages", "modality", "words"),
    [
        (("talks", "agreed"), (ACTUAL, ACTUAL), TALKS),
        (("rumoured", "closed"), (ACTUAL, ACTUAL), TALKS),
        (("agreed", "talks"), (ACTUAL, ACTUAL), TALKS),
        (("talks", "talks"), (ACTUAL, ACTUAL), ""),
        (("agreed", "closed"), (ACTUAL, ACTUAL), ""),
        (("talks", None), (ACTUAL, ACTUAL), ""),
        ((None, "agreed"), (ACTUAL, ACTUAL), ""),
        ((None, "agreed"), (RUMOURED, ACTUAL), TALKS),
        (("talks", "agreed"), (ACTUAL, RUMOURED), ""),
    ],
)
def test_terms_changed_since_the_talks(sides, claim, stages, modality, words) -> None:
    one, other = sides("deal_amount", "$14.3 billion", "$19.1 billion", modality)
    told = [
        claim(source, "deal_status", Term(term=stage))
        for source, stage in zip("ab", stages, strict=True)
        if stage
    ]
    where = context(*one.claims, *other.claims, *told)

    assert superseded("deal_amount", one, other, where) == words


@pytest.mark.parametrize(
    ("attribute", "values", "days", "words"),
    [
        (
            "deal_amount",
            ("$1.0 billion", "$2.1 billion"),
            (0, 0),
            "One is more than twice the other: they may be two different sums.",
        ),
        ("deal_amount", ("$1.0 billion", "$2.0 billion"), (0, 0), ""),
        (
            "debt",
            ("$1.0 billion", "$2.1 billion"),
            (0, 0),
            "One is more than twice the other: they may be two different sums.",
        ),
        ("spending", ("$1.0 billion", "$2.0 billion"), (0, 0), ""),
        ("revenue", ("$1.0 billion", "$2.1 billion"), (0, 0), ""),
        (
            "headcount",
            ("100 employees", "201 employees"),
            (0, 0),
            "One is more than twice the other: they may count different people.",
        ),
        ("headcount", ("100 employees", "200 employees"), (0, 0), ""),
        ("headcount", ("100 employees", "140 employees"), (0, 14), CHANGED.format(14)),
        ("headcount", ("100 employees", "140 employees"), (20, 0), CHANGED.format(20)),
        ("headcount", ("100 employees", "140 employees"), (0, 13), ""),
        ("headcount", ("100 employees", "140 employees"), (0, None), ""),
        ("prior_valuation", ("$1.0 billion", "$1.5 billion"), (0, 90), ""),
    ],
)
def test_they_may_both_be_right(sides, attribute, values, days, words) -> None:
    one, other = sides(attribute, *values)
    where = context(*one.claims, *other.claims, a=days[0], b=days[1])

    assert doubt(attribute, one, other, where) == words
    assert doubt(attribute, other, one, where) == words


def test_who_prints_both_means_two_things(claim) -> None:
    low, high = (read_phrase(text)[0] for text in ("$1.2 billion", "$1.5 billion"))
    first, also, alone = (
        claim("a", "deal_amount", low),
        claim("a", "deal_amount", high),
        claim("b", "deal_amount", high),
    )
    where = context(first, also, alone)
    words = "Whoever prints the one also prints the other: they may be two things."

    assert doubt("deal_amount", party(first), party(also, alone), where) == words
    assert doubt("deal_amount", party(also, alone), party(first), where) == words
    assert doubt("deal_amount", party(first), party(alone), where) == ""


@pytest.mark.parametrize(
    ("attribute", "shift", "days", "modality", "words"),
    [
        (
            "announcement_date",
            20,
            (0, 20),
            (ACTUAL, ACTUAL),
            "Each is the news of its article's own day: they may be two announcements.",
        ),
        (
            "announcement_date",
            20,
            (3, 17),
            (ACTUAL, ACTUAL),
            "Each is the news of its article's own day: they may be two announcements.",
        ),
        ("announcement_date", 20, (4, 20), (ACTUAL, ACTUAL), ""),
        ("announcement_date", 20, (0, 24), (ACTUAL, ACTUAL), ""),
        ("announcement_date", 20, (0, None), (ACTUAL, ACTUAL), ""),
        (
            "closing_date",
            20,
            (0, 0),
            (EXPECTED, EXPECTED),
            "Both are plans: the day may have been put off.",
        ),
        ("closing_date", 20, (0, 0), (EXPECTED, ACTUAL), ""),
        ("closing_date", 20, (0, 0), (ACTUAL, EXPECTED), ""),
        ("founded", 20, (0, 0), (EXPECTED, EXPECTED), ""),
    ],
)
def test_two_days_that_may_both_be_right(sides, attribute, shift, days, modality, words) -> None:
    one, other = sides(attribute, dated(DAY), dated(DAY + timedelta(days=shift)), modality)
    where = context(*one.claims, *other.claims, a=days[0], b=days[1])

    assert doubt(attribute, one, other, where) == words
    assert doubt(attribute, other, one, where) == words


MARCH = dated(date(2031, 3, 1), date(2031, 3, 31), Grain.MONTH)
MAY = dated(date(2031, 5, 30), date(2031, 6, 29), Grain.MONTH)
JUNE = dated(date(2031, 5, 31), date(2031, 6, 30), Grain.MONTH)
NEXT_MARCH = dated(date(2032, 3, 1), date(2032, 3, 31), Grain.MONTH)


@pytest.mark.parametrize(
    ("attribute", "values", "lenient", "expected"),
    [
        ("stake", ("46%", "8%"), False, True),
        ("stake", ("46%", "40%"), False, False),
        ("stake", ("30%", "45%"), False, False),  # half as much again is still one
        ("stake", ("30%", "46%"), False, True),
        ("stake", ("4.9%", "49%"), False, False),  # a slip of the point
        ("deal_amount", ("$1.2 billion", "$2.5 billion"), False, False),
        ("deal_amount", ("$1.2 billion", "$2.5 billion"), True, True),
        ("deal_amount", ("$1.2 billion", "$2.4 billion"), True, False),
        ("deal_amount", ("$1.2 billion", "$12 billion"), True, False),  # a slip
        ("announcement_date", (MARCH, MAY), False, False),  # sixty days
        ("announcement_date", (MARCH, JUNE), False, True),
        ("announcement_date", (JUNE, MARCH), False, True),
        ("announcement_date", (MARCH, NEXT_MARCH), False, False),  # the year has slipped
        ("announcement_date", (dated(DAY), dated(date(2031, 9, 9))), False, True),  # exact days
        ("announcement_date", (dated(DAY), JUNE), False, True),
        ("closing_date", (MARCH, JUNE), False, False),
        ("release_date", (MARCH, JUNE), False, False),
        ("release_date", (MARCH, dated(date(2032, 3, 30), date(2032, 4, 20))), False, False),
        ("release_date", (MARCH, dated(date(2032, 3, 31), date(2032, 4, 20))), False, True),
    ],
)
def test_two_things_that_are_called_alike(sides, attribute, values, lenient, expected) -> None:
    one, other = sides(attribute, *values)
    item = Item("d", attribute, "Nimbra", None, (*one.claims, *other.claims), lenient=lenient)

    assert is_something_else(item, one, other) is expected
    assert is_something_else(item, other, one) is expected


@pytest.mark.parametrize(
    ("attribute", "told", "words"),
    [
        # the articles of each side
        ("deal_amount", ("abc", "cd"), ""),
        ("deal_amount", ("ac", "abd"), PART),
        ("deal_amount", ("a", "ab"), BOTH),
        ("deal_amount", ("ab", "a"), BOTH),
        ("revenue", ("a", "ab"), BOTH),
        ("revenue", ("ac", "abd"), ""),
        ("deal_amount", ("a", "b"), ""),
    ],
)
def test_one_article_prints_both(claim, attribute, told, words) -> None:
    if words == "" and told == ("abc", "cd"):
        sums = "$1.0 billion", "$1.2 billion"  # not far enough apart for a whole and its part
    else:
        sums = "$1.0 billion", "$1.3 billion"
    one, other = (
        party(*(claim(source, attribute, read_phrase(phrase)[0]) for source in sources))
        for phrase, sources in zip(sums, told, strict=True)
    )
    where = context(*one.claims, *other.claims)

    assert doubt(attribute, one, other, where) == words
    assert doubt(attribute, other, one, where) == words


@pytest.mark.parametrize(
    ("amounts", "days", "words"),
    [
        # two bids: "c" tells both, "a" the lower one before "b" the higher one
        (("$10 billion", "$12 billion"), {"a": 0, "b": 1, "c": 2}, True),
        (("$10 billion", "$12.5 billion"), {"a": 0, "b": 1, "c": 2}, True),
        (("$10 billion", "$12.6 billion"), {"a": 0, "b": 1, "c": 2}, False),
        (("$10 billion", "$12 billion"), {"a": 1, "b": 0, "c": 2}, True),
        (("$10 billion", "$12 billion"), {"a": 1, "b": 1, "c": 2}, False),
        (("$10 billion", "$12 billion"), {"a": 0, "b": None, "c": 2}, False),
        (("$10 billion", "$12 billion"), {"a": 0, "b": 1, "c": None}, True),
    ],
)
def test_a_bid_was_raised(claim, amounts, days, words) -> None:
    one, other = (
        party(*(claim(source, "deal_amount", read_phrase(phrase)[0]) for source in sources))
        for phrase, sources in zip(amounts, ("ac", "bc"), strict=True)
    )
    where = context(*one.claims, *other.claims, **days)
    revised = "An article gives both, and those that give one follow each other: it was revised."

    assert (superseded("deal_amount", one, other, where) == revised) is words
    assert (superseded("deal_amount", other, one, where) == revised) is words


@pytest.mark.parametrize(
    ("stages", "days", "told"),
    [
        (("rejected", "agreed"), (0, 1), True),
        (("rejected", "agreed"), (1, 0), False),  # refused after it was agreed
        (("rejected", "agreed"), (0, 0), False),
        (("rejected", "rejected"), (0, 1), False),
        (("agreed", "rejected"), (1, 0), True),
        (("talks", "agreed"), (0, 1), False),
    ],
)
def test_a_bid_was_refused_before_the_deal(sides, claim, stages, days, told) -> None:
    one, other = sides("deal_amount", "$14.3 billion", "$19.1 billion")
    stages_ = [
        claim(source, "deal_status", Term(term=stage))
        for source, stage in zip("ab", stages, strict=True)
    ]
    where = context(*one.claims, *other.claims, *stages_, a=days[0], b=days[1])
    refused = "One side is a bid that was refused, the other the deal that was agreed later."

    assert (superseded("deal_amount", one, other, where) == refused) is told
