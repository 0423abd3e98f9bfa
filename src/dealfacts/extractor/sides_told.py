"""Where an article first names each side of its deal in its role: the sentence and the name.

Refuses sides that only prominence tells: a word of buying or selling must name them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, SELLER, TARGET

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.placed import Named

# Votes weaker than this say of a name that it may be a side; "from" names many who sell nothing.
PLAIN = {BUYER: 2, TARGET: 2, SELLER: 3}


def first_told(contexts: tuple[Context, ...]) -> dict[str, tuple[int, Named]]:
    """By role: the number of the sentence that first names the side in it, and where.

    Sentences of the story go before headings.
    """
    found: dict[str, tuple[int, Named]] = {}
    telling = (context for context in contexts if context.votes)
    for context in sorted(telling, key=lambda each: each.is_heading):
        sides = context.parties
        for role, name in (
            (BUYER, sides.acquirer),
            (TARGET, None if sides.asset else sides.target),
            (SELLER, sides.seller),
        ):
            if role in found or name is None:
                continue
            votes = context.votes_by_role.get(role, ())
            if any(vote.name == name and vote.strength >= PLAIN[role] for vote in votes):
                # who buys may be a person
                names = context.names if role == BUYER else context.organisations
                named = next((each for each in names if each.name == name), None)
                if named is not None:
                    found[role] = (context.scene.number, named)
    return found
