"""When the deal was announced or signed, and when it closed or is to close.

Leaves alone: trading days, court dates, dates of other deals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.date_claims import dated
from dealfacts.extractor.draft import Draft
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.speech import speech
from dealfacts.model.vocabulary import Grain, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("announcement_date", "closing_date")

OPENING = 7
NEWS_SCORE = 60


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every date that the words make a step of the article's deal."""
    if not context.speaks_of_deal:
        return
    seen: set[int] = set()
    for date in dated(context, *ATTRIBUTES):
        seen.add(date.place)
        if date.meaning.block.attribute == "announcement_date" and _is_history(context, date.place):
            continue
        modality = Modality(date.meaning.block.modality or "actual")
        yield date.draft(context.parties.label, modality=modality)
    if context.scene.number >= OPENING or context.is_heading:
        return
    for place, mention in context.dates:
        if place not in seen and mention.value.grain is Grain.DAY and _is_news(context):
            yield Draft(
                attribute="announcement_date",
                subject=context.parties.label,
                start=mention.start,
                end=mention.end,
                value=mention.value,
                score=NEWS_SCORE,
                reasons=("a day in the opening, beside the deal",),
            )
            return


def _is_history(context: Context, place: int) -> bool:
    """Whether the sentence tells of another deal than the article's."""
    bought = subjects.object_near(context, place)
    return bought is not None and bought not in {
        context.parties.target,
        context.parties.acquirer,
    }


def _is_news(context: Context) -> bool:
    """Whether the sentence announces: it has a verb of saying or buying and no trading words."""
    words = frozenset(context.scene.row.words)
    if words & kind_words("trading"):
        return False
    return bool(
        words & speech().say or words & groups()["acquire"] or words & kind_words("announcing")
    )
