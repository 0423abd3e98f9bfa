"""Weighs whether a piece is an organisation's name, and where that name ends.

Legal forms, words such as "Bank" or "Ministry of", camel case, acronyms and unknown words speak for
one; ordinary words need a reason. Refuses places, products with version numbers, and headings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.links import LINK
from dealfacts.extractor.readers.trim import MODEL
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.readers.pieces import Piece
    from dealfacts.extractor.readers.shapes import Word

# ", Inc." behind a name
FORM = re.compile(
    r"""[ ]?,?[ ](?:Inc|Incorporated|LLC|L\.L\.C|LLP|L\.L\.P|L\.P|LP|Ltd|Limited|Corp|PLC|plc|
        N\.V|S\.A|S\.p\.A|A/S|AG|SE|GmbH|Co|Pvt|Pty|a\.s)\b(?:\.(?!\w))?
        (?:[ ](?:Ltd|Limited|LLC)\b\.?)?""",
    re.VERBOSE,
)
# (EADS) ("Acme") (the "Bank") (NYSE: ACM)
BRACKET = re.compile(
    r"""[ ]?\([ ]?(?:(?:the|or|hereinafter|together|collectively)[ ,]+)?["“']?[ ]?
        (?P<short>[^\W\d_][\w&.-]*(?:[ ][^\W\d_][\w&.-]*){0,3})[ ]?["”']?[ ]?\)""",
    re.VERBOSE,
)
# (NYSE: ACM), (Nasdaq: ACME, ACMEP): a story may go on with the first symbol alone.
TICKER = re.compile(r"[ ]?\([ ]?[A-Za-z. ]{2,12}[ ]?:[ ]?(?P<symbol>[A-Z]{2,6})\b")
VERSION = re.compile(
    r"[ -]\d+(?:\.\d+)?(?![\d,.]*\s?(?:%|per|million|billion|bn|m\b|crore|people|times))\b"
)
BASED = re.compile(r"[ ]?[-‑][ ]?(?:based|born|area|headquartered)")
# ", Connecticut": the piece before is a place; not ", London-based" or ", Germany's largest".
IN_PLACE = re.compile(r"[ ]?,[ ](?P<place>[A-Z][\w.]+(?:[ ][A-Z]\w+)?)(?![\w'’-])")
NAMELY = words.ORGANISATION | words.LEGAL | words.CAMEL | words.ACRONYM
# "in X" where X is no place but what money goes into.
STAKE_IN = re.compile(
    r"""(?:stakes?|invest\w*|shares?|interest|holding|position|confidence|trust|shareholders?|
        ownership|money|funds?|bet|bets|involved|round|investors?|equity|
        capital|%|percent|cent|plc)[ \n]in[ ]$
    | \b(?:invest|put|pump|inject|plough|pour|bet|back)(?:s|ed|ing)?[ ][^.;\n]{1,40}[ ]in[ ]$""",
    re.VERBOSE | re.IGNORECASE,
)
GOVERNMENT = re.compile(r"[ ](?:federal[ ])?government\b(?![ -][a-z]+[ ](?:bond|debt))")
# The second character of what FORM and GOVERNMENT match.
OPENS_FORM = frozenset(" ,ILNSpPAGCafg")
STRONG, PLAIN, WEAK, NONE = 3, 2, 1, 0
NO_SINGLE = (
    words.PLACE
    | words.PEOPLE
    | words.DAY
    | words.NO_NAME
    | words.NEVER
    | words.INITIAL
    | words.MONTH
)
PLAIN_WORD = words.COMMON | words.PEOPLE | words.PLACE | words.DIGIT
DECIDING = frozenset(",-‑0123456789p")
BINDING = frozenset(("&", "of", "for", "and", "on"))


def strength(piece: Piece, text: str) -> int:
    """STRONG, PLAIN (unless something better claims it), WEAK (needs a reason elsewhere), NONE."""
    shape = piece.shape
    some = shape.some
    if shape.place or some & words.PEOPLE:
        if GOVERNMENT.match(text, piece.end):
            return STRONG
        if shape.place:
            return NONE
    beside = text[piece.end : piece.end + 2]
    alone = len(shape.words) == 1
    # A comma, a figure or a hyphen behind the piece: the rare cases.
    if beside[:1] in {",", "-", "‑"} or beside[1:] in DECIDING:
        if FORM.match(text, piece.end) and not some & (words.COMMON if alone else words.PLACE):
            return STRONG
        if VERSION.match(text, piece.end) or BASED.match(text, piece.end):
            return NONE
        place = IN_PLACE.match(text, piece.end)
        if place and place["place"] in words.places() and not some & NAMELY:
            return NONE
    return _single(piece, some, text) if alone else _several(piece, text)


def _several(piece: Piece, text: str) -> int:
    """The strength of a piece of several words."""
    row, _, _, _, _, _, every, some, _, _ = piece.shape
    if every & words.ACRONYM and every & (words.COMMON | words.NO_NAME):
        return NONE
    last = row[-1].flags
    if (
        row[0].flags & words.DIGIT
        and MODEL.match(row[0].text)
        and not last & NAMELY ^ words.ACRONYM
    ):
        return NONE  # "A350 XWB"
    if every & (words.PLACE | words.NEVER):
        return NONE
    if row[0].flags & words.NEVER and len(row[-1].text) == 1:
        return NONE  # "Series B"
    ordinary = words.COMMON | words.NO_NAME | LINK
    plain = piece.heading and all(word.flags & ordinary for word in row)
    if last & words.LEGAL and not plain:
        return STRONG
    if last & words.THING and not last & words.ORGANISATION and not _is_pair(row):
        return WEAK if some & (words.CAMEL | words.ACRONYM) and piece.title_after else NONE
    if some & words.CAMEL:
        return STRONG
    if any(word.flags == LINK and word.text in BINDING for word in row):
        return WEAK if plain else STRONG
    if some & (words.ORGANISATION | words.LEGAL):
        if plain:
            return WEAK
        return STRONG if last & (words.ORGANISATION | words.LEGAL) else PLAIN
    if all(word.flags & PLAIN_WORD for word in row) or in_place(piece, text):
        return WEAK
    return PLAIN


def _is_pair(row: Sequence[Word]) -> bool:
    """Whether "&" joins two words of which one is a name: "Example & Lake", not "Notes & Loans"."""
    return any(word.flags == LINK and word.text == "&" for word in row) and not all(
        word.flags & PLAIN_WORD or word.flags & words.THING or word.flags == LINK for word in row
    )


def _single(piece: Piece, flag: int, text: str) -> int:
    """The strength of a single word."""
    word = piece.text
    if flag & NO_SINGLE or (flag & words.DIGIT and MODEL.match(word)):
        return NONE
    if flag & words.LEGAL and not flag & words.ACRONYM:
        return NONE  # "the Company"
    if flag & words.ACRONYM and word[-1] == "s":
        return NONE  # "ETFs"
    if flag & words.MARKET and text.endswith(("the ", "The "), 0, piece.start):
        return NONE
    if flag & words.CAMEL or (flag & words.BODY and not piece.heading):
        return STRONG
    if flag & words.ACRONYM:
        if piece.heading or (len(word) > words.LONGEST_ACRONYM and flag & words.COMMON):
            return WEAK
        return PLAIN
    if flag & (words.COMMON | words.GIVEN | words.LEGAL | words.ORGANISATION | words.THING):
        return WEAK
    return WEAK if in_place(piece, text) else PLAIN


def in_place(piece: Piece, text: str) -> bool:
    """Whether an unknown name stands where a place would: "in Example", "near Example"."""
    start = piece.start
    if not text.endswith((" in ", " near ", "In ", " outside "), max(0, start - 9), start):
        return False
    return not STAKE_IN.search(text, max(0, start - 56), start)


def extended(piece: Piece, text: str) -> int:
    """The end of the name with a legal form behind a comma, or "government"."""
    end = piece.end
    behind = text[end : end + 2]
    if behind[:1] not in {" ", ","} or behind[1:] not in OPENS_FORM:
        return end
    hit = FORM.match(text, end) or GOVERNMENT.match(text, end)
    return hit.end() if hit else end


def introduced(name: str, text: str, end: int) -> str | None:
    """The short form, acronym or ticker in brackets behind `end`: "Acme Holdings (AH)" -> "AH"."""
    if "(" not in text[end : end + 2]:
        return None
    hit = BRACKET.match(text, end)
    if hit is None:
        quoted = TICKER.match(text, end)
        return quoted["symbol"] if quoted else None
    short = hit["short"]
    letters = short.replace("&", "").replace(".", "")
    if letters.isalpha() and letters.isupper():
        within = letters[0] == name[0].upper() and _is_within(letters, name.upper())
        return short if within else None
    return short if short.split()[0] in name.split() else None


def _is_within(letters: str, name: str) -> bool:
    """Whether the letters stand in the name in this order."""
    at = 0
    for letter in letters:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True
