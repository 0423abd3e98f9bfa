"""Who buys something else than the article's target, in its background: "Contoso, bought by NAME".

Refuses to take votes away near the top, where the target itself may have been read wrongly.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, TARGET
from dealfacts.extractor.prominence import HEADINGS, PLAIN_PURCHASE, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.ballots import Vote
    from dealfacts.extractor.scene import Reading


def of_others(
    reading: Reading, votes: Sequence[Sequence[Vote]], target: str | None
) -> Counter[str]:
    """The votes for buyers of something else, far down: "Contoso, bought by Northwind, was"."""
    found: Counter[str] = Counter()
    for scene, cast in zip(reading.scenes, votes, strict=True):
        if target is None or scene.number <= len(WEIGHTS) or scene.sentence.part in HEADINGS:
            continue
        bought = {vote.place: vote.name for vote in cast if _is_plain_target(vote)}
        for vote in cast:
            other = bought.get(vote.place, target)
            if vote.role == BUYER and other.partition(" ")[0] != target.partition(" ")[0]:
                found[vote.name] += vote.strength
    return found


def of_other_buyers(
    reading: Reading, votes: Sequence[Sequence[Vote]], buyer: str | None
) -> Counter[str]:
    """The votes, far down, for what somebody else buys: "Fabrikam said it would buy NAME"."""
    found: Counter[str] = Counter()
    for scene, cast in zip(reading.scenes, votes, strict=True):
        if buyer is None or scene.number <= len(WEIGHTS) or scene.sentence.part in HEADINGS:
            continue
        buying = {vote.place: vote.name for vote in cast if vote.role == BUYER}
        for vote in cast:
            other = buying.get(vote.place, buyer)
            if vote.role == TARGET and other.partition(" ")[0] != buyer.partition(" ")[0]:
                found[vote.name] += vote.strength
    return found


def headline_buyer(reading: Reading, votes: Sequence[Sequence[Vote]]) -> str | None:
    """The only buyer of headline and lead, by their words of dealing."""
    found = {
        vote.name
        for scene, cast in zip(reading.scenes, votes, strict=True)
        if scene.rank < len(WEIGHTS)
        for vote in cast
        if vote.role == BUYER
    }
    return next(iter(found)) if len(found) == 1 else None


def _is_plain_target(vote: Vote) -> bool:
    """Whether a vote names what is bought, by a plain verb or noun of buying."""
    return vote.role == TARGET and vote.strength >= PLAIN_PURCHASE
