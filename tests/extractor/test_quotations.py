"""Where quotations begin and end, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor import quotations
from dealfacts.extractor.extract import extract
from dealfacts.loader.files import load
from dealfacts.model.values import Quote

if TYPE_CHECKING:
    from pathlib import Path


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations.find(text)]


def spoken(text: str, folder: Path) -> list[tuple[str | None, str]]:
    """(speaker, first word) of every quotation that became a claim."""
    (folder / "article.txt").write_text(text, encoding="utf-8")
    (article,) = load([str(folder / "article.txt")]).articles
    values = [claim.value for claim in extract(article)]
    return [(v.speaker, v.text.split()[0]) for v in values if isinstance(v, Quote)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One two three,” she said.", ["One two three,"]),
        ('"One two three," she said.', ["One two three,"]),
        ("'It isn't what we saw,' she said.", ["It isn't what we saw,"]),
        ("‘It isn’t what we saw,’ she said.", ["It isn’t what we saw,"]),
        ("She said: ‘We are “very close” now.’", ["very close"]),
        ("“One two three.\n\n“Four five six.”", ["One two three.", "Four five six."]),
        ("The firms' owners and the firm's staff agree.", []),
        ("Rock 'n' roll, the '90s and John's.", []),
        ("“One two three\n\nand no end", []),
    ],
)
def test_marks_of_every_kind_close(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_many_marks_that_never_close_take_linear_time() -> None:
    assert quoted("'Abc " * 20_000 + "“x " * 20_000) == []


def test_a_paragraph_that_is_all_quotation_goes_on(tmp_path: Path) -> None:
    text = "“We are ready now,” said Dana Blostoy.\n\n“Nobody will lose a job over it.”\n"
    assert spoken(text, tmp_path) == [("Dana Blostoy", "We"), ("Dana Blostoy", "Nobody")]


def test_a_speaker_is_named_at_the_end_of_the_paragraph_before(tmp_path: Path) -> None:
    text = "Dana Blostoy said in a letter to staff:\n\n“Nobody will lose a job over it.”\n"
    assert spoken(text, tmp_path) == [("Dana Blostoy", "Nobody")]
    silent = "Dana Blostoy has a sign on the wall:\n\n“Nobody will lose a job over it.”\n"
    assert spoken(silent, tmp_path) == []


def test_he_is_who_spoke_last(tmp_path: Path) -> None:
    text = (
        "“We are ready now,” said Dana Blostoy, who follows Robert Pell.\n\n"
        "Sales rose last year. The plant is full.\n\n“We need one more plant,” she said.\n"
    )
    assert spoken(text, tmp_path) == [("Dana Blostoy", "We"), ("Dana Blostoy", "We")]


def test_he_is_the_person_of_the_sentence(tmp_path: Path) -> None:
    text = "Asked about the plant, Robert Pell said he saw “no reason to close it”.\n"
    assert spoken(text, tmp_path) == [("Robert Pell", "no")]
    text = "Robert Pell is not worried. Last year he said “the plant will never close”.\n"
    assert spoken(text, tmp_path) == [("Robert Pell", "the")]


def test_the_chairman_is_the_person_named_last(tmp_path: Path) -> None:
    text = "Robert Pell runs the plant. “It will stay open for good,” the chairman said.\n"
    assert spoken(text, tmp_path) == [("Robert Pell", "It")]


def test_it_is_a_firm_or_who_wrote_the_letter(tmp_path: Path) -> None:
    text = "Kestrel Holdings has raised its offer. “It will not be raised again,” it said.\n"
    assert spoken(text, tmp_path) == [("Kestrel Holdings", "It")]
    text = "Dana Blostoy wrote a letter to Kestrel Holdings. “We will not sell,” it said.\n"
    assert spoken(text, tmp_path) == [("Dana Blostoy", "We")]


def test_pronouns_without_anybody_are_left_alone(tmp_path: Path) -> None:
    text = "Sales rose. “We will not sell the plant,” he said. “We never will,” it said.\n"
    assert spoken(text, tmp_path) == []


def test_verbs_behind_a_comma_stand_before_their_speaker(tmp_path: Path) -> None:
    text = "The offer was “a vote of confidence in us”, given the times, said Robert Pell.\n"
    assert spoken(text, tmp_path) == [("Robert Pell", "a")]


def test_a_signature_a_name_with_a_colon_and_by(tmp_path: Path) -> None:
    assert spoken("“We are ready to go now.” — Dana Blostoy, chairman\n", tmp_path) == [
        ("Dana Blostoy", "We")
    ]
    assert spoken("Dana Blostoy: “We are ready to go now.”\n", tmp_path) == [("Dana Blostoy", "We")]
    text = "The offer was called “a bad day for everybody” by Robert Pell.\n"
    assert spoken(text, tmp_path) == [("Robert Pell", "a")]


def test_a_firm_speaks_unless_only_somebody_close_to_it_does(tmp_path: Path) -> None:
    text = "“We have no comment today,” said Kestrel Holdings in a statement to Robert Pell.\n"
    assert spoken(text, tmp_path) == [("Kestrel Holdings", "We")]
    text = "In a letter to Robert Pell, Kestrel Holdings said it “would not raise its offer”.\n"
    assert spoken(text, tmp_path) == [("Kestrel Holdings", "would")]
    text = "“We are all still talking,” a banker close to Kestrel Holdings said.\n"
    assert spoken(text, tmp_path) == []


def test_a_name_with_its_post_before_a_colon(tmp_path: Path) -> None:
    text = "Dana Blostoy, analyst: “It is a fair price for both sides.”\n"
    assert spoken(text, tmp_path) == [("Dana Blostoy", "It")]
    text = "Dana Blostoy keeps a list: “It is a fair price for both sides.”\n"
    assert spoken(text, tmp_path) == []
