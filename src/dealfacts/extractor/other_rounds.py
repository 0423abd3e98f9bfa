"""Whether money that somebody raised is that of the article's round, or of another one.

Other rounds are told by their label, by who raises the money, and by words of an earlier time.
Refuses to look at purchases; see `which_deal`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.own_past import opens_long_ago
from dealfacts.extractor.own_sides import is_one, own_sides
from dealfacts.extractor.proximity import between
from dealfacts.extractor.which_deal import LEAD, PAST_REACH, how_deep, is_former, is_long_ago
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.story import Story

# How far a label such as "Series B" stands from its sum.
LABEL_REACH = 6
LETTER = re.compile(r"[a-z]")
SEEDS = frozenset({"seed", "pre-seed"})
ROUNDS = SEEDS | {"series"}
PRIORS, LAST_REACH = frozenset({"last", "previous", "prior", "earlier"}), 6
# "Less than a year ago Acme raised", "It raised" behind a sentence on another company
RECENT = frozenset({"day", "days", "week", "weeks"})
AGO_REACH, PRONOUNS = 6, frozenset({"it", "they"})
RAISES_REACH = 3
FORMERS = frozenset({("the", "former"), ("the", "latter")})


def round_label(context: Context, place: int) -> str | None:
    """Which round the words beside a row place name: "seed", "pre-seed", "series b"."""
    words = context.words
    for at in range(max(place - LABEL_REACH, 0), min(place + LABEL_REACH + 1, len(words))):
        if words[at] == "series" and LETTER.fullmatch("".join(words[at + 1 : at + 2])):
            return f"series {words[at + 1]}"
        if words[at] in SEEDS:
            return words[at]
    return None


def main_round(story: Story) -> str | None:
    """The first round that the article names, but for those told far down as of long ago."""
    for context in story.contexts:
        for place in context.scene.row.places(ROUNDS):
            label = round_label(context, place)
            is_past = how_deep(context) >= LEAD and is_long_ago(context, place)
            if label is not None and not is_past:
                return label
    return None


def is_other_round(context: Context, place: int) -> bool:
    """Whether money raised went to another company, or was an earlier round of this one."""
    if not kind_words("in_general").isdisjoint(context.words[max(place - PAST_REACH, 0) : place]):
        return True
    if context.is_heading:
        return False
    if _is_told_of_others(context) or _opens_with_ago(context):
        return context.scene.number > 0
    if _had_valued(context, place):
        return True
    owner = _raiser(context, place)
    is_side = owner is None or any(is_one(owner, side) for side in own_sides(context))
    if not is_side and context.scene.rank >= LEAD:
        return True
    before = context.words[max(place - LAST_REACH, 0) : place]
    if before[-1:] and before[-1] in PRIORS and not {"since", "after"}.isdisjoint(before):
        return True  # "since its last $9m round"
    if is_former(context, place) or (context.scene.number and opens_long_ago(context)):
        return True
    label = round_label(context, place)
    main = context.story.main_round
    parties = context.parties
    is_sold = parties.acquirer is not None and parties.target is not None
    is_early = label in SEEDS or (label is not None and context.story.is_whole_purchase)
    if is_sold and not parties.by_funding and context.scene.number and is_early:
        return True  # "with the programme came seed funding", of a company that is bought
    if main is None:
        return label is not None and how_deep(context) >= LEAD
    return label is not None and label != main


def other_raiser(context: Context, place: int) -> str | None:
    """Who raised money beside the story: no side of it, told with an apposition of its own."""
    owner = _raiser(context, place)
    if owner is None or any(is_one(owner, side) for side in own_sides(context)):
        return None
    named = next((each for each in context.organisations if each.name == owner), None)
    is_apart = named is not None and named.place == 0 and not context.own_names
    near = context.words[max(place - RAISES_REACH, 0) : place]
    is_apart = is_apart and not groups()["raise"].isdisjoint(near)
    return owner if is_apart else None


def _opens_with_ago(context: Context) -> bool:
    """Whether a sentence opens with a time that is over: "Less than a year ago Acme raised".

    What was weeks ago is the round that a later portrait tells of.
    """
    first = context.dates[:1]
    said = first[0].mention.value.text.split() if first and first[0].place < AGO_REACH else ()
    told = (*said, *context.words[:AGO_REACH])
    return "ago" in told[1:] and RECENT.isdisjoint(told)


def _had_valued(context: Context, place: int) -> bool:
    """Whether a round "had" done something, or "followed" another: it came before this one."""
    behind = context.words[place + 1 : place + 1 + LABEL_REACH]
    label = round_label(context, place)
    return behind[:1] == ("had",) or (label is not None and behind[:1] == ("followed",))


def _is_told_of_others(context: Context) -> bool:
    """Whether "it" at the start is a company of the sentence before that is no side."""
    before, words = context.previous, context.words
    if before is None or context.own_names or context.scene.rank < LEAD:
        return False
    if words[:2] in FORMERS:
        return True
    if not PRONOUNS.intersection(words[:1]) or not before.organisations:
        return False
    return not before.own_names and before.opening is not None


def _raiser(context: Context, place: int) -> str | None:
    """Who raised the money: the company named before it, or behind "the $30 million raised by"."""
    words = context.words
    if words[place + 1 : place + 2] and words[place + 1] in groups()["raise"]:
        behind = between(context.organisations, place + 3, place + 3)
        if behind and words[place + 2] == "by":
            return behind[0].name
    return subjects.acting_before(context, place)
