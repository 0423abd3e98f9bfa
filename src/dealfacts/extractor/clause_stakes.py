"""A percentage that no pattern explains, in a clause that speaks of a holding.

"Another large holder is Acme, with about 7.2 %"; "its stake in Beta has grown to 28 %". The word
for the holding stands near, on either side, in an order that no list of patterns can foresee.
Refuses clauses that also speak of limits, votes, moves, markets or results.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.holders import is_rank
from dealfacts.extractor.holdings import holding
from dealfacts.extractor.tokens import MONEY, NAMES, ORGANISATION, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure

# How far the word for a holding may stand before and behind its share.
BEFORE, BEHIND = 14, 8
# How far what it is a share of stands behind "of".
OF_REACH, IT = 4, frozenset({"it", "them", "company", "firm", "group", "startup", "business"})
# A share of a holding is not told across these.
ENDS = frozenset({";", ":", "|"})
# "its own tariff", "interest in the matter became known": these words hold nothing.
SHOULD, OF_FUNDS = "should", frozenset({"private", "growth"})
OWN, OWNERS = "own", frozenset({"its", "their", "his", "her", "our", "my", "your", "'s"})
# As in: the state's share in the miller, its share of the merged firm.
SHARE, IN = "share", frozenset({"in", "of"})
# As in: the owners are Acme (80 %) and Beta (20 %).
BRACKETS = (("(", PERCENT, ")"), ("(", PERCENT, ","))
# "the largest shareholder": a rank, not a group of holders
RANKS = frozenset({"shareholder", "founder", "investors", "shareholders", "stockholders"})
INTEREST, OF_WHAT = frozenset({"interest", "interests"}), frozenset({"of", PERCENT})


def _clause(context: Context, place: int) -> range:
    """The row places near a figure, up to the end of its clause on either side."""
    words = context.words
    first = max(place - BEFORE, 0)
    last = min(place + BEHIND, len(words) - 1)
    first = next((at + 1 for at in range(place - 1, first - 1, -1) if words[at] in ENDS), first)
    last = next((at - 1 for at in range(place + 1, last + 1) if words[at] in ENDS), last)
    return range(first, last + 1)


def _holds(context: Context, at: int) -> bool:
    """Whether the word at a row place says that somebody holds a share."""
    words = context.words
    if words[at] == OWN:
        return words[at - 1] not in OWNERS
    if words[at] == "equity" and words[at - 1] in OF_FUNDS:
        return False
    if words[at] == SHARE:
        return words[at - 1] in OWNERS and not IN.isdisjoint(words[at + 1 : at + 2])
    if words[at] in INTEREST:
        is_in = words[at + 1 : at + 3] == ("in", ORGANISATION)
        return is_in or not OF_WHAT.isdisjoint(words[at + 1 : at + 2])
    return words[at] in either(groups()["stake_noun"], figure_words("holds_share"))


def _is_told(context: Context, place: int) -> bool:
    """Whether the clause of a percentage speaks of a holding and of nothing else."""
    clause = _clause(context, place)
    near = context.words[clause.start : clause.stop]
    if context.words[0] == SHOULD:
        return False  # "Should the stake exceed 20 %"
    if not figure_words("no_holding").isdisjoint(near) or _is_of_other(context, place):
        return False
    if MONEY not in near and not groups()["move"].isdisjoint(near) and not _is_moved(near):
        return False
    if _is_bracketed(context, place):
        return True
    return any(_holds(context, at) for at in clause if at != place)


def _is_bracketed(context: Context, place: int) -> bool:
    """Whether it stands in brackets behind one of the owners or buyers that a sentence lists."""
    words = context.words
    is_told = words[place - 1 : place + 2] in BRACKETS and words[place - 2] in NAMES
    return is_told and not figure_words("sharers").isdisjoint(context.vocabulary)


def _is_of_other(context: Context, place: int) -> bool:
    """Whether it is a share of something without shareholders: "40 % of the world's cobalt"."""
    words = context.words
    behind = words[place + 2 : place + 2 + OF_REACH]
    if words[place + 1 : place + 2] != ("of",) or ORGANISATION in behind:
        return False
    return either(figure_words("share_of_company"), IT).isdisjoint(behind)


def _is_moved(near: tuple[str, ...]) -> bool:
    """Whether it is the holding that moves: "its stake has grown to"."""
    return not groups()["stake_noun"].isdisjoint(near)


def clause_stakes(context: Context) -> Iterator[Figure]:
    """The percentages of a sentence that are shares by the words near them alone."""
    for figure in context.figures:
        if figure.sign != PERCENT or figure.meanings:
            continue
        is_number = context.scene.article.text[figure.mention.start].isdigit()
        if is_number and _is_told(context, figure.place):
            yield figure


def whose(context: Context, place: int) -> str:
    """Whose share it is: the deal's only where a buyer is spoken of, and no other holder."""
    held = holding(context, place)
    sides = context.parties
    if not held.startswith(sides.label):
        return held
    clause = _clause(context, place)
    others = figure_words("holder_groups") - RANKS
    words = context.words
    told = (at for at in clause if words[at] in others and not is_rank(words, at))
    group = next((words[at] for at in told), None)
    if group is None and (context.is_heading or sides.acquirer in context.sides_named):
        return held
    if group is None and not figure_words("pronoun").isdisjoint(context.vocabulary):
        return held
    aspect = held.removeprefix(sides.label)
    return f"{group or 'holder'} in {sides.target or 'the company'}{aspect}"
