"""From the meanings of a figure to drafts: what all kinds that are about figures share."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from dealfacts.extractor.draft import Draft
from dealfacts.extractor.mention import Mention
from dealfacts.model.values import Money, Percent
from dealfacts.model.vocabulary import Basis, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.readings import Reading
    from dealfacts.model.values import Count, Multiple

# Smaller sums are prices of things; deals reported in the news start in the tens of thousands.
SMALLEST_DEAL = 20_000
# What a weaker reading of the words around a price may add to it, and how weak it may be.
STATED = frozenset({"equity", "enterprise", "including_debt", "earn_out"})
STATED_SCORE = 70
# A reading by a noun and a frame that skips at most a few words.
SIZE_SCORE = 80
# "$3 million" is written in millions; a share costs "$253", "£12.50" or "1,250 yen".
LARGEST_UNIT_GRANULE = 1000


def restatement(figure: Figure) -> Mention[Money] | None:
    """The sum in other currencies that stands in brackets behind a figure, one in the other."""
    return _as_money(figure.mention.restated)


def _as_money(
    told: Mention[Money] | Mention[Percent] | Mention[Count | Multiple] | None,
) -> Mention[Money] | None:
    if told is None or not isinstance(told.value, Money):
        return None
    return Mention(told.start, told.end, told.value, told.hedge, _as_money(told.restated))


def in_third_money(draft: Draft) -> Iterator[Draft]:
    """The same claim by the second conversion and those behind it: "€1bn (£0.9bn; $1.1bn)"."""
    told = draft.restated.restated if draft.restated is not None else None
    while told is not None:
        yield draft._replace(
            start=told.start, end=told.end, value=told.value, hedge=told.hedge, restated=None
        )
        told = told.restated


Signed = TypeVar("Signed", Money, Percent)


def negative(value: Signed) -> Signed:
    """A sum with its sign turned: a loss as a profit below zero. Granules stay sizes."""
    upper = value.granule_high
    return value.model_copy(
        update={
            "low": -value.high,
            "high": -value.low,
            "granule": value.granule if upper is None else upper,
            "granule_high": None if upper is None else value.granule,
        }
    )


def best(figure: Figure, *attributes: str) -> Reading | None:
    """The strongest meaning of a figure among some attributes."""
    for meaning in figure.meanings:
        if meaning.block.attribute in attributes:
            return meaning
    return None


def is_large(figure: Figure) -> bool:
    """Whether a sum can be the price of a company: no price of a share, a meal or a ticket."""
    value = figure.mention.value
    return isinstance(value, Money) and value.high >= SMALLEST_DEAL


def is_size(figure: Figure) -> bool:
    """Whether a sum is tied to a noun of dealing that it is the size of: "the round was put at".

    Not where that noun is what a merger makes: "the combination would be valued at".
    """
    if any(each.block.about == "union" for each in figure.meanings):
        return False
    return any(each.block.frames and each.score >= SIZE_SCORE for each in figure.meanings)


def is_unit_price(figure: Figure) -> bool:
    """Whether a sum can be the price of one share: written out, without a scale word."""
    value = figure.mention.value
    return isinstance(value, Money) and value.granule < LARGEST_UNIT_GRANULE


def figures(context: Context, sign: str, *attributes: str) -> Iterator[tuple[Figure, Reading]]:
    """Every figure of one sign with its strongest meaning among `attributes`."""
    for figure in context.figures:
        if figure.sign == sign:
            meaning = best(figure, *attributes)
            if meaning is not None:
                yield figure, meaning


def draft(  # noqa: PLR0913  a claim has as many qualifiers
    figure: Figure,
    meaning: Reading,
    subject: str,
    *,
    attribute: str | None = None,
    period: str | None = None,
    basis: Basis | None = None,
    modality: Modality | None = None,
    score: int | None = None,
) -> Draft:
    """A draft for a figure with the qualifiers that the cue pattern or the kind gives it."""
    mention = figure.mention
    block = meaning.block
    return Draft(
        attribute=attribute or block.attribute,
        subject=subject,
        start=mention.start,
        end=mention.end,
        value=mention.value,
        score=meaning.score if score is None else score,
        reasons=(f"the words read as: {meaning.pattern}",),
        hedge=mention.hedge,
        period=period,
        basis=basis or Basis(block.basis),
        modality=modality or (Modality(block.modality) if block.modality else Modality.ACTUAL),
        restated=restatement(figure),
    )


def stated_basis(figure: Figure, meaning: Reading) -> Basis | None:
    """The basis that the words state further off, where the best reading leaves it open.

    "Debt left aside, the deal is valued at $2bn"; "up to $5bn in cash or stock as an earn-out".
    """
    if meaning.block.basis != Basis.UNSPECIFIED:
        return None
    for other in figure.meanings:
        block = other.block
        if block.basis in STATED and block.attribute == "deal_amount":
            return Basis(block.basis) if other.score >= STATED_SCORE else None
    return None
