"""Where a person works whose own words do not say it: as elsewhere, or as who stands beside.

Refuses to choose between two companies, and to place an office of a state at a side of a deal.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.name_words import PEOPLE, PLACE, flags
from dealfacts.lexicon.roles import is_of_state

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import Title

LONGEST_PEOPLE, LONGEST_BODY = 16, 48
# How many persons on either side are looked at for a common employer.
BESIDE = 2


def employer(context: Context, name: str, title: Title) -> str | None:
    """Where a person works whose sentence does not say: as elsewhere, as who stands beside."""
    known = context.story.employers
    if name in known:
        return known[name]
    offset = title.start
    text = context.scene.article.text
    if is_of_state(title.head) or _of_country(text, title) or _of_body(text, title):
        return None
    starts = context.scene.row.starts
    firms, people = context.organisations, context.people
    if not firms or starts[firms[0].place] >= offset:
        at = bisect_left(people, offset, key=lambda each: starts[each.place])
        # of those behind only who has no company of his own in the sentence
        near = people[max(at - BESIDE, 0) : at if firms else at + BESIDE]
        beside = next((known[each.name] for each in near if each.name in known), None)
        if beside is not None:
            return beside
        # two companies in the sentence before: which of them it is, nobody says
        earlier = context.previous.organisations if context.previous is not None else ()
        if len({each.name for each in earlier}) > 1:
            return None
    return subjects.organisation_before(context, offset)


def _of_body(text: str, title: Title) -> bool:
    """Whether a body that looks into the deal goes with a title: "chair of the inquiry group"."""
    behind = text[title.end : title.end + LONGEST_BODY].split()
    is_body = behind[3:4] and behind[3].strip(",.;") in kind_words("looks_into")
    return behind[:2] in (["of", "the"], ["of", "an"], ["of", "a"]) and bool(is_body)


def _of_country(text: str, title: Title) -> bool:
    """Whether a country goes with a title: "French president", "head of the UAE unit"."""
    before = text[max(0, title.start - LONGEST_PEOPLE) : title.start].split()[-1:]
    before += text[title.start : title.end].split()[:1]  # "U.S. President"
    behind = text[title.end : title.end + len(" of the ") + LONGEST_PEOPLE].split()
    if behind[:1] == ["of"]:
        before += behind[1 + (behind[1:2] == ["the"]) :][:1]
    return any(flags(word) & (PEOPLE | PLACE) for word in before if word[0].isupper())
