"""A text as it is read: without what a page left in it, and with the way back to each offset.

Emphasis and links of Markdown, tags and entities of HTML, marks of footnotes ("[3]"), characters
that nobody sees, ligatures and letters that were decoded twice ("â€™") stand between words, or
within them, that belong together. The article itself is never changed: what is found in the plain
text is cut from the printed one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# A printed range and what stands for it in the plain text.
Edit = tuple[int, int, str]

# [Acme](https://example.com/acme) -> Acme; a picture is no text
LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,200})(\]\((?:https?:|mailto:|[/#])[^\s()]{0,2000}\))")
# **Acme**, _Acme_, "a year.[3] Then", "two  blanks"; a star before a blank begins a line of a list.
MARKS = re.compile(
    r"""
      (?<![\w*])\*{1,3}(?=[^\s*]) | (?<=[^\s*])\*{1,3}(?![\w*])
    | (?<![^\W_])_{1,3}(?=[^\s_]) | (?<=[^\s_])_{1,3}(?![^\W_])
    | (?<=[^\s\[(])\[(?:\d{1,3}|[a-z]|note\ \d{1,2}|citation\ needed)\]
    | [\u00ad\u200b\u200c\u200d\u2060\ufeff]
    | (?<=\S)\ (?=\ \S)
    | </?(?:a|abbr|b|cite|em|font|i|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]{0,1000})?>
    """,
    re.VERBOSE,
)
BREAK = re.compile(r"</?(?:br|p|div|li|ul|ol|h[1-6]|blockquote)(?:\s[^<>]{0,1000})?/?>")
ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8}\d?);")
# A blank that does not break, between words: between figures it may part thousands.
FIXED = re.compile(r"(?<![\d\s])[\u00a0\u2009\u202f](?=[^\W\d])")
LIGATURE = re.compile("[\ufb00-\ufb04]")
APOSTROPHE = re.compile(r"(?<=[^\W\d])´(?=[^\W\d])")
# What punctuation, signs and letters of western Europe become when their bytes are read as cp1252.
TWICE = "‘’‚“”„–—…•€™\u00a0" + "".join(map(chr, range(0xA1, 0x100)))
SIGNS = frozenset(
    "*_]<&´ÂÃâ\u00ad\u200b\u200c\u200d\u2060\ufeff\u00a0\u2009\u202f\ufb00\ufb01\ufb02\ufb03\ufb04"
)


class Plain(NamedTuple):
    """The plain text; from plain offset `places[i]` on, `shifts[i]` characters are missing.

    `edits` has for each edit where it begins and ends in print, and what is missing behind it.
    """

    text: str
    places: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The range of the printed text that `text[start:end]` was, without marks at its edges."""
        return self._printed(start), self._printed(end - 1) + 1

    def _printed(self, offset: int) -> int:
        at = bisect_right(self.places, offset)
        return offset + (self.shifts[at - 1] if at else 0)

    def shown(self, offset: int) -> int:
        """The plain offset of a printed one; within an edit that of its beginning."""
        at = bisect_right(self.ends, offset)
        if at < len(self.starts) and offset > self.starts[at]:
            offset = self.starts[at]
        return offset - (self.missing[at - 1] if at else 0)


@lru_cache(maxsize=1)
def plain(text: str) -> Plain:
    """The text without its marks; itself where it has none."""
    if SIGNS.isdisjoint(text) and "  " not in text:
        return Plain(text)
    if not text.isascii():
        text = APOSTROPHE.sub("’", FIXED.sub(" ", text))
    edits = sorted(_edits(text))
    return _applied(text, edits) if edits else Plain(text)


def _edits(text: str) -> Iterator[Edit]:
    for hit in MARKS.finditer(text):
        yield *hit.span(), ""
    if "](" in text:
        for link in LINK.finditer(text):
            yield link.start(), link.start(1), ""
            yield *link.span(2), ""
    yield from _of_page(text)
    if not text.isascii():
        for hit in LIGATURE.finditer(text):
            yield *hit.span(), unicodedata.normalize("NFKC", hit[0])
        if "Ã" in text or "Â" in text or "â" in text:
            known = _twice()
            for hit in _decoded_twice().finditer(text):
                yield *hit.span(), known[hit[0]]


def _of_page(text: str) -> Iterator[Edit]:
    """The tags that part lines, and the entities of one character."""
    if "<" in text:
        for hit in BREAK.finditer(text):
            yield *hit.span(), "\n"
    if "&" in text:
        for hit in ENTITY.finditer(text):
            character = unescape(hit[0])
            if len(character) == 1:
                yield *hit.span(), character


@cache
def _twice() -> Mapping[str, str]:
    """What was decoded twice -> what it was: "â€™" -> "’"."""
    found = {}
    for sign in TWICE:
        # cp1252 leaves five bytes without a character; readers keep them as they are
        printed = "".join(
            bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in sign.encode()
        )
        found[printed] = sign
    return found


@cache
def _decoded_twice() -> re.Pattern[str]:
    longest_first = sorted(_twice(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


def _applied(text: str, edits: list[Edit]) -> Plain:
    kept: list[str] = []
    places: list[int] = []
    shifts: list[int] = []
    known: list[Edit] = []
    missing: list[int] = []
    at = gone = 0
    for start, end, put in edits:
        if start < at:
            continue  # within the address of a link
        kept += (text[at:start], put)
        here = start - gone
        for number in range(1, len(put)):
            places.append(here + number)
            shifts.append(gone - number)
        gone += end - start - len(put)
        places.append(here + len(put))
        shifts.append(gone)
        known.append((start, end, put))
        missing.append(gone)
        at = end
    kept.append(text[at:])
    return Plain(
        "".join(kept),
        tuple(places),
        tuple(shifts),
        tuple(start for start, _, _ in known),
        tuple(end for _, end, _ in known),
        tuple(missing),
    )
