"""Names that the whole article settles: houses with their owners' surnames, words that are firms.

Refuses to decide about one mention alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.readers import people

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.extractor.readers.pieces import Piece


def early_names(text: str, pieces: Sequence[Piece], body: int) -> Mapping[str, bool]:
    """The last words of names that the running text has alone before it has the whole name.

    News introduce a person in full: "Example sells its pumps arm ... Max Example, who" has a firm
    and its owner. True where the words beside one of them speak of a firm.
    """
    first: dict[str, int] = {}
    for piece in pieces:
        if len(piece.words) > 1:
            first.setdefault(piece.words[-1].text, piece.start)
    found: dict[str, bool] = {}
    for piece in pieces:
        whole = piece.text
        if len(piece.words) > 1 or whole not in first or piece.shape.honorific:
            continue
        if body <= piece.start < first[whole] and not (piece.heading or piece.title_before):
            found.setdefault(whole, False)
        if whole in found and people.is_of_firm(piece, text):
            found[whole] = True
    return found


def repeated(firms: Sequence[Piece], rest: Sequence[tuple[Piece, int]]) -> list[Piece]:
    """Ordinary words with a capital that are a firm elsewhere: "private equity firm Fortress"."""
    starts = {piece.start for piece in firms}
    named = {piece.text for piece in firms if len(piece.words) == 1}
    return [
        piece
        for piece, firm in rest
        if firm and piece.text in named and piece.start not in starts
        if not (piece.opens or piece.heading)
    ]
