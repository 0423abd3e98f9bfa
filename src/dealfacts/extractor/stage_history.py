"""The stages that an article tells as history, or of another deal, once its first stage is known.

What is off does not close later, and who tells that a deal is done or off tells further down on
what day it was agreed. Refuses to find stages; `phrases` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import which_deal
from dealfacts.extractor.proximity import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.phrases import Told
    from dealfacts.extractor.story import Story

# Stages that end a deal, and how many sides a sentence names that tells of both.
OFF, BOTH = frozenset({"terminated", "blocked"}), 2
# "On the first call since the deal was struck"
SINCE, SINCE_REACH = "since", 5


def without_past(
    story: Story, found: Mapping[int, tuple[Told, ...]]
) -> Mapping[int, tuple[Told, ...]]:
    """The stages without what cannot follow on the first one, or is told as its history."""
    first = next((each.term for stages in found.values() for each in stages), None)
    if first not in {"closed", *OFF}:
        return found
    kept: dict[int, tuple[Told, ...]] = {}
    for at, stages in found.items():
        context = story.contexts[at]
        rest = tuple(
            each
            for each in stages
            if not (first in OFF and each.term == "closed" and len(context.sides_named) < BOTH)
            and not (each.term == "agreed" and _is_history(context, each))
        )
        if rest:
            kept[at] = rest
    return kept


def _is_history(context: Context, each: Told) -> bool:
    """Whether a day long past stands beside an agreement: "on May 26, 2022, it entered into"."""
    if SINCE in context.words[max(each.first - SINCE_REACH, 0) : each.first]:
        return True
    return is_long_past(context, each.first)


def is_long_past(context: Context, place: int) -> bool:
    """Whether the date nearest to a row place is long before the article, whatever its news day."""
    published = context.scene.article.published
    found = nearest(context.past_days, place)
    if not found or published is None:
        return False
    return published - min(each.day for each in found) > which_deal.LONG_AGO
