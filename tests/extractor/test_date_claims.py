"""The words around a date: its event, and whether that is still to come."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.date_claims import Dated, dated, event_words, is_to_come
from dealfacts.extractor.parties import parties
from dealfacts.extractor.scene import read
from dealfacts.extractor.sides import votes
from dealfacts.extractor.story import Story
from dealfacts.loader.files import load

if TYPE_CHECKING:
    from pathlib import Path

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("announcement_date", "closing_date", "founded", "release_date")


def first_date(text: str, folder: Path, published: date | None) -> tuple[Context, Dated]:
    path = folder / "article.txt"
    path.write_text(text + "\n", encoding="utf-8")
    (article,) = load([str(path)]).articles
    reading = read(article.model_copy(update={"published": published}))
    ballots = tuple(votes(scene, reading) for scene in reading.scenes)
    context = Story(reading, parties(reading, ballots), ballots).contexts[0]
    return context, next(dated(context, *ATTRIBUTES))


def test_the_event_starts_behind_the_last_comma(tmp_path: Path) -> None:
    text = "The bid for Calder Dairies, which was founded in 1987, is off."
    context, founded = first_date(text, tmp_path, None)
    words = event_words(context, founded)
    assert "founded" in words
    assert "bid" not in words


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The deal closed on 3 May 2024.", date(2024, 5, 15), False),
        ("The deal closed on 3 May 2024.", date(2024, 5, 1), True),
        ("Ostrava Mills will launch the bread in March 2025.", None, True),
        ("Ostrava Mills will launch the bread in March 2025.", date(2026, 1, 1), False),
        ("Ostrava Mills launched the bread in March 2023.", None, False),
    ],
)
def test_an_event_is_to_come_by_its_words_or_its_date(
    text: str, published: date | None, *, expected: bool, tmp_path: Path
) -> None:
    context, event = first_date(text, tmp_path, published)
    assert is_to_come(context, event) is expected


def test_a_draft_says_which_words_were_read(tmp_path: Path) -> None:
    _, founded = first_date("Calder Dairies was founded in 1987.", tmp_path, None)
    draft = founded.draft("Calder Dairies")
    assert (draft.attribute, draft.subject) == ("founded", "Calder Dairies")
    assert draft.reasons[0].startswith("the words read as: ")
