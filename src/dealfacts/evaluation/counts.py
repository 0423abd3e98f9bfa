"""Right, missed and spurious, and the three rates that follow from them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Printed and right, missed, printed and wrong."""

    right: int = 0
    missed: int = 0
    spurious: int = 0

    def __add__(self, other: Counts) -> Counts:
        """The counts of both."""
        return Counts(
            self.right + other.right, self.missed + other.missed, self.spurious + other.spurious
        )

    @property
    def precision(self) -> float:
        """Share of the printed claims that is right, 0 to 1; 1 where nothing was printed."""
        printed = self.right + self.spurious
        return self.right / printed if printed else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold claims that was found, 0 to 1; 1 where there was nothing to find."""
        asked = self.right + self.missed
        return self.right / asked if asked else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both, 0 to 1."""
        asked = 2 * self.right + self.missed + self.spurious
        return 2 * self.right / asked if asked else 1.0
