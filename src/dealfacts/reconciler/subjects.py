"""Which subjects of one deal's claims are one subject, spelled differently.

Links inside one deal only. A short form ("Example" beside "Example Industries") is linked when one
candidate remains; with two it stays alone.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Person
from dealfacts.reconciler.names import compare_organisations, compare_people, extends
from dealfacts.reconciler.policy import PARTS_OF_DEAL
from dealfacts.reconciler.spellings import cluster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Deal
    from dealfacts.reconciler.names import NameVerdict

SIDES = " / "
UNNAMED_DEAL = "the deal"
UNNAMED_COMPANY = "the company"
OFFER = "offer for "
HELD = " in "
ASPECT = ": "
# The holders of a side, and what two sides make together.
HOLDERS, UNION = " shareholders", "the combined company"
PERSONAL = frozenset({"person_role", "age", "board_seat", "quote"})
# Answers about the transaction itself, whatever an article calls its two sides.
OF_THE_DEAL = frozenset(
    {"acquirer", "announcement_date", "break_fee", "closing_date", "deal_amount", "deal_status"}
    | {"deal_type", "exchange_ratio", "premium", "prior_offer", "seller", "stake", "target"}
)
# An event of the deal that is compared with its announcement: the two may be days apart.
SIGNING = f"{ASPECT}signing"
# Who may hold a company of the same name.
KIN = frozenset({"brothers", "family", "families", "foundation", "heirs", "siblings", "sisters"})
# Whose debt it is of the deal's two sides, whatever the article calls them.
DEBTORS = {"taken over": 1, "left behind": 1, "financing": 0}
# Answers about what is bought, under whatever name an article knows it.
OF_THE_TARGET = frozenset({"valuation", "prior_valuation", "total_raised"})


class Subjects(NamedTuple):
    """The one name of every subject of a deal; `of` is total over the claims it was made from."""

    label: str
    people: Mapping[str, str]
    organisations: Mapping[str, str]
    sides: tuple[str | None, str | None] = (None, None)
    deal: str | None = None
    two_people: frozenset[frozenset[str]] = frozenset()

    def of(self, claim: Claim) -> str:
        """The name that all claims about this claim's subject share."""
        if is_of_the_deal(claim) or self._is_own_stake(claim):
            return self.label
        whose, _, aspect = claim.subject.partition(ASPECT)
        is_aspect = aspect in PARTS_OF_DEAL or (claim.attribute == "stake" and aspect)
        if is_aspect and whose in _own_labels(claim):
            # "Acme / Beta: placement", "Acme / Beta: before", whatever its article calls the sides
            return f"{self.label}{ASPECT}{aspect}"
        debtor = self.sides[DEBTORS[aspect]] if aspect in DEBTORS else None
        if claim.attribute == "debt" and debtor and whose in _own_labels(claim):
            return f"{self.organisation(debtor)}{ASPECT}{aspect}"
        if claim.attribute in PERSONAL and claim.subject in self.people:
            return self.people[claim.subject]
        return self.organisation(_of_union(claim) or self._of_target(claim) or _named(claim))

    def _is_own_stake(self, claim: Claim) -> bool:
        """Whether a share is that of the deal's buyer in its target, though its article knows less.

        "Acme in Beta", from an article that takes Acme for the target, is the stake that is bought.
        """
        acquirer, target = self.sides
        holder, _, held = claim.subject.partition(HELD)
        if claim.attribute != "stake" or None in self.sides or not held or ASPECT in held:
            return False
        ours = (self.organisations.get(acquirer or ""), self.organisations.get(target or ""))
        return None not in ours and (self.organisation(holder), self.organisation(held)) == ours

    def _of_target(self, claim: Claim) -> str | None:
        """The deal's target, for claims about "the target" of an article that names it oddly."""
        target = self.sides[1]
        if target is None or claim.deal != self.deal:
            return None
        if claim.subject.startswith(OFFER):
            whose, joint, aspect = claim.subject.removeprefix(OFFER).partition(ASPECT)
            # "Offer for Acme" in an article on Acme Lithium: nobody bids for its parent.
            is_side = _is_whose(whose, claim) or extends(whose, claim.parties[1] or "")
            return f"{OFFER}{target}{joint}{aspect}" if is_side else None
        holder, held, whose = claim.subject.partition(HELD)
        if claim.attribute == "stake" and held:
            company, joint, aspect = whose.partition(ASPECT)
            # a part of the buyer is no other name of what it buys
            is_part = extends(self.sides[0] or "", company) and not extends(company, target)
            is_own = company == claim.parties[1] and not (is_part or extends(holder, target))
            return f"{holder}{HELD}{target}{joint}{aspect}" if is_own else None
        is_target = claim.attribute in OF_THE_TARGET and claim.subject != claim.parties[0]
        return target if is_target and _is_whose(claim.subject, claim) else None

    def organisation(self, name: str) -> str:
        """The shared name of an organisation, also inside "A / B", "offer for A" and "A: price"."""
        if name.startswith(OFFER):
            return OFFER + self.organisation(name.removeprefix(OFFER))
        if ASPECT in name:
            whose, _, aspect = name.partition(ASPECT)
            return f"{self.organisation(whose)}{ASPECT}{aspect}"
        if name in self.organisations:
            return self.organisations[name]
        if HELD in name:
            holder, _, held = name.rpartition(HELD)
            who = self.people.get(holder) or self.organisation(holder)
            return f"{who}{HELD}{self.organisation(held)}"
        return SIDES.join(self.organisations.get(part, part) for part in name.split(SIDES))

    def person(self, name: str) -> str:
        """The shared name of a person."""
        return self.people.get(name, name)


def is_of_the_deal(claim: Claim) -> bool:
    """Whether a claim is about the deal of its own article, under whatever label."""
    if claim.attribute == "unit_name":
        # What takes the target is a question about the deal, whoever is said to have the unit.
        return True
    if claim.attribute not in OF_THE_DEAL:
        return False
    holder, _, held = claim.subject.partition(HELD)
    if claim.attribute == "stake" and held and (holder == held or extends(held, holder)):
        # Nobody holds a stake in itself: what is sold was read for who holds it. A family does.
        return KIN.isdisjoint(holder.casefold().split())
    return claim.subject.removesuffix(SIGNING) in _own_labels(claim)


def _of_union(claim: Claim) -> str | None:
    """A side's part of what a merger makes: "Acme shareholders in Beta" get no part of Beta."""
    holder, _, held = claim.subject.partition(HELD)
    owner = holder.removesuffix(HOLDERS)
    sides = claim.attribute == "stake" and holder != owner and {owner, held} == {*claim.parties}
    return f"{owner}{HELD}{UNION}" if sides else None


def _own_labels(claim: Claim) -> frozenset[str]:
    """What stands for the deal of a claim's own article: its label, a side, no name."""
    sides = [side for side in claim.parties if side]
    own = SIDES.join(sides) or UNNAMED_DEAL
    return frozenset({own, UNNAMED_DEAL, UNNAMED_COMPANY, *sides})


def _is_whose(whose: str, claim: Claim) -> bool:
    """Whether a name is a side of a claim's article, or "the company" where it has no target."""
    return whose in claim.parties or (whose == UNNAMED_COMPANY and not claim.parties[1])


def _named(claim: Claim) -> str:
    """The subject with "the company" resolved to the target of the claim's own article."""
    target = claim.parties[1]
    if target and claim.subject.endswith(UNNAMED_COMPANY):
        return claim.subject.removesuffix(UNNAMED_COMPANY) + target
    return claim.subject


def resolve(
    claims: Sequence[Claim],
    label: str,
    deal: Deal | None = None,
    two_people: frozenset[frozenset[str]] = frozenset(),
) -> Subjects:
    """Links the subjects, people and organisations that the claims of one deal name.

    `two_people` are pairs of names that were judged not to be one person's.
    """
    people: Counter[str] = Counter()
    organisations: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    for claim in claims:
        if claim.value.type == "person":
            if claim.value.name:
                people[claim.value.name] += 1
            if claim.value.organisation:
                organisations[claim.value.organisation] += 1
        if claim.attribute in PERSONAL:
            people[claim.subject] += 1
        elif not is_of_the_deal(claim):
            whose = _named(claim).removeprefix(OFFER).partition(ASPECT)[0]
            if claim.attribute == "stake" and HELD in whose:
                # "Acme in Beta": the holder may be a person or a group, what is held is a company
                holder, _, whose = whose.rpartition(HELD)
                holders[holder] += not extends(holder, whose)  # a parent of the same name
            organisations.update(whose.split(SIDES))
        organisations.update(side for side in claim.parties if side)
        if claim.value.type == "seat" and claim.value.board:
            organisations[claim.value.board] += 1
    # who buys for himself is a person all the same
    persons = {claim.value.name for claim in claims if isinstance(claim.value, Person)}
    for name in organisations.keys() - persons:
        people.pop(name, None)
    for name in sorted(holders.keys() - organisations.keys()):
        is_named = holders[name] and name[:1].isupper() and SIDES not in name
        if is_named and not any(_compare_people(name, person).links for person in people):
            organisations[name] = holders[name]
    sides = (deal.acquirer, deal.target) if deal else (None, None)
    named = _names(organisations, compare_organisations, _told_apart(claims))
    firms = _with_sides(named, claims, sides)
    called = _names(people, _compare_people, two_people)
    return Subjects(label, called, firms, sides, deal.id if deal else None, two_people)


def _told_apart(claims: Iterable[Claim]) -> frozenset[frozenset[str]]:
    """Pairs of companies, one with a part of the other: "Acme in Acme International"."""
    held = (claim.subject.rpartition(HELD) for claim in claims if claim.attribute == "stake")
    return frozenset(
        frozenset({holder, company}) for holder, _, company in held if extends(holder, company)
    )


def _with_sides(
    names: dict[str, str], claims: Iterable[Claim], sides: tuple[str | None, str | None]
) -> dict[str, str]:
    """The names with the short and long ones of each side joined.

    "Example" beside "Example Works" may be its parent; where both are the target of one deal, they
    are one.
    """
    joined: dict[str, str] = {}
    for claim in claims:
        for name, side in zip(claim.parties, sides, strict=True):
            if name and side and side in names and (extends(name, side) or extends(side, name)):
                joined[names[name]] = names[side]
    ends = {names[side] for side in sides if side in names}
    return {name: joined.get(one, one) if one not in ends else one for name, one in names.items()}


def _compare_people(a: str, b: str) -> NameVerdict:
    # One deal is context enough for short names: its articles speak of the same few people.
    return compare_people(a, b, context=True)


def _names(
    printed: Mapping[str, int],
    compare: Callable[[str, str], NameVerdict],
    apart: frozenset[frozenset[str]] = frozenset(),
) -> dict[str, str]:
    groups = cluster(printed, compare, apart)
    return {spelling: found.name for found in groups for spelling in found.spellings}
