"""When a company was founded.

Leaves alone: launches of products, listings, plants and shops, careers, partnerships, sales that
started, and the age of a dispute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.date_claims import Dated, dated, event_words
from dealfacts.extractor.tokens import DATE, PERSON
from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("founded",)
NEEDS = frozenset({DATE})
# How near the company stands behind "Founded in 2011, based in Leeds,", and these to the start.
CLAUSE_REACH, OPENING = 14, 3
# A founder stands this near behind where he was.
FOUNDER_REACH = 5
# "The firm, set up in 2017 in a Leeds flat": what the text spoke of before
DESCRIBES = frozenset({"the", "it", "they", "this", "that"})
BE = frozenset({"was", "were", "been"})


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every date that the words make a founding date."""
    for date in dated(context, *ATTRIBUTES):
        if not _is_of_something_else(context, date):
            yield date.draft(_founded(context, date))


def _is_of_something_else(context: Context, date: Dated) -> bool:
    """Whether a verb that fits plants and talks as well is about one of these."""
    between = context.words[date.meaning.first : date.place]
    if not kind_words("founding_only").isdisjoint(between):
        return not kind_words("not_founded").isdisjoint(between)
    return not kind_words("not_founded").isdisjoint(event_words(context, date))


def _founded(context: Context, date: Dated) -> str:
    """The company: between an active verb and the date, else before the verb, else behind.

    "The firm, set up in 2017 in a Leeds flat" is what the sentences before spoke of.
    """
    first, place = date.meaning.first, date.place
    names = context.organisations
    is_passive = context.words[max(first - 1, 0)] in BE or "by" in context.words[first:place]
    if context.words[first] in kind_words("founding_verb") and not is_passive:
        inside = [named.name for named in names if first < named.place < place]
        if inside:
            return inside[0]
        if context.words[first + 1 : first + 2] == ("the",):
            return subjects.side_before(context)  # "Doe started the company in 2018": Doe is none
    before = [named.name for named in names if named.place <= first]
    if before:
        return before[-1]
    if _opens(context, date):
        near = (n for n in names if place < n.place <= place + CLAUSE_REACH)
        behind = next((n.name for n in near if not _is_of_founder(context, n.place)), None)
        if behind is not None:
            return behind
    return subjects.side_before(context)


def _opens(context: Context, date: Dated) -> bool:
    """Whether the words of founding open the sentence: "Founded in 2011, Northwind makes"."""
    words, place = context.words, date.place
    if context.is_heading or date.meaning.first >= OPENING:
        return context.is_heading
    return "," in words[place + 1 : place + CLAUSE_REACH] and words[0] not in DESCRIBES


def _is_of_founder(context: Context, place: int) -> bool:
    """Whether a company is where a founder was: "by former Acme trader Jane Roe, Beta sells"."""
    behind = context.words[place + 1 : place + 1 + FOUNDER_REACH]
    until = behind.index(",") if "," in behind else len(behind)
    return "by" in context.words[:place] and PERSON in behind[:until]
