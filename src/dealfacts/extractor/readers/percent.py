"""Percentages and shares: "31%", "5 to 7 per cent", "nine-tenths", "a majority stake".

Half, a third, majority and their like are shares only beside something that can be shared or held.
It refuses "half an hour", "the second half", "the third quarter" and percent signs inside web
addresses; whether a percentage is a stake or a price move is not decided here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from dealfacts.extractor.mention import Mention
from dealfacts.extractor.readers import hedges
from dealfacts.extractor.readers.figures import PERCENT, Figure
from dealfacts.extractor.readers.fractions import HUNDRED, Share, fractions, labelled, mixed, out_of
from dealfacts.extractor.readers.numbers import ONE
from dealfacts.extractor.readers.ranges import bare_before, is_joint, rises
from dealfacts.extractor.readers.shares import is_share, named_shares
from dealfacts.extractor.readers.survey import Survey
from dealfacts.lexicon.figures import shares
from dealfacts.model.values import Percent

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_ADDRESS = 400
BEFORE_FIGURE = ' \n\t\u00a0(+-–—~["“'

# behind a number: "%", " per cent", "-percentage-point", " basis points", " p.c."
UNIT = re.compile(
    r"""(?:[ \u00a0\u2009\u202f-]{0,2}|\r?\n[ \t]{0,4})
        (?P<one>[%％]{1,3}(?:[ -]?p(?:oin)?ts)?|p\.[ ]?c\.|[^\W\d_]+)
        (?:[ \u00a0-](?P<two>[^\W\d_]+))?(?:[ -](?P<three>[^\W\d_]+))?""",
    re.VERBOSE,
)
MINUS = "-−–"
# "own 55 and 45 percent of the company, respectively"
AND, LONGEST_BARE = " and ", 8
BARE = re.compile(r"(?:^|[ \n(])(\d{1,2}(?:\.\d{1,3})?)$")
IN_TURN = re.compile(r"[^.;\n]{0,90}\brespectively\b")
# What opens the rest of "%%", "%-points", "%pts".
LONGER = frozenset("%％pP\u00a0")


def read(text: str, *, survey: Survey | None = None) -> list[Mention[Percent]]:
    """All percentages and shares of `text`, ascending.

    `survey` is that of the text, where the caller has it for other readers too.
    """
    found: list[Share] = []
    for share in sorted(_all(text, survey or Survey(text)), key=itemgetter(0)):
        if found and share.start < found[-1].end:
            continue
        _join(text, found, share)
    return [_mention(text, share) for share in found]


def _all(text: str, survey: Survey) -> Iterator[Share]:
    for figure in survey.figures:
        if figure.tags & PERCENT:
            share = _percent(text, figure)
            if share is not None:
                yield from in_turn(text, share)
                yield share
        elif figure.part and is_share(text, figure.start, figure.end):
            low = figure.low * HUNDRED
            yield Share(figure.start, figure.end, low, low, figure.granule * HUNDRED)
        elif figure.spoken and not figure.part and figure.word in ("in", "out"):
            ratio = out_of(text, figure)
            if ratio is not None:
                yield ratio
    yield from labelled(text)
    yield from fractions(text)
    for named in named_shares(survey):
        low, high = named.bounds
        granule = ONE if low == high else Decimal(5)
        yield Share(named.start, named.end, low, high, granule, vague=low != high)


def in_turn(text: str, share: Share) -> Iterator[Share]:
    """The number that borrows its unit: "own 55 and 45 percent of the company, respectively"."""
    if not text.startswith(AND, share.start - len(AND)) or share.low < 0:
        return
    end = share.start - len(AND)
    bare = BARE.search(text, max(end - LONGEST_BARE, 0), end)
    if bare is None or IN_TURN.match(text, share.end) is None:
        return
    value = Decimal(bare[1])
    if value + share.low <= HUNDRED:
        granule = Decimal(1).scaleb(int(value.as_tuple().exponent))
        yield Share(bare.start(1), end, value, value, granule)


def unit_after(text: str, end: int) -> tuple[int, bool, Decimal] | None:
    """The percent unit behind `end`: where it ends, whether it is points, and its factor."""
    # The plain case first: "31%" and no word behind it that could be "points".
    if text.startswith("%", end) and text[end + 1 : end + 3].strip(" -")[:1] not in LONGER:
        return end + 1, False, ONE
    match = UNIT.match(text, end)
    if match is None:
        return None
    if match["one"] == "PC":
        return None
    lexicon = shares()
    words = [match["one"].lower()]
    ends = [match.end("one")]
    for name in ("two", "three"):
        if match[name]:
            words.append(match[name].lower())
            ends.append(match.end(name))
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        if phrase in lexicon.points:
            return ends[count - 1], True, ONE
        if phrase in lexicon.basis:
            return ends[count - 1], True, ONE / HUNDRED
        if phrase in lexicon.units or not phrase.strip("%％"):
            return _closed(text, ends[count - 1]), False, ONE
    return None


def _closed(text: str, end: int) -> int:
    """Behind the full stop of an abbreviation: "31.5 per cent. of the shares"."""
    if text[end : end + 1] != ".":
        return end
    following = text[end + 1 : end + 4]
    # "iPhone" opens a sentence
    goes_on = following[:1] in {",", ";"} or (following[:1] == " " and following[1:].islower())
    return end + 1 if goes_on else end


def _percent(text: str, figure: Figure) -> Share | None:
    unit = unit_after(text, figure.end)
    if unit is None or figure.unit is not None or figure.scaled:
        return None
    end, points, factor = unit
    start, value, granule = figure.start, figure.low, figure.granule
    if figure.part:
        return None
    if figure.word == "%" and _in_address(text, start):
        return None
    if figure.spoken:
        granule = min(granule, ONE)
        if text[max(0, start - 6) : start].lower() == "minus ":
            start, value = start - 6, -value
    elif start and text[start - 1] in MINUS and (start == 1 or text[start - 2] in " (\n\t"):
        start, value = start - 1, -value
    elif start > 1 and text[start - 1] == "/":
        return mixed(text, figure, end)
    elif start and text[start - 1] == "." and not text[max(0, start - 2) : start - 1].isalnum():
        start -= 1  # ".5 percent"
        value, granule = (part.scaleb(start + 1 - figure.end) for part in (value, granule))
    value, granule = value * factor, granule * factor
    return Share(start, end, value, value, granule, points=points, factor=factor)


def _in_address(text: str, start: int) -> bool:
    """Whether text[start] stands inside a web address."""
    if not start or text[start - 1] in BEFORE_FIGURE:
        return False
    blank = max(text.rfind(blank, max(0, start - LONGEST_ADDRESS), start) for blank in " \n\t")
    token = text[blank + 1 : start]
    return "://" in token or "%" in token or token.startswith("www.")


def _join(text: str, found: list[Share], new: Share) -> None:
    """Adds `new`, as the second end of a range where a joint ties it to a number before."""
    if new.vague or new.low < 0:
        found.append(new)
        return
    if found:
        last = found[-1]
        if (
            last.low == last.high
            and last.points == new.points
            and is_joint(text, last.end, new.start, last.start)
            and rises(last.low, new.high)
        ):
            found[-1] = last._replace(
                end=new.end,
                high=new.high,
                granule_high=new.granule if new.granule != last.granule else None,
            )
            return
    low = bare_before(text, new.start, percent=True)
    if (
        low is not None
        and (not found or low.start >= found[-1].end)
        and rises(low.low * new.factor, new.low)
    ):
        granule = low.granule * new.factor
        new = new._replace(
            start=low.start,
            low=low.low * new.factor,
            granule=granule,
            granule_high=new.granule if new.granule != granule else None,
        )
    found.append(new)


@lru_cache(maxsize=4096)
def _value(
    low: Decimal, high: Decimal, granule: Decimal, granule_high: Decimal | None, *, points: bool
) -> Percent:
    """A percentage; news repeats its figures, and equal ones are one value."""
    return Percent(low=low, high=high, granule=granule, granule_high=granule_high, points=points)


def _mention(text: str, share: Share) -> Mention[Percent]:
    value = _value(share.low, share.high, share.granule, share.granule_high, points=share.points)
    return Mention(share.start, share.end, value, hedges.of(text, share))
