"""Front matter: what is read, what is passed over, what is a fault."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.loader.front_matter import front_matter_end, read_front_matter


def test_every_field() -> None:
    text = (
        '---\r\ntitle: "Acme: a buyer"\r\nDate: 2024-05-03\r\noutlet: Example Times\r\n'
        "url: https://example.org/a:b\r\nlabel: Times\r\nauthor: Jane\r\nempty:\r\n---\r\n"
        "It did.\r\n"
    )
    metadata, faults = read_front_matter(text)
    assert faults == ()
    assert metadata.title == "Acme: a buyer"
    assert metadata.published == date(2024, 5, 3)
    assert metadata.outlet == "Example Times"
    assert metadata.url == "https://example.org/a:b"
    assert metadata.label == "Times"
    assert text[front_matter_end(text) :] == "It did.\r\n"


def test_other_names_of_the_fields() -> None:
    text = "---\nheadline: A\npublished: 3 May 2024\nsource: B\nlink: c\n...\nText"
    metadata, _ = read_front_matter(text)
    assert (metadata.title, metadata.outlet, metadata.url) == ("A", "B", "c")
    assert metadata.published == date(2024, 5, 3)


def test_an_unreadable_date_is_a_fault_with_its_line() -> None:
    metadata, faults = read_front_matter("---\ntitle: A\npublished: last Tuesday\n---\nText")
    assert metadata.published is None
    assert [(one.line, one.message) for one in faults] == [
        (3, "'published' is not a date: \"last Tuesday\". Write it as YYYY-MM-DD")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Acme buys Widget.\n---\ntitle: A\n---\n",
        "---\ntitle: A\nno end",
        "---\n\n---\nText",
        "--- not a fence\ntitle: A\n---\n",
        "",
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert front_matter_end(text) == 0
    metadata, faults = read_front_matter(text)
    assert metadata.title is None
    assert faults == ()
