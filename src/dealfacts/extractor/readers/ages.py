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
LONGEST_NUMBER = 3
# "28|-year-old", "107| years old", "a 10|-year history"
YEARS = re.compile(r"[ -](?:year|yr)s?[ ](?P<last>old|history|existence)\b")
CUES = (" aged ", " age ", " age of ", " who is ", " who turned ")
# "aged |28", "who is |55 and"
AGED = re.compile(r"(?P<years>[0-9]{2})(?=[,.;:)]?[ ](?!people|per|%)|[,.;:)]?$|[ ]years?[ ]old)")
# "Jane Doe, 28, ", "Jane Doe (28)"
APPOSED = re.compile(r",[ ](?P<years>[0-9]{2})(?P<close>[,.;])(?![0-9])")
BRACKETED = re.compile(r"[ ]\((?P<years>[0-9]{2})(?P<close>\))")
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
    for stem in (" year", "-yr"):
        at = low.find(stem)
        while at >= 0:
            match = YEARS.match(low, at)
            opening = at
            while opening and at - opening < LONGEST_NUMBER and low[opening - 1].isdigit():
                opening -= 1
            if match is not None and opening < at and low[opening - 1 : opening] not in (".", ","):
                end = match.end() - 1 if match["last"] == "old" else match.start("last") - 2
                yield Age(opening - 1, end, Decimal(low[opening:at]))
            at = low.find(stem, at + 1)
    for cue in CUES:
        at = low.find(cue)
        while at >= 0:
            match = AGED.match(low, at + len(cue))
            if match is not None and YOUNGEST <= int(match["years"]) <= OLDEST:
                yield Age(match.start("years") - 1, match.end("years") - 1, Decimal(match["years"]))
            at = low.find(cue, at + 1)
    for pattern in (APPOSED, BRACKETED):
        for match in pattern.finditer(text):
            if _is_age(text, match):
                yield Age(match.start("years"), match.end("years"), Decimal(match["years"]))


def _is_age(text: str, match: re.Match[str]) -> bool:
    """Whether a number between commas stands behind a person: "Doe, 28,"."""
    if not YOUNGEST <= int(match["years"]) <= OLDEST:
        return False
    start = match.start()
    opening = start
    while (
        opening
        and start - opening < 30
        and (text[opening - 1].isalpha() or text[opening - 1] in "'’-")
    ):
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
