from __future__ import annotations

import pytest

from dealfacts.reports._visible import visible


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain words, $14.3 billion", "plain words, $14.3 billion"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("bell\x07", "bell\\x07"),
        ("\x9b1m", "\\x9b1m"),
        ("\u202e41$ noillib", "\\u202e41$ noillib"),
        ("\u2066a\u2069", "\\u2066a\\u2069"),
        ("1\u200b4", "1\\u200b4"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\u2028", " "),
        ("Dröge, 李, 👩\u200d💻", "Dröge, 李, 👩\u200d💻"),
    ],
)
def test_what_acts_on_a_terminal_is_spelled_out(raw: str, shown: str) -> None:
    assert visible(raw) == shown
