"""Ages of people and companies: "28-year-old", "aged 28", "107 years old", "Jane Doe, 28,".

It refuses plain spans of time ("10 years", "a five-year plan") and numbers after a month or a day.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

YOUNGEST, OLDEST = 14, 104
# "28-year-old", "107 years old", "a 10-year history", "28-yr-old"
YEARS = re.compile(
    r"(?<![0-9.,])(?P<years>[0-9]{1,3})[ -](?:year|yr)s?[ -](?P<last>old|history|existence)\b"
)
# "aged 28", "age of 28", "who is 55", "turned 40"
AGED = re.compile(r"\b(?:aged?|age[ ]of|who[ ]is|who[ ]turned|he[ ]is|she[ ]is|is[ ]now)[ ,]{1,2}(?P<years>[0-9]{2})(?![0-9%.,]?[0-9%])")
# "Jane Doe, 28, ", "Jane Doe (28)"
APPOSED = re.compile(r"(?:,[ ]|[ ]\()(?P<years>[0-9]{2})(?P<close>[,.;)])(?![0-9])")
NO_NAMES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday page no nos chapter section "
    "route and or the of in at on to".split()
)


class Age(NamedTuple):
    """An age at text[start:end], in years."""

    start: int
    end: int
    value: Decimal


def ages(text: str, low: str) -> Iterator[Age]:
    """All ages; `low` is the folded text (numbers.folded_text)."""
    if " year" in low or "-yr" in text:
        for match in YEARS.finditer(low):
            start, end = match.start() - 1, match.end() - 1
            if match["last"] != "old":
                end = match.start("last") - 2
            yield Age(start, end, Decimal(match["years"]))
    if " age" in low or " is " in low or " turned " in low:
        for match in AGED.finditer(low):
            years = int(match["years"])
            after = low[match.end() : match.end() + 12].split()
            if match[0].startswith(("age", "who")) or not after or after[0] in (",", ".", "and", "years"):
                if YOUNGEST <= years <= OLDEST:
                    yield Age(match.start("years") - 1, match.end("years") - 1, Decimal(years))
    for match in APPOSED.finditer(text):
        if _is_age(text, match):
            yield Age(match.start("years"), match.end("years"), Decimal(match["years"]))


def _is_age(text: str, match: re.Match[str]) -> bool:
    """Whether a number between commas stands behind a person: "Doe, 28,"."""
    if not YOUNGEST <= int(match["years"]) <= OLDEST:
        return False
    start = match.start()
    opening = start
    while opening and start - opening < 30 and (text[opening - 1].isalpha() or text[opening - 1] in "'’-"):
        opening -= 1
    word = text[opening:start]
    if len(word) < 2 or word.lower() in NO_NAMES:  # noqa: PLR2004  an initial is no name
        return False
    brackets = text[match.start() + 1] == "("
    if brackets != (match["close"] == ")"):
        return False
    if match["close"] == "," and not brackets:
        return not text[match.end() : match.end() + 6].strip().isdigit()
    return word[0].isupper()
