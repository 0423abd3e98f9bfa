"""Hostile lines: eight times the text takes at most sixteen times as long to read for names.

Work that grows with the square takes sixty-four times as long.
"""

from __future__ import annotations

import gc
from itertools import count, islice
from time import process_time
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.readers import names
from dealfacts.extractor.resolve import resolve
from dealfacts.loader.sentences import split

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL, LARGE = 8_000, 64_000

# The same words over and over.
REPEATED = (
    "Aa ", "A. ", "A-", "CEO ", "Jane Doe, ", "Bank of ", "chief ", '"A ', "Doe's ", "Doe of ",
    "(NYSE: ACM) ", "Orr's Pipe Inc ", "Orr and Pipe Inc said it ", "Stars to Go Inc ",
    "Key Orr Inc ", "Orr 787 Xy ", "Orr's said ", "LEEDS, May 4 (Orr) - ",
    "named Jane Doe chief executive, ",
)  # fmt: skip
# {}: another name each time
VARIED = (
    "{}'s {} Inc fell. ", "{} and {} Inc said it. ", "{} to {} Inc fell. ", "Key {} Inc fell. ",
    "Acme {} Corp fell. ", "{} fell; {} Corp rose. ", "Red {} Buys Blue {} Target\n\n",
    "{} {} Group (AB) fell. ", "Jane {} said. ", "{} 787 {} fell. ",
    "RED {} BUYS {}\n\nRed {} said. ",
)  # fmt: skip


def name(number: int) -> str:
    """A name of its own for each number: "Babaka"."""
    return "".join(
        syllable
        for place in (512, 64, 8, 1)
        for syllable in ("ba", "ko", "li", "mu", "ne", "sa", "ti", "vo")[number // place % 8]
    ).capitalize()


def varied(pattern: str) -> Iterator[str]:
    numbers = count()
    while True:
        yield pattern.format(*(name(next(numbers)) for _ in range(3)))


def cost(text: str) -> float:
    """The least seconds of three runs, as other work on the machine only ever adds to them.

    Without the collector, whose work grows with whatever the tests have left behind.
    """
    gc.disable()
    try:
        return min(_once(text) for _ in range(3))
    finally:
        gc.enable()


def _once(text: str) -> float:
    start = process_time()
    resolve(names.read(text, split(text)))
    return process_time() - start


@pytest.mark.parametrize("line", REPEATED)
def test_a_repeated_line_takes_linear_time(line: str) -> None:
    small, large = (line * (size // len(line)) for size in (SMALL, LARGE))
    cost(small)
    assert cost(large) < 16 * cost(small) + 0.02


@pytest.mark.parametrize("pattern", VARIED)
def test_many_names_take_linear_time(pattern: str) -> None:
    small, large = (
        "".join(islice(varied(pattern), size // len(pattern))) for size in (SMALL, LARGE)
    )
    cost(small)
    assert cost(large) < 16 * cost(small) + 0.02
