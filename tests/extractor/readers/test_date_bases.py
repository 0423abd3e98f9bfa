"""Weekdays of an article that tells its day without a year."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.extractor.readers import dates

WIRE = "July 28 (Example Wire) - Acme said on Thursday that it would buy Orvex."


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        (WIRE, {"Thursday": "XXXX-07-28"}),
        ("Acme buys Orvex\n\n" + WIRE, {"Thursday": "XXXX-07-28"}),
        ("LONDON, 4 May (Example Wire) - Acme said on Monday.", {"Monday": "XXXX-05-04"}),
        # a day within a sentence is no dateline, and "last" may be any week's
        ("Acme said on Monday that it will pay on July 28.", {"Monday": None}),
        ("July 28 (Example Wire) - Acme agreed last Monday.", {"last Monday": None}),
        # far below, it is of another article
        ("Acme said on Monday it would. " * 60 + "\n" + WIRE, {"Monday": None, "Thursday": None}),
    ],
)
def test_a_weekday_knows_the_day_of_its_dateline(text: str, bases: dict[str, str | None]) -> None:
    found = dates.read(text, None)
    told = {text[m.start : m.end]: m.value.base for m in found if "day" in text[m.start : m.end]}
    assert told == bases
    assert all(m.value.text == text[m.start : m.end] for m in found)


def test_a_dated_article_needs_no_base() -> None:
    found = dates.read(WIRE, date(2022, 7, 28))
    assert [mention.value.base for mention in found] == [None, None]
