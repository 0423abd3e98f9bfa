"""One line of the same words for ever takes no reader of figures or dates more than linear time."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.readers import counts, dates, money, percent

if TYPE_CHECKING:
    from collections.abc import Callable

PARTS = (
    "$1,", "1,1,", "1.", "1-", "1 ", "1", "(", ")", " ", "\n", "\u00a0", "A", "A ", "a-", '"',
    "“", "$", "%", "-", "–", "/", "$1 ", "$1-$2 ", "5% ", "5-", "€1bn ", "$1 billion ", "1 to ",
    "1 and ", "between 1 ", "5 per cent ", "1/4 of ", "7 3/4 ", "half ", "half of ", "a third of ",
    "one two ", "one hundred ", "hundred ", "billion ", "billions of ", "tens of ", "majority ",
    "majority stake ", "over ", "about ", "up to about $5 ", "$5 or so ", "doubled ", "twice the ",
    "tenfold ", ", 28", " (28)", "28-year-old ", "aged 28 ", "10 people ", "10 new ", "employs 10 ",
    "year ", "May ", "May 1 ", "2019 ", "2019-", "1/1/", "10/11/23 ", "10.11.23 ", "Monday ",
    "today x ", "within six months ", "the end of ", "Q3 ", "Q3 x ", "1H24 ", "'90s ", "2024 x ",
    "1-plus ", "1+", "5-odd million ", "5 000 ", "1 000 000 euros ", "€\u00a05\u2009000 ", "c.£5 ",
    ".5 percent ", "31pc ", "Rs\n5 crore ", "US$ ", "Rs ", "euros ",
)  # fmt: skip
READERS: dict[str, Callable[[str], object]] = {
    "money": money.read,
    "percent": percent.read,
    "counts": counts.read,
    "dates": lambda text: dates.read(text, date(2024, 5, 3)),
}
SMALL, LARGE = 6_250, 50_000


@pytest.mark.usefixtures("aside")
@pytest.mark.parametrize("part", PARTS)
def test_time_grows_with_the_line(part: str) -> None:
    """Eight times the line may take sixteen times as long; quadratic work would take 64."""
    for name, read in READERS.items():
        spent = []
        for size in (SMALL, LARGE):
            line = part * (size // len(part))
            begin = time.process_time()
            read(line)
            spent.append(time.process_time() - begin)
        assert spent[1] <= max(16 * spent[0], 0.25), f"{name}: {spent[0]:.3f} s, {spent[1]:.3f} s"
