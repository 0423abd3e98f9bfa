"""The words that bound a date: "by the end of May", "no earlier than 2025", "June at the latest".

Read only where a date makes a claim. Refuses to read a length ("within six months" is a span of its
own) and to bound by what happened ("after the vote").
"""

from __future__ import annotations

import re

from dealfacts.extractor.mention import NO_HEDGE, HedgeCue
from dealfacts.lexicon.hedges import bounds
from dealfacts.model.vocabulary import Hedge

# The longest cue with an article; the gap before a date at the start of a wrapped line.
REACH = 32
ARTICLE = " the"
# "Not expected before 2025", "unlikely to close before June": no earlier than that.
NOT, FAR = re.compile(r"(?:\bnot|n[’']t|\bunlikely)\b[^.,;]*$"), 40


def bound(text: str, start: int, end: int) -> HedgeCue:
    """The cue that bounds the date at text[start:end]; NO_HEDGE where there is none."""
    return _before(text, start) or _after(text, end) or NO_HEDGE


def _before(text: str, start: int) -> HedgeCue | None:
    first = max(0, start - REACH)
    low = text[first:start].lower().replace("\n", " ").rstrip()
    low = low.removesuffix(ARTICLE).rstrip()
    for cue, hedge in bounds().before:
        if not low.endswith(cue):
            continue
        at = first + len(low) - len(cue)
        if at and text[at - 1].isalnum():
            continue
        past = at + len(cue)
        is_denied = hedge is Hedge.UNDER and NOT.search(text, max(0, at - FAR), at)
        return HedgeCue(Hedge.AT_LEAST if is_denied else hedge, at, past, text[at:past])
    return None


def _after(text: str, end: int) -> HedgeCue | None:
    at = end + (text[end : end + 1] in {" ", "\n"})
    low = text[at : at + REACH].lower()
    for cue, hedge in bounds().after:
        if low.startswith(cue) and not low[len(cue) : len(cue) + 1].isalnum():
            return HedgeCue(hedge, at, at + len(cue), text[at : at + len(cue)])
    return None
