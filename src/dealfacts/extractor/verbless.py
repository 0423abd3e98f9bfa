"""Speakers named without a verb of saying: before a colon, behind a dash, beside the quotation.

Refuses names without a post, unless nobody else is named.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dealfacts.extractor.pronouns import Attribution
from dealfacts.extractor.tokens import PERSON

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

DASHES = frozenset("—–-")
NEAR = 3
GREETED = frozenset({"him", "her", "them", "us", "me"})
# Behind a quotation without a verb: how far the name stands, and what follows it.
UNSAID, WHERE = 6, frozenset({("on",), ("in",), ("at",), ("to",)})


def labelled(context: Context, first: int, last: int) -> Attribution | None:
    """The name before a colon, with a post or without: "Jane Roe, analyst: ..."."""
    words = context.scene.row.words
    if words[last - 1 : last] != (":",):
        return None
    low = max(first, last - 2 * NEAR)
    at = next((at for at in range(last - 2, low - 1, -1) if words[at] == PERSON), None)
    if at is None:
        return None
    # as in "Jane Roe welcomes him", with a colon behind it
    greets = at == last - 4 and words[last - 2] in GREETED
    if at != last - 2 and not greets and not titled(context, at, last - 1):
        return None
    return Attribution(context.name_at(at))


def signed(context: Context) -> Attribution | None:
    """The name behind a dash in a line of its own, below the quotation."""
    below = next(iter(context.following), None)
    if below is None:
        return None
    at = next((at for at, word in enumerate(below.words) if word not in DASHES), 0)
    is_name = at > 0 and below.words[at] == PERSON
    return Attribution(below.name_at(at)) if is_name else None


def unsaid(context: Context, first: int, last: int) -> Attribution | None:
    """The name behind a quotation without a verb: "...," Acme boss Jane Roe on a podcast."""
    words = context.scene.row.words
    at = next((at for at in range(first, min(first + UNSAID, last)) if words[at] == PERSON), None)
    if at is None or (at != first and not titled(context, first, at)):
        return None
    return Attribution(context.name_at(at)) if words[at + 1 : at + 2] in WHERE else None


def titled(context: Context, first: int, last: int) -> bool:
    """Whether a role stands between two row places."""
    starts = context.scene.row.starts
    titles = context.scene.titles
    at = bisect_right(titles, starts[first], key=lambda title: title.start)
    return at < len(titles) and titles[at].start < starts[last]
