"""The price or size of the deal or round, its parts, earlier offers, and all money raised so far.

Leaves alone: the prices of other deals and other rounds, which become `other_amount` with what
they are the price of as subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.extractor.figure_claims import draft, figures, is_large
from dealfacts.extractor.parties import BUYER
from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.cues import groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.readings import Reading

ATTRIBUTES = ("deal_amount", "prior_offer", "total_raised")

# A sum behind "for" in a sentence that says who buys the target; a bare sum in the headline.
BEHIND_FOR_SCORE, HEADLINE_SCORE = 72, 50
# The lead of a story is about its own deal, whatever dates stand in it.
LEAD = 4


def _is_other_deal(context: Context, place: int) -> bool:
    """Whether the sum at `place` is the price of another deal than the article's."""
    sides = {context.parties.target, context.parties.acquirer, context.parties.seller}
    bought = context.object_near(place)
    if bought is not None and bought not in sides:
        return True
    buyer = context.role_near(place, BUYER)
    has_lead = context.scene.number < LEAD or context.is_heading
    if buyer is not None and buyer not in sides and not has_lead:
        return True
    return not has_lead and context.is_long_ago(place)


def _is_other_round(context: Context, place: int, meaning: Reading) -> bool:
    """Whether the money went to another company, or was an earlier round of this one."""
    if meaning.block.about != "round" or context.is_heading:
        return False
    owner = context.subject_before(place)
    sides = {context.parties.target, context.parties.acquirer}
    if owner is not None and owner not in sides and context.scene.number >= LEAD:
        return True
    label = context.round_label(place)
    main = context.main_round
    return label is not None and main is not None and label != main


def _typed(context: Context) -> Iterator[Draft]:
    for figure, meaning in figures(context, MONEY, *ATTRIBUTES):
        attribute = meaning.block.attribute
        if attribute == "total_raised":
            subject = context.parties.target or "the company"
        elif _is_other_deal(context, figure.place) or _is_other_round(
            context, figure.place, meaning
        ):
            attribute = "other_amount"
            bought = context.object_near(figure.place)
            subject = f"another deal: {bought}" if bought else "an earlier deal"
        else:
            subject = context.parties.label
        if is_large(figure):
            modality = context.report(figure.place)
            yield draft(figure, meaning, subject, attribute=attribute, modality=modality)


def _untyped(context: Context, figure: Figure) -> Draft | None:
    """A sum that no pattern explains: behind "for" beside the target, or alone in the title."""
    words = context.scene.row.words
    place = figure.place
    before = words[place - 1] if place else ""
    buys = groups()["acquire"] | groups()["purchase_noun"] | groups()["sell"]
    score = 0
    if before in {"for", "at"} and not buys.isdisjoint(words[:place]):
        score = BEHIND_FOR_SCORE
    elif context.is_heading and context.scene.number == 0:
        score = HEADLINE_SCORE
    sides = {context.parties.target, context.parties.acquirer} - {None}
    named = any(name in sides for _, _, name in context.names())
    if not score or not named or not is_large(figure) or _is_other_deal(context, place):
        return None
    mention = figure.mention
    return Draft(
        attribute="deal_amount",
        subject=context.parties.label,
        start=mention.start,
        end=mention.end,
        value=mention.value,
        score=score,
        reasons=("a sum behind a purchase of the target, or alone in the title",),
        hedge=mention.hedge,
        restated=mention.restated,
    )


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make a price, an offer or a total raised."""
    yield from _typed(context)
    for figure in context.figures:
        if figure.sign == MONEY:
            found = _untyped(context, figure)
            if found is not None:
                yield found
