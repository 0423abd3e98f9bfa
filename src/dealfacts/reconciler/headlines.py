"""Whether a headline names a party: in full, by its first two words, or by a rare first word.

Refuses to say what the headline makes of the party.
"""

from __future__ import annotations

from functools import lru_cache

from dealfacts.lexicon.name_words import GIVEN, flags
from dealfacts.reconciler.name_links import members
from dealfacts.reconciler.name_parts import organisation_parts
from dealfacts.reconciler.speaking_of import is_rare

# Words come again and again; what a large drop holds more than this is read anew.
REMEMBERED = 1 << 16


@lru_cache(maxsize=REMEMBERED)
def names_it(headline: str, party: str) -> bool:
    """Whether a headline holds a party's name: all of it, its first two words or a rare first."""
    words = organisation_parts(headline).core
    return any(_stands_in(words, organisation_parts(name).core) for name in members(party))


def _stands_in(words: tuple[str, ...], core: tuple[str, ...]) -> bool:
    sizes = {len(core), min(len(core), 2)}
    if is_rare(core[0]):
        sizes.add(1)
    # "Jane Doe" is "Doe" in a headline.
    if len(core) > 1 and flags(core[0].capitalize()) & GIVEN and core[-1] in words:
        return True
    places = [at for at, word in enumerate(words) if word == core[0]]
    return any(words[at : at + size] == core[:size] for at in places for size in sizes)
