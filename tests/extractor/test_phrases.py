"""Which stages an article tells of its deal, and which it only considers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.parties import parties
from dealfacts.extractor.scene import read
from dealfacts.extractor.sides import votes
from dealfacts.extractor.story import Story
from dealfacts.loader.files import load

if TYPE_CHECKING:
    from pathlib import Path

HEADLINE = "Ostrava Mills to buy Calder Dairies for $90 million\n\n"


def story_of(text: str, folder: Path) -> Story:
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    (article,) = load([str(path)]).articles
    reading = read(article.model_copy(update={"published": date(2024, 5, 15)}))
    ballots = tuple(votes(scene, reading) for scene in reading.scenes)
    return Story(reading, parties(reading, ballots), ballots)


def terms(text: str, folder: Path) -> list[str]:
    return [told.term for each in story_of(text, folder).stages.values() for told in each]


def evidence(text: str, folder: Path) -> list[str]:
    story = story_of(text, folder)
    rows = {context.scene.number: context.scene.row for context in story.contexts}
    return [
        text[rows[at].starts[told.first] : rows[at].ends[told.last]]
        for at, each in story.stages.items()
        for told in each
    ]


def test_a_stage_is_told_once_in_the_headline_and_once_in_the_body(tmp_path: Path) -> None:
    text = (
        HEADLINE + "Ostrava Mills has agreed to buy Calder Dairies. Ostrava Mills agreed to pay.\n"
    )
    assert terms(text, tmp_path) == ["agreed", "agreed"]


@pytest.mark.parametrize(
    "body",
    [
        "If the takeover of Calder Dairies is called off, Ostrava Mills owes a fee.",
        "Ostrava Mills could abandon the takeover of Calder Dairies.",
        "Until the deal is completed the two run apart.",
        "After the deal closes, Calder Dairies will keep its name.",
        "The takeover of Calder Dairies has not been completed.",
    ],
)
def test_a_condition_or_a_negation_is_no_stage(body: str, tmp_path: Path) -> None:
    assert terms(HEADLINE + body + "\n", tmp_path) == ["agreed"]


@pytest.mark.parametrize(
    ("body", "term"),
    [
        ("After months of talks, Ostrava Mills has completed the takeover.", "closed"),
        ("The price was paid when the takeover of Calder Dairies was completed.", "closed"),
        ("Ostrava Mills said that it had called off the takeover.", "terminated"),
        ("The takeover was blocked by a court.", "blocked"),
        ("Calder Dairies turned down the bid.", "agreed"),
    ],
)
def test_what_stands_before_a_clause_does_not_govern_it(
    body: str, term: str, tmp_path: Path
) -> None:
    assert terms(HEADLINE + body + "\n", tmp_path)[-1] == term


def test_talks_that_led_to_the_deal_are_history(tmp_path: Path) -> None:
    text = HEADLINE + "Ostrava Mills was in talks with Calder Dairies about a deal for months.\n"
    assert terms(text, tmp_path) == ["agreed"]


def test_a_present_tense_headline_follows_a_body_that_tells_completion(tmp_path: Path) -> None:
    body = "Ostrava Mills has completed the acquisition of Calder Dairies.\n"
    assert terms("Ostrava Mills buys Calder Dairies\n\n" + body, tmp_path) == ["closed", "closed"]


def test_a_question_tells_nothing(tmp_path: Path) -> None:
    text = "Is Ostrava Mills about to be bought by Calder Dairies?\n"
    assert terms(text, tmp_path) == []


def test_a_verb_is_better_evidence_than_the_noun_before_it(tmp_path: Path) -> None:
    text = "A definitive agreement to buy Calder Dairies was signed by Ostrava Mills.\n"
    assert evidence(text, tmp_path) == ["was signed"]


def test_figures_names_and_small_words_are_no_evidence(tmp_path: Path) -> None:
    text = "Tembo Pay has raised a whopping $8 million.\n"
    assert evidence(text, tmp_path) == ["has raised a whopping"]
    text = "Ostrava Mills has acquired a 12% stake in Calder Dairies.\n"
    assert evidence(text, tmp_path) == ["has acquired"]


def test_long_after_the_opening_only_an_end_is_told(tmp_path: Path) -> None:
    filler = "The flour market in the region has been growing for many years. " * 15
    late = "Ostrava Mills agreed to buy Calder Dairies. Ostrava Mills has called off the deal."
    assert terms(HEADLINE + filler + late + "\n", tmp_path) == ["agreed", "terminated"]


def test_an_old_purchase_behind_the_lead_is_no_closing(tmp_path: Path) -> None:
    filler = "The flour market in the region has been growing for many years. " * 5
    late = "Ostrava Mills completed the acquisition of Calder Dairies in June 2019."
    assert terms(HEADLINE + filler + late + "\n", tmp_path) == ["agreed"]


@pytest.mark.parametrize(
    ("lead", "term"),
    [
        ("Ostrava Mills will pick up a 30 percent stake in Calder Dairies.", "agreed"),
        ("Ostrava Mills is to take 30 percent of Calder Dairies.", "agreed"),
        ("Harrow Foods is offloading its holding in Calder Dairies to Ostrava Mills.", "agreed"),
        ("Harrow Foods is to divest Calder Dairies to Ostrava Mills.", "agreed"),
        ("The government is to nationalise Calder Dairies.", "agreed"),
        ("The state will take Calder Dairies into public ownership.", "agreed"),
        ("Ostrava Mills has taken a 30 percent stake in Calder Dairies.", "closed"),
        ("Harrow Foods has offloaded a 30 percent stake in Calder Dairies.", "closed"),
        ("Calder Dairies has been taken over by Ostrava Mills.", "closed"),
        ("Calder Dairies has become a subsidiary of Ostrava Mills.", "closed"),
        ("Calder Dairies has been nationalised by the government.", "closed"),
    ],
)
def test_parts_sellers_and_states_tell_a_stage_in_every_tense(
    lead: str, term: str, tmp_path: Path
) -> None:
    assert terms(lead + "\n\nCalder Dairies makes cheese in Leeds.\n", tmp_path) == [term]


@pytest.mark.parametrize(
    "body",
    [
        "Ostrava Mills will take 30 percent of its power from wind farms.",
        "A rival, Oakfield, has taken a 30 percent stake in Wrenbury Foods.",
        "Ostrava Mills is offloading surplus stock at a discount.",
    ],
)
def test_shares_of_something_else_tell_no_stage(body: str, tmp_path: Path) -> None:
    lead = "Ostrava Mills is in talks to buy Calder Dairies from Harrow Foods.\n\n"
    assert terms(lead + body + "\n", tmp_path) == ["talks"]


@pytest.mark.parametrize(
    ("lead", "term"),
    [
        ("Ostrava Mills has given up plans to buy Calder Dairies.", "terminated"),
        ("Merger talks between Ostrava Mills and Calder Dairies have collapsed.", "terminated"),
        ("Ostrava Mills has decided not to pursue its bid for Calder Dairies.", "terminated"),
        ("A court has banned Ostrava Mills's £80m takeover of Calder Dairies.", "blocked"),
        ("Ostrava Mills has been barred from buying Calder Dairies.", "blocked"),
        ("The commission has rejected the takeover of Calder Dairies by Ostrava Mills.", "blocked"),
        ("Ostrava Mills said it had no plans to buy Calder Dairies.", "denied"),
        ("Ostrava Mills is believed to be preparing a bid for Calder Dairies.", "rumoured"),
        ("Ostrava Mills has put forward an £80m offer for Calder Dairies.", "talks"),
        ("Calder Dairies has received an £80m offer from Ostrava Mills.", "talks"),
        ("Ostrava Mills has been named preferred bidder for Calder Dairies.", "talks"),
        ("Ostrava Mills has concluded an agreement to buy Calder Dairies.", "agreed"),
        ("Ostrava Mills has won the tender for Calder Dairies.", "agreed"),
        ("Calder Dairies has raised new funding from Ostrava Capital.", "closed"),
    ],
)
def test_ends_bids_and_auctions_tell_a_stage_in_every_tense(
    lead: str, term: str, tmp_path: Path
) -> None:
    assert terms(lead + "\n\nCalder Dairies makes cheese in Leeds.\n", tmp_path) == [term]


@pytest.mark.parametrize(
    ("title", "term"),
    [
        ("Watchdog bans sale of Calder Dairies to Ostrava Mills", "blocked"),
        ("Calder Dairies takeover blocked", "blocked"),
        ("Calder Dairies shareholders reject Ostrava Mills bid", "rejected"),
        ("Calder Dairies rebuffs bid from Ostrava Mills", "rejected"),
        ("Ostrava Mills bid for Calder Dairies lapses", "terminated"),
        ("Calder Dairies takeover talks collapse", "terminated"),
        ("Calder Dairies receives takeover approach", "talks"),
        ("Ostrava Mills bids for Calder Dairies", "talks"),
        ("Ostrava Mills chosen to buy Calder Dairies", "agreed"),
        ("Calder Dairies sale to Ostrava Mills completed", "closed"),
        ("Calder Dairies wins backing from Ostrava Capital", "closed"),
    ],
)
def test_a_title_tells_the_same_stages(title: str, term: str, tmp_path: Path) -> None:
    body = "\n\nOstrava Mills is based in Leeds. Calder Dairies makes cheese.\n"
    assert terms(title + body, tmp_path) == [term]


@pytest.mark.parametrize(
    ("lead", "term"),
    [
        ("Ostrava Mills said on Monday that it was to buy Calder Dairies.", "agreed"),
        ("Ostrava Mills said it would take a 30 percent stake in Calder Dairies.", "agreed"),
        ("Ostrava Mills will become the majority shareholder of Calder Dairies.", "agreed"),
        ("Ostrava Mills is raising its stake in Calder Dairies to 60 percent.", "agreed"),
        ("Ostrava Mills rose after it completed its takeover of Calder Dairies.", "closed"),
        ("Harrow Foods sold its 30 percent stake in Calder Dairies to Ostrava Mills.", "closed"),
        ("The sale of Calder Dairies to Ostrava Mills is complete.", "closed"),
        ("Ostrava Mills, a miller founded in 1984, has invested £8m in Calder Dairies.", "closed"),
        ("Calder Dairies has received £8m from Ostrava Capital.", "closed"),
        ("Calder Dairies has received an £80m offer from Ostrava Mills.", "talks"),
    ],
)
def test_reported_and_inserted_clauses_tell_a_stage(lead: str, term: str, tmp_path: Path) -> None:
    assert terms(lead + "\n\nCalder Dairies makes cheese in Leeds.\n", tmp_path) == [term]


@pytest.mark.parametrize(
    ("lead", "term"),
    [
        ("Ostrava Mills has become majority shareholder of Calder Dairies.", "closed"),
        ("The Harrow family sold the business to Ostrava Mills.", "closed"),
        ("Ostrava Mills has exercised its option to buy 49 percent of Calder.", "agreed"),
        ("Ostrava Mills has been given the all-clear to buy Calder Dairies.", "agreed"),
        ("Ostrava Mills has emerged victorious in the auction of Calder Dairies.", "agreed"),
        ("Ostrava Mills has launched a surprise £80m bid for Calder Dairies.", "talks"),
        ("Calder Dairies is close to being sold to Ostrava Mills.", "talks"),
        ("Calder Dairies has turned away a second approach from Ostrava Mills.", "rejected"),
        ("Ostrava Mills let its £80m bid for Calder Dairies lapse.", "terminated"),
        ("Ostrava Mills is not planning an offer for Calder Dairies.", "denied"),
    ],
)
def test_everyday_turns_of_auctions_and_bids_tell_a_stage(
    lead: str, term: str, tmp_path: Path
) -> None:
    body = "\n\nCalder Dairies makes cheese in Leeds. Ostrava Mills mills flour.\n"
    assert terms(lead + body, tmp_path) == [term]
