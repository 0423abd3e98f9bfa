"""Finds each number in digits once, for all figure readers: cheap anchors first.

A number counts if a currency stands before it or a word behind it that a reader knows. It refuses
to say what the number means.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.currencies import BLANKS, before, is_lettered
from dealfacts.extractor.readers.figures import CURRENCY, PERCENT, RATIO, SCALE, UNIT, Figure, tags
from dealfacts.extractor.readers.numbers import ONE, following, parse, scale_behind
from dealfacts.extractor.readers.openers import MOST_IN_A_ROW
from dealfacts.lexicon.currencies import Unit, folded, spellings
from dealfacts.lexicon.hedges import cues

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

# A letter is a currency beside a scale word ("R5m", no "Y2K") or all digits ("N23,160,388,968").
LEAST_SCALE, LEAST_SUM = 10**5, 10**7
# How close one number stands behind the one before, with its word, in a table or an attack.
NEAR = 8
# A currency at the end of a line that is this long at least belongs to the number on the next one.
WRAPPED = 30
# How far back the whole word before a number is looked for.
LEAD = 16
# What a number may go on with.
LONGER = frozenset(" +-")
# What opens a word before a number: "(Rs 5 crore".
OPENERS = '(["“‘—–-/:~≈<>'
# What broken typesetting leaves behind a number: "$9. 2 billion", "$9 .2 billion",
# "$500 ,000 ,000", "$14.billion", "$14. bil."
BROKEN = re.compile(
    r"""(?:\.[ ]|[ ]\.)[0-9]{1,2}(?=[ ]?(?:[bmt]r?illion|[bmt]n)\b)|(?:[ ],[0-9]{3}(?![0-9]))+
        |\.(?=[ ]?(?:[bmt]r?illion|[bmt]n)\b|[ ][bm]il(?:l|\b))""",
    re.VERBOSE,
)
# "12.6" "1,234.50" "7½", then the word or sign behind it: "12.6|B", "12.6| billion", "31|%"
DIGITS = re.compile(
    r"""([0-9][0-9.,]*(?:[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))*[½¼¾⅓⅔⅛⅜⅝⅞]?)
        (?:([\ \u00a0\u2009\u202f-]|\r?\n[\ \t]{0,4})?([^\W\d_]+|[^\w\s]))?""",
    re.VERBOSE,
)
# "5 000 euros", "R12 500 000": groups parted by plain blanks, as other numbers are, too
SPACED = re.compile(r"([0-9]{1,3}(?: [0-9]{3}){1,6}(?![0-9]))(?:([ -])?([^\W\d_]+|[^\w\s]))?")
# A word of the sentence before a number, no name that a number can end: "Lumley employs |2 500"
WORD_BEFORE = re.compile(r"(?<!\w)[a-z]{2,14} $")
# "1 1/2 billion", "1-1/2 mln"
MIXED = re.compile(
    r"([0-9]{1,3}[ -][1-9]/(?:[2-9]|1[0-6])(?![0-9/]))(?:([ -])?([^\W\d_]+|[^\w\s]))?"
)
# "4.2bn|Stake", "4.2 billion|Stake"
FUSED = re.compile(r"([0-9][0-9.,]*)([ -])?([a-z]{1,8})(?=[A-Z][a-z])")


def in_digits(text: str, numbers: Iterable[re.Match[str]]) -> list[Figure]:
    """Of all `numbers` of a text those beside a currency or a word that some reader wants."""
    found: list[Figure] = []
    tag = tags()
    past = 0
    for hit in numbers:
        start = hit.start()
        if start < past:
            continue
        match = hit
        number, gap, word = match.groups()
        kind = 0
        if word is not None and number[-1] not in ".,":
            kind = tag.get(word, 0) or tag.get(word.lower(), 0)
            if kind and gap and gap[0] in "\r\n" and not word[0].islower():
                kind = 0
        currency = _currency(text, start, kind) if start else None
        is_money = currency is not None
        if not kind and (is_money or text[match.end(1) : match.end(1) + 1] in LONGER):
            longer = _longer(text, match, is_money=is_money)
            if longer is not None:
                match = longer
                kind, past = tag.get(match[3] or "", 0), match.end(1)
        if currency is not None:
            figure = _figure(text, match, kind, *currency)
        elif kind & ~RATIO:
            figure = _figure(text, match, kind, None, start)
        else:
            continue
        if figure is not None:
            found.append(figure)
    return found


def _currency(text: str, start: int, kind: int) -> tuple[Unit, int] | None:
    """The currency before the number at `start`, and where it begins."""
    last = text[start - 1]
    table = spellings()
    if last in BLANKS:
        # Plain prose before a number is the rule: one look-up settles it.
        tail = text[max(0, start - 3) : start - 1]
        if tail not in table.tails or not tail:
            return before(text, start) if tail[-1:] in table.signs else None
        lead = text[max(0, start - 11) : start - 1].split()
        is_form = tail[-1] in table.signs or (lead and lead[-1].lstrip(OPENERS) in table.before)
        return before(text, start) if is_form else None
    if last == "\n":
        return _wrapped(text, start) if kind & SCALE else None
    if last.isspace():
        return None
    leading = last == "." and start > 1 and not text[start - 2].isalnum()
    return before(text, start - leading) if start > leading else None


def _wrapped(text: str, start: int) -> tuple[Unit, int] | None:
    """The currency at the end of a wrapped line: "for Rs", "5 crore" on the next one."""
    end = start - 1
    if end < WRAPPED or text.find("\n", end - WRAPPED, end) >= 0:
        return None
    lead = text[end - WRAPPED : end].rpartition(" ")[2]
    unit = spellings().before.get(lead)
    return None if unit is None else (unit, end - len(lead))


def _longer(text: str, match: re.Match[str], *, is_money: bool) -> re.Match[str] | None:
    """The number that goes on behind what is mostly its end.

    "5|-plus billion", "5| 000 euros", "1| 1/2 billion"; "$4.2|bnStake" in a box ends inside a word.
    """
    end = match.end(1)
    sign = text[end : end + 1]
    mixed = MIXED.match(text, match.start()) if sign and sign in " -" else None
    if mixed is not None and mixed[3] != "of":
        return mixed if is_money or tags().get(mixed[3] or "", 0) & (SCALE | CURRENCY) else None
    if is_money and match[3] is not None:
        fused = FUSED.match(text, match.start())
        # "$300 kWh", "$5 mRNA": a letter alone is a scale only where nothing parts it
        if fused is not None and tags().get(fused[3], 0) & SCALE:
            return fused if not fused[2] or len(fused[3]) > 1 else None
    if sign == " " and text[end + 1 : end + 2].isdigit():
        spaced = SPACED.match(text, match.start())
        if spaced is None or not match[1].isdecimal():
            return None
        groups = spaced[1].split(" ")
        kind = tags().get(spaced[3] or "", 0)
        # "in 2 100 euros" is no number, "2 000" and "1 250 100" are
        sure = len(groups) > len(("2", "100")) or groups[-1][0] == "0"
        if kind & UNIT:  # "employs 2 500 people", but not "On May 2 500 people"
            lead = text[max(match.start() - LEAD, 0) : match.start()]
            sure = sure or WORD_BEFORE.search(lead) is not None
        return spaced if is_money or (sure and kind & (CURRENCY | UNIT)) else None
    if sign and sign in "+-":
        softened = _softened().match(text, match.start())
        if softened is not None and tags().get(softened[3].lower(), 0) & ~RATIO:
            return softened
    return None


@cache
def _softened() -> re.Pattern[str]:
    """A number with a hedge that clings to it, before its scale, unit or sign: "15|-plus|"."""
    clinging = "|".join(map(re.escape, cues().clinging))
    return re.compile(rf"([0-9][0-9.,]*)(?:{clinging})([ -])?([^\W\d_]+|%)")


def numbers_in(text: str) -> Iterator[re.Match[str]]:
    """Every number in digits with the word or sign behind it, but not the rest of a crowd."""
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
    if word:  # behind a hedge that clings to the number, if there is one
        end = match.start(2) if match[2] else word_start
    if surface[-1] in ".,":  # the end of a clause
        surface = surface.rstrip(".,")
        end = start + len(surface)
        word, word_start, word_end = text[end], end, end + 1
    if unit is None and not kind & PERCENT and _is_glued(text, start):
        return None
    if unit is not None and text[start - 1] == "." and not text[start - 2].isalnum():
        start -= 1  # "$.42"
        surface = "." + surface
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
    if (
        unit is not None
        and unit.scaled
        and scale < LEAST_SCALE
        and value < LEAST_SUM
        and not is_lettered(text, opening, start, end)
    ):
        unit, opening = None, start
        if not kind:
            return None
    return Figure(
        start, end, value, value, granule, scale, word, word_start, word_end, kind, unit, opening
    )


def _is_glued(text: str, start: int) -> bool:
    """Whether a number is the end of a word or of a mark: "A5", "#1"."""
    last = text[start - 1 : start]
    return last.isalpha() or (last != "" and last in "_@#")


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
