"""Finds each number of a text once, for all figure readers: where it stands and what surrounds it.

Cheap anchors first: digits with one look left and one look right, and a short list of number words.
It refuses to say what a number means; money, percent and counts do that.
"""

from __future__ import annotations

import re
from decimal import Decimal  # noqa: TC003  a NamedTuple is built at run time
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.currencies import before
from dealfacts.extractor.readers.numbers import ONE, following, parse, scale_behind
from dealfacts.extractor.readers.openers import MOST_IN_A_ROW
from dealfacts.extractor.readers.wordnumbers import Spoken, spoken
from dealfacts.lexicon.currencies import Unit, folded, spellings
from dealfacts.lexicon.figures import scales, shares, unit_words, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dealfacts.extractor.readers.survey import Survey

# How close one number stands behind the one before, with its word, in a table or an attack.
NEAR = 8
SCALE, PERCENT, CURRENCY, UNIT, FACTOR, RATIO = 1, 2, 4, 8, 16, 32

# "$9. 2 billion", "$500 ,000 ,000", "$14. bil.": what broken typesetting leaves behind a number
BROKEN = re.compile(
    r"""\.[ ][0-9]{1,2}(?=[ ]?(?:[bmt]r?illion|[bmt]n)\b)|(?:[ ],[0-9]{3}(?![0-9]))+
        |\.(?=[ ][bm]il(?:l|\b))""",
    re.VERBOSE,
)
# "12.6" "1,234.50" "7½", then the word or sign behind it: "12.6|B", "12.6| billion", "31|%"
DIGITS = re.compile(
    r"""([0-9][0-9.,]*(?:[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))*[½¼¾⅓⅔⅛⅜⅝⅞]?)
        (?:([\ \u00a0\u2009\u202f-]|\r?\n[\ \t]{0,4})?([^\W\d_]+|[^\w\s]))?""",
    re.VERBOSE,
)


class Figure(NamedTuple):
    """A number at text[start:end], its scale word included; `word` is what stands behind it.

    `low` < `high` only for vague words. `tags` says what `word` may be. `unit` and `opening` are
    the currency written before the number and where that begins.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    granule: Decimal
    scale: Decimal
    word: str
    word_start: int
    word_end: int
    tags: int
    unit: Unit | None
    opening: int
    spoken: bool = False
    part: bool = False

    @property
    def scaled(self) -> bool:
        """Whether the number carries a scale word."""
        return self.scale != ONE


@cache
def tags() -> dict[str, int]:
    """Folded word behind a number -> what it may be."""
    found: dict[str, int] = {}

    def mark(words: Iterable[str], tag: int) -> None:
        for word in words:
            first = folded(word).split(" ")[0]
            if first:
                found[first] = found.get(first, 0) | tag

    scale = scales()
    mark((*scale.words, *scale.letters, *scale.first), SCALE)
    share = shares()
    mark((*share.units, *share.points, *share.basis, "p"), PERCENT)  # "26 p.c." begins with a "p"
    mark(spellings().first, CURRENCY)
    mark(("u", "h", "n", "l"), CURRENCY)  # "U.S. dollars", "H.K. dollars": the scan sees one letter
    mark((*unit_words(), *units().adjectives["words"]), UNIT)
    mark(("in", "out"), RATIO)
    mark(("year", "years", "yr", "times", "x", "fold"), FACTOR)
    return found


def scan(survey: Survey) -> tuple[Figure, ...]:
    """All numbers of a text that some reader may want, ascending, not overlapping."""
    text = survey.text
    found = _digits(text)
    words = spoken(survey, tags())
    if not words:
        return tuple(found)
    found += [_worded(text, each) for each in words]
    found.sort(key=itemgetter(0))
    return tuple(_apart(found))


def _apart(figures: list[Figure]) -> list[Figure]:
    kept: list[Figure] = []
    end = -1
    for figure in figures:
        if figure.start >= end:
            kept.append(figure)
            end = figure.end
    return kept


def _worded(text: str, words: Spoken) -> Figure:
    word, start, end = following(text, words.end)
    return Figure(
        words.start,
        words.end,
        words.low,
        words.high,
        words.granule,
        words.scale,
        word,
        start,
        end,
        tags().get(folded(word), 0),
        None,
        words.start,
        spoken=True,
        part=words.part,
    )


def _digits(text: str) -> list[Figure]:
    found: list[Figure] = []
    tag = tags()
    table = spellings()
    signs, words, tails = table.signs, table.before, table.tails
    for match in _numbers(text):
        start = match.start()
        number, gap, word = match.groups()
        kind = 0
        if word and number[-1] not in ".,":
            kind = tag.get(word, 0) or tag.get(word.lower(), 0)
            if kind and gap and gap[0] in "\r\n" and not word[0].islower():
                kind = 0
        hit = None
        if start:
            last = text[start - 1]
            if last == " ":
                # Plain prose before a number is the rule: one look-up settles it.
                tail = text[max(0, start - 3) : start - 1]
                look = tail[-1:] in signs
                if tail in tails:
                    lead = text[text.rfind(" ", max(0, start - 11), start - 1) + 1 : start - 1]
                    look = look or lead.lstrip("(") in words
            else:
                look = not last.isspace()
            if look:
                leading = last == "." and start > 1 and not text[start - 2].isalnum()
                hit = before(text, start - leading) if start > leading else None
        if hit is not None:
            figure = _figure(text, match, kind, *hit)
        elif kind & ~RATIO:
            figure = _figure(text, match, kind, None, start)
        else:
            continue
        if figure is not None:
            found.append(figure)
    return found


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Every number in digits, but not the rest of a crowd."""
    row, behind = 0, -NEAR - 1
    for match in DIGITS.finditer(text):
        row = row + 1 if match.start() - behind <= NEAR else 0
        behind = match.end()
        if row < MOST_IN_A_ROW:
            yield match


def _figure(
    text: str, match: re.Match[str], kind: int, unit: Unit | None, opening: int
) -> Figure | None:
    start, end = match.span(1)
    surface, word = match[1], match[3] or ""
    word_start, word_end = match.span(3)
    if surface[-1] in ".,":  # the end of a clause
        surface = surface.rstrip(".,")
        end = start + len(surface)
        word, word_start, word_end = text[end], end, end + 1
    if start:
        last = text[start - 1]
        if last == "." and unit is not None and not text[start - 2].isalnum():
            start -= 1  # "$.42"
            surface = "." + surface
        elif unit is None and not kind & PERCENT and (last.isalpha() or last in "_@#"):
            return None
    number = parse(surface)
    if number is None:
        return None
    value, granule = number
    if unit is not None and word in (".", ","):
        mended = _mended(text, end, surface)
        if mended is not None:
            value, granule, end = mended
            word, word_start, word_end = following(text, end)
            kind = tags().get(folded(word), 0)
    scale = ONE
    if kind & SCALE:
        scale, past = scale_behind(text, end, word, word_start, word_end)
        if past != end:
            value, granule = value * scale, granule * scale
            word, word_start, word_end, kind = _behind_scale(text, past, dotted=unit is None)
            end = past + (text[past : past + 1] == "." and word != ".")
    if unit is not None and unit.scaled and scale == ONE:
        unit, opening = None, start
        if not kind:
            return None
    return Figure(
        start, end, value, value, granule, scale, word, word_start, word_end, kind, unit, opening
    )


def _mended(text: str, end: int, surface: str) -> tuple[Decimal, Decimal, int] | None:
    """A number that typesetting broke behind `surface`, as (value, granule, end)."""
    broken = BROKEN.match(text, end)
    number = parse(surface + "".join(broken[0].split()).rstrip(".")) if broken else None
    return (*number, broken.end()) if broken and number else None


def _behind_scale(text: str, end: int, *, dotted: bool) -> tuple[str, int, int, int]:
    """The word behind a scale word, its offsets and its tags.

    `dotted` looks past the dot of an abbreviation, to a currency only: "1.5 mio. euros".
    """
    word, start, past = following(text, end)
    kind = tags().get(word, 0) or tags().get(folded(word), 0)
    if dotted and word == "." and text[end + 1 : end + 2] == " ":
        beyond, first, last = following(text, past)
        found = tags().get(beyond, 0)
        if beyond.islower() and found & CURRENCY:
            return beyond, first, last, found
    return word, start, past, kind
