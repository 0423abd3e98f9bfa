"""Brings the further figures of a sentence back to the facts that other articles make of them.

"The plant opens in 2027 and runs at full speed in 2031" answers two questions that only the rest
of the drop tells apart. A figure joins where it agrees and its sentence has no other figure;
refuses to set it against anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.reconciler.camps import Division, Party, divide
from dealfacts.reconciler.compare import relation
from dealfacts.reconciler.periods import AGREES, sentence, side
from dealfacts.reconciler.stances import printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.facts import Item, Left

Share = tuple["Item", Division]
FEWEST = 2


def rejoined(
    shares: Sequence[Share], item: Item, context: Context
) -> tuple[list[Share], tuple[Left, ...]]:
    """The facts of an item with the figures set aside that agree with one of them, and the rest.

    Figures that two articles set aside alike make a fact of their own.
    """
    found = list(shares)
    told = [{sentence(claim) for claim in _everyone(share[1])} for share in found]
    rest: list[Left] = []
    for one in item.aside:
        where = sentence(one.claim)
        others = (at for at, here in enumerate(told) if where not in here)
        at = next((at for at in others if _agrees(found[at][1], one.claim)), None)
        if at is None:
            rest.append(one)
        else:
            found[at] = (found[at][0], _with(found[at][1], one.claim))
            told[at].add(where)
    alike = divide(tuple(one.claim for one in rest), context.origins)
    for party in alike.parties:
        if len(party.sources) >= FEWEST:
            mark = printed(party.lead.side.value)
            found.append((item._replace(mark=mark, aside=()), Division((party,), (), (), ())))
            kept = {claim.id for claim in party.claims}
            rest = [one for one in rest if one.claim.id not in kept]
    return found, tuple(rest)


def _everyone(division: Division) -> Iterator[Claim]:
    for party in division.parties:
        yield from party.claims
    yield from (claim for claim, _ in division.between)


def _agrees(division: Division, claim: Claim) -> bool:
    return any(relation(party.lead.side, side(claim)) in AGREES for party in division.parties)


def _with(division: Division, claim: Claim) -> Division:
    joined = next(
        party for party in division.parties if relation(party.lead.side, side(claim)) in AGREES
    )
    wider = Party(joined.lead, (*joined.claims, claim))
    return division._replace(
        parties=tuple(wider if party is joined else party for party in division.parties)
    )
