"""Chains of bids on their way to deals: union-find with the reasons of its joins.

Refuses to judge: `deal_joins` and `strays` say what belongs together.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.reconciler.chains import Chain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.reconciler.bids import Bid


class Cluster(NamedTuple):
    """The bids of one deal, and why they belong together."""

    bids: tuple[Bid, ...]
    reasons: tuple[str, ...]


class Clusters:
    """Sets of chains, known by their smallest number."""

    def __init__(self, chains: Sequence[Chain]) -> None:
        """Every chain by itself."""
        self.chains = chains
        self._parent = list(range(len(chains)))
        self._reasons: dict[int, list[str]] = defaultdict(list)
        self._marks = [chain.marks for chain in chains]

    def find(self, at: int) -> int:
        """The set that chain `at` is in."""
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def may_join(self, a: int, b: int) -> bool:
        """Whether two sets are two, and nothing in them tells their deals apart.

        A chain that names no round must not bridge two that do.
        """
        one, other = self.find(a), self.find(b)
        return one != other and not self._marks[one].tell_apart(self._marks[other])

    def join(self, a: int, b: int, reason: str) -> None:
        """Makes the sets of `a` and `b` one."""
        top, under = sorted((self.find(a), self.find(b)))
        if top != under:
            self._parent[under] = top
            self._marks[top] = self._marks[top].joined(self._marks[under])
            self._reasons[top].extend(self._reasons.pop(under, []))
            self._reasons[top].append(reason)

    def members(self) -> Mapping[int, tuple[int, ...]]:
        """Every set with its chains, ascending."""
        found: dict[int, list[int]] = defaultdict(list)
        for at in range(len(self.chains)):
            found[self.find(at)].append(at)
        return {top: tuple(places) for top, places in found.items()}

    def wholes(self) -> tuple[Chain, ...]:
        """For every chain the evidence of its set: one chain of all its bids, under one name."""
        found: dict[int, Chain] = {}
        for top, places in self.members().items():
            bids = tuple(bid for at in places for bid in self.chains[at].bids)
            found[top] = (
                Chain(self.chains[top].parties, bids) if len(places) > 1 else self.chains[top]
            )
        return tuple(found[self.find(at)] for at in range(len(self.chains)))

    def done(self) -> tuple[Cluster, ...]:
        """The sets that name a party."""
        found = []
        for top, places in self.members().items():
            chains = [self.chains[at] for at in places]
            if any(name for chain in chains for name in chain.parties):
                bids = sorted(
                    (bid for chain in chains for bid in chain.bids),
                    key=lambda bid: (bid.source, str(bid.parties)),
                )
                found.append(Cluster(tuple(bids), tuple(dict.fromkeys(self._reasons[top]))))
        return tuple(found)
