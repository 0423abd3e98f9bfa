"""Sizes of teams and firms joined to a word: "a 400-strong workforce", "the 60-person company".

It refuses numbers of things ("a 40-strong fleet") and numbers in words.
"""

from __future__ import annotations

import re
from decimal import Decimal  # noqa: TC003  a NamedTuple is built at run time
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.numbers import parse
from dealfacts.lexicon.figures import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.readers.survey import Survey

JOINED = ("strong", "person", "people", "employee")
LONGEST = 11
# The number that ends in front of the hyphen: "12,000|-strong"
BEFORE = re.compile(r"(?<![\w.,])[0-9][0-9,]{0,9}$")
# The noun that it counts out: "-strong |workforce"
NOUN = re.compile(r"[a-z-]{2,15}")


class Strength(NamedTuple):
    """A number of people at text[start:end], with its granule."""

    start: int
    end: int
    value: Decimal
    granule: Decimal


def strengths(survey: Survey) -> Iterator[Strength]:
    """All sizes of teams and firms, ascending for each way of writing."""
    text = survey.text
    for word in JOINED:
        if word not in survey.words:
            continue
        anchor = f"-{word} "
        at = text.find(anchor)
        while at >= 0:
            noun = NOUN.match(text, at + len(anchor))
            number = BEFORE.search(text[max(at - LONGEST, 0) : at])
            parsed = parse(number[0]) if number is not None else None
            if noun is not None and noun[0] in units().crowds and number is not None and parsed:
                yield Strength(at - len(number[0]), at + len(anchor) - 1, *parsed)
            at = text.find(anchor, at + 1)
