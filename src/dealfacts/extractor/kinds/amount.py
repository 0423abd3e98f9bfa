"""The price or size of the deal or round, its parts, earlier offers, and all money raised so far.

Leaves alone: the prices of other deals and other rounds, which become `other_amount` with what
they are the price of as subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import stance, subjects
from dealfacts.extractor.backers import backer
from dealfacts.extractor.beside_the_deal import elsewhere, invested
from dealfacts.extractor.clause_prices import clause_prices
from dealfacts.extractor.deal_sorts import another_sort
from dealfacts.extractor.figure_claims import draft, is_large, stated_basis
from dealfacts.extractor.listings import is_worth
from dealfacts.extractor.other_rounds import is_other_round, other_raiser
from dealfacts.extractor.others_sums import apart
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.price_holders import whose
from dealfacts.extractor.price_parts import is_handed_back
from dealfacts.extractor.price_readings import is_open, part_of_price
from dealfacts.extractor.tokens import CONVERSION, MONEY
from dealfacts.extractor.undisclosed import undisclosed
from dealfacts.extractor.which_deal import is_other_deal
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.model.vocabulary import Basis, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.draft import Draft
    from dealfacts.extractor.readings import Reading

ATTRIBUTES = ("deal_amount", "prior_offer", "total_raised")
NEEDS = frozenset[str]()

# What all of the company is worth is the price only where all of it is bought.
WHOLE_VALUE = frozenset({"enterprise", "equity"})
ENDED = frozenset({"terminated", "blocked"})
PAID_IN = frozenset({"cash", "stock", "cash_part", "stock_part"})
# Parts of the money of a deal that have a subject of their own.
SHARES = frozenset({"placement", "proceeds", "backer"})
# "has raised $9m in equity and debt altogether"; readings that are nearly as good
TOTAL_REACH, NEARLY = 12, 8
ROUNDS = frozenset({"round", "fresh money"})
PRICES = frozenset({"price", "value", "bill"})
ALTOGETHER, HAS, OPENS_WITH = ("altogether",), frozenset({"has", "have", "had"}), 5
GIVES = "contributing $"
FROM = frozenset({"from", "from|by", "from|provided|contributed|supplied|put"})
# A "$3 million pipe" may carry gas.
PRIVATE = frozenset({"private", "placement", "investors", "equity"})
# How far "value" stands before "the company at up to $1.5 billion including debt".
VALUE_REACH = 8
# "before this round it had raised": less than all that was raised by now
BEFORE_ROUND = "before|until"
# "a primary infusion of $6 million"
TRANCHE_REACH = 6


def _tranche(context: Context, place: int) -> str:
    """Marks the part of a deal that is new money or goes to those who sell."""
    before = context.words[max(place - TRANCHE_REACH, 0) : place]
    last = max((at for at, word in enumerate(before) if word == MONEY), default=-1)
    found = figure_words("tranches").intersection(before[last + 1 :])
    return f": {min(found)} part" if found and context.scene.rank else ""


def _is_value_of_whole(context: Context, figure: Figure, meaning: Reading) -> bool:
    """Whether a sum is what all of the target is worth, where only a part of it is bought."""
    if not context.story.is_part_purchase:
        return False
    if meaning.block.basis in WHOLE_VALUE:
        return True
    before = context.words[max(figure.place - VALUE_REACH, 0) : figure.place]
    return meaning.block.basis == "including_debt" and not groups()["value_verb"].isdisjoint(before)


def _is_by_side(context: Context, place: int) -> bool:
    """Whether it is a side of the deal that made an earlier offer, however long ago."""
    bidder = subjects.subject_before(context, place)
    return bidder is None or is_side(context, bidder)


def _is_for_end(context: Context) -> bool:
    """Whether money that changes hands is no price: the purchase of the story has ended."""
    if context.parties.by_funding:
        return False
    return any(told.term in ENDED for each in context.story.stages.values() for told in each)


def _is_result(context: Context) -> bool:
    """Whether earnings or a dividend are counted per share, and the whole sum behind them."""
    return not figure_words("per_share_results").isdisjoint(context.vocabulary)


def _share(context: Context, figure: Figure, meaning: Reading) -> str | None:
    """Whose or which part of the money of a deal a sum is; None where it is none.

    The shares placed beside a merger, what a company gets by it, what one backer puts in.
    """
    about, story = meaning.block.about, context.story
    if about == "placement" and not story.is_by_shell:
        return about if not PRIVATE.isdisjoint(context.vocabulary) else None
    if about != "backer":
        return about
    parties = context.parties
    if meaning.pattern.endswith(GIVES) and not parties.by_funding:
        return None  # "a drug that contributed $9m of its sales"
    is_told = None not in (parties.acquirer, parties.target) or story.stages or parties.by_funding
    backer = subjects.subject_before(context, figure.place) if is_told else None
    if parties.by_funding and (backer is None or not FROM.isdisjoint(meaning.pattern.split())):
        behind = (each.name for each in context.organisations if each.place > figure.place)
        backer = next(behind, backer)  # "of this sum $7m comes from Acme"
    is_equity = "equity" in context.words[figure.place : figure.place + TRANCHE_REACH]
    if backer is not None and is_equity and is_side(context, backer):
        return "equity part"
    nouns = groups()["round_noun" if parties.by_funding else "purchase_noun"] | PRICES
    is_unnamed = backer is None and not nouns.isdisjoint(context.vocabulary)
    return "a backer" if is_unnamed else backer


def _is_of_new_shares(context: Context, place: int) -> bool:
    """Whether a round sells new shares for it: "raised $9m in equity financing"."""
    behind = context.words[place + 1 : place + 1 + TRANCHE_REACH]
    return context.parties.by_funding and not groups()["round_noun"].isdisjoint(behind)


def _meanings(context: Context) -> Iterator[tuple[Figure, Reading]]:
    """Every sum with its strongest reading; proceeds only where a company goes public by a shell.

    Elsewhere "has raised $9m" and "received $9m" tell of a round or a price.
    """
    for figure in context.figures:
        if figure.sign != MONEY:
            continue
        for meaning in figure.meanings:
            block = meaning.block
            if block.attribute in ATTRIBUTES and is_open(context, figure.place, meaning):
                yield figure, _as_total(context, figure, meaning)
                break


def _as_total(context: Context, figure: Figure, meaning: Reading) -> Reading:
    """The reading as all that was raised, where it is nearly as good: "raised $9m altogether"."""
    behind = context.words[figure.place : figure.place + TOTAL_REACH]
    if meaning.block.attribute != "deal_amount":
        return meaning
    if context.words[:1] == ALTOGETHER and not HAS.isdisjoint(context.words[:OPENS_WITH]):
        # "Altogether it has secured funding of $9m"
        return meaning._replace(block=meaning.block._replace(attribute="total_raised"))
    if figure_words("altogether").isdisjoint(behind):
        return meaning
    totals = (each for each in figure.meanings if each.block.attribute == "total_raised")
    return next((each for each in totals if each.score >= meaning.score - NEARLY), meaning)


def _is_for_each(words: tuple[str, ...], place: int) -> bool:
    """Whether a sum is what one of many costs: "to pay 150,000 won ($115) for each share"."""
    behind = words[place + 1 : place + 3]
    if behind[:1] == (CONVERSION,):
        behind = words[place + 2 : place + 4]
    return behind == ("for", "each")


def _typed(context: Context) -> Iterator[Draft]:
    for figure, meaning in _meanings(context):
        if not is_large(figure) and meaning.block.about != "token":
            continue
        if _is_for_each(context.words, figure.place) or is_handed_back(context, figure.place):
            continue
        if meaning.block.about in SHARES:
            share = _share(context, figure, meaning)
            if share is not None and not is_other_deal(context, figure.place):
                yield draft(figure, meaning, f"{context.parties.label}: {share}")
            continue
        if meaning.block.about == "whole" and _is_result(context):
            continue
        is_put_in = meaning.block.about == "round" or "{investment_noun}" in meaning.pattern
        if is_put_in and _is_for_end(context):
            continue
        others = apart(context, figure.place) or another_sort(context, meaning)
        if others is not None:
            yield draft(figure, meaning, others, attribute="other_amount")
            continue
        attribute, subject = _means(context, figure, meaning)
        modality = stance.report(context, figure.place)
        if attribute == "total_raised" and meaning.pattern.startswith(BEFORE_ROUND):
            subject, modality = f"{subject}: before this round", Modality.FORMER
        basis = stated_basis(figure, meaning) if attribute == "deal_amount" else None
        if meaning.block.basis == Basis.STOCK_PART and _is_of_new_shares(context, figure.place):
            basis = Basis.UNSPECIFIED
        if ":" in subject and basis is None and meaning.block.basis in PAID_IN:
            basis = Basis.UNSPECIFIED  # the subject says whose cash part it is
        yield draft(figure, meaning, subject, attribute=attribute, basis=basis, modality=modality)


def _means_total(context: Context, place: int, meaning: Reading) -> tuple[str, str]:
    """Attribute and subject of a sum that reads as all that was raised: by others, a price."""
    if meaning.pattern.endswith("the total to _ $") and not context.parties.by_funding:
        return "deal_amount", context.parties.label
    other = other_raiser(context, place)
    if other is not None:
        return "other_amount", f"money raised by {other}"
    return "total_raised", context.parties.target or "the company"


def _means(context: Context, figure: Figure, meaning: Reading) -> tuple[str, str]:
    """Attribute and subject of a sum by whose deal it is and what it buys there."""
    attribute, place = meaning.block.attribute, figure.place
    if attribute == "total_raised":
        return _means_total(context, place, meaning)
    if _is_value_of_whole(context, figure, meaning) or (
        attribute == "deal_amount" and is_worth(context, meaning)
    ):
        return "valuation", context.parties.target or "the company"
    if (part := part_of_price(context, meaning)) is not None:
        return attribute, f"{context.parties.label}: {part}"
    if attribute == "deal_amount" and (told := whose(context, figure, meaning)) is not None:
        return told
    if "{invest}" in meaning.pattern and (into := invested(context, place, meaning)) is not None:
        return into
    if (other := elsewhere(context, place, meaning)) is not None:
        return "other_amount", other
    if attribute == "prior_offer" and _is_by_side(context, place):
        return attribute, context.parties.label
    if is_other_deal(context, place) or (
        meaning.block.about in ROUNDS and is_other_round(context, place)
    ):
        bought = subjects.object_near(context, place)
        is_named = bought is not None and not is_side(context, bought)
        return "other_amount", f"another deal: {bought}" if is_named else "an earlier deal"
    if (who := backer(context, figure, meaning)) is not None:
        return attribute, f"{context.parties.label}: {who}"
    if meaning.block.about == "round" and context.story.is_by_shell:
        return attribute, f"{context.parties.label}: proceeds"
    return attribute, f"{context.parties.label}{_tranche(context, place)}"


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make a price, an offer or a total raised."""
    yield from _typed(context)
    yield from undisclosed(context)
    yield from clause_prices(context)
