"""Numbers of people, shares, stores and the like, ages, factors and share ratios.

A number is read only beside its unit ("1,700 people", "employs 400", "28-year-old"). It refuses
spans of time ("10 years"), frequencies ("three times a week") and measures.
"""

from __future__ import annotations

import re
from decimal import Decimal  # noqa: TC003  a NamedTuple is built at run time
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.mention import Mention
from dealfacts.extractor.readers import hedges
from dealfacts.extractor.readers.ages import ages
from dealfacts.extractor.readers.figures import FACTOR, PERCENT, UNIT, Figure
from dealfacts.extractor.readers.multiples import multiple, word_multiples
from dealfacts.extractor.readers.numbers import ONE, cased, following, parse
from dealfacts.extractor.readers.ranges import bare_before, rises
from dealfacts.extractor.readers.share_ratios import share_ratios
from dealfacts.extractor.readers.staff_left_out import staff_left_out
from dealfacts.extractor.readers.strengths import strengths
from dealfacts.extractor.readers.survey import Survey
from dealfacts.extractor.readers.workforces import workforces
from dealfacts.lexicon.figures import unit_pairs, unit_words, units
from dealfacts.model.values import Count, Multiple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_ADJECTIVES = 3
# "has grown from |40 to 130 people": two numbers at two times, and no range
MOVED = re.compile(
    r"(?:grown|grew|risen|rose|increased|expanded|fallen|fell|shrunk|up|down)[ ]from[ ]\Z"
)
YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil)[ ](?:19|20)[0-9]{2}(?=[ ][a-z])")
# "members of its staff"
MOST_WORDS = 4
# A share ratio has a decimal fraction and is small: "0.8378 shares".
LARGEST_RATIO = 1000
NUMBER = re.compile(
    r"""(?P<cue>(?:[a-z]+[ ]){0,3})
        (?P<number>[0-9]{1,3}(?:[ ][0-9]{3})+|[0-9][0-9,.]*[0-9]|[0-9])(?![0-9%])""",
    re.VERBOSE,
)


class Counted(NamedTuple):
    """A count while its text is still being read; `unit` None marks a factor."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    granule: Decimal
    unit: str | None
    granule_high: Decimal | None = None
    vague: bool = False
    scale: Decimal = ONE


def read(text: str, *, survey: Survey | None = None) -> list[Mention[Count | Multiple]]:
    """All counts, ages and factors of `text`, ascending.

    `survey` is that of the text, where the caller has it for other readers too.
    """
    found: list[Counted] = []
    for each in sorted(_all(text, survey or Survey(text)), key=lambda c: (c.start, -c.end)):
        if found and each.start < found[-1].end:
            continue
        _join(text, found, each)
    return [_mention(text, each) for each in found]


def _all(text: str, survey: Survey) -> Iterator[Counted]:
    for figure in survey.figures:
        if (
            figure.unit is not None
            or figure.part
            or (figure.tags & PERCENT and not figure.tags & UNIT)
        ):
            continue
        if figure.tags & FACTOR:
            factor = multiple(text, figure)
            if factor is not None:
                yield Counted(figure.start, factor, figure.low, figure.high, figure.granule, None)
                continue
        if figure.tags & UNIT:
            counted = _counted(text, figure)
            if counted is not None:
                yield counted
    for age in ages(survey):
        yield Counted(age.start, age.end, age.value, age.value, ONE, "years old")
    for word in word_multiples(survey):
        yield Counted(word.start, word.end, word.value, word.value, ONE, None)
    for staff in chain(strengths(survey), staff_left_out(survey)):
        yield Counted(staff.start, staff.end, staff.value, staff.value, staff.granule, "employees")
    for crew in workforces(survey):
        yield Counted(crew.start, crew.end, crew.value, crew.value, crew.granule, crew.unit)
    for ratio in share_ratios(survey):
        yield Counted(ratio.start, ratio.end, ratio.value, ratio.value, ratio.granule, None)
    yield from _behind_cue(survey)


def _counted(text: str, figure: Figure) -> Counted | None:
    """The figure with the unit behind it, adjectives between them allowed."""
    words, adjectives = unit_words(), units().adjectives["words"]
    inner = units().adjectives["inner"]
    word, start, end = figure.word, figure.word_start, figure.word_end
    for _ in range(MOST_ADJECTIVES + 1):
        name = word.lower()
        unit = words.get(name)
        if name in unit_pairs() and text[end : end + 1] in (" ", "-"):
            unit, end = _phrase(text, name, end) or (unit, end)
        if unit is not None and (
            (figure.spoken and figure.low == ONE) or YEAR.search(text, figure.start - 6, end)
        ):
            return None  # "one share" counts nothing, nor does "in 2021 investors valued it at"
        if unit is not None:
            low, granule = figure.low, figure.granule
            if unit == "shares" and granule < 1 and not figure.scaled and low < LARGEST_RATIO:
                return Counted(figure.start, end, low, figure.high, granule, None)
            if granule < 1 and not figure.scaled:
                return None
            return Counted(
                figure.start,
                end,
                low,
                figure.high,
                granule,
                unit,
                None,
                low != figure.high,
                figure.scale,
            )
        if (
            name not in adjectives
            and name not in inner
            and not _hyphened(text, start, end, adjectives)
        ):
            return None
        if name in adjectives or name in inner or text[end : end + 1] != "-":
            word, start, end = following(text, end)
        else:
            _, _, end = following(text, end)
            word, start, end = following(text, end)
        if word == "-":
            word, start, end = following(text, end)
    return None


def _phrase(text: str, name: str, end: int) -> tuple[str, int] | None:
    """The unit of several words that `name` begins: "team members", "members of staff"."""
    words, last = unit_words(), end
    phrase = name
    for _ in range(MOST_WORDS - 1):
        word, start, behind = following(text, last)
        phrase, last = phrase + text[last:start] + word.lower(), behind
        unit = words.get(phrase)
        if unit is not None:
            return unit, last
    return None


def _hyphened(text: str, start: int, end: int, adjectives: frozenset[str]) -> bool:
    """As in "highly-skilled" as one adjective."""
    if text[end : end + 1] != "-":
        return False
    _, _, last = following(text, end)
    return text[start:last].lower() in adjectives


@cache
def _cues() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """First word of a phrase before a count, in three cases -> its phrases with their units."""
    found: dict[str, list[tuple[str, str]]] = {}
    for unit, phrases in units().before.items():
        for phrase in sorted(phrases):
            first = phrase.partition(" ")[0].rstrip(":")
            for form in cased(first):
                found.setdefault(form, []).append((phrase, unit))
    return {form: tuple(phrases) for form, phrases in found.items()}


def _behind_cue(survey: Survey) -> Iterator[Counted]:
    """As in "employs about 400"."""
    text, cues = survey.text, _cues()
    present = {pair for word in survey.words.intersection(cues) for pair in cues[word]}
    if present:
        low = survey.low
        for phrase, unit in sorted(present):
            at = low.find(phrase + " ")
            while at >= 0:
                match = NUMBER.match(low, at + len(phrase) + 1)
                number = parse(match["number"]) if match and not low[at - 1].isalpha() else None
                if match is not None and number is not None and number[1] >= 1:
                    start, end = match.start("number") - 1, match.end("number") - 1
                    cue = match["cue"].strip()
                    if not cue or hedges.around(text, start, end).text:
                        yield Counted(start, end, number[0], number[0], number[1], unit)
                at = low.find(phrase + " ", at + 1)


def _join(text: str, found: list[Counted], new: Counted) -> None:
    """Adds `new`, with a bare number before it as the low end of a range."""
    if not new.vague and new.unit != "years old" and new.low == new.high:
        low = bare_before(text, new.start)
        is_free = low is not None and not MOVED.search(text, low.start - 20, low.start)
        if low is not None and is_free and (not found or low.start >= found[-1].end):
            scaled = low.low * new.scale
            if rises(scaled, new.low):
                granule = low.granule * new.scale
                new = new._replace(
                    start=low.start,
                    low=scaled,
                    granule=granule,
                    granule_high=new.granule if new.granule != granule else None,
                )
    found.append(new)


@lru_cache(maxsize=4096)
def _value(
    low: Decimal, high: Decimal, granule: Decimal, granule_high: Decimal | None, unit: str | None
) -> Count | Multiple:
    """A count, or a factor where there is no unit; equal ones are one value."""
    if unit is None:
        return Multiple(low=low, high=high, granule=granule, granule_high=granule_high)
    return Count(low=low, high=high, granule=granule, granule_high=granule_high, unit=unit)


def _mention(text: str, each: Counted) -> Mention[Count | Multiple]:
    value = _value(each.low, each.high, each.granule, each.granule_high, each.unit)
    return Mention(each.start, each.end, value, hedges.of(text, each))
