"""The relation between two values: the same answer, a rounder one, or another one.

Sections 3 and 7 of the semantics as one function. It looks at the two values alone; whether they
answer one question (deal, attribute, subject, period) is for its caller to know.
"""

from __future__ import annotations

from dealfacts.model.quantity import Quantity
from dealfacts.model.values import (
    Count,
    Figure,
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
)
from dealfacts.model.vocabulary import Hedge, Relation, Severity
from dealfacts.reconciler import dating, figures, said, wording
from dealfacts.reconciler.relation import Comparison, Side

__all__ = ["Comparison", "Side", "compare", "quantity", "relation"]

RULE = {
    Relation.EQUAL: "the same value",
    Relation.WITHIN_ROUNDING: "the finer figure rounds to the coarser one",
    Relation.WITHIN_TRUNCATION: "the coarser figure is the finer one with its last digits cut off",
    Relation.ROUNDING_PLAUSIBLE: "the rounder figure is the other one, rounded boldly",
    Relation.REFINES: "the exact figure lies within the frame that the other one gives",
    Relation.CONSISTENT_WITH_HEDGE: "the two readings meet",
    Relation.STRAINED: "the usual readings do not meet, the widest possible ones do",
    Relation.CONFLICT: "the two readings have no number in common",
}

COARSE = "the finer figure rounds to the coarser one, but by more than a tenth"


def quantity(side: Side) -> Quantity | None:
    """The quantity behind a figure; None for other values."""
    if isinstance(side.value, Money | Percent | Count | Multiple):
        return Quantity.of(side.value, side.hedge)
    return None


def compare(a: Side, b: Side) -> Comparison:
    """The first relation of the semantics that fits; symmetric but for the order of the words."""
    if isinstance(a.value, Undisclosed) or isinstance(b.value, Undisclosed):
        return _not_comparable("undisclosed: it conflicts with nothing")
    match a.value, b.value:
        case Money(), Money():
            return _money(a, a.value, b, b.value)
        case Percent(), Percent():
            if a.value.points != b.value.points:
                return _not_comparable("percent and percentage points are different things")
            return _figures(a, a.value, b, b.value)
        case Count(), Count():
            return _figures(a, a.value, b, b.value)
        case Multiple(), Multiple():
            return _figures(a, a.value, b, b.value)
        case PartialDate(), PartialDate():
            return Comparison.of(*dating.relate(a.value, b.value, (a.hedge, b.hedge)))
        case _:
            return _words(a, b)


def relation(a: Side, b: Side) -> Relation:
    """The relation alone; putting the reason into words costs more than finding it."""
    match a.value, b.value:
        case Money(currency=one), Money(currency=other) if one == other:
            return _relate(a.value, Quantity.of(a.value, a.hedge), Quantity.of(b.value, b.hedge))
        case _:
            return compare(a, b).relation


def _words(a: Side, b: Side) -> Comparison:
    match a.value, b.value:
        case Person(), Person():
            return said.people(a.value, b.value)
        case Organisation(), Organisation():
            return said.organisations(a.value.name, b.value.name)
        case Quote(), Quote():
            return said.quotes(a.value, b.value)
        case Seat(), Seat():
            return said.seats(a.value, b.value)
        case Term(), Term():
            return said.terms(a.value.term, b.value.term)
        case Text(), Text():
            return said.texts(a.value.text, b.value.text)
        case _:
            return _not_comparable(f"a {a.value.type} and a {b.value.type} cannot be compared")


def _money(a: Side, one: Money, b: Side, other: Money) -> Comparison:
    if one.currency == other.currency:
        return _figures(a, one, b, other)
    return _not_comparable(f"other currency: {one.currency} and {other.currency}")


def _figures(a: Side, one: Figure, b: Side, other: Figure) -> Comparison:
    first, second = Quantity.of(one, a.hedge), Quantity.of(other, b.hedge)
    found = _relate(one, first, second)
    readings = (_reading(a, one, first), _reading(b, other, second))
    if found is Relation.CONFLICT and figures.one_granule_apart(first, second):
        rule = "one step of the last written digit apart"
        return Comparison(found, rule, Severity.WARNING, readings)
    if found is Relation.CONFLICT and figures.relate(first, second) is Relation.WITHIN_ROUNDING:
        return Comparison(found, COARSE, Severity.WARNING, readings)
    return Comparison.of(found, _why(found, first, second), readings)


def _relate(figure: Figure, a: Quantity, b: Quantity) -> Relation:
    """The relation of two figures; rounding that changes a sum by more than a tenth is a conflict.

    Shares of a hundred are told in whole percent, however small they are.
    """
    found = figures.relate(a, b)
    is_coarse = found is Relation.WITHIN_ROUNDING and not isinstance(figure, Percent)
    return Relation.CONFLICT if is_coarse and figures.coarsely_rounded(a, b) else found


def _why(found: Relation, a: Quantity, b: Quantity) -> str:
    if found is Relation.CONFLICT and a.hedge is b.hedge is Hedge.NONE:
        return "two plain figures that differ by more than rounding"
    return RULE[found]


def _reading(side: Side, figure: Figure, quantity: Quantity) -> str:
    shown = side.shown or wording.figure_text(figure, side.hedge)
    typical = wording.interval_text(quantity.typical, figure)
    if quantity.strict == quantity.typical:
        return f"“{shown}” means {typical}"
    strict = wording.interval_text(quantity.strict, figure)
    return f"“{shown}” usually means {typical}, at the widest {strict}"


def _not_comparable(reason: str) -> Comparison:
    return Comparison.of(Relation.NOT_COMPARABLE, reason)
