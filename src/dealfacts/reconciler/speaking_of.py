"""Whether a text names a party, by the words with a capital letter that its fingerprint holds.

Refuses to say what the text makes of the party: a rival is named, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.lexicon.name_forms import organisation_names
from dealfacts.lexicon.name_words import COMMON, GIVEN, ORGANISATION, PEOPLE, PLACE, flags
from dealfacts.reconciler.fingerprints import CAPITAL, named
from dealfacts.reconciler.name_links import members
from dealfacts.reconciler.name_parts import fold, organisation_parts, sound

if TYPE_CHECKING:
    from collections.abc import Collection

# A first word that is no name of a place, a person or a branch stands for the whole.
SHORTEST_HEAD, SHORTEST_ACRONYM = 4, 3
# "9-Eleven", "O'Shea": the words of a name as a text prints them tell it if they are this long.
SHORTEST_PRINTED = 5
SHORTEST_LETTERS, LONGEST_LETTERS = 2, 5
GENERAL = COMMON | GIVEN | PLACE | PEOPLE | ORGANISATION


def speaks_of(words: Collection[int], party: str) -> bool:
    """Whether hashed words hold a party, or one of several in it: in full, in short, by acronym.

    No text speaks of a party that is not known, "".
    """
    return bool(words and party) and any(_holds(words, name) for name in members(party))


def is_rare(word: str) -> bool:
    """Whether a folded first word of a name stands for the whole."""
    return len(word) >= SHORTEST_HEAD and not flags(word.capitalize()) & GENERAL


def house(name: str) -> str:
    """What a company and its kin share: "Acme Group", "Acme Sons", "the Acmes", "Acmme"."""
    return sound("".join(organisation_parts(name).core[:1])).removesuffix("s")


def one_house(one: str, other: str) -> bool:
    """Whether two companies share a rare first word, however it is spelled."""
    return house(one) == house(other) and is_rare("".join(organisation_parts(one).core[:1]))


def is_short_for(short: str, name: str) -> bool:
    """Whether a name in capitals has letters of another in their order: "AX", "Acmexa Group".

    Too weak a sign by itself: it wants a deal whose other side is the same.
    """
    if not (short.isupper() and SHORTEST_LETTERS <= len(short) <= LONGEST_LETTERS):
        return False
    left = iter("".join(organisation_parts(name).core))
    return name[:1] == short[0] and all(letter in left for letter in short.lower())


def is_vehicle(name: str) -> bool:
    """Whether a party exists to make one purchase, by its last word: "Acme Bidco"."""
    return not organisation_names().words.vehicles.isdisjoint(organisation_parts(name).core[-1:])


def _holds(words: Collection[int], name: str) -> bool:
    parts = organisation_parts(name)
    core = [word for word in parts.core if len(word) >= SHORTEST_ACRONYM]
    if core and all(named(word) in words for word in core):
        return True
    printed = [fold(word) for word in CAPITAL.findall(name)]
    if sum(map(len, printed)) >= SHORTEST_PRINTED and all(named(w) in words for w in printed):
        return True
    if is_rare("".join(parts.core[:1])):
        return named(parts.core[0]) in words
    acronyms = {parts.initials, *parts.all_initials}
    return any(len(one) >= SHORTEST_ACRONYM and named(one) in words for one in acronyms)
