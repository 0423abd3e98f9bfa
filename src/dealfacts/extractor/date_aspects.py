"""Which event beside the announcement or closing a date is of: a signing, a first bid, a phase.

The aspect stands behind the label of the deal, "Acme / Beta: signing", as that of a part of the
price does. Refuses to say whether the date is one of the deal's; `kinds/deal_dates.py` does.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.date_claims import Dated

SIGNING, FIRST_BID, FIRST_PHASE = "signing", "first bid", "first phase"
RAISED_BID = "raised bid"
# What a side says on a day is news of that day, whatever was signed before.
TELLS = frozenset({"announced", "announces", "said", "says", "unveiled", "disclosed", "told"})
SIGNED, ENTERED = frozenset({"signed", "inked", "executed"}), frozenset({"entered"})
PERFECT = frozenset({"has", "have", "having", "today", "just"})
# The note of the date cues for bids.
BID = "bid"
EARLIER = frozenset({"first", "initial", "original", "opening"})
# How a cue for a bid opens that is bettered.
RAISED = frozenset(
    {"raised", "lifted", "increased", "sweetened", "improved", "upped", "bumped", "hiked"}
)
REBUFFED = frozenset({"rebuffed", "rejected", "spurned", "snubbed", "refused"})
REACH = 10
# "The first phase of the purchase has been completed", "the first closing"
PHASES = frozenset({"phase", "tranche", "closing"})
PHASE_REACH = 20


def announced(context: Context, date: Dated) -> str:
    """The aspect of a date of an announcement, or ""."""
    words, meaning = context.words, date.meaning
    told = frozenset(words[meaning.first : meaning.last + 1])
    if not SIGNED.isdisjoint(told) and TELLS.isdisjoint(told):
        return SIGNING
    if meaning.block.note == BID:
        before = words[max(meaning.first - 1, 0) : date.place]
        behind = words[date.place : date.place + REACH]
        if not (EARLIER.isdisjoint(before) or REBUFFED.isdisjoint(behind)):
            return FIRST_BID
        if words[meaning.first] in RAISED:
            return RAISED_BID
    return ""


def opened(context: Context) -> str:
    """The aspect of the day that an opening gives, where no words of telling stand beside it.

    "A definitive agreement was signed by Acme on October 10"; who "has signed" tells of today.
    """
    if not TELLS.isdisjoint(context.vocabulary):
        return ""
    for before, word in pairwise(context.words):
        if word in SIGNED | ENTERED and before not in PERFECT:
            return SIGNING
    return ""


def closed(context: Context, date: Dated) -> str:
    """The aspect of a date of a closing, or ""."""
    words = context.words
    first = max(min(date.meaning.first, date.place) - PHASE_REACH, 0)
    last = max(date.meaning.last, date.place) + PHASE_REACH
    for at in range(first, min(last, len(words) - 1)):
        if words[at] in EARLIER and words[at + 1] in PHASES:
            return FIRST_PHASE
    return ""


def labelled(label: str, aspect: str) -> str:
    """The subject of a date: the deal's label, with the aspect behind it."""
    return f"{label}: {aspect}" if aspect else label
