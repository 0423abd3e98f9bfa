"""How much a deal is, by frames crossed with nouns: every noun of dealing in every frame."""

from __future__ import annotations

import pytest

from dealfacts.extractor.extract import extract
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article

BUYS = "Harlow Group, the food company, has agreed to buy Penfield Dairies, the cheese maker.\n\n"
BUYS_INTO = "Harlow Group, the food company, is buying 30 percent of Penfield Dairies.\n\n"
SELLS = (
    "Penfield Dairies has agreed to sell its cheese division to Harlow Group, a food company.\n\n"
)
RAISES = "Penfield Dairies, the cheese maker, has closed a round led by Harlow Ventures.\n\n"


def claimed(lead: str, sentence: str) -> list[tuple[str, str]]:
    text = f"{lead}{sentence}\n"
    article = Article(id="x", path="x", text=text, sentences=split(text))
    sums = (claim for claim in extract(article) if claim.evidence.start >= len(lead))
    return [(str(claim.attribute), claim.evidence.quote) for claim in sums]


@pytest.mark.parametrize(
    ("lead", "sentence"),
    [
        (BUYS, "The disposal, which is worth $70m, was announced on Monday."),
        (BUYS, "The value of the tie-up was put at $70m."),
        (BUYS, "Sources put the whole deal at $70m."),
        (BUYS, "The purchase will cost Harlow $70m."),
        (BUYS_INTO, "The investment is worth $70m."),
        (BUYS_INTO, "The stake is valued at $70m."),
        (BUYS_INTO, "Worth $70m, the shares will be bought on Friday."),
        (BUYS_INTO, "The capital increase, announced on Monday, is worth $70m."),
        (RAISES, "The funding round is said to be worth $70m."),
        (RAISES, "The size of the Series B is $70m."),
        (RAISES, "The financing, at $70m, is the largest in the region."),
        (RAISES, "The round was valued at $70m."),
        (RAISES, "The package of $70m was announced on Monday."),
        (BUYS, "The takeover, the largest in its history, will cost Harlow $70m."),
        (BUYS, "The deal, expected to close in May, has an aggregate value of $70m."),
        (BUYS, "Penfield's founders will walk away with $70m."),
        (BUYS, "Harlow beat two rivals with its bid of $70m."),
        (BUYS, "Harlow spent $70m on the takeover."),
        (BUYS, "Harlow would not give the price, which sources put at $70m."),
        (BUYS, "The $70m purchase will help the firm grow, said Jane Roe."),
        (SELLS, "Penfield gets $70m for the unit."),
        (SELLS, "The sale brings Penfield $70m."),
        (BUYS_INTO, "Harlow gets the stake for $70m."),
        (BUYS_INTO, "Harlow is taking 30 percent for $70m."),
        (BUYS_INTO, "The purchase price for the 30 percent was $70m."),
        (RAISES, "Harlow Ventures led the round, which raised $70m."),
        (RAISES, "Penfield said it had raised $70m."),
        (RAISES, "With the $70m, Penfield wants to open shops."),
    ],
)
def test_a_noun_of_dealing_has_its_size_in_every_frame(lead: str, sentence: str) -> None:
    assert ("deal_amount", "$70m") in claimed(lead, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The supply deal is worth $70m.",
        "Roe's pay package was worth $70m.",
        "The average deal was worth $70m.",
        "An earlier deal, worth $70m, fell through in 2019.",
        "A previous round of $70m closed in 2019.",
        "Global deal value was $70m.",
        "The sale of its headquarters brought in $70m.",
        "The industry is valued at $70m.",
        "Rivals have raised $70m this year.",
        "The deal adds $70m to annual sales.",
        "The sale earned Jane Roe $70m.",
        "Orrin Mills, a rival, has raised $70m to date.",
        "Castel's stake in Orrin Mills is worth $70m.",
        "The patent was sold for $70m.",
        "Shares worth $70m changed hands on the exchange.",
    ],
)
@pytest.mark.parametrize("lead", [BUYS, RAISES], ids=["purchase", "round"])
def test_a_deal_of_another_sort_is_no_size_of_this_one(lead: str, sentence: str) -> None:
    assert [told for told in claimed(lead, sentence) if told[0] == "deal_amount"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The round lifts the total to $70m.",
        "The round brings Penfield's lifetime funding to $70m.",
        "Since 2016 it has raised $70m.",
        "Investors have poured $70m into the company so far.",
    ],
)
def test_a_round_lifts_all_that_was_raised(sentence: str) -> None:
    assert ("total_raised", "$70m") in claimed(RAISES, sentence)


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("The cash portion of the deal is $70m.", "cash_part"),
        ("The cash component amounts to $70m.", "cash_part"),
        ("The all-share deal is worth $70m.", "stock"),
        ("Of it, $70m is payable on the achievement of profit targets.", "earn_out"),
        ("The earn-out could reach $70m.", "earn_out"),
    ],
)
def test_how_a_price_is_paid_is_told_by_its_noun(sentence: str, basis: str) -> None:
    text = f"{BUYS}{sentence}\n"
    article = Article(id="x", path="x", text=text, sentences=split(text))
    sums = [claim for claim in extract(article) if claim.evidence.quote == "$70m"]
    assert [str(claim.basis) for claim in sums] == [basis]
