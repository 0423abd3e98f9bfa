"""How the camps of one item differ, pair by pair, and which rule that falls under."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import PartialDate, Quote, Seat, Term
from dealfacts.model.vocabulary import Cause, Relation, Severity
from dealfacts.reconciler import wording
from dealfacts.reconciler.causes import Diagnosis, Pair, diagnose
from dealfacts.reconciler.compare import compare
from dealfacts.reconciler.organisations import PARTIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.reconciler.camps import Division, Party
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.facts import Item
    from dealfacts.reconciler.relation import Comparison

SLIPS = frozenset({Cause.UNIT_SLIP, Cause.TRANSPOSITION})
MILD = frozenset({Relation.WITHIN_TRUNCATION, Relation.ROUNDING_PLAUSIBLE})
# Every pair of so many camps is compared; beyond, each with the leading one.
MOST_PAIRED = 8


class Difference(NamedTuple):
    """Two camps that differ: how, why, and how loudly that speaks."""

    one: Party
    other: Party
    comparison: Comparison
    diagnosis: Diagnosis
    severity: Severity


def differences(item: Item, division: Division, context: Context) -> tuple[Difference, ...]:
    """The camps pair by pair, loudest first."""
    parties = division.parties
    pairs = [
        (parties[a], parties[b])
        for b in range(len(parties))
        for a in range(b)
        if a == 0 or b < MOST_PAIRED
    ]
    found = []
    for one, other in pairs:
        comparison = compare(one.lead.side, other.lead.side)
        if comparison.severity is None:
            continue
        diagnosis = diagnose(Pair(item, one, other, comparison.relation, context))
        severity = comparison.severity
        if diagnosis.softens or item.attribute in PARTIES:
            # Two names of one side of a deal: a parent, a brand, a member of the group.
            severity = Severity.NOTE
        elif diagnosis.doubts:
            severity = min(severity, Severity.WARNING, key=lambda level: level.rank)
        found.append(Difference(one, other, comparison, diagnosis, severity))
    return tuple(sorted(found, key=lambda difference: -difference.severity.rank))


def reasons(told: Sequence[Difference], leading: Party) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Why the loudest pair differs and those with the leading camp, then why the others do.

    What a value means is told once.
    """
    if len(told) == 1:
        return (f"{told[0].comparison.reason}. {told[0].diagnosis.words}",), ()
    first = tuple(one for at, one in enumerate(told) if at == 0 or one.one is leading)
    rest = tuple(one for one in told if one not in first)
    found: list[str] = []
    known: set[str] = set()
    for one, other, comparison, diagnosis, _ in (*first, *rest):
        new = [reading for reading in comparison.readings if reading not in known]
        known.update(new)
        printed = (wording.claim_text(party.lead.claims[0]) for party in (one, other))
        said = [f"{' and '.join(printed)}: {comparison.rule}", "; ".join(new)]
        found.append(". ".join([*filter(None, said), diagnosis.words]))
    return tuple(found[: len(first)]), tuple(found[len(first) :])


def rule_of(worst: Difference, division: Division) -> str:
    """The id of the rule that the loudest difference of an item falls under."""
    relation, value = worst.comparison.relation, worst.one.lead.side.value
    everyone = {claim.source for party in division.parties for claim in party.claims}
    if len(everyone) == 1:
        return "SELF001"
    match value:
        case PartialDate():
            return "DAT002" if relation is Relation.ONE_DAY_OFFSET else "DAT001"
        case Quote():
            return "QUO001"
        case Term() | Seat():
            return "POL001"
        case _:
            pass
    if worst.diagnosis.cause in SLIPS:
        return "VAL004"
    if relation is Relation.STRAINED:
        return "VAL002"
    return "VAL003" if relation in MILD else "VAL001"


def on_several_sides(
    told: Sequence[Difference], division: Division, context: Context
) -> tuple[str, ...]:
    """Who stands on several sides, in one line: no contradiction where all sides can be right."""
    names = [context.label(source) for source in division.on_both_sides()]
    if not names:
        return ()
    excused = all(one.diagnosis.softens or one.diagnosis.doubts for one in told)
    if len(names) == 1:
        more = "" if excused else " and contradicts itself"
        return (f"{names[0]} prints more than one of these values{more}.",)
    more = "" if excused else " and contradict themselves"
    return (f"{wording.listed(names)} print more than one of these values{more}.",)
