"""Reads a lone phrase, such as "nearly $15 billion", as one value with its hedge.

For comparing two values by hand; a phrase that is no figure, sum, share or date reads as None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.readers import counts, dates, money, percent
from dealfacts.model.values import PartialDate

if TYPE_CHECKING:
    from dealfacts.extractor.mention import Mention
    from dealfacts.model.values import Value
    from dealfacts.model.vocabulary import Hedge


def read_phrase(text: str) -> tuple[Value, Hedge] | None:
    """The value of the longest reading of `text`, and its hedge."""
    found: list[Mention[Value]] = [
        *money.read(text),
        *(m for m in percent.read(f"{text} stake") if m.end <= len(text)),
        *counts.read(text),
        *dates.read(text, None),
    ]
    if not found:
        return None
    best = max(found, key=lambda m: (m.end - m.start, not isinstance(m.value, PartialDate)))
    return best.value, best.hedge.hedge
