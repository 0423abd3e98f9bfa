"""What the sentences before spoke of: the side they named, the company of a profile.

Answers for a sentence that names nobody; refuses to look into the sentence itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.own_sides import side_of
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How many sentences back a name still says what is spoken of.
TOPIC_REACH = 3
# How many sentences a company profile has at most behind its heading.
SECTION_REACH = 5


def side_before(context: Context) -> str:
    """What "it" or "the firm" is: the side that one of the last sentences names, or the target."""
    profiled = profile(context)
    if profiled is not None:
        return profiled
    if context.parties.by_funding and context.parties.target is not None:
        return context.parties.target  # investors are named, and seldom described
    earlier = context.previous
    for _ in range(TOPIC_REACH):
        if earlier is None:
            break
        own = [(each, side_of(context, each.name)) for each in earlier.organisations]
        named = [(each, side) for each, side in own if side is not None]
        if len({side for _, side in named}) > 1:
            break  # "Northwind pays $9m for Contoso. The robot maker": the bought is described
        # "the round was led by Acme" does not speak of Acme
        spoken = [
            side
            for each, side in named
            if earlier.words[max(each.place - 1, 0)] not in figure_words("attaches")
        ]
        if spoken:
            return spoken[0]
        earlier = earlier.previous
    return context.parties.target or topic(context)


def topic(context: Context) -> str:
    """What a sentence without a name is about: the name that opened one of the last sentences."""
    earlier = context.previous
    for _ in range(TOPIC_REACH):
        if earlier is None:
            break
        if earlier.organisations:
            names = [named.name for named in earlier.organisations]
            sides = (side_of(context, name) for name in names)
            return next((side for side in sides if side is not None), names[0])
        earlier = earlier.previous
    return context.parties.target or "the company"


def profile(context: Context) -> str | None:
    """The company of the heading "About Acme" that a sentence stands below."""
    earlier = context.previous
    for _ in range(SECTION_REACH):
        if earlier is None:
            break
        if earlier.is_heading and earlier.words[:1] == ("about",) and earlier.organisations:
            return earlier.organisations[0].name
        earlier = earlier.previous
    return None
