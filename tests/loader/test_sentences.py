"""Sentences of whole articles: parts, lists, wrapped text, line ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealfacts.loader.sentences import split
from dealfacts.model.text import Part

SEEDS = Path(__file__).parents[2] / "seeds"
TITLE, HEADING, BODY = Part.TITLE, Part.HEADING, Part.BODY
BULLET, BOILERPLATE = Part.BULLET, Part.BOILERPLATE


def cut(text: str) -> list[tuple[Part, str]]:
    return [(one.part, text[one.start : one.end]) for one in split(text)]


def words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in split(text)]


def test_title_headings_and_body() -> None:
    text = (
        "Acme to buy Widget for $3 billion\n\n"
        "Acme said on Monday that it will buy Widget. It pays in cash.\n\n"
        "What comes next?\n\n"
        "Regulators have to agree.\n\n"
        "A Long Way to Go\n\n"
        "“We are patient,” said Jane Example."
    )
    assert cut(text) == [
        (TITLE, "Acme to buy Widget for $3 billion"),
        (BODY, "Acme said on Monday that it will buy Widget."),
        (BODY, "It pays in cash."),
        (HEADING, "What comes next?"),
        (BODY, "Regulators have to agree."),
        (HEADING, "A Long Way to Go"),
        (BODY, "“We are patient,” said Jane Example."),
    ]


def test_title_may_end_in_a_stop_if_it_has_headline_capitals() -> None:
    assert cut("Acme Did Not Just Buy a Stake; They Bought the People.\n\nIt did.")[0][0] is TITLE
    assert cut("Acme did not just buy a stake, it hired the people.\n\nIt did.")[0][0] is BODY


def test_article_without_title() -> None:
    text = "Acme bought Widget on Monday. It paid $3 billion.\nThe deal closes in May.\n"
    assert {part for part, _ in cut(text)} == {BODY}


def test_caption_of_two_sentences_is_no_heading() -> None:
    text = "Acme buys Widget for cash\n\nA sign of Acme on a wall. Picture: A Person\n\nIt did so."
    assert cut(text)[1:3] == [(BODY, "A sign of Acme on a wall."), (BODY, "Picture: A Person")]


def test_heading_marks_are_no_words() -> None:
    text = "# Acme buys Widget\n\nIt did.\n\n== History ==\n\nIt was long.\n\n### Next\n\nIt grew."
    assert [pair for pair in cut(text) if pair[0] is not BODY] == [
        (TITLE, "Acme buys Widget"),
        (HEADING, "History"),
        (HEADING, "Next"),
    ]


@pytest.mark.parametrize(
    "tag", ["UPDATE 2-", "EXCLUSIVE: ", "RPT-UPDATE 1-", "CORRECTED – UPDATE 3-", "BRIEF - "]
)
def test_the_tag_of_a_wire_is_no_word_of_its_headline(tag: str) -> None:
    text = f"{tag}Acme to buy Widget for $3 billion\n\nAcme said that it will buy Widget."
    assert cut(text)[0] == (TITLE, "Acme to buy Widget for $3 billion")


@pytest.mark.parametrize(
    "line",
    ["MAN-based Acme to buy Widget", "BAE-Acme deal falls apart", "EXCLUSIVE-use rights for Acme"],
)
def test_capitals_and_a_hyphen_are_no_tag(line: str) -> None:
    assert cut(f"{line}\n\nAcme said that it will buy Widget.")[0] == (TITLE, line)


def test_bullets() -> None:
    text = (
        "Acme buys Widget in cash\n\nThe terms:\n\n"
        "  • A stake: Acme pays $14.3-$15 billion for 49% of Widget.\n"
        "  • Independence: Widget stays alone. This avoids rules.\n"
        "- A third point\n"
    )
    assert cut(text)[2:] == [
        (BULLET, "• A stake: Acme pays $14.3-$15 billion for 49% of Widget."),
        (BULLET, "• Independence: Widget stays alone."),
        (BULLET, "This avoids rules."),
        (BULLET, "- A third point"),
    ]


def test_the_name_of_a_list_is_no_title() -> None:
    text = "Markets: two hours to the close\n• Index\n\nAcme to buy Widget in cash\n\nIt said so.\n"
    assert [part for part, _ in cut(text)] == [HEADING, BULLET, TITLE, BODY]


@pytest.mark.parametrize(
    "text",
    [
        "1. Acme paid|2. Widget agreed",
        "1) Acme paid|2) Widget agreed.",
        "1.) Acme paid.|2.) Widget agreed.",
        "a. Acme paid|b. Widget agreed|c. All went home",
        "• 9. Acme paid|• 10. Widget agreed",
        "⁃9. Acme paid|⁃10. Widget agreed",
        "1. Acme paid $3. The rest is history",
    ],
)
def test_lists_in_one_line(text: str) -> None:
    assert words(text.replace("|", " ")) == text.replace("$3. The", "$3.|The").split("|")


def test_hard_wrapped_text_is_read_by_paragraph() -> None:
    text = (
        "Acme Holdings said on Monday that it had agreed to buy the\n"
        "whole of Widget for $3 billion in cash and assumed debt. The\n"
        "companies expect to close by May, once the regulators in the\n"
        "United States agree.\n"
        "    Widget said its board had approved the sale to Acme\n"
        "Holdings and to nobody else.\n"
    )
    first = (
        "Acme Holdings said on Monday that it had agreed to buy the\n"
        "whole of Widget for $3 billion in cash and assumed debt."
    )
    assert words(text) == [
        first,
        "The\ncompanies expect to close by May, once the regulators in the\nUnited States agree.",
        "Widget said its board had approved the sale to Acme\nHoldings and to nobody else.",
    ]


def test_wrapped_lines_that_are_cut_short() -> None:
    text = (
        "Acme Holdings said on Monday it\n"
        "Agreed to buy the whole of Widget for three billion dollars\n"
        "in cash, and that its chief executive, who had asked for the\n"
        "sale,\nWilliam Example, will leave it. “It is\nover.”\n"
    )
    assert words(text)[0].startswith("Acme Holdings said on Monday it\nAgreed to buy")
    assert words(text)[-1] == "“It is\nover.”"


def test_wrapped_bullets_stay_apart() -> None:
    text = (
        "The buyer named several reasons for the purchase of its rival:\n"
        "* the engineers of Widget, who have built its products for\n"
        "  over ten years and know each of them well\n"
        "* the patents of Widget, most of which have many years to run\n"
    )
    assert len(words(text)) == 3


def test_a_line_break_ends_a_sentence_where_lines_are_paragraphs() -> None:
    text = (
        "Acme to buy Widget\n"
        "Acme said on Monday that it will buy Widget for $3 billion in cash and stock, and that it "
        "will keep every one of its engineers for a year\n"
        "The board of Widget agreed\n"
        "by our own reporter\n"
    )
    assert len(words(text)) == 4


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(ends: str) -> None:
    text = f"Acme to buy Widget{ends}{ends}It will pay. It has cash.{ends}"
    assert words(text) == ["Acme to buy Widget", "It will pay.", "It has cash."]


def test_blanks_of_every_kind_are_no_words() -> None:
    text = "\ufeff\u200bAcme paid\u00a0cash.\u00a0 It\u202fclosed.\n\u00a0\n\u200b\n"
    assert words(text) == ["Acme paid\u00a0cash.", "It\u202fclosed."]


def test_front_matter_gives_no_sentence() -> None:
    text = "---\ntitle: Acme buys Widget\ndate: 2024-05-03\n---\nIt did so on Monday.\n"
    assert cut(text) == [(BODY, "It did so on Monday.")]


def test_nothing_to_cut() -> None:
    assert split("") == ()
    assert split(" \n\u00a0\n") == ()


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_seed_sentences_lose_no_word(path: Path) -> None:
    text = path.read_bytes().decode()
    assert "".join("".join(words(text)).split()) == "".join(text.split())


def test_seed_sentences_end_in_a_stop_or_with_their_line() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_bytes().decode()
        for one in split(text):
            follows = text[one.end : one.end + 1]
            assert text[one.end - 1] in '.!?”"' or follows in {"", "\n"}, text[one.start : one.end]


@given(st.text(alphabet="aB.\n •1)\u00a0", max_size=120))
def test_sentences_ascend_and_cover_all_words(text: str) -> None:
    sentences = split(text)
    at = 0
    for one in sentences:
        assert at <= one.start < one.end
        assert not text[at : one.start].strip()
        at = one.end
    assert not text[at:].strip()


def test_a_first_line_cut_short_runs_on_where_indents_open_paragraphs() -> None:
    text = (
        "The Northwind Company is buying\n"
        "Contoso Holdings from the estate of its late founder for a\n"
        "sum that neither of the two sides was willing to tell anyone.\n"
        "    The paper will go on to appear in the evening, with the\n"
        "staff that it has, under the name by which the town knows it.\n"
        "    Nobody will have to leave, the new owners said on Monday.\n"
    )
    first = split(text)[0]
    assert " ".join(text[first.start : first.end].split()).endswith("willing to tell anyone.")
