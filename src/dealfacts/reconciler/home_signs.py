"""Whose dollar a bare sign is, where another article of the deal prints the same digits by name.

"$4.22b" in a paper that never says whose, "NZ$4.22b" in another: a conversion changes the digits,
so the paper writes in New Zealand dollars, in all its sums. A slip of one article looks alike, so
more must speak for it: a sum printed as "US$2.2bn", or more articles with the name than without.
Refuses digits that many sums have, and articles of which a sum is a conversion as it stands.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dealfacts.lexicon.currencies import names
from dealfacts.model.values import Money
from dealfacts.reconciler.currencies import is_conversion
from dealfacts.reconciler.slips import is_telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.currencies import Exchange

    # What a sum is of, and its digits.
    Digits = tuple[str, Decimal, Decimal]

CROWNS = frozenset({"kronor", "kroner", "krónur", "korunas"})
# Moneys that mean one country's where nothing is said.
AT_HOME = frozenset({"dollars", "pounds", "euros", "yen"})
UNSAID, NAMED = "default", frozenset({"text", "document"})


def taken(claims: Sequence[Claim], known: Exchange) -> Mapping[str, str]:
    """The id of each claim with a bare sign -> the code of the currency that it is taken for.

    A paper whose dollars are settled speaks for the next one that prints its digits.
    """
    found: dict[str, str] = {}
    while more := _settled(told(claims, found), found, known):
        found.update(more)
    return {**found, **_only_ones(claims, found)}


def _only_ones(claims: Iterable[Claim], found: Mapping[str, str]) -> Mapping[str, str]:
    """The bare sums in a money of many countries of which the deal's articles name one.

    "Crowns" beside "Norwegian crowns" are those; a bare dollar is mostly the American one.
    """
    named: dict[str, set[str]] = defaultdict(set)
    bare: list[Claim] = []
    for claim in claims:
        if _origin(claim) in NAMED:
            named[_kind(_code(claim))].add(_code(claim))
        elif _origin(claim) == UNSAID and claim.id not in found:
            bare.append(claim)
    return {
        claim.id: next(iter(codes))
        for claim in bare
        if (kind := _kind(_code(claim))) not in AT_HOME and len(codes := named[kind]) == 1
    }


def _settled(
    claims: Sequence[Claim], found: Mapping[str, str], known: Exchange
) -> Mapping[str, str]:
    """What the sums that name their currency, or are settled, say of the others."""
    named = [claim for claim in claims if _origin(claim) in NAMED or claim.id in found]
    bare: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _origin(claim) == UNSAID and claim.id not in found:
            bare[claim.source].append(claim)
    signs = _Signs(named, [claim for here in bare.values() for claim in here])
    more: dict[str, str] = {}
    for here in bare.values():
        codes = sorted({code for claim in here for code in signs.codes(claim)})
        if len(codes) != 1 or any(_is_conversion(each, codes[0], named, known) for each in here):
            continue
        more.update((claim.id, codes[0]) for claim in here)
    return more


def told(claims: Iterable[Claim], codes: Mapping[str, str]) -> list[Claim]:
    """The claims, their sums in the currencies that they are taken for."""
    return [
        claim.model_copy(
            update={"value": claim.value.model_copy(update={"currency": codes[claim.id]})}
        )
        if claim.id in codes and isinstance(claim.value, Money)
        else claim
        for claim in claims
    ]


class _Signs:
    """The articles that print each sum, by the currency that they name, or without a name."""

    def __init__(self, named: Iterable[Claim], bare: Iterable[Claim]) -> None:
        """`named` are the claims that name their currency, `bare` those that do not."""
        self.named: dict[Digits, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.bare: dict[Digits, set[str]] = defaultdict(set)
        self.contrasts: set[tuple[str, str]] = set()
        for claim in named:
            code = _code(claim)
            self.named[_digits(claim)][code].add(claim.source)
            self.contrasts.add((claim.attribute, code))
        for claim in bare:
            self.bare[_digits(claim)].add(claim.source)

    def codes(self, claim: Claim) -> Iterable[str]:
        """The currencies that a bare sum may be in: its own where articles print it by name."""
        code, digits = _code(claim), _digits(claim)
        printed = self.named.get(digits, {})
        if not is_telling(claim.value) or code in printed:
            return {code} if code in printed else ()
        has_contrast = (claim.attribute, code) in self.contrasts
        return {
            other
            for other, sources in printed.items()
            if _kind(other) == _kind(code)
            and (has_contrast or len(sources) > len(self.bare[digits]))
        }


def _is_conversion(claim: Claim, code: str, named: Iterable[Claim], known: Exchange) -> bool:
    """Whether a bare sum, as it stands, is a conversion of one in a currency, or is in that one."""
    own = _code(claim)
    rate = known.rate(own, code, claim.source) if own != code else None
    if rate is None:
        return own == code
    hosts = (each for each in named if each.attribute == claim.attribute and _code(each) == code)
    return any(is_conversion(claim, rate, host) for host in hosts)


def _origin(claim: Claim) -> str:
    return claim.value.currency_from if isinstance(claim.value, Money) else ""


def _code(claim: Claim) -> str:
    return claim.value.currency if isinstance(claim.value, Money) else ""


def _digits(claim: Claim) -> Digits:
    value = claim.value
    if not isinstance(value, Money):
        raise TypeError(value)
    return claim.attribute, value.low, value.high


def _kind(code: str) -> str:
    """The last word of a currency's name: "dollars"; kroner and kronor are both crowns."""
    known = names().get(code)
    if known is None:
        return code  # a claim from elsewhere may name no currency
    word = known[1].rpartition(" ")[2]
    return "crowns" if word in CROWNS else word
