from __future__ import annotations

from decimal import Decimal

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.values import Count, Money, PartialDate, Percent
from dealfacts.model.vocabulary import Hedge


@pytest.mark.parametrize(
    ("text", "shape", "hedge"),
    [
        ("nearly $15 billion", Money, Hedge.BELOW),
        ("€40m", Money, Hedge.NONE),
        ("about 12 per cent", Percent, Hedge.ABOUT),
        ("a majority", Percent, None),
        ("4,200 employees", Count, Hedge.NONE),
        ("3 May 2024", PartialDate, Hedge.NONE),
    ],
)
def test_a_phrase_is_the_value_it_is(text: str, shape: type, hedge: Hedge | None) -> None:
    read = read_phrase(text)
    assert read is not None
    assert isinstance(read[0], shape)
    if hedge is not None:
        assert read[1] is hedge


def test_the_longest_reading_counts() -> None:
    read = read_phrase("$2.5 billion")
    assert read is not None
    assert isinstance(read[0], Money)
    assert read[0].low == Decimal(2_500_000_000)


@pytest.mark.parametrize("text", ["", "the price", "Marlow Foods", "billion"])
def test_what_is_no_figure_reads_as_nothing(text: str) -> None:
    assert read_phrase(text) is None
