"""A percentage without a word for a holding, in a sentence that goes on about holdings.

"The fund owns 9 % of Acme. It went up to 12 % in May, and from 40 % the family came down to 30 %":
a sentence right before tells of a share, and this one names nothing that a percentage could be of.
Refuses moves of a price, limits, votes and results, and percentages with a noun of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.clause_stakes import clause_stakes
from dealfacts.extractor.tokens import DATE, MONEY, NAMES, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure

# How many sentences back a share is told, and how far before its end a move begins.
BACK, MOVE_REACH = 3, 8
# As in: from 40 % to 30 %; the fund, at 9 %; is in with 18 %; disposed of its 8 %
ENDS_OF_MOVE = frozenset({"to", "from"})
STANDS, OWNERS = frozenset({"at", "with"}), frozenset({"its", "their", "his", "her"})
# "in time, in all": behind one of these no noun of the percentage follows
CLOSES = frozenset({".", ",", ";", ")", "—", "–", "and", "to", "from", DATE, "altogether"})
IN = frozenset({"in", "on", "by", "last", "earlier", "this", "when", "after", "before", "at"})
# As in: exits in full, goes down to 30 %; the first guesses about a complete purchase; it may rise
HARMLESS = frozenset({"full", "complete", "completed", "may", "rise"})
FORBIDS = frozenset({"no", "not", "nobody", "n't"})
# A sum this near to a percentage may be what it is of.
SUM_REACH = 5
SHAREHOLDER = frozenset({"shareholder", "owner"})
# What a percentage behind "to" and "from" may be of where the stock market is told of.
TRADED = frozenset({"stock", "stocks", "closed", "ended", "index", "bond", "bonds", "yield"})


def _tells_holding(context: Context) -> bool:
    """Whether a sentence tells of a share by its own words, or of those who hold shares."""
    words = either(groups()["stake_noun"], figure_words("sharers"), SHAREHOLDER)
    if not words.isdisjoint(context.vocabulary):
        return True
    for figure in context.figures:
        if figure.sign == PERCENT and figure.meanings:
            block = figure.meanings[0].block
            if block.attribute == "stake" and not block.about:
                return True
    return any(True for _ in clause_stakes(context))


def _goes_on(context: Context) -> bool:
    """Whether a sentence may go on about holdings: one before tells of them, it of nothing else."""
    foreign = either(
        figure_words("no_holding"), figure_words("not_held"), figure_words("rates"), TRADED
    )
    told = foreign & context.vocabulary
    if context.is_heading or told - HARMLESS:
        return False
    if "may" in told and not FORBIDS.isdisjoint(context.vocabulary):
        return False
    earlier = context.previous
    for _ in range(BACK):
        if earlier is None:
            return False
        if _tells_holding(earlier):
            return True
        earlier = earlier.previous
    return False


def _is_closed(words: tuple[str, ...], place: int) -> bool:
    """Whether no noun follows that the percentage could be of."""
    behind = words[place + 1 : place + 3]
    return not behind or behind[0] in CLOSES or (behind[0] in IN and behind[1:] != (PERCENT,))


def _is_held(context: Context, place: int) -> bool:
    """Whether somebody comes to, comes from, stands at or parts with the share at a row place."""
    words = context.words
    last = words[place - 1] if place else ""
    if MONEY in words[max(place - SUM_REACH, 0) : place + SUM_REACH]:
        return False
    if last in ENDS_OF_MOVE:
        near = words[max(place - MOVE_REACH, 0) : place]
        if last == "from":
            near += words[place + 1 : place + 1 + MOVE_REACH]
        return PERCENT in near or not either(groups()["shift"], groups()["move"]).isdisjoint(near)
    if last in OWNERS:
        return True
    return last in STANDS and not NAMES.isdisjoint(words[max(place - MOVE_REACH, 0) : place])


def ongoing_stakes(context: Context) -> Iterator[Figure]:
    """The percentages of a sentence that are shares because the ones before speak of shares."""
    open_ones = [figure for figure in context.figures if _is_open(context, figure)]
    if open_ones and _goes_on(context):
        yield from (figure for figure in open_ones if _is_held(context, figure.place))


def _is_open(context: Context, figure: Figure) -> bool:
    """Whether a figure is a percentage that no words make anything but a move or a split."""
    if figure.sign != PERCENT or not _is_closed(context.words, figure.place):
        return False
    if not context.scene.article.text[figure.mention.start].isdigit():
        return False
    return all(
        each.block.attribute == "other_percent" or each.block.about == "split"
        for each in figure.meanings
    )
