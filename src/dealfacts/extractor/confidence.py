"""How sure a claim is, from 0 to 1, and what makes it less sure: the words around its figure.

Starts from how often claims of an attribute are right and takes off for each sign of a misreading.
The signs and their weights were set on the development deals with even numbers and checked on the
others: claims above the median are right more often than those below. Refuses to judge whether
what the article says is true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dealfacts.extractor import which_deal
from dealfacts.extractor.own_sides import is_side

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.draft import Draft

# Points off, and why.
Doubt: TypeAlias = tuple[int, str]

# The best claims are wrong three times in a hundred; the points of all doubts are hundredths.
BEST, LEAST = 97, 5
# How much more often claims of these attributes are wrong than those of the others.
OF_ATTRIBUTE = {
    "founded": 8,
    "prior_valuation": 8,
    "deal_status": 6,
    "announcement_date": 5,
    "spending": 5,
    "valuation": 5,
    "deal_amount": 4,
    "debt": 4,
    "headcount": 4,
    "release_date": 4,
    "unit_name": 4,
    "board_seat": 3,
    "stake": 3,
    "profit": 2,
    "revenue": 2,
    "total_raised": 2,
}
# The strength of the cue from which on it takes nothing off, little, more; below that, most.
STRONG, PLAIN, WEAK = 99, 75, 65
# Two readings whose strengths differ by less are nearly as good as each other.
NEARLY = 8
# From which sentence on a story has left its own deal as often as not.
DEEP = 6
MOST_OTHERS = 2


class Told(NamedTuple):
    """How often the article makes the same claim, and how many values it gives for one thing."""

    times: int
    values: int


class Sentence(NamedTuple):
    """What a sentence as a whole makes doubtful, and its figures by where they start."""

    doubts: tuple[Doubt, ...]
    figures: Mapping[int, Figure]


class Sure(NamedTuple):
    """The confidence in a claim, 0 to 1, and the doubts that lowered it, the gravest first."""

    confidence: float
    doubts: tuple[str, ...]


def sentence(context: Context) -> Sentence:
    """What is asked once for all claims of a sentence."""
    figures = {figure.mention.start: figure for figure in context.figures}
    return Sentence(tuple(_around(context)), figures)


def confidence(draft: Draft, here: Sentence, told: Told) -> Sure:
    """How sure a draft is in its sentence and its article."""
    doubts = sorted((*_doubts(draft, here, told), *here.doubts), key=lambda doubt: -doubt[0])
    points = BEST - OF_ATTRIBUTE.get(draft.attribute, 0) - sum(points for points, _ in doubts)
    if told.times > 1:
        points += 2
    reasons = tuple(f"less sure: {words}" for _, words in doubts)
    return Sure(round(min(max(points, LEAST), BEST) / 100, 2), reasons)


def _doubts(draft: Draft, here: Sentence, told: Told) -> Iterator[Doubt]:
    """The doubts about one draft."""
    if draft.score < STRONG:
        yield 2 if draft.score >= PLAIN else 6 if draft.score >= WEAK else 12, "a weaker cue"
    rival = _rival(draft, here)
    if rival is not None:
        yield 8, f"the words read nearly as well as {rival}"
    if told.values > 1:
        yield 3, "the article gives other values as well"


def _around(context: Context) -> Iterator[Doubt]:
    """The doubts about all claims of a sentence."""
    if not context.speaks_of_deal:
        yield 4, "the sentence names no side of the deal"
    named = {each.name for each in context.organisations}
    others = sum(not is_side(context, name) for name in named)
    if others:
        yield 2 * min(others, MOST_OTHERS), "other companies stand in the sentence"
    if _is_old(context):
        yield 4, "a date of long ago stands in the sentence"
    if which_deal.how_deep(context) >= DEEP:
        yield 4, "far down in the article"
    if None in (context.parties.acquirer, context.parties.target):
        yield 2, "a side of the deal is not known"


def _rival(draft: Draft, here: Sentence) -> str | None:
    """The attribute that the words around the figure could give it nearly as well."""
    figure = here.figures.get(draft.start)
    if figure is None or not figure.meanings:
        return None
    nearly = figure.meanings[0].score - NEARLY
    for meaning in figure.meanings:
        if meaning.block.attribute != draft.attribute and meaning.score > nearly:
            return meaning.block.attribute
    return None


def _is_old(context: Context) -> bool:
    """Whether the sentence has a date well before the article."""
    published = context.scene.article.published
    return published is not None and any(
        mention.value.earliest is not None
        and published - mention.value.earliest > which_deal.LONG_AGO
        for _, mention in context.dates
    )
