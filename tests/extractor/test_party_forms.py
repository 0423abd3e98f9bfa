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
)
# The headline's first words are no party where the text never comes back to them.
HEADLINES = ("Fintech: Northwind on top", "TIMELINE")


def sides(text: str) -> tuple[str | None, str | None]:
    reading = read(Article(id="a", path="a.txt", text=text, sentences=split(text)))
    found = parties(reading, tuple(votes(scene, reading) for scene in reading.scenes))
    return found.acquirer, found.target


@pytest.mark.parametrize(("text", "acquirer", "target"), STORIES)
def test_pairs_swaps_and_asides_name_the_right_sides(text: str, acquirer: str, target: str) -> None:
    assert sides(text) == (acquirer, target)


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
