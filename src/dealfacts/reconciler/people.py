"""Who is who in one deal: spellings of one name, two names for one person, two people in one post.

Names are linked by what the deal's articles say of them; across deals nobody is linked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon import roles
from dealfacts.model.values import Person, Quote, Seat
from dealfacts.model.vocabulary import Change, Modality
from dealfacts.reconciler.name_parts import person_parts, sound
from dealfacts.reconciler.names import Sameness, compare_people, in_print
from dealfacts.reconciler.posts import NOWHERE, firms, post
from dealfacts.reconciler.slots import NAME, Result, Spelling, disputed
from dealfacts.reconciler.subjects import PERSONAL
from dealfacts.reconciler.two_posts import two_posts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.subjects import Subjects

# Holders this far apart in print are a succession that nobody had to tell.
SUCCESSION_DAYS = 60
# In shorter names a vowel makes another name: "John", "Jane".
SPOKEN_LETTERS, VOWELS = 5, frozenset("aeiouyh")
PASSING = frozenset({Modality.FORMER, Modality.INCOMING, Modality.DENIED})


class Names(NamedTuple):
    """Facts and findings about names and posts.

    `shared` maps the claims that give one post to two names (NAM002) to the post: what it is and
    where stays comparable, whose it is does not.
    """

    results: tuple[Result, ...]
    shared: Mapping[str, str]


def name_of(claim: Claim) -> str | None:
    """The person that a claim names, as printed."""
    match claim.value:
        case Person(name=name):
            return name
        case Seat(holder=holder):
            return holder
        case Quote(speaker=speaker):
            return speaker
        case _:
            return claim.subject if claim.attribute in PERSONAL else None


def check(deal: str | None, claims: Sequence[Claim], subjects: Subjects, context: Context) -> Names:
    """All findings about the names and posts of one deal, with the facts behind them."""
    by_person: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        name = name_of(claim)
        if name and name in subjects.people:
            by_person[subjects.person(name)].append(claim)
    slots = tuple(_slots(deal, by_person, subjects, context))
    shared = {
        claim: fact.subject
        for fact, _ in slots
        if fact.attribute == NAME
        for camp in fact.camps
        for claim in camp.claims
    }
    told = firms((claim for claims in by_person.values() for claim in claims), subjects)
    torn = tuple(two_posts(deal, by_person, told, context))
    return Names((*_spellings(deal, by_person, context), *slots, *torn), shared)


def _spellings(
    deal: str | None, by_person: dict[str, list[Claim]], context: Context
) -> Iterable[Result]:
    """NAM001: the full names of one person that are no mere short forms of each other."""
    for person, claims in sorted(by_person.items()):
        printed: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            printed[name_of(claim) or ""].append(claim)
        for group in printed.values():
            group.sort(key=_hides_name)
        counts = Counter({name: len(group) for name, group in printed.items()})
        kinds: list[Spelling] = []
        for name, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
            verdicts = [_verdict(kind.name, name) for kind in kinds]
            same = [at for at, verdict in enumerate(verdicts) if verdict is Sameness.SAME]
            if same:
                kind = kinds[same[0]]
                kinds[same[0]] = Spelling(kind.name, (*kind.claims, *printed[name]))
            elif not kinds or Sameness.SPELLING_VARIANT in verdicts:
                kinds.append(Spelling(name, tuple(printed[name])))
        if len(kinds) > 1:
            kinds = [
                kind._replace(claims=tuple(sorted(kind.claims, key=_hides_name))) for kind in kinds
            ]
            reasons = tuple(
                in_print(
                    compare_people(kinds[0].name, kind.name, context=True).reason,
                    *(kinds[0].name, kind.name),
                )
                for kind in kinds[1:]
            )
            yield disputed("NAM001", deal, person, kinds, reasons, context)


def _hides_name(claim: Claim) -> tuple[bool, bool]:
    """Sorts the best evidence of a spelling first: where the name stands, and not "the board"."""
    return (name_of(claim) or "") not in claim.evidence.quote, claim.value.type != "person"


def _slots(
    deal: str | None, by_person: dict[str, list[Claim]], subjects: Subjects, context: Context
) -> Iterable[Result]:
    """NAM002 and ROL001: different people in one slot."""
    slots: dict[tuple[str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    moves: set[tuple[str, str]] = set()
    employers = firms((claim for claims in by_person.values() for claim in claims), subjects)
    for person, claims in by_person.items():
        for claim in claims:
            if not isinstance(claim.value, Person):
                continue
            firm = employers[claim.id]
            head = post(claim)
            if claim.modality in PASSING or claim.value.change or head.startswith("interim "):
                moves.add((head.removeprefix("interim "), firm))
            if claim.modality not in PASSING and claim.value.change is not Change.LEAVES:
                slots[head, firm][person].append(claim)
    homeless = {head: slots.pop((head, NOWHERE)) for head, firm in [*slots] if firm == NOWHERE}
    yield from _namesakes(deal, slots, homeless, subjects, context)
    for (head, firm), holders in sorted(slots.items()):
        people = sorted(holders)
        for at, one in enumerate(people):
            for other in people[:at]:
                pair = Spelling(other, tuple(holders[other])), Spelling(one, tuple(holders[one]))
                if set(pair[0].sources) & set(pair[1].sources) and not _one_family(other, one):
                    continue
                judged = frozenset((other, one)) in subjects.two_people
                alike = None if judged else _alike(other, one)
                where = f"{head} of {firm}"
                if alike is not None:
                    rule, reason = alike
                    told = (f"{reason}, both named as {where}",)
                    yield disputed(rule, deal, where, pair, told, context)
                elif _one_chair(
                    head, not moves.isdisjoint({(head, firm), (head, NOWHERE)})
                ) and not _successors(pair, context):
                    reason = f"one person at a time is {where}"
                    yield disputed("ROL001", deal, where, pair, (reason,), context)


def _namesakes(
    deal: str | None,
    slots: Mapping[tuple[str, str], Mapping[str, list[Claim]]],
    homeless: Mapping[str, Mapping[str, list[Claim]]],
    subjects: Subjects,
    context: Context,
) -> Iterable[Result]:
    """Names so alike that a post held alone may be one person's, though an article hides the firm.

    "Chief executive Jane Roebuck" in one article, "Jane Rowbuck, head of Acme" in the next.
    """
    for head, holders in sorted(homeless.items()):
        if not roles.single_holder(head):
            continue
        told = [
            (f"{head} of {firm}", each) for (post_, firm), each in slots.items() if post_ == head
        ]
        for where, others in sorted([*told, (head, holders)], key=lambda entry: entry[0]):
            for one in sorted(holders):
                for other in sorted(others):
                    if other >= one and others is holders:
                        continue
                    pair = Spelling(other, tuple(others[other])), Spelling(one, tuple(holders[one]))
                    apart = set(pair[0].sources).isdisjoint(pair[1].sources)
                    is_settled = frozenset((other, one)) in subjects.two_people
                    alike = _alike(other, one) if apart and not is_settled else None
                    if alike is not None and _one_opening(other, one):
                        rule, reason = alike
                        why = (f"{reason}, both named as {head}",)
                        yield disputed(rule, deal, where, pair, why, context)


def _one_opening(a: str, b: str) -> bool:
    """Whether two family names open alike: "Culver" / "Cuthbert"."""
    return person_parts(a).family[:2] == person_parts(b).family[:2]


def _alike(a: str, b: str) -> tuple[str, str] | None:
    """The rule and the reason by which two names in one post may be one person's, or None."""
    if _one_sound(a, b):
        # Too far apart to link them by the name alone; the post they share does.
        return "NAM001", "given names that sound alike"
    if _one_family(a, b):
        return "NAM001", "the same given name, family names that sound alike"
    return ("NAM002", "the same given name") if _one_given_name(a, b) else None


def _one_chair(head: str, is_moving: bool) -> bool:  # noqa: FBT001  private, named where called
    return not is_moving and roles.single_holder(head)


def _one_given_name(a: str, b: str) -> bool:
    one, other = a.casefold().split(), b.casefold().split()
    return len(one) > 1 and len(other) > 1 and one[0] == other[0] and len(one[0].rstrip(".")) > 1


def _one_sound(a: str, b: str) -> bool:
    """Whether given names differ in their vowels alone: "Graham Roe" / "Graeme Roe"."""
    one, other = person_parts(a), person_parts(b)
    if one.family != other.family or not (one.given and other.given):
        return False
    first, second = one.given[0], other.given[0]
    long = min(len(first), len(second)) >= SPOKEN_LETTERS
    return long and first[0] == second[0] and _frame(first) == _frame(second)


def _one_family(a: str, b: str) -> bool:
    """Whether family names differ in their vowels alone: "Jane O'Neill" / "Jane O'Neal"."""
    one, other = person_parts(a), person_parts(b)
    first, second = one.family, other.family
    long = min(len(first), len(second)) >= SPOKEN_LETTERS
    return (
        _one_given_name(a, b) and long and first[0] == second[0] and _frame(first) == _frame(second)
    )


def _frame(word: str) -> str:
    return "".join(letter for letter in sound(word) if letter not in VOWELS)


def _successors(pair: tuple[Spelling, Spelling], context: Context) -> bool:
    days = [[context.published.get(source) for source in side.sources] for side in pair]
    first, second = ([day for day in side if day is not None] for side in days)
    if not first or not second:
        return False
    gap = max((min(second) - max(first)).days, (min(first) - max(second)).days)
    return gap > SUCCESSION_DAYS


def _verdict(a: str, b: str) -> Sameness:
    return compare_people(a, b, context=True).verdict
