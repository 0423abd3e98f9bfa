from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.scene import read
from dealfacts.model.text import Article, Part, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_figure_and_name_is_in_the_row_of_its_sentence_once(
    article: Callable[..., Article],
) -> None:
    text = (
        "Marlow Foods will buy 49% of Tarn Foods for about €2.9 billion ($3.1 billion) in 2025.\n\n"
        "Ada Quill, chief executive of Tarn Foods, has 4,200 employees and $5 million."
    )
    reading = read(article(text))
    first, second = reading.scenes
    assert first.row.words == (
        "ORG", "will", "buy", "%", "of", "ORG", "for", "$", "in", "@", "."
    )  # fmt: skip
    assert [len(x) for x in (first.money, first.percents, first.dates)] == [1, 1, 1]
    assert first.money[0].restated is not None
    assert "PER" in second.row.words
    assert [second.row.index[place] for place in second.row.marks] == [0, 0, 0, 0]
    assert [title.head for title in second.titles] == ["chief executive"]
    assert [scene.number for scene in reading.scenes] == [0, 1]
    assert second.text.startswith("Ada Quill")


def test_the_longer_reading_of_the_same_words_wins(article: Callable[..., Article]) -> None:
    (scene,) = read(article("It paid $1.5-2 billion for a 28-year-old firm on 3 May 2024.")).scenes
    assert [word for word in scene.row.words if word in "$%#@"] == ["$", "#", "@"]


def test_boilerplate_has_no_scene_and_what_crosses_a_boundary_is_in_no_row() -> None:
    text = "Marlow pays $5 million today. Read more."
    parts = (
        Sentence(start=0, end=15),
        Sentence(start=15, end=29),
        Sentence(start=30, end=40, part=Part.BOILERPLATE),
    )
    reading = read(Article(id="a", path="a", text=text, sentences=parts))
    assert len(reading.scenes) == 2
    assert [scene.money for scene in reading.scenes] == [(), ()]


def test_short_quotations_may_be_names(article: Callable[..., Article]) -> None:
    reading = read(article("It calls the lab “North Star” and “" + "a long word " * 9 + "indeed”."))
    assert reading.quoted_words == {"north star"}


def test_a_name_that_stays_ambiguous_is_as_printed(article: Callable[..., Article]) -> None:
    reading = read(article("Ada Quill met Ben Quill of Tarn Foods. Mr Quill of Tarn Foods smiled."))
    last = reading.scenes[-1]
    assert [reading.long_form(person) for person in last.people] == ["Quill"]
    assert [reading.long_form(firm) for firm in last.organisations] == ["Tarn Foods"]


def test_the_label_of_a_round_is_no_organisation(article: Callable[..., Article]) -> None:
    (scene,) = read(article("Tarn Foods raised $40 million in a Series B round.")).scenes
    assert [firm.core for firm in scene.organisations] == ["Tarn Foods"]
    assert scene.row.words[5:8] == ("series", "b", "round")
