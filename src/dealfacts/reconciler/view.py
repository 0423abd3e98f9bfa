"""What a cross-check sees: the facts of one deal by attribute, each camp with its interval.

Offers lookups and interval arithmetic; which facts belong together is for each check to know.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Count, Money, Multiple, Percent
from dealfacts.reconciler.compare import quantity
from dealfacts.reconciler.findings import as_printed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from dealfacts.model.claims import Claim
    from dealfacts.model.quantity import Interval
    from dealfacts.model.values import Figure
    from dealfacts.model.vocabulary import Basis
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.findings import Outcome

# Camps beyond the third are outliers that no arithmetic is spent on.
MOST_CAMPS = 3


class Input(NamedTuple):
    """One camp of a fact as a number: its value, its usual interval and its claims."""

    figure: Figure
    interval: Interval
    claims: tuple[Claim, ...]
    fact: str
    attribute: str
    subject: str
    period: str | None
    basis: Basis
    shown: str

    @property
    def point(self) -> Decimal:
        """The printed figure."""
        return self.figure.low

    @property
    def currency(self) -> str:
        """The currency of a sum, "" for other figures."""
        return self.figure.currency if isinstance(self.figure, Money) else ""


class Result(NamedTuple):
    """One piece of arithmetic: what it implies, whether it holds, whether it is a finding."""

    attribute: str
    subject: str
    claims: tuple[str, ...]
    implied: Interval
    holds: bool
    message: str
    fires: bool = False
    fact: str | None = None
    values: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


class View(NamedTuple):
    """The facts of one deal by attribute, as the checks read them."""

    facts: Mapping[str, tuple[tuple[Input, ...], ...]]
    outcomes: tuple[Outcome, ...]
    context: Context

    @classmethod
    def of(cls, outcomes: Sequence[Outcome], context: Context) -> View:
        """The view of a deal's outcomes."""
        found: dict[str, list[tuple[Input, ...]]] = defaultdict(list)
        for outcome in outcomes:
            inputs = _inputs(outcome)
            if inputs:
                found[outcome.fact.attribute].append(inputs)
        return cls({key: tuple(group) for key, group in found.items()}, tuple(outcomes), context)

    def of_attribute(self, attribute: str) -> tuple[tuple[Input, ...], ...]:
        """The facts of an attribute, each as its camps, the leading one first."""
        return self.facts.get(attribute, ())

    def main(
        self, attribute: str, fits: Callable[[Input], bool] = lambda _: True
    ) -> tuple[Input, ...]:
        """The camps of the attribute's best attested fact whose first camp fits; () if none."""
        facts = (each for each in self.of_attribute(attribute) if fits(each[0]))
        return max(facts, key=_weight, default=())


def _weight(inputs: tuple[Input, ...]) -> tuple[int, int, str]:
    sources = {claim.source for one in inputs for claim in one.claims}
    return len(sources), sum(len(one.claims) for one in inputs), inputs[0].fact


def _inputs(outcome: Outcome) -> tuple[Input, ...]:
    found = []
    for party, camp in zip(outcome.parties[:MOST_CAMPS], outcome.fact.camps, strict=False):
        figure = party.lead.side.value
        measured = quantity(party.lead.side)
        if measured is None or not isinstance(figure, Money | Percent | Count | Multiple):
            return ()
        found.append(
            Input(
                figure,
                measured.typical,
                party.claims,
                outcome.fact.id,
                outcome.fact.attribute,
                outcome.fact.subject,
                outcome.fact.period,
                camp.basis,
                as_printed(party),
            )
        )
    return tuple(found)
