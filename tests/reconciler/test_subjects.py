"""Which subjects of one deal are one, under whatever name an article knows them."""

from __future__ import annotations

import pytest

from dealfacts.model.report import Deal
from dealfacts.model.values import Person, Seat, Text
from dealfacts.reconciler.gathering import gathered
from dealfacts.reconciler.subjects import resolve

LABEL = "Orvex / Nimbra"
DEAL = Deal(id="d-1", label=LABEL, acquirer="Orvex", target="Nimbra Works", sources=("a",))
NIMBRA = ("Orvex", "Nimbra Works")


@pytest.fixture
def told(claim):
    def build(attribute, subject, parties=NIMBRA, value=None, **more):
        found = value or Text(text="x")
        return claim("a", attribute, found, subject, parties=parties, deal="d-1", **more)

    return build


@pytest.mark.parametrize(
    ("attribute", "subject", "parties", "expected"),
    [
        # about the transaction, whatever an article calls its sides
        ("deal_amount", "Orvex / Nimbra Works", NIMBRA, LABEL),
        ("deal_amount", "the deal", NIMBRA, LABEL),
        ("deal_amount", "the company", NIMBRA, LABEL),
        ("deal_amount", "Orvex / Other", ("Orvex", "Other"), LABEL),
        ("deal_amount", "Orvex", NIMBRA, LABEL),
        ("deal_amount", "Quillon / Sarnax", NIMBRA, "Quillon / Sarnax"),
        ("unit_name", "Orvex", NIMBRA, LABEL),
        # a part of the deal, whatever its article calls the two sides
        ("deal_amount", "Orvex / Other: placement", ("Orvex", "Other"), f"{LABEL}: placement"),
        ("deal_amount", "Orvex: instalment", NIMBRA, f"{LABEL}: instalment"),
        ("deal_amount", "Orvex / Other: proceeds", ("Orvex", "Other"), "Orvex / Other: proceeds"),
        ("deal_amount", "Sarnax: placement", NIMBRA, "Sarnax: placement"),
        # about a company
        ("revenue", "Nimbra Works", NIMBRA, "Nimbra Works"),
        ("revenue", "the company", NIMBRA, "Nimbra Works"),
        ("revenue", "offer for the company", NIMBRA, "offer for Nimbra Works"),
        ("revenue", "Nimbra", ("Orvex", "Nimbra"), "Nimbra Works"),
        ("revenue", "Nimbra: retail", ("Orvex", "Nimbra"), "Nimbra Works: retail"),
        ("revenue", "Sarnax", NIMBRA, "Sarnax"),
        # about what is bought, under whatever name its article knows it
        ("valuation", "Other", ("Orvex", "Other"), "Nimbra Works"),
        ("total_raised", "Other", ("Orvex", "Other"), "Nimbra Works"),
        ("valuation", "Other", NIMBRA, "Other"),
        ("founded", "Other", ("Orvex", "Other"), "Other"),
        ("share_price", "offer for Other", ("Orvex", "Other"), "offer for Nimbra Works"),
        ("share_price", "offer for Sarnax", NIMBRA, "offer for Sarnax"),
        # an article that names no target
        ("premium", "offer for the company", ("Orvex", None), "offer for Nimbra Works"),
        ("valuation", "the company", ("Orvex", None), "Nimbra Works"),
        # in short, as its own article does not name it: nobody bids for a parent of that name
        ("premium", "offer for Other", ("Orvex", "Other Salts"), "offer for Nimbra Works"),
        ("premium", "offer for Sarnax", ("Orvex", "Other Salts"), "offer for Sarnax"),
        # a third one's share of what its article takes for the target
        ("stake", "Tolven in Other", ("Orvex", "Other"), "Tolven in Nimbra Works"),
        ("stake", "Tolven in Other: before", ("Orvex", "Other"), "Tolven in Nimbra Works: before"),
        ("stake", "Tolven in Sarnax", ("Orvex", "Other"), "Tolven in Sarnax"),
        ("stake", "Nimbra in Other", ("Orvex", "Other"), "Nimbra in Other"),
        # a share of the buyer in the target is the one that is bought
        ("stake", "Orvex in Nimbra Works", NIMBRA, LABEL),
        ("stake", "Orvex in Nimbra", ("Orvex", "Nimbra"), LABEL),
        ("stake", "Tolven in Nimbra Works", NIMBRA, "Tolven in Nimbra Works"),
        ("stake", "Orvex in Sarnax", NIMBRA, "Orvex in Sarnax"),
        # what was held before, or backs the offer, whatever its article calls the two sides
        ("stake", "Orvex / Other: before", ("Orvex", "Other"), f"{LABEL}: before"),
        ("stake", "Orvex: needed", NIMBRA, f"{LABEL}: needed"),
        ("stake", "Sarnax: before", NIMBRA, "Sarnax: before"),
        ("stake", "Orvex in Nimbra Works: voting", NIMBRA, "Orvex in Nimbra Works: voting"),
        ("stake", "Nimbra Works in Nimbra Works", NIMBRA, LABEL),
        ("stake", "Sarnax Foods in Sarnax", NIMBRA, LABEL),
        ("stake", "Sarnax in Sarnax Foods", NIMBRA, "Sarnax in Sarnax Foods"),
        ("spending", "Sarnax Foods in Sarnax", NIMBRA, "Sarnax Foods in Sarnax"),
    ],
)
def test_the_subject_of_a_claim(told, attribute, subject, parties, expected) -> None:
    one = told(attribute, subject, parties)
    others = [told("target", LABEL), told("founded", "Nimbra Works")]

    assert resolve([one, *others], LABEL, DEAL).of(one) == expected


def test_a_claim_of_another_deal_is_not_about_this_target(told) -> None:
    guest = told("valuation", "Other", ("Orvex", "Other")).model_copy(update={"deal": None})
    assert resolve([guest], LABEL, DEAL).of(guest) == "Other"


def test_people_and_the_companies_of_their_posts(told) -> None:
    boss = Person(name="Marten Droste", role="chair", organisation="Sarnax")
    claims = [
        told("person_role", "Marten Droste", value=boss),
        told("age", "M. Drosste"),
        told("board_seat", "Marten Droste", value=Seat(holder="Marten Droste", board="Sarnax Inc")),
        told("stake", "Marten Drosste in Sarnax"),
    ]

    found = resolve(claims, LABEL, DEAL)

    assert found.person("M. Drosste") == "Marten Droste"
    assert found.of(claims[1]) == "Marten Droste"
    assert found.person("Ann Brun") == "Ann Brun"
    assert found.organisation("Sarnax Inc") == found.organisation("Sarnax")
    apart = resolve(claims, LABEL, DEAL, frozenset({frozenset({"Marten Droste", "M. Drosste"})}))
    assert apart.of(claims[1]) == "M. Drosste"


def test_a_debt_that_is_taken_over_is_that_of_the_target_whatever_its_article_calls_it(
    told,
) -> None:
    target = DEAL.target
    claims = [told("debt", f"{target}: taken over"), told("debt", "Orvex: taken over")]
    found = resolve(claims, LABEL, DEAL)
    assert {found.of(claim) for claim in claims} == {f"{target}: taken over"}


def test_the_holders_of_a_side_get_a_part_of_what_a_merger_makes(told) -> None:
    parties = ("Orvex", "Nimbra Works")
    ours = told("stake", "Orvex shareholders in Nimbra Works", parties)
    others = told("stake", "Sarnax shareholders in Nimbra Works", parties)
    found = resolve([ours, others], LABEL, DEAL)
    assert found.of(ours) == "Orvex in the combined company"
    assert found.of(others) == "Sarnax shareholders in Nimbra Works"


def test_one_holder_under_two_names_holds_one_stake(told) -> None:
    """A holder who is named nowhere else is known by more than the letters."""
    claims = [told("stake", "QuillBank in Sarnax"), told("stake", "Quillbank Group in Sarnax")]
    claims += [told("stake", "the family in Sarnax"), told("stake", "Ann Brun in Sarnax")]

    found = resolve(claims, LABEL, DEAL)

    assert found.of(claims[0]) == found.of(claims[1])
    assert found.of(claims[2]) == "the family in Sarnax"
    assert found.of(claims[3]) == "Ann Brun in Sarnax"


@pytest.fixture
def figures(claim, usd, make_year):
    """Claims of rows like "a Nimbra 5.6": the source, the subject and the sum in billions."""

    def build(attribute, rows, **more):
        groups = {}
        for row in rows:
            source, subject, sum_ = row.split()
            value = make_year(sum_) if attribute == "founded" else usd(sum_)
            groups.setdefault((attribute, subject), []).append(
                claim(source, attribute, value, subject, **more)
            )
        return {
            key[1]: "".join(sorted(one.source for one in told))
            for key, told in gathered(groups).items()
        }

    return build


@pytest.mark.parametrize(
    ("attribute", "rows", "expected"),
    [
        # one telling figure under two names goes to the one that more articles use
        ("revenue", ["a Nimbra 5.6", "b Orvex 5.6", "c Orvex 5.6"], {"Orvex": "abc"}),
        ("revenue", ["a Nimbra 5.6", "b Orvex 5.6"], {"Nimbra": "ab"}),
        # to two digits
        ("revenue", ["a Nimbra 5.62", "b Orvex 5.6"], {"Nimbra": "ab"}),
        ("revenue", ["a Nimbra 5.7", "b Orvex 5.6"], {"Nimbra": "a", "Orvex": "b"}),
        ("revenue", ["a Nimbra 56", "b Orvex 5.6"], {"Nimbra": "a", "Orvex": "b"}),
        # one digit is chance
        ("revenue", ["a Nimbra 5", "b Orvex 5"], {"Nimbra": "a", "Orvex": "b"}),
        # an article that speaks of both tells them apart
        ("revenue", ["a Nimbra 5.6", "b Orvex 5.6", "a Orvex 7.1"], {"Nimbra": "a", "Orvex": "ab"}),
        ("break_fee", ["a Nimbra 5.6", "b Orvex 5.6"], {"Nimbra": "a", "Orvex": "b"}),
        ("founded", ["a Nimbra 1990", "b Orvex 1990"], {"Nimbra": "ab"}),
        ("founded", ["a Nimbra 1990", "b Orvex 1991"], {"Nimbra": "a", "Orvex": "b"}),
    ],
)
def test_one_figure_under_two_names(figures, attribute, rows, expected) -> None:
    assert figures(attribute, rows) == expected


def test_a_figure_of_another_period_is_another_figure(claim, usd) -> None:
    def groups(one, other):
        return gathered(
            {
                ("revenue", "Nimbra"): [claim("a", "revenue", usd("5.6"), "Nimbra", period=one)],
                ("revenue", "Orvex"): [claim("b", "revenue", usd("5.6"), "Orvex", period=other)],
            }
        )

    assert len(groups("2030", "2030")) == len(groups("last year", None)) == 1
    assert len(groups("2030", "2031")) == len(groups("2030", None)) == 2


def test_a_company_is_not_the_one_that_it_has_a_part_of(told) -> None:
    claims = [
        told("stake", "Nimbra in Nimbra International"),
        told("stake", "Tolven in Nimbra International"),
        told("revenue", "Nimbra"),
    ]
    subjects = resolve(claims, LABEL, DEAL)
    assert subjects.of(claims[1]) == "Tolven in Nimbra International"
    assert subjects.of(claims[2]) != subjects.organisation("Nimbra International")
