"""What a careful reader found, in one shape, whatever form the gold file has.

Offsets are code points, half-open, into the whole article text. A source is named by its file
name without the suffix. Refuses to judge: what equals what is decided in equality.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Basis, Hedge, Modality

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dealfacts.model.values import Value


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One labelled claim.

    `attributes` holds the right answer first, then the others that count as right; `start`, `end`
    span the value, `wide` the clause or sentence around it. `optional` claims are right if found
    and no miss if absent. `inferred` values come from outside the words of the value; where
    `exact`, evidence must cover the whole span, else it may leave out a hedge word or an article.
    """

    id: str
    source: str
    attributes: tuple[str, ...]
    value: Value
    quote: str
    start: int
    end: int
    wide: tuple[int, int]
    hedge: Hedge = Hedge.NONE
    period: str | None = None
    other_periods: tuple[str, ...] = ()
    modalities: tuple[Modality, ...] = (Modality.ACTUAL,)
    bases: tuple[Basis, ...] = (Basis.UNSPECIFIED,)
    optional: bool = False
    inferred: bool = False
    exact: bool = False
    note: str = ""

    @property
    def attribute(self) -> str:
        """The right attribute."""
        return self.attributes[0]


@dataclass(frozen=True, slots=True)
class GoldGroup:
    """Claims of one fact that say the same: `claims` are ids of gold claims."""

    value: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    hedged: bool


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One data item. `statuses` holds the right answer first, then the others that count.

    A status is "conflict", "agreement", "compatible" or "single-source".
    """

    id: str
    attribute: str
    subject: str
    period: str | None
    statuses: tuple[str, ...]
    groups: tuple[GoldGroup, ...]
    why: str = ""

    @property
    def sources(self) -> frozenset[str]:
        """Every source that states the fact."""
        return frozenset(source for group in self.groups for source in group.sources)


@dataclass(frozen=True, slots=True)
class GoldCheck:
    """Arithmetic across claims: what it comes to in words, and whether it holds."""

    name: str
    verdict: str
    holds: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """A stretch of text: a negative that must yield nothing, or a trap and its right reading."""

    id: str
    source: str
    start: int
    end: int
    quote: str
    right: str


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold file.

    `aliases` maps a name as it varies, lower-cased, to the name that it stands for; `labels` are
    the attributes that its author labelled at all. Only `sources` are scored; `deals` gives the
    deal of every article at hand (None: it reports no deal), copies included.
    """

    name: str
    sources: tuple[str, ...]
    labels: frozenset[str]
    claims: tuple[GoldClaim, ...]
    facts: tuple[GoldFact, ...] = ()
    checks: tuple[GoldCheck, ...] = ()
    negatives: tuple[GoldSpan, ...] = ()
    traps: tuple[GoldSpan, ...] = ()
    published: Mapping[str, date] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    deals: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def known(self) -> frozenset[str]:
        """Every article that the file speaks of, scored or not."""
        return frozenset((*self.sources, *self.deals))
