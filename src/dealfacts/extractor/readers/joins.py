"""Names that only the text around them holds together: "Harrow's Fine Pipes Inc", "Key Orr Ltd".

"Harrow and Pipe Works Inc said it" is one firm, "Harrow and Pipe Works Inc agreed" may be two.
Refuses to join on a guess: a legal form closes the name, and the verb or a second place says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.links import LINK
from dealfacts.extractor.readers.person_form import NEVER
from dealfacts.extractor.readers.pieces import Piece
from dealfacts.extractor.readers.shapes import Word, shape
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What only one firm does, right behind its name.
ALONE = re.compile(r"\.?,?[ \n](?:(?:said|says)[ \n]its?|is|was|has|an?)\b")
# Who speaks is no owner: "Harrow's said", against "Harrow's shares".
SPEAKS = re.compile(r"['’]s(?=[ \n](?:said|says|agreed|announced|will|would|has)\b)")
OWNED = re.compile(r"['’]s")
OWN = re.compile(r"['’]s$")
WORD = re.compile(r"[^\s]+")
# A capital that opens a sentence and was taken for no part of the name.
OPENER = re.compile(r"(?<![^\W_])[A-Z][a-z]{2,12}[ \n]$")
BETWEEN = re.compile(r"(?P<link>[ \n]and[ \n]|[ ]&[ ]|['’]s[ \n]|[ \n]to[ \n])$")
LONGEST_BETWEEN = 6
LONGEST_OPENER = 14
TWICE = 2


def joined(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those that are parts of one name put together."""
    phrases = {phrase for piece in pieces if (phrase := _phrase(text, piece, pieces))}
    if not phrases:
        return list(pieces)
    found = list(pieces)
    low = text.lower()
    if len(low) != len(text):
        return found
    for phrase in sorted(phrases, key=lambda each: (len(each), each)):
        for hit in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", low):
            if text[hit.start()].isupper():
                _join(text, found, hit.start(), hit.end())
    return found


def _phrase(text: str, piece: Piece, pieces: Sequence[Piece]) -> str:
    """How the name that a piece closes begins, in lower case; "" where the piece is whole."""
    if piece.heading:
        return ""
    row = piece.words
    if not piece.shape.some & words.LEGAL:
        speaks = len(row) == 1 and SPEAKS.match(text, piece.end)
        return text[piece.start : speaks.end()].lower() if speaks else ""
    if row[-1].flags & words.LEGAL and OWN.search(row[0].text):
        return row[0].text.lower()
    if not row[-1].flags & words.LEGAL or len(row) == 1:
        return ""
    start = piece.start
    gap = BETWEEN.search(text, max(0, start - LONGEST_BETWEEN), start)
    begin = _beginning(gap.start(), pieces) if gap else _opener(text, piece)
    if begin is None:
        return ""
    phrase = text[begin : start + row[0].end - row[0].start].lower()
    if gap and gap["link"].strip() in {"and", "&"}:
        return phrase if ALONE.match(text, piece.end) else ""
    low = text.lower()
    if low.count(phrase) < TWICE:
        return ""
    # "Harrow's Pipe Inc" beside a plain "Harrow" is Harrow's unit.
    owner = (
        text[begin : gap.start() + len("'s")].lower() if gap and OWNED.match(gap["link"]) else ""
    )
    return "" if owner and low.count(owner) < low.count(owner[:-2]) else phrase


def _beginning(end: int, pieces: Sequence[Piece]) -> int | None:
    """Where the one-word piece that ends at `end` begins, if it has no legal form."""
    at = bisect_left(pieces, end, key=attrgetter("end"))
    if at == len(pieces) or pieces[at].end != end:
        return None
    first = pieces[at]
    is_name = len(first.words) == 1 and not first.shape.some & (words.LEGAL | words.PLACE)
    return first.start if is_name and first.shape.person <= NEVER else None


def _opener(text: str, piece: Piece) -> int | None:
    """Where the word begins that opens the sentence right before the piece."""
    start = piece.start
    before = OPENER.search(text, max(0, start - LONGEST_OPENER), start)
    if before is None or not words.flags(before.group().strip()) & words.NEVER:
        return None
    return before.start()


def _join(text: str, found: list[Piece], start: int, end: int) -> None:
    """Puts the pieces that `text[start:end]` touches, and what is between them, into one."""
    first = bisect_right(found, start, key=attrgetter("end"))
    last = bisect_left(found, end, key=attrgetter("start"))
    if first >= last:
        return
    some = found[first:last]
    low, high = min(start, some[0].start), max(end, some[-1].end)
    every = tuple(_words(text, low, high))
    whole = shape(text, "", every, NEVER, opens=some[0].opens, honorific=False)
    old = some[0]
    found[first:last] = [
        Piece(
            whole,
            low,
            high,
            old.heading,
            old.title_before,
            some[-1].title_after,
            every,
            whole.text,
            old.opens,
        )
    ]


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of a name as they stand in the text."""
    for hit in WORD.finditer(text, start, end):
        word = hit.group()
        yield Word(hit.start(), hit.end(), word, words.flags(word) if _shown(word) else LINK)


def _shown(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()
