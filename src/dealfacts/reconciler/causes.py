"""Why two camps differ: the tests of section 4 in their order, the first that fits wins.

Each test sees two camps and what else the deal's articles say. A cause under which both sides can
be right softens the finding to a note; it is a likely cause, never a verdict on who is right.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Count, Money, Multiple, Percent
from dealfacts.model.vocabulary import Cause, Relation
from dealfacts.reconciler import figures, timing, wording
from dealfacts.reconciler.bases import basis_reason, with_debt
from dealfacts.reconciler.compare import quantity
from dealfacts.reconciler.day_events import signed_first
from dealfacts.reconciler.doubts import doubt
from dealfacts.reconciler.slips import is_telling, slip

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.model.values import Figure
    from dealfacts.reconciler.camps import Party
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.facts import Item

# Rounding that goes further than this share of the figure is another figure.
TOO_FAR = Decimal("0.10")


class Diagnosis(NamedTuple):
    """A likely cause, in words.

    `softens` where both sides can be right, `doubts` where that is likely enough not to call one
    of them wrong.
    """

    cause: Cause
    words: str
    softens: bool = False
    doubts: bool = False


class Pair(NamedTuple):
    """Two camps of one item, and what surrounds them."""

    item: Item
    one: Party
    other: Party
    relation: Relation
    context: Context


def diagnose(pair: Pair) -> Diagnosis:
    """The first cause that fits."""
    for test in TESTS:
        found = test(pair)
        if found is not None:
            return found
    words = doubt(pair.item.attribute, pair.one, pair.other, pair.context)
    if words:
        return Diagnosis(Cause.UNKNOWN, words, doubts=True)
    return Diagnosis(Cause.UNKNOWN, "No usual cause fits: one of the sides is likely wrong.")


def _figures(pair: Pair) -> tuple[Figure, Figure] | None:
    one, other = pair.one.lead.side.value, pair.other.lead.side.value
    kinds = Money | Percent | Count | Multiple
    if isinstance(one, kinds) and isinstance(other, kinds):
        return one, other
    return None


def slipped(pair: Pair) -> Diagnosis | None:
    """A slip of the pen: unit, point, digits, year, or day and month.

    "£3.5bn" and "£5.3bn with its debt" have the same digits by chance.
    """
    found = slip(pair.one.lead.side, pair.other.lead.side)
    if found is not None and found.cause is Cause.TRANSPOSITION and with_debt(pair.one, pair.other):
        return None
    return Diagnosis(found.cause, found.words) if found else None


def basis(pair: Pair) -> Diagnosis | None:
    """The two sums include different things."""
    words = basis_reason(pair.one, pair.other, pair.context)
    return Diagnosis(Cause.BASIS, words, softens=True) if words else None


def event(pair: Pair) -> Diagnosis | None:
    """The two days are those of the signing and of the announcement."""
    words = signed_first(pair.item.attribute, pair.one, pair.other)
    return Diagnosis(Cause.BASIS, words, softens=True) if words else None


def superseded(pair: Pair) -> Diagnosis | None:
    """One side speaks of an earlier stage, or was published long before the other."""
    words = timing.superseded(pair.item.attribute, pair.one, pair.other, pair.context)
    return Diagnosis(Cause.SUPERSEDED, words, softens=True) if words else None


def period(pair: Pair) -> Diagnosis | None:
    """One side does not say which period it means, or its figure belongs to another one."""
    item = pair.item
    for party in (pair.one, pair.other):
        if item.period and all(claim.id in item.assumed for claim in party.claims):
            shown = wording.value_text(party.lead.side.value, party.lead.side.hedge)
            words = f"{shown} comes without a stated period; “{item.period}” may not be meant."
            return Diagnosis(Cause.PERIOD, words, softens=True)
    for party in (pair.other, pair.one):
        elsewhere = pair.context.same_value(
            party.lead.claims[0], lambda claim: claim.attribute == item.attribute
        )
        periods = sorted({c.period for c in elsewhere if c.period and c.period != item.period})
        if item.period and periods:
            shown = wording.value_text(party.lead.side.value, party.lead.side.hedge)
            words = f"{shown} is the figure that others give for {wording.listed(periods)}."
            return Diagnosis(Cause.PERIOD, words)
    return None


def misattributed(pair: Pair) -> Diagnosis | None:
    """One side's figure is at home under another attribute."""
    for party in (pair.other, pair.one):
        if _figures(pair) is None:
            return None
        here = len(party.sources)
        elsewhere = pair.context.same_value(
            party.lead.claims[0], lambda claim: claim.attribute != pair.item.attribute
        )
        attributes = sorted({claim.attribute for claim in elsewhere})
        for attribute in attributes:
            if attribute.startswith("other_"):
                continue
            there = {claim.source for claim in elsewhere if claim.attribute == attribute}
            outvoted = len(there) == here and here < len(pair.one.sources)
            if len(there) > here or (outvoted and is_telling(party.lead.side.value)):
                shown = wording.value_text(party.lead.side.value)
                noun = attribute.replace("_", " ")
                words = f"{shown} is given as {noun} by {wording.counted(len(there), 'source')}."
                return Diagnosis(Cause.MISATTRIBUTED, words)
    return None


def rounding(pair: Pair) -> Diagnosis | None:
    """The coarser figure is the finer one, rounded too far or in the wrong direction."""
    one, other = quantity(pair.one.lead.side), quantity(pair.other.lead.side)
    if one is None or other is None or one.granule == other.granule:
        return None
    fine, coarse = sorted((one, other), key=lambda found: found.granule)
    gap = abs(fine.low - coarse.low)
    if figures.unhedged(fine, coarse) is Relation.WITHIN_ROUNDING:
        words = "The coarser figure is the finer one, rounded by more than a tenth."
        return Diagnosis(Cause.ROUNDING, words)
    if gap < coarse.granule and gap <= TOO_FAR * abs(fine.low):
        return Diagnosis(
            Cause.ROUNDING, "The coarser figure looks like the finer one rounded too far."
        )
    return None


def one_granule(pair: Pair) -> Diagnosis | None:
    """One step of the last written digit."""
    one, other = quantity(pair.one.lead.side), quantity(pair.other.lead.side)
    if one is not None and other is not None and figures.one_granule_apart(one, other):
        return Diagnosis(
            Cause.ONE_GRANULE, "Rounded up and down, or one of them is off by a digit."
        )
    return None


TESTS: tuple[Callable[[Pair], Diagnosis | None], ...] = (
    slipped,
    basis,
    event,
    superseded,
    period,
    misattributed,
    rounding,
    one_granule,
)
