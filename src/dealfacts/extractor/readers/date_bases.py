"""The day that an undated article is of, without its year, for the weekdays that it names.

"July 28 (Example Wire) - Acme said on Thursday": in a year in which July 28 is a Thursday the two
are one day. Refuses to choose that year; another article of the deal may tell it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.datelines import dateline_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.mention import Mention
    from dealfacts.model.values import PartialDate

# How far into a text a dateline stands, below headlines and bylines.
REACH = 1500
YEARLESS = re.compile(r"XXXX-\d\d-\d\d")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def based(text: str, found: Sequence[Mention[PartialDate]]) -> list[Mention[PartialDate]]:
    """The dates of an undated text, where weekdays know the day of the dateline."""
    base = next((each.value.edtf for each in found if _is_of_dateline(text, each)), None)
    if base is None:
        return list(found)
    return [
        each._replace(value=each.value.model_copy(update={"base": base}))
        if _is_weekday(each.value)
        else each
        for each in found
    ]


def _is_of_dateline(text: str, mention: Mention[PartialDate]) -> bool:
    """Whether a date opens a line, as a dateline or within one."""
    if mention.start > REACH or YEARLESS.fullmatch(mention.value.edtf or "") is None:
        return False
    return mention.end <= dateline_end(text, text.rfind("\n", 0, mention.start) + 1)


def _is_weekday(value: PartialDate) -> bool:
    if value.edtf is not None or value.earliest is not None:
        return False
    folded = value.text.casefold()
    return any(name in folded for name in WEEKDAYS) and not folded.startswith("last ")
