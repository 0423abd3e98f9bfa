"""The stages that an article tells as history, or of another deal, once its first stage is known.

What is off does not close later, and who tells that a deal is done or off tells further down on
what day it was agreed. Refuses to find stages; `phrases` does.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import which_deal
from dealfacts.extractor.proximity import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.phrases import Told
    from dealfacts.extractor.story import Story

# Stages that end a deal.
OFF = frozenset({"terminated", "blocked"})
# "On the first call since the deal was struck"
SINCE, SINCE_REACH = "since", 5
# "Days after the board rejected the same price"
TIMES = frozenset({"days", "weeks", "months", "day", "week", "month"})
AFTER, BEFORE_REACH = frozenset({"after", "earlier", "before"}), 8


def without_past(
    story: Story, found: Mapping[int, tuple[Told, ...]]
) -> Mapping[int, tuple[Told, ...]]:
    """The stages without what cannot follow on the first one, or is told as its history."""
    first = next((each.term for stages in found.values() for each in stages), None)
    if first not in {"closed", "talks", *OFF}:
        return found

    def keeps(at: int, each: Told) -> bool:
        context = story.contexts[at]
        if each.term == "closed":
            return first not in OFF
        if each.term == "agreed":
            return first == "talks" or not _is_history(context, each)
        return not (each.term == "rejected" and first == "talks" and _is_before(context, each))

    return those(found, keeps)


def those(
    found: Mapping[int, tuple[Told, ...]], keeps: Callable[[int, Told], bool]
) -> Mapping[int, tuple[Told, ...]]:
    """The stages that `keeps` keeps, which is asked with the number of their sentence."""
    rows = {at: tuple(one for one in told if keeps(at, one)) for at, told in found.items()}
    return {at: row for at, row in rows.items() if row}


def _is_history(context: Context, each: Told) -> bool:
    """Whether a day long past stands beside an agreement: "on May 26, 2022, it entered into"."""
    if SINCE in context.words[max(each.first - SINCE_REACH, 0) : each.first]:
        return True
    return is_long_past(context, each.first)


def _is_before(context: Context, each: Told) -> bool:
    """Whether a no came before the bid of the story: "had thrown out", "days after it rejected"."""
    before = context.words[max(each.first - BEFORE_REACH, 0) : each.first]
    return "had" in before or any(
        unit in TIMES and after in AFTER for unit, after in pairwise(before)
    )


def is_long_past(context: Context, place: int) -> bool:
    """Whether the date nearest to a row place is long before the article, whatever its news day."""
    published = context.scene.article.published
    found = nearest(context.past_days, place)
    if not found or published is None:
        return False
    return published - min(each.day for each in found) > which_deal.LONG_AGO
