"""The words that soften a figure, before it ("nearly", "up to about") or behind it ("or so").

A bound wins over an approximation, and the cue keeps the words of both. It refuses cues that are
claimed by the word before them ("a premium over $20") or kept off by an article ("under a $3
billion deal").
"""

from __future__ import annotations

import re

from dealfacts.extractor.mention import NO_HEDGE, HedgeCue
from dealfacts.lexicon.hedges import cues
from dealfacts.model.vocabulary import Hedge

# The longest cue with its article and the word before it.
REACH = 64
LONGEST_CUE = 6
ARTICLES = frozenset({"a", "an"})
OPENERS = "(\"“‘'[—–-"

WORD = re.compile(r"\S+")
# " a share", " per share", " per annum", before "or more"
PER = re.compile(r"(?:[ ](?:a|an|per|each)\b(?:[ ][a-z]{2,10})?)?")


def around(text: str, start: int, end: int) -> HedgeCue:
    """The hedge of the figure at text[start:end]; NO_HEDGE where there is none."""
    before = _before(text, start)
    after = _after(text, end)
    if after is None:
        return before or NO_HEDGE
    if before is None or (before.hedge is Hedge.ABOUT and after.hedge is not Hedge.ABOUT):
        return after
    return before


def _before(text: str, start: int) -> HedgeCue | None:
    """The cue, or the stack of cues, that ends right before `start`."""
    at = start
    while at > 0 and text[at - 1] in " \u00a0\n\r":
        at -= 1
    if start - at > 3 or at == 0:  # noqa: PLR2004  more than a line break lies between
        return None
    lexicon = cues()
    blank = max(text.rfind(" ", max(0, at - 16), at), text.rfind("\n", max(0, at - 16), at))
    last = text[blank + 1 : at].lower().lstrip(OPENERS)
    if last not in lexicon.last and last not in ARTICLES:
        return _sign(text, start)
    words = [
        (match[0].lower(), match.start(), match.end())
        for match in WORD.finditer(text, max(0, start - REACH), start)
    ]
    article = words[-1][0] in ARTICLES
    if article:
        words.pop()
    found = _last_cue(text, words, article=article)
    if found is None:
        return None
    hedge, begin, end = found
    inner = [word for word in words if word[2] <= begin]
    outer = _last_cue(text, inner, article=False)
    if outer is not None and outer[0] is not hedge and Hedge.ABOUT in (outer[0], hedge):
        hedge = outer[0] if hedge is Hedge.ABOUT else hedge
        begin = outer[1]
    elif outer is not None and outer[0] is hedge:
        begin = outer[1]
    return HedgeCue(hedge, begin, end, text[begin:end])


def _sign(text: str, start: int) -> HedgeCue | None:
    """ "~$5bn", ">5%"."""
    hedge = cues().before.get(text[start - 1])
    return None if hedge is None else HedgeCue(hedge, start - 1, start, text[start - 1])


def _last_cue(
    text: str, words: list[tuple[str, int, int]], *, article: bool
) -> tuple[Hedge, int, int] | None:
    """The longest cue that the words end in, as (hedge, start, end)."""
    lexicon = cues()
    for length in range(min(LONGEST_CUE, len(words)), 0, -1):
        phrase = " ".join(word for word, _, _ in words[-length:])
        opened = phrase.lstrip(OPENERS)
        hedge = lexicon.before.get(opened)
        if hedge is None or (article and opened not in lexicon.reach):
            continue
        begin = words[-length][1] + len(phrase) - len(opened)
        if "\n\n" in text[begin : words[-1][2]]:
            return None
        previous = words[-length - 1][0].strip('("“') if length < len(words) else ""
        if previous in lexicon.taken.get(opened, ()):
            return None
        return hedge, begin, words[-1][2]
    return None


def _after(text: str, end: int) -> HedgeCue | None:
    """The cue right behind `end`, per-unit words between them allowed."""
    sign = text[end : end + 1]
    if sign == " ":
        if text.find(" or ", end, end + 24) < 0 and not text.startswith((" and ", " give "), end):
            return None
        match = PER.match(text, end)
        at = (match.end() if match else end) + 1
    elif sign and sign in "+-i":
        at = end
    else:
        return None
    for cue, hedge in cues().after:
        past = at + len(cue)
        if text[at:past].lower() == cue and not text[past : past + 1].isalnum():
            return HedgeCue(hedge, at, past, text[at:past])
    return None
