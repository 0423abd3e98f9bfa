"""Claims of articles that report no deal, about a company that is a party of one.

A profile without the deal still says when the company was founded. Such claims are compared with
those of the deal, but stay outside of it: the article is not counted among the deal's sources.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dealfacts.model.values import Person, Seat
from dealfacts.reconciler.name_parts import organisation_parts
from dealfacts.reconciler.names import Sameness, compare_organisations
from dealfacts.reconciler.policy import Answers, answers
from dealfacts.reconciler.subjects import OF_THE_DEAL, PERSONAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Deal

# What a company is worth or raises belongs to a deal, even if the article does not say to which.
BOUND_TO_A_DEAL = OF_THE_DEAL | {"valuation", "share_price", "quote"}
NEAR = frozenset({Sameness.SAME, Sameness.SPELLING_VARIANT, Sameness.PARTIAL})


def hosts(claims: Iterable[Claim], deals: Sequence[Deal]) -> Mapping[str, str]:
    """Claim id to the id of the deal whose party it is about; others are missing."""
    index: dict[str, list[tuple[str, Deal]]] = defaultdict(list)
    for deal in deals:
        for side in (deal.target, deal.acquirer):
            if side and (key := _key(side)):
                index[key].append((side, deal))
    known: dict[str, str | None] = {}
    found: dict[str, str] = {}
    people: dict[tuple[str, str], str] = {}
    waiting: list[Claim] = []
    for claim in claims:
        if not may_be_guest(claim):
            continue
        firm = firm_of(claim)
        if firm is None:
            waiting.append(claim)
            continue
        if firm not in known:
            known[firm] = _host(firm, index)
        deal_id = known[firm]
        if deal_id is not None:
            found[claim.id] = deal_id
            if isinstance(claim.value, Person) and claim.value.name:
                people[claim.source, claim.value.name] = deal_id
    # A person goes where the same article puts the person's firm.
    for claim in waiting:
        whose = people.get((claim.source, claim.subject))
        if whose is not None:
            found[claim.id] = whose
    return found


def may_be_guest(claim: Claim) -> bool:
    """Whether a claim of an article without a deal can be compared with those of one."""
    return claim.attribute not in BOUND_TO_A_DEAL and answers(claim.attribute) is not Answers.NONE


def firm_of(claim: Claim) -> str | None:
    """The company that a claim is about; None for a person's."""
    match claim.value:
        case Person(organisation=firm):
            return firm
        case Seat(board=board):
            return board
        case _:
            return None if claim.attribute in PERSONAL else claim.subject


def _key(name: str) -> str:
    core = organisation_parts(name).core
    return core[0] if core else ""


def _host(firm: str, index: Mapping[str, Sequence[tuple[str, Deal]]]) -> str | None:
    """The deal with the most sources among those with this company as a party."""
    fitting = [
        deal
        for side, deal in index.get(_key(firm), ())
        if compare_organisations(firm, side).verdict in NEAR
    ]
    if not fitting:
        return None
    return min(fitting, key=lambda deal: (-len(deal.sources), deal.label, deal.id)).id
