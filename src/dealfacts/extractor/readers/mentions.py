"""Makes a mention of a piece that is known to name somebody: span, core, short form.

Refuses to decide what a piece is; names.py does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.mention import OrganisationName, PersonName
from dealfacts.extractor.readers import organisations, people
from dealfacts.extractor.readers.links import LINK
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.extractor.readers.pieces import Piece


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
    row = piece.words
    high = len(row)
    while high > 1 and (row[high - 1].flags == LINK or row[high - 1].flags & words.LEGAL):
        high -= 1
    stop = piece.end + row[high - 1].end - row[-1].end
    # "Example (Media) Ltd" is "Example (Media)" without its legal form.
    stop += text[stop : stop + 1] == ")" and text.find("(", piece.start, stop) > 0
    core = text[piece.start : stop]
    if piece.shape.place or (piece.shape.some & words.PEOPLE and not row[-1].flags & words.LEGAL):
        core = text[piece.start : end]
    return OrganisationName(
        piece.start,
        end,
        " ".join(core.split()),
        organisations.introduced(text[piece.start : end], text, end),
    )
