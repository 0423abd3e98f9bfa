"""What a claim can say: a closed union of frozen values; equality is equality as printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer

from dealfacts.model.text import OPEN, Noun
from dealfacts.model.vocabulary import Anchor, Change, Grain


def plain(number: Decimal) -> str:
    """A decimal without exponent and without trailing zeros: 1.240E+10 -> 12400000000."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


Number = Annotated[Decimal, PlainSerializer(plain, return_type=str, when_used="json")]


class Money(Noun):
    """A sum: ISO 4217 code, bounds in whole units of the currency, granule of the last digit.

    A single figure has low == high; `granule_high` is set where the two ends of a range are
    written to different places ("$12.4-$13 billion").
    """

    model_config = OPEN

    type: Literal["money"] = "money"
    currency: str
    low: Number
    high: Number
    granule: Number = Decimal(0)
    granule_high: Number | None = None
    currency_from: Literal["text", "document", "locale", "default"] = "text"


class Percent(Noun):
    """A share or rate in percent: 49 means 49 %. `points` marks percentage points."""

    model_config = OPEN

    type: Literal["percent"] = "percent"
    low: Number
    high: Number
    granule: Number = Decimal(0)
    granule_high: Number | None = None
    points: bool = False


class Count(Noun):
    """A number of things (people, years of age, shares); `unit` is the thing counted."""

    model_config = OPEN

    type: Literal["count"] = "count"
    low: Number
    high: Number
    granule: Number = Decimal(1)
    granule_high: Number | None = None
    unit: str = ""


class Multiple(Noun):
    """A factor: 2 for "doubling", 3 for "three times", 0.8378 for a share ratio."""

    model_config = OPEN

    type: Literal["multiple"] = "multiple"
    low: Number
    high: Number
    granule: Number = Decimal(1)
    granule_high: Number | None = None


class PartialDate(Noun):
    """A date as far as it is known: the words, and the interval of days that they can mean.

    `edtf` is the ISO 8601-2 form (2024, 2024-04, XXXX-04), None where nothing is fixed;
    `earliest` and `latest` bound the interval, both inclusive, None where unresolved. `base` is the
    day of the article, without its year, that an unresolved weekday is told from (XXXX-07-28).
    """

    model_config = OPEN

    type: Literal["date"] = "date"
    text: str
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    grain: Grain = Grain.UNKNOWN
    anchor: Anchor = Anchor.UNRESOLVED
    base: str | None = None


class Person(Noun):
    """A person in a role at an organisation; `name` is None where the text has only the role."""

    model_config = OPEN

    type: Literal["person"] = "person"
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    change: Change | None = None


class Organisation(Noun):
    """A company, fund, agency or state."""

    model_config = OPEN

    type: Literal["organisation"] = "organisation"
    name: str


class Quote(Noun):
    """Words in quotation marks, and whose they are."""

    model_config = OPEN

    type: Literal["quote"] = "quote"
    speaker: str | None = None
    text: str


class Seat(Noun):
    """A seat on a board."""

    model_config = OPEN

    type: Literal["seat"] = "seat"
    holder: str | None = None
    board: str | None = None
    change: Change | None = None


class Term(Noun):
    """A word of a closed list, such as the stage of a deal."""

    model_config = OPEN

    type: Literal["term"] = "term"
    term: str


class Text(Noun):
    """Free words, such as the name of a unit."""

    model_config = OPEN

    type: Literal["text"] = "text"
    text: str


class Undisclosed(Noun):
    """The article says that the value was not disclosed."""

    model_config = OPEN

    type: Literal["undisclosed"] = "undisclosed"


Figure = Money | Percent | Count | Multiple
Value = Annotated[
    Money
    | Percent
    | Count
    | Multiple
    | PartialDate
    | Person
    | Organisation
    | Quote
    | Seat
    | Term
    | Text
    | Undisclosed,
    Field(discriminator="type"),
]
