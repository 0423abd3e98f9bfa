"""What stands before, between or nearest to row places, among things in the order of the row.

Bisects, so that a sentence of ten thousand names costs no more a figure than one of ten. Knows
nothing of what the things are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence


class Placed(Protocol):
    """Anything with a row place."""

    @property
    def place(self) -> int:
        """The number of its token in the row."""


T = TypeVar("T", bound=Placed)


def _place(thing: Placed) -> int:
    return thing.place


def last_before(things: Sequence[T], place: int) -> T | None:
    """The last one before a row place; None without one."""
    at = bisect_left(things, place, key=_place)
    return things[at - 1] if at else None


def between(things: Sequence[T], first: int, last: int) -> Sequence[T]:
    """Those that stand at `first`, at `last` or in between."""
    return things[bisect_left(things, first, key=_place) : bisect_right(things, last, key=_place)]


def nearest(things: Sequence[T], place: int) -> Sequence[T]:
    """Those at the least distance from a row place: several where they stand alike."""
    if len(things) < 2:  # noqa: PLR2004  one or none, as nearly always
        return things
    at = bisect_left(things, place, key=_place)
    distances = [abs(each.place - place) for each in things[max(at - 1, 0) : at + 1]]
    least = min(distances)
    left = between(things, place - least, place - least)
    return [*left, *between(things, place + least, place + least)] if least else left
