"""CHK004: a stated multiple ("doubling", "three times") fits the two values that it connects.

The values are a valuation and the one before it. Where no pair of camps fits, the multiple may
speak of something else, so the finding is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.reconciler import wording
from dealfacts.reconciler.arithmetic import over
from dealfacts.reconciler.rule import WARNING, Rule
from dealfacts.reconciler.view import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.model.quantity import Interval
    from dealfacts.reconciler.view import Input, View

RULE = Rule(
    "CHK004",
    "a stated multiple does not fit",
    WARNING,
    "A word such as “doubling” does not fit the two values that it connects.",
    "“doubling its valuation” from “$1.6 billion” to “$30 billion”.",
    "One of the two values, or the word, is wrong; the message says which values would fit.",
)
# "doubled" is said of 1.8 as well as of 2.3; a word is no measurement.
LOOSE = 4


def run(view: View) -> Iterable[Result]:
    """Each stated multiple against every pair of a valuation and a prior one."""
    now, before = view.main("valuation")[:1], view.main("prior_valuation")
    for multiples in view.of_attribute("valuation_multiple"):
        stated = multiples[0]
        for value in now:
            fitting = [prior for prior in before if _holds(stated, value, prior)]
            for prior in before:
                if prior.currency == value.currency:
                    yield _result(stated, value, prior, fitting)


def _ratio(value: Input, prior: Input) -> Interval | None:
    return over(value.interval, prior.interval)


def _holds(stated: Input, value: Input, prior: Input) -> bool:
    implied = _ratio(value, prior)
    if implied is None:
        return False
    slack = stated.point / LOOSE
    low, high = stated.point - slack, stated.figure.high + slack
    return implied.low <= high and (implied.high is None or implied.high >= low)


def _result(stated: Input, value: Input, prior: Input, fitting: list[Input]) -> Result:
    implied = _ratio(value, prior) or prior.interval
    holds = prior in fitting
    times = wording.rounded(value.point / prior.point) if prior.point else "infinite"
    verdict = "fits" if holds else "does not fit"
    message = f"{value.shown} is {times} times {prior.shown}: {verdict} “{stated.shown}”"
    if not holds and fitting:
        message += f"; it supports {wording.listed([one.shown for one in fitting])}"
    return Result(
        attribute="valuation_multiple",
        subject=stated.subject,
        claims=(stated.claims[0].id, value.claims[0].id, prior.claims[0].id),
        implied=implied,
        holds=holds,
        message=message,
        fires=not holds,
        fact=prior.fact,
        values=(stated.shown, value.shown, prior.shown),
    )
