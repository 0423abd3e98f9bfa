"""CHK003: the stakes of different holders in one company are at most the whole.

Only stakes whose subject names holder and company count, and only those that one article gives
together: stakes of different days may well add up to more.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dealfacts.model.quantity import Interval
from dealfacts.reconciler.arithmetic import HUNDRED, ZERO
from dealfacts.reconciler.rule import ERROR, Rule
from dealfacts.reconciler.subjects import SIDES
from dealfacts.reconciler.view import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.reconciler.view import Input, View

RULE = Rule(
    "CHK003",
    "shares exceed 100 %",
    ERROR,
    "The stakes that different holders are said to have in one company exceed the whole.",
    "Three owners with 60 %, 30 % and 20 %.",
    "Some stakes are of another day or another class of shares: find out which.",
)
FEWEST = 2


def run(view: View) -> Iterable[Result]:
    """One result for each company with stakes of two or more holders in one article."""
    holders: dict[tuple[str, str], dict[str, Input]] = defaultdict(dict)
    for inputs in view.of_attribute("stake"):
        lead = inputs[0]
        holder, _, company = lead.subject.rpartition(SIDES)
        if not holder or lead.period:
            continue
        for source in sorted({claim.source for claim in lead.claims}):
            holders[source, company].setdefault(holder, lead)
    done: set[tuple[str, ...]] = set()
    for (source, company), stakes in sorted(holders.items()):
        names = tuple(sorted(stakes))
        key = (company, *names)
        if len(stakes) < FEWEST or key in done:
            continue
        done.add(key)
        yield _result(source, company, [stakes[name] for name in names])


def _result(source: str, company: str, stakes: list[Input]) -> Result:
    low = sum((stake.interval.low for stake in stakes), ZERO)
    point = sum((stake.point for stake in stakes), ZERO)
    holds = low <= HUNDRED
    shown = " plus ".join(stake.shown for stake in stakes)
    verdict = "at most the whole" if holds else "more than the whole"
    claims = tuple(
        next(claim.id for claim in stake.claims if claim.source == source) for stake in stakes
    )
    return Result(
        attribute="stake",
        subject=company,
        claims=claims,
        implied=Interval(low, point),
        holds=holds,
        message=f"Stakes in {company}: {shown} is {point} %, {verdict}",
        fires=not holds,
        fact=stakes[0].fact,
        values=tuple(stake.shown for stake in stakes),
    )
