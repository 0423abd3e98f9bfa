"""Closings that are none of a deal's: the close of a market day, a company that shuts its doors.

Refuses to say what else a date may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import MONEY, ORGANISATION
from dealfacts.lexicon.cues import groups

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.date_claims import Dated

# How far before "closed" a word for the deal stands.
CLOSING_REACH = 8


def is_shut(context: Context, date: Dated) -> bool:
    """Whether a company closed its doors: "Acme, which owed millions, closed in July"."""
    words, first = context.words, date.meaning.first
    if words[first] != "closed" or words[first - 1] not in {",", ORGANISATION}:
        return False
    told = words[max(first - CLOSING_REACH, 0) : date.place]
    return groups()["purchase_noun"].isdisjoint(told) and groups()["round_noun"].isdisjoint(told)


def is_trading_day(context: Context, place: int) -> bool:
    """Whether a date is one of the market: "Friday's close", not "Friday's closing of the sale"."""
    behind = context.words[place + 1 : place + 5]
    if behind[:1] != ("'s",) or behind[1:2] == ():
        return False
    return behind[2:3] != ("of",) or behind[3:4] == (MONEY,)
