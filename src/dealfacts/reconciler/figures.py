"""Section 3 of the semantics: how two figures of one unit stand to each other.

Two unhedged figures are compared digit by digit, everything else by intervals. Knows no
currency, unit or attribute; the caller has seen to it that the two can be compared.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Hedge, Relation

if TYPE_CHECKING:
    from dealfacts.model.quantity import Quantity

TWO = Decimal(2)
TEN = Decimal(10)
# "14.8" cut to "14" is slack writing, "1.9" cut to "1" is another figure.
LARGEST_CUT = Decimal("0.10")
# "$1.7 billion" is "$2 billion" when rounded, and yet another price; 14.3 is 14.
LARGEST_ROUNDING = Decimal("0.10")
# $104bn may be told as $100bn, $512m not as $500m: half a step of the rounding, relative.
LARGEST_STEP = Decimal("0.05")
WIDE_RANGE = 2


def relate(a: Quantity, b: Quantity) -> Relation:
    """The first relation of section 3 that fits; symmetric in its two sides."""
    if same(a, b):
        return Relation.EQUAL
    if a.high < 0 and b.high < 0:
        # A loss is as large as its figure: hedges speak of the size, not of the sign.
        a, b = a.mirrored, b.mirrored
    if a.hedge is Hedge.NONE and b.hedge is Hedge.NONE:
        return unhedged(a, b)
    if refines(a, b) or refines(b, a):
        return Relation.REFINES
    if a.typical.meets(b.typical):
        return Relation.CONSISTENT_WITH_HEDGE
    if a.strict.meets(b.strict):
        return Relation.STRAINED
    return Relation.CONFLICT


def same(a: Quantity, b: Quantity) -> bool:
    """Same value and hedge, however spelled."""
    return (a.low, a.high, a.hedge) == (b.low, b.high, b.hedge)


def unhedged(a: Quantity, b: Quantity) -> Relation:
    """Two plain figures: equal, rounded, cut, boldly rounded, or in conflict."""
    if a.low == b.low:
        return Relation.EQUAL
    if a.granule != b.granule:
        fine, coarse = sorted((a, b), key=lambda quantity: quantity.granule)
        if rounds_to(fine.low, coarse.low, coarse.granule):
            return Relation.WITHIN_ROUNDING
        if cut_to(fine.low, coarse.low, coarse.granule):
            return Relation.WITHIN_TRUNCATION
    if boldly_rounded(a, b) or boldly_rounded(b, a):
        return Relation.ROUNDING_PLAUSIBLE
    return Relation.CONFLICT


def rounds_to(fine: Decimal, coarse: Decimal, step: Decimal) -> bool:
    """Whether `fine`, written in steps of `step`, is `coarse`; a tie goes up (14.5 -> 15)."""
    fine, coarse = _upward(fine, coarse)
    return coarse - step / TWO <= fine < coarse + step / TWO


def cut_to(fine: Decimal, coarse: Decimal, step: Decimal) -> bool:
    """Whether cutting the digits of `fine` below `step` gives `coarse`, losing little."""
    fine, coarse = _upward(fine, coarse)
    return coarse <= fine < coarse + step and fine - coarse <= LARGEST_CUT * fine


def boldly_rounded(coarse: Quantity, fine: Quantity) -> bool:
    """Whether `coarse` ends in zeros and `fine` is it, rounded to a place above its granule."""
    target, source = abs(coarse.low), fine.low if coarse.low >= 0 else -fine.low
    if not target or not coarse.granule:
        return False
    step = TEN ** (coarse.granule.adjusted() + 1)
    while step / TWO <= LARGEST_STEP * target and target % step == 0:
        if rounds_to(source, target, step):
            return True
        step *= TEN
    return False


def coarsely_rounded(a: Quantity, b: Quantity) -> bool:
    """Whether the finer of two figures rounds to the coarser only by changing more than a tenth."""
    gap = abs(a.low - b.low)
    return gap > LARGEST_ROUNDING * min(abs(a.low), abs(b.low))


def refines(wide: Quantity, fine: Quantity) -> bool:
    """Whether `wide` is no more than a frame and `fine` a plain figure inside it."""
    if fine.hedge is not Hedge.NONE or not _is_frame(wide):
        return False
    return wide.typical.holds(fine.low)


def one_granule_apart(a: Quantity, b: Quantity) -> bool:
    """Whether two plain figures differ by one in the last written digit (7.3 / 7.4)."""
    if not a.hedge is b.hedge is Hedge.NONE:
        return False
    return a.granule == b.granule and abs(a.low - b.low) == a.granule


def _is_frame(quantity: Quantity) -> bool:
    match quantity.hedge:
        case Hedge.VAGUE | Hedge.AT_MOST:
            return True
        case Hedge.RANGE:
            return quantity.high >= WIDE_RANGE * quantity.low
        case _:
            return False


def _upward(fine: Decimal, coarse: Decimal) -> tuple[Decimal, Decimal]:
    """Both with their sign turned if they are negative, so that "up" is away from zero."""
    return (-fine, -coarse) if coarse < 0 else (fine, coarse)
