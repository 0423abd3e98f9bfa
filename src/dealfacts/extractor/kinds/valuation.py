"""What the target is valued at in this deal, and what it was valued at before.

Leaves alone: stock market values and the worth of anything but a company.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import periods, stance
from dealfacts.extractor.figure_claims import draft, figures, is_large
from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.cues import groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("valuation", "prior_valuation")

# "a deal valued at $3bn" against "a deal that values Acme at $3bn"
PASSIVE = frozenset({"valued", "worth"})
DEAL_REACH = 9


def _is_price(context: Context, place: int) -> bool:
    """Whether the deal is what is valued: it is the subject, or all of the target is bought."""
    if context.story.is_whole_purchase:
        return True
    words = context.scene.row.words[max(place - DEAL_REACH, 0) : place]
    verbs = [at for at, word in enumerate(words) if word.startswith("valu") or word == "worth"]
    if not verbs:
        return False
    before = words[max(verbs[-1] - 3, 0) : verbs[-1]]
    return not groups()["deal_word"].isdisjoint(before) and words[verbs[-1]] in PASSIVE


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make a company's valuation."""
    for figure, meaning in figures(context, MONEY, *ATTRIBUTES):
        if not is_large(figure):
            continue
        modality = stance.report(context, figure.place)
        if meaning.block.attribute == "valuation" and _is_price(context, figure.place):
            subject, attribute = context.parties.label, "deal_amount"
        else:
            subject, attribute = context.parties.target or "the company", meaning.block.attribute
        period = periods.near(context, figure.place) if attribute == "prior_valuation" else None
        yield draft(figure, meaning, subject, attribute=attribute, modality=modality, period=period)
