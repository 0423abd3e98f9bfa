"""Whether a text names a party, by the words with a capital letter that its fingerprint holds.

Refuses to say what the text makes of the party: a rival is named, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.lexicon.name_words import COMMON, GIVEN, ORGANISATION, PLACE, flags
from dealfacts.reconciler.fingerprints import named
from dealfacts.reconciler.name_links import members
from dealfacts.reconciler.name_parts import organisation_parts, sound

if TYPE_CHECKING:
    from collections.abc import Collection

# A first word that is no name of a place, a person or a branch stands for the whole.
SHORTEST_HEAD, SHORTEST_ACRONYM = 4, 3
GENERAL = COMMON | GIVEN | PLACE | ORGANISATION


def speaks_of(words: Collection[int], party: str) -> bool:
    """Whether hashed words hold a party, or one of several in it: in full, in short, by acronym."""
    return bool(words) and any(_holds(words, name) for name in members(party))


def is_rare(word: str) -> bool:
    """Whether a folded first word of a name stands for the whole."""
    return len(word) >= SHORTEST_HEAD and not flags(word.capitalize()) & GENERAL


def one_house(one: str, other: str) -> bool:
    """Whether two buyers share a rare first word: "Acme Group", "Acme Sons", "the Acmes"."""
    heads = {sound(organisation_parts(name).core[0]).removesuffix("s") for name in (one, other)}
    return len(heads) == 1 and is_rare(organisation_parts(one).core[0])


def _holds(words: Collection[int], name: str) -> bool:
    parts = organisation_parts(name)
    core = [word for word in parts.core if len(word) >= SHORTEST_ACRONYM]
    if core and all(named(word) in words for word in core):
        return True
    if is_rare(parts.core[0]):
        return named(parts.core[0]) in words
    acronyms = {parts.initials, *parts.all_initials}
    return any(len(one) >= SHORTEST_ACRONYM and named(one) in words for one in acronyms)
