"""Cuts a text's capitalised runs into pieces: what could be one name each, and what touches it.

A piece is a shape at a place: it knows the roles directly beside it and whether a heading or the
beginning of a sentence explains its capitals. It does not know yet what it names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.openers import MOST_IN_A_ROW, uncrowded
from dealfacts.extractor.readers.runs import LONGEST_START, LOWER_START, RUN, Word
from dealfacts.extractor.readers.shapes import Shape, shapes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.extractor.mention import Title
    from dealfacts.model.text import Sentence

# What stands before a run that is no rest of a longer word.
FREE = frozenset(' \n\u00a0"“‘([/—–:•')
# Around a name in apposition: "its boss, Jane Doe, said"
COMMAS, CLOSES = frozenset((", ", ",\n")), frozenset(",.;")
OWNED = re.compile(r"(?:['’]s?|\b(?!The\b)[A-Z][\w&.-]*)[ ]$")
LONGEST_GAP = 2
# Behind a quotation, its speaker: ...."-Jane Doe; behind a wire, the story: "(Example) -Acme said"
SIGNED = frozenset(('"-', "”-", " -"))
OPENERS = "\"“‘'([{•*—–-:>»« \u00a0\n`"
OPENING = re.compile(rf"[{re.escape(OPENERS)}]*")
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
# What opens the lines of questions and answers; no initial of a name.
MARKS = ("Q. ", "A. ")
# Two words that a heading would print with a capital.
SMALL_WORD = (
    rf"[^\n]*?(?<![\w'’-])(?!(?:{'|'.join(sorted(LOWER_IN_TITLES))})\b)[a-z]{{4,}}(?![^\W\d_])"
)
# A short verb that no sentence would print with a capital.
TO_VERB = re.compile(r" to (?:Buy|Sell|Acquire|Merge|Pay|Take|Get|Join|Own|Bid|Cut|Add)\b")
TWO_SMALL = re.compile(SMALL_WORD * 2)


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
    # Most runs recur, and most touch no role: these are looked up once an article.
    known: dict[tuple[str, bool, bool], tuple[Shape, ...]] = {}
    is_asked = all(f"\n{mark}" in text for mark in MARKS)
    for sentence in sentences:
        low, high = sentence.start, sentence.end
        if is_asked and text.startswith(MARKS, low):
            low += len(MARKS[0])
        heading = is_heading(text, low, high)
        if heading:
            headings.append((low, high))
        for hit in RUN.finditer(text, low, high):
            start, end = hit.span()
            while first < count and titles[first].end < start - 2:
                first += 1
            before = text[start - 1] if start > low else " "
            opens = start == low or _opens(text, start, low, before)
            if (first == count or titles[first].start > end + 1) and before in FREE:
                key = (hit.group(), opens, heading)
                row = known.get(key)
                if row is None:
                    row = shapes(key[0], "", (), opens=opens, heading=heading)
                    known[key] = row
                for each in row:
                    left, right = start + each.start, start + each.end
                    words, printed, leads = each.words, each.text, each.opens
                    found.append(Piece(each, left, right, heading, "", "", words, printed, leads))
            else:
                found += _touched(text, hit, low, titles, first, opens=opens, heading=heading)
    return _uncrowded(found), headings


def _uncrowded(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the rest of a crowd: names on end are a table or an attack."""
    if len(pieces) <= MOST_IN_A_ROW:
        return pieces
    kept = frozenset(uncrowded([piece.start for piece in pieces]))
    return [piece for piece in pieces if piece.start in kept]


def _touched(
    text: str,
    hit: re.Match[str],
    low: int,
    titles: Sequence[Title],
    first: int,
    *,
    opens: bool,
    heading: bool,
) -> Iterator[Piece]:
    """The pieces of a run that roles touch, or that is the rest of a longer word."""
    start, end = hit.span()
    at = first
    while at < len(titles) and titles[at].start <= end + 1:
        at += 1
    near = titles[first:at]
    inside = tuple([(t.start - start, t.end - start) for t in near])
    lead: str | None = ""
    before = text[start - 1] if start > low else " "
    if before.isalnum() or (before in "-‑'’" and text[start - 2 : start] not in SIGNED):
        lower = LOWER_START.search(text, max(low, start - LONGEST_START), start)
        lead = lower.group() if lower else None
    for each in shapes(hit.group(), lead, inside, opens=opens, heading=heading):
        left, right = start + each.start, start + each.end
        ahead, behind = _beside(text, left, right, near)
        words, printed, leads = each.words, each.text, each.opens
        yield Piece(each, left, right, heading, ahead, behind, words, printed, leads)


def _beside(text: str, start: int, end: int, titles: Sequence[Title]) -> tuple[str, str]:
    """The heads of the roles that touch `text[start:end]` on the left and on the right."""
    before = after = ""
    for title in titles:
        gap = text[title.end : start]
        is_near = 0 <= start - title.end <= LONGEST_GAP
        if is_near and not gap.strip(BLANK) and "\n\n" not in gap:
            before = title.head
        elif is_near and gap in COMMAS and text[end : end + 1] in CLOSES:
            before = title.head if _introduces(text, title.start) else before
        elif 0 <= title.start - end <= 1 and not text[end : title.start].strip(BLANK):
            after = title.head
    return before, after


def _introduces(text: str, start: int) -> bool:
    """Whether a firm's role leads up to a name: "Acme's boss, Jane Doe,", no "the boss, Acme,"."""
    return OWNED.search(text, max(0, start - LONGEST_START), start) is not None


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is set in title case or in capitals."""
    if end - start > (LONGEST_ENDED if text[end - 1] == "." else LONGEST_HEADING):
        return False
    if TWO_SMALL.match(text, start, end):
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
    if LEAST_HEADING > capitals > 0 == lower and TO_VERB.search(text, start, end):
        return True  # no long words: "Acme to Buy Beta for $8B"
    return capitals >= LEAST_HEADING + 4 * lower and not (
        text[end - 1] == "." and (lower or _tells(text[start:end]))
    )


def _tells(sentence: str) -> bool:
    """Whether a short verb or pronoun stays small: "He met Red Pipe and Blue Mill in May."."""
    words = sentence.split()
    return any(w.islower() and w not in SMALL and w not in LOWER_IN_TITLES for w in words)


def _opens(text: str, base: int, low: int, before: str) -> bool:
    """Whether a sentence, a quotation or an item begins at `base`, behind the letter `before`."""
    if before == " " and text[base - 2] not in '":—•`':
        return base - low < LEAST_HEADING and _leads(text, low, base)
    return before == " " or before in '"“‘:' or _leads(text, low, base)


def _leads(text: str, low: int, base: int) -> bool:
    """Whether only quotation marks, bullets and the like stand between `low` and `base`."""
    opening = OPENING.match(text, low, base)
    return opening is not None and opening.end() == base
