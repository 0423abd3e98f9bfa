"""Names that only the text around them holds together: "Harrow's Fine Pipes Inc", "Key Orr Ltd".

"Harrow and Pipe Works Inc said it" is one firm, "Harrow and Pipe Works Inc agreed" may be two.
Refuses to join on a guess: a legal form closes the name, and the verb or a second place says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.links import LINK
from dealfacts.extractor.readers.partners import partnerships
from dealfacts.extractor.readers.person_form import NEVER
from dealfacts.extractor.readers.pieces import Piece
from dealfacts.extractor.readers.runs import Word
from dealfacts.extractor.readers.shapes import Shape, shape
from dealfacts.extractor.readers.trim import ALWAYS_CUT
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What only one firm does, right behind its name.
ALONE = re.compile(r"\.?,?[ \n](?:(?:said|says)[ \n]its?|is|was|has|an?)\b")
# Who speaks is no owner: "Harrow's said", against "Harrow's shares".
SPEAKS = re.compile(r"['’]s(?=[ \n](?:said|says|agreed|announced)\b)")
OWNED = re.compile(r"['’]s")
OWN = re.compile(r"['’]s$")
WORD = re.compile(r"[^\s,]+")
# A capital that opens a sentence and was taken for no part of the name.
OPENER = re.compile(r"(?<![^\W_])[A-Z][a-z]{2,12}[ \n]$")
BETWEEN = re.compile(r"(?P<link>[ \n]and[ \n]|[ ]&[ ]|['’]s[ \n]|[ \n]to[ \n])$")
NO_OPENER = words.PEOPLE | words.MONTH | words.DAY | words.HONORIFIC | words.RANK
LONGEST_BETWEEN = 6
LONGEST_OPENER = 14
TWICE = 2
POSSESSIVE = frozenset(("'s", "’s"))
# No article names more firms so oddly; an attack does.
MOST = 64


def joined(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those that are parts of one name put together."""
    closing = [
        piece
        for piece in pieces
        if piece.shape.some & words.LEGAL
        or text[piece.end : piece.end + 2] in POSSESSIVE
        or (piece.opens and piece.words[-1].flags & words.ORGANISATION)
    ]
    partners = list(islice(partnerships(text, pieces), MOST))
    if not (closing or partners):
        return list(pieces)
    low = text.lower()
    if len(low) != len(text):
        return list(pieces)
    begun = islice((p for piece in closing if (p := _phrase(text, piece, pieces))), MOST)
    sure = [phrase.words for phrase in dict.fromkeys(begun) if _is_sure(text, low, phrase)]
    sure += [name.lower() for name in dict.fromkeys(partners)]
    if not sure:
        return list(pieces)
    spans: list[tuple[int, int]] = []
    for start, end in sorted({span for phrase in sure for span in _places(text, low, phrase)}):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return _together(text, pieces, spans)


class Phrase(NamedTuple):
    """How a name may begin, in lower case; `owner` is the "harrow's" that it begins with, or "".

    `proven`: the words right behind the name say that it is one.
    """

    words: str
    owner: str
    proven: bool


def _phrase(text: str, piece: Piece, pieces: Sequence[Piece]) -> Phrase | None:
    """How the name that a piece closes begins; None where the piece is whole."""
    if piece.heading:
        return None
    row = piece.words
    if piece.opens and len(row) > 1 and row[-1].flags & words.ORGANISATION:
        begin = _opener(text, piece)
        if begin is not None:
            first = text[begin : piece.start + row[0].end - row[0].start].lower()
            return Phrase(first, "", proven=False)
    if not piece.shape.some & words.LEGAL:
        speaks = SPEAKS.match(text, piece.end) if len(row) == 1 else None
        said = text[piece.start : speaks.end()].lower() if speaks else ""
        return Phrase(said, said, proven=True) if said else None
    if row[-1].flags & words.LEGAL and OWN.search(row[0].text):
        return Phrase(row[0].text.lower(), "", proven=True)
    if not row[-1].flags & words.LEGAL or len(row) == 1:
        return None
    start = piece.start
    gap = BETWEEN.search(text, max(0, start - LONGEST_BETWEEN), start)
    begin = _beginning(gap.start(), pieces) if gap else _opener(text, piece)
    if begin is None:
        return None
    phrase = text[begin : start + row[0].end - row[0].start].lower()
    if gap and gap["link"].strip() in {"and", "&"}:
        return Phrase(phrase, "", proven=True) if ALONE.match(text, piece.end) else None
    owned = gap is not None and OWNED.match(gap["link"]) is not None
    owner = text[begin : gap.start() + len("'s")].lower() if gap and owned else ""
    return Phrase(phrase, owner, proven=False)


def _is_sure(text: str, low: str, phrase: Phrase) -> bool:
    """Whether a name that may begin so is met twice, and its owner, if any, never without it."""
    # "Harrow's Pipe Inc" beside a plain "Harrow" is Harrow's unit.
    if phrase.owner and low.count(phrase.owner) < low.count(phrase.owner[:-2]):
        return False
    if phrase.proven:
        return True
    # "former Harrow Group" shows that "Former Harrow Group" only opens a sentence.
    shown = sum(1 for _ in _places(text, low, phrase.words))
    return shown >= max(TWICE, low.count(phrase.words))


def _places(text: str, low: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Where the text has a phrase with a capital, as whole words."""
    start = low.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        whole = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
        if whole and text[start].isupper():
            yield start, end
        start = low.find(phrase, end)


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
    word = before.group().strip() if before else ""
    if before is None or word in ALWAYS_CUT or words.flags(word) & NO_OPENER:
        return None
    return before.start()


def _together(text: str, pieces: Sequence[Piece], spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """The pieces; those that one span touches, and what is between them, are one."""
    found: list[Piece] = []
    at = 0
    for start, end in spans:
        while at < len(pieces) and pieces[at].end <= start:
            found.append(pieces[at])
            at += 1
        first = at
        while at < len(pieces) and pieces[at].start < end:
            at += 1
        if first < at:
            some = pieces[first:at]
            found.append(_one(text, some, min(start, some[0].start), max(end, some[-1].end)))
    found += pieces[at:]
    return found


def _one(text: str, some: Sequence[Piece], low: int, high: int) -> Piece:
    """The piece that several are, with all the words of `text[low:high]`."""
    old = some[0]
    opens, heading = old.opens, old.heading
    whole = _whole(text[low:high], opens=opens, heading=heading)
    before, behind = old.title_before, some[-1].title_after
    return Piece(whole, low, high, heading, before, behind, whole.words, whole.text, opens)


@lru_cache(maxsize=1 << 12)
def _whole(printed: str, *, opens: bool, heading: bool) -> Shape:
    """The shape of all the words of a name as printed."""
    row = tuple(_words(printed))
    return shape(printed, "", row, NEVER, opens=opens, honorific=False, heading=heading)


def _words(printed: str) -> Iterator[Word]:
    for hit in WORD.finditer(printed):
        word = hit.group()
        yield Word(hit.start(), hit.end(), word, words.flags(word) if _shown(word) else LINK)


def _shown(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()
