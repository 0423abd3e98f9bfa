"""What a written date says before anyone looks at a calendar: the tree that the grammar builds.

Refuses to resolve: "June 24" stays a month and a day until `relative.py` gives it a year.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dealfacts.model.vocabulary import Grain


class Year(NamedTuple):
    """A year by number, or by steps from the year of publication (`shift`).

    `fiscal`: the text calls it a fiscal one, and `number` is the year in which it ends.
    """

    number: int | None = None
    shift: int = 0
    fiscal: bool = False


class Unit(NamedTuple):
    """One unit of the calendar, as far as it is written.

    `place` is the month (1 to 12), quarter, half or EDTF season within the year; `shift` counts
    units from the one of publication; `part` narrows it ("early"); -1 means no weekday.
    """

    grain: Grain
    year: Year | None = None
    place: int = 0
    day: int = 0
    weekday: int = -1
    shift: int | None = None
    part: str = ""


class Numeric(NamedTuple):
    """10/11/2023: two readings, day first or month first."""

    one: int
    two: int
    year: int


class Week(NamedTuple):
    """The `number`-th (0: the one around, -1: the last) week of, or the week around, a date."""

    inside: Form
    number: int = 0
    weekend: bool = False


class Offset(NamedTuple):
    """`times` units before (negative) or after the publication.

    `ahead` marks "in two years", which is a date only where something is still to come.
    """

    times: int
    unit: str
    ahead: bool = False


class Running(NamedTuple):
    """The past (negative) or next `times` units, up to or from the publication.

    `within` marks "within six months", which opens with the day of publication itself.
    """

    times: int
    unit: str
    within: bool = False


class Ended(NamedTuple):
    """`times` units that end with a date: the year ended March 31, 2023."""

    times: int
    unit: str
    last: Form


class Share(NamedTuple):
    """The first or last `times` units of a longer one: the first nine months of 2023."""

    times: int
    unit: str
    whole: Unit
    last: bool = False


class Span(NamedTuple):
    """From one date to another."""

    first: Form
    last: Form


class Vague:
    """Words near to a date that fix nothing: recently, recent years."""

    __slots__ = ()


Form = Unit | Numeric | Week | Offset | Running | Ended | Share | Span | Vague


def is_open(form: Form) -> bool:
    """Whether the form leaves a year or a week open, so that the direction matters."""
    match form:
        case Unit():
            return form.year is None and form.shift is None
        case Span():
            return is_open(form.first) or is_open(form.last)
        case Week():
            return is_open(form.inside)
        case Ended():
            return is_open(form.last)
        case Share():
            return is_open(form.whole)
        case _:
            return False


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A form and where it stands: its words, and offsets into the run that was parsed.

    A phrase is equal only to itself: runs are remembered, and so are their phrases. `doubt` says
    what else its words can be; `open` marks a form whose year or week depends on whether the
    words around it look ahead.
    """

    form: Form
    words: str
    start: int
    end: int
    doubt: str
    open: bool


class Placed(NamedTuple):
    """A date phrase at text[start:end]."""

    start: int
    end: int
    phrase: Phrase
