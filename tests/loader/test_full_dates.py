"""Full dates only: what is ambiguous or partial stays unread."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.loader.full_dates import full_dates, read_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Oct 11, 2023", date(2023, 10, 11)),
        ("Sep. 15, 2022", date(2022, 9, 15)),
        ("11 October 2023", date(2023, 10, 11)),
        ("25th June 2022", date(2022, 6, 25)),
        ("Mar 15 2022", date(2022, 3, 15)),
        ("16-Aug-2024", date(2024, 8, 16)),
        ("MAY 3, 2024", date(2024, 5, 3)),
        ("2023-10-11", date(2023, 10, 11)),
        ("2023/10/11", date(2023, 10, 11)),
        ("2023-10-11T08:15:00Z", date(2023, 10, 11)),
        ("3/26/2019", date(2019, 3, 26)),
        ("26/3/2019", date(2019, 3, 26)),
        ("29.10.2018", date(2018, 10, 29)),
        ("03.05.2024", date(2024, 5, 3)),
        ("05/05/2024", date(2024, 5, 5)),
    ],
)
def test_full_dates(text: str, day: date) -> None:
    assert [found.day for found in full_dates(text, 0, len(text))] == [day]
    found = full_dates(f"On {text} it was.", 0, len(text) + 12)[0]
    assert found.start == 3


@pytest.mark.parametrize(
    "text",
    [
        "11/06/2025",
        "11-06-2025",
        "June 2025",
        "June 24",
        "Feb 30, 2024",
        "13/13/2024",
        "Foo 3, 2024",
    ],
)
def test_what_is_no_full_date(text: str) -> None:
    assert full_dates(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("2023-10-11", date(2023, 10, 11)),
        (" 2023-10-11 08:15:00 ", date(2023, 10, 11)),
        ("2023-10-11T08:15:00+02:00", date(2023, 10, 11)),
        ("Oct 11, 2023", date(2023, 10, 11)),
        ("last Tuesday", None),
        ("2023-10-11 to 2023-10-12", None),
        ("from 2023-10-11", None),
        ("2023-10-11 or so", None),
        ("", None),
    ],
)
def test_a_field_is_one_date_or_none(field: str, day: date | None) -> None:
    assert read_day(field) == day
