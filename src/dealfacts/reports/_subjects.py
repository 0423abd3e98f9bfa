"""What a fact is about, under the heading of its deal: the deal's own label is left out.

Whose share and when it is held is told in full. Refuses to shorten names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dealfacts.model.report import Fact

# When a share is held, as the subject marks it and as it is told.
HELD_WHEN = {"before": "held before", "in total": "held in total", "kept": "kept"}


def about(fact: Fact, deal: str | None) -> str:
    """As "cash part" of "Acme / Beta: cash part", or "Fund in Beta, held before"."""
    if fact.attribute == "stake":
        whose, _, when = fact.subject.partition(": ")
        told = HELD_WHEN.get(when)
        if told is None:
            return fact.subject
        return told if whose == deal else f"{whose}, {told}"
    if fact.attribute == "share_price":
        return fact.subject  # "before" alone says nothing
    return fact.subject.removeprefix(f"{deal}: ")
