"""Full calendar dates in the lines around an article: which day it came out.

Only a date that names its day, month and year beyond doubt is read. Refuses relative, partial and
ambiguous dates (11/06/2025); what dates the story itself speaks of is the extractor's business.
"""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

MONTHS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                ("jan", "january"),
                ("feb", "february"),
                ("mar", "march"),
                ("apr", "april"),
                ("may",),
                ("jun", "june"),
                ("jul", "july"),
                ("aug", "august"),
                ("sep", "sept", "september"),
                ("oct", "october"),
                ("nov", "november"),
                ("dec", "december"),
            ),
            start=1,
        )
        for name in names
    }
)
# "Oct 11, 2023", "Sep. 15, 2022", "11 October 2023", "25th June 2022", "Mar 15 2022"
WRITTEN = re.compile(
    r"""
    \b(?:
        (?P<month>[A-Za-z]{3,9})\.?\s{1,3}(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?P<year>\d{4})
      | (?P<day2>\d{1,2})(?:st|nd|rd|th)?[\s-]{1,3}(?P<month2>[A-Za-z]{3,9})
        \.?,?[\s-]{1,3}(?P<year2>\d{4})
    )\b
    """,
    re.VERBOSE,
)
# "2023-10-11", "2023/10/11", "3/26/2019", "29.10.2018"
NUMERIC = re.compile(
    r"""
    (?<![\d./-])
    (?:
        (?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?=T|\b)
      | (?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year2>(?:19|20)\d\d)
    )
    (?![\d/])
    """,
    re.VERBOSE,
)
# Without a year there is no full date, and most sentences have none.
YEAR = re.compile(r"\d\d{3}")  # the search skips to a first digit of its own
LAST_MONTH = 12


class FullDate(NamedTuple):
    """A day read at `text[start:end]`."""

    start: int
    end: int
    day: date


def full_dates(text: str, start: int, end: int) -> list[FullDate]:
    """The full dates of `text[start:end]`, in order."""
    if YEAR.search(text, start, end) is None:
        return []
    found: list[FullDate] = []
    for match in WRITTEN.finditer(text, start, end):
        month = MONTHS.get((match["month"] or match["month2"]).lower())
        day = _day(match["year"] or match["year2"], month, match["day"] or match["day2"])
        if day is not None:
            found.append(FullDate(match.start(), match.end(), day))
    for match in NUMERIC.finditer(text, start, end):
        day = _numeric(match)
        if day is not None:
            found.append(FullDate(match.start(), match.end(), day))
    return sorted(found)


def _numeric(match: re.Match[str]) -> date | None:
    if match["year"]:
        return _day(match["year"], int(match["month"]), match["day"])
    one, two = int(match["one"]), int(match["two"])
    if one == two or one > LAST_MONTH or (match["mark"] == "." and two <= LAST_MONTH):
        return _day(match["year2"], two, str(one))
    if two > LAST_MONTH:
        return _day(match["year2"], one, str(two))
    return None


def _day(year: str, month: int | None, day: str) -> date | None:
    if month is None:
        return None
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def read_day(text: str) -> date | None:
    """The day that a metadata field gives: the whole field is one full date, else None.

    A time of day behind an ISO date is passed over.
    """
    kept = text.strip()
    dates = full_dates(kept, 0, len(kept))
    if len(dates) != 1 or dates[0].start != 0:
        return None
    rest = kept[dates[0].end :]
    return (
        dates[0].day
        if not rest or re.fullmatch(r"[T ][\d:.]{4,15}(?:Z|[+-][\d:]{2,6})?", rest)
        else None
    )
