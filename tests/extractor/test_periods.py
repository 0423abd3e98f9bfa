"""Periods: which date is a figure's own, and one name for every way to write it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor import period_names, periods
from dealfacts.extractor.tokens import MONEY
from dealfacts.model.values import PartialDate
from dealfacts.model.vocabulary import Anchor, Grain

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context


def told(context: Callable[..., Context], text: str, published: date | None = None) -> list[str]:
    """The period of each sum of a sentence; "-" for none."""
    found = context(text, published=published)
    places = [figure.place for figure in found.figures if figure.sign == MONEY]
    return [periods.near(found, place) or "-" for place in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue was $9m in 2023.", ["2023"]),
        ("Its 2023 revenue was $9m.", ["2023"]),
        ("In 2023, the mill had sales of $9m and a profit of $2m.", ["2023", "2023"]),
        ("Revenue and profit were $9m and $2m in 2023.", ["2023", "2023"]),
        ("Revenue rose to $9m in 2023 from $7m in 2022.", ["2023", "2022"]),
        ("Revenue was $9m in 2023, up from $7m a year earlier.", ["2023", "2022"]),
        ("Sales were $9m in Q3 2024, against $8m in the same quarter a year ago.",
         ["Q3 2024", "Q3 2023"]),
        ("Sales were $9m, against $8m a year earlier.", ["-", "a year earlier"]),
        ("It has revenue of $9m a year, and in 2024 it should pass $12m.", ["-", "2024"]),
        ("It made $9m and in 2024 $12m.", ["-", "2024"]),
        ("Revenue has been over $9m since 2015.", ["-"]),
        ("Profit of $9m, or $0.31 per share, was reported for the third quarter of 2024.",
         ["Q3 2024", "Q3 2024"]),
        ("In 2021 it made $9m, compared with $7m in 2020, and lost $2m on its mills.",
         ["2021", "2020", "2021"]),
        ("Revenue was $9m while the founders met in 2009.", ["-"]),
        ("Revenue was $9m; the mill opened in 2009.", ["-"]),
        ("It plans to spend $9m by 2028.", ["2028"]),
        ("Backers priced it at $9m, at which it stood in 2021.", ["2021"]),
        ("Revenue was $9m.", ["-"]),
    ],
)  # fmt: skip
def test_each_sum_has_the_date_that_its_words_tie_to_it(
    context: Callable[..., Context], text: str, expected: list[str]
) -> None:
    assert told(context, text) == expected


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("in FY22", "2022"),
        ("in fiscal 2022", "2022"),
        ("in the financial year 2021-22", "2022"),
        ("in 2021-22", "2022"),
        ("in the year to March 2023", "2023"),
        ("in the third quarter of fiscal 2022", "Q3 2022"),
        ("in the three months to September 2023", "Q3 2023"),
        ("in the six months to December 2023", "H2 2023"),
        ("in the first half of 2023", "H1 2023"),
        ("in April 2023", "2023-04"),
        ("in the nine months to September 2023", "nine months to september 2023"),
    ],
)
def test_one_period_has_one_name(context: Callable[..., Context], words: str, name: str) -> None:
    assert told(context, f"Revenue was $9m {words}.") == [name]


@pytest.mark.parametrize(
    ("text", "published", "name"),
    [
        ("It made $9m in the first quarter.", date(2024, 5, 3), "Q1 2024"),
        ("It made $9m in the fourth quarter.", date(2024, 2, 3), "Q4 2023"),
        ("It made $9m in the third quarter.", date(2024, 9, 15), "third quarter"),
        ("It expects $9m in the fourth quarter.", date(2024, 11, 3), "Q4 2024"),
        ("It expects $9m in the first quarter.", date(2024, 11, 3), "Q1 2025"),
        ("It made $9m in the first quarter.", None, "first quarter"),
        ("It made $9m last year.", date(2024, 5, 3), "2023"),
    ],
)
def test_a_part_of_an_untold_year_is_the_one_reported_on_or_to_come(
    context: Callable[..., Context], text: str, published: date | None, name: str
) -> None:
    assert told(context, text, published) == [name]


def test_a_date_without_a_place_on_the_calendar_keeps_its_words() -> None:
    unresolved = PartialDate(
        text="Last Quarter", edtf=None, earliest=None, latest=None,
        grain=Grain.QUARTER, anchor=Anchor.UNRESOLVED,
    )  # fmt: skip
    assert period_names.name(unresolved) == "last quarter"


def test_an_open_end_keeps_its_words() -> None:
    span = PartialDate(
        text="from 2023", edtf="2023/..", earliest=date(2023, 1, 1), latest=None,
        grain=Grain.SPAN, anchor=Anchor.EXPLICIT,
    )  # fmt: skip
    assert period_names.name(span) == "from 2023"
