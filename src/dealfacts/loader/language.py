"""Whether an article is in English, the only language that dealfacts reads.

Decides by the share of function words in a sample. Refuses to guess: a short text, a table or a
list of names counts as English, since only a clear case should cost an article its claims.
"""

from __future__ import annotations

import re

from dealfacts.lexicon.function_words import function_words

# Most words are small letters up to a blank: that is tried first.
WORD = re.compile(r"[a-z]++(?= )|[^\W\d_]+")
SAMPLE = 3_000
FEWEST_WORDS = 25
# Running prose has a third of function words, and its own far more often than another's.
ENGLISH_SHARE = 0.12
FOREIGN_SHARE = 0.12
LATIN_SHARE = 0.5


def foreign_language(text: str) -> str | None:
    """The language of a text that is clearly not English, else None.

    A text in another script is called "a language in another script".
    """
    sample = _sample(text).lower()
    words = WORD.findall(sample)
    if not sample.isascii():
        letters = sum(map(len, words))
        latin = sum(
            len(word) for word in words if word[0] < "\u0250" or "\u1e00" <= word[0] <= "\u1eff"
        )
        if letters >= FEWEST_WORDS and latin < LATIN_SHARE * letters:
            return "a language in another script"
    if len(words) < FEWEST_WORDS:
        return None
    lists = function_words()
    english = sum(map(lists.english.__contains__, words))
    if english >= ENGLISH_SHARE * len(words):
        return None
    best, count = None, 0
    for name, known in lists.foreign.items():
        hits = sum(map(known.__contains__, words))
        if hits > count:
            best, count = name, hits
    return best if count >= FOREIGN_SHARE * len(words) and count > 2 * english else None


def _sample(text: str) -> str:
    """The middle of a text, where its prose is."""
    if len(text) <= SAMPLE:
        return text
    start = (len(text) - SAMPLE) // 2
    return text[start : start + SAMPLE]
