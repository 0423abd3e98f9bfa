"""Weighs whether a piece is an organisation's name, and where that name ends.

Legal forms, words such as "Bank" or "Ministry of", camel case, acronyms and unknown words speak for
one; ordinary words need a reason. Refuses places, products with version numbers, and headings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.brackets import TICKER
from dealfacts.extractor.readers.links import LINK
from dealfacts.extractor.readers.trim import MODEL
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.readers.pieces import Piece
    from dealfacts.extractor.readers.runs import Word

# ", Inc." behind a name
FORM = re.compile(
    r"""[ ]?,?[ ](?:Inc|Incorporated|LLC|L\.L\.C|LLP|L\.L\.P|L\.P|LP|Ltd|Limited|Corp|PLC|plc|
        N\.V|S\.A|S\.p\.A|A/S|AG|SE|GmbH|Co|Pvt|Pty|a\.s)\b(?:\.(?!\w))?
        (?:[ ](?:Ltd|Limited|LLC)\b\.?)?""",
    re.VERBOSE,
)
VERSION = re.compile(
    r"[ -]\d+(?:\.\d+)?(?![\d,.]*\s?(?:%|per|million|billion|bn|m\b|crore|people|times))\b"
)
BASED = re.compile(r"[ ]?[-‑][ ]?(?:based|born|area|headquartered)")
# "Fortress-led consortium": even of an ordinary word
LED = re.compile(
    r"""[-‑](?:led|backed|headed)[ ](?:\w{2,12}[ ])?
        (?:consortium|group|bid|offer|takeover|team|buyout)\b""",
    re.VERBOSE,
)
# ", Connecticut": the piece before is a place; not ", London-based" or ", Germany's largest".
IN_PLACE = re.compile(r"[ ]?,[ ](?P<place>[A-Z][\w.]+(?:[ ][A-Z]\w+)?)(?![\w'’-])")
DROP_CAP = re.compile(r"(?:\n|\A)[A-Z]+[ ](?:an?|the|its|his|her|their|this|that|every)[ ][a-z]")
NAMELY = words.ORGANISATION | words.LEGAL | words.CAMEL | words.ACRONYM
FIRMLY = words.ORGANISATION | words.LEGAL | words.CAMEL
# "in X" where X is no place but what money goes into.
STAKE_IN = re.compile(
    r"""(?:stakes?|invest\w*|shares?|interest|holding|position|confidence|trust|shareholders?|
        ownership|money|funds?|bet|bets|involved|round|investors?|equity|
        capital|%|percent|cent|plc)[ \n]in[ ]$
    | \b(?:invest|put|pump|inject|plough|pour|bet|back)(?:s|ed|ing)?[ ][^.;\n]{1,40}[ ]in[ ]$""",
    re.VERBOSE | re.IGNORECASE,
)
GOVERNMENT = re.compile(r"[ ](?:federal[ ])?government\b(?![ -][a-z]+[ ](?:bond|debt))")
# The second character of what FORM matches, and its forms in small letters.
OPENS_FORM = frozenset(" ,ILNSPAGC")
OPENS_SMALL = frozenset("pa")
# Behind a comma these make a firm even of an ordinary word: "Target, Inc."
CORPORATED = (", Inc", ", Ltd", ", LLC")
SMALL_FORMS = (" plc", " a.s")
# How far before its letters a phrase may begin; only its initials count, and they are small.
WORD, LONGEST_PHRASE = re.compile(r"\w+"), 60
STRONG, PLAIN, WEAK, NONE = 3, 2, 1, 0
# PLAIN unless the name stands where a place would; WEAK if a role follows, else NONE.
PLACED, TITLED = -1, -2
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
# What may settle a name right behind it: its first character, or the one behind a blank.
SIGNS = frozenset(",-‑")
DECIDING = frozenset(",-‑0123456789p")
OPENS_GOVERNMENT = frozenset("gf")
SIDES = frozenset(("North", "South", "East", "West", "Central", "Latin"))
PAIR = 2
OPENS_PLACE = frozenset(("San", "Santa", "Los", "Las", "El"))
WOMAN = ("woman", "women")
BINDING = frozenset(("&", "of", "for", "and", "on"))


def strength(piece: Piece, text: str) -> int:
    """STRONG, PLAIN (unless something better claims it), WEAK (needs a reason elsewhere), NONE."""
    shape = piece.shape
    firm = shape.firm
    beside = text[piece.end : piece.end + 2]
    if beside == " (" and firm not in {NONE, STRONG} and TICKER.match(text, piece.end):
        return STRONG  # "Target (NYSE: TGT)"
    if beside[1:] in DECIDING or beside[:1] in SIGNS:
        found = _by_sign(piece, text)
        if found is not None:
            return found
    elif beside[1:] in OPENS_GOVERNMENT and (shape.place or shape.some & words.PEOPLE):
        return STRONG if GOVERNMENT.match(text, piece.end) else firm
    if shape.some & words.ACRONYM and (_abbreviates(piece, text) or _is_drop_cap(piece, text)):
        return NONE
    if firm == PLACED:
        return WEAK if in_place(piece, text) else PLAIN
    if firm == TITLED:
        return WEAK if piece.title_after else NONE
    if shape.some & words.MARKET and text.endswith(("the ", "The "), 0, piece.start):
        return firm if len(shape.words) > 1 else NONE
    return firm


def _abbreviates(piece: Piece, text: str) -> bool:
    """Whether it shortens words in small letters: "buy now, pay later (BNPL)"."""
    start, end = piece.start, piece.end
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    letters = text[start:end].lower()
    before = WORD.findall(text, max(start - LONGEST_PHRASE, 0), start)[-len(letters) :]
    return "".join(word[0] for word in before) == letters


def _is_drop_cap(piece: Piece, text: str) -> bool:
    """Whether a paper sets the first word of a story in capitals: "HARDLY a day had passed"."""
    is_word = len(piece.shape.words) == 1 and piece.shape.some & words.COMMON
    return bool(is_word and DROP_CAP.match(text, max(piece.start - 1, 0)))


def _by_sign(piece: Piece, text: str) -> int | None:
    """The strength that a comma, a figure or a hyphen behind the piece settles."""
    shape, end = piece.shape, piece.end
    some = shape.some
    if shape.place:
        return NONE
    barred = words.COMMON if len(shape.words) == 1 else words.PLACE
    if (not some & barred or text.startswith(CORPORATED, end)) and FORM.match(text, end):
        return STRONG
    if VERSION.match(text, end) or BASED.match(text, end):
        return NONE
    if LED.match(text, end) and not some & (words.PLACE | words.PEOPLE | words.NO_NAME):
        return STRONG
    place = IN_PLACE.match(text, end)
    if place and place["place"] in words.places() and not some & NAMELY:
        return NONE
    return None


def own_strength(row: Sequence[Word], every: int, some: int, *, place: bool, heading: bool) -> int:
    """What the words alone make of a name; PLACED or TITLED where what stands around decides."""
    if place:
        return NONE
    return (
        _single(row[0], heading=heading)
        if len(row) == 1
        else _several(row, every, some, heading=heading)
    )


def _several(row: Sequence[Word], every: int, some: int, *, heading: bool) -> int:
    """The strength of several words."""
    if every & words.ACRONYM and every & (words.COMMON | words.NO_NAME):
        return NONE
    last = row[-1].flags
    if row[0].flags & words.DIGIT and MODEL.match(row[0].text) and not last & FIRMLY:
        return NONE  # "A350 XWB"
    if every & (words.PLACE | words.NEVER) or _is_to_be(row):
        return NONE
    if last & words.PEOPLE and row[0].text in SIDES and len(row) == PAIR:
        return NONE  # "South African"
    if row[0].flags & words.NEVER and len(row[-1].text) == 1:
        return NONE  # "Series B"
    ordinary = words.COMMON | words.NO_NAME | LINK
    plain = heading and all(word.flags & ordinary for word in row)
    if last & words.LEGAL and not plain:
        return STRONG
    if last & words.THING and not last & words.ORGANISATION and not _is_pair(row):
        return TITLED if some & (words.CAMEL | words.ACRONYM) else NONE
    if some & words.CAMEL:
        return STRONG
    if some & LINK and any(word.flags == LINK and word.text in BINDING for word in row):
        return WEAK if plain else STRONG
    if some & (words.ORGANISATION | words.LEGAL):
        if plain:
            return WEAK
        return STRONG if last & (words.ORGANISATION | words.LEGAL) else PLAIN
    return WEAK if all(word.flags & PLAIN_WORD for word in row) else PLACED


def _is_to_be(row: Sequence[Word]) -> bool:
    """Whether two words mean what a merger makes: "Combined Company", not "Combined Insurance"."""
    known = words.lexicon().organisation
    is_made = row[0].text in known.of_a_merger and row[-1].text in known.made
    return is_made and len(row) == PAIR


def _is_pair(row: Sequence[Word]) -> bool:
    """Whether "&" joins two words of which one is a name: "Example & Lake", not "Notes & Loans"."""
    return any(word.flags == LINK and word.text == "&" for word in row) and not all(
        word.flags & PLAIN_WORD or word.flags & words.THING or word.flags == LINK for word in row
    )


def _single(only: Word, *, heading: bool) -> int:
    """The strength of a single word."""
    word, flag = only.text, only.flags
    if word.endswith(WOMAN) or ("-" in word and _is_of_people(word)):
        return NONE  # "the Frenchwoman", "the Anglo-Australian group"
    if word in OPENS_PLACE:
        return NONE  # "the San Jose-based maker"
    if flag & NO_SINGLE or (flag & words.DIGIT and MODEL.match(word)):
        return NONE
    if flag & words.LEGAL and not flag & words.ACRONYM:
        return NONE  # "the Company"
    if flag & words.ACRONYM and word[-1] == "s":
        return NONE  # "ETFs"
    if flag & words.CAMEL or (flag & words.BODY and not heading):
        return STRONG
    if flag & words.ACRONYM:
        if heading or (len(word) > words.LONGEST_ACRONYM and flag & words.COMMON):
            return WEAK
        return PLAIN
    if flag & (words.COMMON | words.GIVEN | words.LEGAL | words.ORGANISATION | words.THING):
        return WEAK
    return PLACED


def _is_of_people(word: str) -> bool:
    """Whether a word with a hyphen ends in the name of a people: "Anglo-Australian"."""
    return bool(words.flags(word.rpartition("-")[2]) & words.PEOPLE)


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
    if behind[:1] not in {" ", ","}:
        return end
    opening = behind[1:]
    if opening in OPENS_FORM or (opening in OPENS_SMALL and text.startswith(SMALL_FORMS, end)):
        hit = FORM.match(text, end)
        return hit.end() if hit else end
    if opening in OPENS_GOVERNMENT:
        hit = GOVERNMENT.match(text, end)
        return hit.end() if hit else end
    return end
