"""Sentences on what a side bought beside the deal: "Last month it bought the retail arm of Beta".

"There it bought 2%" goes on with the sentence before; "Beta's sale of a stake" is that of others.
Refuses sentences that name the target, and stories in which a part of a company is what is sold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import ASSET, SELLER, TARGET
from dealfacts.extractor.kin import is_of_house
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import last_before
from dealfacts.lexicon.cues import groups

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# Headline and first sentence tell of the deal of the story, and of who sells.
OPENING = 2
# "it follows Beta's sale of a $9m stake": how far the owner of the deal stands before its sum
OWNED_REACH, POSSESSIVE = 9, frozenset({("'s",), ("'",), ("’s",)})


def is_bought_elsewhere(context: Context) -> bool:
    """Whether what is bought in a sentence is a part of others, or what the last one told of."""
    parties, before = context.parties, context.previous
    if parties.target is None or context.sides_named & {parties.target}:
        return False
    if context.words[0] == "there" and before is not None:
        bought = [vote.name for vote in before.votes if vote.role == TARGET]
        return bool(bought) and not any(is_side(context, name) for name in bought)
    votes = context.votes_by_role
    if parties.asset is not None or ASSET not in votes or SELLER not in votes:
        return False
    opening = context.story.contexts[:OPENING]
    told = {each.name for early in opening for each in early.names}
    sellers = {vote.name for vote in votes[SELLER]}
    return context.scene.number >= OPENING and sellers.isdisjoint(told)


def is_deal_of_others(context: Context, place: int) -> bool:
    """Whether the deal right before belongs to a company that is no side: "Beta's sale of a"."""
    if context.own_names or context.scene.number < OPENING or context.parties.by_funding:
        return False
    owner = last_before(context.organisations, place)
    if owner is None or place - owner.place > OWNED_REACH or is_of_house(context, owner.name):
        return False
    behind = context.words[owner.place + 1 : owner.place + 4]
    return behind[:1] in POSSESSIVE and not groups()["purchase_noun"].isdisjoint(behind)
