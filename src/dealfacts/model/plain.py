"""A text as it is read: without what only marks it up, and with the way back to each offset.

Emphasis and links of Markdown, marks of footnotes ("[3]") and characters that nobody sees stand
between words, or within them, that belong together. The article itself is never changed: what is
found in the plain text is cut from the printed one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

# [Acme](https://example.com/acme) -> Acme; a picture is no text
LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,200})(\]\((?:https?:|mailto:|[/#])[^\s()]{0,2000}\))")
# **Acme**, _Acme_, "a year.[3] Then"; a star before a blank begins a line of a list.
MARKS = re.compile(
    r"""
      \*{1,3}(?=[^\s*]) | (?<=[^\s*])\*{1,3}
    | (?<![^\W_])_{1,3}(?=[^\s_]) | (?<=[^\s_])_{1,3}(?![^\W_])
    | (?<=[^\s\[(])\[(?:\d{1,3}|[a-z]|note\ \d{1,2}|citation\ needed)\]
    | [\u00ad\u200b\u200c\u200d\u2060\ufeff]
    """,
    re.VERBOSE,
)
SIGNS = ("*", "_", "]", "\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")


class Plain(NamedTuple):
    """The plain text; from plain offset `places[i]` on, `shifts[i]` characters are missing."""

    text: str
    places: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    # where in the printed text each gap ends
    ends: tuple[int, ...] = ()

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The range of the printed text that `text[start:end]` was, without marks at its edges."""
        return self._printed(start), self._printed(end - 1) + 1

    def _printed(self, offset: int) -> int:
        at = bisect_right(self.places, offset)
        return offset + (self.shifts[at - 1] if at else 0)

    def shown(self, offset: int) -> int:
        """The plain offset of a printed one; of what is missing, that of what follows it."""
        at = bisect_right(self.ends, offset)
        here = offset - (self.shifts[at - 1] if at else 0)
        return min(here, self.places[at]) if at < len(self.places) else here


def plain(text: str) -> Plain:
    """The text without its marks; itself where it has none."""
    if not any(sign in text for sign in SIGNS):
        return Plain(text)
    gaps = [hit.span() for hit in MARKS.finditer(text)]
    if "](" in text:
        for link in LINK.finditer(text):
            gaps += [(link.start(), link.start(1)), link.span(2)]
        gaps.sort()
    kept: list[str] = []
    places: list[int] = []
    shifts: list[int] = []
    ends: list[int] = []
    at = missing = 0
    for start, end in gaps:
        if end <= at:
            continue  # within the address of a link
        kept.append(text[at:start])
        missing += end - max(start, at)
        places.append(end - missing)
        shifts.append(missing)
        ends.append(end)
        at = end
    kept.append(text[at:])
    return Plain("".join(kept), tuple(places), tuple(shifts), tuple(ends))
