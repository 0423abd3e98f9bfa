"""Sums of one item in several currencies: each currency is compared within itself.

The main currency is the one that most sources use. A sum in another one that its own text restates
in the main currency joins there by that restatement, so that it supports a camp and forms none.
Knows no rates and converts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.model.values import Money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.claims import Claim


@dataclass(frozen=True, slots=True)
class Share:
    """The claims of one currency; `lenient` where they may be conversions of the main one."""

    claims: tuple[Claim, ...]
    left: tuple[tuple[Claim, str], ...] = ()
    lenient: bool = False
    notes: tuple[str, ...] = ()


def split(claims: Sequence[Claim]) -> tuple[Share, ...]:
    """Shares by currency, the main one first; claims that are no money stay together."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        code = claim.value.currency if isinstance(claim.value, Money) else ""
        groups[code].append(claim)
    if len(groups) == 1:
        return (Share(tuple(claims)),)
    sources = {code: len({claim.source for claim in group}) for code, group in groups.items()}
    order = sorted(groups, key=lambda code: (not code, -sources[code], -len(groups[code]), code))
    main = order[0]
    shares = [Share(tuple(groups[main]))]
    for code in order[1:]:
        note = (f"sums in {code} may be conversions of those in {main}",) if code else ()
        shares.append(Share(tuple(groups[code]), lenient=bool(code), notes=note))
    return tuple(shares)
