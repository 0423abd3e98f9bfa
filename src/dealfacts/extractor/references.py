"""What a market price or a premium is tied to: the day of a price, the price that an offer beats.

Different words for one reference get one name ("to the close of 2024-05-03", "to the 30-day
average"), so that premiums over the same price can be compared. Refuses to work out which day a
bare "closing price" is of.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from dealfacts.extractor.proximity import between, nearest
from dealfacts.extractor.tokens import DATE, MONEY
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from datetime import date as date_type

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.placed import Stamp
    from dealfacts.model.values import PartialDate

PREPOSITIONS = frozenset({"to", "over", "on", "above", "from", "than", "below"})
STOPS = frozenset(",;:—–•.%$)") | {"and", "which", "but", "while"}
# "to the closing price of $12 on Friday", "than the price at which the shares closed on Friday"
GOES_ON = frozenset({("of", MONEY), ("at", "which")})
# What a premium is measured against may stand before it, this far.
MEASURES = frozenset(
    {("compared", "with"), ("compared", "to"), ("based", "on"), ("relative", "to")}
)
AHEAD = 26
# How far behind the figure the reference begins, and how many tokens it has at most.
BEGINS_WITHIN, LONGEST = 5, 14
LONGEST_NAME = 60
# Within a clause of this length a date on the other side of a comma is further away.
CLAUSE, COMMA_COST = 16, 5
# Words that make a day the one of a price.
PRICED = frozenset({"close", "closed", "closing", "stood", "traded", "cost", "fetched", "ended"})
# "the highest since February", "had closed at $6 before Christmas": no day of the price
BOUNDS = frozenset({"since", "before", "until", "till"})
WEEK = timedelta(days=7)
# "on top of yesterday's price"
ON_TOP = 2
# In a list of premiums and what they are over: how long it is, what parts and what ends it.
MOST_IN_RUN, LISTS, IN_TURN = 4, frozenset({",", "and"}), "respectively"
ENDS = frozenset({".", ";", ":", ")", "which", "but", "while", "said"})
# the 30-day volume-weighted average, a three-month high, its 52-week low
SPAN = re.compile(
    r"""
    (?P<count>\w{1,9})[-\ ](?:trading[-\ ])?(?P<unit>day|week|month|year)s?\b
    [^.;]{0,40}?\b(?P<what>average|high|low|vwap)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


# the volume-weighted average price over the last three months
OVER = re.compile(
    r"""
    \b(?P<what>average|high|low|vwap)\b[^.;]{0,60}?
    \b(?:for|over|of|in)\ the\ (?:(?:last|past|previous|preceding|prior)\ )?
    (?P<count>\w{1,9})[-\ ](?:trading\ )?(?P<unit>day|week|month|year)s?\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def day(context: Context, place: int) -> str | None:
    """The day of a market price: the nearest date of the sentence."""
    words = context.words
    dates = [each for each in context.dates if _is_day(context, each)]
    close = between(dates, place - CLAUSE, place + CLAUSE)
    found = [
        (
            abs(d.place - place)
            + COMMA_COST * ("," in words[min(d.place, place) : max(d.place, place)]),
            d,
        )
        for d in close
    ] or [(0, each) for each in nearest(dates, place)]
    if not found:
        return None
    date = min(found, key=lambda each: each[0])[1].mention.value
    if date.earliest != date.latest:
        return date.edtf or date.text.lower()
    past = _past(context, date)
    return past.isoformat() if past else date.text.lower()


def _is_day(context: Context, date: Stamp) -> bool:
    """Whether a date can be the one of a price: "the highest since May" is none, nor a weekend."""
    text = date.mention.value.text.lower()
    return context.words[date.place - 1] not in BOUNDS and "weekend" not in text


def _past(context: Context, date: PartialDate) -> date_type | None:
    """The day of a price, which has been paid already: "Wednesday" is never the one to come."""
    published = context.scene.article.published
    first = date.earliest
    if first is not None and published is not None and first > published:
        is_weekday = not any(map(str.isdigit, date.text)) and first - published < WEEK + WEEK
        return first - WEEK if is_weekday else first
    return first


def reference(context: Context, place: int) -> str | None:
    """What the premium at a row place is measured against, in one spelling; None if unsaid."""
    words = context.words
    run = _run(words, place)
    if len(run) > 1 and words[run[-1] + 1] in PREPOSITIONS:
        return _in_turn(context, run, place)
    for at in range(place + 1, min(place + BEGINS_WITHIN, len(words))):
        if words[at] in PREPOSITIONS:
            at += ON_TOP if words[at : at + ON_TOP] == ("on", "top") else 0  # noqa: PLW2901
            return _called(context, at, _last(words, at, place))
    return _ahead(context, place)


def _run(words: tuple[str, ...], place: int) -> list[int]:
    """The row places of percentages that stand in one list: "31%, 44% and 51% to"."""
    found = [place]
    for step in (-1, 1):
        at = place
        for _ in range(MOST_IN_RUN):
            link = at + step + step * (words[at + step : at + step + 1] == ("and",))
            link += step * (words[link : link + 1] == (",",))
            if link == at + step or words[link : link + 1] != (words[place],):
                break
            at = link
            found.append(at)
    return sorted(found)


def _in_turn(context: Context, run: list[int], place: int) -> str | None:
    """The reference of one of several percentages: "31% and 44% to the last close and the VWAP"."""
    words = context.words
    first = run[-1] + 1
    chunks: list[list[int]] = [[]]
    for at in range(first + 1, min(first + LONGEST * len(run), len(words))):
        if words[at] in ENDS or words[at] == IN_TURN:
            break
        if words[at] in LISTS:
            chunks.append([])
        else:
            chunks[-1].append(at)
    chunks = [each for each in chunks if each]
    if len(chunks) == 1:
        return _called(context, first, chunks[0][-1])  # "27% and 31% to the average prices"
    if len(chunks) != len(run):
        return None
    row = context.scene.row
    last = chunks[-1]
    tail = context.scene.article.text[row.starts[last[0]] : row.ends[last[-1]]]
    own = chunks[run.index(place)]
    is_whole = not figure_words("closes").isdisjoint(words[own[0] : own[-1] + 1])
    return _called(context, own[0] - 1, own[-1], "" if is_whole else f" {tail}")


def _last(words: tuple[str, ...], first: int, place: int) -> int:
    """Where the words of a reference end that begin at `first`."""
    last = first
    while (
        last + 1 < min(len(words), first + LONGEST)
        and (words[last + 1] not in STOPS or words[last : last + 2] in GOES_ON)
        and words[last + 1] != words[place]
    ):
        last += 1
    return last


def _ahead(context: Context, place: int) -> str | None:
    """The reference before the figure: "Compared with Friday's close", "tops Friday's close by"."""
    words = context.words
    is_by = words[place - 1] == "by"
    beats = figure_words("beats_above", "beats_below") if is_by else frozenset[str]()
    for at in range(max(place - AHEAD, 0), place):
        is_measure = words[max(at - 1, 0) : at + 1] in MEASURES or words[at] == "against"
        if is_measure or words[at] in beats:
            last = min(_last(words, at, place), place - 2 if is_by else place)
            # "The close of 12 March" is one token.
            if not (figure_words("closes") | {DATE}).isdisjoint(words[at : last + 1]):
                return _called(context, at, last)
    return None


def _called(context: Context, first: int, last: int, tail: str = "") -> str | None:
    """The name of the reference that the row places `first` to `last` spell out, and a tail."""
    row = context.scene.row
    words = row.words[first : last + 1]
    text = " ".join(context.scene.article.text[row.starts[first] : row.ends[last]].split())
    span = SPAN.search(text + tail) or OVER.search(text)
    if span is not None:
        what = span["what"].lower().replace("vwap", "average")
        return f"to the {span['count'].lower()}-{span['unit'].lower()} {what}"
    if not figure_words("unaffected").isdisjoint(words):
        return "to the undisturbed price"
    if "before" in words:
        behind = words[words.index("before") :]
        if not figure_words("news").isdisjoint(behind):
            return "to the undisturbed price"
    dated = next((at for at in range(first, last + 1) if words[at - first] == DATE), None)
    if dated is not None and row.index[dated] >= 0:
        date = context.scene.dates[row.index[dated]].value
        past = _past(context, date)
        if past is not None and date.earliest == date.latest:
            return f"to the close of {past.isoformat()}"
        if past is None and date.grain is Grain.DAY and not PRICED.isdisjoint(words):
            # one day, told in one way: "Friday's closing price", "where it closed on Friday"
            return f"to the close of {date.text}"
    if MONEY in words:
        text = context.scene.article.text[
            row.starts[first] : row.ends[first + words.index(MONEY) - 1]
        ]
        text = " ".join(text.split()).removesuffix(" of")
    if len(words) == 1 or " " not in text:
        return None
    return f"to {text.split(' ', 1)[1]}"[:LONGEST_NAME].rstrip()
