"""Union-find over nodes that come one by one: sets of kin, known by their smallest member."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable


class Unions:
    """Sets of nodes; two that were tied are in one."""

    def __init__(self) -> None:
        """No nodes yet."""
        self._numbers: dict[Hashable, int] = {}
        self._parents = array("L")

    def add(self, node: Hashable) -> bool:
        """Make `node` known, in a set of its own; False if it was."""
        if node in self._numbers:
            return False
        self._numbers[node] = len(self._parents)
        self._parents.append(len(self._parents))
        return True

    def number(self, node: Hashable) -> int:
        """The number of a node that was added."""
        return self._numbers[node]

    def tie(self, a: Hashable, b: Hashable) -> None:
        """Make the sets of `a` and `b` one."""
        self.add(a)
        self.add(b)
        self.join(self._numbers[a], self._numbers[b])

    def join(self, a: int, b: int) -> None:
        """Make the sets of the nodes with these numbers one."""
        top, under = sorted((self._top(a), self._top(b)))
        self._parents[under] = top

    def find(self, node: Hashable) -> int:
        """The number of the set of a node that was added."""
        return self._top(self._numbers[node])

    def _top(self, at: int) -> int:
        parents = self._parents
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at
