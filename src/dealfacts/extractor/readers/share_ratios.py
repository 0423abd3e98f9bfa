"""Share ratios that name whose shares they are: "1.35 Northwind shares", "0.4 of a new share".

And those that are called so: "the exchange ratio was set at 0.85". Reads small decimal fractions
only. "0.25 shares" without a name is a count of its own reader; whole numbers of shares are counts
of shares, not ratios.
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
        [ ](?:of[ ](?:an?|one|each|its|their)[ ])?
        (?:(?:new|newly-issued|own|ordinary|common|preferred|class|&|[A-Z][\w&’'.-]{0,30})[ ]){0,6}
        (?:[Ss]hares?|ADS|units?)\b""",
    re.VERBOSE,
)
# The exchange ratio is 0.85; a fixed share-exchange ratio of 0.85; the swap ratio was set at 0.85
CALLED = re.compile(
    r"""(?:exchange|swap|merger)[ -]ratio[ ,:]{1,2}
        (?:[a-z]{2,12}[ ]){0,4}$""",
    re.VERBOSE,
)
DECIMAL = re.compile(r"\d{1,3}\.\d{1,6}")
# How far before its number it is called a ratio.
CALLED_REACH = 70


class Ratio(NamedTuple):
    """A ratio at text[start:end] with the place of its last written digit."""

    start: int
    end: int
    value: Decimal
    granule: Decimal


def share_ratios(survey: Survey) -> Iterator[Ratio]:
    """All share ratios of a text, ascending."""
    is_called = "ratio" in survey.words
    if not is_called and survey.words.isdisjoint(UNITS):
        return
    text = survey.text
    for digits in survey.numbers:
        start, end = digits.span(1)
        if "." not in digits[1]:
            continue
        match = RATIO.match(text, digits.start()) if text[end : end + 1] == " " else None
        if match is not None:
            yield _ratio(match.start(), match.end(), match["number"])
        elif is_called and is_exchange_ratio(text, start):
            written = digits[1].rstrip(".,")
            if DECIMAL.fullmatch(written):
                yield _ratio(start, start + len(written), written)


def is_exchange_ratio(text: str, start: int) -> bool:
    """Whether the words before text[start:] call what stands there a ratio of shares."""
    return CALLED.search(text, max(start - CALLED_REACH, 0), start) is not None


def _ratio(start: int, end: int, digits: str) -> Ratio:
    number = Decimal(digits)
    granule = Decimal(1).scaleb(int(number.as_tuple().exponent))
    return Ratio(start, end, number, granule)
