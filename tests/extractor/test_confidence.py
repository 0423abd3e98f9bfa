"""What makes a claim less sure is said, and costs it confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.extract import extract
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim

STORY = "Northwind Inc agreed to buy Contoso Ltd for $2 billion.\n"


def claims(text: str) -> list[Claim]:
    return list(extract(Article(id="a", path="a.txt", text=text, sentences=split(text))))


def price(text: str, quote: str) -> Claim:
    """The claim of a story about the purchase of Contoso that rests on `quote`."""
    return next(c for c in claims(STORY + text) if c.evidence.quote == quote)


def test_a_price_between_the_sides_is_surer_than_one_among_other_companies() -> None:
    plain = price("Northwind Inc will pay $2.1 billion for Contoso Ltd.", "$2.1 billion")
    crowd = price(
        "Northwind Inc will pay $2.1 billion for Contoso Ltd, ahead of Fabrikam Inc.",
        "$2.1 billion",
    )
    assert crowd.confidence < plain.confidence
    assert "less sure: other companies stand in the sentence" in crowd.reasons
    assert "less sure: other companies stand in the sentence" not in plain.reasons


def test_two_values_for_one_thing_make_both_less_sure() -> None:
    alone, other = claims(STORY), claims(STORY + "The deal is worth $3 billion.\n")
    amounts = [c for c in other if c.attribute == "deal_amount"]
    assert len(amounts) == 2
    said = "less sure: the article gives other values as well"
    assert all(said in claim.reasons for claim in amounts)
    assert all(said not in claim.reasons for claim in alone)
    assert amounts[0].confidence < alone[-1].confidence


def test_what_the_article_says_twice_is_surer() -> None:
    once = [c for c in claims(STORY) if c.attribute == "deal_amount"]
    twice = [c for c in claims(STORY * 2) if c.attribute == "deal_amount"]
    assert twice[0].confidence > once[0].confidence


def test_a_sentence_without_the_deal_makes_its_figures_less_sure() -> None:
    lone = price("Revenue rose to $410 million.", "$410 million")
    named = price("Revenue of Contoso Ltd rose to $410 million.", "$410 million")
    assert lone.attribute == named.attribute == "revenue"
    assert lone.confidence < named.confidence
    assert "less sure: the sentence names no side of the deal" in lone.reasons


def test_confidence_stays_between_its_ends_and_the_gravest_doubt_is_named_first() -> None:
    for claim in claims(STORY + "Fabrikam Inc and Tailspin Inc own 4 percent each.\n" * 12):
        assert 0.05 <= claim.confidence <= 0.97
        if claim.reasons:
            assert not claim.reasons[0].startswith("less sure")
