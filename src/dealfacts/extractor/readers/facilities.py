"""Airports, ports, parks, "X26": places and models, and companies where an article deals in them.

"Exampleton Airport said", "bid for Exampleton Airport", "Exampleton Airport shares". Refuses one
that an article only stands in front of: "fans danced outside Exampleton Stadium".
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.lexicon import name_words as words
from dealfacts.lexicon.cues import groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.readers.pieces import Piece

# "'s board", " shares": the two words right behind a name
BEHIND = re.compile(r"(?P<own>['’]s?)?[ \n](?P<word>[a-z][\w-]*)(?:[ \n](?P<next>[a-z][\w-]*))?")
# "takeover bid for the ", "stake in ": the words right before it
BEFORE = re.compile(
    r"(?P<word>[\w’'-]+)[ \n](?:(?P<link>for|of|in|on|at|to|into)[ \n])?(?:the[ ])?$"
)
LOOK_BACK = 40
# "St Wexham's Park", "St James' Park"
OWNS = frozenset({"' ", "’ ", "'s ", "’s "})
# "X26", "B2", "3K": a model or a quarter of the year, unless an article deals in it as a company.
LETTERED = re.compile(r"(?![QHGFS][0-9])[A-Z]{1,2}[0-9]{1,3}|[0-9][A-Z]")
OFTEN_NAMED = 3
AUXILIARIES = frozenset({"has", "had", "have", "will", "also", "board"})


def companies(text: str, pieces: Sequence[Piece]) -> frozenset[str]:
    """The names, as printed, of the facilities that an article treats as companies."""
    known = words.lexicon().organisation.facilities
    named = [
        piece
        for piece in pieces
        if len(piece.words) > 1 and piece.words[-1].text in known and not piece.shape.honorific
    ]
    lettered = [
        piece
        for piece in pieces
        if LETTERED.fullmatch(piece.text) and text.count(piece.text) >= OFTEN_NAMED
    ]
    return frozenset(
        [p.text for p in named if _acts(text, p) or _is_dealt_in(text, p)]
        + [p.text for p in lettered if _acts(text, p) or _is_of_trade(text, p)]
    )


def _is_of_trade(text: str, piece: Piece) -> bool:
    """Whether a word for a company stands right before it: "smartphone bank X26"."""
    hit = BEFORE.search(text, max(0, piece.start - LOOK_BACK), piece.start)
    return hit is not None and hit["link"] is None and hit["word"].lower() in _trades()


@cache
def _trades() -> frozenset[str]:
    """Words for companies, in lower case: those of the reader and those of deals."""
    return words.lexicon().cues.company_nouns | groups()["company_noun"]


def without_grounds(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without places whose names are those of their saints: "St Wexham's Park"."""
    known = words.lexicon().organisation.facilities
    gone = {
        start
        for one, other in pairwise(pieces)
        if other.text in known and text[one.end : other.start] in OWNS
        if not _is_dealt_in(text, one)
        for start in (one.start, other.start)
    }
    return [piece for piece in pieces if piece.start not in gone] if gone else list(pieces)


def _acts(text: str, piece: Piece) -> bool:
    """Whether it says, agrees or receives something, or has what only a company has."""
    hit = BEHIND.match(text, piece.end)
    if hit is None:
        return False
    cues = words.lexicon().cues
    told = [hit["word"], hit["next"]]
    if not cues.company_parts.isdisjoint(told[:1]):
        return True
    verbs = told[1:] if told[0] in AUXILIARIES else told[:1]
    return hit["own"] is None and not cues.company_acts.isdisjoint(verbs)


def _is_dealt_in(text: str, piece: Piece) -> bool:
    """Whether it is what is bought, sold, held or bid for."""
    hit = BEFORE.search(text, max(0, piece.start - LOOK_BACK), piece.start)
    if hit is None:
        return False
    cues = words.lexicon().cues
    return hit["word"].lower() in (cues.company_dealt if hit["link"] else cues.company_taken)
