"""Firms called by their partners, commas and all: "Marsh, Dubois & Reed".

A list of companies is printed the same way ("Acme, Bolt & Crane"), so the text has to show that it
is one firm: by its initials, by a noun in the singular right before it, or by the form of a
partnership that closes it. Refuses lists that end in "and", and names that a legal form ends after
one partner ("Acme, Bolt & Co").
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.extractor.readers.pieces import Piece

AND = "&"
PARTNERSHIP = frozenset({"LLP", "LLP."})
COMMAS = frozenset({", ", ",\n"})
# What no partner is called.
NO_PARTNER = words.LEGAL | words.PLACE | words.ORGANISATION | words.DAY | words.MONTH
MOST_PARTNERS = 4
# How far before a name the noun begins that says what it is.
LONGEST_NOUN = 16


def partnerships(text: str, pieces: Sequence[Piece]) -> Iterator[str]:
    """The names of such firms as printed."""
    for at, piece in enumerate(pieces):
        if AND in piece.text and (name := _name(text, pieces[max(0, at - MOST_PARTNERS) : at + 1])):
            yield name


def _name(text: str, row: Sequence[Piece]) -> str | None:
    """The name that the last piece ends, if the ones before it are partners too."""
    last = row[-1]
    link = [word.text for word in last.words[:2]]
    if link[1:] != [AND] or all(word.flags & words.LEGAL for word in last.words[2:]):
        return None
    start = last.start
    initials = [*(word.text[0] for word in last.words if not word.flags & words.LEGAL)]
    for one, other in pairwise(reversed(row)):
        if text[other.end : one.start] not in COMMAS or not _is_partner(other):
            break
        start = other.start
        initials.insert(0, other.text[0])
    if start == last.start:
        return None
    is_partnership = last.words[-1].text in PARTNERSHIP
    shown = _has_initials(text, "".join(initials)) or _is_called_one(text, start) or is_partnership
    return text[start : last.end] if shown else None


def _is_partner(piece: Piece) -> bool:
    return len(piece.words) == 1 and not piece.words[0].flags & NO_PARTNER


def _has_initials(text: str, initials: str) -> bool:
    """Whether a bracket gives the initials, with or without the sign: "(MDR)", "(MD&R)"."""
    return any(f"({each})" in text for each in (initials, initials.replace(AND, "")))


def _is_called_one(text: str, start: int) -> bool:
    """Whether the noun right before the name is that of one company: "the law firm"."""
    before = text[max(0, start - LONGEST_NOUN) : start].split()
    return bool(before) and before[-1].lower() in words.lexicon().cues.company_nouns
