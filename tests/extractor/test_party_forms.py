"""The sides of a deal in headlines, pairs and swaps, and the names that are never one."""

from __future__ import annotations

import pytest

from dealfacts.extractor.parties import parties
from dealfacts.extractor.scene import read
from dealfacts.extractor.sides import votes
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article

LEAD = "Northwind buys Contoso\n\nNorthwind has agreed to buy Contoso, it said."
STORIES = (
    # both names before the noun
    ("Judge blocks Northwind's Contoso merger.", "Northwind", "Contoso"),
    ("What the Northwind–Contoso mega-merger means for savers.", "Northwind", "Contoso"),
    ("Northwind completes Contoso purchase.", "Northwind", "Contoso"),
    ("Contoso will merge into Northwind, the two said.", "Northwind", "Contoso"),
    ("Contoso agreed terms for its takeover by a group led by Northwind.", "Northwind", "Contoso"),
    ("New bosses at Contoso as Northwind completes acquisition.", "Northwind", "Contoso"),
    ("Contoso is now a part of Northwind, it said.", "Northwind", "Contoso"),
    ("Northwind bags Contoso for $2 billion.", "Northwind", "Contoso"),
    ("Contoso has been handed over to Northwind.", "Northwind", "Contoso"),
    ("Northwind shares slide as it signals pursuit of Contoso.", "Northwind", "Contoso"),
    (
        "PARIS/NEW YORK, Oct 29 (Wire) - Northwind cut the price of its takeover of Contoso.",
        "Northwind",
        "Contoso",
    ),
    # a swap of shares
    ("Holders get one Northwind share for each Contoso share.", "Northwind", "Contoso"),
    ("It pays one Northwind share for every 22 of Contoso.", "Northwind", "Contoso"),
    # a bracket behind a name is no other name
    ("Contoso (Fabrikam) goes to Northwind for $2 billion.", "Northwind", "Contoso"),
    ("Northwind agreed to acquire 25% of Contoso's shares.", "Northwind", "Contoso"),
    # a superlative's owner, a quotation's speaker, a relative clause
    (f"{LEAD} “A merger of equals,” said Fabrikam.", "Northwind", "Contoso"),
    (f"{LEAD} Shares in Fabrikam rose 4%.", "Northwind", "Contoso"),
    (
        f"{LEAD} It depends on the shares of the bank that Fabrikam owned.",
        "Northwind",
        "Contoso",
    ),
    # an airport is a company where one deals in it
    (
        "Northwind launches bid for Exampleton Airport. Exampleton Airport said no to Northwind.",
        "Northwind",
        "Exampleton Airport",
    ),
    # whoever makes a thing is not named, and the thing is not bought
    ("Northwind is to buy Zippa owner Contoso, it said.", "Northwind", "Contoso"),
    ("Northwind has agreed to buy Contoso. Zippa maker was once for sale.", "Northwind", "Contoso"),
    # money goes into a company told with its trade
    (
        (
            "Northwind takes on Fabrikam as it invests in chips\n\nNorthwind says it will put up "
            "to "
            "$4bn into the Exampleton-based chip firm Contoso, it said."
        ),
        "Northwind",
        "Contoso",
    ),
    # a merger with oneself
    (
        "Northwind said its board approved the merger of Contoso with itself.",
        "Northwind",
        "Contoso",
    ),
    # the company, whose holders vote
    (
        (
            "Contoso Ltd wins approval\n\nHolders in Contoso voted in favour of the sale of the "
            "company "
            "to Northwind."
        ),
        "Northwind",
        "Contoso",
    ),
    # a long way to who leads a group
    (
        "Contoso agreed to a bid from a consortium led by local private equity outfit Northwind.",
        "Northwind",
        "Contoso",
    ),
    # a brand that is bought is no buyer; teas that one sells are for sale in shops
    ("Contoso Bought for $30m\n\nNorthwind has agreed to buy Contoso.", "Northwind", "Contoso"),
    (f"{LEAD} Northwind, which sells Fabrikam teas, is old.", "Northwind", "Contoso"),
    # who leads, or takes the lead
    (
        (
            "Contoso raises $600m, Northwind leads\n\nA funding round in which existing investor "
            "Northwind took the lead has brought Contoso $600 million."
        ),
        "Northwind",
        "Contoso",
    ),
    # a person's company buys
    ("Contoso is to be sold to Jane Doe's Northwind for $2 million.", "Northwind", "Contoso"),
    # who clears a deal is no buyer, who is cleared is
    ("Northwind has been cleared by Fabrikam to acquire Contoso.", "Northwind", "Contoso"),
    ("EU nod for Northwind\n\nNorthwind may buy Contoso, the EU said.", "Northwind", "Contoso"),
    # verbs of every day
    ("Northwind has picked up the bankrupt carmaker Contoso for $1.", "Northwind", "Contoso"),
    ("Northwind and Fabrikam team up to buy Contoso.", "Northwind", "Contoso"),
    (
        (
            "Contoso to go private in $3bn deal with Northwind\n\nContoso will be taken private by "
            "Northwind in a deal worth $3bn."
        ),
        "Northwind",
        "Contoso",
    ),
    (
        (
            "Who is Northwind, the new owner of Contoso?\n\nUntil last week few had heard of "
            "Northwind. Now it owns Contoso, for which it paid $2bn."
        ),
        "Northwind",
        "Contoso",
    ),
    (
        "Contoso has a new owner: Northwind\n\nNorthwind has become the owner of Contoso.",
        "Northwind",
        "Contoso",
    ),
    (
        "An investor in Contoso has urged its board to reject Northwind's $2bn proposal.",
        "Northwind",
        "Contoso",
    ),
    ("Northwind closes $4bn purchase of Contoso, it said.", "Northwind", "Contoso"),
    # a headline's words in front of a name
    (
        (
            "French Startup Contoso AI Gets Bought by Northwind\n\nContoso AI has been bought by "
            "Northwind."
        ),
        "Northwind",
        "Contoso AI",
    ),
    # what others buy, far down
    (
        (
            f"{LEAD} The two are happy. They said so on Monday in a long statement. It was a fine "
            "day for all who work there. Fabrikam said in May that it would pay $700 million for a "
            "stake in Tarnix Motors and build two cars with Tarnix Motors."
        ),
        "Northwind",
        "Contoso",
    ),
    # hands into which one passes, and the ground where the fans dance
    (
        (
            "Dawn of a new era at St Wexham's Park\n\nThousands danced outside St Wexham's Park as "
            "Contoso passed into the hands of a consortium led by Northwind."
        ),
        "Northwind",
        "Contoso",
    ),
    (
        "Contoso is worth more than $1bn after an investment of $120m by Northwind.",
        "Northwind",
        "Contoso",
    ),
    (
        (
            "Contoso Rejects Unsolicited Proposal from Northwind\n\nThe Board of Directors of "
            "Contoso Corp. has rejected the unsolicited proposal from Northwind."
        ),
        "Northwind",
        "Contoso",
    ),
    # contests: who bids, raises, wins, and who is only the rival
    (
        (
            "Northwind wins Contoso takeover battle\n\nThe bid for Contoso from Northwind "
            "trumped a "
            "takeover offer from rival suitor Fabrikam. Fabrikam had made its offer in May."
        ),
        "Northwind",
        "Contoso",
    ),
    (
        (
            "Harbour-led consortium raises Contoso bid to $7bn\n\nThe Harbour-led consortium has "
            "raised "
            "its price for Contoso before a deadline for Fabrikam, a rival private equity firm."
        ),
        "Harbour",
        "Contoso",
    ),
    (
        (
            "Contoso bidder raises takeover offer\n\nThe consortium led by private equity firm "
            "Harbour "
            "has increased its previous offer. The increased Harbour offer is good. It fears a "
            "counter-offer by Fabrikam, a rival private equity firm."
        ),
        "Harbour",
        "Contoso",
    ),
    # what is going to be done goes to nobody
    (f"{LEAD} Northwind is going to offer Fabrikam software.", "Northwind", "Contoso"),
    # buyers of something else, far down
    (
        (
            f"{LEAD} The two are happy. They said so on Monday in a long statement. It was a "
            "fine day "
            "for all who work there. The town has been home to mills for a hundred years. The "
            "first "
            "was Tarnix, which was bought by Zynthal for $1.8 billion."
        ),
        "Northwind",
        "Contoso",
    ),
    # parent and daughter have a word in common
    (
        (
            "Northwind Energy offered $2 million for the rest. Northwind Pumps is small. Northwind "
            "Energy holds most of Northwind Pumps."
        ),
        "Northwind Energy",
        "Northwind Pumps",
    ),
    # what is told first
    ("Contoso is what Northwind plans to acquire next, it said.", "Northwind", "Contoso"),
    (
        (
            "Example could say that Northwind was about to take over Contoso. Northwind is big, "
            "and Contoso does."
        ),
        "Northwind",
        "Contoso",
    ),
    # whose holders vote, who does not come aboard, and who is merged in the end
    (
        (
            "Northwind buy ratified by Contoso holders\n\nThe takeover of Contoso is official. "
            "With the 70% that it has bought, Northwind has the say."
        ),
        "Northwind",
        "Contoso",
    ),
    (
        (
            "Fabrikam will not join $2 billion Contoso takeover\n\nFabrikam said no. The bid of "
            "Northwind for Contoso goes on."
        ),
        "Northwind",
        "Contoso",
    ),
    (
        (
            "Northwind gets every share of Contoso. A subsidiary of Northwind merges into Contoso, "
            "which remains as the surviving corporation."
        ),
        "Northwind",
        "Contoso",
    ),
    # headlines in capitals
    (
        (
            "Close of $2 Billion Contoso Acquisition in Sight for Northwind\n\nNorthwind said that "
            "it would soon close. Contoso makes pumps."
        ),
        "Northwind",
        "Contoso",
    ),
    ("Exampleland's Northwind takes Contoso stake\n\nContoso has a guest.", "Northwind", "Contoso"),
    # a bid that goes up by so much, and holders who sell what they hold
    (
        (
            "Contoso says nothing\n\nContoso gave no hint. Northwind has upped its takeover bid by "
            "10c a share to $1.95."
        ),
        "Northwind",
        "Contoso",
    ),
    # with whom "it" agreed, and what it would like
    (
        (
            "Northwind closes in\n\nThe takeover of Contoso by Northwind nears. With Jane Doe and "
            "family it has reached an agreement to buy their shares."
        ),
        "Northwind",
        "Contoso",
    ),
    (
        (
            "Northwind has announced talks with Jane Doe, from whom it would like to acquire a "
            "majority stake in Contoso."
        ),
        "Northwind",
        "Contoso",
    ),
)
# Articles that name a target and nobody who buys it.
NO_BUYER = (
    # who only tells: data, and a paper behind a colon
    (
        "Contoso accepts $3bn takeover offer\n\nContoso agreed to be bought by funds. According "
        "to data "
        "compiled by Fabrikam, that makes it the largest takeover of a listed company ever."
    ),
    (
        "Contoso accepts $3bn takeover: Fabrikam\n\nContoso agreed to be bought by funds, Fabrikam "
        "reported on Monday."
    ),
    (
        "Contoso agrees to $3bn takeover\n\nContoso agreed to be bought by funds. By data firm "
        "Fabrikam's reckoning the deal is worth $4bn with debt."
    ),
    # nouns for who takes part
    (
        "Contoso agrees to $3bn takeover\n\nBidders offer $8 a share. Contoso agreed to be "
        "bought by "
        "funds. Bidders have raised the price."
    ),
    # a bidder without a name
    (
        "Contoso opens books after suitors raise bid\n\nContoso said on Monday it would grant due "
        "diligence to a consortium that has raised its takeover proposal for a second time."
    ),
    # the wires of a dateline
    (
        "Exampleton Airport accepts $3bn takeover offer\n\nEXAMPLETON (FABRIKAM, TARNIX) - "
        "Exampleton "
        "Airport agreed on Monday to be bought by a group of funds for $3 billion."
    ),
)
# The headline's first words are no party where the text never comes back to them.
HEADLINES = ("Fintech: Northwind on top", "TIMELINE")


def sides(text: str) -> tuple[str | None, str | None]:
    reading = read(Article(id="a", path="a.txt", text=text, sentences=split(text)))
    found = parties(reading, tuple(votes(scene, reading) for scene in reading.scenes))
    return found.acquirer, found.target


@pytest.mark.parametrize("text", NO_BUYER)
def test_who_tells_or_takes_part_is_no_buyer(text: str) -> None:
    assert sides(text) in {(None, "Contoso"), (None, "Exampleton Airport")}


@pytest.mark.parametrize(("text", "acquirer", "target"), STORIES)
def test_pairs_swaps_and_asides_name_the_right_sides(text: str, acquirer: str, target: str) -> None:
    assert sides(text) == (acquirer, target)


@pytest.mark.parametrize(
    "text",
    [
        "Northwind has picked up $2 million.",
        "Northwind recently picked up funding of $2 million.",
        "Takeover offer turned down by Northwind.",
    ],
)
def test_who_picks_up_money_or_turns_an_offer_down_buys_nothing(text: str) -> None:
    reading = read(Article(id="a", path="a.txt", text=text, sentences=split(text)))
    cast = {(vote.name, vote.role) for scene in reading.scenes for vote in votes(scene, reading)}
    assert cast == {("Northwind", "target")}


def test_what_a_sentence_opens_with_for_does_not_buy() -> None:
    text = "For Contoso, which makes pumps, it paid $2 million."
    reading = read(Article(id="a", path="a.txt", text=text, sentences=split(text)))
    assert not [
        vote for scene in reading.scenes for vote in votes(scene, reading) if vote.role == "buyer"
    ]


def test_who_serves_as_a_measure_is_not_who_raises_money() -> None:
    body = "Northwind has raised $2 million in a round. Northwind makes pumps."
    assert sides(f"Northwind is worth more than Contoso\n\n{body}") == (None, "Northwind")


@pytest.mark.parametrize("headline", HEADLINES)
def test_words_of_a_headline_that_the_text_never_repeats_are_no_party(headline: str) -> None:
    body = (
        "Northwind has paid $2 million for Contoso. Contoso makes pumps, and Northwind needs them."
    )
    assert sides(f"{headline}\n\n{body}") == ("Northwind", "Contoso")


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe takes over from John Roe next month.",
        "Northwind shares rose 9 per cent to close at $26 on the exchange.",
        "Northwind takes on up to $5 million in losses.",
    ],
)
def test_posts_prices_and_losses_name_no_side_that_is_bought(text: str) -> None:
    reading = read(Article(id="a", path="a.txt", text=text, sentences=split(text)))
    assert not [
        vote for scene in reading.scenes for vote in votes(scene, reading) if vote.role != "buyer"
    ]
