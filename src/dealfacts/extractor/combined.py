"""Whether a share is one of what a merger makes, not of the company that is bought.

"42 % of the combined company, and Acme 27 %"; in the story of a merger also what others than the
two "will own". Refuses shares of a company that is named right behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.described import UNION
from dealfacts.extractor.holders import HOLDING, STOPS
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.tokens import ORGANISATION, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# What stands between the shares in "54 % of the combined company, and Acme investors 46 %".
LISTING = frozenset({"and", ",", "while"})
# In "Acme's will own 68 % and Beta's 32 % of the combined company" both shares are of that one.
COMBINED_REACH, OWNED_REACH = 16, 24
# "4 % of the merged entity": how far behind the share; "of the new U.S. company"
BEHIND_REACH, NEW_REACH = 5, 3
COMPANIES = frozenset({"group", "company", "entity"})
# As in "Acme, owner of 46 % of Beta, ends up with 3 %".
ENDS = frozenset({"end", "ends", "ended", "ending", "wind", "winds"})
AHEAD = frozenset({"will", "would", "to", "shall"})


def is_of_combined(context: Context, place: int) -> bool:
    """Whether right behind the share stands what it is of: "4 % of the merged entity".

    Or nothing does, but who "ends up with" it was just said to own more of the target.
    """
    words = context.words
    # As in "61% and 39% of the merged entity".
    last = place + 2 if words[place + 1 : place + 3] == ("and", PERCENT) else place
    behind = words[last + 1 : last + BEHIND_REACH]
    if behind[:1] == ("of",) and not figure_words("combined").isdisjoint(behind):
        return True
    held = behind[1:] if behind[:1] and behind[0] in figure_words("held") else behind
    if held[:1] == ("by",):
        # The expanded Acme is 52 % owned by its shareholders and 48 % by those of Beta.
        joined = words[max(place - OWNED_REACH, 0) : place]
        if "expanded" in joined or not figure_words("combined").isdisjoint(joined):
            return True
    near = words[max(place - BEHIND_REACH, 0) : place]
    end = next((at for at, word in enumerate(behind) if word in LISTING), len(behind))
    if ORGANISATION in behind[:end]:
        return False
    if _ends_up(near):
        told = last_before(context.figures, place)
        if told is not None and told.sign == PERCENT:
            return not ends_higher(context, place)
    return context.story.is_merger and _is_of_outsider(context, place) and _is_to_come(near)


def ends_higher(context: Context, place: int) -> bool:
    """Whether a holder "may end up with" more than it was just said to own: of the same company."""
    told = last_before(context.figures, place)
    own = between(context.figures, place, place)
    near = context.words[max(place - BEHIND_REACH, 0) : place]
    if told is None or not own or told.sign != PERCENT or not _ends_up(near):
        return False
    return own[0].mention.value.low > told.mention.value.low


def _ends_up(words: tuple[str, ...]) -> bool:
    return "up" in words and not ENDS.isdisjoint(words)


def _is_to_come(near: tuple[str, ...]) -> bool:
    """Whether the words before a share tell of a time to come: "will own", "ends up with"."""
    return _ends_up(near) or not (AHEAD.isdisjoint(near) or groups()["hold"].isdisjoint(near))


def _is_of_outsider(context: Context, place: int) -> bool:
    """Whether the name before a share is none of the two that merge."""
    before = last_before(context.organisations, place)
    return before is not None and not is_side(context, before.name)


def whole(context: Context, place: int) -> str | None:
    """The company that a merger makes, if the words behind the share name it."""
    words = context.words
    behind = words[place + 1 : place + COMBINED_REACH]
    if PERCENT in behind and "and" not in behind[: behind.index(PERCENT)]:
        # "swaps its 13 % stake for 5 % of the new group": only the second is of the group
        behind = behind[: behind.index(PERCENT)]
    is_other = PERCENT in words[:place] and "and" in words[max(place - COMBINED_REACH, 0) : place]
    if is_other and words[place - 1] in figure_words("left_over"):
        behind = words[max(place - COMBINED_REACH, 0) : place]
    is_new = "new" in behind and not COMPANIES.isdisjoint(
        behind[behind.index("new") + 1 : behind.index("new") + NEW_REACH]
    )
    is_combined = is_new or not figure_words("combined").isdisjoint(behind)
    if not is_combined:
        # one side "will own 47 % of the combined company", the other is "holding 53 %"
        before = context.words[max(place - COMBINED_REACH, 0) : place]
        is_rest = PERCENT in before and not HOLDING.isdisjoint(before[-3:])
        is_combined = is_rest and not figure_words("combined").isdisjoint(before)
    return UNION if is_combined or _is_next(words, place) else None


def _is_next(words: tuple[str, ...], place: int) -> bool:
    """Whether a share stands next in "54 % of the combined company, and Acme investors 46 %"."""
    before = words[max(place - COMBINED_REACH, 0) : place]
    if PERCENT not in before:
        return False
    between_them = before[len(before) - 1 - before[::-1].index(PERCENT) :]
    return (
        not LISTING.isdisjoint(between_them)
        and STOPS.isdisjoint(between_them)
        and not figure_words("combined").isdisjoint(between_them)
    )
