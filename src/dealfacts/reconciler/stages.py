"""Which stage of a deal its articles end on: the last one, and not the one that sounds most final.

"Rejected" in January and "agreed" in March is a deal that was agreed. Goes by publication days;
without them by the order that stages have by nature. Refuses to take back a closing. A stage that
one voice tells is no agreement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.values import Term
from dealfacts.model.vocabulary import Stage
from dealfacts.reconciler.camps import Party
from dealfacts.reconciler.stances import stances

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.context import Context

# After one of these a deal can still go on; what then follows takes its place.
BROKEN = frozenset({Stage.REJECTED, Stage.DENIED, Stage.BLOCKED, Stage.TERMINATED})
SHARED = 2
GOING = frozenset({Stage.TALKS, Stage.AGREED, Stage.CLOSED})
# What comes after a break where the days of the articles are not known.
LATER = {
    Stage.REJECTED: frozenset({Stage.AGREED, Stage.CLOSED, Stage.TERMINATED, Stage.BLOCKED}),
    Stage.DENIED: frozenset({Stage.AGREED, Stage.CLOSED, Stage.TERMINATED, Stage.BLOCKED}),
    Stage.BLOCKED: frozenset({Stage.TERMINATED}),
}


def ended_on(party: Party, context: Context) -> Party:
    """The camp of stages with the last one as its lead; as it was where days are missing."""
    published = context.published
    told = {claim: _stage(claim) for claim in party.claims}
    if None in told.values():
        return party
    left = [
        stance for stance in stances(party.claims) if not _is_over(stance.claims, told, published)
    ]
    return Party(left[0], party.claims) if left else party


def told_alone(party: Party, context: Context) -> tuple[Party, Party | None]:
    """The stages that articles share, and the last one apart where one voice alone tells it.

    "Closed" in one article of six is no agreement; "agreed" in the other five is.
    """
    lead = party.lead.side.value
    if context.count_origins(party.backers) > 1:
        return party, None
    rest = tuple(claim for claim in party.claims if claim.value != lead)
    if context.count_origins(claim.source for claim in rest) < SHARED:
        return party, None
    last = Party(party.lead, tuple(claim for claim in party.claims if claim.value == lead))
    return ended_on(Party(stances(rest)[0], rest), context), last


def _stage(claim: Claim) -> Stage | None:
    value = claim.value
    return Stage(value.term) if isinstance(value, Term) and value.term in set(Stage) else None


def _is_over(
    claims: Sequence[Claim],
    told: Mapping[Claim, Stage | None],
    published: Mapping[str, date | None],
) -> bool:
    """Whether a break was followed by a stage on which the deal goes on."""
    broken_by = told[claims[0]]
    if broken_by not in BROKEN:
        return False
    if any(published.get(claim.source) is None for claim in told):
        # A bid is turned down before it is agreed to, a deal forbidden before it is called off.
        later = LATER.get(broken_by, frozenset())
        return any(stage in later for stage in told.values())
    last = max(_day(claim, published) for claim in claims)
    broken = {claim.source for claim in claims if _day(claim, published) == last}
    # An article that tells of both tells the break as history.
    return any(
        _day(claim, published) > last or (claim.source in broken and len(broken) == 1)
        for claim, stage in told.items()
        if stage in GOING
    )


def _day(claim: Claim, published: Mapping[str, date | None]) -> str:
    day = published.get(claim.source)
    return "" if day is None else day.isoformat()
