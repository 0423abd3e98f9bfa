"""Builds articles and stories from a few lines of text; all names are invented."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.parties import parties
from dealfacts.extractor.scene import read
from dealfacts.extractor.sides import votes
from dealfacts.extractor.story import Story
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context

PUBLISHED = date(2024, 5, 3)


def article_of(text: str, published: date | None = PUBLISHED) -> Article:
    return Article(id="a.txt", path="a.txt", text=text, sentences=split(text), published=published)


def story_of(text: str, published: date | None = PUBLISHED) -> Story:
    reading = read(article_of(text, published))
    ballots = tuple(votes(scene, reading) for scene in reading.scenes)
    return Story(reading, parties(reading, ballots), ballots)


@pytest.fixture
def article() -> Callable[..., Article]:
    return article_of


@pytest.fixture
def story() -> Callable[..., Story]:
    return story_of


@pytest.fixture
def context() -> Callable[..., Context]:
    """The context of one sentence of a text, the first unless told."""

    def build(text: str, number: int = 0, published: date | None = PUBLISHED) -> Context:
        return story_of(text, published).contexts[number]

    return build
