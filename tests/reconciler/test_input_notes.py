"""What is noted about the articles themselves."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.reconciler.input_notes import input_notes
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.settings import DEFAULT, Settings


def source(name: str, text: str, published: date | None = date(2026, 5, 4)) -> SourceText:
    return SourceText(name, f"in/{name}", name, None, None, None, published, fingerprint(text))


@pytest.fixture
def drop() -> list[SourceText]:
    return [
        source("a", "Acme buys Widget for $3 billion."),
        source("b", "Acme sells Widget for $4 billion.", None),
        source("c", "ACME buys  Widget for $3 billion!"),
        source("claims-only", "", None),
    ]


def test_an_article_without_a_date_and_one_with_the_text_of_another(
    drop: list[SourceText],
) -> None:
    undated, twice = input_notes(drop, DEFAULT)
    assert (undated.path, undated.line, undated.rule) == ("in/b", 1, "LOAD002")
    assert "publication date" in undated.message
    assert (twice.path, twice.rule) == ("in/c", "LOAD003")
    assert twice.message == "The same text as in/a; the two count as one origin"


def test_a_rule_that_is_off_notes_nothing(drop: list[SourceText]) -> None:
    off = Settings(severities={"LOAD002": None})
    assert [note.rule for note in input_notes(drop, off)] == ["LOAD003"]
