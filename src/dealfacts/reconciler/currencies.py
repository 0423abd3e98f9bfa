"""Sums of one item in several currencies: which is compared with which.

The main currency is the one that most sources use. Where an article of the deal restates a sum in
another currency, the rate that it implies tells which sums of other articles are conversions of a
main one: those join it. What is left in another currency is compared within itself. Without such
a restatement no rate is known, and none is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dealfacts.model.claims import Claim

# Two articles a week apart convert at rates a few percent apart, and round besides.
RATE_TOLERANCE = Decimal("0.05")

Rates = dict[tuple[str, str], Decimal]


class Guest(NamedTuple):
    """A claim in another currency, and what its sum comes to in the main one."""

    claim: Claim
    converted: Decimal


class Share(NamedTuple):
    """The claims of one currency; `lenient` where they may be conversions of the main one."""

    claims: tuple[Claim, ...]
    guests: tuple[Guest, ...] = ()
    lenient: bool = False
    notes: tuple[str, ...] = ()


def rates(claims: Iterable[Claim]) -> Rates:
    """Units of the second currency for one of the first, as the articles' restatements imply."""
    found: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    for claim in claims:
        value, same = claim.value, claim.equivalent
        if not isinstance(value, Money) or same is None or not (value.low and same.low):
            continue
        found[value.currency, same.currency].append(same.low / value.low)
        found[same.currency, value.currency].append(value.low / same.low)
    return {pair: median(values) for pair, values in found.items()}


def split(claims: Sequence[Claim], known: Mapping[tuple[str, str], Decimal]) -> tuple[Share, ...]:
    """Shares by currency, the main one first; claims that are no money stay together."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[_currency(claim)].append(claim)
    if len(groups) == 1:
        return (Share(tuple(claims)),)
    sources = {code: len({claim.source for claim in group}) for code, group in groups.items()}
    order = sorted(groups, key=lambda code: (not code, -sources[code], -len(groups[code]), code))
    main = order[0]
    guests: list[Guest] = []
    shares: list[Share] = []
    for code in order[1:]:
        rate = known.get((code, main))
        own = []
        for claim in groups[code]:
            converted = _converted(claim, rate)
            if converted is not None and _is_told(converted, groups[main]):
                guests.append(Guest(claim, converted))
            else:
                own.append(claim)
        if own:
            note = (f"sums in {code} may be conversions of those in {main}",) if code else ()
            shares.append(Share(tuple(own), lenient=bool(code), notes=note))
    notes = tuple(
        f"{_shown(guest)} is taken for a conversion of the sum in {main}" for guest in guests
    )
    return (Share(tuple(groups[main]), tuple(guests), notes=tuple(dict.fromkeys(notes))), *shares)


def near(converted: Decimal, amount: Decimal) -> bool:
    """Whether a converted sum is the other one but for the rate of the day."""
    return abs(converted - amount) <= RATE_TOLERANCE * abs(amount)


def _currency(claim: Claim) -> str:
    return claim.value.currency if isinstance(claim.value, Money) else ""


def _converted(claim: Claim, rate: Decimal | None) -> Decimal | None:
    value = claim.value
    if rate is None or not isinstance(value, Money) or value.low != value.high:
        return None
    return value.low * rate


def _is_told(converted: Decimal, main: Iterable[Claim]) -> bool:
    return any(
        isinstance(claim.value, Money)
        and claim.value.low == claim.value.high
        and near(converted, claim.value.low)
        for claim in main
    )


def _shown(guest: Guest) -> str:
    return " ".join(guest.claim.evidence.quote.split())
