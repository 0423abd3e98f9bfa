"""What else one deal's articles say: the ground on which causes and checks are judged.

Built once per deal; looked up, never changed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Term
from dealfacts.model.vocabulary import Modality, Stage
from dealfacts.reconciler.stances import printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from dealfacts.model.claims import Claim

ORDER = {stage.value: at for at, stage in enumerate(Stage)}


class Context(NamedTuple):
    """One deal's claims, with the publication date, origin, label and stage of its sources.

    `former` are the claims that articles make of a time before the deal, by attribute.
    """

    claims: tuple[Claim, ...]
    by_value: Mapping[str, tuple[Claim, ...]]
    stages: Mapping[str, str]
    published: Mapping[str, date | None]
    origins: Mapping[str, str]
    labels: Mapping[str, str]
    echoes: Mapping[str, tuple[Claim, ...]]
    former: Mapping[str, tuple[Claim, ...]]

    def same_value(self, claim: Claim, wanted: Callable[[Claim], bool]) -> tuple[Claim, ...]:
        """Other claims with the same printed value for which `wanted` holds."""
        found = self.by_value.get(value_key(claim), ())
        return tuple(other for other in found if other.id != claim.id and wanted(other))

    def label(self, source: str) -> str:
        """The short readable name of a source."""
        return self.labels.get(source, source)

    def count_origins(self, sources: Iterable[str]) -> int:
        """How many independent origins sources go back to."""
        return len({self.origins.get(source, source) for source in sources})


def value_key(claim: Claim) -> str:
    """The printed value without its granule, so that 15 and 15.0 are one."""
    return " ".join(printed(claim.value).split(" ")[:3])


def build(
    claims: Sequence[Claim],
    published: Mapping[str, date | None],
    origins: Mapping[str, str],
    labels: Mapping[str, str],
    echoes: Mapping[str, tuple[Claim, ...]],
) -> Context:
    """The context of one deal."""
    by_value: dict[str, list[Claim]] = defaultdict(list)
    stages: dict[str, str] = {}
    former: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_value[value_key(claim)].append(claim)
        if claim.modality is Modality.FORMER:
            former[claim.attribute].append(claim)
        if claim.attribute == "deal_status" and isinstance(claim.value, Term):
            term = claim.value.term
            if ORDER.get(term, -1) > ORDER.get(stages.get(claim.source, ""), -1):
                stages[claim.source] = term
    fixed = {key: tuple(group) for key, group in by_value.items()}
    told = {attribute: tuple(group) for attribute, group in former.items()}
    return Context(tuple(claims), fixed, stages, published, origins, labels, echoes, told)
