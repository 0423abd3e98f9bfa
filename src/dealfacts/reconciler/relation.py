"""What a comparison takes and gives. Decides nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.vocabulary import Hedge, Relation, Severity

if TYPE_CHECKING:
    from dealfacts.model.values import Value

# Section 3 of the semantics: how loudly each relation speaks before its cause is known.
SEVERITY: dict[Relation, Severity | None] = {
    Relation.EQUAL: None,
    Relation.WITHIN_ROUNDING: None,
    Relation.WITHIN_TRUNCATION: Severity.NOTE,
    Relation.ROUNDING_PLAUSIBLE: Severity.NOTE,
    Relation.REFINES: None,
    Relation.CONSISTENT_WITH_HEDGE: None,
    Relation.STRAINED: Severity.WARNING,
    Relation.ONE_DAY_OFFSET: Severity.WARNING,
    Relation.CONFLICT: Severity.ERROR,
    Relation.NOT_COMPARABLE: None,
}


class Side(NamedTuple):
    """One of two compared values; `shown` is how the text prints it, if it comes from a text."""

    value: Value
    hedge: Hedge = Hedge.NONE
    shown: str = ""


class Comparison(NamedTuple):
    """The relation of two values, why, and how loudly it speaks (None: nothing to say).

    `readings` say what each of two figures means; the whole reason is `rule`, then they.
    """

    relation: Relation
    rule: str
    severity: Severity | None = None
    readings: tuple[str, ...] = ()

    @classmethod
    def of(cls, relation: Relation, rule: str, readings: tuple[str, ...] = ()) -> Comparison:
        """A comparison with the severity that its relation has by default."""
        return cls(relation, rule, SEVERITY[relation], readings)

    @property
    def reason(self) -> str:
        """Why, in full."""
        return ". ".join((self.rule, "; ".join(self.readings))) if self.readings else self.rule
