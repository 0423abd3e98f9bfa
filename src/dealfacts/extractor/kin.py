"""Companies that a story tells as one house with a side of its deal: parents, owners, vehicles.

"Acme parent Beta", "Beta owns Acme", "his Beta vehicle": what they pay or get is this
deal's. Refuses shareholders of a part, and to say who buys; see `sides`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.own_sides import is_one, is_side
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.placed import Named

ABOVE = frozenset({"parent", "owner", "holding"})
BELOW = frozenset({"subsidiary", "unit", "vehicle", "arm", "affiliate"})
COMPANY, ARTICLES = frozenset({"company", "group"}), frozenset({"the", "a", "an"})
POSSESSIVE, HIS = frozenset({"'s", "'", "’s"}), frozenset({"his", "her"})
OWNS, RELATIVE = frozenset({"owns", "controls"}), frozenset({"which", ","})
# How far a side stands from the word that makes another name one of its house.
REACH = 5
# Houses with more names are lists of something else.
MOST = 8


def kin(contexts: Sequence[Context]) -> tuple[str, ...]:
    """The names of one house with a side, in the order in which the article tells them."""
    found: dict[str, None] = {}
    words = ABOVE | BELOW | OWNS
    for context in contexts:
        if not words.isdisjoint(context.vocabulary):
            found.update(dict.fromkeys(_told(context)))
        if len(found) >= MOST:
            break
    return tuple(found)[:MOST]


def is_of_house(context: Context, name: str) -> bool:
    """Whether a name is that of a side or of a company of one house with it."""
    return is_side(context, name) or any(is_one(name, each) for each in context.story.kin)


def _told(context: Context) -> Iterator[str]:
    for named in context.organisations:
        if not is_side(context, named.name) and _is_kin(context, named):
            yield named.name


def _is_kin(context: Context, named: Named) -> bool:
    """Whether the words beside a name make it the parent, the owner or the vehicle of a side."""
    words, at = context.words, named.place
    before = at - 1
    if words[before] in COMPANY:
        before -= 1
    if before > 0 and words[before] in ABOVE | BELOW:
        return _is_side_at(context, before - 1) or (
            words[before - 1] in POSSESSIVE and _is_side_at(context, before - 2)
        )  # "Acme parent Beta", "Acme's parent company Beta"
    behind = words[at + 1 : at + 1 + REACH]
    if words[at - 1] in HIS and not BELOW.isdisjoint(behind[:1]):
        return context.parties.acquirer is not None  # "his Beta vehicle"
    owns = next((n for n, word in enumerate(behind) if word in OWNS), REACH)
    if owns < REACH and all(word in RELATIVE for word in behind[:owns]):
        return PERCENT not in words[at : at + REACH + 2] and _is_side_at(context, at + owns + 2)
    if behind[:1] != (",",):
        return False
    noun = next(
        (
            n
            for n in range(at + 2, at + 1 + REACH)
            if words[n : n + 1] and words[n] in ABOVE | BELOW
        ),
        0,
    )
    if not noun:
        return False
    if words[noun + 1 : noun + 2] and words[noun + 1] in COMPANY:
        return _is_side_at(context, at + 2)  # "Beta, Acme's parent company"
    if words[noun + 1 : noun + 2] == ("of",):
        return any(_is_side_at(context, n) for n in range(noun + 2, noun + 2 + 2))
    return _is_side_at(context, at + 2) and words[at + 3] in POSSESSIVE


def _is_side_at(context: Context, place: int) -> bool:
    named = between(context.names, place, place)
    return bool(named) and is_side(context, named[0].name)
