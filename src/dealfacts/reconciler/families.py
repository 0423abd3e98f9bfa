"""Outlets of one publisher count as one voice, where the user says so.

Counts only: which articles are copies, and which report one deal, their texts decide. Refuses to
know any publisher; the families come from the user.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.reconciler.origins import SourceText


def counted_origins(
    sources: Sequence[SourceText],
    texts: Mapping[str, str],
    families: Mapping[str, tuple[str, ...]],
) -> dict[str, str]:
    """Source id to the origin that it counts as: that of its text, or of its outlet's family.

    `texts` is source id to origin of the text ("o1", ...); `families` maps a publisher to outlets.
    """
    house = {_folded(outlet): name for name, outlets in families.items() for outlet in outlets}
    kin: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        if source.outlet and (name := house.get(_folded(source.outlet))):
            kin[name].add(texts[source.id])
    top = {origin: origin for origin in texts.values()}
    for group in kin.values():
        # A copy of one family's story in another family's outlet joins both.
        joined = {top[origin] for origin in group}
        first = min(joined, key=_number)
        top = {origin: first if found in joined else found for origin, found in top.items()}
    return {source: top[origin] for source, origin in texts.items()}


def _folded(outlet: str) -> str:
    return " ".join(outlet.casefold().removeprefix("the ").split())


def _number(origin: str) -> tuple[int, str]:
    """Sorts "o2" before "o10"."""
    return len(origin), origin
