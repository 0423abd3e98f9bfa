"""Share ratios that name whose shares they are: "1.35 Northwind shares", "0.4 of a new share".

Reads small decimal fractions only. "0.25 shares" without a name is a count of its own reader; whole
numbers of shares are counts of shares, not ratios.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.readers.survey import Survey

UNITS = frozenset({"share", "shares", "Share", "Shares", "ADS", "unit", "units"})
# 1.35 Northwind shares; 0.8378 of a Northwind Foods common share; 0.4 new shares; 0.3 of one share
RATIO = re.compile(
    r"""(?<![\d.,$€£¥%])(?P<number>\d{1,3}\.\d{1,5})
        [ ](?:of[ ](?:an?|one|each)[ ])?
        (?:(?:new|newly-issued|ordinary|common|preferred|class|[A-Z][\w&’'.-]{0,30})[ ]){0,5}
        (?:[Ss]hares?|ADS|units?)\b""",
    re.VERBOSE,
)


class Ratio(NamedTuple):
    """A ratio at text[start:end] with the place of its last written digit."""

    start: int
    end: int
    value: Decimal
    granule: Decimal


def share_ratios(survey: Survey) -> Iterator[Ratio]:
    """All share ratios of a text, ascending."""
    if survey.words.isdisjoint(UNITS):
        return
    text = survey.text
    for digits in survey.numbers:
        end = digits.end(1)
        if "." not in digits[1] or text[end : end + 1] != " ":
            continue
        match = RATIO.match(text, digits.start())
        if match is None:
            continue
        number = Decimal(match["number"])
        granule = Decimal(1).scaleb(int(number.as_tuple().exponent))
        yield Ratio(match.start(), match.end(), number, granule)
