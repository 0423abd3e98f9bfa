"""Which title belongs to whom, where, and whether it is taken up or given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.extract import extract
from dealfacts.loader.files import load
from dealfacts.model.values import Person

if TYPE_CHECKING:
    from pathlib import Path


def posts(text: str, folder: Path) -> list[tuple[str | None, str | None, str | None, str, str]]:
    """(name, role, organisation, modality, change) of every post."""
    (folder / "article.txt").write_text(text + "\n", encoding="utf-8")
    (article,) = load([str(folder / "article.txt")]).articles
    found = []
    for claim in extract(article):
        value = claim.value
        if isinstance(value, Person):
            change = value.change.value if value.change else ""
            row = (value.name, value.role, value.organisation, claim.modality.value, change)
            found.append(row)
    return found


@pytest.mark.parametrize(
    ("text", "name", "role", "organisation", "modality", "change"),
    [
        ("Kestrel Ltd chairman Dana Pell left.", "Dana Pell", "chairman", "Kestrel",
         "actual", ""),
        ("Dana Pell (pictured) is chairman of Kestrel Ltd.", "Dana Pell", "chairman",
         "Kestrel", "actual", ""),
        ("Dana Pell, 56, who is the chairman of Kestrel Ltd, left.", "Dana Pell", "chairman",
         "Kestrel", "actual", ""),
        ("Dana Pell is one of the founders of Kestrel Ltd.", "Dana Pell", "founder",
         "Kestrel", "actual", ""),
        ("The chairman of Kestrel Ltd, Dana Pell, left.", "Dana Pell", "chairman", "Kestrel",
         "actual", ""),
        ("Dana Pell will become chairman of Kestrel Ltd.", "Dana Pell", "chairman",
         "Kestrel", "incoming", "joins"),
        ("Dana Pell joined Kestrel Ltd as chairman in 2012.", "Dana Pell", "chairman",
         "Kestrel", "actual", "joins"),
        ("Dana Pell stays on as chairman of Kestrel Ltd.", "Dana Pell", "chairman",
         "Kestrel", "actual", "remains"),
        ("Dana Pell resigned as chairman of Kestrel Ltd.", "Dana Pell", "chairman",
         "Kestrel", "former", "leaves"),
        ("Dana Pell was elected president of Ruritania.", "Dana Pell", "president",
         "Ruritania", "actual", "joins"),
    ],
)  # fmt: skip
def test_a_title_beside_a_name(
    text: str, name: str, role: str, organisation: str, modality: str, change: str, tmp_path: Path
) -> None:
    assert (name, role, organisation, modality, change) in posts(text, tmp_path)


def test_a_name_that_touches_its_title_has_it_alone(tmp_path: Path) -> None:
    text = "Dana Pell, 59, and finance chief Robert Orr of Kestrel Ltd are paid more."
    assert [post[:2] for post in posts(text, tmp_path)] == [("Robert Orr", "finance chief")]


def test_titles_alternate_with_names(tmp_path: Path) -> None:
    text = "Dana Pell, chairman, Robert Orr, chief executive, and Wendy Marsh, analyst, left."
    assert [post[:2] for post in posts(text, tmp_path)] == [
        ("Dana Pell", "chairman"),
        ("Robert Orr", "chief executive"),
        ("Wendy Marsh", "analyst"),
    ]


def test_a_successor_takes_what_the_other_gives_up(tmp_path: Path) -> None:
    text = "Dana Pell, 44, has succeeded Robert Orr as chairman of Kestrel Ltd."
    assert {(post[0], post[4]) for post in posts(text, tmp_path)} == {
        ("Dana Pell", "joins"),
        ("Robert Orr", "leaves"),
    }


def test_he_became(tmp_path: Path) -> None:
    text = "Dana Pell was born in Leeds.\n\nIn 2012 she became chairman of Kestrel Ltd."
    assert posts(text, tmp_path) == [("Dana Pell", "chairman", "Kestrel", "actual", "joins")]
    text = "Dana Pell was born in Leeds.\n\nUntil 2012 she was chairman of Kestrel Ltd."
    assert posts(text, tmp_path) == [("Dana Pell", "chairman", "Kestrel", "former", "")]


def test_he_of_two_persons_is_nobody(tmp_path: Path) -> None:
    text = "Dana Pell met Robert Orr.\n\nIn 2012 he became chairman of Kestrel Ltd."
    assert posts(text, tmp_path) == []
    assert posts("In 2012 he became chairman of Kestrel Ltd.", tmp_path) == []
    assert posts("Dana Pell is glad. She has met the chairman of Tarn Ltd.", tmp_path) == []


def test_founders_by_verb(tmp_path: Path) -> None:
    text = "Dana Pell, who set up Kestrel Ltd in 1999, left. Robert Orr set up a meeting."
    assert posts(text, tmp_path) == [("Dana Pell", "founder", "Kestrel", "actual", "")]


def test_a_colleague_works_where_the_other_does(tmp_path: Path) -> None:
    text = (
        "Dana Pell, chairman of Kestrel Ltd, spoke to Tarn Ltd.\n\n"
        "Dana Pell and finance chief Robert Orr own a tenth."
    )
    assert ("Robert Orr", "finance chief", "Kestrel", "actual", "") in posts(text, tmp_path)


def test_verbs_with_another_object_make_no_post(tmp_path: Path) -> None:
    text = "Dana Pell is to run it as a Kestrel unit. Dana Pell will join the Kestrel board."
    assert posts(text, tmp_path) == []


def test_the_employer_stands_behind_the_whole_group_and_across_no_other_person(
    tmp_path: Path,
) -> None:
    text = "Co-founders Dana Pell and Robert Orr of Kestrel Ltd left Tarn Ltd."
    assert [(post[0], post[2]) for post in posts(text, tmp_path)] == [
        ("Dana Pell", "Kestrel"),
        ("Robert Orr", "Kestrel"),
    ]
    text = "Tarn Bank governor Dana Pell and chairman Robert Orr left."
    assert posts(text, tmp_path)[0][2] == "Tarn Bank"


def test_a_form_of_address_between_title_and_name(tmp_path: Path) -> None:
    assert posts("Kestrel chair Sir Robert Orr left.", tmp_path)[0][:3] == (
        "Robert Orr", "chair", "Kestrel"
    )  # fmt: skip


def test_who_heads_a_unit(tmp_path: Path) -> None:
    text = "Kestrel has a retail division, headed by Dana Pell."
    assert posts(text, tmp_path)[0][:3] == ("Dana Pell", "head", "Kestrel")


def test_a_predecessor_under_a_title_gives_it_up(tmp_path: Path) -> None:
    text = "Dana Pell, who succeeded founder Robert Orr in 2019, runs Kestrel Ltd."
    assert ("Robert Orr", "leaves") in {(post[0], post[4]) for post in posts(text, tmp_path)}
