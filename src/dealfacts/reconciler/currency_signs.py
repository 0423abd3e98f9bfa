"""The same digits with two currencies: somebody read or copied the sign wrongly.

A conversion changes the digits, so equal digits are no conversion. Which currency is right is not
for this module to know.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dealfacts.lexicon.currencies import names
from dealfacts.model.report import Finding, content_id
from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Cause, Relation, Severity
from dealfacts.reconciler import wording
from dealfacts.reconciler.findings import labels_of
from dealfacts.reconciler.wording import attribute_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dealfacts.model.values import Value
    from dealfacts.reconciler.camps import Party
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.findings import Outcome


UNSAID = "One article does not say which country's money it means: it is likely the same sum."


def is_other_sign(one: Value, other: Value) -> bool:
    """Whether two sums have the same digits in two currencies."""
    if not (isinstance(one, Money) and isinstance(other, Money)) or one.currency == other.currency:
        return False
    return (one.low, one.high) == (other.low, other.high)


def _may_be_one(one: Value, other: Value) -> bool:
    """Whether one sum does not say which dollars it counts, and the other one's are dollars too."""
    if not (isinstance(one, Money) and isinstance(other, Money)):
        return False
    if "default" not in {one.currency_from, other.currency_from}:
        return False
    kinds = {names()[each.currency][1].rpartition(" ")[2] for each in (one, other)}
    return len(kinds) == 1


def check(outcomes: Iterable[Outcome], context: Context) -> Iterator[Finding]:
    """CUR001 for every pair of camps of one question with equal digits and unequal currencies."""
    groups: dict[tuple[str, str], list[tuple[Outcome, Party]]] = defaultdict(list)
    for outcome in outcomes:
        for party in outcome.parties:
            if isinstance(party.lead.side.value, Money):
                groups[outcome.fact.attribute, outcome.fact.subject].append((outcome, party))
    for _, entries in sorted(groups.items(), key=lambda entry: entry[0]):
        yield from _pairs(entries, context)


def _pairs(entries: Sequence[tuple[Outcome, Party]], context: Context) -> Iterator[Finding]:
    for at, (_, party) in enumerate(entries):
        for other, rival in entries[:at]:
            if is_other_sign(party.lead.side.value, rival.lead.side.value):
                yield _finding(other, rival, party, context)


def _finding(first: Outcome, one: Party, other: Party, context: Context) -> Finding:
    fact = first.fact
    told = [wording.value_text(party.lead.side.value) for party in (one, other)]
    said_by = [labels_of(party.claims, context) for party in (one, other)]
    shown = [f"{value} ({sources})" for value, sources in zip(told, said_by, strict=True)]
    values = sorted(told)
    reason = f"The same digits in {values[0]} and {values[1]}: no rate makes them equal."
    is_one_name = _may_be_one(one.lead.side.value, other.lead.side.value)
    if is_one_name:
        reason = f"The same digits in {values[0]} and {values[1]}. {UNSAID}"
    return Finding(
        id=content_id("x-", "CUR001", fact.deal, fact.attribute, fact.subject, *values),
        rule="CUR001",
        severity=Severity.NOTE if is_one_name else Severity.WARNING,
        relation=Relation.NOT_COMPARABLE,
        cause=Cause.CURRENCY_SIGN,
        deal=fact.deal,
        fact=fact.id,
        attribute=fact.attribute,
        subject=fact.subject,
        claims=(*(claim.id for claim in one.claims), *(claim.id for claim in other.claims)),
        message=f"{attribute_words(fact.attribute)} of {fact.subject}: {' against '.join(shown)}",
        reasons=(reason,),
    )
