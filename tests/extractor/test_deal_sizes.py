"""How much a deal is, by frames crossed with nouns: every noun of dealing in every frame."""

from __future__ import annotations

import pytest

from dealfacts.extractor.extract import extract
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article

BUYS = "Harlow Group, the food company, has agreed to buy Penfield Dairies, the cheese maker.\n\n"
BUYS_INTO = "Harlow Group, the food company, is buying 30 percent of Penfield Dairies.\n\n"
RAISES = "Penfield Dairies, the cheese start-up, has raised money from Harlow Ventures.\n\n"


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
    ],
)
@pytest.mark.parametrize("lead", [BUYS, RAISES], ids=["purchase", "round"])
def test_a_deal_of_another_sort_is_no_size_of_this_one(lead: str, sentence: str) -> None:
    assert [told for told in claimed(lead, sentence) if told[0] == "deal_amount"] == []
