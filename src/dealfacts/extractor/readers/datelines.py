"""What a dateline names: towns and the wire, which are no side of any deal; so is a signature.

"LONDON, May 4 (Example Wire) -- ", "HOUSTON, Texas, 4 May /Example/ - ", "PARIS — ". Refuses to
look further into a line than its opening, or at a last line of more than one word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.readers.pieces import Piece

# Behind the source: "(Example Wire) - ", "/Example/ -- ".
WIRE_ENDS = (*(f"{close} {dash} " for close in ")/" for dash in ("-", "–", "—", "--")), ") -")
# How far into its line a dateline reaches.
REACH = 70
# Exchange and ticker: "(NYSE: ACM)", "[TSX: ACM]", or a ticker with its market: "(ACM.US)".
TICKER = re.compile(
    r"[(\[][ ]?(?:[A-Za-z. ]{1,12}[ ]?:[ ]?[A-Z0-9.]{1,10}|[A-Z0-9]{1,8}\.[A-Z]{1,3})[\s,;)\]]"
)
OPENS = re.compile(r"[(\[]")
LONGEST_TICKER = 14
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DAY = re.compile(rf"{MONTH}[ ]\d{{1,2}}\b|\b\d{{1,2}}[ ]{MONTH}")
# Towns, states, a day, a source and the dash or colon; no part can begin inside another, so that
# a line is read in one way only.
OPENING = re.compile(
    r"""(?:[ ,] | /(?![A-Z][^()/\n]{1,40}[)/]) | \band\b | (?<![\w.])[A-Z][\w.]* | (?<!\w)\d+
        | [(/][A-Z][^()/\n]{1,40}[)/]){1,30}(?:(?:--|[—–:-])[ ]|(?<=\)[ ])-(?=[A-Z]))""",
    re.VERBOSE,
)
# a town in capitals and its wires, as in: EXAMPLETON (EXAMPLE WIRE, OTHER) -
WIRED = re.compile(
    r"[A-Z]{3,20}(?:[ ][A-Z]{2,20}){0,3}[ ]\([A-Z][^()\n]{1,40}\)[ ](?:--|[—–-])[ ]?"
)


# the wire before the town: "(EXAMPLE WIRE) - Exampleton, June 28 - "
WIRE_FIRST = re.compile(r"\([A-Z][^()\n]{1,30}\)[ ](?:--|[—–-])[ ](?=[A-Z])")


def without_datelines(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that are no towns, no wire and no ticker: "(NYSE: ACM)", "(ACM.US)"."""
    found: list[Piece] = []
    line, following = 0, text.find("\n") % (len(text) + 1)
    bracket, opening = -LONGEST_TICKER, _bracket(text, 0)
    dateline = dateline_end(text, 0)
    for piece in pieces:
        start, end = piece.start, piece.end
        if start > following:
            line = text.rfind("\n", following, start) + 1
            following = text.find("\n", start) % (len(text) + 1)
            dateline = dateline_end(text, line)
        if start - line <= REACH and (
            end < dateline
            or (start == line and _is_town(text, start, end))
            or (text[start - 1 : start] in {"(", "/"} and text.startswith(WIRE_ENDS, end))
        ):
            continue
        while 0 <= opening < start:
            bracket, opening = opening, _bracket(text, opening + 1)
        if start - bracket <= LONGEST_TICKER and TICKER.match(text, bracket):
            continue
        found.append(piece)
    if found and _signs(text, found[-1]):
        found.pop()
    return found


def _bracket(text: str, at: int) -> int:
    """Where the next bracket opens, -1 if none does."""
    hit = OPENS.search(text, at)
    return hit.start() if hit else -1


def _signs(text: str, piece: Piece) -> bool:
    """Whether the last line of a text is one word: the wire signs its story."""
    line = text.rfind("\n", 0, piece.start) + 1
    return (
        line > 0
        and len(piece.words) == 1
        and not text[line : piece.start].strip()
        and not text[piece.end : piece.end + REACH].strip(" .\n")
    )


def dateline_end(text: str, line: int) -> int:
    """Where the dateline ends that opens a line, with a day or with its wires; 0 without one."""
    wired = WIRED.match(text, line, line + 2 * REACH)
    if wired is not None:
        return wired.end()
    wire = WIRE_FIRST.match(text, line, line + REACH)
    opening = OPENING.match(text, wire.end() if wire else line, line + 2 * REACH)
    return opening.end() if opening and DAY.search(opening.group()) else 0


def _is_town(text: str, start: int, end: int) -> bool:
    """Whether a town in capitals and a dash open the line: "PARIS — "."""
    if not text.startswith((": ", " : ", " — ", " – ", " -- ", " - "), end):
        return False
    name = text[start:end]
    return name.isupper() and name.title() in words.places()
