"""Cuts capitalised runs into pieces: what could be one name each.

"Acme co-founder Jane Doe" is three: a piece, a role, a piece. A piece knows its words with their
classes and what stands directly around it; it does not know yet what it names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.links import binds, parted
from dealfacts.extractor.readers.runs import LONGEST_START, LOWER_START, runs, tokens
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.mention import Title
    from dealfacts.model.text import Sentence

# These are cut wherever they stand; other words of the list only where a sentence begins.
ALWAYS_CUT = frozenset(
    "The A An I In Of For And By With From At As But It He She They We Its Their His Her On To Or "
    "If When While After THE AND FOR WITH".split()
)
PARTICLES_FIRST = frozenset(
    ("de", "van", "von", "al", "bin", "ul", "la", "le", "el", "du", "di", "da")
)
OPENERS = "\"“‘'([{•*—–-:>»« \u00a0\n`"
LEAST_HEADING = 3
LONG_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]{4,}")
LOWER_IN_TITLES = frozenset(
    "with from into over after amid about against among between than that this will have been their "
    "your under upon onto near before during says".split()
)
# A350, VC-10, 737s, F-70, Q1: a model or form, no name.
MODEL = re.compile(r"[A-Z]{0,5}-?\d+[\w-]*$")
LINK = 1 << 30
# In a heading a word of these kinds may be part of a name although it is an ordinary word.
NAMING = words.GIVEN | words.SURNAME | words.ORGANISATION | words.LEGAL | words.OF_HEAD


class Word(NamedTuple):
    """A word of a piece: absolute offsets, the flags of lexicon.name_words; LINK for a link."""

    start: int
    end: int
    text: str
    flags: int


class Piece(NamedTuple):
    """What could be one name: its words, and what touches it.

    `opens`: it stands where a sentence or quotation begins. `heading`: among words that are all
    capitalised for show. `title_before`, `title_after`: the role directly beside it, or "".
    """

    words: tuple[Word, ...]
    start: int
    end: int
    text: str
    opens: bool
    heading: bool
    honorific: bool
    title_before: str
    title_after: str


def cut(
    text: str, sentences: Sequence[Sentence], titles: Sequence[Title]
) -> tuple[list[Piece], list[tuple[int, int]]]:
    """The pieces of all sentences, ascending, and the ranges that are headings."""
    found: list[Piece] = []
    headings: list[tuple[int, int]] = []
    first, count = 0, len(titles)
    for sentence in sentences:
        low, high = sentence.start, sentence.end
        heading = is_heading(text, low, high)
        if heading:
            headings.append((low, high))
        for hit in runs(text, low, high):
            start, end = hit.span()
            while first < count and titles[first].end < start - 2:
                first += 1
            near = []
            at = first
            while at < count and titles[at].start <= end + 2:
                near.append(titles[at])
                at += 1
            for row, opens, honorific in _rows(text, hit.group(), start, low, near):
                found += _pieces(text, row, near, opens=opens, heading=heading, honorific=honorific)
    return found, headings


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is set in title case or in capitals."""
    capitals = lower = 0
    for hit in LONG_WORD.finditer(text, start, end):
        word = hit.group()
        if word[0].isupper():
            capitals += 1
        elif word not in LOWER_IN_TITLES:
            lower += 1
            if lower > 1:
                return False
    return capitals >= LEAST_HEADING + 3 * lower


def _rows(
    text: str, run: str, base: int, low: int, titles: Sequence[Title]
) -> list[tuple[list[Word], bool, bool]]:
    """The run without roles, honorifics and weekdays: rows of words, opens, honorific before."""
    opens = _opens(text, base, low)
    honorific = False
    rows: list[tuple[list[Word], bool, bool]] = []
    row: list[Word] = []
    for token in tokens(run):
        start, end = base + token.start, base + token.end
        flag = LINK if token.is_link else words.flags(token.word)
        word = token.word
        if (
            start == base
            and start > low
            and (text[start - 1].isalnum() or text[start - 1] in "-‑'’")
        ):
            lower = LOWER_START.search(text, max(low, start - LONGEST_START), start)
            if lower is None:
                opens = False
                continue
            start = lower.start()
            word = text[start:end]
            flag = words.flags(word)
        breaks = bool(titles) and any(t.start < end and start < t.end for t in titles)
        title = not breaks and flag & (words.HONORIFIC | words.RANK) and token.end < len(run)
        title = title and _is_honorific(word, flag, text, end)
        if breaks or title or flag & words.DAY:
            if row:
                rows.append((row, opens, honorific))
                row = []
            opens, honorific = False, bool(title)
            continue
        row.append(Word(start, end, word, flag))
    if row:
        rows.append((row, opens, honorific))
    return rows


def _opens(text: str, base: int, low: int) -> bool:
    """Whether a sentence, a quotation or an item begins at `base`."""
    if base == low or not text[low:base].strip(OPENERS):
        return True
    return text[base - 1] in '"“‘:' or text[base - 2 : base] in {'" ', ": ", "— ", "• ", "` "}


NEXT_NAME = re.compile(r"[ \n\u00a0](?P<word>[^\W\d_][\w'’-]*)")


def _is_honorific(word: str, flag: int, text: str, end: int) -> bool:
    """Whether "Mr.", "Lord", "General" speaks of the person behind it."""
    if word[-1] == "." or (flag & words.HONORIFIC and not flag & words.COMMON):
        return True
    following = NEXT_NAME.match(text, end)
    if following is None:
        return False
    other = words.flags(following["word"])
    if flag & words.RANK and not flag & words.HONORIFIC:
        return bool(other & words.GIVEN and not other & words.COMMON)
    return not other & (words.ORGANISATION | words.LEGAL) and bool(
        other & (words.GIVEN | words.SURNAME) or not other & words.COMMON
    )


def _pieces(  # noqa: PLR0913
    text: str,
    row: list[Word],
    titles: Sequence[Title],
    *,
    opens: bool,
    heading: bool,
    honorific: bool,
) -> list[Piece]:
    """The pieces of a row."""
    found: list[Piece] = []
    if len(row) == 1:
        parts = [tuple(row)]
    else:
        parts = [part for bit in (_shown(row) if heading else [row]) for part in _split(bit)]
    for part in parts:
        trimmed = _trim(part, opens=opens, heading=heading)
        if trimmed:
            start, end = trimmed[0].start, trimmed[-1].end
            before = after = ""
            for title in titles:
                if 0 <= start - title.end <= 2 and not text[title.end : start].strip(" \n\u00a0."):
                    before = title.head
                elif 0 <= title.start - end <= 1 and not text[end : title.start].strip(" \n\u00a0"):
                    after = title.head
            mister = honorific and trimmed[0].start == part[0].start
            found.append(
                Piece(trimmed, start, end, text[start:end], opens, heading, mister, before, after)
            )
        opens = honorific = False
    return found


def _shown(row: list[Word]) -> list[list[Word]]:
    """A row of a heading, where every word has a capital, without its ordinary words."""
    parts: list[list[Word]] = [[]]
    for word in row:
        ordinary = word.flags & (words.COMMON | words.NEVER) and not word.flags & NAMING
        if ordinary:
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _split(row: list[Word]) -> list[tuple[Word, ...]]:
    """Breaks a row where a link does not bind: "Acme and Beta", "Jane Doe of Acme"."""
    parts: list[tuple[Word, ...]] = []
    start = place = 0
    size = len(row)
    while place < size:
        if row[place].flags == LINK:
            stop = place
            while stop < size and row[stop].flags == LINK:
                stop += 1
            if not binds(row[start:place], row[place:stop], row[stop : stop + 12]):
                if place > start:
                    parts.append(tuple(row[start:place]))
                start = stop
            place = stop
        else:
            if place - start > 1 and parted(row[start:place], row[place : place + 4]):
                parts.append(tuple(row[start:place]))
                start = place
            place += 1
    if start < size:
        parts.append(tuple(row[start:]))
    return parts


def _trim(part: tuple[Word, ...], *, opens: bool, heading: bool) -> tuple[Word, ...]:
    """Takes words off both ends that belong to the sentence, not to a name."""
    low, high = 0, len(part)
    while low < high:
        word = part[low]
        flag = word.flags
        if flag == LINK:
            if low == 0 and word.text in PARTICLES_FIRST and high > 1:
                break
        elif flag & words.NEVER and (
            opens or heading or high - low == 1 or word.text in ALWAYS_CUT
        ):
            pass
        elif word.text in ALWAYS_CUT:
            pass
        elif flag & words.PEOPLE and high - low > 1 and not _people_name(part[low + 1 : high]):
            pass
        elif flag & words.MONTH and not (
            flag & words.GIVEN and high - low > 1 and part[low + 1].flags & words.SURNAME
        ):
            pass
        elif opens and low == 0 and high > 2 and _introduces(part[0].flags, part[1].flags):  # noqa: PLR2004
            pass
        else:
            break
        low += 1
    while high > low:
        word = part[high - 1]
        if word.flags == LINK or (
            high - low > 1
            and (
                word.flags & (words.NEVER | words.MONTH)
                and not word.flags & (words.LEGAL | words.SURNAME)
                or (word.flags & words.DIGIT and MODEL.match(word.text))
            )
        ):
            high -= 1
        else:
            break
    return part[low:high]


def _introduces(first: int, second: int) -> bool:
    """Whether an ordinary word that opens a sentence only precedes a person: "Hiring Jane Doe"."""
    plain = words.COMMON & first and not first & (words.GIVEN | words.SURNAME | words.ORGANISATION)
    return bool(plain and second & words.GIVEN and not second & words.COMMON)


def _people_name(rest: Sequence[Word]) -> bool:
    """Whether the word for a people opens an organisation: "British Airways"."""
    return any(word.flags & (words.ORGANISATION | words.LEGAL | words.COMMON) for word in rest)
