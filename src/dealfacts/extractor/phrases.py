"""Finds the phrases that tell the stage of a deal in a row of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.readings import walk
from dealfacts.lexicon.stages import stage_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.tokens import Row
    from dealfacts.lexicon.stages import Phrase


def stages(row: Row) -> Iterator[tuple[Phrase, int, int]]:
    """(phrase, first place, last place), left to right, the longest phrase at each place."""
    known = stage_phrases()
    for place, word in enumerate(row.words):
        for phrase in known.get(word, ()):
            found = walk(phrase.rest, row, place + 1, 1, "")
            if found is not None:
                yield phrase, place, found[1]
                break
