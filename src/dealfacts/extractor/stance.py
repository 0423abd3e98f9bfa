"""How real the words around a figure say that it is: expected, reported, rumoured, denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import ORGANISATION
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.modality import modality_cues
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How many tokens a modal word governs, before and behind it.
REACH, REACH_BACK = 10, 3
STOPS = frozenset(";:—–•")
# "Acme reported revenue of": the company itself speaks.
REPORTERS = frozenset({ORGANISATION, "it", "company", "group", "firm", "and", "which", "also", ","})


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


def results(context: Context, place: int) -> Modality | None:
    """The same for results and outlays: a verb of the past between cue and figure settles it.

    A company that reports its revenue states it; "reportedly" and "is reported" make it hearsay.
    """
    words = context.words
    for at in range(place - 1, max(place - REACH, 0) - 1, -1):
        if words[at] in figure_words("reports") and at and words[at - 1] in REPORTERS:
            return None
        if words[at] in modality_cues() or words[at] == words[place] or words[at] in STOPS:
            break
        if words[at] in figure_words("happened"):
            return None
    return modality(context, place)
