"""The words in which reports speak of attributes, values, counts and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.values import Organisation, PartialDate, Person, Seat, Term
from dealfacts.model.vocabulary import Basis, Change, Hedge, Modality
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Camp, Fact

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


def title(fact: Fact, deal: str | None) -> str:
    """What a fact is about: "Revenue · Acme · 2024"; the deal's own label is left out."""
    parts = [attribute(fact.attribute)]
    if fact.subject != deal:
        # A post is told as "PERSON: POST", and the post is the value.
        is_post = fact.attribute == "person_role"
        parts.append(fact.subject.partition(": ")[0] if is_post else fact.subject)
    if fact.period:
        parts.append(fact.period)
    return visible(" · ".join(part for part in parts if part))


def value(fact: Fact, camp: Camp, claims: Sequence[Claim]) -> str:
    """What a camp says: the report's words, and the article's where those say more."""
    text = visible(camp.value.removeprefix(f"{fact.subject}, "))
    for claim in claims[:1]:
        said = printed(claim)
        match claim.value:
            case Person(name=str(name)):
                text = visible(camp.value.removeprefix(f"{name}, "))
            case PartialDate(edtf=edtf):
                # A date that is known in part only has no form that one would print.
                text = said if not edtf or "X" in edtf or edtf == said else f"{said} ({edtf})"
            case _ if claim.hedge is Hedge.VAGUE and said != text:
                text = f"{said} ({text})"
    return text


def variant(claim: Claim) -> str:
    """How a claim puts its value, where two claims of one camp may put it differently."""
    match claim.value:
        case Person(role=str(said)) | Organisation(name=said) | Term(term=said):
            return visible(said)
        case Seat(change=Change() as change):
            return change.value
        case _:
            return printed(claim)


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
