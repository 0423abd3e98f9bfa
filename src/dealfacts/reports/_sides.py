"""The sides of a finding: each value with who says it, and the claims too loose to take one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Money, Person, Seat
from dealfacts.model.vocabulary import Cause
from dealfacts.reports import _wording
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Fact, Finding
    from dealfacts.reports._index import Index

ARITHMETIC = "CHK"
# Fewer camps are no dispute.
DISPUTE = 2


class Side(NamedTuple):
    """One answer: its value, every claim that gives it, best first, and how many origins."""

    value: str
    claims: tuple[Claim, ...]
    origins: int

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that give it, each once, best first."""
        return tuple(dict.fromkeys(claim.source for claim in self.claims))


def heading(finding: Finding, index: Index) -> str:
    """What a finding is about, on one line."""
    fact = disputed(finding, index)
    if fact is None:
        return visible(finding.message)
    return _wording.title(fact, index.deal(finding.deal))


def sides(finding: Finding, index: Index) -> tuple[Side, ...]:
    """The camps of the disputed fact, else the finding's own claims, equal ones together."""
    fact = disputed(finding, index)
    return camps(fact, index) if fact else _values(finding, index)


def disputed(finding: Finding, index: Index) -> Fact | None:
    """The fact whose camps are the sides of `finding`.

    None where they are not: arithmetic weighs figures of several facts, so does a sum whose sign
    differs, and a lone article's sides are its own words.
    """
    fact = index.facts.get(finding.fact or "")
    if fact is None or len(fact.camps) < DISPUTE or finding.rule.startswith(ARITHMETIC):
        return None
    held = {claim for camp in fact.camps for claim in camp.claims}
    held.update(attached.claim for attached in fact.also_compatible)
    if not held.issuperset(finding.claims):
        return None
    said_by = {claim.source for claim in index.known(finding.claims)}
    return fact if len(said_by) > 1 else None


def camps(fact: Fact, index: Index) -> tuple[Side, ...]:
    """The camps of a fact as sides, each with the claims of the sources that give its value."""
    return tuple(
        Side(
            _wording.value(fact, camp, claims),
            tuple(claim for claim in claims if claim.source in camp.sources) or claims,
            camp.origins,
        )
        for camp in fact.camps
        for claims in [index.known(camp.claims)]
    )


def otherwise(fact: Fact, index: Index) -> Iterator[Claim]:
    """Claims of camps whose sources put it otherwise: an earlier stage of a deal, another type."""
    for camp in fact.camps:
        for claim in index.known(camp.claims):
            if claim.source not in camp.sources:
                yield claim


def fitting(fact: Fact, index: Index) -> Iterator[tuple[Claim, str]]:
    """Claims too loose to take a side, each with the sides that it leaves room for, in words."""
    for attached in fact.also_compatible:
        for claim in index.known((attached.claim,)):
            yield claim, _fits(attached.camps, fact)


def fitting_told(fact: Fact, index: Index) -> Iterator[str]:
    """The same in a line for each choice of sides: "nearly $15 billion (003), ... fit both"."""
    rooms: dict[str, list[str]] = {}
    for claim, room in fitting(fact, index):
        said = f"{_wording.printed(claim)} ({index.label(claim.source)})"
        rooms.setdefault(room, []).append(said)
    for room, told in rooms.items():
        each = dict.fromkeys(told)
        yield f"{', '.join(each)} {'fits' if len(each) == 1 else 'fit'} {room}"


def _fits(chosen: tuple[int, ...], fact: Fact) -> str:
    if len(chosen) == len(fact.camps):
        return {1: visible(fact.camps[0].value), 2: "both"}.get(len(chosen), "each of them")
    return " and ".join(visible(fact.camps[at].value) for at in chosen)


def _values(finding: Finding, index: Index) -> tuple[Side, ...]:
    alike: dict[str, list[Claim]] = {}
    for claim in index.known(finding.claims):
        alike.setdefault(_told_by(claim, finding.cause), []).append(claim)
    return tuple(
        Side(
            _said(claims[0], finding.cause), tuple(claims), index.origins(c.source for c in claims)
        )
        for claims in alike.values()
    )


def _told_by(claim: Claim, cause: Cause | None) -> str:
    """By what a side is known: its words, or the currency of sums whose digits are the same."""
    match claim.value, cause:
        case Money(currency=currency), Cause.CURRENCY_SIGN:
            return currency
        case _:
            return _said(claim, cause)


def _said(claim: Claim, cause: Cause | None) -> str:
    match claim.value, cause:
        case ((Person(name=str(name)) | Seat(holder=str(name))), _):
            return visible(name)
        case Money(currency=currency), Cause.CURRENCY_SIGN:
            return f"{_wording.printed(claim)} ({currency})"
        case _:
            return _wording.printed(claim)
