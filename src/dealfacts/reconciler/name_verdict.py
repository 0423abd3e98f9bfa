"""What a comparison of names comes to: the closed lists, and a verdict with its reason.

Refuses to decide anything: `names` does.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Sameness(StrEnum):
    """What two names are to each other, from one to two bearers."""

    SAME = "same"
    SPELLING_VARIANT = "spelling_variant"
    PARTIAL = "partial"
    UNSURE = "unsure"
    DIFFERENT = "different"

    @property
    def score(self) -> float:
        """How alike: 1 for the same name, 0 for different ones."""
        return {"same": 1.0, "spelling_variant": 0.9, "partial": 0.7, "unsure": 0.4}.get(self, 0.0)


class NameVerdict(NamedTuple):
    """The verdict on two names, and why."""

    verdict: Sameness
    reason: str

    @property
    def score(self) -> float:
        """How alike: 1 for the same name, 0 for different ones."""
        return self.verdict.score

    @property
    def links(self) -> bool:
        """Whether the two may be merged: same, spelled differently, or one of them in part."""
        return self.verdict not in (Sameness.UNSURE, Sameness.DIFFERENT)


class Fit(StrEnum):
    """How two words of a name agree."""

    LITERAL = "literal"
    SHORT = "known short form"
    INITIAL = "initial"
    VARIANT = "spelling"
    NEAR = "one edit in a short word"
    NONE = "none"
