"""The fields around an article: under which names they are known, and what is a fault."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.loader.fields import Field, metadata


def told(**fields: str) -> list[str]:
    found, _ = metadata([Field(name, value) for name, value in fields.items()])
    return [str(value) for value in found if value is not None]


@pytest.mark.parametrize(
    "name",
    ["date", "Published", "published_at", "publishedAt", "datePublished", "publish-date"],
)
def test_a_date_has_many_names(name: str) -> None:
    found, faults = metadata([Field(name, "2026-05-04T08:00:00Z")])
    assert found.published == date(2026, 5, 4)
    assert faults == ()


def test_a_name_that_means_nothing_here_is_passed_over() -> None:
    assert told(author="Jane", keywords="a", title="", text="b") == []


def test_the_first_of_two_names_counts() -> None:
    assert told(headline="A", title="B") == ["A"]


def test_a_currency_is_a_code() -> None:
    assert told(currency="cad") == ["CAD"]
    found, (fault,) = metadata([Field("currency", "dollars", 4), Field("title", "A")])
    assert found.currency is None
    assert found.title == "A"
    assert fault[:2] == (
        4,
        "'currency' is not a currency code: \"dollars\". Write its three letters, such as CAD",
    )
