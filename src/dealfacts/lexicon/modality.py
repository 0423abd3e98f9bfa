"""The words that say how real a claim is: `data/modality_cues.toml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.lexicon.store import table

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def modality_cues() -> Mapping[str, str]:
    """Cue word -> modality."""
    found: dict[str, tuple[str, ...]] = table("modality_cues", dict[str, tuple[str, ...]])
    return {word: modality for modality, words in found.items() for word in words}
