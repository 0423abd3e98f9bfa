"""The intervals of a disputed quantity on one axis: what each camp's words can mean.

A thick bar is what a copy editor would accept (typical), a thin one reaches as far as the words can
be true at all (strict). Positions are percent of the width, so that the page can be of any size.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.quantity import Interval, Quantity
from dealfacts.model.values import Count, Money, Multiple, Percent
from dealfacts.model.vocabulary import Hedge
from dealfacts.reports import _wording
from dealfacts.reports._html.views import Bar, Camp, Plot, Tick

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.values import Figure, Value

# Pixels: a row with its text and bars, and the axis below the last row.
ROW, AXIS = 40, 30
# Percent kept free left and right.
MARGIN = 3.0
# A bar is never thinner than this, in percent.
THINNEST = 0.5
# Figures further apart than this factor would shrink to dots on a linear axis.
FAR_APART = 25
TICKS = 7
SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"),
          (Decimal(10) ** 6, "million"), (Decimal(10) ** 3, "thousand"))  # fmt: skip


class Entry(NamedTuple):
    """A camp with the figure of its best claim."""

    camp: Camp
    claim: Claim
    figure: Quantity


class Axis(NamedTuple):
    """The shown range of numbers, linear or logarithmic."""

    low: float
    high: float
    is_log: bool

    def at(self, number: float) -> float:
        """Where `number` is, in percent of the width, kept inside it."""
        turn: Callable[[float], float] = math.log10 if self.is_log else float
        number = min(max(number, self.low), self.high)
        share = (turn(number) - turn(self.low)) / (turn(self.high) - turn(self.low))
        return MARGIN + share * (100 - 2 * MARGIN)


def plot(sides: Sequence[tuple[Camp, Claim]]) -> Plot | None:
    """The plot of camps with their best claims; None if they are not figures of one kind."""
    if len({_kind(claim.value) for _, claim in sides}) != 1:
        return None
    entries = [
        Entry(camp, claim, Quantity.of(figure, claim.hedge))
        for camp, claim in sides
        for figure in [_figure(claim.value)]
        if figure is not None
    ]
    if not entries:
        return None
    axis = _axis([each.figure for each in entries])
    # Over powers of ten the least figure sets the scale, or it would have to be a fraction.
    figures = [each.figure for each in entries]
    measure = min(f.low for f in figures) if axis.is_log else max(f.high for f in figures)
    scale, unit = _unit(entries[0].claim.value, measure)
    bars = tuple(_bar(each, at, axis) for at, each in enumerate(entries))
    told = "; ".join(f"{bar.camp.letter}: {bar.text}" for bar in bars)
    return Plot(bars, _ticks(axis, scale), unit, ROW * len(bars) + AXIS, told)


def _figure(value: Value) -> Figure | None:
    match value:
        case Money() | Percent() | Count() | Multiple():
            return value
        case _:
            return None


def _kind(value: Value) -> str:
    return f"{value.type} {value.currency}" if isinstance(value, Money) else value.type


def _axis(figures: Sequence[Quantity]) -> Axis:
    spans = [span for each in figures for span in (each.typical, each.strict)]
    ends = [float(n) for span in spans for n in (span.low, span.high) if n is not None]
    low, high = min(ends), max(ends)
    if low > 0 and high / low > FAR_APART:
        return Axis(low / 1.5, high * 1.5, is_log=True)
    pad = (high - low or abs(high) or 1.0) * 0.08
    return Axis(low - pad, high + pad, is_log=False)


def _bar(entry: Entry, at: int, axis: Axis) -> Bar:
    figure = entry.figure
    is_range = figure.hedge in {Hedge.RANGE, Hedge.VAGUE}
    return Bar(
        camp=entry.camp,
        text=_wording.printed(entry.claim),
        top=at * ROW,
        typical=_extent(figure.typical, axis),
        strict=_extent(figure.strict, axis),
        point=None if is_range else f"{axis.at(float(figure.point)):.2f}",
        is_open=figure.strict.high is None,
    )


def _extent(span: Interval, axis: Axis) -> tuple[str, str]:
    start = axis.at(float(span.low))
    end = axis.at(axis.high if span.high is None else float(span.high))
    width = max(end - start, THINNEST)
    return f"{start - max(width - end + start, 0) / 2:.2f}", f"{width:.2f}"


def _unit(value: Value, measure: Decimal) -> tuple[float, str]:
    """What the numbers of the axis count: a divisor of the size of `measure`, and its name."""
    scale, name = next(((float(size), name) for size, name in SCALES if measure >= size), (1.0, ""))
    match value:
        case Money(currency=currency):
            return scale, f"{name} {currency}".strip()
        case Percent():
            return 1.0, "percent"
        case Multiple():
            return 1.0, "times"
        case Count(unit=unit):
            return scale, f"{name} {unit}".strip()
        case _:
            return 1.0, ""


def _ticks(axis: Axis, scale: float) -> tuple[Tick, ...]:
    low, high = axis.low / scale, axis.high / scale
    numbers = _powers(low, high) if axis.is_log else _steps(low, high)
    return tuple(Tick(f"{axis.at(n * scale):.2f}", f"{n:.6g}") for n in numbers)


def _steps(low: float, high: float) -> list[float]:
    """Round numbers between `low` and `high`, TICKS of them or a few less."""
    rough = (high - low) / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
    first = math.ceil(low / step)
    return [number * step for number in range(first, math.floor(high / step) + 1)]


def _powers(low: float, high: float) -> list[float]:
    """Powers of ten between `low` and `high`, a half of each if they are few."""
    exponents = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    found = [10.0**exponent for exponent in exponents]
    if len(found) < TICKS - 2:
        found = sorted([*found, *(number * 3 for number in found)])
    return [number for number in found if low <= number <= high]
