"""The words that soften a figure, before it ("nearly", "up to about") or behind it ("or so").

A bound wins over an approximation, and the cue keeps the words of both. It refuses cues that are
claimed by the word before them ("a premium over $20") or kept off by an article ("under a $3
billion deal").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from dealfacts.extractor.mention import NO_HEDGE, HedgeCue
from dealfacts.extractor.readers import hedges_behind as behind
from dealfacts.lexicon.hedges import cues
from dealfacts.model.vocabulary import Hedge

if TYPE_CHECKING:
    from decimal import Decimal

# The longest cue with its article and the word before it.
REACH = 64
LONGEST_WORD = 16
WIDEST_GAP = 3
BREAKS = " \u00a0\n\r"
SIGNS = frozenset("~≈<>≤≥")
ARTICLES = frozenset({"a", "an"})
# What the last two characters before a figure behind an article can be.
ARTICLE_TAILS = frozenset(opening + "a" for opening in " \n\u00a0(\"“‘'[—–-") | {"an", "a"}
OPENERS = "(\"“‘'[—–-"


# "will not exceed", "will not be under"
TURNED = {Hedge.ABOVE: Hedge.AT_MOST, Hedge.UNDER: Hedge.AT_LEAST}
# "between", "somewhere between", "anywhere from" before a range
BETWEEN = re.compile(
    r"\b(?:(?:(?:some|any)where|anything) )?between $|\b(?:(?:some|any)where|anything) (?:from )?$"
)


class Figure(Protocol):
    """A figure while its text is still being read."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def low(self) -> Decimal:
        """The lower end of a range, else the figure."""

    @property
    def high(self) -> Decimal:
        """The upper end of a range, else the figure."""

    @property
    def vague(self) -> bool:
        """Whether it is words alone: "several million"."""


def around(text: str, start: int, end: int) -> HedgeCue:
    """The hedge of the figure at text[start:end]; NO_HEDGE where there is none."""
    before = _before(text, start)
    after = behind.after(text, end) or behind.inside(text, start, end)
    if after is None:
        return before or behind.framed(text, start, end) or NO_HEDGE
    if before is None or (before.hedge is Hedge.ABOUT and after.hedge is not Hedge.ABOUT):
        return after
    return before


def of(text: str, each: Figure) -> HedgeCue:
    """The hedge of a figure as a reader found it: a range and a vague figure are one in itself."""
    cue = around(text, each.start, each.end)
    if each.vague:
        return cue._replace(hedge=Hedge.VAGUE)
    if each.low == each.high:
        return cue
    if not cue.text:
        before = BETWEEN.search(text, max(each.start - REACH, 0), each.start)
        if before is not None:
            return HedgeCue(Hedge.RANGE, before.start(), each.start - 1, before[0].strip())
    return cue._replace(hedge=Hedge.RANGE)


def _before(text: str, start: int) -> HedgeCue | None:
    """The cue, or the stack of cues, that ends right before `start`."""
    at = start
    while at > 0 and text[at - 1] in BREAKS:
        at -= 1
    if start - at > WIDEST_GAP or at == 0:
        return None
    if at == start:
        return _sign(text, start)
    lexicon = cues()
    tail = text[max(0, at - 2) : at].lower()
    if tail not in lexicon.tails and tail not in ARTICLE_TAILS and tail[-1:] not in SIGNS:
        return None
    last = _last_word(text, at)
    article = last in ARTICLES
    if article:
        at -= len(last) + 1
        last = _last_word(text, at)
    if last not in lexicon.endings:
        return _sign(text, start) if text[at - 1 : at] in SIGNS else None
    found = _cue(text, at, last, article=article)
    if found is None:
        return None
    hedge, begin = found
    before = begin
    while before > 0 and text[before - 1] in BREAKS:
        before -= 1
    outer = _cue(text, before, _last_word(text, before), article=False)
    if outer is not None and (outer[0] is hedge or Hedge.ABOUT in (outer[0], hedge)):
        hedge = outer[0] if hedge is Hedge.ABOUT else hedge
        begin = outer[1]
    return HedgeCue(hedge, begin, at, text[begin:at])


def _last_word(text: str, at: int) -> str:
    """The word that ends at `at`, in lower case, without an opening mark."""
    word = text[text.rfind(" ", max(0, at - LONGEST_WORD), at) + 1 : at]
    if "\n" in word:
        word = word[word.rfind("\n") + 1 :]
    return word.lower().lstrip(OPENERS)


def _sign(text: str, start: int) -> HedgeCue | None:
    """As in "~$5bn", "> 5%", "c.£300m"."""
    at = start
    while at > 0 and text[at - 1] in BREAKS:
        at -= 1
    if at == start and text[at - 1] == ".":
        word = _last_word(text, at)
        hedge = cues().before.get(word)
        return (
            None
            if hedge is None
            else HedgeCue(hedge, at - len(word), at, text[at - len(word) : at])
        )
    hedge = cues().before.get(text[at - 1 : at])
    return None if hedge is None else HedgeCue(hedge, at - 1, at, text[at - 1])


def _is_turned(before: str) -> bool:
    """Whether a cue is denied: "will |not| exceed", "will |not be| under"."""
    words = before.rsplit(None, 2)
    last = words[-2:-1] if words[-1:] == ["be"] else words[-1:]
    return not cues().turned.isdisjoint(last)


def _cue(text: str, at: int, last: str, *, article: bool) -> tuple[Hedge, int] | None:
    """The longest cue that ends at `at`, as (hedge, start); `last` is its last word."""
    lexicon = cues()
    endings = lexicon.endings.get(last)
    if endings is None:
        return None
    low = text[max(0, at - REACH) : at].lower().replace("\n", " ")
    for phrase, hedge in endings:
        if not low.endswith(phrase) or (article and phrase not in lexicon.reach):
            continue
        size = len(low) - len(phrase)
        if size and low[size - 1].isalnum():
            continue
        taken = lexicon.taken.get(phrase)
        if taken is not None:
            words = low[:size].rsplit(None, 1)
            if words and words[-1].strip('("“') in taken:
                return None
        is_turned = hedge in TURNED and _is_turned(low[:size])
        return TURNED[hedge] if is_turned else hedge, at - len(phrase)
    return None
