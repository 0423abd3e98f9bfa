"""Values, intervals and lists in plain English. Formats only; decides nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, assert_never

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
    plain,
)
from dealfacts.model.vocabulary import Change, Hedge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.quantity import Interval
    from dealfacts.model.values import Figure, Value

# Only signs that mean one currency everywhere; the others are shown by their code.
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
SCALE_WORDS = frozenset(word for _, word in SCALES)
BEFORE = {
    Hedge.ABOUT: "about",
    Hedge.BELOW: "nearly",
    Hedge.ABOVE: "over",
    Hedge.JUST_ABOVE: "just over",
    Hedge.AT_LEAST: "at least",
    Hedge.AT_MOST: "up to",
    Hedge.UNDER: "under",
}
# Attributes whose names are no words that a reader would use.
NOUNS = {
    "break_fee": "break-up fee",
    "deal_status": "stage",
    "founded": "founding date",
    "headcount": "number of employees",
    "person_name": "name",
    "person_role": "post",
    "prior_offer": "earlier offer",
    "prior_valuation": "earlier valuation",
    "total_raised": "total raised",
    "unit_name": "name of the unit",
    "valuation_multiple": "growth of the valuation",
}
SEATS = {
    Change.JOINS: "joins",
    Change.LEAVES: "leaves",
    Change.REMAINS: "remains on",
    None: "sits on",
}
# "Two representatives of Acme sit on the board"
SEATS_OF_MANY = {
    Change.JOINS: "join",
    Change.LEAVES: "leave",
    Change.REMAINS: "remain on",
    None: "sit on",
}
MANY = re.compile(r"(?:\w+) (?:representatives|members|directors)\b")
LONGEST_QUOTE = 60
COMPUTED_DIGITS = 4


def number(amount: Decimal) -> str:
    """14200000000 -> "14.2 billion"; below a million with thousands separators."""
    for scale, word in SCALES:
        if abs(amount) >= scale:
            return f"{plain(amount / scale)} {word}"
    whole = plain(amount)
    head, dot, tail = whole.partition(".")
    return f"{int(head):,}{dot}{tail}" if head.lstrip("-").isdigit() else whole


def unit_of(figure: Figure) -> tuple[str, str]:
    """What stands before and behind a number of this kind: ("$", ""), ("", " %")."""
    match figure:
        case Money(currency=code):
            return SIGNS.get(code, f"{code} "), ""
        case Percent(points=points):
            return "", " points" if points else " %"
        case Count(unit=unit):
            return "", f" {unit}" if unit else ""
        case Multiple():
            return "", " times"
        case _:
            assert_never(figure)


def _signed(before: str, amount: str) -> str:
    """A minus stands before the sign of the currency: a loss is "-$12 million"."""
    return f"-{before}{amount[1:]}" if amount.startswith("-") else f"{before}{amount}"


def figure_text(figure: Figure, hedge: Hedge) -> str:
    """As in "over $20 billion", "$7 billion to $8 billion", "40 %"."""
    before, behind = unit_of(figure)
    if figure.low != figure.high:
        low, high = number(figure.low), number(figure.high)
        return f"{_signed(before, low)} to {_signed(before, high)}{behind}"
    cue = BEFORE.get(hedge)
    text = f"{_signed(before, number(figure.low))}{behind}"
    return f"{cue} {text}" if cue else text


def rounded(amount: Decimal) -> str:
    """A computed number to four significant digits, in plain writing."""
    if not amount:
        return "0"
    step = Decimal(1).scaleb(amount.adjusted() - COMPUTED_DIGITS + 1)
    return number(amount.quantize(step) if step < 1 else (amount / step).quantize(1) * step)


def sum_text(amount: Decimal, figure: Figure) -> str:
    """A computed amount in the unit of `figure`, to four significant digits."""
    before, behind = unit_of(figure)
    return f"{_signed(before, rounded(amount))}{behind}"


def interval_text(interval: Interval, figure: Figure) -> str:
    """As in "$7 billion to below $8 billion"; the unit is that of `figure`."""
    before, behind = unit_of(figure)
    low = f"{_signed(before, number(interval.low))}{behind}"
    if interval.high is None:
        return f"anything above {low}" if interval.low_open else f"{low} or more"
    high = f"{_signed(before, number(interval.high))}{behind}"
    if interval.low == interval.high:
        return f"exactly {low}"
    start = f"above {low}" if interval.low_open else low
    return f"{start} to below {high}" if interval.high_open else f"{start} to {high}"


def value_text(value: Value, hedge: Hedge = Hedge.NONE) -> str:
    """A value in words, the same however the text spelled it."""
    match value:
        case Money() | Percent() | Count() | Multiple():
            return figure_text(value, hedge)
        case PartialDate(text=text, edtf=edtf):
            return edtf or text
        case Person(name=name, role=role, organisation=organisation):
            parts = [part for part in (name, role, organisation) if part]
            return ", ".join(parts) or "unnamed person"
        case Organisation(name=name):
            return name
        case Quote(text=text):
            short = text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE].rstrip()}…"
            return f"“{short}”"
        case Seat(holder=holder, board=board, change=change):
            verb = SEATS_OF_MANY[change] if _are_many(holder) else SEATS[change]
            return f"{holder or 'unnamed person'} {verb} the board of {board or 'the company'}"
        case Term(term=term):
            return term
        case Text(text=text):
            return text
        case Undisclosed():
            return "undisclosed"
        case _:
            assert_never(value)


def _are_many(holder: str | None) -> bool:
    """Whether the holder of a seat is told as a number of people: "two directors named by Acme"."""
    return MANY.match(holder or "") is not None


def attribute_words(attribute: str) -> str:
    """An attribute as a headline word: "Earlier valuation"."""
    noun = NOUNS.get(attribute, attribute.replace("_", " "))
    return noun[:1].upper() + noun[1:]


def claim_text(claim: Claim) -> str:
    """A claim as its article puts it, with its hedge words."""
    quote = _in_prose(claim)
    cue = claim.cue or BEFORE.get(claim.hedge)
    return f"{cue} {quote}" if cue and cue.casefold() not in quote.casefold() else quote


def _in_prose(claim: Claim) -> str:
    """The printed words with scale words in lower case, whatever a headline does: "$2 billion"."""
    words = claim.evidence.quote.split()
    if isinstance(claim.value, Money | Percent | Count):
        words = [
            word.lower() if word.lower().rstrip("s") in SCALE_WORDS else word for word in words
        ]
    return " ".join(words)


def listed(parts: Sequence[str]) -> str:
    """As in "a", "a and b", "a, b and c"."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def counted(amount: int, singular: str, plural: str = "") -> str:
    """As in "1 source", "2 sources"."""
    return f"{amount} {singular if amount == 1 else plural or singular + 's'}"
