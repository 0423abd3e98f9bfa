"""Which words of a row are verbs of saying: "said", "went on", "put it".

Refuses verbs of thinking; those count only beside a quotation.
"""

from __future__ import annotations

from dealfacts.extractor.tokens import NAMES
from dealfacts.lexicon.speech import speech

# in two words
PHRASAL = frozenset(
    {("went", "on"), ("goes", "on"), ("put", "it"), ("puts", "it"), ("pointed", "out")}
    | {("points", "out"), ("hit", "back"), ("hits", "back"), ("sums", "up"), ("summed", "up")}
)


# "Jane Roe was quoted as saying", "said Jane Roe, as quoted by": she is no object
OWN_VERB = frozenset({"was", "were", "is", "as", "has", "been"})


def says(words: tuple[str, ...], place: int) -> bool:
    """Whether a verb of saying begins at a row place."""
    return words[place] in speech().say or words[place : place + 2] in PHRASAL


def handed_on(words: tuple[str, ...], place: int) -> bool:
    """Whether a quotation goes to whoever the row names at a place: ", Jane Roe said", ", said"."""
    named = place + (words[place : place + 1] != () and words[place] in NAMES)
    return words[named : named + 1] != () and says(words, named)


def quoting(words: tuple[str, ...], first: int, last: int) -> int | None:
    """The verb of an outlet that gives somebody else's words: "the paper quotes Jane Roe"."""
    told = next((at for at in range(first, last) if words[at] in speech().quotes), None)
    if told is None or words[told - 1] in OWN_VERB or words[told + 1 : told + 2] == ("by",):
        return None
    return told
