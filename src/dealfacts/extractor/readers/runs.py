"""Capitalised runs: the anchors of every name, and their words.

"Olga van der Meer of Banco de Prueba" is one run; what in it is whose name is decided elsewhere.
Refuses to look across a sentence or to judge a word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.links import LINK
from dealfacts.lexicon.name_words import flags

if TYPE_CHECKING:
    from collections.abc import Iterator

# Beyond Latin-1 the ranges hold small letters too: no English word begins with one of them.
UPPER = "A-ZÀ-ÖØ-ÞĀ-žȘȚḀ-ỹ"

# A full stop belongs to these words.
ABBREVIATION = r"""\.(?!\w)(?:(?<=Mr\.|Ms\.|Dr\.|St\.|Jr\.|Sr\.|Co\.|Lt\.|Mt\.|Ft\.)
    | (?<=Mrs\.|Rev\.|Hon\.|Gen\.|Col\.|Sgt\.|Sen\.|Rep\.|Gov\.|Inc\.|Ltd\.|Cos\.|Pvt\.|Pte\.|Pty\.)
    | (?<=Prof\.|Capt\.|Engr\.|Corp\.|Bros\.)|(?<=Messrs\.))"""
# Legal forms that show where a doubtful name goes on: "Borgan's Inc", "Example (Far East) Ltd".
FORM = r"(?:Inc|Corp|Co|Ltd|LLC|[Pp]lc|PLC|Pty|Pvt|Pte)\b"
WORD = "(?:Holdings?|Group|Limited|Private|Company)"
# The second syllable of a Korean given name before the surname: "Bong-jin Kim". English words
# such as "in" and "up" are left out.
SYLLABLE = (
    "jin|jun|joon|min|ho|hoon|hyun|hyeon|hyuk|hyok|hyeok|hyung|hee|hwan|seok|suk|sung|seung|soo|woo"
    "|wook|yeon|young|yong|yoon|yeol|kyu|kyung|gyu|geun|chul|cheol|tae|sik|shik|sook|jae|jung|jeong"
    "|joo|beom|eun|hye|hak|seob|taek|seop|kyun|rae"
)
# In a title, too, these are no part of the name before them: "Acme-Led Consortium".
TIED = "(?:Led|LED|Backed|BACKED|Owned|OWNED|Based|BASED|Listed|Controlled|Funded|Supported)"
# O'Brien, Coca-Cola, U.S., J., Mr., AT&T, Example.com, McRae, Eight & i. The first letter stands
# alone at the head of the pattern: that lets the engine skip from capital to capital. Most words
# are letters up to a blank or comma, so that is tried first.
# The letters of a currency ("gives Acme US$90") are none of a name's.
TOKEN = rf"""[{UPPER}](?!\w{{0,2}}[$€£])(?:
      \w*+(?![-‑'’&.])
    | (?:\.[{UPPER}](?!\w))+\.?                          # U.S. J.P.
    | \.(?=[\ \u00a0]?[{UPPER}][\w.])                    # J. Smith, J.Smith
    | \.p\.A\.? | \.r\.l\.?                                # S.p.A.
    | \w*
      (?: [-‑](?!{TIED}\b)(?=[{UPPER}0-9])\w+ | [-‑](?:{SYLLABLE})(?=[ ][{UPPER}])
        | ['’](?:(?=[{UPPER}])(?!S\b)\w+|[a-z]{{3}}\w*|(?:t|re|ve|ll|m)\b)  # O'Brien, Ra'anan
        | ['’]s(?=[ \n]{FORM}) | &(?=[{UPPER}])\w+
        | \.(?:com|ai|io|org|net|co|me|tv|ly|app|de|fr)\b(?!['’]?\w) | {ABBREVIATION} )*
)(?:[ ]&[ ][b-z](?![\w'’.]))?"""
# eBay, al-Rashid, 23andMe, 7-Eleven: the lower part in front of the first capital.
LOWER_START = re.compile(
    r"""(?:\b[a-z]{1,2}|\b(?:al|el|bin|ul|d|l)[-‑'’]|(?<![\w$€£₹¥.,])[0-9]{1,4}(?:[a-z]{2,5}|-)?)$""",
    re.VERBOSE,
)
LONGEST_START = 9
# Lower-case words that may stand inside a run, at most two in a row: "of the", "van der".
SMALL = r"""(?:of|and|for|the|on|de|der|den|del|della|di|da|do|dos|das|du|la|le|van|von|bin|ibn|
    binti|bint|ter|ten|zu|zur|af|av|y|e|et|und|\&|\+|ul)"""
# Between two words of a run: blanks and links, the article of "Yasir al-Rumi", nothing behind an
# initial, a nickname in quotation marks, an editor's bracket.
GAP = rf"""(?:(?:[\ \t\u00a0\u202f]\n?|\n)[\ \t]?(?:{SMALL}[\ \t\u00a0]\n?){{0,2}}(?:[ae]l[-‑])?
    | (?<=[{UPPER}]\.)
    | [ ][\"“‘(\[][{UPPER}]\w{{1,11}}[\"”’)\]][ ]
    | [ ]\([{UPPER}]\w{{1,11}}[ ][{UPPER}]\w{{1,11}}\)[ ](?={FORM}|{WORD}\b)
    | \][ ] | [ ]\[)"""
RUN = re.compile(rf"{TOKEN}(?:{GAP}{TOKEN}){{0,24}}", re.VERBOSE)
PIECE = re.compile(rf"(?P<word>{TOKEN})|(?P<link>{SMALL}(?!\w))", re.VERBOSE)


class Word(NamedTuple):
    """A word of a run: offsets in the run, the flags of lexicon.name_words; LINK for a link."""

    start: int
    end: int
    text: str
    flags: int


class Worded(NamedTuple):
    """The words and links of a run, ascending, and the flags that any of them has."""

    words: tuple[Word, ...]
    some: int


@lru_cache(maxsize=1 << 14)
def worded(run: str) -> Worded:
    """The words and links of a run."""
    plain = run.isascii() and run.replace(" ", "").isalpha()
    row = tuple(_plain(run) if plain else _printed(run))
    some = 0
    for word in row:
        some |= word.flags
    return Worded(row, some)


def _printed(run: str) -> Iterator[Word]:
    for hit in PIECE.finditer(run):
        word = hit.group()
        yield Word(hit.start(), hit.end(), word, LINK if hit.lastgroup == "link" else flags(word))


def _plain(run: str) -> Iterator[Word]:
    """The words of a run of letters and blanks: a small letter begins a link."""
    start = 0
    for word in run.split(" "):
        end = start + len(word)
        if word:
            yield Word(start, end, word, LINK if word.islower() else flags(word))
        start = end + 1
