"""CHK002: the parts of a price add up to it.

Needs at least two parts of different kinds; with an earn-out the total may be printed with or
without it, so both sums are tried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.values import Money
from dealfacts.reconciler import wording
from dealfacts.reconciler.arithmetic import fits, plus
from dealfacts.reconciler.policy import PARTS
from dealfacts.reconciler.rule import WARNING, Rule
from dealfacts.reconciler.view import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.reconciler.view import Input, View

RULE = Rule(
    "CHK002",
    "the parts are not the total",
    WARNING,
    "The cash part, the stock part and further parts of a price do not add up to it.",
    "“$2 billion in cash and $3 billion in shares” of a “$6 billion” price.",
    "Look for a part that is missing, or counted twice.",
)
EARN_OUT = ": earn-out"
ENDINGS = tuple(f": {word}" for word in PARTS.values())
FEWEST = 2


def run(view: View) -> Iterable[Result]:
    """One result for each total with two or more parts in its currency."""
    facts = view.of_attribute("deal_amount")
    totals = [inputs for inputs in facts if not inputs[0].subject.endswith(ENDINGS)]
    for total in totals:
        parts = [
            inputs[0]
            for inputs in facts
            if inputs[0].subject.startswith(f"{total[0].subject}: ")
            and inputs[0].subject.endswith(ENDINGS)
            and inputs[0].currency == total[0].currency
        ]
        if len(parts) >= FEWEST:
            yield _result(total, sorted(parts, key=lambda part: part.subject))


def _result(total: tuple[Input, ...], parts: list[Input]) -> Result:
    fixed = [part for part in parts if not part.subject.endswith(EARN_OUT)] or parts
    supported = [one for one in total if _adds_up(parts, one) or _adds_up(fixed, one)]
    implied, point = parts[0].interval, parts[0].point
    for part in parts[1:]:
        implied, point = plus(implied, part.interval), point + part.point
    lead = total[0]
    holds = lead in supported
    money = lead.figure
    unit = wording.sum_text(point, money) if isinstance(money, Money) else str(point)
    verdict = "fits" if holds else "does not fit"
    message = f"{' plus '.join(part.shown for part in parts)} is {unit}: {verdict} {lead.shown}"
    if not holds and supported:
        message += f"; it supports {wording.listed([one.shown for one in supported])}"
    return Result(
        attribute="deal_amount",
        subject=lead.subject,
        claims=(lead.claims[0].id, *(part.claims[0].id for part in parts)),
        implied=implied,
        holds=holds,
        message=message,
        fires=not holds,
        fact=lead.fact,
        values=(lead.shown, *(part.shown for part in parts)),
    )


def _adds_up(parts: list[Input], total: Input) -> bool:
    implied, point = parts[0].interval, parts[0].point
    for part in parts[1:]:
        implied, point = plus(implied, part.interval), point + part.point
    return fits(implied, point, total)
