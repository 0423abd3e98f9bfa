"""The vehicle or subsidiary through which somebody buys, and whose it is.

"By Acme Bidco, a wholly owned subsidiary of Acme"; "Marble Holding, which was created for the
purpose". Refuses units that neither bid nor are said to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.tokens import ORGANISATION, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.speech import speech
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

THROUGH = frozenset({"through", "via", "by", "using"})
VIA, ENDS, BUYING_REACH = frozenset({"through", "via"}), {(".",), (",",), (";",), ()}, 8
# What a firm that buys for another is called beside its kind, and nouns that are also a buyer's own
KINDS = frozenset(
    {"a", "an", "the", "its", PERCENT, "newly", "formed", "created", "special", "purpose"}
    | {"special-purpose", "holding", "investment", "acquisition", "shell"}
)
COMPANIES = frozenset({"company", "entity"})
# How far behind "subsidiary" its owner stands: "of the listed Acme".
OWNER_REACH = 5
# As in: Marble Holding, which was created for the purpose.
MADE_REACH, CLAUSE = 12, frozenset({"which", "a", "an", "the"})
MADE = frozenset({"created", "formed", "established", "incorporated", "set"})
PURPOSE = frozenset({"purpose", "offer", "bid", "takeover", "acquisition", "transaction", "deal"})


def subsidiary(context: Context, place: int) -> tuple[int, int] | None:
    """The bidder's vehicle before the noun: "by Acme Bidco, a wholly owned subsidiary of Acme"."""
    words = context.scene.row.words
    at = place - 1
    while at > 0 and words[at] in either(speech().unit_kinds, KINDS):
        at -= 1
    if at < 1 or words[at] != "," or words[at - 1] != ORGANISATION:
        return None
    if THROUGH.intersection(words[max(at - 4, 0) : at - 1]):
        is_company = words[place] in COMPANIES and is_side(context, context.name_at(at - 1))
        return None if is_company else (at - 1, at - 1)
    return (at - 1, at - 1) if _is_bidder(context, at - 1, place) else None


def bought_through(context: Context) -> Iterator[tuple[int, int]]:
    """As in: Acme is buying the shares through Beta Holding."""
    words = context.words
    for place in context.scene.row.places(VIA):
        if (
            words[place + 1 : place + 2] != (ORGANISATION,)
            or words[place + 2 : place + 3] not in ENDS
        ):
            continue
        buys = groups()["acquire"].intersection(words[max(place - BUYING_REACH, 0) : place])
        named = context.name_at(place + 1)
        if buys and context.own_names and not is_side(context, named):
            yield place + 1, place + 1


def _is_bidder(context: Context, at: int, noun: int) -> bool:
    """Whether who buys is told with its owner: "Acme Bidco, a wholly owned subsidiary of Acme"."""
    name = context.name_at(at)
    buys = any(vote.name == name for vote in context.votes_by_role.get(BUYER, ()))
    return (buys or name == context.parties.acquirer) and owner_behind(context, noun) not in {
        None,
        name,
    }


def made_for_deal(context: Context) -> Iterator[tuple[int, int]]:
    """The row places, first and last, of firms that are there for the deal by name or by words."""
    words = context.words
    row = context.scene.row
    for named in context.organisations:
        at = named.place
        printed = context.scene.article.text[row.starts[at] : row.ends[at]].casefold()
        if not speech().bidco.isdisjoint(printed.replace(".", "").split()):
            yield at, at
            continue
        clause = words[at + 1 : at + 1 + MADE_REACH]
        if clause[:1] != (",",) or CLAUSE.isdisjoint(clause[1:2]):
            continue
        clause = clause[1 : clause.index(",", 1)] if "," in clause[1:] else clause
        if not (MADE.isdisjoint(clause) or PURPOSE.isdisjoint(clause)) and "for" in clause:
            yield at, at


def owner_behind(context: Context, noun: int) -> str | None:
    """The owner in "subsidiary of Acme", whose noun stands at a row place."""
    words = context.scene.row.words
    if words[noun + 1 : noun + 2] != ("of",):
        return None
    near = range(noun + 2, min(noun + 2 + OWNER_REACH, len(words)))
    return next((context.name_at(at) for at in near if words[at] == ORGANISATION), None)
