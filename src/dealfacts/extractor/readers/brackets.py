"""The short form, acronym or ticker that stands in brackets behind a name.

Refuses a bracket that does not repeat the name in some form.
"""

from __future__ import annotations

import re

# (EADS) ("Acme") (the "Bank") (NYSE: ACM)
BRACKET = re.compile(
    r"""[ ]?\([ ]?(?:(?:the|or|hereinafter|together|collectively)[ ,]+)?["“']?[ ]?
        (?P<short>[^\W\d_][\w&.-]*(?:[ ][^\W\d_][\w&.-]*){0,3})[ ]?["”']?[ ]?\)""",
    re.VERBOSE,
)
# (NYSE: ACM), [TSX: ACM], (Nasdaq: ACME, ACMEP): a story may go on with the first symbol alone.
TICKER = re.compile(r"[ ]?[(\[][ ]?[A-Za-z. ]{2,12}[ ]?:[ ]?(?P<symbol>[A-Z]{2,6})\b")

# Limited, Company or Corporation, Incorporated, plc
FORMS = frozenset("LCIP")


def introduced(text: str, start: int, end: int) -> str | None:
    """The short form, acronym or ticker in brackets behind a name: "Acme Holdings (AH)" -> "AH"."""
    name = text[start:end]
    hit = BRACKET.match(text, end)
    if hit is None:
        quoted = TICKER.match(text, end)
        return quoted["symbol"] if quoted else None
    short = hit["short"]
    letters = short.replace("&", "").replace(".", "")
    if letters.isalpha() and letters.isupper():
        within = letters[0] == name[0].upper() and _is_within(letters, name.upper())
        return short if within or _has_form(letters, name) else None
    return short if short.split()[0] in name.split() else None


def _has_form(letters: str, name: str) -> bool:
    """Whether the last letter is that of a legal form left unsaid: "Acme Iron Mills (AIML)"."""
    initials = "".join(word[0] for word in name.split())
    return len(initials) > 1 and letters[:-1] == initials and letters[-1] in FORMS


def _is_within(letters: str, name: str) -> bool:
    """Whether the letters stand in the name in this order."""
    at = 0
    for letter in letters:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True
