"""Reads counts of units: two weeks ago, in 12 to 18 months, six months ended June 30, year to May.

Same contract as date_units.py: tokens and a position in, a form and the position behind it out.
Refuses counts from another moment of the story ("two weeks later") and plain durations.
"""

from __future__ import annotations

from collections.abc import Callable

from dealfacts.extractor.readers.date_forms import Ended, Form, Offset, Running, Span, Unit, Vague
from dealfacts.extractor.readers.date_units import TWO, Read, Tokens, skip
from dealfacts.model.vocabulary import Grain

One = Callable[[Tokens, int], Read | None]
ENDS = frozenset({"ended", "ending", "to"})


def quantity(tokens: Tokens, at: int) -> tuple[int, int, str, int] | None:
    """Two years, 12 to 18 months, a couple of weeks: low, high, unit and the position behind.

    A number that the text leaves open ("a few") is 0.
    """
    low = _number(tokens, at)
    if low is None:
        return None
    high, behind = low
    if tokens[behind].kind in ("to", "-", "or") and (second := _number(tokens, behind + 1)):
        high, behind = second
    behind = skip(tokens, behind, "of", "-")
    if tokens[behind].kind != "unit":
        return None
    return low[0], high, tokens[behind].name, behind + 1


def _number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Two, 18, a, a couple, a few."""
    token, following = tokens[at], tokens[at + 1]
    if token.kind == "digits" and len(token.name) <= TWO:
        return token.value, at + 1
    if token.kind != "number":
        return None
    if token.name == "a" and following.name in ("couple", "few"):
        return following.value, at + 2
    return token.value, at + 1


def counted(tokens: Tokens, at: int, one: One) -> Read | None:
    """A quantity with what it is counted from: now, or a date that ends it."""
    opener = tokens[at].kind if tokens[at].kind in ("in", "within") else ""
    start = skip(tokens, at, "in", "within")
    if opener == "within":
        start = skip(tokens, skip(tokens, start, "the"), "shift")
    found = quantity(tokens, start)
    if found is None:
        return None
    low, high, unit, behind = found
    ends = skip(tokens, skip(tokens, behind, "-"), "period")
    if tokens[ends].kind in ENDS and not opener:
        return ended(tokens, high, unit, ends, one)
    if tokens[behind].kind == "ago":
        return _both(low, high, Offset(-high, unit), Offset(-low, unit)), behind + 1
    if tokens[behind].kind == "hence":
        return _both(low, high, Offset(low, unit), Offset(high, unit)), behind + 1
    if tokens[behind].kind == "from" and tokens[behind + 1].kind in ("now", "relative"):
        return _both(low, high, Offset(low, unit), Offset(high, unit)), behind + 2
    if opener == "in":
        first, last = Offset(low, unit, ahead=True), Offset(high, unit, ahead=True)
        return _both(low, high, first, last), behind
    if opener == "within":
        return (Running(high, unit, within=True) if high else Vague()), behind
    return None


def half_ago(tokens: Tokens, at: int) -> Read | None:
    """Half a year ago is six months ago; of other units it fixes nothing."""
    half, article, unit, ago = tokens[at : at + 4]
    if (half.name, article.name, unit.kind, ago.kind) != ("half", "a", "unit", "ago"):
        return None
    return (Offset(-6, "month") if unit.name == "year" else Vague()), at + 4


def _both(low: int, high: int, first: Form, last: Form) -> Form:
    """One form, a span of two, or nothing fixed for "a few"."""
    if not low or not high:
        return Vague()
    return first if low == high else Span(first, last)


def ended(tokens: Tokens, count: int, unit: str, at: int, one: One) -> Read | None:
    """Six months ended June 30, year to March 31, 1987; `at` is the word behind the unit."""
    start = skip(tokens, at + 1, "on", "in")
    if not count or tokens[start].kind in ("relative", "shift", "weekday"):
        return None
    inner = one(tokens, start)
    if inner is None or not isinstance(inner[0], Unit):
        return None
    if inner[0].grain not in (Grain.DAY, Grain.MONTH) or not inner[0].place:
        return None
    return Ended(count, unit, inner[0]), inner[1]
