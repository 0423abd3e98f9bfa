"""Speakers named without a verb of saying: before a colon, behind a dash, beside the quotation.

Refuses names without a post, unless nobody else is named.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dealfacts.extractor.pronouns import Attribution
from dealfacts.extractor.tokens import NAMES, ORGANISATION, PERSON
from dealfacts.lexicon.speech import speech

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

DASHES = frozenset("—–-")
# How far from the start of a sentence the person stands who it is about.
OPENING = 4
NEAR = 3
GREETED = frozenset({"him", "her", "them", "us", "me"})
# behind a person whose words follow a colon, as in "Jane Roe was upbeat:"
MOODS = frozenset({"is", "was", "remains", "remained", "sounds", "sounded", "seemed"})
ON = frozenset({"on", "about"})
POSTS = frozenset({("took", "to"), ("takes", "to")})
# "...," was how Jane Roe put it
HOW = frozenset({("is", "how"), ("was", "how")})
# how a sentence opens that gives the words of somebody without a verb of saying
OPENINGS = (("in", "the", "words", "of"), ("for",))
# who writes stands behind these
FROM = frozenset({"from", "by", "of"})
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
        return _written(context, first, last)
    # as in "Jane Roe welcomes him", with a colon behind it
    greets = at == last - 4 and words[last - 2] in GREETED
    if at != last - 2 and not greets and not titled(context, at, last - 1):
        return Attribution(context.name_at(at)) if _opens(context, first, at) else None
    return Attribution(context.name_at(at))


def _opens(context: Context, first: int, at: int) -> bool:
    """Whether a person whom a clause opens with is in a mood, or has a word: "Roe was upbeat:".

    Not "Jane Roe keeps a list: ...".
    """
    words = context.scene.row.words
    is_titled = at - first <= OPENING and titled(context, first, at)
    if at != first and words[at - 1] not in {",", "but"} and not is_titled:
        return False
    if words[at + 1 : at + 2] == ("'s",):
        return words[at + 2] in speech().word_of
    return words[at + 1] in MOODS | ON or words[at + 1 : at + 3] in POSTS


def _written(context: Context, first: int, last: int) -> Attribution | None:
    """Who has written what is read out: "Now comes a note from the Acme agency: ..."."""
    words = context.scene.row.words
    at = next((at for at in range(last - 2, first, -1) if words[at] == ORGANISATION), None)
    if at is None:
        return None
    before = words[max(at - NEAR, 0) : at]
    is_from = not FROM.isdisjoint(before) and not speech().documents.isdisjoint(before)
    return Attribution(context.name_at(at)) if is_from else None


def worded(context: Context, first: int, last: int) -> Attribution | None:
    """In whose words, or for whom: "in the words of Jane Roe, ...", "for Jane Roe, the deal is"."""
    words = context.scene.row.words
    for opening in OPENINGS:
        at = first + len(opening)
        # "for the founder, ...", "for founder Jane Roe, ..."
        named = next((n for n in range(at, min(at + NEAR, last)) if words[n] == PERSON), at)
        at = named if opening == ("for",) and titled(context, first, named) else at
        if words[first : first + len(opening)] == opening and at < last and words[at] in NAMES:
            return Attribution(context.name_at(at)) if words[at + 1 : at + 2] == (",",) else None
    return None


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
    if at is not None and words[first : first + 2] in HOW:
        return Attribution(context.name_at(at))
    if at is None or (at != first and not titled(context, first, at)):
        return None
    return Attribution(context.name_at(at)) if words[at + 1 : at + 2] in WHERE else None


def titled(context: Context, first: int, last: int) -> bool:
    """Whether a role stands between two row places."""
    starts = context.scene.row.starts
    titles = context.scene.titles
    at = bisect_right(titles, starts[first], key=lambda title: title.start)
    return at < len(titles) and titles[at].start < starts[last]


def opened_by_another(context: Context, start: int, before: Attribution | None) -> bool:
    """Whether the sentence of a quotation begins with another person than spoke before it.

    "Jane Roe took it as a sign that the mill was a “partner”" is not what the one before her said.
    """
    first = context.people[:1]
    if before is None or not first or first[0].place > OPENING:
        return False
    return first[0].name != before.name and context.scene.row.starts[first[0].place] < start
