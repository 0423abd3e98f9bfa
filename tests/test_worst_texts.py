"""Texts of one pattern over and over: what they cost grows with their length, not with its square.

The limits are generous, tenfold what a loaded machine needs; each text took minutes once, or would
if every claim were compared with every other.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from dealfacts import pipeline

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 100_000
LIMIT = 15.0
PATTERNS = (
    "Ann Bo, chief executive of Acme, ",  # one sentence that tells one thing 3,000 times
    "a 49% stake in ",
    "revenue of $1bn ",
    "Revenue rose from $1bn to $2bn. ",  # and 3,000 sentences that each tell two things
    # lists of shares in which each goes back to the one before
    "14% is in the hands of Acme and 5% with Beta and ",
    "of Acme it has 75%, of Beta 17%, ",
    "owns 5% of Acme and 5% of Beta and ",
)


def cost(text: str, folder: Path) -> float:
    """The processor's seconds for a whole run over one article."""
    (folder / "a.txt").write_text(text)
    began = time.process_time()
    pipeline.run([str(folder / "a.txt")])
    return time.process_time() - began


LISTS = (
    ("Some 14% is in the hands of Acme Bank", " and 5% with Beta Bank"),
    ("Some 14% is in the hands of Acme Bank", " and 4% in those of Beta Bank"),
    ("Of Acme Bank it has 75%", ", of Beta Bank 17%"),
    ("Acme Bank owns 5% of Beta Bank", " and 5% of Gamma Bank"),
    ("Acme Bank owns 66% of Beta Bank", " and the remaining 34% of it"),
)


@pytest.mark.parametrize(("opening", "member"), LISTS)
def test_a_list_of_shares_without_end(opening: str, member: str, tmp_path: Path) -> None:
    text = f"Lake agreed to buy Mills. {opening}{member * (SIZE // 2 // len(member))}.\n"

    assert cost(text, tmp_path) < LIMIT


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_repeated(pattern: str, tmp_path: Path) -> None:
    text = pattern * (SIZE // len(pattern))

    assert cost(text, tmp_path) < LIMIT
