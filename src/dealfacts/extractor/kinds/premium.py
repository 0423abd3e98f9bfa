"""The premium of an offer over a reference price; the reference is the period.

An offer below the price has a negative premium. Leaves alone: moves of the share price, the gap
between a market price and the offer, discounts on goods, insurance premiums.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import references
from dealfacts.extractor.clause_premiums import clause_premiums, named_at, points
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.figure_claims import draft, figures, negative
from dealfacts.extractor.holdings import bidden_for
from dealfacts.extractor.tokens import MONEY, ORGANISATION, PERCENT
from dealfacts.extractor.which_deal import is_other_deal
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.model.values import Percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("premium",)
NEEDS = frozenset({PERCENT})

# What is traded is measured against an offer, not an offer against it.
TRADES = frozenset({"trade", "trades", "traded", "trading"})
# As in: the shares closed 30 % above
ENDED = frozenset({"closed", "ended", "opened", "finished"})
NAMED = frozenset({"premium", "discount", "mark-up", "markup", "uplift", "premiums"})
NAMES_IT = NAMED - {"discount"}
REFERENCE_REACH = 6
# As in: it sells its cheese at a 20% premium to rivals.
PEERS_REACH = 5
AVERAGES = frozenset(
    (kind, noun) for kind in ("average", "typical", "usual") for noun in ("premium", "premiums")
)
PRICED = frozenset({MONEY, ORGANISATION, "the", "this", "its", "a", "an", "each"})
# The offer, and what is traded, stand within this many tokens.
CONTEXT_REACH = 40
CLAUSE_SCORE = 113


def _is_of_an_offer(context: Context, place: int) -> bool:
    """Whether an offer is set against a share price, and not a market price against an offer."""
    words = context.words
    lead = context.story.lead_ins[context.scene.number].get(place)
    if lead is not None and not NAMED.isdisjoint(lead.words):
        return True
    if not NAMES_IT.isdisjoint(words[max(place - REFERENCE_REACH, 0) : place + REFERENCE_REACH]):
        return True
    behind = words[place + 1 : place + 1 + REFERENCE_REACH]
    if not figure_words("bids").isdisjoint(behind):
        return False
    before = words[max(place - CONTEXT_REACH, 0) : place]
    if context.previous is not None and points(context, place):
        # The offer of the sentence before, as in: it is 44 % above where the shares stood.
        before = (*context.previous.words[-CONTEXT_REACH:], *before)
        if not groups()["acquire"].isdisjoint(context.previous.vocabulary):
            before = (*before, "offer")  # "agreed to buy Acme. That is 23% above its close"
    is_paid = MONEY in before and "share" in before
    traded = groups()["shares"] | figure_words("closes")
    return is_paid or not (
        figure_words("offers").isdisjoint(_without_goods(before))
        or (
            traded.isdisjoint(words[max(place - CONTEXT_REACH, 0) : place + CONTEXT_REACH])
            and MONEY not in before
        )
    )


def _without_goods(words: tuple[str, ...]) -> Iterator[str]:
    """The words, but for the price of goods: "the price of milk", not "the price of $9"."""
    for at, word in enumerate(words):
        of = words[at + 1 : at + 3]
        if word != "price" or of[:1] != ("of",) or not of[1:] or of[1] in PRICED:
            yield word


def _is_of_others(context: Context, place: int) -> bool:
    """Whether goods cost so much more than those of rivals, or another company fetched it."""
    if not figure_words("compared_with").isdisjoint(context.words[place + 1 : place + PEERS_REACH]):
        return True
    before = context.words[:place]
    is_bought = not groups()["acquire"].isdisjoint(before)
    is_bought |= MONEY not in before and not groups()["pay"].isdisjoint(before)
    near = context.words[max(place - REFERENCE_REACH, 0) : place]
    if not AVERAGES.isdisjoint(pairwise(near)):
        return True  # "bids this year carried an average premium of 30%"
    if "expected" in near and not figure_words("estimators").isdisjoint(context.words[:place]):
        return True  # "analysts had expected a premium of 30%"
    is_named = bool(context.organisations) and not context.own_names
    return is_bought and is_named and is_other_deal(context, place)


def _clauses(context: Context, told: frozenset[int]) -> Iterator[Draft]:
    """Drafts for the percentages that only their clause sets against a market price."""
    for figure, is_below in clause_premiums(context):
        mention, place = figure.mention, figure.place
        if place in told:
            continue
        value, named = mention.value, named_at(context, place)
        yield Draft(
            attribute="premium",
            subject=f"offer for {bidden_for(context, place)}",
            start=mention.start,
            end=mention.end,
            value=negative(value) if is_below and isinstance(value, Percent) else value,
            score=CLAUSE_SCORE,
            reasons=("an offer and a market price near it",),
            hedge=mention.hedge,
            period=references.reference(context, place if named is None else named),
        )


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every percentage that the words set against a share price."""
    told: set[int] = set()
    for figure, meaning in figures(context, PERCENT, *ATTRIBUTES):
        place = figure.place
        if not _is_of_an_offer(context, place) or _is_of_others(context, place):
            continue
        before = context.words[max(place - CONTEXT_REACH, 0) : place]
        if not TRADES.isdisjoint(before) and NAMED.isdisjoint(before):
            continue
        if before[-1:] and before[-1] in ENDED:
            continue
        subject = f"offer for {bidden_for(context, place)}"
        named = named_at(context, place)
        period = references.reference(context, place if named is None else named)
        found = draft(figure, meaning, subject, period=period)
        if meaning.block.about == "discount" and isinstance(found.value, Percent):
            found = found._replace(value=negative(found.value))
        told.add(place)
        yield found
    yield from _clauses(context, frozenset(told))
