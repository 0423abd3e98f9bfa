"""Whose figure it is where a noun stands for the company: the bought, unless described."""

from __future__ import annotations

import pytest

from dealfacts.extractor.extract import extract
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article


def _whose(text: str) -> str:
    article = Article(id="x", path="x", text=text, sentences=split(text))
    return next(c.subject for c in reversed(extract(article)) if c.attribute == "headcount")


PAYS = "Corwen pays up\n\nCorwen Foods will pay $650 million for Kestrel Data. "
SOLD = "Bellmoor sold to Corwen\n\nBellmoor Bakeries is to be sold to rival Corwen Foods. "
DESCRIBED = (
    "Corwen buys Kestrel\n\nCorwen, a shipping group, is buying software firm Kestrel for $9m. "
)
OF_NAME = "Penfield sells\n\nThe Penfield brewery is being sold. Corwen is taking all shares over. "


@pytest.mark.parametrize(
    ("lead", "sentence", "name"),
    [
        (PAYS, "The company employs 280 people.", "Kestrel Data"),
        (PAYS, "Founded in 1951, the business has a workforce of 280.", "Kestrel Data"),
        (PAYS, "The target has 280 employees.", "Kestrel Data"),
        (SOLD, "It employs 280 people.", "Bellmoor Bakeries"),
        (SOLD, "The bakery group, set up in 1978, has 280 employees.", "Bellmoor Bakeries"),
        (SOLD, "Bellmoor employs 280 people.", "Bellmoor Bakeries"),
        (SOLD, "The food group has 9,000 employees.", "Corwen Foods"),
        (DESCRIBED, "The software maker has 280 employees.", "Kestrel"),
        (DESCRIBED, "The shipping company has 9,000 employees.", "Corwen"),
        (DESCRIBED, "The group has 9,000 employees.", "Corwen"),
        (DESCRIBED, "The company has 280 employees.", "Kestrel"),
        (OF_NAME, "The brewery has 280 employees.", "Penfield"),
        (f"{PAYS}Corwen has 40 shops. ", "All 280 staff will keep their jobs.", "Kestrel Data"),
        (PAYS, "Corwen Foods employs 9,000 people.", "Corwen Foods"),
    ],
)
def test_a_noun_without_a_name_is_the_bought_company_unless_it_describes_another(
    lead: str, sentence: str, name: str
) -> None:
    assert _whose(lead + sentence + "\n") == name


MERGER = "Alta and Brava to merge\n\nAirlines Alta and Brava are to merge. Alta has 48 aircraft. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Together they will have 9,000 employees.",
        "The new airline will employ 9,000 people.",
        "The merged airline will employ 9,000 people.",
    ],
)
def test_what_two_companies_make_is_neither_of_them(sentence: str) -> None:
    assert _whose(f"{MERGER}{sentence}\n") == "the combined company"


def test_a_chain_is_set_up_as_a_company() -> None:
    text = f"{PAYS}The fashion chain, set up in 1966 by two friends, has 90 shops.\n"
    claims = extract(Article(id="x", path="x", text=text, sentences=split(text)))
    (founded,) = (claim for claim in claims if claim.attribute == "founded")
    assert (founded.evidence.quote, founded.subject) == ("1966", "Kestrel Data")
