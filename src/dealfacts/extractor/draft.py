"""A claim in the making: what a kind proposes, before the proposals for one figure compete."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.mention import NO_HEDGE
from dealfacts.model.vocabulary import Basis, Modality

if TYPE_CHECKING:
    from dealfacts.extractor.mention import HedgeCue, Mention
    from dealfacts.model.values import Money, Value


class Draft(NamedTuple):
    """A proposed claim. `score` 0 to 100 grades it against other proposals for the same words.

    `is_exclusive` drafts compete: of those whose ranges overlap only the best becomes a claim.
    `parties` is set where the claim is about another deal than its article.
    """

    attribute: str
    subject: str
    start: int
    end: int
    value: Value
    score: int
    reasons: tuple[str, ...] = ()
    hedge: HedgeCue = NO_HEDGE
    period: str | None = None
    basis: Basis = Basis.UNSPECIFIED
    modality: Modality = Modality.ACTUAL
    speaker: str | None = None
    restated: Mention[Money] | None = None
    is_exclusive: bool = True
    parties: tuple[str | None, str | None] | None = None
