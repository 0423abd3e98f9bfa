"""The price of one share: what the offer pays, or what the market paid.

Leaves alone: moves of the price, index levels, earnings and dividends per share, price targets;
what another bidder offers for a share becomes `other_amount`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import market_prices, price_parts, references, subjects
from dealfacts.extractor.clause_share_prices import clause_share_prices, is_like_known
from dealfacts.extractor.earlier_offers import OFFERED, is_earlier_offer
from dealfacts.extractor.figure_claims import draft, figures, is_unit_price
from dealfacts.extractor.holdings import bidden_for
from dealfacts.extractor.other_share_prices import is_of_other_sale, is_rival_bid
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.readings import Reading, by_words
from dealfacts.extractor.rivals import is_rival, is_rivals
from dealfacts.extractor.tokens import COUNT, MONEY
from dealfacts.extractor.which_deal import is_other_deal
from dealfacts.extractor.whose_value import is_of_row
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Basis, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("share_price",)
NEEDS = frozenset({MONEY})

# What a result per share is called stands this near to it.
BEFORE_REACH, BEHIND_REACH = 7, 4
TARGETS, PRICING = frozenset({"target", "targets"}), frozenset({"price", "$", "prices"})
SUMS = frozenset({MONEY})
INCLUDES = frozenset({"includes", "include", "including", "included"})
SPECIAL = INCLUDES | {"special"}  # where it stands beside another price for the share
PAID_OUT = frozenset({"dividend", "dividends", "distribution", "payout"})
PAYS_OUT = frozenset((verb, "out") for verb in ("pay", "pays", "paid", "paying"))
IN_DIVIDENDS = frozenset({("in", "dividends"), ("as", "dividend"), ("in", "dividend")})
FROM_REACH, CHANGED = 8, frozenset({"up", "down"})
TRADED = frozenset({"market", "bare"})
# How far before a price the listing is told at which shares were first sold.
LISTING_REACH = 20
RIVAL_REACH, BID_REACH, CONTEXT_REACH = 12, 20, 40
# "before the first approach the stock was worth $18"
STOCK_WORTH = frozenset({("stock", "was", "worth"), ("shares", "were", "worth")})
# What a price is read by that no pattern explains; any other reading is stronger.
TOLD = by_words("share_price", "a word for shares near $", 63)
TIMES = frozenset({"times", COUNT})
# "copper traded at $7,900/t"
PER_WEIGHT = ("/t", "/lb", "/oz", "/bbl", "/kg", "/MWh", " a tonne", " per tonne", " a barrel")


def _is_result(context: Context, place: int, about: str) -> bool:
    """Whether earnings, a dividend or an analyst's target is what is counted per share."""
    words = context.words[max(place - CONTEXT_REACH, 0) : place + CONTEXT_REACH]
    near = context.words[max(place - BEFORE_REACH, 0) : place + BEHIND_REACH]
    # as in "trades at $120, 18 times earnings"
    near = tuple(word for before, word in pairwise(("", *near)) if before not in TIMES)
    if price_parts.is_handed_back(context, place):
        return True
    results = figure_words("per_share_results")
    if "special" in near:
        results -= PAID_OUT  # the dividend that is a part of what a merger pays
    if not _speaks_of_target(words):
        results -= TARGETS
    if not groups()["lose"].isdisjoint(context.words[max(place - 2, 0) : place]):
        return True  # "lost $2.10 a share"
    if context.words[max(place - 2, 0) : place] in PAYS_OUT:
        return True  # "plans to pay out $2.10 a share"
    if not IN_DIVIDENDS.isdisjoint(pairwise(context.words[place + 1 : place + BEFORE_REACH])):
        return True  # "will pay $2.10 a share in dividends"
    if results.isdisjoint(words):
        return False
    offers = figure_words("bids", "hands_out") | groups()["pay"]
    is_offered = not (offers | groups()["acquire"]).isdisjoint(words)
    is_traded = about in {"market", "bare"} or "closed" in words
    return not results.isdisjoint(near) or not (is_offered or is_traded)


def _speaks_of_target(words: tuple[str, ...]) -> bool:
    """Whether an analyst's target is spoken of, not the company that is bought: "the target's"."""
    return any(
        word in TARGETS and not (PRICING.isdisjoint(words[max(at - 1, 0) : at + 3]))
        for at, word in enumerate(words)
    )


def _is_of_rival(context: Context, place: int) -> bool:
    """Whether a price that "stood at" it is a rival's offer: "the consortium of Beta had stood"."""
    named = last_before(context.organisations, place)
    return named is not None and is_rival(context, named)


def _offered(context: Context, figure: Figure, meaning: Reading) -> Draft:
    place = figure.place
    subject = f"offer for {bidden_for(context, place)}"
    if is_of_other_sale(context, figure):
        return draft(figure, meaning, "another sale, per share", attribute="other_amount")
    if is_earlier_offer(context, place) or _follows_offer(context, place):
        return draft(figure, meaning, f"{subject}: before", modality=Modality.FORMER)
    if is_other_deal(context, place) or is_rivals(context, place) or is_rival_bid(context, place):
        return draft(figure, meaning, "another offer, per share", attribute="other_amount")
    if price_parts.is_contingent(context, place):
        return draft(figure, meaning, f"{subject}: contingent", basis=Basis.EARN_OUT)
    before = context.words[max(place - BEFORE_REACH, 0) : place]
    parts = SPECIAL if len(context.scene.row.places(SUMS)) > 1 else INCLUDES
    if "dividend" in before and not parts.isdisjoint(before):
        subject = f"{subject}: special dividend"  # "the price includes a special dividend of $2"
    return draft(figure, meaning, subject, basis=price_parts.cash_part(context, place))


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make the price of a share."""
    words = context.words
    for figure, strongest in figures(context, MONEY, *ATTRIBUTES):
        place, is_of_sale = figure.place, is_of_other_sale(context, figure)
        meaning = strongest if is_of_sale else market_prices.as_traded(figure, strongest)
        if words[place - 1 : place] == ("by",) or is_of_row(context):
            continue  # "lost it by one penny a share"; "• Beta soared to $9"
        if not is_unit_price(figure) or _is_result(context, place, meaning.block.about):
            continue
        if context.scene.article.text.startswith(PER_WEIGHT, figure.mention.end):
            continue
        is_bid = words[place - 1 : place] == ("from",) and (
            not figure_words("bids").isdisjoint(words[max(place - BID_REACH, 0) : place])
            or _follows_offer(context, place)
        )
        if meaning.block.about == "bare" and not (
            is_bid or market_prices.is_of_a_share(context, place)
        ):
            continue
        if meaning.block.about == "offered" and not _is_offered(context, figure):
            continue
        if meaning.block.about in TRADED and _is_of_rival(context, place):
            yield draft(figure, meaning, "another offer, per share", attribute="other_amount")
            continue
        is_stock = words[max(place - 3, 0) : place] in STOCK_WORTH or (
            words[place - 1] == "cost" and "share" in words[max(place - LISTING_REACH, 0) : place]
        )  # "when trading opened, a share of Acme cost $101"
        if is_stock or (meaning.block.about in TRADED and not is_bid):
            owner = market_prices.traded(context, place)
            period = references.day(context, place)
            was = words[place - 1 : place] == ("from",)
            subject = f"{owner}: market price" + (" before" if was else "")
            yield draft(figure, meaning, subject, period=None if was else period)
        else:
            yield _offered(context, figure, meaning)
    yield from _told(context)


def _told(context: Context) -> Iterator[Draft]:
    """Prices that no pattern explains, where the words near speak of shares."""
    for figure, is_traded in clause_share_prices(context):
        place = figure.place
        if _is_result(context, place, "bare"):
            continue
        if is_traded:
            subject = f"{market_prices.traded(context, place)}: market price"
            yield draft(figure, TOLD, subject, period=references.day(context, place))
        elif context.own_names or is_like_known(context, figure):
            yield _offered(context, figure, TOLD)


def _follows_offer(context: Context, place: int) -> bool:
    """Whether the price is what an offer comes from: "its price to $9 from $8", "down from $8"."""
    words = context.words
    near = words[max(place - FROM_REACH, 0) : place]
    if near[-1:] != ("from",) or MONEY not in near:
        return False
    first = place - 1 - near[::-1].index(MONEY)
    if words[first - 1] != "to" and words[place - 2] not in CHANGED:
        return False
    raised = between(context.figures, first, first)
    meant = (figure.meanings[0].block for figure in raised if figure.meanings)
    return any(each.attribute in ATTRIBUTES and each.about not in TRADED for each in meant)


def _is_offered(context: Context, figure: Figure) -> bool:
    """Whether a small sum that a company offers is one for a share: shares are spoken of."""
    value = figure.mention.value
    behind = context.words[figure.place + 1 : figure.place + 2]
    is_bid = not groups()["offer_noun"].isdisjoint(behind)  # "the $60.50 offer"
    others = (word for word in behind if word not in figure_words("behind_price"))
    if any(word.isalpha() for word in others) and not is_bid:
        return False  # "offers $5.99 lunches"
    if not isinstance(value, Money):
        return False
    if is_like_known(context, figure):
        return True
    if subjects.subject_before(context, figure.place) is None and not (
        _follows_bid(context) or not (OFFERED | figure_words("bids")).isdisjoint(context.vocabulary)
    ):
        return False
    return (value.granule < 1 and not is_bid) or not groups()["shares"].isdisjoint(
        market_prices.around(context, figure.place)
    )


def _follows_bid(context: Context) -> bool:
    """Whether the sentence before is about a bid: "It raised its offer. The first was at 220p"."""
    before = context.previous
    return before is not None and not figure_words("bids").isdisjoint(before.vocabulary)
