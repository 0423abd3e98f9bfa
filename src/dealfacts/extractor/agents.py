"""Who acts where the name right before a verb does not: the first of a list, the speaker's firm.

Looks at the words of a row alone; refuses to look for a name behind the verb.
"""

from __future__ import annotations

from dealfacts.extractor.tokens import NAMES, ORGANISATION
from dealfacts.lexicon.speech import speech

AND = frozenset({"and", "&"})
# "said the company would buy": the firm that speaks, or whose chief does
FIRMS = frozenset({"company", "firm", "group"})
SAID_REACH = 6


def first_listed(words: tuple[str, ...], place: int) -> int:
    """The first of a list of names that ends at a row place: "NAME, NAME and NAME will"."""
    at = place
    if words[place - 1] not in AND:
        return at
    while at > 1 and (words[at - 1] in AND or words[at - 1] == ",") and words[at - 2] in NAMES:
        at -= 2
    return at


def told_of(words: tuple[str, ...], place: int) -> int | None:
    """Whose company the one at a row place is: "NAME said on Monday that the company"."""
    if words[place] not in FIRMS or words[place - 1] != "the":
        return None
    said = range(place - 2, max(place - 2 - SAID_REACH, 0), -1)
    if not any(words[at] in speech().say for at in said):
        return None
    firms = [at for at in range(place) if words[at] == ORGANISATION]
    return firms[0] if len(firms) == 1 else None
