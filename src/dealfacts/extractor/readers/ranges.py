"""Two figures joined to one: "$12.6-$13 billion", "between 10 and 12 billion euros".

It refuses "rose from $1.2bn to $1.5bn" (two figures at two times) and anything that does not rise
from the first number to the second.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from dealfacts.extractor.readers.cardinals import small
from dealfacts.extractor.readers.numbers import parse
from dealfacts.lexicon.figures import range_words

# Further apart than this, two figures are two figures.
WIDEST = 1000
LOOK_BACK = 40
DASHES = "-–—−‑"
# the last letters of "to", "and" and a dash, before a blank
BEFORE_BLANK = "od-–—−"

# what stands between the two: "-", " – ", " to ", "-to-", " and "
JOINT = re.compile(r"(?:[ ]?[-–—−‑][ ]?|[ -]to[ -]|[ ]and[ ]|[ ]?~[ ]?|[ ]or[ ])")
# the bare first number of a range, read backwards from the second
BARE = re.compile(
    r"""(?<![0-9A-Za-z.,$€£/])
        (?P<low>[0-9]{1,9}(?:[.,][0-9]{1,3}){0,3}|[a-z]{3,9})(?P<unit>%|[ ]per[ ]?cent)?
        (?P<joint>[ ]?[-–—−‑][ ]?|[ -]to[ -]|[ ]and[ ])$""",
    re.VERBOSE,
)
WORD = re.compile(r"[a-z]+")
# What opens a clause, and how far back a word of motion can stand.
OPENERS = '\n.:;("“'
NEAR_WORDS = 3


class Bare(NamedTuple):
    """The first number of a range without currency or scale of its own."""

    start: int
    low: Decimal
    granule: Decimal


def is_joint(text: str, start: int, end: int, before: int) -> bool:
    """Whether text[start:end] joins two complete figures; `before` is where the first begins."""
    gap = text[start:end]
    if not gap or len(gap) > 5 or JOINT.fullmatch(gap) is None:  # noqa: PLR2004  " and "
        return False
    lead = text[max(0, before - LOOK_BACK) : before]
    if "and" in gap:
        return lead.rstrip().lower().endswith("between")
    if "or" in gap:
        return False
    if "to" not in gap:
        return True
    return not moved(lead)


def moved(lead: str, *, bare: bool = False) -> bool:
    """Whether the words before "A to B" say that it is a move and no range.

    Before a bare A only "from" does: "cut by 5 to 7 per cent" is a range.
    """
    lexicon = range_words()
    clause = lead[max(lead.rfind(mark) for mark in OPENERS) + 1 :]
    words = WORD.findall(clause.lower())[-NEAR_WORDS:]
    for position in range(len(words) - 1, -1, -1):
        word = words[position]
        if word in lexicon.span:
            return False
        if word == "from":
            return position > 0 and words[position - 1] not in lexicon.span
        if word in lexicon.move and not bare:
            return True
    return False


def bare_before(text: str, opening: int, *, percent: bool = False) -> Bare | None:
    """The bare number that a joint ties to the figure opening at `opening`: "10 to |12 billion"."""
    if not opening:
        return None
    last = text[opening - 1]
    if last not in DASHES and (last != " " or text[opening - 2] not in BEFORE_BLANK):
        return None
    tail = text[max(0, opening - LOOK_BACK) : opening]
    match = BARE.search(tail)
    if match is None:
        return None
    if match["unit"] and not percent:
        return None
    surface = match["low"]
    if surface[0].isdigit():
        number = parse(surface)
    else:
        number = (Decimal(small()[surface]), Decimal(1)) if surface in small() else None
    if number is None:
        return None
    lead = tail[: match.start()]
    if "and" in match["joint"] and not lead.rstrip().lower().endswith("between"):
        return None
    if "to" in match["joint"] and moved(lead, bare=True):
        return None
    return Bare(opening - len(tail) + match.start(), *number)


def rises(low: Decimal, high: Decimal) -> bool:
    """Whether two numbers can be the ends of one range."""
    return 0 < low < high <= low * WIDEST
