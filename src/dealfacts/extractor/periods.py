"""Which year, quarter or half a figure is about: the date that the words tie to it.

Refuses to guess: a figure without a date in its own sentence has no period, and "a year earlier" is
counted only from a period that stands in the sentence too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor import period_names
from dealfacts.extractor.tokens import DATE, MONEY
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.model.values import PartialDate

PERIODS = frozenset({Grain.YEAR, Grain.QUARTER, Grain.HALF, Grain.MONTH, Grain.SPAN})
# A date further away than this belongs to something else in the sentence.
REACH = 9
# Figures that share one date stand within this many tokens.
CHAIN = 24
# "compared with $9bn in 2021": the comparison stands this near before the date.
COMPARED_REACH = 5
# "In 2023, ..." opens a sentence and holds for all of it.
OPENING = 5
# "in the same quarter a year earlier" stands this near behind its figure.
EARLIER_REACH = 7
# "on revenue from operations of $9m"
ON_REACH = 7
STOPS = frozenset(";:—–•")
# "$12 million, or $0.31 a share": the same figure once more.
RESTATES = frozenset({"or", "("})
# A time that is told from another one which has no name; nothing is compared across sources by it.
UNCOUNTED = "a year earlier"
# "in the previous fiscal"
YEARS = frozenset({"year", "fiscal", "financial"})
EARLIER = (
    "the previous year",
    "the prior year",
    "previous year",
    "a year ago",
    "a year earlier",
    "one year ago",
)
# 2023, Q3 2024, H1 2024 -> the year to count from
NAMED = re.compile(r"(?P<part>[QH][1-4]\ )?(?P<year>\d{4})", re.VERBOSE)


def near(context: Context, place: int) -> str | None:
    """The period of the figure at a row place: of its own words, else of the whole sentence.

    A date does not reach across another figure of the same kind ("$12bn in 2022, up from $9bn in
    2021"), except where one date closes a pair ("$12bn and $9bn in 2022") or opens the sentence.
    """
    result = _beside_result(context, place)
    if result >= 0:
        return near(context, result)
    row = context.scene.row
    if row.words[place - 3 : place] == ("(", DATE, ":"):  # "$9m (2022: $8m)"
        return period_names.told(context, context.scene.dates[row.index[place - 2]].value)
    earlier = _earlier(context, place)
    if earlier is not None:
        return earlier
    own = _beside(context, place)
    if own is not None:
        return own
    before = _previous(context, place)
    between = context.words[before + 1 : place] if before >= 0 else ()
    closing = _closing(context, place)
    if closing is not None or not figure_words("comparison").isdisjoint(between):
        return closing
    return _shared(context, place) or _opening(context)


def _beside_result(context: Context, place: int) -> int:
    """The figure that this one goes with: "a profit of $6m, more than in 2021, on sales of $9m".

    -1 without one, and where a date of its own stands behind it.
    """
    words = context.words
    for at in range(place - 1, max(place - ON_REACH, 1) - 1, -1):
        if words[at] == words[place]:
            return -1
        if words[at] == "on" and not figure_words("measures").isdisjoint(words[at + 1 : place]):
            is_dated = _behind(context, place) is not None
            return -1 if is_dated else _previous(context, at, words[place])
    return -1


def _dated(context: Context, place: int) -> PartialDate | None:
    """The period at a row place, unless its preposition makes it a bound ("since 2015")."""
    row = context.scene.row
    if row.words[place] != DATE or row.index[place] < 0:
        return None
    is_next = row.words[place - 1 : place + 2] == ("(", DATE, ":")
    if is_next or "than" in row.words[max(place - 2, 0) : place]:
        return None  # "11 per cent more than in 2021"
    date = context.scene.dates[row.index[place]].value
    if date.grain not in PERIODS or (
        place and row.words[place - 1] in figure_words("before_no_period")
    ):
        return None
    # "Founded in 2019, Acme has revenue of": the year says nothing about the figure
    meanings = context.date_meanings[place]
    return None if meanings and meanings[0].block.attribute == "founded" else date


def _behind(context: Context, place: int, reach: int = REACH) -> str | None:
    words = context.words
    last = min(place + reach, len(words) - 1)
    at = place + 1
    while at <= last:
        date = _dated(context, at)
        if date is not None:
            opens = _opens_clause(context, at, words[place])
            return None if opens else period_names.told(context, date)
        if words[at] == words[place]:
            if words[at - 1] not in RESTATES:
                return None
            last = min(at + reach, len(words) - 1)
        turns = words[at] in figure_words("turn")
        if words[at] in STOPS or (turns and words[at - 1] not in figure_words("relative")):
            return None
        at += 1
    return None


def _opens_clause(context: Context, at: int, sign: str) -> bool:
    """Whether the date at a row place is the next figure's: "$5bn, and in 2018 it had $6bn"."""
    words = context.words
    lead = at - 1 if words[at - 1] in figure_words("opens_period") else at
    return words[lead - 1] == "and" and sign in words[at + 1 : at + 1 + REACH]


def _beside(context: Context, place: int) -> str | None:
    """The date that belongs to the figure alone: behind it, else before it."""
    found = _behind(context, place)
    if found is not None:
        return found
    words = context.words
    for at in range(place - 1, max(place - REACH, 0) - 1, -1):
        date = _dated(context, at)
        if date is not None:
            return None if _is_compared(context, at) else period_names.told(context, date)
        if words[at] == words[place] or words[at] in STOPS:
            return None
    return None


def _is_compared(context: Context, at: int) -> bool:
    """Whether the date at a row place is that of a figure told for comparison only."""
    words = context.words
    before = words[max(at - COMPARED_REACH, 0) : at]
    compares = figure_words("comparison") - figure_words("turn")
    return MONEY in before and not compares.isdisjoint(before)


def _previous(context: Context, place: int, sign: str = "") -> int:
    """The row place of the figure of the same kind, or of a `sign`, before this; -1 without one."""
    words = context.words
    for at in range(place - 1, max(place - 2 * REACH, 0) - 1, -1):
        if words[at] == (sign or words[place]):
            return at
    return -1


def _closing(context: Context, place: int) -> str | None:
    """The date behind a later figure, where one date closes all: "$12bn and $9bn in 2022"."""
    words = context.words
    ends = figure_words("comparison", "turn") | STOPS
    figures = 0
    for at in range(place + 1, min(place + CHAIN, len(words))):
        if figures:
            date = _dated(context, at)
            if date is not None:
                return period_names.told(context, date)
        figures += words[at] == words[place]
        if words[at] in ends:
            return None
    return None


def _shared(context: Context, place: int) -> str | None:
    """The date of an earlier figure that the words run on from: "in 2021 $9bn, and $2bn of it"."""
    words = context.words
    for at in range(place - 1, max(place - CHAIN, 0) - 1, -1):
        date = _dated(context, at)
        if date is not None:
            return None if _is_compared(context, at) else period_names.told(context, date)
        if words[at] in STOPS or words[at] in figure_words("comparison"):
            return None
    return None


def _opening(context: Context) -> str | None:
    """The date that opens the sentence: "In 2023, ..."."""
    if context.words[0] not in figure_words("opens_period") | {DATE}:
        return None
    for at in range(min(OPENING, len(context.words))):
        date = _dated(context, at)
        if date is not None:
            return period_names.told(context, date)
    return None


def _earlier(context: Context, place: int) -> str | None:
    """The period of a figure of "a year earlier", counted from the figure before it."""
    words = context.words
    behind = words[place + 1 : place + 1 + EARLIER_REACH]
    stop = next((n for n, word in enumerate(behind) if word == words[place]), len(behind))
    behind = behind[:stop]
    if not _says_earlier(context, place + 1, len(behind)):
        return None
    before = _previous(context, place)
    if before < 0:
        return None
    dated = [_dated(context, at) for at in range(place + 1, place + 1 + len(behind))]
    base = _beside(context, before) or _shared(context, before) or _opening(context)
    named = NAMED.fullmatch(base) if base else None
    if named is None:
        return UNCOUNTED
    year = next((d.earliest.year for d in dated if d and d.earliest), int(named["year"]) - 1)
    return f"{named['part'] or ''}{year}"


def _says_earlier(context: Context, place: int, length: int) -> bool:
    """Whether the words say "a year earlier", "the previous year", "the same quarter last year"."""
    words = context.words
    text = context.scene.article.text
    row = context.scene.row
    for at in range(place, place + length):
        word = words[at]
        following = words[at + 1] if at + 1 < len(words) else ""
        if word in {"year-ago", "year-earlier"}:
            return True
        if word == "year" and following in {"earlier", "ago", "before", "previously"}:
            return True
        if word in {"previous", "prior", "preceding"} and following in YEARS:
            return True
        if word in {"same", "corresponding", "comparable"}:
            return True
        if word == DATE and row.index[at] >= 0:
            said = text[row.starts[at] : row.ends[at]].lower()
            return said.startswith(EARLIER)
    return False
