"""Days and verbs that date nothing but their own clause, though a sum stands beside them.

"Receive $9 a share, 90 % more than the closing price on October 4": the day is that of the market
price. "The day it disclosed that it had paid $9m": the payment is the news. Refuses to say whose
deal a sum is of; see `which_deal`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.placed import Day

# How far behind a sum the day of another clause stands, and before it the verb of telling.
CLAUSE_REACH = 30
# What opens a clause of its own, and what a market price is called.
RELATIVE = frozenset({"that", "which", "who", "whose", "having"})
PRICES = frozenset({"closing", "close", "closed", "average", "undisturbed"})
SINCE = "since"
# "said on Monday that it had raised": how far the verb of saying stands before "had"
SAID, SAID_REACH = frozenset({"said", "announced", "confirmed", "told"}), 5
SELF = frozenset({("it",), ("they",), ("company",), ("firm",), ("group",), ("startup",)})
# who tells what it has done tells news
DISCLOSES = frozenset({"disclosed", "revealed", "said", "discloses", "reveals", "says"})


def is_apart(words: tuple[str, ...], place: int, day: int) -> bool:
    """Whether a day behind a sum is that of something else: of a market price, of a clause.

    "Receive $9 a share, 90 % more than the closing price on October 4"; "pays $9bn for a business
    that set up shop five years ago".
    """
    if not place < day < place + CLAUSE_REACH or words[place] != MONEY:
        return False
    clause = words[place:day]
    if not RELATIVE.isdisjoint(clause):
        return True
    return not PRICES.isdisjoint(clause) and MONEY in clause[1:]


def is_news(context: Context, place: int, before: tuple[str, ...]) -> bool:
    """Whether what somebody "had" done is the news: "the day it disclosed that it had paid"."""
    if not kind_words("announcing").isdisjoint(before):
        return True
    if _is_backshift(before):
        return True
    told = context.words[max(place - CLAUSE_REACH, 0) : place]
    if DISCLOSES.isdisjoint(told) or "that" not in before:
        return False
    return context.parties.acquirer in context.sides_named


def told_days(context: Context) -> Sequence[Day]:
    """The days of a sentence, without an inserted one of founding: "Acme, founded in 1984, has"."""
    days, inserted = context.past_days, context.insertions
    if not any(day.place in inserted for day in days):
        return days
    return [day for day in days if day.place not in inserted or not _is_of_founding(context, day)]


def _is_of_founding(context: Context, day: Day) -> bool:
    meant = context.date_meanings[day.place][:1]
    if not meant or meant[0].block.attribute != "founded":
        return False
    # "which since its inception in 2021 has raised": the day is where the span begins
    return SINCE not in context.words[max(meant[0].first - 2, 0) : day.place]


def _is_backshift(before: tuple[str, ...]) -> bool:
    """Whether "had" is the "has" of what was said: "said on Monday that it had raised"."""
    at = len(before) - 1 - before[::-1].index("had") if "had" in before else 0
    near = before[max(at - SAID_REACH, 0) : at]
    return near[-1:] in SELF and not SAID.isdisjoint(near)
