"""What to do about a finding, in one line: by its cause where there is one, else by its rule.

Refuses to say which side is right; it says where to look, and what to print.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Cause
from dealfacts.reconciler.rules import BY_ID

if TYPE_CHECKING:
    from dealfacts.model.report import Finding

# A cause that is not here (a spelling, none at all) leaves it to the advice of the rule.
BY_CAUSE = MappingProxyType(
    {
        Cause.UNIT_SLIP: "Look up the unit in the primary source: one side is off by a factor.",
        Cause.TRANSPOSITION: "Look up the digits in the primary source: one side has swapped two.",
        Cause.CURRENCY_SIGN: "Find out which currency is meant, and print its code.",
        Cause.CONVERSION: "Print the sum in its own currency, and convert it at the day's rate.",
        Cause.BASIS: "Both can stand: print with each figure what it includes.",
        Cause.SUPERSEDED: "Print the later one with its date; the earlier one was true in its day.",
        Cause.PERIOD: "Find out which period each figure is for, and print it with the figure.",
        Cause.MISATTRIBUTED: "Find out what the figure measures: one side files it under a wrong "
        "name.",
        Cause.ROUNDING: "Print the finer figure, or say “about”.",
        Cause.ONE_GRANULE: "Take the last digit from the primary source.",
    }
)
DAYS = ("announcement_date", "closing_date", "release_date", "founded")
YEAR = "Look up the year in the primary source: one side has slipped."
# What a day asks for is told by what happened on it.
BY_EVENT = MappingProxyType(
    {
        **{(attribute, Cause.PERIOD): YEAR for attribute in DAYS},
        ("announcement_date", Cause.BASIS): "Both can stand: say which day is that of the signing.",
        ("announcement_date", Cause.SUPERSEDED): "Both can stand: say what happened on each day.",
        ("founded", Cause.UNKNOWN): "Look the year up in the company register: founded, "
        "incorporated and opened for business can be years apart.",
        ("release_date", Cause.UNKNOWN): "Look the day up, and see which product or plant each "
        "side means.",
    }
)


def advice(finding: Finding) -> str:
    """What to do; "" for a rule that this version does not know."""
    cause = finding.cause or Cause.UNKNOWN
    by_event = BY_EVENT.get((finding.attribute or "", cause))
    if by_event:
        return by_event
    by_cause = BY_CAUSE.get(finding.cause) if finding.cause else None
    rule = BY_ID.get(finding.rule)
    return by_cause or (rule.advice if rule else "")
