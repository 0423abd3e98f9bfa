"""The distinct values that claims of one item state, and the order in which camps are built.

Equal values are one stance however many claims state it, so that the work grows with what is said,
not with how often.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, assert_never

from dealfacts.model.values import (
    Count,
    Money,
    Multiple,
    Organisation,
    PartialDate,
    Percent,
    Person,
    Quote,
    Seat,
    Term,
    Text,
    Undisclosed,
    plain,
)
from dealfacts.model.vocabulary import Hedge, Stage
from dealfacts.reconciler import dating, wording
from dealfacts.reconciler.compare import quantity
from dealfacts.reconciler.relation import Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.model.claims import Claim
    from dealfacts.model.values import Value

STAGES = {stage.value: at for at, stage in enumerate(Stage)}


class Stance(NamedTuple):
    """One distinct value of an item with all claims that state it."""

    side: Side
    claims: tuple[Claim, ...]


def stances(claims: Iterable[Claim]) -> tuple[Stance, ...]:
    """The distinct values of claims, most precise first."""
    groups: dict[tuple[str, Hedge], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[printed(claim.value), claim.hedge].append(claim)
    found: list[tuple[tuple[int, Decimal], tuple[str, Hedge], Stance]] = []
    for key, group in groups.items():
        ordered = sorted(group, key=lambda c: (c.source, c.evidence.start, c.id))
        first = ordered[0]
        stance = Stance(_side(first), tuple(ordered))
        found.append((_fineness(stance), key, stance))
    return tuple(stance for _, _, stance in sorted(found, key=lambda entry: entry[:2]))


def is_plain(side: Side) -> bool:
    """Whether a value is stated flatly: no hedge, no range, a date with a place in time."""
    found = quantity(side)
    if found is not None:
        return found.hedge is Hedge.NONE
    if isinstance(side.value, PartialDate):
        return side.hedge is Hedge.NONE and not dating.says_nothing_fixed(side.value)
    return True


def _side(claim: Claim) -> Side:
    return Side(claim.value, claim.hedge, wording.claim_text(claim))


def _fineness(stance: Stance) -> tuple[int, Decimal]:
    """Sorts the most precise value first; words by who prints them, stages from the last one."""
    found = quantity(stance.side)
    if found is not None:
        narrow = found.typical
        reach = Decimal("Infinity") if narrow.high is None else narrow.high - narrow.low
        return 0, found.granule if found.hedge is Hedge.NONE else reach
    match stance.side.value:
        case PartialDate(earliest=first, latest=last) if first and last:
            return 0, Decimal((last - first).days)
        case PartialDate():
            return 1, Decimal(0)
        case Quote(text=text):
            return 0, Decimal(-len(text))
        case Term(term=term):
            return 0, Decimal(-STAGES.get(term, -1))
        case Text() | Person():
            return 0, Decimal(-len({claim.source for claim in stance.claims}))
        case _:
            return 0, Decimal(0)


def printed(value: Value) -> str:
    """The content of a value in one form, however spelled, to find equal ones and to sort."""
    match value:
        case Money(currency=code):
            return f"{code} {plain(value.low)} {plain(value.high)} {plain(value.granule)}"
        case Percent() | Count() | Multiple():
            return f"{value.type} {plain(value.low)} {plain(value.high)} {plain(value.granule)}"
        case PartialDate(edtf=edtf, text=text, base=base):
            return edtf or f"{text.casefold()} {base or ''}".rstrip()
        case Person() | Organisation() | Seat() | Term() | Text() | Quote() | Undisclosed():
            return value.model_dump_json()
        case _:
            assert_never(value)
