"""Which year, quarter or half a figure is about: the date that the words tie to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.model.values import PartialDate

PERIODS = frozenset({Grain.YEAR, Grain.QUARTER, Grain.HALF, Grain.MONTH, Grain.SPAN})
# A date further away than this belongs to something else in the sentence.
REACH = 9
JULY = 7
STOPS = frozenset(";:—–•")
REFERENCE_STOPS = frozenset(",;:—–•.%$") | {"and", "which", "before", "after"}


def name(date: PartialDate) -> str:
    """How a period is written in a claim: 2024, Q3 2024, H1 2024, 2024-04, or the words."""
    first = date.earliest
    if first is None:
        return date.text.lower()
    match date.grain:
        case Grain.YEAR:
            return str(date.latest.year if date.latest else first.year)
        case Grain.QUARTER:
            return f"Q{(first.month - 1) // 3 + 1} {first.year}"
        case Grain.HALF:
            return f"H{1 if first.month < JULY else 2} {first.year}"
        case Grain.MONTH:
            return f"{first.year}-{first.month:02d}"
        case _:
            return date.text


def near(context: Context, place: int) -> str | None:
    """The period of the figure at a row place: the nearest one behind it, else before it.

    A date does not reach across another figure of the same kind: in "$12bn in 2022, up from
    $9bn in 2021" each sum has its own year.
    """
    row = context.scene.row
    sign = row.words[place]
    dates = {at: mention.value for at, mention in context.dates}
    for step in (1, -1):
        at = place + step
        while 0 <= at < len(row.words) and abs(at - place) <= REACH:
            word = row.words[at]
            if at in dates and dates[at].grain in PERIODS:
                return name(dates[at])
            if word == sign or word in STOPS:
                break
            at += step
    return None


def day(context: Context, place: int) -> str | None:
    """The day of a market price: the nearest date of the sentence, else the previous one's."""
    found = [(abs(at - place), mention.value) for at, mention in context.dates]
    if not found:
        return None
    date = min(found, key=lambda pair: pair[0])[1]
    return date.earliest.isoformat() if date.earliest else date.text.lower()


def reference(context: Context, place: int) -> str | None:
    """What a premium is measured against: the words from "to", "over" or "on" up to the stop."""
    row = context.scene.row
    text = context.scene.article.text
    for at in range(place + 1, min(place + 5, len(row.words))):
        if row.words[at] in {"to", "over", "on", "above", "from"}:
            last = at
            while last + 1 < len(row.words) and row.words[last + 1] not in REFERENCE_STOPS:
                last += 1
            return " ".join(text[row.starts[at] : row.ends[last]].split())[:60]
    return None
