"""Goes the way to a finding once more, from its report alone, and keeps every step.

The same functions that made the finding are asked again; nothing is decided anew, and a report
that was saved is enough. Refuses to guess what the report does not hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.quantity import Quantity
from dealfacts.model.trace import Meeting, Reading, Test, Trace
from dealfacts.model.values import Count, Money, Multiple, Percent
from dealfacts.reconciler.camps import Party
from dealfacts.reconciler.causes import TESTS, Pair
from dealfacts.reconciler.compare import compare
from dealfacts.reconciler.context import build
from dealfacts.reconciler.differences import MOST_PAIRED
from dealfacts.reconciler.doubts import doubt
from dealfacts.reconciler.facts import Item
from dealfacts.reconciler.stances import stances
from dealfacts.reconciler.wording import interval_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Fact, Finding, Report
    from dealfacts.reconciler.context import Context

ARITHMETIC = "CHK"
# Rules about what somebody or something is called compare names, not camps of values.
NAMES = ("NAM", "ORG", "ROL")
SOMETHING_ELSE = "Something that makes it unlikely that one of them is wrong."


def retrace(report: Report, finding: Finding) -> Trace:
    """The way to `finding`, one of the findings of `report`."""
    claims = {claim.id: claim for claim in report.claims}
    fact = next((fact for fact in report.facts if fact.id == finding.fact), None)
    wanted = list(finding.claims)
    if fact is not None:
        wanted += [claim for camp in fact.camps for claim in camp.claims]
        wanted += [attached.claim for attached in fact.also_compatible]
    known = [claims[claim] for claim in dict.fromkeys(wanted) if claim in claims]
    is_plain = fact is not None and not finding.rule.startswith((ARITHMETIC, *NAMES))
    involved = {claim.id for claim in known}
    return Trace(
        finding=finding,
        fact=fact,
        readings=tuple(_reading(claim) for claim in known),
        meetings=tuple(_meetings(report, fact, claims)) if fact is not None and is_plain else (),
        checks=tuple(check for check in report.checks if involved.intersection(check.inputs)),
    )


def _reading(claim: Claim) -> Reading:
    value = claim.value
    if not isinstance(value, Money | Percent | Count | Multiple):
        return Reading(claim)
    figure = Quantity.of(value, claim.hedge)
    return Reading(claim, interval_text(figure.typical, value), interval_text(figure.strict, value))


def _meetings(report: Report, fact: Fact, claims: Mapping[str, Claim]) -> Iterator[Meeting]:
    """The pairs of camps that the finding was made of, compared and diagnosed."""
    parties = [_party(tuple(claims[c] for c in camp.claims if c in claims)) for camp in fact.camps]
    everyone = tuple(claim for party in parties if party for claim in party.claims)
    item = Item(
        fact.deal,
        fact.attribute,
        fact.subject,
        fact.period,
        everyone,
        assumed=frozenset(claim.id for claim in everyone if claim.period != fact.period),
    )
    context = _context(report, fact)
    for b, other in enumerate(parties):
        for a, one in enumerate(parties[:b]):
            if one is None or other is None or (a and b >= MOST_PAIRED):
                continue
            found = compare(one.lead.side, other.lead.side)
            pair = Pair(item, one, other, found.relation, context)
            tests = tuple(_tests(pair)) if found.severity is not None else ()
            yield Meeting(a, b, found.relation.value.replace("_", " "), found.reason, tests)


def _party(claims: tuple[Claim, ...]) -> Party | None:
    """A camp, led by the value of its first claim."""
    if not claims:
        return None
    lead = next(s for s in stances(claims) if any(c.id == claims[0].id for c in s.claims))
    return Party(lead, claims)


def _tests(pair: Pair) -> Iterator[Test]:
    """The causes that were tried, up to the first that fits."""
    for test in TESTS:
        found = test(pair)
        asks = (test.__doc__ or test.__name__).split("\n", 1)[0]
        yield Test(asks, found.words if found else None)
        if found:
            return
    words = doubt(pair.item.attribute, pair.one, pair.other, pair.context)
    yield Test(SOMETHING_ELSE, words or None)


def _context(report: Report, fact: Fact) -> Context:
    return build(
        [claim for claim in report.claims if claim.deal == fact.deal],
        {source.id: source.published for source in report.sources},
        {source.id: source.origin for source in report.sources},
        {source.id: source.label for source in report.sources},
        {},
    )
