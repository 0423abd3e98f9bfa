"""The article's organisations inside its headings, where every word has a capital.

"Red Example Buys Acme" alone cannot tell where a name ends; the body can. Refuses to add a name
that the body does not have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.mention import OrganisationName
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.readers.pieces import Piece


def with_headings(
    text: str,
    headings: Sequence[tuple[int, int]],
    persons: Sequence[Piece],
    firms: list[OrganisationName],
) -> list[OrganisationName]:
    """Adds the article's organisations of ordinary words in headings: "Red Example Buys Acme"."""
    if not headings:
        return firms
    plain = sorted(
        {name.core for name in firms if _is_plain(name.core)}, key=lambda c: (-len(c), c)
    )
    if not plain:
        return firms
    taken = [(piece.start, piece.end) for piece in persons]
    taken += [(name.start, name.end) for name in firms]
    for low, high in headings:
        near = [span for span in taken if span[0] < high and low < span[1]]
        for core in plain:
            start = text.find(core, low, high)
            while start >= 0:
                end = start + len(core)
                whole = not text[end : end + 1].isalnum() and not text[start - 1 : start].isalnum()
                clash = [s for s in near if s[0] < end and start < s[1]]
                if whole and all(start <= s[0] and s[1] <= end for s in clash):
                    gone = {s[0] for s in clash}
                    firms = [name for name in firms if name.start not in gone]
                    near = [s for s in near if s not in clash]
                    firms.append(OrganisationName(start, end, core))
                    near.append((start, end))
                start = text.find(core, end, high)
    return sorted(firms, key=lambda name: name.start)


def _is_plain(core: str) -> bool:
    """Whether a name holds an ordinary word, which a heading hides."""
    return any(words.flags(word) & (words.COMMON | words.NO_NAME) for word in core.split())
