"""Whether a figure without a currency ("45.22 billion", "hundreds of billions") is money.

It refuses in doubt: a noun behind the figure counts things, and no money word near means no money.
"""

from __future__ import annotations

import re

from dealfacts.lexicon.figures import money_context

NEAR = 90
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# behind a sum: nothing, punctuation, or one of the words that go on with the sentence
BEHIND = re.compile(r"[ \u00a0\n-]{0,2}(?:(?P<word>[^\W\d_]+)|(?P<mark>.|$))", re.DOTALL)


def speaks_of_money(text: str, start: int, end: int, *, vague: bool) -> bool:
    """Whether the words around text[start:end] make it a sum."""
    lexicon = money_context()
    match = BEHIND.match(text, end)
    word = match["word"].lower() if match and match["word"] else ""
    if word and word not in lexicon.goes_on:
        return False
    left = max(text.rfind(mark, 0, start) for mark in ("\n", ". ", "? ", "! ")) + 1
    left = max(left, start - NEAR)
    words = {w.lower() for w in WORD.findall(text, left, start)}
    if words & lexicon.never:
        return False
    return bool(words & lexicon.spent)
