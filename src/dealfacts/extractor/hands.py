"""Who has a share by what stands behind it.

"The remaining 10 % are in the hands of Acme", "14 % of Beta is in Acme's hands, and 4 % in those
of Gamma"; "the other 19 % stays with Acme", "12 % belonged to Acme". Refuses to look beyond the
clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.described import UNION
from dealfacts.extractor.held import POSSESSIVES, Held
from dealfacts.extractor.holders_behind import group_behind, holder_behind
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.tokens import ORGANISATION, PERCENT
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How far behind a share its verb stands: "12 % of the loss-making grocer belonged to"; how far
# behind the verb its preposition: "will soon lie with"; and how many words describe a holder.
VERB_REACH, LINK_REACH, DESCRIBED = 7, 4, 5
# Holders that one verb has behind it; a longer list is no sentence.
MOST_LISTED = 8
BREAKS = frozenset({",", ";", ":", "—", "–", ".", PERCENT})
OF = frozenset({"of", "in"})
# As in: 14 % is in the hands of Acme, 4 % in those of Beta.
HANDS_OF = (("in", "the", "hands", "of"), ("in", "those", "of"), ("in", "the", "possession", "of"))


def in_hands(context: Context, place: int) -> Held | None:
    """Who has the share at a row place, and what it is of; None where nothing behind it says so."""
    link = _link(context, place)
    return _next_one(context, place) if link is None else _tied(context, place, link)


def _tied(context: Context, place: int, link: int) -> Held | None:
    """The holder right behind what ties a share to it, "in the hands of"."""
    named = between(context.names, link, link + DESCRIBED)
    if not named or not BREAKS.isdisjoint(context.words[link : named[0].place]):
        group = group_behind(context, link)
        return None if group is None else _held(context, place, link, group)
    holder = holder_behind(context, link)
    return None if holder is None else _held(context, place, link, holder)


def _held(context: Context, place: int, link: int, holder: str) -> Held:
    """The holder of a share, and the company between the share and what links the two."""
    if not figure_words("combined").isdisjoint(context.words[place + 1 : link]):
        return Held(UNION, None, holder)
    inside = between(context.organisations, place + 2, link - 1)
    if context.words[place + 1] in OF and inside:
        return Held(inside[-1].name, inside[-1].place, holder)
    return Held(None, None, holder)


def _link(context: Context, place: int) -> int | None:
    """The first row place behind what ties a share to its holder: "belongs to", "stays with"."""
    words = context.words
    belongs, lies = figure_words("belongs"), figure_words("lies")
    for at in range(place + 1, min(place + VERB_REACH + 1, len(words))):
        if words[at] in BREAKS:
            return None
        if words[at] in belongs:
            return at + 2 if words[at + 1 : at + 2] == ("to",) else None
        if words[at] in lies:
            return _linked(words, at)
    return None


def _linked(words: tuple[str, ...], verb: int) -> int | None:
    """The same behind a verb of lying: with whom, in whose hands."""
    for at in range(verb + 1, min(verb + 1 + LINK_REACH, len(words))):
        if words[at] in BREAKS:
            break
        if words[at] == "with":
            return at + 1
        of = next((len(each) for each in HANDS_OF if words[at : at + len(each)] == each), 0)
        if of:
            return at + of
        if words[at : at + 2] == ("in", ORGANISATION) and words[at + 3 : at + 4] == ("hands",):
            return at + 1 if words[at + 2] in POSSESSIVES else None
    return None


def _next_one(context: Context, place: int) -> Held | None:
    """The next one of a list: "and 4 % in those of Gamma", "and the other 25 % with Beta"."""
    holder = _listed(context, place)
    at = place
    for _ in range(MOST_LISTED if holder else 0):
        told = last_before(context.figures, at)
        if told is None or told.sign != PERCENT:
            return None
        link = _link(context, told.place)
        if link is not None:
            first = _tied(context, told.place, link)
            return None if first is None else first._replace(holder=holder)
        if _listed(context, told.place) is None:
            return None
        at = told.place
    return None


def _listed(context: Context, place: int) -> str | None:
    """Whom a share of a list is told of, without a verb: "4 % in those of Gamma"."""
    words = context.words
    at = place + 2 if words[place + 1 : place + 2] == ("with",) else 0
    at = place + 4 if words[place + 1 : place + 4] == HANDS_OF[1] else at
    named = between(context.names, at, at + DESCRIBED) if at else ()
    return named[0].name if named else None
