"""The unit, lab, department or vehicle that takes people or the target in.

Leaves alone: units without a name or sign of being new, and names of companies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.tokens import ORGANISATION
from dealfacts.lexicon.speech import speech
from dealfacts.model.values import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("unit_name",)
SCORE = 75
LONGEST = 5
MARKS = frozenset('“”"')


def _first(context: Context, place: int) -> int | None:
    """Where the name of the unit whose noun stands at `place` begins; None if it has none."""
    row = context.scene.row
    words = row.words
    text = context.scene.article.text
    at = place - 1
    while at >= 0 and place - at <= LONGEST and words[at] not in MARKS:
        if words[at] in {ORGANISATION, "'s", "a", "an", "the", "its", ","} or row.index[at] >= 0:
            break
        at -= 1
    if at >= 0 and words[at] in MARKS:
        opening = at - 1
        while opening >= 0 and words[opening] not in MARKS:
            opening -= 1
        return opening if opening >= 0 and at - opening <= LONGEST else None
    first = at + 1
    openers = speech().unit_openers
    fresh = first < place and words[first] in openers
    owned = at >= 0 and words[at] == "'s"
    quoted = context.story.reading.quoted_words
    named = any(text[row.starts[i]].isupper() or words[i] in quoted for i in range(first, place))
    if first < place and ((fresh and named) or (owned and named and place - first > 1)):
        return first
    return None


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every named or newly made unit."""
    if context.is_heading:
        return
    row = context.scene.row
    text = context.scene.article.text
    for place, word in enumerate(row.words):
        if word not in speech().unit:
            continue
        first = _first(context, place)
        if first is None:
            continue
        start, end = row.starts[first], row.ends[place]
        has_its = "its" in row.words[max(first - 2, 0) : first + 1]
        owner = (
            subjects.owner_of_its(context) if has_its else subjects.owner(context, place)
        ) or "the company"
        yield Draft(
            attribute="unit_name",
            subject=owner,
            start=start,
            end=end,
            value=Text(text=text[start:end]),
            score=SCORE,
            reasons=("a unit with a name or newly made",),
            is_exclusive=False,
        )
