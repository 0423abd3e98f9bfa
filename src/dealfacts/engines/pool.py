"""Several processes of one machine: `map` over them, in order, with bounded memory.

What comes out is what one process would give, however many there are. Small work stays in this
process, which then need not know how children are made: see forks.py.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")

# Seconds of work below which starting children costs more than they save: they are there after
# some 20 ms, and what they read must be read again from lines.
WORTH = 0.6


class Pool(NamedTuple):
    """`jobs` processes; None is one for each core, and for small work only this one."""

    jobs: int | None = None

    def __call__(
        self, work: Callable[[T], R], items: Sequence[T], cost: Callable[[T], float]
    ) -> Iterator[R]:
        """`map(work, items)`; `cost` estimates the seconds that one core takes for an item.

        Raises DealfactsError if a child dies, and what `work` raises.
        """
        jobs = min(self._wanted(items, cost), len(items))
        if jobs < 2:  # noqa: PLR2004  one worker is this process
            return map(work, items)
        from dealfacts.engines.forks import can_fork, forked  # noqa: PLC0415  most runs are small

        return forked(work, items, jobs) if can_fork() else map(work, items)

    def _wanted(self, items: Sequence[T], cost: Callable[[T], float]) -> int:
        if self.jobs is not None:
            return self.jobs
        total = 0.0
        for item in items:
            total += cost(item)
            if total > WORTH:
                return cores()
        return 1


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
