"""What sort of deal an article tells of, and the word that says so.

A funding round, the sale of a part of a company, a purchase of less than half of it, a merger, a
joint venture or an acquisition. Refuses to name one where no word of the opening does.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor import extent, which_deal
from dealfacts.extractor.ballots import ASSET
from dealfacts.extractor.holdings import holding
from dealfacts.extractor.tokens import PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.parties import party_cues
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.parties import Parties

ROUND, MERGER, ACQUISITION = "funding round", "merger", "acquisition"
MINORITY, ASSET_SALE, VENTURE = "minority stake", "asset sale", "joint venture"
# The opening of an article says what it is about; below half a stake is a minority.
OPENING, HALF = 6, 50
VENTURES = frozenset({"venture", "ventures"})


class Type(NamedTuple):
    """The type of a deal, the number of the sentence that tells it, the row place of the word."""

    term: str
    number: int
    place: int


@cache
def _purchase_words() -> frozenset[str]:
    """The words for buying all of a company, but for those of merging."""
    cues = party_cues()
    return (cues.buy | cues.whole_noun) - cues.union_noun


def deal_type(contexts: Sequence[Context], sides: Parties) -> Type | None:
    """The type of the article's deal; None where nothing in the opening says it.

    The first that a word bears out, the most particular first.
    """
    opening = [c for c in contexts if c.is_heading or which_deal.how_deep(c) < OPENING]
    cues = party_cues()
    if sides.by_funding:
        return _first(opening, ROUND, cues.round_noun)
    if sides.asset is not None:
        return next(
            (
                Type(ASSET_SALE, context.scene.number, vote.place)
                for context in opening
                for vote in context.votes
                if vote.role == ASSET
            ),
            None,
        )
    stake = next(_stakes(opening), None)
    if stake is not None:
        return stake
    venture = next(_ventures(opening), None)
    if venture is not None:
        return venture
    union, purchase = either(cues.union_noun, cues.merge), _purchase_words()
    merging = sum(len(context.scene.row.places(union)) for context in opening)
    buying = sum(len(context.scene.row.places(purchase)) for context in opening)
    if merging > buying:
        return _first(opening, MERGER, union)
    return _first(opening, ACQUISITION, either(purchase, groups()["offer_noun"]))


def _first(opening: Sequence[Context], term: str, words: frozenset[str]) -> Type | None:
    """The first of some words where a sentence names a side; sentences go before headings."""
    for context in sorted(opening, key=lambda each: each.is_heading):
        if context.is_heading or context.sides_named:
            for place in context.scene.row.places(words):
                return Type(term, context.scene.number, place)
    return None


def _stakes(opening: Sequence[Context]) -> Iterator[Type]:
    """Each share below half that changes hands, unless a larger one does."""
    found: list[Type] = []
    for context in filter(extent.buys_part, opening):
        for figure in context.figures:
            is_stake = any(m.block.attribute == "stake" for m in figure.meanings[:1])
            if figure.sign != PERCENT or not is_stake:
                continue
            if holding(context, figure.place) != context.parties.label:
                continue
            if figure.mention.value.high >= HALF:
                return
            found.append(Type(MINORITY, context.scene.number, figure.place))
    yield from found


def _ventures(opening: Sequence[Context]) -> Iterator[Type]:
    """Each "joint venture" of a sentence that names both sides."""
    for context in opening:
        both = {context.parties.acquirer, context.parties.target} <= context.sides_named
        for place in context.scene.row.places(VENTURES):
            if both and context.words[place - 1 : place] == ("joint",):
                yield Type(VENTURE, context.scene.number, place)
