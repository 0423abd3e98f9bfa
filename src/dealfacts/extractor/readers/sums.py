"""Figures joined with their currency to sums, two ends joined to a range, cents to their dollars.

It refuses to say which country's dollar is meant and whether a figure without a currency is money;
`money` does both with the whole article in view.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.currencies import Behind, after
from dealfacts.extractor.readers.figures import CURRENCY, Figure
from dealfacts.extractor.readers.numbers import ONE, following
from dealfacts.extractor.readers.ranges import bare_before, is_joint, rises
from dealfacts.lexicon.currencies import Unit, country_behind, spellings
from dealfacts.lexicon.figures import scales

if TYPE_CHECKING:
    from dealfacts.extractor.readers.survey import Survey

HUNDRED = Decimal(100)
HUNDREDTH = Decimal("0.01")


class Sum(NamedTuple):
    """A sum while its text is still being read; `unit` None is a figure without a currency."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    granule: Decimal
    granule_high: Decimal | None
    scale: Decimal
    unit: Unit | None
    vague: bool = False

    @property
    def scaled(self) -> bool:
        """Whether the sum carries a scale word."""
        return self.scale > 1


def gather(survey: Survey) -> list[Sum]:
    """All sums of a text, ascending, and scaled figures that may be sums (`unit` None)."""
    sums: list[Sum] = []
    text = survey.text
    for figure in survey.figures:
        if figure.unit is None and not figure.tags & CURRENCY and not figure.scaled:
            if figure.spoken and sums:
                _with_words(text, sums, figure)
            continue
        found = _sum(text, figure)
        if found is not None:
            _join(text, sums, found)
    return sums


def _sum(text: str, figure: Figure) -> Sum | None:
    """The figure with its currency; None where it cannot be money."""
    if figure.part:
        return None
    unit, start, end = figure.unit, figure.opening, figure.end
    factor = ONE
    if figure.tags & CURRENCY:
        behind = after(text, end, figure.high, scaled=figure.scaled)
        if behind is None:
            behind = _of_currency(text, figure)
        if behind is not None and (unit is None or same_money(unit, behind.unit)):
            if unit is None or not behind.unit.others:
                unit = behind.unit
            end = behind.end
            if not figure.scaled and text[end - 1] in spellings().signs:
                factor, end = _scale_behind_sign(text, end)
    elif figure.low != figure.high and figure.word == "of":
        behind = _of_currency(text, figure)
        if behind is not None:
            unit, end = behind.unit, behind.end
    unit, end = _of_country(text, unit, end)
    low, high, granule = figure.low, figure.high, figure.granule
    scale = figure.scale
    if unit is None and (scale == ONE or (figure.low != figure.high and figure.word == "of")):
        return None  # "thousands of lawyers"
    if unit is not None and (unit.minor != 1 or unit.times != 1):
        factor = factor * unit.times / unit.minor
    if factor != 1:
        low, high, granule, scale = low * factor, high * factor, granule * factor, scale * factor
    return Sum(start, end, low, high, granule, None, scale, unit, figure.low != figure.high)


def _scale_behind_sign(text: str, end: int) -> tuple[Decimal, int]:
    """The scale behind a sign that follows its number, and where it ends: "5$| million"."""
    word, _, last = following(text, end)
    scale = scales().words.get(word)
    return (ONE, end) if scale is None else (scale, last)


def _of_country(text: str, unit: Unit | None, end: int) -> tuple[Unit | None, int]:
    """Whose dollar a sum is by the word behind it, and where that ends: "$5-million (U.S.)|"."""
    if unit is None or not unit.home or unit.minor != 1 or text[end : end + 1] != " ":
        return unit, end
    known, told = country_behind(unit)
    match = known.match(text, end)
    if match is None:
        return unit, end
    said = match["said"]
    if said is not None:
        return Unit(told[said]), end
    return Unit(told[match["closed"] or match["open"]]), match.end()


def _of_currency(text: str, figure: Figure) -> Behind | None:
    """As in "tens of billions of| dollars"."""
    if figure.word != "of":
        return None
    return after(text, figure.word_end, figure.high, scaled=True)


def same_money(prefix: Unit, suffix: Unit) -> bool:
    """Whether "$5 million USD" names one currency twice."""
    return suffix.code in (prefix.code, *prefix.others) or prefix.code in suffix.others


def _join(text: str, sums: list[Sum], new: Sum) -> None:
    """Adds `new`, as the second end of a range where a joint ties it to the sum before."""
    if sums:
        last = sums[-1]
        if new.start < last.end:
            return
        joined = _range(text, last, new) or _with_cents(text, last, new)
        if joined is not None:
            sums[-1] = joined
            return
    if new.unit is not None or new.scaled:
        low = bare_before(text, new.start) if not new.vague else None
        if low is not None and (not sums or low.start >= sums[-1].end):
            scale = new.scale
            if rises(low.low * scale, new.low):
                new = new._replace(
                    start=low.start,
                    low=low.low * scale,
                    granule=low.granule * scale,
                    granule_high=new.granule if new.granule != low.granule * scale else None,
                )
    sums.append(new)


def _range(text: str, first: Sum, second: Sum) -> Sum | None:
    if first.vague or second.vague or first.low != first.high:
        return None
    if not is_joint(text, first.end, second.start, first.start):
        return None
    if first.unit is None and second.unit is None and not (first.scaled and second.scaled):
        return None
    if first.unit and second.unit and not same_money(first.unit, second.unit):
        return None
    low, granule = first.low, first.granule
    if first.scale == 1 and second.scaled:
        scale = second.scale
        if rises(low * scale, second.high):
            low, granule = low * scale, granule * scale
    if not rises(low, second.high):
        return None
    return Sum(
        first.start,
        second.end,
        low,
        second.high,
        granule,
        second.granule if second.granule != granule else None,
        scale=second.scale,
        unit=first.unit or second.unit,
    )


def _with_cents(text: str, first: Sum, second: Sum) -> Sum | None:
    """As in "three dollars fifty cents" is one sum."""
    if first.unit is None or second.unit is None or second.unit.minor == 1:
        return None
    if first.unit.minor != 1 or first.scaled or first.low % 1 or second.low >= 1:
        return None
    if text[first.end : second.start] not in (" ", " and ", ", "):
        return None
    value = first.low + second.low
    return first._replace(end=second.end, low=value, high=value, granule=second.granule)


def _with_words(text: str, sums: list[Sum], figure: Figure) -> None:
    """As in "thirteen dollars forty five." is one sum where the sentence ends with it."""
    last = sums[-1]
    if (
        last.unit is None
        or last.unit.minor != 1
        or last.scaled
        or last.low % 1
        or figure.low >= HUNDRED
    ):
        return
    closed = figure.word == "" or not (figure.word[0].isalnum() or figure.word in "-%")
    if closed and not figure.part and text[last.end : figure.start] in (" ", " and "):
        value = last.low + figure.low / HUNDRED
        sums[-1] = last._replace(end=figure.end, low=value, high=value, granule=HUNDREDTH)
