"""Holds articles to approved facts: each value or name that differs from one is a finding.

A finding an article, so that one that repeats a wrong value is told even where the others that
print it were dealt with. Refuses to say that the approved value is true; a person has approved it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.report import Finding, content_id
from dealfacts.model.values import Person, Quote, Seat
from dealfacts.model.vocabulary import Basis, Modality, Relation, Severity
from dealfacts.reconciler import wording
from dealfacts.reconciler.compare import compare
from dealfacts.reconciler.fact_rules import FACT_RULES
from dealfacts.reconciler.names import Sameness, compare_organisations, compare_people, extends
from dealfacts.reconciler.periods import side
from dealfacts.reconciler.relation import Side
from dealfacts.reconciler.subjects import OF_THE_DEAL, SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Deal, Fact
    from dealfacts.model.values import Value
    from dealfacts.model.vocabulary import Hedge

# What a figure or a day can be approved for.
PINNABLE = frozenset(
    {
        *("deal_amount", "prior_offer", "total_raised", "debt", "break_fee", "spending", "stake"),
        *("valuation", "prior_valuation", "revenue", "profit", "share_price", "premium"),
        *("exchange_ratio", "valuation_multiple", "headcount", "founded", "announcement_date"),
        *("closing_date", "release_date"),
    }
)
PAST = frozenset({Modality.DENIED, Modality.FORMER})
LOUD = frozenset({Severity.WARNING, Severity.ERROR})
VALUE, SPELLING = FACT_RULES


class Pin(NamedTuple):
    """An approved value. `deal` names its parties, "" for every deal; `place` says where it stands.

    `shown` is the value as it was written, `period` None for what has none.
    """

    deal: str
    attribute: str
    subject: str
    period: str | None
    value: Value
    hedge: Hedge
    shown: str
    place: str
    note: str = ""


class PinnedName(NamedTuple):
    """An approved spelling of a person or an organisation."""

    deal: str
    name: str
    place: str
    note: str = ""


class Pins(NamedTuple):
    """What was approved; `settled` are claims that are known to differ, and were dealt with."""

    values: tuple[Pin, ...] = ()
    names: tuple[PinnedName, ...] = ()
    settled: frozenset[str] = frozenset()


class Told(NamedTuple):
    """What the articles say: deals and facts, claims by id, labels of sources by id."""

    deals: Mapping[str | None, Deal]
    facts: Sequence[Fact]
    claims: Mapping[str, Claim]
    labels: Mapping[str, str]


def differing(pins: Pins, told: Told) -> tuple[Finding, ...]:
    """A finding for every article that differs from an approved fact or spelling."""
    found = [
        finding
        for pin in pins.values
        for fact in told.facts
        if _is_asked(pin, fact, told)
        for finding in _values(pin, fact, pins, told)
    ]
    for name in pins.names:
        found.extend(_spellings(name, pins, told))
    return tuple({finding.id: finding for finding in found}.values())


def _is_asked(pin: Pin, fact: Fact, told: Told) -> bool:
    """Whether a fact is the question that a pin answers."""
    if fact.attribute != pin.attribute or fact.period != pin.period:
        return False
    if not _is_deal(pin.deal, told.deals.get(fact.deal)):
        return False
    return not pin.subject or pin.attribute in OF_THE_DEAL or _is_one(pin.subject, fact.subject)


def _is_deal(named: str, deal: Deal | None) -> bool:
    sides = [side for side in named.split(SIDES) if side.strip()]
    parties = [party for party in (deal.acquirer, deal.target) if party] if deal else []
    return all(any(_is_one(side, party) for party in parties) for side in sides)


def _is_one(a: str, b: str) -> bool:
    return compare_organisations(a, b).links or extends(a, b) or extends(b, a)


def _values(pin: Pin, fact: Fact, pins: Pins, told: Told) -> Iterator[Finding]:
    approved = Side(pin.value, pin.hedge, pin.shown)
    by_source: dict[str, list[Claim]] = {}
    for claim in _claims(fact, told):
        if claim.id in pins.settled or claim.modality in PAST:
            continue
        if compare(approved, side(claim)).severity in LOUD:
            by_source.setdefault(claim.source, []).append(claim)
    for source, claims in sorted(by_source.items()):
        first = claims[0]
        comparison = compare(approved, side(first))
        has_basis = first.basis is not Basis.UNSPECIFIED
        printed = wording.claim_text(first)
        yield Finding(
            id=content_id(
                *("x-", VALUE.id, fact.deal, fact.attribute, fact.subject, fact.period),
                *(pin.shown, source, printed),
            ),
            rule=VALUE.id,
            severity=Severity.NOTE if has_basis else (comparison.severity or VALUE.severity),
            relation=comparison.relation,
            deal=fact.deal,
            attribute=fact.attribute,
            subject=fact.subject,
            claims=tuple(claim.id for claim in claims),
            message=(
                f"{wording.attribute_words(fact.attribute)} of {fact.subject}: "
                f"{told.labels.get(source, source)} says {printed}, approved is {pin.shown} "
                f"({_where(pin)})"
            ),
            reasons=(comparison.reason,),
        )


def _claims(fact: Fact, told: Told) -> Iterator[Claim]:
    ids = [claim for camp in fact.camps for claim in camp.claims]
    ids += [attached.claim for attached in fact.also_compatible]
    yield from (told.claims[name] for name in ids if name in told.claims)


def _spellings(pin: PinnedName, pins: Pins, told: Told) -> Iterator[Finding]:
    printed: dict[tuple[str, str], list[Claim]] = {}
    for claim in told.claims.values():
        if claim.id in pins.settled or not _is_deal(pin.deal, told.deals.get(claim.deal)):
            continue
        for name in _names(claim):
            if name != pin.name:
                printed.setdefault((claim.source, name), []).append(claim)
    # In a deal that the fact names one slip is a slip; elsewhere it may be somebody else.
    known = bool(pin.deal)
    verdicts = {name: _spelt(pin.name, name, in_deal=known) for _, name in printed}
    for (source, name), claims in sorted(printed.items()):
        reason = verdicts[name]
        if reason is None:
            continue
        who = told.labels.get(source, source)
        yield Finding(
            id=content_id("x-", SPELLING.id, claims[0].deal, pin.name, name, source),
            rule=SPELLING.id,
            severity=SPELLING.severity,
            relation=Relation.CONFLICT,
            deal=claims[0].deal,
            attribute="person_name",
            subject=pin.name,
            claims=tuple(claim.id for claim in claims),
            message=f"{who} spells “{name}”, approved is “{pin.name}” ({_where(pin)})",
            reasons=(reason,),
        )


def _spelt(approved: str, name: str, *, in_deal: bool) -> str | None:
    """Why `name` is a slip of the approved one; None where it is not."""
    for verdict in (
        compare_people(approved, name, context=in_deal), compare_organisations(approved, name),
    ):  # fmt: skip
        if verdict.verdict is Sameness.SPELLING_VARIANT:
            return verdict.reason
    return None


def _names(claim: Claim) -> Iterable[str]:
    match claim.value:
        case Person(name=str(name)) | Seat(holder=str(name)) | Quote(speaker=str(name)):
            yield name
        case _:
            pass
    yield from (party for party in claim.parties if party)


def _where(pin: Pin | PinnedName) -> str:
    return f"{pin.place}: {pin.note}" if pin.note else pin.place
