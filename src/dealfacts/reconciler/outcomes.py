"""What each item comes to: one question with one answer, a list of entries, or a denial.

Lists (quotations, units, posts) are told apart entry by entry, so that two entries never conflict;
attributes with usually one value are split where one article itself gives two.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dealfacts.model.values import Seat, Term
from dealfacts.model.vocabulary import Change, Modality, Relation
from dealfacts.reconciler.camps import Division, Party, divide
from dealfacts.reconciler.compare import compare
from dealfacts.reconciler.denials import denial
from dealfacts.reconciler.facts import Left
from dealfacts.reconciler.findings import judge
from dealfacts.reconciler.periods import AGREES, side
from dealfacts.reconciler.policy import Answers, answers
from dealfacts.reconciler.stances import printed, stances

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Fact, Finding
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.facts import Item
    from dealfacts.reconciler.findings import Outcome
    from dealfacts.reconciler.stances import Stance

CLASHES = frozenset({Relation.CONFLICT, Relation.STRAINED})


def outcomes(
    item: Item, context: Context
) -> tuple[tuple[Outcome, ...], tuple[tuple[Fact, Finding], ...], tuple[Left, ...]]:
    """The facts of one item, findings about denials, and claims that met nothing."""
    said = [claim for claim in item.claims if not _is_denial(claim)]
    denied = [claim for claim in item.claims if _is_denial(claim)]
    found: list[Outcome] = []
    left: list[Left] = []
    for entry in _entries(item, said):
        division = _divided(entry, context)
        left.extend(Left(claim, reason) for claim, reason in division.left)
        for part, share in _split(entry, division):
            if share.parties:
                found.append(judge(part, share, context))
    denials = _denials(item, said, denied, context)
    met = {claim for _, finding in denials for claim in finding.claims}
    left.extend(
        Left(claim, "denied, and no source asserts it") for claim in denied if claim.id not in met
    )
    return tuple(found), denials, tuple(left)


def _divided(item: Item, context: Context) -> Division:
    """The camps of an item; a post is one answer, because its subject already names the holder."""
    if item.attribute != "person_role":
        return divide(item.claims, context.origins, lenient=item.lenient)
    lead, *_ = stances(item.claims)
    return Division((Party(lead, item.claims),), (), (), ())


def _is_denial(claim: Claim) -> bool:
    return claim.modality is Modality.DENIED and not isinstance(claim.value, Term)


def _entries(item: Item, claims: Sequence[Claim]) -> Iterator[Item]:
    """The item itself, or one item for each entry of a list."""
    if answers(item.attribute) is not Answers.LIST:
        if claims:
            yield replace(item, claims=tuple(claims))
        return
    if item.attribute == "person_role":
        if claims:
            yield replace(item, claims=tuple(claims))
        return
    groups: list[tuple[Stance, list[Claim]]] = []
    for stance in stances(claims):
        for lead, group in groups:
            if compare(lead.side, stance.side).relation is not Relation.NOT_COMPARABLE:
                group.extend(stance.claims)
                break
        else:
            groups.append((stance, list(stance.claims)))
    for lead, group in groups:
        yield replace(item, claims=tuple(group), mark=printed(lead.side.value))


def _split(item: Item, division: Division) -> Iterator[tuple[Item, Division]]:
    """One division, or one for each camp where an article gives several values side by side."""
    if answers(item.attribute) is not Answers.OFTEN_ONE or not _side_by_side(division):
        yield item, division
        return
    for at, party in enumerate(division.parties):
        extra = tuple(claim for claim, places in division.between if places[0] == at)
        share = Division((Party(party.lead, (*party.claims, *extra)),), (), (), ())
        yield replace(item, mark=printed(party.lead.side.value)), share


def _side_by_side(division: Division) -> bool:
    """Whether one article states the values of two camps that cannot both be one answer."""
    parties = division.parties
    for b, other in enumerate(parties):
        for one in parties[:b]:
            if compare(one.lead.side, other.lead.side).relation not in CLASHES:
                continue
            mine = {claim.source for claim in one.claims if claim not in other.claims}
            theirs = {claim.source for claim in other.claims if claim not in one.claims}
            if mine & theirs:
                return True
    return False


def _denials(
    item: Item, said: Sequence[Claim], denied: Sequence[Claim], context: Context
) -> tuple[tuple[Fact, Finding], ...]:
    """A fact and a finding for each denied value that other articles assert."""
    found = []
    for stance in stances(denied):
        against = tuple(claim for claim in said if _contradicts(claim, stance.claims[0]))
        if against:
            found.append(denial(item, against, stance.claims, context))
    return tuple(found)


def _contradicts(claim: Claim, denied: Claim) -> bool:
    if claim.source == denied.source:
        return False
    if isinstance(claim.value, Seat):
        # Whoever is barred from a seat, or said not to take it, does not join or keep it.
        return claim.value.change is not Change.LEAVES
    return compare(side(claim), side(denied)).relation in AGREES
