"""What each item comes to: one question with one answer, a list of entries, or a denial.

Lists (quotations, units, posts) are told apart entry by entry, so that two entries never conflict;
attributes with usually one value are split where one article itself gives two.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.model.values import Seat, Term
from dealfacts.model.vocabulary import Change, Modality, Relation
from dealfacts.reconciler import histories
from dealfacts.reconciler.asides import rejoined
from dealfacts.reconciler.bases import FARTHEST, side_by_side, stated
from dealfacts.reconciler.camps import Division, Party, divide
from dealfacts.reconciler.compare import quantity, relation
from dealfacts.reconciler.denials import denial
from dealfacts.reconciler.doubts import is_something_else, of_one_event
from dealfacts.reconciler.facts import Left
from dealfacts.reconciler.findings import judge
from dealfacts.reconciler.organisations import PARTIES, of_this_side, one_name
from dealfacts.reconciler.periods import AGREES, side
from dealfacts.reconciler.policy import INSTALMENT, Answers, answers
from dealfacts.reconciler.posts import fullest
from dealfacts.reconciler.slips import factor, is_slip, is_telling
from dealfacts.reconciler.stages import ended_on, told_alone
from dealfacts.reconciler.stances import printed, stances
from dealfacts.reconciler.two_things import kinds_apart, parts_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Fact, Finding
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.facts import Item
    from dealfacts.reconciler.findings import Outcome
    from dealfacts.reconciler.stances import Stance

CLASHES = frozenset({Relation.CONFLICT, Relation.STRAINED, Relation.ONE_DAY_OFFSET})
# Below this an article may well give one sum twice, once wrongly.
LARGE_GAP = Decimal("0.15")
# A premium over an unknown price says nothing against another premium.
NEEDS_A_REFERENCE = frozenset({"premium"})


def outcomes(
    item: Item, context: Context
) -> tuple[tuple[Outcome, ...], tuple[tuple[Fact, Finding], ...], tuple[Left, ...]]:
    """The facts of one item, findings about denials, and claims that met nothing."""
    said = [claim for claim in item.claims if not _is_denial(claim)]
    denied = [claim for claim in item.claims if _is_denial(claim)]
    found: list[Outcome] = []
    left: list[Left] = []
    aside = item.aside
    for entry in _entries(item._replace(aside=()), said):
        division = _divided(entry, context)
        left.extend(Left(claim, reason) for claim, reason in division.left)
        division = _with_guests(entry, division)
        parted = _split(entry, division, context, aside)
        shares = [(part, share) for part, share in parted if share.parties]
        shares, aside = rejoined(shares, entry._replace(aside=aside), context)
        found.extend(judge(part, share, context) for part, share in shares)
    left.extend(aside)
    denials = _denials(item, said, denied, context)
    met = {claim for _, finding in denials for claim in finding.claims}
    left.extend(
        Left(claim, "denied, and no source asserts it") for claim in denied if claim.id not in met
    )
    return tuple(found), denials, tuple(left)


def _divided(item: Item, context: Context) -> Division:
    """The camps of an item; a post is one answer, because its subject already names the holder."""
    if item.attribute != "person_role":
        found = divide(item.claims, context.origins, lenient=item.lenient)
        if item.attribute in PARTIES:
            return of_this_side(one_name(found, context), item.attribute, context)
        if item.attribute != "deal_status":
            return found
        return found._replace(parties=tuple(ended_on(party, context) for party in found.parties))
    return Division((Party(fullest(item.subject, stances(item.claims)), item.claims),), (), (), ())


def _with_guests(item: Item, division: Division) -> Division:
    """The division with converted sums added to the camps that they are conversions of."""
    parties = list(division.parties)
    for guest in item.guests if parties else ():
        leads = [party.lead.claims for party in parties]
        homes = [*enumerate(leads), *enumerate(party.claims for party in parties)]
        at = next((at for at, told in homes if guest.fits(told)), 0)
        parties[at] = Party(parties[at].lead, (*parties[at].claims, guest.claim))
    return division._replace(parties=tuple(parties))


def _is_denial(claim: Claim) -> bool:
    return claim.modality is Modality.DENIED and not isinstance(claim.value, Term)


def _entries(item: Item, claims: Sequence[Claim]) -> Iterator[Item]:
    """The item itself, or one item for each entry of a list."""
    if answers(item.attribute) is not Answers.LIST:
        if claims:
            yield item._replace(claims=tuple(claims))
        return
    if item.attribute == "person_role":
        if claims:
            yield item._replace(claims=tuple(claims))
        return
    groups: list[tuple[Stance, list[Claim]]] = []
    for stance in stances(claims):
        for lead, group in groups:
            if relation(lead.side, stance.side) is not Relation.NOT_COMPARABLE:
                group.extend(stance.claims)
                break
        else:
            groups.append((stance, list(stance.claims)))
    for lead, group in groups:
        yield item._replace(claims=tuple(group), mark=printed(lead.side.value))


def _split(
    item: Item, division: Division, context: Context, aside: Sequence[Left]
) -> Iterator[tuple[Item, Division]]:
    """One division; camps that their own articles set beside a better attested one stand apart.

    So does the last stage of a deal that one article alone tells.
    """
    if item.attribute == "deal_status" and len(division.parties) == 1:
        shared, last = told_alone(division.parties[0], context)
        yield item, division._replace(parties=(shared,))
        if last is not None:
            mark = printed(last.lead.side.value)
            yield item._replace(mark=mark), Division((last,), (), (), ())
        return
    apart = set(_apart(item, division, context))
    apart |= kinds_apart(item, division, aside) | parts_apart(item, division)
    in_turn = histories.bids(item, division)
    # Whoever misprints a bid speaks of that bid.
    slipped = histories.slips(division, in_turn)
    whole = len(division.parties)
    home = {at: at if at in apart else whole for at in range(whole)}
    home |= {at: home[bid] for at, bid in slipped.items()}
    home |= dict(of_one_event(item, division.parties, sorted(apart - slipped.keys())))
    noted = item._replace(notes=(*item.notes, histories.told(len(in_turn))))
    kept = [at for at in range(whole) if home[at] == whole]
    place = {at: rank for rank, at in enumerate(kept)}
    between = []
    extra: dict[int, list[Claim]] = {at: [] for at in range(whole)}
    for claim, places in division.between:
        left = tuple(place[at] for at in places if at in place)
        if len(left) > 1:
            between.append((claim, left))
        else:
            extra[kept[left[0]] if left else places[0]].append(claim)
    parties = [
        Party(party.lead, (*party.claims, *extra[at])) for at, party in enumerate(division.parties)
    ]
    main = tuple(parties[at] for at in kept)
    opening = noted if in_turn.intersection(kept) else item
    yield opening, division._replace(parties=main, between=tuple(between))
    for own in sorted({home[at] for at in home} - {whole}):
        mark = printed(parties[own].lead.side.value)
        entry = noted if own in in_turn else item
        members = (own, *(at for at in sorted(home) if home[at] == own and at != own))
        camps = tuple(parties[at] for at in members)
        yield entry._replace(mark=mark), Division(camps, (), (), ())


def _apart(item: Item, division: Division, context: Context) -> Iterator[int]:
    """The camps that speak of something else, as far as their own articles tell.

    An article that gives two values for one question means two things: another stake, an earlier
    round. For the central figures of a deal it takes a large gap, since articles do contradict
    themselves in small things, and slips of the pen are large.
    """
    parties = division.parties
    often = answers(item.attribute) is Answers.OFTEN_ONE
    is_open = item.period is None and item.attribute in NEEDS_A_REFERENCE
    in_parts = item.subject.endswith(INSTALMENT)
    told = histories.bids(item, division)
    prices = histories.offered(item, context) if len(parties) > 1 else {}
    gone: set[int] = set()
    for at in range(1, len(parties)):
        # What stands apart itself is no measure: April's news beside that of 15 and 16 October.
        for other in (parties[place] for place in range(at) if place not in gone):
            one = parties[at]
            if relation(one.lead.side, other.lead.side) not in CLASHES:
                continue
            if (
                is_open
                or (in_parts and not is_slip(one.lead.side, other.lead.side))
                or at in told
                or histories.of_two_bids(prices, one, other)
                or is_something_else(item, one, other)
                or (_is_beside(one, other) and _are_two(one, other, often=often))
            ):
                gone.add(at)
                yield at
                break


def _is_beside(one: Party, other: Party) -> bool:
    """Whether every article that states the one value also states the other."""
    mine = {claim.source for claim in one.claims if claim not in other.claims}
    theirs = {claim.source for claim in other.claims if claim not in one.claims}
    return bool(mine) and mine <= theirs


def _are_two(one: Party, other: Party, *, often: bool) -> bool:
    """Whether an article that gives both values means two things; "£180" for "180p" is a slip."""
    if not often:
        return _is_another(one, other)
    return not (factor(one.lead.side, other.lead.side) and is_telling(one.lead.side.value))


def _is_another(one: Party, other: Party) -> bool:
    a, b = quantity(one.lead.side), quantity(other.lead.side)
    if a is None or b is None or is_slip(one.lead.side, other.lead.side):
        return False
    larger = max(abs(a.high), abs(b.high))
    near = larger <= FARTHEST * min(abs(a.low), abs(b.low))
    if near and (stated(one.claims) != stated(other.claims) or side_by_side(one, other)):
        # With and without debt is one question with two answers.
        return False
    return abs(a.low - b.low) > LARGE_GAP * larger


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
    return relation(side(claim), side(denied)) in AGREES
