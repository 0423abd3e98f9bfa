"""Finds the articles and claims of this drop that people have judged in an earlier one.

By their words, under whatever name they lie today; an article whose words have changed, or that was
judged without them, by its id. Refuses to judge.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from dealfacts.model.judged import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.judged import Named
    from dealfacts.reconciler.origins import SourceText


def misread_today(
    claims: Iterable[Claim],
    sources: Iterable[SourceText],
    ids: frozenset[str],
    passages: frozenset[Passage],
) -> frozenset[str]:
    """The ids of the claims that were judged to be misread; copies of an article share them."""
    if not passages:
        return ids
    text = {source.id: source.digest for source in sources}
    judged = {passage.text for passage in passages} - {""}
    return ids | {
        claim.id
        for claim in claims
        if text.get(claim.source) in judged and Passage.of(claim, text[claim.source]) in passages
    }


def apart_today(
    pairs: frozenset[frozenset[Named]], sources: Iterable[SourceText]
) -> frozenset[frozenset[str]]:
    """The pairs of source ids that were judged to tell of two deals."""
    if not pairs:
        return frozenset()
    known: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        known[source.digest].append(source.id)
    return frozenset(
        frozenset((a, b))
        for one, other in map(tuple, pairs)
        for a, b in product(_today(one, known), _today(other, known))
        if a != b
    )


def _today(article: Named, known: Mapping[str, Sequence[str]]) -> Sequence[str]:
    return (known.get(article.text) if article.text else None) or (article.id,)
