"""Sentences on what a side bought beside the deal: "Last month it bought the retail arm of Beta".

"There it bought 2%" goes on with the sentence before. Refuses sentences that name the target, and
stories in which a part of a company is what is sold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import ASSET, TARGET
from dealfacts.extractor.own_sides import is_side

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# The lead of a story is about its own deal.
LEAD = 4


def is_bought_elsewhere(context: Context) -> bool:
    """Whether what is bought in a sentence is a part of others, or what the last one told of."""
    parties, before = context.parties, context.previous
    if parties.target is None or context.sides_named & {parties.target}:
        return False
    if context.words[0] == "there" and before is not None:
        bought = [vote.name for vote in before.votes if vote.role == TARGET]
        return bool(bought) and not any(is_side(context, name) for name in bought)
    is_far = context.scene.rank >= LEAD and parties.asset is None
    return is_far and bool(context.votes_by_role.get(ASSET))
