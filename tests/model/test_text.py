"""Where words stand: lines and columns from one, and no evidence outside of the text."""

from __future__ import annotations

import pytest

from dealfacts.model.text import Article, Part, Sentence

TEXT = "One.\n\nTwo 😀 three.\nEnd"
WHOLE = Sentence(start=6, end=18, part=Part.BODY)


@pytest.fixture
def article() -> Article:
    """A new one for each test: it remembers where its lines start."""
    return Article(id="a.txt", path="/news/a.txt", text=TEXT)


@pytest.mark.parametrize(
    ("offset", "position"),
    [
        (0, (1, 1)),
        (4, (1, 5)),  # the end of the line belongs to it
        (5, (2, 1)),
        (6, (3, 1)),
        (TEXT.index("three"), (3, 7)),  # an emoji is one code point
        (TEXT.index("End"), (4, 1)),
        (len(TEXT), (4, 4)),
    ],
)
def test_position(article: Article, offset: int, position: tuple[int, int]) -> None:
    assert article.position(offset) == position


def test_a_text_may_begin_with_an_empty_line() -> None:
    article = Article(id="a.txt", path="a.txt", text="\nOne.")

    assert article.position(0) == (1, 1)
    assert article.position(1) == (2, 1)


def test_evidence_quotes_the_text(article: Article) -> None:
    start = TEXT.index("three")

    found = article.evidence(start, start + 5, WHOLE)

    assert (found.start, found.end, found.quote) == (start, start + 5, "three")
    assert (found.line, found.column) == (3, 7)
    assert (found.sentence.start, found.sentence.end) == (6, 18)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, len(TEXT) + 1)])
def test_no_evidence_outside_of_the_text(article: Article, start: int, end: int) -> None:
    told = rf"^a\.txt: \[{start}:{end}\] is no range of a text of 22$"
    with pytest.raises(ValueError, match=told):
        article.evidence(start, end, WHOLE)


def test_evidence_may_end_with_the_text(article: Article) -> None:
    assert article.evidence(0, len(TEXT), WHOLE).quote == TEXT
