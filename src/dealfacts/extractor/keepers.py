"""Whose owner, maker or parent a name only serves to say: "the owner of the bakery chain Acme".

Refuses to say who the owner is: that is told elsewhere in the article, or not at all.
"""

from __future__ import annotations

from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import party_cues

# How far before a name "owner of" may stand: "the owner of the bakery chain Acme".
REACH = 6


def is_kept(words: tuple[str, ...], place: int) -> bool:
    """Whether a keeper stands before the name at a row place: "the owner of Acme"."""
    of = place - 2 if words[place - 1 : place] == ("the",) else place - 1
    if of > 0 and words[of] in groups()["company_noun"]:
        near = range(of - 1, max(of - REACH, 0), -1)
        of = next((at for at in near if words[at] == "of"), of)
    return of > 0 and words[of] == "of" and words[of - 1] in kind_words("keeper")


def keeps_name(words: tuple[str, ...], place: int) -> bool:
    """Whether a keeper stands beside the name: also "Acme's owner", "Acme maker".

    Who bids for Acme is no keeper of it: Acme is what the story is about.
    """
    at = place + 2 if words[place + 1 : place + 2] == ("'s",) else place + 1
    if at < len(words) and words[at] in kind_words("nameless_keeper"):
        return words[at] not in party_cues().suitors or is_kept(words, place)
    return is_kept(words, place)
