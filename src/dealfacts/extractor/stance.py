"""How real the words around a figure say that it is: expected, reported, rumoured, denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.lexicon.modality import modality_cues
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How many tokens a modal word governs, before and behind it.
REACH, REACH_BACK = 10, 3
STOPS = frozenset(";:—–•")


def modality(context: Context, place: int) -> Modality | None:
    """What the nearest cue before (or right behind) the figure at a row place says."""
    cues = modality_cues()
    words = context.words
    sign = words[place]
    for at in range(place - 1, max(place - REACH, 0) - 1, -1):
        if words[at] in cues:
            return Modality(cues[words[at]])
        if words[at] == sign or words[at] in STOPS:
            break
    for at in range(place + 1, min(place + REACH_BACK, len(words))):
        if words[at] in cues:
            return Modality(cues[words[at]])
    return None


def report(context: Context, place: int) -> Modality | None:
    """The same without "expected": a price of a deal to come is still its price."""
    found = modality(context, place)
    return None if found is Modality.EXPECTED else found
