"""The name that a firm or unit of the deal is to have: "will be renamed Acme Fresh", "go by".

Refuses names of stadiums, products and brands, and a firm that keeps the name it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.tokens import ORGANISATION
from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

# The verb, what may stand between it and the name, and what the verb must have behind it.
RENAMED = frozenset({"renamed", "rebranded", "rechristened"})
TRADES = frozenset({"trade", "trades", "operate", "operates", "go", "goes"})
CALLED = frozenset({"called", "known", "named"})
AS = frozenset({"as", "under", "by", "the", "new", "name", "of", "“", '"', ","})
NAMING = frozenset({"as", "name"})
NAME, NEW = frozenset({"name"}), frozenset({"new"})
BE = frozenset({"be", "is", "was", "been", "are"})
PAST = frozenset({"until", "formerly", "previously", "once", "before", "still", "originally"})
# "Acme, which trades as Beta": it has that name already
RELATIVE = frozenset({"which", "that", "and", "who"})
NAMING_WORDS = RENAMED | TRADES | CALLED | NAME
MARKS = frozenset('“"')
REACH, BACK = 6, 7


def new_names(context: Context) -> Iterator[int]:
    """The row place of every new name of a firm of the deal."""
    words = context.words
    row = context.scene.row
    for place in row.places(NAMING_WORDS):
        word = words[place]
        at = place + 1
        while words[at : at + 1] and words[at] in AS and at - place < REACH:
            at += 1
        between = words[place + 1 : at]
        is_named = words[at : at + 1] == (ORGANISATION,)
        if word in CALLED and not is_named:
            yield from _as_called(context, place)
            continue
        if not is_named or not _is_firm(context, place):
            continue
        if word in TRADES and (NAMING.isdisjoint(between) or words[place - 1] in RELATIVE):
            continue
        before = words[max(place - 2, 0) : place]
        if word in CALLED and (not BE.intersection(before) or "used" in words[place - 3 : place]):
            continue
        if (
            word in CALLED
            and "was" in before
            and not PAST.isdisjoint(words[max(place - BACK, 0) : place])
        ):
            continue  # "which until last year was called": the name that it has no more
        if word in NAME and not (
            NEW.intersection(words[place - 1 : place]) and (MARKS | {"of"}).intersection(between)
        ):
            continue
        if not _is_kept(context, at):
            yield at


def _as_called(context: Context, place: int) -> Iterator[int]:
    """As in: Acme Fresh, as the company is called, will."""
    words = context.words
    if words[place - 1] not in BE or words[place + 1 : place + 2] not in {(",",), (".",), ()}:
        return
    opens = next(
        (at for at in range(place - 1, max(place - BACK, 0), -1) if words[at] == "as"), None
    )
    if opens is None or words[opens - 2 : opens] != (ORGANISATION, ","):
        return
    if not kind_words("firm_to_be").isdisjoint(words[opens:place]):
        yield opens - 2


def _is_kept(context: Context, place: int) -> bool:
    """Whether the name at a row place is one that a side has already, or a short form of it."""
    row = context.scene.row
    printed = context.scene.article.text[row.starts[place] : row.ends[place]].casefold()
    sides = (context.parties.acquirer, context.parties.target, context.parties.seller)
    return any(side is not None and side.casefold().startswith(printed) for side in sides)


def _is_firm(context: Context, place: int) -> bool:
    """Whether the subject of the verb at a row place is a side of the deal, or a firm to be."""
    words = context.words
    for at in range(place - 1, max(place - 2 * BACK, -1), -1):
        if words[at] in kind_words("firm_to_be") or words[at] in kind_words("partners_to_be"):
            return True
        if words[at] == ORGANISATION:
            owned = words[at + 1 : at + 2] == ("'s",) and words[at + 2 : at + 3] != ("new",)
            return not owned and is_side(context, context.name_at(at))
        if words[at] in {".", ";", ":", "“", '"'}:
            return False
    return False
