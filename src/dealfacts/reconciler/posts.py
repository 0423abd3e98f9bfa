"""Which post a claim about a person is about, and at which organisation.

Articles name the same post under a firm, its parent, a brand or not at all. One person's post is
one post, unless an article itself gives the person that post at two organisations. Refuses to
decide which of two differing organisations is right: the one that most sources name stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from dealfacts.lexicon import roles
from dealfacts.model.values import Person
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.stances import Stance
    from dealfacts.reconciler.subjects import Subjects

# Where a person's role is no known post, it is some position at the organisation.
SOME_POSITION = "position"
NOWHERE = "?"
# What the press calls who runs a company, whatever the title.
BOSS, CHIEF = frozenset({"boss", "chief", "head", "leader"}), "chief executive"


@cache
def _roles() -> Mapping[str, roles.Role]:
    return {role.head: role for role in roles.lexicon().role}


def post(claim: Claim) -> str:
    """The post that a role claim is about: its head, "interim" and "deputy" kept apart."""
    role = claim.value.role if isinstance(claim.value, Person) else None
    if not role:
        return SOME_POSITION
    head = roles.canonical(role)
    wider = roles.kind_of(head)
    head = wider or head
    known = _roles().get(head)
    if known is None or known.shy:
        return SOME_POSITION
    words = role.casefold().split()
    held = {roles.statuses().get(word) for word in words}
    if "deputy" in held and known.single:
        head = f"{roles.DEPUTY}{head}"
    return f"interim {head}" if "interim" in held else head


def firms(claims: Iterable[Claim], subjects: Subjects) -> Mapping[str, str]:
    """Claim id to the organisation of the post, for every claim about a person's role."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Person):
            groups[subjects.person(claim.value.name or ""), _told(claim)].append(claim)
    return {
        claim.id: firm
        for group in groups.values()
        for claim, firm in _homes(group, subjects).items()
    }


def tops(
    claims: Iterable[Claim], subjects: Subjects, employers: Mapping[str, str]
) -> Mapping[str, str]:
    """Claim id of who is called boss of a company -> the post that others give the person there.

    Where the person has several, a boss is its chief executive; else nobody can tell.
    """
    told = [claim for claim in claims if isinstance(claim.value, Person) and claim.value.name]
    held: dict[tuple[str, str, Modality], set[str]] = defaultdict(set)
    vague: dict[tuple[str, str, Modality], list[Claim]] = defaultdict(list)
    for claim in told:
        key = _whose(claim, subjects), employers.get(claim.id, NOWHERE), claim.modality
        role = claim.value.role if isinstance(claim.value, Person) else None
        head = roles.canonical(role) if role else ""
        if key[1] == NOWHERE:
            continue
        if (role or "").casefold() in BOSS:  # but "head of retail" is a post of its own
            vague[key].append(claim)
        elif (known := _roles().get(head)) and known.single and roles.is_ranked(head):
            held[key].add(post(claim))
    return {
        claim.id: CHIEF if CHIEF in held[key] else next(iter(held[key]))
        for key, group in vague.items()
        if CHIEF in held[key] or len(held[key]) == 1
        for claim in group
    }


def _whose(claim: Claim, subjects: Subjects) -> str:
    name = claim.value.name if isinstance(claim.value, Person) else None
    return subjects.person(name or "")


def fullest(subject: str, told: Sequence[Stance]) -> Stance:
    """Of the stances on one post the one that shows best whose it is and where.

    The name under which the post stands, its title, and the organisation that most claims print.
    """
    firms = Counter(_printed(stance) for stance in told for _ in stance.claims)

    def rank(stance: Stance) -> tuple[bool, bool, bool, int]:
        value, firm = stance.side.value, _printed(stance)
        name = value.name if isinstance(value, Person) else None
        is_boss = isinstance(value, Person) and (value.role or "").casefold() in BOSS
        return not subject.startswith(f"{name}: "), is_boss, firm is None, -firms[firm]

    return min(told, key=rank)


def _printed(stance: Stance) -> str | None:
    """The organisation that the value of a post names."""
    value = stance.side.value
    return value.organisation if isinstance(value, Person) else None


def _told(claim: Claim) -> str:
    """The post; where it is no known one, the words for it, because a person has many positions."""
    found = post(claim)
    if found == SOME_POSITION and isinstance(claim.value, Person):
        return f"{found} {(claim.value.role or '').casefold()}"
    return found


def _homes(group: list[Claim], subjects: Subjects) -> dict[Claim, str]:
    """The organisation of each claim of one person's post."""
    named = {claim: _firm(claim, subjects) for claim in group}
    by_source: dict[str, set[str]] = defaultdict(set)
    sources: dict[str, set[str]] = defaultdict(set)
    for claim, firm in named.items():
        if firm != NOWHERE:
            by_source[claim.source].add(firm)
            sources[firm].add(claim.source)
    if not sources:
        return named
    sides = Counter(side for claim in group for side in claim.parties if side)
    parties = {subjects.organisation(side) for side in sides}
    main = min(sources, key=lambda firm: (-len(sources[firm]), firm not in parties, firm))
    # Posts that one article sets side by side are several posts.
    several = {firm for found in by_source.values() if len(found) > 1 for firm in found}
    # "a former trader of Acme" here and "of Beta" there: people leave more than one employer
    past = {c for c, firm in named.items() if c.modality is Modality.FORMER and firm != NOWHERE}
    return {
        claim: firm if firm in several or claim in past else main for claim, firm in named.items()
    }


def _firm(claim: Claim, subjects: Subjects) -> str:
    firm = claim.value.organisation if isinstance(claim.value, Person) else None
    return subjects.organisation(firm) if firm else NOWHERE
