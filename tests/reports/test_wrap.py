from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealfacts.reports._wrap import cells, lines


def wrapped(text: str, room: int) -> list[str]:
    return [text[start:end] for start, end in lines(text, room)]


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("“€”", 3), ("李明", 4), ("e\u0301", 1), ("…", 1)]
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "room", "parts"),
    [
        ("", 10, [""]),
        ("one two", 10, ["one two"]),
        ("one two three", 8, ["one two", "three"]),
        ("one  two three", 8, ["one  two", "three"]),
        ("a reallylongword b", 6, ["a", "reallylongword", "b"]),
        ("李李 李", 5, ["李李", "李"]),
        ("李", 1, ["李"]),
        ("          ", 4, []),
    ],
)
def test_lines_end_between_words(text: str, room: int, parts: list[str]) -> None:
    assert wrapped(text, room) == parts


@given(st.text("ab é李", max_size=80), st.integers(2, 30))
def test_nothing_but_blanks_is_lost_and_no_line_is_too_wide(text: str, room: int) -> None:
    parts = wrapped(text, room)

    assert " ".join(parts).split() == text.split()
    assert all(cells(part) <= room or " " not in part for part in parts)
