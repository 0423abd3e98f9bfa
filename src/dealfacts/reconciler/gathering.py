"""Brings claims of one figure together that articles hang on differently named subjects.

"A loan of $150 million" is the buyer's in one article and the target's in another. Within one deal
an equal sum under one attribute and period is one thing, and so are one founding year and one
number of staff. Refuses to
move round figures, which may be equal by chance, and claims of an article that tells the two
subjects apart.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dealfacts.model.values import Count, Money, PartialDate, Percent, plain
from dealfacts.model.vocabulary import Hedge
from dealfacts.reconciler.periods import stated
from dealfacts.reconciler.slips import is_telling
from dealfacts.reconciler.subjects import ASPECT, HELD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dealfacts.model.claims import Claim

Key = tuple[str, str]
# What stands for a holder whom nobody names.
UNNAMED = frozenset(
    {"family", "founders", "holder", "holders", "investor", "investors", "others", "shareholder"}
)
IN_TOTAL = f"{ASPECT}in total"
LOOSE = frozenset(
    {"debt", "founded", "headcount", "profit", "revenue", "spending", "stake"}
    | {"total_raised", "valuation"}
)


def gathered(groups: Mapping[Key, list[Claim]]) -> dict[Key, list[Claim]]:
    """The claims by attribute and subject, equal figures under the best attested subject."""
    holders: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, claims in groups.items():
        if key[0] in LOOSE:
            for value in {figure for claim in claims if (figure := _figure(claim))}:
                holders[key[0], value].append(key)
    homes = {
        value: min(keys, key=lambda key: _standing(key, groups[key], value[1]))
        for value, keys in holders.items()
    }
    sources = {key: _sources(claims) for key, claims in groups.items()}
    found: dict[Key, list[Claim]] = defaultdict(list)
    for key, claims in groups.items():
        for claim in claims:
            home = homes.get((key[0], _figure(claim)), key)
            # An article that speaks of both subjects tells them apart.
            loose = _is_nobody(key) or _adds_up(key, home) or _adds_up(home, key)
            both = not loose and not sources[key].isdisjoint(sources[home])
            apart = both or _are_two(key, home, claim)
            found[key if apart else home].append(claim)
    return found


def _is_nobody(key: Key) -> bool:
    """Whether a share is that of a holder without a name."""
    return key[1].partition(HELD)[0] in UNNAMED


def _adds_up(key: Key, home: Key) -> bool:
    """Whether the one is what the other's holder has "in total": 59 % bought, or 59 % reached."""
    return key[1] == f"{home[1]}{IN_TOTAL}"


def _are_two(key: Key, home: Key, claim: Claim) -> bool:
    """Whether a share has two holders with names: Acme and Beta each have 15 % by chance."""
    one, other = (each[1].partition(HELD) for each in (key, home))
    if not (one[1] and other[1]) or {one[0], other[0]} & UNNAMED:
        return False
    if set(one[0].lower().split()) & set(other[0].lower().split()):
        return False
    return isinstance(claim.value, Percent) and claim.value.low == claim.value.low.to_integral()


def _standing(key: Key, claims: list[Claim], figure: str) -> tuple[int, int, int, Key]:
    """How well a subject is attested for a figure, the best first.

    By those who give this figure, then by all that is told of it; a holder without a name
    ("holder in Acme", "others in Acme") is no home for a share of somebody.
    """
    unnamed = _is_nobody(key)
    own = [claim for claim in claims if _figure(claim) == figure]
    return unnamed, -len(_sources(own)), -len(_sources(claims)), key


def _figure(claim: Claim) -> str:
    """A telling figure in one form, sums to two digits; "" for any other value."""
    value = claim.value
    if claim.hedge is Hedge.VAGUE:
        return ""
    if isinstance(value, PartialDate):
        first, last = value.earliest, value.latest
        return str(first.year) if first and last and first.year == last.year else ""
    if not isinstance(value, Count | Money | Percent) or value.low != value.high:
        return ""
    if not is_telling(value):
        return ""
    if not isinstance(value, Money):
        return plain(value.low)
    scale = value.low.adjusted() - 1
    return f"{value.currency} {round(value.low.scaleb(-scale))} {scale} {stated(claim.period)}"


def _sources(claims: list[Claim]) -> set[str]:
    return {claim.source for claim in claims}
