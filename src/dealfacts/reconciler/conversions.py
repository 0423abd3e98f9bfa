"""Sums that articles print in a second currency: the rate that each implies, and which stand out.

A conversion is a sum restated in its own article, or a sum of one article taken for that of others
in the main currency. Its implied rate is set against the user's table, where that has one, else
against those of the other origins. Refuses to say which of two sums is the original.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Context as Digits
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.quantity import Interval, Quantity
from dealfacts.model.report import Conversion, Finding, content_id
from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Cause, Hedge, Relation
from dealfacts.reconciler import wording
from dealfacts.reconciler.arithmetic import over
from dealfacts.reconciler.camps import RATE_SPREAD
from dealfacts.reconciler.findings import labels_of
from dealfacts.reconciler.value_rules import VALUE_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.rates import Rate
    from dealfacts.model.values import Value
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.currencies import Exchange
    from dealfacts.reconciler.findings import Outcome

RULE = next(rule for rule in VALUE_RULES if rule.id == "CUR002")
# Hedges that leave a sum near the printed figure; "up to" and "several" imply no rate.
MEASURED = frozenset({Hedge.NONE, Hedge.ABOUT, Hedge.BELOW, Hedge.ABOVE, Hedge.JUST_ABOVE})
ONE = Decimal(1)
FEWEST = 2
FARTHEST = 2
RATE_DIGITS = 4


class Witness(NamedTuple):
    """One conversion: the sum, what `claim` makes of it, and the rate that the two imply."""

    of: Claim
    claim: Claim
    base: Money
    quote: Money
    rate: Decimal
    range: Interval

    @property
    def turned(self) -> tuple[Decimal, Interval]:
        """Rate and range with base and quote in the order of their codes."""
        if self.base.currency < self.quote.currency:
            return self.rate, self.range
        high = self.range.high
        return ONE / self.rate, Interval(ONE / (high or self.rate), ONE / self.range.low)


def conversions(
    deal: str | None, results: Sequence[Outcome], context: Context, exchange: Exchange
) -> tuple[tuple[Conversion, ...], tuple[Finding, ...]]:
    """The conversions that one deal's articles print, and a finding for each that stands out."""
    found = sorted(_witnesses(results, context.claims), key=lambda w: (w.claim.source, w.claim.id))
    pairs: dict[tuple[str, str], list[Witness]] = defaultdict(list)
    for one in found:
        first, second = sorted((one.base.currency, one.quote.currency))
        pairs[first, second].append(one)
    odd = {
        at.claim.id: words
        for group in pairs.values()
        for at in group
        if (words := _oddity(at, group, context, exchange))
    }
    told = tuple(
        Conversion(
            deal=deal,
            claim=one.claim.id,
            of=one.of.id,
            base=one.base.currency,
            quote=one.quote.currency,
            rate=_short(one.rate),
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
                yield from _witness(party.lead.claims[0], claim, claim.value, claim.hedge)


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


def _oddity(one: Witness, group: Sequence[Witness], context: Context, exchange: Exchange) -> str:
    """Why the rate of a conversion cannot be right, or "": by the table, else by the others."""
    given = _given(one, context, exchange)
    if given is not None:
        return _off_table(one, given)
    others = _other_rates(one, group, context)
    if len(others) < FEWEST:
        return ""
    usual = median(others.values())
    if any(abs(rate - usual) > RATE_SPREAD * usual for rate in others.values()):
        # They do not agree among themselves: nobody stands out.
        return ""
    near = Interval(usual * (ONE - RATE_SPREAD), usual * (ONE + RATE_SPREAD))
    if one.turned[1].meets(near):
        return ""
    rate = usual if one.base.currency < one.quote.currency else ONE / usual
    return f"the other conversions come to {_rate(rate, one)}"


def _other_rates(one: Witness, group: Sequence[Witness], context: Context) -> dict[str, Decimal]:
    """The rate of each other origin; where those are too few, of each other sum of any article."""
    voices: dict[str, Decimal] = {}
    sums: dict[str, Decimal] = {}
    mine = context.origins.get(one.claim.source, one.claim.source)
    for other in group:
        voice = context.origins.get(other.claim.source, other.claim.source)
        if voice != mine:
            voices.setdefault(voice, other.turned[0])
        if {other.base.low, other.quote.low}.isdisjoint({one.base.low, one.quote.low}):
            sums.setdefault(f"{other.base.low} {other.quote.low}", other.turned[0])
    return voices if len(voices) >= FEWEST else sums


def _given(one: Witness, context: Context, exchange: Exchange) -> Rate | None:
    day = context.published.get(one.claim.source)
    return exchange.given.at(one.base.currency, one.quote.currency, day)


def _off_table(one: Witness, given: Rate) -> str:
    if one.range.meets(given.range):
        return ""
    return f"the table of rates has {_rate(given.rate, one)}"


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
                given = _given(one, context, exchange)
                # A sum far from the other is not meant for it: a part of the price, say.
                if given is not None and given.rate / FARTHEST <= one.rate <= given.rate * FARTHEST:
                    words = _off_table(one, given)
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
        reasons=(f"The two imply {_rate(one.rate, one)}.",),
    )


def _message(one: Witness) -> str:
    sums = f"{wording.value_text(one.base)} = {wording.value_text(one.quote, one.claim.hedge)}"
    if one.claim is one.of:
        sums = f"{wording.value_text(one.base, one.of.hedge)} = {wording.value_text(one.quote)}"
    return f"{sums}: {_rate(one.rate, one)}"


def _rate(rate: Decimal, one: Witness) -> str:
    """As in "1.259 USD for 1 GBP", the dearer currency as the one."""
    base, quote = one.base.currency, one.quote.currency
    if rate < 1:
        base, quote, rate = quote, base, ONE / rate
    return f"{_short(rate).normalize():f} {quote} for 1 {base}"


def _short(rate: Decimal) -> Decimal:
    return Digits(prec=RATE_DIGITS).plus(rate)
