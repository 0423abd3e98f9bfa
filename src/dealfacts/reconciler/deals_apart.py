"""Takes deals apart where a person has judged that two articles tell of different ones.

Only what was judged is parted: an article that nobody spoke of stays with the larger part. Refuses
to join anything.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dealfacts.reconciler.clusters import Cluster

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

JUDGED = "judged to be another deal than that of other articles"


def parted(
    clusters: Iterable[Cluster], two_deals: frozenset[frozenset[str]]
) -> tuple[Cluster, ...]:
    """The deals, none of which holds both source ids of a pair of `two_deals`."""
    if not two_deals:
        return tuple(clusters)
    return tuple(part for cluster in clusters for part in _parts(cluster, two_deals))


def _parts(cluster: Cluster, two_deals: frozenset[frozenset[str]]) -> Iterator[Cluster]:
    bids = Counter(bid.source for bid in cluster.bids)
    pairs = [pair for pair in two_deals if pair <= bids.keys()]
    if not pairs:
        yield cluster
        return
    judged = {source for pair in pairs for source in pair}
    groups: list[set[str]] = []
    for source in sorted(judged, key=lambda one: (-bids[one], one)):
        fitting = (
            group for group in groups if not any({source, other} in pairs for other in group)
        )
        home = next(fitting, None)
        if home is None:
            home = set()
            groups.append(home)
        home.add(source)
    main = max(groups, key=len)
    main |= bids.keys() - judged
    for group in groups:
        members = tuple(bid for bid in cluster.bids if bid.source in group)
        yield Cluster(members, (*cluster.reasons, JUDGED))
