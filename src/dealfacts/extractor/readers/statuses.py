"""A status that stands off its role: "former Acme chief executive", "ex-president and CEO".

Refuses to look beyond the organisation directly before the role, or beyond a plain "and".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon import roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.mention import OrganisationName, Title

WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?)[ \n-]$")
OWNER = re.compile(r"(?:['’]s?)?(?:[ ]\([A-Za-z&]{2,6}\))?[ \n]+(?:then[ -])?$")
AND = re.compile(r"[ \n]and[ \n]$|[ ]?&[ ]$")
LOOK_BACK = 20
# Between an organisation and a role: "'s then ", " (ACME) ".
LONGEST_GAP, LONGEST_SHORT = 4, 10
BLANKS = frozenset(" \n-")
# A status that two posts joined by "and" share; "co" and "deputy" belong to one alone.
SHARED = frozenset(("former", "incoming", "new", "interim"))


def with_status(
    text: str, titles: Sequence[Title], organisations: Sequence[OrganisationName]
) -> list[Title]:
    """The roles, with the status that a word before their organisation or before "and" gives."""
    ends = {name.end: name.start for name in organisations}
    found: list[Title] = []
    for title in titles:
        status = title.status
        if not status and found and found[-1].status in SHARED:
            gap = text[found[-1].end : title.start]
            status = found[-1].status if AND.match(gap) else ""
        if not status and text[title.start - 1 : title.start] in BLANKS:
            status = _beyond(text, title.start, ends)
        found.append(title if status == title.status else title._replace(status=status))
    return found


def _beyond(text: str, start: int, ends: dict[int, int]) -> str:
    """The status before the organisation that ends where the role begins, or ""."""
    longest = LONGEST_SHORT if text[start - 2] == ")" else LONGEST_GAP
    for gap in range(1, longest + 1):
        owner = ends.get(start - gap)
        if owner is not None and OWNER.match(text[start - gap : start]):
            before = WORD_BEFORE.search(text, max(0, owner - LOOK_BACK), owner)
            status = roles.statuses().get(before["word"].lower(), "") if before else ""
            return status if status in SHARED else ""
    return ""
