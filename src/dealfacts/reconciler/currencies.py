"""Sums of one item in several currencies: which is compared with which.

The main currency is the one that most sources use. A rate, from the user's table or implied by an
article of the deal that restates a sum in another currency, tells which sums of other articles are
conversions of a main one: those join it. What is left in another currency is compared within
itself. Without a rate none is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from statistics import median
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.rates import Rate, Rates
from dealfacts.model.values import Money
from dealfacts.reconciler.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from dealfacts.model.claims import Claim

# Two articles a week apart convert at rates a few percent apart, and round besides.
RATE_TOLERANCE = Decimal("0.05")
TWO = Decimal(2)

Implied = dict[tuple[str, str], Decimal]


class Exchange(NamedTuple):
    """The rates of one deal: those that the user gives, else those that its articles imply.

    `signs` are the claims whose bare sign is taken for that of another currency.
    """

    given: Rates
    implied: Implied
    published: Mapping[str, date | None]
    signs: Mapping[str, str] = MappingProxyType({})

    def rate(self, base: str, quote: str, source: str) -> Rate | None:
        """What one `base` was worth when `source` was published, or None."""
        told = self.given.at(base, quote, self.published.get(source))
        if told is not None or (base, quote) not in self.implied:
            return told
        return Rate(base, quote, self.implied[base, quote], tolerance=RATE_TOLERANCE)


class Guest(NamedTuple):
    """A claim in another currency, and the rate at which it is a sum in the main one."""

    claim: Claim
    rate: Rate

    def fits(self, claims: Iterable[Claim]) -> bool:
        """Whether it is a conversion of one of these."""
        return any(is_conversion(self.claim, self.rate, claim) for claim in claims)


class Share(NamedTuple):
    """The claims of one currency; `lenient` where they may be conversions of the main one."""

    claims: tuple[Claim, ...]
    guests: tuple[Guest, ...] = ()
    lenient: bool = False
    notes: tuple[str, ...] = ()


def implied(claims: Iterable[Claim]) -> Implied:
    """Units of the second currency for one of the first, as the articles' restatements imply."""
    found: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    for claim in claims:
        value, same = claim.value, claim.equivalent
        if not isinstance(value, Money) or same is None or not (value.low and same.low):
            continue
        found[value.currency, same.currency].append(same.low / value.low)
        found[same.currency, value.currency].append(value.low / same.low)
    return {pair: median(values) for pair, values in found.items()}


def split(claims: Sequence[Claim], known: Exchange) -> tuple[Share, ...]:
    """Shares by currency, the main one first; claims that are no money stay together."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[_currency(claim)].append(claim)
    if len(groups) == 1:
        return (Share(tuple(claims), notes=_signs(claims, known)),)
    sources = {code: len({claim.source for claim in group}) for code, group in groups.items()}
    order = sorted(groups, key=lambda code: (not code, -sources[code], -len(groups[code]), code))
    main = order[0]
    guests: list[Guest] = []
    shares: list[Share] = []
    for code in order[1:]:
        own = []
        for claim in groups[code]:
            rate = known.rate(code, main, claim.source) if code and main else None
            if rate is not None and Guest(claim, rate).fits(groups[main]):
                guests.append(Guest(claim, rate))
            else:
                own.append(claim)
        if own:
            note = (f"sums in {code} may be conversions of those in {main}",) if code else ()
            note = (*note, *_signs(own, known))
            shares.append(Share(tuple(own), lenient=bool(code), notes=note))
    hosts = tuple(groups[main])
    return (Share(hosts, tuple(guests), notes=_signs(hosts, known)), *shares)


def _signs(claims: Iterable[Claim], known: Exchange) -> tuple[str, ...]:
    """Which bare signs are taken for those of the currency of the claims, in words."""
    shown = tuple(dict.fromkeys(_quoted(each) for each in claims if each.id in known.signs))
    code = next((known.signs[each.id] for each in claims if each.id in known.signs), "")
    if not shown:
        return ()
    told = f"{listed(shown)} {'are' if len(shown) > 1 else 'is'} taken for {code}"
    return (f"{told}: another article prints the same digits with the sign of that currency",)


def told(guests: Iterable[Guest], hosts: Sequence[Claim]) -> str:
    """Which of `guests` stand among the claims `hosts`, in words; "" for none of them."""
    ids = {claim.id for claim in hosts}
    here = [guest for guest in guests if guest.claim.id in ids]
    named = tuple(dict.fromkeys(map(_shown, here)))
    if not named:
        return ""
    guest_ids = {guest.claim.id for guest in here}
    main = next((_currency(claim) for claim in hosts if claim.id not in guest_ids), "")
    verb = "are taken for conversions" if len(named) > 1 else "is taken for a conversion"
    return f"{listed(named)} {verb} of the sum in {main}"


def code_of(share: Share) -> str:
    """The currency of a share; "" for what is no sum."""
    return _currency(share.claims[0])


def is_conversion(claim: Claim, rate: Rate, other: Claim) -> bool:
    """Whether the sum of `claim` comes to that of `other` but for rounding and the rate's day."""
    value, amount = claim.value, other.value
    if not (isinstance(value, Money) and isinstance(amount, Money)):
        return False
    if value.low != value.high or amount.low != amount.high:
        return False
    slack = rate.tolerance * abs(amount.low) + (value.granule * rate.rate + amount.granule) / TWO
    return abs(value.low * rate.rate - amount.low) <= slack


def _currency(claim: Claim) -> str:
    return claim.value.currency if isinstance(claim.value, Money) else ""


def _shown(guest: Guest) -> str:
    return _quoted(guest.claim)


def _quoted(claim: Claim) -> str:
    return " ".join(claim.evidence.quote.split())
