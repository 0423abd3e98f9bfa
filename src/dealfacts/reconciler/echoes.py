"""Articles that say nothing of their own: what a copy says is heard once and counted as printed.

An article is an echo of another one of its origin if every claim of it stands there too. All
decisions are made on the other articles' claims; the echo's are added to the camps afterwards, so
that a copy changes counts only. Refuses to drop a claim: an article with one word of its own is
heard in full.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.reconciler.stances import printed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.camps import Division

Key = tuple[object, ...]


class Heard(NamedTuple):
    """The claims that speak for themselves, and the echoes of each by its id."""

    voices: tuple[Claim, ...]
    echoes: Mapping[str, tuple[Claim, ...]]


def hear(claims: Sequence[Claim], origins: Mapping[str, str]) -> Heard:
    """Tells the voices from the echoes; `claims` come sorted by source."""
    by_source: dict[str, list[tuple[Key, Claim]]] = defaultdict(list)
    for claim in claims:
        by_source[claim.source].append((_key(claim), claim))
    sources: dict[str, list[str]] = defaultdict(list)
    for source in by_source:
        sources[origins.get(source, source)].append(source)
    echoes: dict[str, list[Claim]] = defaultdict(list)
    silent: set[str] = set()
    for kin in sources.values():
        # The fullest text of an origin first: the others may be cut.
        heard: list[str] = []
        for source in sorted(kin, key=lambda name: (-len(by_source[name]), name)):
            twin = next((one for one in heard if _holds(by_source[one], by_source[source])), None)
            if twin is None:
                heard.append(source)
                continue
            silent.add(source)
            waiting: dict[Key, list[Claim]] = defaultdict(list)
            for key, claim in by_source[twin]:
                waiting[key].append(claim)
            for key, claim in by_source[source]:
                echoes[waiting[key].pop(0).id].append(claim)
    voices = tuple(claim for claim in claims if claim.source not in silent)
    return Heard(voices, {one: tuple(found) for one, found in echoes.items()})


def _key(claim: Claim) -> Key:
    return (
        claim.attribute,
        claim.subject,
        printed(claim.value),
        claim.hedge,
        claim.period,
        claim.basis,
        claim.modality,
        claim.parties,
        claim.evidence.quote,
    )


def _holds(full: Sequence[tuple[Key, Claim]], cut: Sequence[tuple[Key, Claim]]) -> bool:
    return Counter(key for key, _ in cut) <= Counter(key for key, _ in full)


def loud(claims: Sequence[Claim], echoes: Mapping[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
    """Claims with their echoes behind them."""
    return (*claims, *(echo for claim in claims for echo in echoes.get(claim.id, ())))


def widened(division: Division, echoes: Mapping[str, tuple[Claim, ...]]) -> Division:
    """The camps with the echoes of their claims."""
    if not echoes:
        return division
    return division._replace(
        parties=tuple(
            party._replace(claims=loud(party.claims, echoes)) for party in division.parties
        ),
        between=tuple(
            (told, places) for claim, places in division.between for told in loud([claim], echoes)
        ),
        bold=loud(division.bold, echoes),
    )
