"""Who has a share by the words right behind what ties it to its holder: "held by", "stays with".

A name, a group of holders ("the founding family", "its employees"), a person behind the company
("Acme founder Jane Roe"), a family by its name. Refuses to look beyond the phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import NAMES, ORGANISATION, PERSON
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How far behind its preposition a name stands, and how many words describe a group of holders.
NAME_REACH, DESCRIBED = 6, 2
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her"})
OTHERS = frozenset({"others"})
CALLED = frozenset({"family", "trust", "heirs", "brothers"})


def group_behind(context: Context, at: int) -> str | None:
    """The holders without a name whose words begin at a row place: "the founding family"."""
    words = context.words
    first = at + (words[at : at + 1] != () and words[at] in DETERMINERS)
    found = next((n for n in range(first, first + DESCRIBED) if _is_group(words, n)), None)
    if found is None or not NAMES.isdisjoint(words[first : found + 2]):
        return None
    of = between(context.names, found + 2, found + 3) if words[found + 1] == "of" else ()
    return f"{of[0].name} {words[found]}" if of else words[found]


def holder_behind(context: Context, at: int) -> str | None:
    """The holder whose words begin at a row place; None where neither name nor group stands."""
    words = context.words
    named = between(context.names, at, at + NAME_REACH)
    group = group_behind(context, at)
    if group is not None or not named:
        return group
    place = named[0].place
    if words[place] == ORGANISATION and words[place + 2 : place + 3] == (PERSON,):
        return context.name_at(place + 2) if words[place + 1].isalpha() else named[0].name
    called = words[place + 1 : place + 2]
    is_family = words[place] == PERSON and not CALLED.isdisjoint(called)
    return f"{named[0].name} {called[0]}" if is_family else named[0].name


def _is_group(words: tuple[str, ...], at: int) -> bool:
    return at < len(words) - 1 and words[at] in figure_words("holder_groups") | OTHERS
