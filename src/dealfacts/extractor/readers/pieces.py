"""Cuts a text's capitalised runs into pieces: what could be one name each, and what touches it.

A piece is a shape at a place: it knows the roles directly beside it and whether a heading or the
beginning of a sentence explains its capitals. It does not know yet what it names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.runs import LONGEST_START, LOWER_START, runs
from dealfacts.extractor.readers.shapes import Shape, Word, shapes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.mention import Title
    from dealfacts.model.text import Sentence

OPENERS = "\"“‘'([{•*—–-:>»« \u00a0\n`"
BLANK = " \n\u00a0."
LEAST_HEADING = 3
LONGEST_HEADING = 220
# A sentence that closes with a full stop is rarely a heading, and then a short one.
LONGEST_ENDED = 140
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
# What in front of letters makes them the rest of a longer word: "don't", "2nd", "well-known".
INSIDE_WORD = frozenset("0123456789_'’-")
# What title case leaves small among the short words.
SMALL = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "if", "in", "nor", "of", "off", "on", "or")
) | frozenset(("out", "per", "so", "the", "to", "up", "vs", "via", "yet"))
LOWER_IN_TITLES = frozenset(
    (
        "with",
        "from",
        "into",
        "over",
        "after",
        "amid",
        "about",
        "against",
        "among",
        "between",
        "than",
        "that",
        "this",
        "will",
        "have",
        "been",
        "their",
        "your",
        "under",
        "upon",
        "onto",
        "near",
        "before",
        "during",
        "says",
    )
)


class Piece(NamedTuple):
    """What could be one name, at its place in the text.

    `heading`: among words that are all capitalised for show. `title_before`, `title_after`: the
    head of the role directly beside it, or "". The rest is that of the shape: the words with their
    offsets in the run, the piece as printed, and whether a sentence or quotation begins with it.
    """

    shape: Shape
    start: int
    end: int
    heading: bool
    title_before: str
    title_after: str
    words: tuple[Word, ...]
    text: str
    opens: bool


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
            at = first
            while at < count and titles[at].start <= end + 1:
                at += 1
            near = titles[first:at]
            inside = tuple([(t.start - start, t.end - start) for t in near]) if near else ()
            lead: str | None = ""
            before = text[start - 1] if start > low else " "
            if before.isalnum() or before in "-‑'’":
                lower = LOWER_START.search(text, max(low, start - LONGEST_START), start)
                lead = lower.group() if lower else None
            opens = start == low or _opens(text, start, low)
            for shape in shapes(hit.group(), lead, inside, opens=opens, heading=heading):
                left, right = start + shape.start, start + shape.end
                ahead, behind = _beside(text, left, right, near) if near else ("", "")
                row, printed, first_word = shape.words, shape.text, shape.opens
                found.append(
                    Piece(shape, left, right, heading, ahead, behind, row, printed, first_word)
                )
    return found, headings


def _beside(text: str, start: int, end: int, titles: Sequence[Title]) -> tuple[str, str]:
    """The heads of the roles that touch `text[start:end]` on the left and on the right."""
    before = after = ""
    for title in titles:
        if 0 <= start - title.end <= 2 and not text[title.end : start].strip(BLANK):  # noqa: PLR2004
            before = title.head
        elif 0 <= title.start - end <= 1 and not text[end : title.start].strip(BLANK):
            after = title.head
    return before, after


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is set in title case or in capitals."""
    if end - start > (LONGEST_ENDED if text[end - 1] == "." else LONGEST_HEADING):
        return False
    if text[start:end].isupper():
        return text.find(" ", start, end) >= 0
    capitals = lower = 0
    for hit in LONG_WORD.finditer(text, start, end):
        word = hit.group()
        at = hit.start()
        if at and text[at - 1] in INSIDE_WORD:
            continue
        if word[0].isupper():
            capitals += 1
        elif word not in LOWER_IN_TITLES:
            lower += 1
            if lower > 1:
                return False
    return capitals >= LEAST_HEADING + 4 * lower and not (
        text[end - 1] == "." and (lower or _tells(text[start:end]))
    )


def _tells(sentence: str) -> bool:
    """Whether a short verb or pronoun stays small: "He met Red Pipe and Blue Mill in May."."""
    words = sentence.split()
    return any(w.islower() and w not in SMALL and w not in LOWER_IN_TITLES for w in words)


def _opens(text: str, base: int, low: int) -> bool:
    """Whether a sentence, a quotation or an item begins at `base`."""
    before = text[base - 1]
    if before in '"“‘:':
        return True
    if before == " " and text[base - 2] not in '":—•`':
        return base - low < LEAST_HEADING and not text[low:base].strip(OPENERS)
    return before == " " or not text[low:base].strip(OPENERS)
