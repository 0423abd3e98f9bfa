"""CHK006: a founder's age and the founding year leave a plausible age at the start.

The year of the article is its publication year; without one, the latest year that the articles
name as a period. With neither nothing is checked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon import roles
from dealfacts.model.quantity import Interval
from dealfacts.model.values import Count, PartialDate, Person
from dealfacts.reconciler.arithmetic import ZERO
from dealfacts.reconciler.names import compare_organisations, compare_people
from dealfacts.reconciler.rule import WARNING, Rule
from dealfacts.reconciler.view import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.view import View

RULE = Rule(
    "CHK006",
    "age and founding year do not fit",
    WARNING,
    "By age and founding year a founder would have been a child.",
    "A 28-year-old who founded a company 20 years ago.",
    "Check both against a biography.",
)
# Companies have been founded by schoolchildren, not by younger ones.
YOUNGEST = 13
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def run(view: View) -> Iterable[Result]:
    """One result for each founder whose age and company's founding year are given."""
    claims = view.context.claims
    ages = [c for c in claims if c.attribute == "age" and isinstance(c.value, Count)]
    started = [c for c in claims if c.attribute == "founded" and isinstance(c.value, PartialDate)]
    founders = [c for c in claims if isinstance(c.value, Person) and _founds(c.value)]
    done: set[tuple[str, str]] = set()
    for age in ages:
        for founder in founders:
            for founded in started:
                key = age.subject, founded.subject
                if key not in done and _belong(age, founder, founded):
                    result = _result(view, age, founded, claims)
                    if result is not None:
                        done.add(key)
                        yield result


def _founds(person: Person) -> bool:
    head = roles.canonical(person.role or "")
    return "founder" in (head, roles.kind_of(head))


def _belong(age: Claim, founder: Claim, founded: Claim) -> bool:
    person = founder.value
    if not (isinstance(person, Person) and person.name and person.organisation):
        return False
    return (
        compare_people(age.subject, person.name, context=True).links
        and compare_organisations(founded.subject, person.organisation).links
    )


def _result(view: View, age: Claim, founded: Claim, claims: Sequence[Claim]) -> Result | None:
    year = _year(view, age, claims)
    start = founded.value
    if year is None or not isinstance(start, PartialDate) or start.earliest is None:
        return None
    if not isinstance(age.value, Count):
        return None
    then = age.value.low - (year - start.earliest.year)
    holds = then >= YOUNGEST
    verdict = "plausible" if holds else "not plausible"
    return Result(
        attribute="age",
        subject=age.subject,
        claims=(age.id, founded.id),
        implied=Interval(max(then - 1, ZERO), max(then, ZERO)),
        holds=holds,
        message=(
            f"{age.subject}, {age.value.low} in {year}, was about {then} when {founded.subject} "
            f"was founded in {start.earliest.year}: {verdict}"
        ),
        fires=not holds,
        values=(str(age.value.low), str(start.earliest.year)),
    )


def _year(view: View, age: Claim, claims: Sequence[Claim]) -> int | None:
    day = view.context.published.get(age.source)
    if day is not None:
        return day.year
    named = [int(year) for claim in claims for year in YEAR.findall(claim.period or "")]
    return max(named, default=None)
