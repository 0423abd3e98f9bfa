"""What two articles have in common beside the sides that were read: names, people, figures.

An article that calls its deal by a nickname, or whose sides were read oddly, still speaks of both
sides, of the same people and of the same figures. Each sign has a weight and is told. Refuses
figures that are too round to tell anything, and articles whose own target the other never names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Money, Percent, plain
from dealfacts.reconciler.name_parts import fold
from dealfacts.reconciler.slips import is_telling
from dealfacts.reconciler.speaking_of import speaks_of
from dealfacts.reconciler.subjects import HELD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.chains import Chain

# A currency or "%", and a number written without an exponent.
Figure = tuple[str, str]

# A figure of fewer digits is that of many a deal.
TELLING_DIGITS = 3
# The weights of a side that the other article speaks of, of one of its own, a person, a figure.
THEIRS, OURS, PERSON, FIGURE = 2, 1, 2, 2
# More people or figures than these prove no more.
MOST_PEOPLE, MOST_FIGURES = 2, 3
# Both sides and one person or figure; a year later, more.
ENOUGH, PLENTY = 6, 9


class Ground(NamedTuple):
    """How much speaks for one deal, and what, in words."""

    weight: int = 0
    told: str = ""


def figures_of(claims: Iterable[Claim]) -> frozenset[Figure]:
    """The sums and shares of some claims that are telling: "$8.45", "46.82 %", "$22.26 billion"."""
    found: set[Figure] = set()
    for claim in claims:
        value = claim.value
        if isinstance(value, (Money, Percent)) and value.low == value.high:
            number = format(value.low.normalize(), "f")
            if len(number.strip("0").replace(".", "")) >= TELLING_DIGITS:
                found.add((value.currency if isinstance(value, Money) else "%", number))
    return frozenset(found)


def shares_of(claims: Iterable[Claim]) -> frozenset[str]:
    """The shares of a target that are bought, in percent: those of two digits and more."""
    return frozenset(
        plain(claim.value.low)
        for claim in claims
        if claim.attribute == "stake"
        and HELD not in claim.subject
        and isinstance(claim.value, Percent)
        and claim.value.low == claim.value.high
        and is_telling(claim.value)
    )


def ground(own: Sequence[Chain], other: Chain) -> Ground:
    """What speaks for one deal of a stray's chains and another chain."""
    words = frozenset().union(*(chain.names for chain in own))
    theirs = [side for side in other.parties if side and speaks_of(words, side)]
    if other.parties[1] not in theirs:
        return Ground()
    sides = {side for chain in own for side in chain.parties if side}
    ours = sorted(side for side in sides if speaks_of(other.names, side))
    if not ours or _stands_alone(own, ours):
        return Ground()
    if any(speaks_of(chain.rivals, other.parties[0] or "") for chain in own if chain.full):
        return Ground()  # a rival bid has the target and its people in common
    people = _people(own) & _people((other,))
    figures = frozenset().union(*(chain.figures for chain in own)) & other.figures
    if not people and not figures:
        return Ground()
    weight = THEIRS * len(theirs) + OURS * len(ours)
    weight += PERSON * min(len(people), MOST_PEOPLE) + FIGURE * min(len(figures), MOST_FIGURES)
    return Ground(weight, _told(theirs, people, figures))


def _stands_alone(own: Sequence[Chain], ours: Collection[str]) -> bool:
    """Whether a stray has a target in its headline that the other articles do not speak of."""
    for chain in own:
        target = chain.parties[1]
        if target is None or target in ours:
            continue
        titles = " ".join(fold(bid.title) for bid in chain.bids if bid.title)
        if fold(target) in titles:
            return True
    return False


def _people(chains: Sequence[Chain]) -> frozenset[str]:
    """The last names of the people that some articles give a post."""
    names = (name for chain in chains for name in chain.cast)
    return frozenset(fold(name).split()[-1] for name in names if name.split())


def _told(theirs: Iterable[str], people: Collection[str], figures: Collection[Figure]) -> str:
    """The signs in words, always the same ones."""
    told = [*dict.fromkeys(theirs), *(name.title() for name in sorted(people)[:MOST_PEOPLE])]
    numbers = [f"{code} {number}" for code, number in sorted(figures)[:MOST_FIGURES]]
    return ", ".join([*told, *numbers])
