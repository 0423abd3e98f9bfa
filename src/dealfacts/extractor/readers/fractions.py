"""Shares written as fractions: "1/4 of", "one in three", "7 3/4 pct", the label "Percent of 10".

It refuses fractions without a whole ("1/4") and ratios of one and more ("three in one").
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.cardinals import small
from dealfacts.extractor.readers.numbers import ONE, following, parse
from dealfacts.extractor.readers.openers import uncrowded
from dealfacts.extractor.readers.survey import Survey
from dealfacts.extractor.readers.wordnumbers import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.readers.figures import Figure

HUNDRED = Decimal(100)
# "7 3/4 pct", "7-3/4 pct"
MIXED = re.compile(r"(?<![0-9.,/])(?P<whole>[0-9]{1,3})[ -](?P<part>[1-9]/)$")
# "1/4 of"
FRACTION = re.compile(r"(?P<up>[1-9])/(?P<down>[2-9]|1[0-9])(?=[ ]of\b)")
# a label that opens a text: "Percent of 10"
LABELLED = re.compile(
    r"\A\s*(?P<label>per[ ]?cents?[ ]of[ ](?P<number>[0-9][0-9.,]*|[a-z-]{3,16}))\s*\Z",
    re.IGNORECASE,
)
LABEL_REACH = 60


class Share(NamedTuple):
    """A percentage while its text is still being read."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    granule: Decimal
    granule_high: Decimal | None = None
    points: bool = False
    vague: bool = False
    factor: Decimal = ONE


def fractions(text: str) -> Iterator[Share]:
    """All of "1/4 of", found by their stroke."""
    strokes: list[int] = []
    at = text.find("/", 1)
    while at >= 0:
        strokes.append(at)
        at = text.find("/", at + 1)
    for at in uncrowded(strokes):
        match = FRACTION.match(text, at - 1)
        if match is not None and (at == 1 or text[at - 2] not in "0123456789./,"):
            yield _ratio(match.start(), match.end(), int(match["up"]), int(match["down"]))


def labelled(text: str) -> Iterator[Share]:
    """A text that is nothing but "Percent of 10"."""
    for match in LABELLED.finditer(text) if len(text) < LABEL_REACH else ():
        value = _number(match["number"])
        if value is not None:
            yield Share(match.start("label"), match.end("label"), value, value, ONE)


def _number(surface: str) -> Decimal | None:
    """Digits or number words as a number."""
    if surface[0].isdigit():
        number = parse(surface)
        return number and number[0]
    words = spoken(Survey(surface), ())
    return words[0].low if len(words) == 1 and words[0].end == len(surface) else None


def out_of(text: str, figure: Figure) -> Share | None:
    """As in "one in three", "two out of five"."""
    at = figure.word_end
    word, _, end = following(text, at)
    if figure.word == "out":
        if word != "of":
            return None
        word, _, end = following(text, end)
    down = small().get(word.lower(), 0)
    if not 0 < figure.low < down or figure.part:
        return None
    return _ratio(figure.start, end, int(figure.low), down)


def _ratio(start: int, end: int, up: int, down: int) -> Share:
    value = (
        (HUNDRED * up / down).quantize(Decimal("0.01")) if HUNDRED % down else HUNDRED * up / down
    )
    return Share(start, end, value, value, Decimal(5))


def mixed(text: str, figure: Figure, end: int) -> Share | None:
    """As in "7 3/4 pct": the scan found the 4."""
    match = MIXED.search(text[max(0, figure.start - 8) : figure.start])
    if match is None or not figure.low:
        return None
    value = Decimal(match["whole"]) + Decimal(match["part"][0]) / figure.low
    start = figure.start - len(match[0])
    return Share(start, end, value, value, Decimal("0.01"))
