"""Weighs whether a piece is an organisation's name, and where that name ends.

Legal forms, words such as "Bank" or "Ministry of", camel case, acronyms and unknown words speak for
one; ordinary words need a reason. Refuses places, products with version numbers, and headings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from dealfacts.extractor.readers.pieces import Piece

# ", Inc." behind a name
FORM = re.compile(
    r"""[ ]?,?[ ](?:Inc|Incorporated|LLC|L\.L\.C|LLP|L\.P|LP|Ltd|Limited|Corp|PLC|plc|N\.V|S\.A|
        S\.p\.A|A/S|AG|SE|GmbH|Co|Pvt|Pty)\b(?:\.(?!\w))?(?:[ ](?:Ltd|Limited|LLC)\b\.?)?""",
    re.VERBOSE,
)
# (EADS) ("Acme") (the "Bank") (NYSE: ACM)
BRACKET = re.compile(
    r"""[ ]?\([ ]?(?:(?:the|or|hereinafter|together|collectively)[ ,]+)?["“']?[ ]?
        (?P<short>[^\W\d_][\w&.-]*(?:[ ][^\W\d_][\w&.-]*){0,3})[ ]?["”']?[ ]?\)""",
    re.VERBOSE,
)
VERSION = re.compile(r"[ -]\d+(?:\.\d+)?(?![\d,.]*\s?(?:%|per|million|billion|bn|m\b|percent))\b")
BASED = re.compile(r"[ ]?[-‑][ ]?(?:based|born|area|headquartered)")
STAKE_IN = re.compile(
    r"(?:stake|stakes|invest\w*|shares?|interest|holding|position|confidence|trust|shareholders?|ownership|money|funds)[ ]in[ ]$"
)
STRONG, PLAIN, WEAK, NONE = 3, 2, 1, 0


def strength(piece: Piece, text: str) -> int:
    """STRONG, PLAIN (unless something better claims it), WEAK (needs a reason elsewhere), NONE."""
    row = [word for word in piece.words if not word.is_link]
    whole = text[piece.start : piece.end]
    if whole in words.places() or " ".join(whole.split()).rstrip(".") in words.places():
        return NONE
    if FORM.match(text, piece.end) and not row[-1].flags & words.PLACE:
        return STRONG
    if len(row) == 1:
        return _single(piece, row[0].flags, row[0].text, text)
    if VERSION.match(text, piece.end) or BASED.match(text, piece.end):
        return NONE
    every = row[0].flags
    some = 0
    for word in row:
        every &= word.flags
        some |= word.flags
    if every & words.PLACE or every & words.NEVER:
        return NONE
    if row[-1].flags & words.LEGAL and not piece.heading:
        return STRONG
    if any(word.flags & words.CAMEL for word in row):
        return STRONG
    if any(word.is_link and word.text in {"&", "of", "for", "and", "on"} for word in piece.words):
        return PLAIN if piece.heading else STRONG
    if some & words.ORGANISATION:
        if piece.heading or piece.opens and all(word.flags & words.COMMON for word in row):
            return WEAK
        return STRONG if row[-1].flags & (words.ORGANISATION) else PLAIN
    if all(word.flags & (words.COMMON | words.PEOPLE | words.PLACE) for word in row):
        return WEAK
    if _in_place(piece, text):
        return WEAK
    return WEAK if piece.heading else PLAIN


def _single(piece: Piece, flag: int, word: str, text: str) -> int:
    if flag & (
        words.PLACE | words.PEOPLE | words.DAY | words.NO_NAME | words.NEVER | words.INITIAL
    ):
        return NONE
    if flag & words.MONTH or VERSION.match(text, piece.end) or BASED.match(text, piece.end):
        return NONE
    if flag & words.CAMEL or flag & words.BODY and not piece.heading:
        return STRONG
    if flag & words.ACRONYM:
        bare = word.rstrip(".")
        if piece.heading or bare.isdigit():
            return WEAK
        return PLAIN if len(bare) <= words.LONGEST_ACRONYM or not flag & words.COMMON else WEAK
    if flag & (words.COMMON | words.GIVEN | words.LEGAL | words.ORGANISATION):
        return WEAK
    if _in_place(piece, text):
        return WEAK
    return WEAK if piece.heading else PLAIN


def _in_place(piece: Piece, text: str) -> bool:
    """Whether an unknown name stands where a place would: "in Example", "near Example"."""
    before = text[max(0, piece.start - 24) : piece.start]
    return before.endswith((" in ", " near ", "In ", " outside ")) and not STAKE_IN.search(before)


def extended(piece: Piece, text: str, limit: int) -> int:
    """The end of the name with a legal form behind a comma; never beyond `limit`."""
    hit = FORM.match(text, piece.end, limit)
    return hit.end() if hit else piece.end


def introduced(name: str, text: str, end: int) -> str | None:
    """The short form or acronym in brackets behind `end`: "Acme Holdings (AH)" -> "AH"."""
    hit = BRACKET.match(text, end)
    if hit is None:
        return None
    short = hit["short"]
    initials = "".join(part[0] for part in re.findall(r"[^\W\d_]+", name) if part[0].isupper())
    if short.upper() == short and short.replace("&", "").replace(".", "").isalpha():
        letters = short.replace("&", "").replace(".", "").upper()
        return (
            short
            if _is_within(letters, name.upper())
            and letters[0] == name[0].upper()
            and (initials[:1] == letters[:1])
            else None
        )
    return short if short.split()[0] in name.split() else None


def _is_within(letters: str, name: str) -> bool:
    """Whether the letters stand in the name in this order."""
    at = 0
    for letter in letters:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True
