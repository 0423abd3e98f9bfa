"""How a period is called in a claim: one name for every way to write it.

Fiscal years are called by the year in which they end, as the sources do; refuses to guess which
months a fiscal quarter has.
"""

from __future__ import annotations

import re
from datetime import date as date_type
from datetime import timedelta
from typing import TYPE_CHECKING

from dealfacts.lexicon.figure_words import figure_words
from dealfacts.model.vocabulary import Anchor, Grain

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.tokens import Row
    from dealfacts.model.values import PartialDate

JULY = 7
MONTHS_OF_A_YEAR, MONTHS_OF_A_HALF, MONTHS_OF_A_QUARTER = 12, 6, 3
# How long after its end a quarter without a year is still reported on, and before its end expected.
REPORTED_WITHIN, EXPECTED_WITHIN = timedelta(days=300), timedelta(days=200)
# a quarter or half of an untold year: XXXX-33 to XXXX-36, XXXX-40 and -41
OPEN_PART = re.compile(r"XXXX-(?P<part>3[3-6]|4[01])")
PARTS = {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4", "40": "H1", "41": "H2"}
ENDS = {
    "Q1": (3, 31),
    "Q2": (6, 30),
    "Q3": (9, 30),
    "Q4": (12, 31),
    "H1": (6, 30),
    "H2": (12, 31),
}
# in 18 months, in six months
COUNTED = re.compile(r"in (?:about |around |some |roughly )?[a-z0-9-]+ months?")
# a year that stands in the words ("March 2024", "March last year"), and a plain month
WRITTEN_YEAR = re.compile(r"\d|year|last|ago|past", re.IGNORECASE)
OF_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
DAY, WEEK = timedelta(days=1), timedelta(days=7)
# "21 November", "July 31": the year is not written
FEBRUARY = 2
DAY_OF_MONTH = re.compile(
    r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?"
)
WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day")
CLAUSE_ENDS = frozenset(",;:")
# 2021-22, 2021/22: a financial year that is called by both of its years
DOUBLE_YEAR = re.compile(r"\d{4}[-–/]\d{2}(?:\d{2})?")


def name(date: PartialDate) -> str:
    """How a period is written in a claim: 2024, Q3 2024, H1 2024, 2024-04, or the words.

    Twelve months that end inside a year are called by the year in which they end.
    """
    first, last = date.earliest, date.latest
    if first is None:
        return _words(date)
    match date.grain:
        case Grain.YEAR:
            return str(last.year if last else first.year)
        case Grain.QUARTER:
            return f"Q{(first.month - 1) // 3 + 1} {first.year}"
        case Grain.HALF:
            return f"H{1 if first.month < JULY else 2} {first.year}"
        case Grain.MONTH:
            return f"{first.year}-{first.month:02d}"
        case _:
            return _span(date, first, last) if last else _words(date)


def _words(date: PartialDate) -> str:
    """A period that has no name, in its own words."""
    return date.text.lower().removeprefix("the ")


def _span(date: PartialDate, first: date_type, last: date_type) -> str:
    """A span of whole months as the year, quarter or half that it is; else its words."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if DOUBLE_YEAR.fullmatch(date.text) or (months == MONTHS_OF_A_YEAR and first.day == 1):
        return str(last.year)
    if months == MONTHS_OF_A_QUARTER and first.month % 3 == 1:
        return f"Q{(first.month - 1) // 3 + 1} {first.year}"
    if months == MONTHS_OF_A_HALF and first.month in {1, JULY}:
        return f"H{1 if first.month < JULY else 2} {first.year}"
    return _words(date)


def to_come(context: Context, date: PartialDate, place: int) -> PartialDate:
    """A quarter or half of an untold year that is expected: the next one after the article.

    Where its clause counts in fiscal years nothing says which months it has; those of a result told
    in another clause are no measure of the day on which a deal closes.
    """
    published = context.scene.article.published
    found = OPEN_PART.fullmatch(date.edtf or "")
    if published is None:
        return date
    if found is None:
        return _next(date, published)
    clause = _clause(context.scene.row, place)
    if any(word in clause for word in figure_words("fiscal")):
        return date
    month, day = ENDS[PARTS[found["part"]]]
    year = published.year + (date_type(published.year, month, day) < published)
    months = MONTHS_OF_A_QUARTER if found["part"].startswith("3") else MONTHS_OF_A_HALF
    return date.model_copy(
        update={
            "edtf": f"{year}-{found['part']}",
            "earliest": date_type(year, month - months + 1, 1),
            "latest": date_type(year, month, day),
            "anchor": Anchor.PUBLICATION,
        }
    )


def _next(date: PartialDate, published: date_type) -> PartialDate:
    """A month or weekday of a plan that was read as the last one: the next one.

    "They hope to be done by October", written in May; "sale to close Monday".
    """
    first, last = date.earliest, date.latest
    is_open = date.anchor is Anchor.PUBLICATION
    if not is_open or first is None or last is None or last >= published:
        return date
    if date.grain is Grain.DAY and WEEKDAY.fullmatch(date.text.lower()):
        day = first + WEEK
        return date.model_copy(update={"edtf": day.isoformat(), "earliest": day, "latest": day})
    if (
        date.grain is Grain.DAY
        and DAY_OF_MONTH.fullmatch(date.text)
        and last < published - WEEK * 8
    ):
        year = first.year + 1  # "becomes sole owner on 21 November", written in May
        day = (
            first.replace(year=year, day=min(first.day, 28))
            if first.month == FEBRUARY
            else (first.replace(year=year))
        )
        return date.model_copy(update={"edtf": day.isoformat(), "earliest": day, "latest": day})
    if (
        date.grain is not Grain.MONTH
        or WRITTEN_YEAR.search(date.text)
        or not OF_MONTH.fullmatch(date.edtf or "")
    ):
        return date
    year = first.year + 1
    return date.model_copy(
        update={
            "edtf": f"{year}-{first.month:02d}",
            "earliest": first.replace(year=year),
            "latest": date_type(year + first.month // 12, first.month % 12 + 1, 1) - DAY,
        }
    )


def from_now(context: Context, date: PartialDate) -> PartialDate:
    """A plan counted in months from the article ("in 18 months"): any day until then.

    Nobody who counts in months names one; the same plan is told as "within 18 months".
    """
    published = context.scene.article.published
    is_counted = COUNTED.fullmatch(date.text.lower()) and date.anchor is Anchor.PUBLICATION
    if not is_counted or published is None or date.latest is None or date.latest <= published:
        return date
    return date.model_copy(
        update={
            "edtf": f"{published.isoformat()}/{date.latest.isoformat()}",
            "earliest": published,
            "grain": Grain.SPAN,
        }
    )


def _clause(row: Row, place: int) -> str:
    """The folded text around a row place between commas."""
    words = row.words
    first = next((at + 1 for at in range(place, -1, -1) if words[at] in CLAUSE_ENDS), 0)
    last = next((at for at in range(place, len(words)) if words[at] in CLAUSE_ENDS), len(words))
    return row.low[row.starts[first] : row.ends[last - 1]]


def told(context: Context, date: PartialDate) -> str:
    """The name of a period; a quarter or half without a year is the one then reported on."""
    published = context.scene.article.published
    found = OPEN_PART.fullmatch(date.edtf or "")
    if found is None or published is None:
        return name(date)
    part = PARTS[found["part"]]
    expects = not figure_words("expects").isdisjoint(context.words)
    for year in (published.year, published.year - 1, published.year + 1):
        end = date_type(year, *ENDS[part])
        if expects and published <= end <= published + EXPECTED_WITHIN:
            return f"{part} {year}"
        if not expects and published - REPORTED_WITHIN <= end < published:
            return f"{part} {year}"
    return name(date)
