"""Whether a name is one of the sides of the article's deal, however it is written there.

Knows nothing of what the sides do; see `which_deal` and `own_past`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# "UK", "UAE" are initials; longer words are names.
ACRONYM = 3
# "U.S. Timber" and the "U.S. government" are two.
STATES = frozenset({"us", "uk", "eu", "uae"})
# "Example.com" is Example.
WEB = re.compile(r"(?<=\w)\.(?:com|net|org|io|ai|co)\b")


def own_sides(context: Context) -> tuple[str, ...]:
    """The target, the acquirer and the seller, as far as the article names them."""
    return context.story.own_sides


def is_side(context: Context, name: str) -> bool:
    """Whether a name is one form of the name of a side of the article's deal."""
    for side in context.story.own_sides:  # noqa: SIM110  asked of every name; a loop is quicker
        if is_one(name, side):
            return True
    return False


def side_of(context: Context, name: str) -> str | None:
    """The acquirer or the target that a name is one form of; None where neither or both may be.

    "Northwind" of the title is the "Northwind Foods" that the text goes on about.
    """
    sides = (context.parties.target, context.parties.acquirer)
    if name in sides:
        return name
    fitting = [side for side in sides if side is not None and is_one(name, side)]
    return fitting[0] if len(fitting) == 1 else None


@lru_cache(maxsize=4096)
def is_one(name: str, side: str) -> bool:
    """Whether two names of one article open alike or shorten to the same letters.

    "Northwind" and "Northwind Foods"; "U.S. Timber" and "United States Timber".
    """
    one, other = (WEB.sub("", n.casefold()).replace(".", "").split() or [n] for n in (name, side))
    if (
        (one[0] == other[0] and one[0] not in STATES)
        or set(one) <= set(other)
        or set(other) <= set(one)
    ):
        return True
    return _initials(one) == _initials(other) and one[-1] == other[-1]


def _initials(words: list[str]) -> str:
    """The letters a front part shortens to: both "uk" and "united kingdom" give uk."""
    front = words[:-1]
    return (
        front[0] if len(front) == 1 and len(front[0]) <= ACRONYM else "".join(w[0] for w in front)
    )
