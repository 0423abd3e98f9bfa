"""Weighs whether a piece is a person's name: given name, honorific, role, age, speech, particle.

Signs are added up; refuses to decide by one sign alone unless it settles the matter (honorific).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon import name_words as words
from dealfacts.lexicon import roles

if TYPE_CHECKING:
    from collections import Counter

    from dealfacts.extractor.readers.pieces import Piece

ENOUGH = 3
LONGEST = 6
# ", 28," ", aged 28" ", a 28-year-old"
AGE = re.compile(
    r",[ \n](?:aged[ ]|an?[ ]|the[ ])?\d{2}(?:,|[ ]?-[ ]?year|[ ]years|\)|\.)|[ ]\(\d{2}\)"
)
# ", chief executive of" ", the company's chairman"
APPOSITION = re.compile(
    r"[ ]?,[ \n](?:(?:an?|the|its|their|our|who|both|now|then|formerly|currently|also)[ \n])?"
)
INSIDE = re.compile(r"[ \n](?:\(|[“\"‘'])")
NEVER_PERSON = words.LEGAL | words.CAMEL | words.DIGIT | words.NEVER | words.DAY | words.BODY


def score(piece: Piece, text: str, apposed: frozenset[int], singles: Counter[str]) -> int:
    """How much speaks for a person; ENOUGH decides. For pieces of two words and more.

    `apposed` holds the offsets at which roles begin, `singles` the words that stand alone as a
    capitalised piece somewhere in the article.
    """
    row = [word for word in piece.words if not word.is_link]
    if not 2 <= len(row) <= LONGEST:
        return -9
    first, last = row[0], row[-1]
    while len(row) > 2 and last.flags & words.SUFFIX:
        row.pop()
        last = row[-1]
    links = {word.text for word in piece.words if word.is_link}
    if links & {"&", "+", "of", "and", "for", "the", "on", "et", "und"}:
        return -9
    total = 8 if piece.honorific else 0
    for word in row:
        if word.flags & NEVER_PERSON and not (
            word.flags & words.GIVEN and not word.flags & words.CAMEL
        ):
            return -9
        if word.flags & words.ACRONYM and not piece.heading and len(word.text) > 2:  # noqa: PLR2004
            total -= 6
        if word.flags & words.INITIAL:
            total += 3
        if word.flags & words.PEOPLE:
            total -= 3
    total += _parts(first.flags, last.flags, len(row))
    total += 3 * bool(links) + 3 * (piece.words[-1].flags & words.SUFFIX != 0)
    if first.flags & words.INITIAL and last.flags & words.INITIAL:
        return -9
    if piece.title_before and roles.is_post(piece.title_before):
        total += 4
    elif piece.title_before:
        total += 2
    if piece.title_after:
        total -= 3
    total += _around(piece, text, apposed)
    if last.text in singles and last.text != first.text and not last.flags & words.COMMON:
        total += 2
    if first.text in singles and not first.flags & words.GIVEN:
        total -= 3
    elif singles[first.text] > 2 * (1 + singles[last.text]):
        total -= 5
    return total


def _parts(first: int, last: int, size: int) -> int:
    """What the first and the last word speak for."""
    total = 0
    if first & words.GIVEN:
        total += 2 if first & words.COMMON else 4
    elif first & words.COMMON:
        total -= 3
    elif first & words.FAMILY_FIRST and size == 2:  # noqa: PLR2004
        total += 2
    if first & words.PLACE and not first & words.GIVEN:
        total -= 2
    if last & words.ORGANISATION:
        total -= 3 if last & words.SURNAME else 6
    if last & words.SURNAME:
        total += 1 if last & words.COMMON else 3 if last & words.GIVEN else 2
    elif last & words.COMMON:
        total -= 2 if last & words.GIVEN else 3
    elif not last & words.PLACE:
        total += 1
    if last & words.PLACE and not last & words.SURNAME:
        total -= 3
    return total


def _around(piece: Piece, text: str, apposed: frozenset[int]) -> int:
    """What the words around a piece speak for."""
    total = 0
    if AGE.match(text, piece.end):
        total += 4
    hit = APPOSITION.match(text, piece.end)
    if hit and any(hit.end() + step in apposed for step in (0,)):
        total += 3
    before = text[max(0, piece.start - 12) : piece.start].split()
    after = text[piece.end : piece.end + 14].replace(",", " ").split()
    cues = words.lexicon().cues
    if before and before[-1] in cues.say:
        total += 2
    if after and after[0] in cues.person_after and not piece.heading:
        total += 1
    if before and before[-1] in {"at", "acquire", "buy", "acquired"}:
        total -= 3
    return total
