"""Who buys what from whom: the sides of a deal, by the words of short stories."""

from __future__ import annotations

import pytest

from dealfacts.extractor.parties import Parties, parties
from dealfacts.extractor.scene import read
from dealfacts.extractor.sides import votes
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article


def sides(text: str) -> Parties:
    """The sides of a story of one or more paragraphs."""
    article = Article(id="a", path="a.txt", text=text, sentences=split(text))
    reading = read(article)
    return parties(reading, tuple(votes(scene, reading) for scene in reading.scenes))


STORIES = (
    ("Northwind Inc has acquired Contoso Ltd for $2 million.", "Northwind", "Contoso", None),
    ("Contoso Ltd was bought by Northwind Inc for $2 million.", "Northwind", "Contoso", None),
    (
        "Northwind Inc said it acquired Contoso Ltd from Fabrikam Plc for $2 million.",
        "Northwind",
        "Contoso",
        "Fabrikam",
    ),
    (
        "Fabrikam Plc said it sold its Contoso Ltd unit to Northwind Inc for $2 million.",
        "Northwind",
        "Contoso",
        "Fabrikam",
    ),
    ("Fabrikam Plc said it sold its two mills for $2 million.", None, None, "Fabrikam"),
    (
        "Northwind Inc will acquire the software division of Fabrikam Plc for $2 million.",
        "Northwind",
        None,
        "Fabrikam",
    ),
    (
        "Fabrikam Plc completed the sale of its software division to Northwind Inc.",
        "Northwind",
        None,
        "Fabrikam",
    ),
    (
        "Fabrikam Plc agreed to sell the land, assets and operations of its mill to Northwind Inc.",
        "Northwind",
        None,
        "Fabrikam",
    ),
    (
        "Contoso Ltd said it received an unsolicited offer of $2 a share from Northwind Inc.",
        "Northwind",
        "Contoso",
        None,
    ),
    (
        "Northwind Inc told the Federal Trade Commission it bought Contoso Ltd.",
        "Northwind",
        "Contoso",
        None,
    ),
)


@pytest.mark.parametrize(("text", "acquirer", "target", "seller"), STORIES)
def test_the_words_of_a_deal_name_its_sides(
    text: str, acquirer: str | None, target: str | None, seller: str | None
) -> None:
    found = sides(text)
    assert (found.acquirer, found.target, found.seller) == (acquirer, target, seller)
