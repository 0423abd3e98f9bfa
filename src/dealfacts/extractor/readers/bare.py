"""Whether a figure without a currency ("46.31 billion", "hundreds of billions") is money.

It refuses in doubt: a noun behind the figure counts things, and no money word near means no money.
"""

from __future__ import annotations

import re

from dealfacts.lexicon.figures import money_context

NEAR = 90
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# behind a sum: nothing, punctuation, or one of the words that go on with the sentence
BEHIND = re.compile(r"(?:[ \u00a0-]|\r?\n(?=[a-z]))?(?P<word>[^\W\d_]+)")


def counts_things(text: str, end: int) -> bool:
    """Whether the word behind `end` is a thing counted: "80 billion| barrels"."""
    match = BEHIND.match(text, end)
    word = match["word"].lower() if match else ""
    return bool(word) and word not in money_context().goes_on


def speaks_of_money(text: str, start: int) -> bool:
    """Whether the words before `start` in its sentence are about money."""
    lexicon = money_context()
    left = (
        max(text.rfind(mark, max(0, start - NEAR), start) for mark in ("\n", ". ", "? ", "! ")) + 1
    )
    words = {word.lower() for word in WORD.findall(text, max(left, start - NEAR), start)}
    return not words & lexicon.never and bool(words & lexicon.spent)
