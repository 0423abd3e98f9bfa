"""What a dateline names: towns and the wire, which are no side of any deal.

"LONDON, May 4 (Example Wire) -- ", "HOUSTON, Texas, 4 May /Example/ - ", "PARIS — ". Refuses to
look further into a line than its opening.
"""

from __future__ import annotations

import re

from dealfacts.lexicon import name_words as words

# Behind the source: "(Example Wire) - ", "/Example/ -- ".
WIRE_ENDS = tuple(f"{close} {dash} " for close in ")/" for dash in ("-", "–", "—", "--"))
# How far into its line a dateline reaches.
REACH = 70
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DAY = re.compile(rf"{MONTH}[ ]\d{{1,2}}\b|\b\d{{1,2}}[ ]{MONTH}")
# Towns, states, a day, a source and the dash; no part can begin inside another, so that a line
# is read in one way only.
OPENING = re.compile(
    r"""(?:[ ,] | /(?![A-Z]{2}) | \band\b | (?<![\w.])[A-Z][\w.]* | (?<!\w)\d+
        | [(/][A-Z][^()/\n]{1,40}[)/]){1,30}(?:--|[—–-])[ ]""",
    re.VERBOSE,
)


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is a town or the source in the dateline of a paragraph."""
    line = text.rfind("\n", max(start - REACH, 0), start) + 1
    if not line and start > REACH:
        return False
    if text.startswith(WIRE_ENDS, end) and text[start - 1 : start] in {"(", "/"}:
        return True
    if start == line and text.startswith((": ", " — ", " – ", " -- "), end):
        name = text[start:end]
        return name.isupper() and name.title() in words.places()
    opening = OPENING.match(text, line, line + 2 * REACH)
    return bool(opening and end < opening.end() and DAY.search(opening.group()))
