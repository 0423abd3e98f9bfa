"""One name for every way to say what a premium is measured against."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor import references
from dealfacts.extractor.tokens import MONEY, PERCENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context

# A Friday.
PUBLISHED = date(2024, 5, 3)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("to Thursday's close", "to the close of 2024-05-02"),
        ("over the closing price on 2 May 2024", "to the close of 2024-05-02"),
        ("to its 30-day volume-weighted average price", "to the 30-day average"),
        ("over the three-month high", "to the three-month high"),
        ("to the unaffected share price", "to the undisturbed price"),
        ("to the price before reports of talks emerged", "to the undisturbed price"),
        ("to the last close", "to the last close"),
        ("over the price before the split", "to the price before the split"),
    ],
)
def test_a_reference_has_one_name(context: Callable[..., Context], words: str, name: str) -> None:
    found = context(f"The offer is a premium of 30% {words}.", published=PUBLISHED)
    place = next(figure.place for figure in found.figures if figure.sign == PERCENT)
    assert references.reference(found, place) == name


@pytest.mark.parametrize("words", ["and more", "", "for all of them"])
def test_a_premium_over_nothing_has_no_reference(
    context: Callable[..., Context], words: str
) -> None:
    found = context(f"The offer is a premium of 30% {words}.")
    assert references.reference(found, found.figures[0].place) is None


def test_a_weekday_of_a_price_is_never_the_one_to_come(context: Callable[..., Context]) -> None:
    found = context("Holders will get a premium of 30% over Wednesday's price.")
    assert references.reference(found, found.figures[0].place) == "to the close of 2024-05-01"


def test_the_day_of_a_market_price_is_the_nearest_date(context: Callable[..., Context]) -> None:
    found = context("On Monday it closed at $40, on Thursday at $42.", published=PUBLISHED)
    days = [references.day(found, f.place) for f in found.figures if f.sign == MONEY]
    assert days == ["2024-04-29", "2024-05-02"]


def test_without_a_date_or_a_calendar_there_is_no_day(context: Callable[..., Context]) -> None:
    undated = context("It closed at $40.")
    assert references.day(undated, undated.figures[0].place) is None
    unplaced = context("It closed at $40 on Thursday.", published=None)
    assert references.day(unplaced, unplaced.figures[0].place) == "thursday"
