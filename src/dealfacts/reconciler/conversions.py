"""Sums that articles print in a second currency: the rate that each implies, and which stand out.

A conversion is a sum restated in its own article, or a sum of one article taken for that of others
in the main currency. Whether its rate can be right is decided in `implied_rates`. Refuses to say
which of two sums is the original.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.model.quantity import Quantity
from dealfacts.model.report import Conversion, Finding, content_id
from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Cause, Hedge, Relation
from dealfacts.reconciler import wording
from dealfacts.reconciler.arithmetic import over
from dealfacts.reconciler.findings import labels_of
from dealfacts.reconciler.implied_rates import (
    Witness,
    given_rate,
    oddity,
    off_table,
    rate_text,
    short,
    spread,
)
from dealfacts.reconciler.value_rules import VALUE_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.values import Value
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.currencies import Exchange
    from dealfacts.reconciler.findings import Outcome

RULE = next(rule for rule in VALUE_RULES if rule.id == "CUR002")
# Hedges that leave a sum near the printed figure; "up to" and "several" imply no rate.
MEASURED = frozenset({Hedge.NONE, Hedge.ABOUT, Hedge.BELOW, Hedge.ABOVE, Hedge.JUST_ABOVE})
FARTHEST = 2


def conversions(
    deal: str | None, results: Sequence[Outcome], context: Context, exchange: Exchange
) -> tuple[tuple[Conversion, ...], tuple[Finding, ...]]:
    """The conversions that one deal's articles print, and a finding for each that stands out."""
    found = sorted(_witnesses(results, context.claims), key=lambda w: (w.claim.source, w.claim.id))
    pairs: dict[tuple[str, str], list[Witness]] = defaultdict(list)
    for one in found:
        first, second = sorted((one.base.currency, one.quote.currency))
        pairs[first, second].append(one)
    apart = spread(context)
    odd = {
        at.claim.id: words
        for group in pairs.values()
        for at in group
        if (words := oddity(at, group, context, exchange, apart))
    }
    told = tuple(
        Conversion(
            deal=deal,
            claim=one.claim.id,
            of=one.of.id,
            base=one.base.currency,
            quote=one.quote.currency,
            rate=short(one.rate),
            fits=one.claim.id not in odd,
            message=_message(one),
        )
        for one in found
    )
    alarms = [
        _finding(deal, one, odd[one.claim.id], context) for one in found if one.claim.id in odd
    ]
    return told, (*alarms, *_strangers(deal, results, context, exchange))


def _witnesses(results: Iterable[Outcome], claims: Iterable[Claim]) -> Iterator[Witness]:
    for claim in claims:
        same = claim.equivalent
        if same is not None:
            # A restatement tells no granule; its last digit that is not zero leaves most room.
            last = Decimal(1).scaleb(int(same.low.normalize().as_tuple().exponent))
            quote = Money(currency=same.currency, low=same.low, high=same.high, granule=last)
            # The hedge before a sum is not repeated on its conversion.
            yield from _witness(claim, claim, quote, Hedge.NONE)
    for outcome in results:
        for party in outcome.parties:
            for claim in party.claims:
                of = party.lead.claims[0]
                if not (_has_own(claim, of.value) or _same_digits(claim.value, of.value)):
                    yield from _witness(of, claim, claim.value, claim.hedge)


def _has_own(claim: Claim, value: Value) -> bool:
    """Whether an article says itself what its sum is in the currency of another sum."""
    same = claim.equivalent
    return same is not None and isinstance(value, Money) and same.currency == value.currency


def _same_digits(one: Value, other: Value) -> bool:
    """Whether two sums are one in print but for the sign: a matter of the sign, not of a rate."""
    return isinstance(one, Money) and isinstance(other, Money) and one.low == other.low


def _witness(of: Claim, claim: Claim, quote: Value, hedge: Hedge) -> Iterator[Witness]:
    base = of.value
    if not (isinstance(base, Money) and isinstance(quote, Money)):
        return
    if base.currency == quote.currency or not {hedge, of.hedge} <= MEASURED:
        return
    if base.low != base.high or quote.low != quote.high:
        return
    own = Hedge.NONE if claim is of else of.hedge
    implied = over(Quantity.of(quote, hedge).typical, Quantity.of(base, own).typical)
    # Of nothing and of a loss there is no rate.
    if implied is not None and implied.low > 0:
        yield Witness(of, claim, base, quote, quote.low / base.low, implied)


def _strangers(
    deal: str | None, results: Sequence[Outcome], context: Context, exchange: Exchange
) -> Iterator[Finding]:
    """Sums of one question in two currencies that the user's rates do not make one."""
    questions: dict[tuple[str, str, str | None], list[Outcome]] = defaultdict(list)
    for outcome in results:
        if isinstance(outcome.parties[0].lead.side.value, Money):
            fact = outcome.fact
            questions[fact.attribute, fact.subject, fact.period].append(outcome)
    for rivals in questions.values():
        # The best attested sum is what the others are set against.
        main, *rest = sorted(rivals, key=lambda o: (-o.fact.camps[0].origins, o.fact.id))
        of = main.parties[0].lead.claims[0]
        for party in (party for other in rest for party in other.parties):
            lead = party.lead.claims[0]
            for one in _witness(of, lead, lead.value, lead.hedge):
                given = given_rate(one, context, exchange)
                # A sum far from the other is not meant for it: a part of the price, say.
                if given is not None and given.rate / FARTHEST <= one.rate <= given.rate * FARTHEST:
                    words = off_table(one, given)
                    if words:
                        yield _finding(deal, one, words, context)


def _finding(deal: str | None, one: Witness, words: str, context: Context) -> Finding:
    subject = one.of.subject
    who = labels_of((one.claim,), context)
    together = one.claim.source == one.of.source
    what = f"{wording.attribute_words(one.of.attribute)} of {subject}"
    sums = f"{wording.claim_text(one.claim)} ({who})"
    sums += f" against {wording.claim_text(one.of)} ({labels_of((one.of,), context)})"
    message = f"{_message(one)} ({who}), but" if together else f"{what}: {sums}, but"
    told = sorted((wording.value_text(one.base), wording.value_text(one.quote)))
    return Finding(
        id=content_id("x-", RULE.id, deal, one.of.attribute, subject, *told),
        rule=RULE.id,
        severity=RULE.severity,
        relation=Relation.CONFLICT,
        cause=Cause.CONVERSION,
        deal=deal,
        attribute=one.of.attribute,
        subject=subject,
        claims=tuple(dict.fromkeys((one.claim.id, one.of.id))),
        message=f"{message} {words}",
        reasons=(f"The two imply {rate_text(one.rate, one)}.",),
    )


def _message(one: Witness) -> str:
    sums = f"{wording.value_text(one.base)} = {wording.value_text(one.quote, one.claim.hedge)}"
    if one.claim is one.of:
        sums = f"{wording.value_text(one.base, one.of.hedge)} = {wording.value_text(one.quote)}"
    return f"{sums}: {rate_text(one.rate, one)}"
