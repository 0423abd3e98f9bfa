"""When a printed value counts as the labelled one.

Figures must be equal; a date by its days, or by its words where no printed date settles it; a
person by name after aliases and by the head of the role; quotations without marks. Refuses any
tolerance for figures: a hedge is scored apart and never repairs a number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from dealfacts.evaluation import calendar
from dealfacts.evaluation.posts import heads
from dealfacts.model.values import (
    Count,
    Money,
    Multiple,
    Organisation,
    PartialDate,
    Percent,
    Person,
    Quote,
    Seat,
    Term,
    Text,
    Undisclosed,
    Value,
)
from dealfacts.model.vocabulary import Hedge

if TYPE_CHECKING:
    from dealfacts.evaluation.gold import GoldClaim

Aliases = Mapping[str, str]

MARKS = str.maketrans("", "", "\"'“”‘’«»„`")
# "on Monday" and "the end of May" are "Monday" and "end of May".
LEADING = re.compile(r"^(?:(?:on|in|by|at|during|since|the|a|an|its|her|his|new|newly)\s+)+")
ASIDE = re.compile(r"\([^()]{0,80}\)")
HONORIFICS = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "prof"])


def same_value(gold: GoldClaim, value: Value, hedge: Hedge, aliases: Aliases) -> bool:
    """Whether `value` answers what `gold` holds."""
    right = gold.value
    match right, value:
        case Money(), Money():
            if gold.hedge is Hedge.VAGUE and hedge is Hedge.VAGUE:
                # The bounds of vague words are a convention of the file.
                return right.low <= value.high and value.low <= right.high
            return right.currency == value.currency and _same_bounds(right, value)
        case Percent(), Percent():
            return _same_bounds(right, value)
        case Count(), Count():
            return _same_bounds(right, value)
        case PartialDate(), PartialDate():
            return _same_date(right, value, settled=not gold.inferred)
        case Person(), Person():
            return same_name(right.name, value.name, aliases) and bool(
                heads(right.role) & heads(value.role)
            )
        case Term(), Term():
            return right.term == value.term
        case Quote(), Quote():
            return words(right.text) == words(value.text)
        case Seat(), Seat():
            return same_name(right.holder, value.holder, aliases) or (
                not proper(right.holder) and value.holder is None
            )
        case Text(), (Text() | Organisation()):
            return _same_words(right.text, value.text if isinstance(value, Text) else value.name)
        case Undisclosed(), Undisclosed():
            return True
        case _:
            return False


def same_sum(one: Value, currency: str, low: object, high: object) -> bool:
    """Whether a value is the sum given by its parts."""
    return isinstance(one, Money) and (one.currency, one.low, one.high) == (currency, low, high)


Figures = Money | Percent | Count | Multiple


def _same_bounds(one: Figures, other: Figures) -> bool:
    return abs(one.low) == abs(other.low) and abs(one.high) == abs(other.high)


def _same_date(gold: PartialDate, value: PartialDate, *, settled: bool) -> bool:
    if gold.edtf and value.edtf in {gold.edtf, calendar.edtf(gold.edtf)}:
        return True  # "the end of Q2 2019" is labelled with its quarter, as "the end of 2019" is
    if gold.earliest and (gold.earliest, gold.latest) == (value.earliest, value.latest):
        return True
    by_words = not settled or gold.earliest is None
    return by_words and _plain(gold.text) == _plain(value.text)


def _plain(text: str) -> str:
    return LEADING.sub("", " ".join(text.casefold().split()).strip(" ,.;"))


def words(text: str) -> str:
    """A quotation without marks, final punctuation and spacing."""
    return " ".join(text.translate(MARKS).casefold().split()).strip(" ,.;!?…")


def _same_words(gold: str, text: str) -> bool:
    """Whether one name of a thing holds the other, asides and marks apart."""
    one, other = (
        _plain(ASIDE.sub(" ", side).replace("’s", "").replace("'s", "").translate(MARKS)).split()
        for side in (gold, text)
    )
    small, large = sorted((set(one), set(other)), key=len)
    return bool(small) and small <= large


def fold(name: str) -> str:
    """A name in small letters without marks, dots and titles."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in bare if not unicodedata.combining(c)).translate(MARKS)
    return " ".join(w for w in re.split(r"[\s.,-]+", letters) if w and w not in HONORIFICS)


def same_name(gold: str | None, name: str | None, aliases: Aliases) -> bool:
    """Whether two names are one after aliases; a bare surname is its full name."""
    if gold is None:
        return True
    if name is None:
        return False
    one, other = (
        fold(aliases.get(" ".join(side.casefold().split()), side)).split() for side in (gold, name)
    )
    if not one or not other:
        return False
    small, large = sorted((one, other), key=len)
    return small == large or (small[-1] == large[-1] and set(small) <= set(large))


def proper(name: str | None) -> bool:
    """Whether the words are a proper name and no description ("two current members")."""
    return bool(name) and name is not None and all(w[0].isupper() for w in name.split())
