"""Sums far down in a story that read as a price, while its opening gives another one.

"It once agreed to sell landlines for $6bn" below a deal of $20bn: unless its sentence speaks of
the deal ("the offer", "its bid", both sides, a price for one share), such a sum is another deal's.
The other way round, a sum that was taken for another deal's is the price where the opening gives
the same one. Changes the attribute of drafts and nothing else; leaves alone sums that may be the
price, rounded or with debt, and its parts.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.ballots import BUYER, TARGET
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between
from dealfacts.extractor.which_deal import LEAD, how_deep
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.draft import Draft

    # Currency and bounds of a sum, and the prices that the opening of a story gives its deal.
    Key = tuple[str, Decimal, Decimal]
    Opened = Mapping[Key, Money]

# A reading this sure in the opening gives the price of the story.
SURE = 80
# From which sentence on a story has left its own deal as often as not.
DEEP = 6
# Prices that differ by less may be one price, rounded, in older terms or with debt.
ALIKE = Decimal("1.25")
# How far "the" stands before "deal", and a noun of the deal from its sum.
ARTICLE_REACH, NOUN_REACH = 4, 14
# how long a row such as "Acme: nine million" is
ROW = 8
# what a sum is called whose deal is doubtful
OTHER_DEALS = ("another deal", "an earlier deal")
PLAIN = frozenset({Basis.UNSPECIFIED, Basis.CASH, Basis.STOCK})

# An opening with more prices tells of many deals.
MOST = 12


def settled(contexts: Sequence[Context], drafts: Sequence[Sequence[Draft]]) -> Opened:
    """The prices that the opening of a story gives its deal; empty where it gives none."""
    found: dict[Key, Money] = {}
    for context, here in zip(contexts, drafts, strict=True):
        if how_deep(context) >= LEAD:
            continue
        for draft in here:
            is_sure = draft.attribute == "deal_amount" and draft.score >= SURE
            if is_sure and isinstance(draft.value, Money):
                found.setdefault(_key(draft.value), draft.value)
    return found if len(found) <= MOST else {}


def as_stray(context: Context, draft: Draft, known: Opened) -> Draft:
    """The draft, as another sum where the opening gives another price and nothing ties it to it."""
    value = draft.value
    if draft.attribute != "deal_amount" or not isinstance(value, Money) or ":" in draft.subject:
        return draft
    if how_deep(context) < DEEP or draft.basis not in PLAIN:
        return draft
    same = [price for price in known.values() if price.currency == value.currency]
    if not same or any(_is_like(price, value) for price in same):
        return draft
    if _is_tied(context, context.scene.row.at(draft.start)):
        return draft
    reason = "far down, and another price than the one that the article opens with"
    told = "a sum beside the price"
    return draft._replace(
        attribute="other_amount",
        subject=told,
        basis=Basis.UNSPECIFIED,
        reasons=(*draft.reasons, reason),
    )


def as_own(context: Context, draft: Draft, known: Opened) -> Draft:
    """The draft, as the price where it was taken for another deal's and the opening gives it too.

    Whose deal it is was doubtful; two deals of one story seldom have the very same price.
    """
    value = draft.value
    if draft.attribute != "other_amount" or not draft.subject.startswith(OTHER_DEALS):
        return draft
    if not isinstance(value, Money) or _key(value) not in known:
        return draft
    reason = "the price that the article opens with"
    return draft._replace(
        attribute="deal_amount",
        subject=context.parties.label,
        reasons=(*draft.reasons, reason),
    )


def _key(value: Money) -> Key:
    return value.currency, value.low, value.high


def _is_like(one: Money, other: Money) -> bool:
    return one.low <= other.high * ALIKE and other.low <= one.high * ALIKE


def _is_tied(context: Context, place: int) -> bool:
    """Whether the sentence of a sum speaks of the deal of the story."""
    near = between(context.figures, place - NOUN_REACH, place + NOUN_REACH)
    if any(_is_of_share(figure) for figure in near) or _is_row(context):
        return True
    if not figure_words("tells_parts").isdisjoint(context.vocabulary):
        return True  # "of the total, $2bn takes the form of new equity"
    buyer, bought = (subjects.role_near(context, place, role) for role in (BUYER, TARGET))
    if buyer == context.parties.acquirer and bought == context.parties.target:
        return True
    return any(_is_definite(context, at) for at in _nouns(context, place))


def _is_of_share(figure: Figure) -> bool:
    """Whether a figure is the price of one share: what an offer comes to stands beside it."""
    return any(each.block.attribute == "share_price" for each in figure.meanings[:1])


def _is_row(context: Context) -> bool:
    """Whether a sentence is a row of a table or list that a side of the deal stands before."""
    named = context.organisations
    if not named or len(context.words) > ROW:
        return False
    return all(is_side(context, each.name) for each in named)


def _nouns(context: Context, place: int) -> Iterator[int]:
    """The places of the words for a deal, an offer or a round near a sum."""
    known = groups()
    nouns = either(known["purchase_noun"], known["offer_noun"], known["round_noun"])
    words = context.words
    for at in range(max(place - NOUN_REACH, 0), min(place + NOUN_REACH, len(words))):
        if words[at] in nouns:
            yield at


def _is_definite(context: Context, noun: int) -> bool:
    """Whether a noun is that of the deal that is known: "the agreed offer", "Acme's bid"."""
    first = max(noun - ARTICLE_REACH, 0)
    before = context.words[first:noun]
    if before[-1:] and before[-1] in {"a", "an", "another"}:
        return False
    if figure_words("definite").isdisjoint(before):
        return False
    return all(is_side(context, each.name) for each in between(context.names, first, noun - 1))
