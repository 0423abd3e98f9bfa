"""Makes a mention of a piece that is known to name somebody: span, core, short form.

Refuses to decide what a piece is; names.py does.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from dealfacts.extractor.mention import OrganisationName, PersonName
from dealfacts.extractor.readers import brackets, organisations, people
from dealfacts.extractor.readers.links import LINK
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.extractor.readers.pieces import Piece

SIBLINGS = re.compile(r"\b(?:[Bb]rothers|[Ss]isters|[Ss]iblings|[Tt]wins)[ \n]$")
LONGEST_KIN = len("siblings  ")
NOBODY = PersonName(0, 0, "", full=False)


def person(piece: Piece, text: str, particles: Mapping[str, str]) -> PersonName:
    """The name at a piece; an editor's brackets are no part of it as a name."""
    start, end = piece.start, piece.end
    bare = piece.words[-1].text
    before = particles.get(bare, "") if bare == piece.text.split()[-1] else ""
    if before and not piece.words[0].flags & words.GIVEN and text.endswith(before + bare, 0, end):
        start = min(start, end - len(before + bare))
    if len(piece.words) > 1 and piece.words[0].flags & words.FAMILY_FIRST:
        tail = people.GIVEN_TAIL.match(text, end)
        end = tail.end() if tail else end
    # "Nora [Whitfield]": both brackets or none
    if "[" in text[start:end] and text[end : end + 1] == "]":
        end += 1
    if "]" in text[start:end] and text[start - 1 : start] == "[":
        start -= 1
    core = " ".join(text[start:end].replace("[", "").replace("]", "").split())
    return PersonName(start, end, core, full=len(piece.words) > 1)


def siblings(text: str, people: list[PersonName]) -> list[PersonName]:
    """The names; the first of "brothers Ann and Ben Doe" has the surname of the second."""
    return [
        name._replace(core=f"{name.core} {following.core.split()[-1]}", full=True)
        if following.full and is_sibling(text, name.start, name.end) and not name.full
        else name
        for name, following in zip_longest(people, people[1:], fillvalue=NOBODY)
    ][: len(people)]


def is_sibling(text: str, start: int, end: int) -> bool:
    """Whether the word at text[start:end] is the first name of "brothers Ann and Ben Doe"."""
    return (
        text.startswith(" and ", end)
        and SIBLINGS.search(text, max(0, start - LONGEST_KIN), start) is not None
    )


def particles(persons: Sequence[Piece]) -> dict[str, str]:
    """Surname to the particles before it: "Meer" to "van der "."""
    found: dict[str, str] = {}
    for piece in persons:
        row = piece.words
        at = next((place for place, word in enumerate(row) if word.flags == LINK), 0)
        if at:
            before = "".join(f"{word.text} " for word in row[at:-1])
            found[row[-1].text] = max(before, found.get(row[-1].text, ""), key=len)
    return found


def firm(piece: Piece, text: str) -> OrganisationName:
    """The name at a piece, with a legal form behind a comma; its core without any."""
    end = organisations.extended(piece, text)
    shape = piece.shape
    core = shape.core
    if text.startswith(")", piece.end) and "(" in core and ")" not in core:
        # "Acme Holdings (AH) Chief Executive Jane Doe": the bracket holds the short form
        before = piece.start + text[piece.start : piece.end].index("(")
        bare = text[piece.start : before].rstrip()
        short = brackets.introduced(text, piece.start, piece.start + len(bare))
        if short is not None:
            core = " ".join(bare.split())
            return OrganisationName(piece.start, piece.start + len(bare), core, short)
        core += ")"
        end = max(end, piece.end + 1)
    # "the Ruritanian government" is no "Ruritanian".
    if end > piece.end and (shape.place or shape.some & words.PEOPLE) and core == shape.text:
        core = " ".join(text[piece.start : end].split())
    short = brackets.introduced(text, piece.start, end) if "(" in text[end : end + 2] else None
    return OrganisationName(piece.start, end, core, short)
