"""Who buys something else than the article's target, in its background: "Contoso, bought by NAME".

Refuses to take votes away near the top, where the target itself may have been read wrongly.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, TARGET
from dealfacts.extractor.prominence import HEADINGS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.ballots import Vote
    from dealfacts.extractor.scene import Reading

# The title and the first sentence
LEAD = 1
# a name beside a word of dealing, which need not be its object
FAINT = 1


def of_others(
    reading: Reading, votes: Sequence[Sequence[Vote]], target: str | None, role: str = BUYER
) -> Counter[str]:
    """The votes for buyers of something else, further down: "Contoso, bought by Northwind, was".

    With another role those for who sells something else.
    """
    found: Counter[str] = Counter()
    for scene, cast in zip(reading.scenes, votes, strict=True):
        if (
            target is None
            or min(scene.number, scene.rank) <= LEAD
            or scene.sentence.part in HEADINGS
        ):
            continue
        weight = WEIGHTS[scene.rank] if scene.rank < len(WEIGHTS) else 1
        bought = {v.place: v.name for v in cast if v.role == TARGET and v.strength > FAINT}
        for vote in cast:
            other = bought.get(vote.place, target)
            if vote.role == role and other.partition(" ")[0] != target.partition(" ")[0]:
                found[vote.name] += vote.strength * weight
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
