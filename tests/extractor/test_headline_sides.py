"""Who buys and who is bought by the wording of a headline."""

from __future__ import annotations

import pytest

from dealfacts.extractor.extract import extract
from dealfacts.extractor.parties import parties
from dealfacts.extractor.scene import read
from dealfacts.extractor.sides import votes
from dealfacts.lexicon.headlines import (
    BUYER,
    GAP,
    RIVAL,
    SELLER,
    SUM,
    TARGET,
    sentence_wordings,
    wordings,
)
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article

BOTH = ("Northwind", "Contoso")
STORY = "The news came on Tuesday. Contoso employs 900 people. Northwind has its seat in Leeds."


def _sides(headline: str) -> tuple[str | None, str | None]:
    text = f"{headline}\n\n{STORY}\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    found = parties(reading, tuple(votes(scene, reading) for scene in reading.scenes))
    return found.acquirer, found.target


def _written(part: object) -> str:
    sign = getattr(part, "sign", "")
    named = {
        BUYER: "Northwind",
        TARGET: "Contoso",
        SELLER: "Fabrikam",
        RIVAL: "Zippa",
        SUM: "$3 billion",
        GAP: "sharply again",
    }
    return named.get(sign) or min(getattr(part, "words", {""}))


@pytest.mark.parametrize("wording", wordings(), ids=lambda w: " ".join(map(_written, w.parts)))
def test_every_wording_tells_both_sides(wording) -> None:
    headline = " ".join(map(_written, wording.parts))
    assert _sides(headline[0].upper() + headline[1:]) == ("Northwind", "Contoso")


SENTENCES = dict.fromkeys(one for told in sentence_wordings().values() for one in told)


@pytest.mark.parametrize("wording", SENTENCES, ids=lambda w: " ".join(map(_written, w.parts)))
def test_every_wording_of_a_sentence_votes_for_both_sides(wording) -> None:
    told = " ".join(map(_written, wording.parts))
    text = f"News of the day\n\n{told[0].upper() + told[1:]}. {STORY}\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    cast = {(vote.name, vote.role) for scene in reading.scenes for vote in votes(scene, reading)}
    assert ("Contoso", "target") in cast
    assert ("Northwind" in told) == (("Northwind", "buyer") in cast)
    assert ("Fabrikam" in told) == (("Fabrikam", "seller") in cast)


def test_a_long_line_is_held_against_no_wording_beyond_its_opening() -> None:
    text = f"{'and so on ' * 60}Northwind added Contoso to its portfolio.\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    assert not [vote for scene in reading.scenes for vote in votes(scene, reading)]


@pytest.mark.parametrize(
    "headline",
    [
        "Contoso rejects Northwind merger proposal",
        "Contoso turns down Northwind takeover bid",
        "Contoso board backs $3bn Northwind takeover bid",
        "Northwind launches Contoso takeover bid",
        # no byline: who takes over stands last
        "Contoso agrees to $3bn takeover by Northwind",
    ],
)
def test_who_answers_a_bid_is_its_target(headline: str) -> None:
    assert _sides(headline) == ("Northwind", "Contoso")


@pytest.mark.parametrize(
    "headline", ["Northwind shares fall after Contoso deal", "Northwind slumps on Contoso takeover"]
)
def test_shares_of_a_buyer_move_on_its_deal(headline: str) -> None:
    text = f"{headline}\n\nNorthwind agreed to buy Contoso on Monday.\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    found = parties(reading, tuple(votes(scene, reading) for scene in reading.scenes))
    assert (found.acquirer, found.target) == ("Northwind", "Contoso")


def test_no_wording_is_looked_for_in_a_story() -> None:
    text = "Northwind to open a shop\n\nIts rival said so. Contoso eyes Northwind.\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    assert all(vote.name != "Contoso" for scene in reading.scenes for vote in votes(scene, reading))


@pytest.mark.parametrize("headline", ["Report", "Reports", "Source"])
def test_a_headline_of_one_word_is_read(headline: str) -> None:
    text = f"{headline}\n\nNorthwind agreed to buy Contoso for $5bn.\n"
    found = extract(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    assert "deal_amount" in {claim.attribute for claim in found}


@pytest.mark.parametrize(
    "subject",
    [
        "Northwind",
        "Northwind, the baker,",
        "Northwind (NYSE: NWD)",
        "Northwind, which makes bread,",
    ],
)
@pytest.mark.parametrize(
    "predicate",
    [
        "has added Contoso to its portfolio",
        "said on Monday that it had taken Contoso off the market",
        "is set to beat Fabrikam to buy Contoso",
        "has now reached an agreement with Fabrikam to buy Contoso",
    ],
)
def test_a_wording_holds_whatever_stands_between_name_and_verb(subject, predicate) -> None:
    text = f"News of the day\n\n{subject} {predicate}, the two said. {STORY}\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    found = parties(reading, tuple(votes(scene, reading) for scene in reading.scenes))
    assert (found.acquirer, found.target) == ("Northwind", "Contoso")


@pytest.mark.parametrize(
    "headline",
    [
        "Contoso backs Northwind offer over Fabrikam bid",
        "Contoso picks Northwind over Fabrikam",
        "Northwind tops Fabrikam's offer for Contoso",
        "Northwind buys Fabrikam out of Contoso",
    ],
)
def test_who_is_beaten_or_bought_out_is_no_buyer_and_no_target(headline: str) -> None:
    text = f"{headline}\n\n{STORY} Fabrikam is well known.\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    found = parties(reading, tuple(votes(scene, reading) for scene in reading.scenes))
    assert (found.acquirer, found.target) == ("Northwind", "Contoso")


@pytest.mark.parametrize(
    "sentence",
    [
        "Northwind has not added Contoso to its portfolio",
        "Northwind added staff in Contoso",
        "Northwind found an owner of its mill in Leeds, where Contoso is",
    ],
)
def test_a_wording_that_is_denied_or_broken_off_tells_nothing(sentence: str) -> None:
    text = f"News of the day\n\n{sentence}.\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    cast = [vote for scene in reading.scenes for vote in votes(scene, reading)]
    assert not cast


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Northwind will take over Contoso from Fabrikam", BOTH),
        ("Fabrikam has sold its shares in Contoso to the mill firm Northwind", BOTH),
        ("Northwind chief executive Jane Roe said the company would buy Contoso", BOTH),
        ("Administrators for Contoso have sold the chain to Northwind", BOTH),
        ("Contoso has brought in the mill firm Northwind as a shareholder", BOTH),
        ("Northwind is buying Fabrikam Partners' 50% of Contoso", BOTH),
        ("Contoso will be 51%-owned by Northwind", BOTH),
    ],
)
def test_descriptions_and_speakers_hide_no_side(sentence, sides) -> None:
    text = f"News of the day\n\n{sentence}. {STORY}\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    found = parties(reading, tuple(votes(scene, reading) for scene in reading.scenes))
    assert (found.acquirer, found.target) == sides


def test_who_joins_as_a_person_is_not_bought() -> None:
    text = "News\n\nJane Roe joins the board of Northwind. Jane Roe is 40.\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    assert not [vote for scene in reading.scenes for vote in votes(scene, reading)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Contoso won $5 million from Northwind in a patent suit",
        "Contoso has received $3 million from Northwind in a settlement",
        "Northwind backs Contoso with $3 million in loans",
        "Contoso has chosen Northwind over Fabrikam as its supplier",
        "Northwind has joined Contoso as a sponsor of the club",
        "Northwind took Contoso off its list",
        "Contoso issued shares to Northwind staff",
        "Contoso costs Northwind $3 million a year in fees",
        "Jane Roe has left Contoso to join Northwind",
        "Northwind has outbid Contoso for a television contract",
    ],
)
def test_trade_courts_and_work_make_no_deal(sentence: str) -> None:
    text = f"News of the day\n\n{sentence}.\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    assert not [vote for scene in reading.scenes for vote in votes(scene, reading)]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Having bought Contoso, Northwind will have two million users", BOTH),
        ("Its purchase of Contoso gives Northwind a foothold in Spain", BOTH),
        ("The Contoso acquisition is Northwind's third this year", BOTH),
        ("Northwind came out on top in a bankruptcy auction for Contoso", BOTH),
        ("Northwind is teaming up with Fabrikam to buy Contoso", BOTH),
        ("Contoso said Northwind would become its second-largest shareholder", BOTH),
        ("Shares in Contoso rose after Northwind offered to buy it", BOTH),
        ("Northwind has tabled an offer for Contoso", BOTH),
        ("Northwind is snapping up its rival Contoso for $3 million", BOTH),
        ("Northwind saw off Fabrikam in the battle for Contoso", BOTH),
        ("Northwind confirmed on Tuesday that it is the buyer of Contoso", BOTH),
        ("Northwind, Contoso's largest customer, is buying the ferry operator", BOTH),
        ("Contoso will operate as a subsidiary of Northwind", BOTH),
        ("Fabrikam has put Contoso up for sale", (None, "Contoso")),
        ("The founders of Contoso have bought the firm back from Fabrikam", (None, "Contoso")),
        ("Fabrikam, which bought Contoso in 2018, is selling the company to Northwind", BOTH),
    ],
)
def test_more_ways_to_tell_of_a_purchase(sentence, sides) -> None:
    text = f"News of the day\n\n{sentence}. The news came on Tuesday.\n"
    reading = read(Article(id="a", path="a", text=text, sentences=tuple(split(text))))
    found = parties(reading, tuple(votes(scene, reading) for scene in reading.scenes))
    assert (found.acquirer, found.target) == sides
