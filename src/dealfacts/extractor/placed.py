"""Names and days of a sentence with their place in the row; decides nothing about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from dealfacts.extractor.mention import Mention
    from dealfacts.model.values import PartialDate


class Named(NamedTuple):
    """A name of the sentence: its row place, its sign, and the long form of the name."""

    place: int
    sign: str
    name: str


class Stamp(NamedTuple):
    """A date of the sentence: its row place, and the date as read."""

    place: int
    mention: Mention[PartialDate]


class Day(NamedTuple):
    """A day that the sentence names: its row place, and the day."""

    place: int
    day: date
