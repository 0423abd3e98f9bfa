"""How much of the target is bought: a part of it, or all.

What all of a company is valued at is the price only where all of it is bought. Refuses to say what
the price is.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.parties import party_cues
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.story import Story

# Below this many percent a purchase is one of a part; the opening of an article says so.
WHOLE, OPENING = 90, 10
# How far before its percentage a part is spoken of; what a buyer who holds the others takes.
STAKE_REACH, PART_REACH = 9, 24
REST = frozenset(
    {"remaining", "missing", "rest", "talks", "part", "parts", "take", "takes", "taking"}
)
# "The shares that it does not already own", "the stock it lacks": the buyer holds the others.
LACKS = frozenset({("it", "lacks"), ("they", "lack"), ("not", "already"), ("not", "yet")})
NOT, OWNS = frozenset({"not"}), frozenset({"own", "owned", "have", "hold", "held", "control"})
SHARES = frozenset({"shares", "share", "stock", "stake", "equity", "rest", "part"})
INVESTING = frozenset({"investment", "stake", "round"})
SALE = frozenset({"sale"})


def _buys_what_it_lacks(context: Context) -> bool:
    """Whether the buyer takes the shares that it has not: what it pays is no worth of the whole."""
    if SHARES.isdisjoint(context.vocabulary):
        return False
    return any(
        pair in LACKS or (pair[0] in NOT and pair[1] in OWNS) for pair in pairwise(context.words)
    )


def buys_part(context: Context) -> bool:
    """Whether the sentence speaks of a part of the target that is bought, below 90 %."""
    if _buys_what_it_lacks(context):
        return True
    if PERCENT not in context.vocabulary:
        return False
    known = groups()
    stakes = either(known["stake_noun"], known["acquire"], known["sell"], SALE, REST)
    sides = {context.parties.acquirer, context.parties.target, None}
    for figure in context.figures:
        if figure.sign != PERCENT or figure.mention.value.low >= WHOLE:
            continue
        before = context.words[max(figure.place - STAKE_REACH, 0) : figure.place]
        if "already" in before[-5:]:
            continue  # the buyer's own, before the deal
        near = (*before, *context.words[figure.place : figure.place + STAKE_REACH])
        is_stake = any(meaning.block.attribute == "stake" for meaning in figure.meanings[:1])
        is_held = is_stake and not stakes.isdisjoint(near)
        if not is_held:
            continue
        behind = frozenset(context.words[figure.place + 1 : figure.place + 4])
        is_its = "the" in behind and not known["company_noun"].isdisjoint(behind)
        if is_its or subjects.subject_before(context, figure.place) in sides:
            return True
    return False


def tells_part(context: Context, place: int) -> bool:
    """Whether a share below 90 % is told near a sum: what is valued beside it is the whole."""
    return any(
        figure.sign == PERCENT
        and figure.mention.value.high < WHOLE
        and any(meaning.block.attribute == "stake" for meaning in figure.meanings[:1])
        for figure in between(context.figures, place - PART_REACH, place + PART_REACH)
    )


def is_part_purchase(story: Story) -> bool:
    """Whether a part of the target is bought: the value of the whole is then no price."""
    return any(buys_part(context) for context in story.contexts[:OPENING])


def is_whole_purchase(story: Story) -> bool:
    """Whether the article's deal is the purchase of all of the target.

    What a company is valued at in such a deal is its price.
    """
    if story.parties.by_funding or story.parties.acquirer is None:
        return False
    if story.is_part_purchase:
        return False
    opening = story.contexts[:OPENING]
    cues = party_cues()
    rows = [context.scene.row for context in opening]
    buying = sum(len(row.places(either(cues.buy, cues.whole_noun))) for row in rows)
    investing = sum(len(row.places(either(cues.invest, INVESTING))) for row in rows)
    return buying >= investing
