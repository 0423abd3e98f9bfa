"""The words in which reports speak of attributes, values, counts and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Basis, Cause, Hedge, Modality
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim

# Attributes whose name alone would not be understood; the others are read as written.
ATTRIBUTES = {
    "prior_offer": "Earlier offer",
    "prior_valuation": "Earlier valuation",
    "person_role": "Role",
    "announcement_date": "Announced",
    "closing_date": "Closing",
    "release_date": "Released",
    "unit_name": "Name of the unit",
    "other_percent": "Other share",
}
CAUSES = {
    Cause.UNIT_SLIP: "a slip of the unit (a factor of ten, a thousand or a million)",
    Cause.TRANSPOSITION: "swapped digits",
    Cause.CURRENCY_SIGN: "the same figure with another currency",
    Cause.BASIS: "the figures do not include the same things, so both can be right",
    Cause.SUPERSEDED: "one is a later state of things, so both can be right",
    Cause.PERIOD: "they may speak of different periods, so both can be right",
    Cause.MISATTRIBUTED: "a figure that belongs to something else",
    Cause.ROUNDING: "one side rounded too far",
    Cause.ONE_GRANULE: "the last digit that is given differs by one",
    Cause.SPELLING: "spelling",
}
BASES = {
    Basis.INCLUDING_DEBT: "including debt",
    Basis.CASH: "in cash",
    Basis.STOCK: "in stock",
    Basis.ENTERPRISE: "enterprise value",
    Basis.EQUITY: "equity value",
}


def attribute(name: str) -> str:
    """An attribute in words: deal_amount is "Deal amount"."""
    return ATTRIBUTES.get(name) or name.replace("_", " ").capitalize()


def title(name: str, subject: str, period: str | None, deal: str | None) -> str:
    """What an item is about: "Revenue · Acme · 2024"; the deal's own label is left out."""
    parts = [attribute(name)]
    if subject and subject != deal:
        parts.append(subject)
    if period:
        parts.append(period)
    return visible(" · ".join(parts))


def counted(amount: int, singular: str, plural: str = "") -> str:
    """A number with its noun: "1 deal", "2 deals"."""
    return f"{amount} {singular if amount == 1 else plural or singular + 's'}"


def backing(articles: int, origins: int) -> str:
    """Who stands behind a value: "5 articles / 2 origins"."""
    return f"{counted(articles, 'article')} / {counted(origins, 'origin')}"


def printed(claim: Claim) -> str:
    """The claim's words as the article has them, with the hedge on its side."""
    quote = " ".join(visible(claim.evidence.quote).split())
    if not claim.cue or claim.hedge in {Hedge.RANGE, Hedge.VAGUE}:
        return quote
    cue = " ".join(visible(claim.cue).split())
    return quote if cue.casefold() in quote.casefold() else f"{cue} {quote}"


def qualifiers(claim: Claim) -> tuple[str, ...]:
    """What limits a claim, in words: how real it is, on what basis, who says so."""
    told: list[str] = []
    if claim.modality is not Modality.ACTUAL:
        told.append(claim.modality.value)
    if claim.basis is not Basis.UNSPECIFIED:
        told.append(BASES.get(claim.basis) or claim.basis.value.replace("_", "-"))
    if claim.speaker:
        told.append(f"according to {visible(claim.speaker)}")
    return tuple(told)


def value(text: str, subject: str) -> str:
    """A value as the report gives it; the subject that a title names already is left out."""
    return visible(text.removeprefix(f"{subject}, "))
