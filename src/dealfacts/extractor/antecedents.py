"""Which name a relative stands for: "NAME, which NAME is buying", "NAME is what NAME buys".

Refuses names that only report: "Example revealed that Northwind was buying Contoso".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.gaze import BE, PRONOUNS, RELATIVE
from dealfacts.extractor.tokens import NAMES
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.speech import speech
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.gaze import Gaze

# How far before the verb its subject stands, and before that the name that is meant.
SUBJECT_REACH, NAME_REACH = 8, 3


def antecedent(eyes: Gaze, place: int) -> str | None:
    """The name that is the object of the verb at a row place, though it stands before."""
    words = eyes.row.words
    for at in range(place - 1, max(place - SUBJECT_REACH, 1), -1):
        is_named = words[at] in NAMES
        if is_named and words[at - 1] == "what" and words[at - 2] in BE:
            return eyes.left(at - 2, NAME_REACH)
        if (is_named and words[at - 1] in RELATIVE) or (
            words[at] in PRONOUNS and words[at - 1] == "which"
        ):
            tells = either(speech().say, kind_words("announcing"))
            return None if words[at - 2] in tells else eyes.left(at - 1, NAME_REACH)
    return None
