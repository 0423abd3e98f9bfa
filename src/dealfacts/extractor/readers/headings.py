"""The article's organisations inside its headings, where every word has a capital.

"Red Example Buys Acme" alone cannot tell where a name ends; the body can. A line in capitals shows
no name at all. Refuses to add a name that the body does not have.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from dealfacts.extractor.mention import OrganisationName
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.readers.pieces import Piece

# Of names that begin alike this many of the longest are looked for in capitals.
MOST_ALIKE = 8
CAPITALS = re.compile(r"[A-Z][\w&.-]{0,40}(?<![.-])")


def with_headings(
    text: str,
    headings: Sequence[tuple[int, int]],
    persons: Sequence[Piece],
    firms: list[OrganisationName],
) -> list[OrganisationName]:
    """Adds the article's organisations of ordinary words in headings: "Red Example Buys Acme"."""
    if not headings:
        return firms
    firms = _in_capitals(text, headings, persons, firms)
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


def _in_capitals(
    text: str,
    headings: Sequence[tuple[int, int]],
    persons: Sequence[Piece],
    firms: list[OrganisationName],
) -> list[OrganisationName]:
    """Adds the article's organisations in lines of capitals: "EXAMPLE TO BUY ACME"."""
    lines = [(low, high) for low, high in headings if text[low:high].isupper()]
    if not lines:
        return firms
    taken = sorted([(p.start, p.end) for p in persons] + [(n.start, n.end) for n in firms])
    starts = [start for start, _ in taken]
    by_first: dict[str, list[tuple[str, ...]]] = {}
    cores = {name.core for name in firms if not name.core.isupper()}
    for core in sorted(cores, key=lambda c: (-len(c), c)):
        words = tuple(core.split())
        same = by_first.setdefault(words[0].upper(), [])
        if len(same) < MOST_ALIKE:
            same.append(words)
    found = list(firms)
    for low, high in lines:
        end = low
        for hit in CAPITALS.finditer(text, low, high):
            start = hit.start()
            alike = by_first.get(hit.group(), ()) if start >= end else ()
            shared = [_common(text, start, words) for words in alike]
            core = max(shared, key=len, default="")
            near = bisect_left(starts, start + len(core)) - 1
            if not core or (near >= 0 and taken[near][1] > start):
                continue
            end = start + len(core)
            whole = [words for words, part in zip(alike, shared, strict=True) if part == core]
            core = " ".join(whole[0]) if len(whole) == 1 else core
            found.append(OrganisationName(start, end, core))
    return sorted(found, key=lambda name: name.start)


def _common(text: str, start: int, name: tuple[str, ...]) -> str:
    """The words of a name that stand in capitals at `start`, as the article spells them."""
    end = start
    count = 0
    for word in name:
        low = end + 1 if count else end
        high = low + len(word)
        is_met = text.startswith(word.upper(), low) and not text[high : high + 1].isalnum()
        if not is_met or (count and text[end] != " "):
            break
        end = high
        count += 1
    is_enough = count == len(name) or count > 1 or not _is_plain(name[0])
    return " ".join(name[:count]) if count and is_enough else ""


def _is_plain(core: str) -> bool:
    """Whether a name holds an ordinary word, which a heading hides."""
    return any(words.flags(word) & (words.COMMON | words.NO_NAME) for word in core.split())
