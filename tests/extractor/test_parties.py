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
    (
        "Fabrikam Plc said it sold its two mills for $2 million.",
        None,
        "Fabrikam two mills",
        "Fabrikam",
    ),
    (
        "Northwind Inc will acquire the software division of Fabrikam Plc for $2 million.",
        "Northwind",
        "Fabrikam software division",
        "Fabrikam",
    ),
    (
        "Fabrikam Plc completed the sale of its software division to Northwind Inc.",
        "Northwind",
        "Fabrikam software division",
        "Fabrikam",
    ),
    (
        "Fabrikam Plc agreed to sell the land, assets and operations of its mill to Northwind Inc.",
        "Northwind",
        None,
        "Fabrikam",
    ),
    # whoever sells says "it is selling", and names a unit behind the word for it
    (
        "Fabrikam Plc said it is selling its oils subsidiary Contoso Ltd to Northwind Inc.",
        "Northwind",
        "Contoso",
        "Fabrikam",
    ),
    (
        "Northwind Inc will pay $2 million for the dairy business of Fabrikam Plc.",
        "Northwind",
        "Fabrikam dairy business",
        "Fabrikam",
    ),
    (
        "Northwind Inc agreed to acquire the Contoso Ltd division of Fabrikam Plc.",
        "Northwind",
        "Contoso",
        "Fabrikam",
    ),
    (
        "Northwind Inc agreed to buy ten pizza restaurants for $2 million.",
        "Northwind",
        "ten pizza restaurants",
        None,
    ),
    # a business that the story calls "the" one is named elsewhere; "more" of them are no one thing
    ("Northwind Inc is buying the pump business for $2 million.", "Northwind", None, None),
    ("Fabrikam Plc intends to sell more business units.", None, None, "Fabrikam"),
    # who holds the stake that is bought or cut sells it
    (
        "Northwind Inc will acquire Fabrikam Plc's 40 percent stake in Contoso Ltd.",
        "Northwind",
        "Contoso",
        "Fabrikam",
    ),
    (
        "Fabrikam Plc said it cut its stake in Contoso Ltd to 5 percent.",
        None,
        "Contoso",
        "Fabrikam",
    ),
    (
        "Contoso Ltd will become a wholly owned subsidiary of Northwind Inc.",
        "Northwind",
        "Contoso",
        None,
    ),
    # the measure of a superlative is another deal, and a share can be taken
    (
        "Northwind Inc agreed to buy Contoso Ltd, its biggest deal since the purchase of Fabrikam.",
        "Northwind",
        "Contoso",
        None,
    ),
    ("Northwind Inc takes 30 percent of Contoso Ltd.", "Northwind", "Contoso", None),
    ("Northwind Inc agreed to merge with Contoso Ltd.", "Northwind", "Contoso", None),
    (
        "Contoso Ltd rejected a takeover offer made last week by Northwind Inc.",
        "Northwind",
        "Contoso",
        None,
    ),
    (
        "Contoso Ltd agreed to the acquisition of the company by Northwind Inc.",
        "Northwind",
        "Contoso",
        None,
    ),
    (
        "Northwind Inc said the Supreme Court overturned its proposed acquisition of Contoso Ltd.",
        "Northwind",
        "Contoso",
        None,
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
    # a brand says whose owner is bought; it is no side
    (
        (
            "The owner of the bakery chain Contoso turned down a bid of $2 million from Northwind. "
            "The offer is too low, Fabrikam Plc wrote. Fabrikam Plc runs 20 shops."
        ),
        "Northwind",
        "Fabrikam",
        None,
    ),
    # who parts with a unit does not buy, and the other one of the opening gets it
    (
        (
            "Contoso to part with 13pc of seeds unit for $2 million\n\nContoso said on Monday that "
            "10% of the unit falls to a joint venture of Northwind Plc. Northwind Plc has a plan."
        ),
        "Northwind",
        None,
        "Contoso",
    ),
    # a hill that is dealt in is a company
    (
        (
            "Definitive agreement: Northwind to buy Amber Hill\n\nAmber Hill agreed to be bought "
            "by Northwind Plc. It gives Northwind Plc more say over the Tolgoy mine."
        ),
        "Northwind",
        "Amber Hill",
        None,
    ),
    # a letter and a number: a bank that the text calls one, and a model
    (
        (
            "X26 raises $30 million\n\nThe mobile bank X26 raised $30 million from Northwind Plc. "
            "X26 has 900 staff. Northwind Plc backs X26 for the first time."
        ),
        "Northwind",
        "X26",
        None,
    ),
    (
        (
            "Contoso sells the X26\n\nNorthwind Plc has acquired Contoso Ltd, which makes the X26. "
            "The X26 is a van. Contoso Ltd has sold 900 of the X26."
        ),
        "Northwind",
        "Contoso",
        None,
    ),
    # an apostrophe inside a name
    ("Ka'anan has acquired Contoso Ltd for $2 million.", "Ka'anan", "Contoso", None),
    # a firm with two words that goes by the second
    (
        (
            "Fabrikam Plc has a suitor, Bakeries Wonth-Ride Inc. Wonth-Ride is patient. The bid of "
            "Wonth-Ride for Fabrikam Plc is worth $2 million."
        ),
        "Bakeries Wonth-Ride",
        "Fabrikam",
        None,
    ),
    # a country that a firm is from sells nothing; a word for a part makes its owner the seller
    (
        "Northwind completes purchase of DRC's Contoso Ltd for $2 million.",
        "Northwind",
        "Contoso",
        None,
    ),
    (
        "Fabrikam approves food business sale to Northwind\n\nNorthwind buys Contoso for $2.",
        "Northwind",
        "Contoso",
        "Fabrikam",
    ),
    # holders who sell hold what is bought
    (
        "Northwind will buy Contoso Ltd. The shareholders of Contoso Ltd have agreed to sell.",
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


BOUGHT = "Northwind buys Contoso\n\nNorthwind Inc has agreed to buy Contoso Ltd for $2 million."
FUNDED = "Contoso raises $2m\n\nContoso Ltd has raised $2 million in a round led by Northwind Inc."


@pytest.mark.parametrize("story", [BOUGHT, FUNDED])
@pytest.mark.parametrize(
    "more",
    [
        "Its rival Fabrikam Ltd was acquired by Zippa Inc in 2019.",
        "Fabrikam Ltd, a competitor, is in talks to buy Zippa Inc.",
        "Fabrikam Ltd sold Zippa Inc to a private equity firm in May.",
        "Fabrikam Ltd had also looked at buying Contoso.",
        "Fabrikam Ltd walked away from talks with Zippa Inc in June.",
        "In March Fabrikam Ltd took a stake in Zippa Inc.",
    ],
)
def test_who_deals_in_something_else_is_no_side(story: str, more: str) -> None:
    found = sides(f"{story} The two said so on Monday.\n\n{more}\n")
    assert (found.acquirer, found.target, found.seller) == ("Northwind", "Contoso", None)


@pytest.mark.parametrize(
    ("sentence", "seller"),
    [
        ("Northwind Inc is buying Contoso Ltd, which is owned by Fabrikam Plc.", "Fabrikam"),
        ("Contoso Ltd, a subsidiary of Fabrikam Plc, was bought by Northwind Inc.", "Fabrikam"),
        ("Northwind Inc is acquiring Fabrikam-owned Contoso.", "Fabrikam"),
        ("Northwind Inc is buying Contoso Ltd, once owned by Fabrikam Plc.", None),
        ("Northwind Inc, a unit of Fabrikam Plc, is buying Contoso Ltd.", None),
        ("Northwind Inc bought 5% of Contoso Ltd, which Fabrikam Plc owned.", None),
    ],
)
def test_who_owns_what_is_bought_sells_it(sentence: str, seller: str | None) -> None:
    found = sides(f"News\n\n{sentence} Contoso makes tea. Northwind is glad.\n")
    assert (found.acquirer, found.target, found.seller) == ("Northwind", "Contoso", seller)
