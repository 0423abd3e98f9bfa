"""The vehicle or subsidiary through which somebody buys, and whose it is.

"By Acme Bidco, a wholly owned subsidiary of Acme". Refuses units that neither bid nor are said to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER
from dealfacts.extractor.tokens import ORGANISATION, PERCENT
from dealfacts.lexicon.speech import speech

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

THROUGH = frozenset({"through", "via", "by", "using"})
# How far behind "subsidiary" its owner stands: "of the listed Acme".
OWNER_REACH = 5


def subsidiary(context: Context, place: int) -> tuple[int, int] | None:
    """The bidder's vehicle before the noun: "by Acme Bidco, a wholly owned subsidiary of Acme"."""
    words = context.scene.row.words
    at = place - 1
    while at > 0 and (words[at] in speech().unit_kinds or words[at] in {"a", "an", PERCENT}):
        at -= 1
    if at < 1 or words[at] != "," or words[at - 1] != ORGANISATION:
        return None
    if THROUGH.intersection(words[max(at - 4, 0) : at - 1]):
        return (at - 1, at - 1)
    return (at - 1, at - 1) if _is_bidder(context, at - 1, place) else None


def _is_bidder(context: Context, at: int, noun: int) -> bool:
    """Whether who buys is told with its owner: "Acme Bidco, a wholly owned subsidiary of Acme"."""
    name = context.name_at(at)
    buys = any(vote.name == name for vote in context.votes_by_role.get(BUYER, ()))
    return (buys or name == context.parties.acquirer) and owner_behind(context, noun) not in {
        None,
        name,
    }


def owner_behind(context: Context, noun: int) -> str | None:
    """The owner in "subsidiary of Acme", whose noun stands at a row place."""
    words = context.scene.row.words
    if words[noun + 1 : noun + 2] != ("of",):
        return None
    near = range(noun + 2, min(noun + 2 + OWNER_REACH, len(words)))
    return next((context.name_at(at) for at in near if words[at] == ORGANISATION), None)
