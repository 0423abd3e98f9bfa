"""Union-find over nodes that come one by one, of which a drop has millions.

A node is known by a digest of 96 bits, a third of the memory of its name; that two of ten million
nodes share one has odds of 1 : 10^15. Refuses to give nodes back: it tells sets apart.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

DIGEST = 12


def digest(node: Hashable) -> bytes:
    """What a node is known by."""
    return blake2b(repr(node).encode(), digest_size=DIGEST).digest()


class Unions:
    """Sets of nodes; two that were tied are in one."""

    def __init__(self) -> None:
        """No nodes yet."""
        self._parents: dict[bytes, bytes] = {}

    def add(self, node: Hashable) -> bool:
        """Make `node` known, in a set of its own; False if it was."""
        known = digest(node)
        if known in self._parents:
            return False
        self._parents[known] = known
        return True

    def tie(self, a: Hashable, b: Hashable) -> None:
        """Make the sets of `a` and `b` one."""
        self.add(a)
        self.add(b)
        self.join(digest(a), digest(b))

    def join(self, a: bytes, b: bytes) -> None:
        """Make the sets of the nodes with these digests one; both were added."""
        top, under = sorted((self._top(a), self._top(b)))
        self._parents[under] = top

    def find(self, node: Hashable) -> bytes:
        """The digest that stands for the set of a node that was added."""
        return self._top(digest(node))

    def _top(self, at: bytes) -> bytes:
        parents = self._parents
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return parents[at]  # the digest that is held, not another one of its value
