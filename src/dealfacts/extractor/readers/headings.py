"""The article's organisations inside its headings, where every word has a capital.

"Red Example Buys Acme" alone cannot tell where a name ends; the body can. A line in capitals shows
no name at all. Refuses to add a name that the body does not have.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.mention import OrganisationName
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dealfacts.extractor.readers.pieces import Piece

# Of names that begin alike this many of the longest are looked for in capitals.
MOST_ALIKE = 8
WORDS = re.compile(r"[^\W_]+")
SMALL = re.compile(r"\b[a-z]{2,20}\b")
OF_FIRMS = words.ORGANISATION | words.LEGAL | words.CAMEL | words.ACRONYM
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
    firms = _in_capitals(text, headings, persons, _as_in_body(text, headings, firms))
    plain = [core for core in {name.core for name in firms} if _is_plain(core)]
    if not plain:
        return firms
    plain.sort(key=lambda core: (-len(core), core))
    index = _index(plain)
    taken = sorted([(p.start, p.end) for p in persons] + [(n.start, n.end) for n in firms])
    gone: set[int] = set()
    more: list[OrganisationName] = []
    for low, high in headings:
        met = sorted(_met(text, low, high, index))
        near = taken[bisect_left(taken, (low, 0)) : bisect_left(taken, (high, 0))] if met else []
        added: list[OrganisationName] = []
        for _, start, core in met:
            end = start + len(core)
            clash = [s for s in near if s[0] < end and start < s[1]]
            if (start, end) in clash:
                continue  # read already
            if all(start <= s[0] and s[1] <= end for s in clash):
                lost = {s[0] for s in clash}
                near = [s for s in near if s not in clash]
                near.append((start, end))
                gone |= lost
                added = [name for name in added if name.start not in lost]
                added.append(OrganisationName(start, end, core))
        more += added
    if not more:
        return firms
    kept = [name for name in firms if name.start not in gone]
    return sorted(kept + more, key=attrgetter("start"))


def _as_in_body(
    text: str, headings: Sequence[tuple[int, int]], firms: list[OrganisationName]
) -> list[OrganisationName]:
    """The names of headings as the body has them: "Acme Group Backtracks on" is Acme Group.

    A name that no other place has ends with a word such as "Group", where the body has it so; one
    whose words the body prints in small letters, "Lira Slump Saves Acme", is none.
    """
    lows = [low for low, _ in headings]
    inside = [bisect_left(lows, name.start + 1) - 1 for name in firms]
    is_shown = [
        at >= 0 and name.start < headings[at][1] for at, name in zip(inside, firms, strict=True)
    ]
    body = {name.core for name, shown in zip(firms, is_shown, strict=True) if not shown}
    found: list[OrganisationName] = []
    small: frozenset[str] | None = None
    for name, shown in zip(firms, is_shown, strict=True):
        parts = name.core.split(" ")
        if not shown or len(parts) == 1 or name.core in body or name.short is not None:
            found.append(name)
            continue
        flags = [bool(words.flags(part) & OF_FIRMS) for part in parts]
        count = len(parts) - flags[::-1].index(True) if any(flags) else 0
        known = " ".join(parts[:count])
        if count < len(parts) and known in body and text.startswith(known, name.start):
            found.append(OrganisationName(name.start, name.start + len(known), known))
            continue
        if count:
            found.append(name)
            continue
        small = small if small is not None else frozenset(SMALL.findall(text))
        if not small.issuperset(part.lower() for part in parts):
            found.append(name)
    return found


class Index(NamedTuple):
    """Names by their words: `longest` has the most words that a name has behind its first word.

    `ranks` has a name without closing marks, and each name that it may be with its rank.
    """

    longest: Mapping[str, int]
    ranks: Mapping[str, Sequence[tuple[int, str]]]


def _index(cores: Sequence[str]) -> Index:
    longest: dict[str, int] = {}
    ranks: dict[str, list[tuple[int, str]]] = {}
    for rank, core in enumerate(cores):
        parts = WORDS.findall(core)
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
        end = core.rindex(parts[-1]) + len(parts[-1])
        ranks.setdefault(core[:end], []).append((rank, core))
    return Index(longest, ranks)


def _met(text: str, low: int, high: int, index: Index) -> Iterator[tuple[int, int, str]]:
    """The names that stand in `text[low:high]` as whole words: rank, start and name."""
    every = [hit.span() for hit in WORDS.finditer(text, low, high)]
    for place, (start, stop) in enumerate(every):
        size = index.longest.get(text[start:stop], 0)
        for _, end in every[place : place + size]:
            for rank, core in index.ranks.get(text[start:end], ()):
                if (
                    text.startswith(core, start)
                    and not text[start + len(core) : start + len(core) + 1].isalnum()
                ):
                    yield rank, start, core


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
