"""The words in which reports speak of attributes, values, counts and places."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dealfacts.model.values import (
    Money,
    Multiple,
    Organisation,
    PartialDate,
    Person,
    Quote,
    Seat,
    Term,
)
from dealfacts.model.vocabulary import Anchor, Basis, Change, Hedge, Modality, Severity
from dealfacts.reports._subjects import about
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Accepted, Camp, Fact, Finding, Report

# Attributes whose name alone would not be understood; the others are read as written.
ATTRIBUTES = {
    "prior_offer": "Earlier offer",
    "prior_valuation": "Earlier valuation",
    "person_name": "Name of a person",
    "person_role": "Role",
    "announcement_date": "Announced",
    "closing_date": "Closing",
    "release_date": "Released",
    "unit_name": "Name of the unit",
    "other_percent": "Other share",
}
# ISO 8601-2 counts seasons, quarters and halves on from the months.
PARTS_OF_YEAR = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4",
    "40": "first half", "41": "second half",
}  # fmt: skip
BASES = {
    Basis.INCLUDING_DEBT: "including debt",
    Basis.CASH: "in cash",
    Basis.STOCK: "in stock",
    Basis.ENTERPRISE: "enterprise value",
    Basis.EQUITY: "equity value",
    Basis.CASH_PART: "cash part",
    Basis.STOCK_PART: "stock part",
    Basis.EARN_OUT: "earn-out",
}


# A post that no role of the lexicon names.
UNNAMED_POST = "position of "
MOVES = {
    Change.JOINS: "joins",
    Change.LEAVES: "leaves a post at",
    Change.REMAINS: "stays at",
}
# Characters of a quotation that stand for the whole.
QUOTED = 72
CUT = "…"


def attribute(name: str) -> str:
    """An attribute in words: deal_amount is "Deal amount"."""
    return ATTRIBUTES.get(name) or name.replace("_", " ").capitalize()


def title(fact: Fact, deal: str | None) -> str:
    """What a fact is about: "Revenue · Acme · 2024"; the deal's own label is left out."""
    parts = [attribute(fact.attribute)]
    if fact.subject != deal:
        # A post is told as "PERSON: POST", and the post is the value.
        is_post = fact.attribute == "person_role"
        parts.append(_who(fact) if is_post else about(fact, deal))
    if fact.period:
        parts.append(fact.period)
    if fact.basis is not Basis.UNSPECIFIED:
        parts.append(basis(fact.basis))
    return visible(" · ".join(part for part in parts if part))


def value(fact: Fact, camp: Camp, claims: Sequence[Claim]) -> str:
    """What a camp says: the report's words, and the article's where those say more."""
    text = visible(camp.value.removeprefix(f"{_who(fact)}, "))
    for claim in claims[:1]:
        said = printed(claim)
        match claim.value:
            case Person() if fact.attribute == "person_role":
                text = _post(fact, camp, claims)
            case Quote(text=words):
                # The comma before "said he" belongs to the sentence around it.
                text = f"“{shortened(_one_line(words).rstrip(','), QUOTED)}”"
            case Seat(change=Change() as change):
                text = change.value
            case Seat():
                text = _seated(camp, claim)
            case PartialDate(edtf=edtf, anchor=anchor):
                # "July 9, 2024" is as clear as 2024-07-09; "Tuesday" and "3/4/24" are not.
                is_clear = anchor is Anchor.EXPLICIT and any(letter.isalpha() for letter in said)
                when = "" if is_clear else day(edtf or "")
                text = f"{said} ({when})" if when and when != said else said
            case _ if claim.hedge is Hedge.VAGUE and said != text:
                text = f"{said} ({text})"
            case Money(high=high) if high < 0 and text.startswith("-"):
                text = f"loss of {text[1:]}"
            case Multiple() if not any(letter.isdigit() for letter in said):
                text = f"{said} ({text})"
            case _:
                pass
    if camp.basis not in {Basis.UNSPECIFIED, fact.basis}:
        text = f"{text}, {basis(camp.basis)}"
    return text


def _seated(camp: Camp, claim: Claim) -> str:
    """What the title "Jane Roe on the board of Acme" leaves to say: "has a seat", "will have"."""
    is_many = " sit on the board" in camp.value
    verb = "have" if is_many or claim.modality is Modality.EXPECTED else "has"
    ahead = "will " if claim.modality is Modality.EXPECTED else ""
    return f"{ahead}{verb} {'seats' if is_many else 'a seat'}"


def _who(fact: Fact) -> str:
    """Whom a fact about a post is about: its subject is told as "PERSON: POST"."""
    return fact.subject.partition(": ")[0]


def _post(fact: Fact, camp: Camp, claims: Sequence[Claim]) -> str:
    """The post of a person, or who is said to hold the post that the fact is about.

    A move without a named post ("joins Meta", "gives up day-to-day control") is told as a move,
    with the article's words.
    """
    who, _, what = fact.subject.partition(": ")
    people = [claim.value for claim in claims if isinstance(claim.value, Person)]
    names = list(dict.fromkeys(visible(person.name) for person in people if person.name))
    if not what and names and who not in names:
        return " or ".join(names)
    best = people[0]
    moves = [person.change for person in people if person.change]
    if what.startswith(UNNAMED_POST) and moves and best.organisation:
        words = _one_line(best.role or claims[0].evidence.quote)
        return f"{MOVES[moves[0]]} {visible(best.organisation)} (“{words}”)"
    return visible(camp.value.removeprefix(f"{who}, ").removeprefix(f"{best.name}, "))


def day(edtf: str) -> str:
    """A date of ISO 8601-2 in plain form: 2024-33 is "2024 Q1"; "" where none could be printed."""
    if "X" in edtf:  # known in part only
        return ""
    if "/" in edtf:
        return " to ".join(day(end) for end in edtf.split("/"))
    year, _, part = edtf.partition("-")
    told = PARTS_OF_YEAR.get(part)
    return f"{year} {told}" if told else edtf


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


def loud(findings: Iterable[Finding]) -> str:
    """As in "1 error, 2 notes"."""
    loud = Counter(finding.severity for finding in findings)
    return ", ".join(
        counted(loud[level], level.value)
        for level in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        if loud[level]
    )


def backing(articles: int, origins: int) -> str:
    """Who stands behind a value: "5 articles / 2 origins"."""
    return f"{counted(articles, 'article')} / {counted(origins, 'origin')}"


def decision(each: Accepted) -> str:
    """What somebody decided on a finding: "accepted by Jo (checked with the filing), until …"."""
    told = visible(each.verdict.replace("_", " "))
    told += f" by {visible(each.by)}" if each.by else ""
    told += f" ({visible(each.note)})" if each.note else ""
    return f"{told}, until {each.until}" if each.until else told


def articles(report: Report) -> str:
    """What a report is about: "5 articles / 4 origins", or how many of them are new."""
    if report.new:
        return f"{len(report.new)} new of {counted(len(report.sources), 'article')}"
    return backing(report.summary.sources, report.summary.origins)


def printed(claim: Claim) -> str:
    """The claim's words as the article has them, with the hedge on its side."""
    quote = _one_line(claim.evidence.quote)
    if not claim.cue or claim.hedge in {Hedge.RANGE, Hedge.VAGUE}:
        return quote
    cue = _one_line(claim.cue)
    return quote if cue.casefold() in quote.casefold() else f"{cue} {quote}"


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())


def shortened(text: str, room: int) -> str:
    """The first words of `text`, at most `room` characters, with an ellipsis if any are missing."""
    if len(text) <= room:
        return text
    whole = text[:room].rsplit(" ", 1)[0][: max(room - 1, 0)]
    return f"{whole.rstrip()}{CUT}"


def basis(what: Basis) -> str:
    """What a sum includes, in words."""
    return BASES.get(what) or what.value.replace("_", "-")


def qualifiers(claim: Claim) -> tuple[str, ...]:
    """What limits a claim, in words: how real it is, on what basis, who says so."""
    told: list[str] = []
    if claim.modality is not Modality.ACTUAL:
        told.append(claim.modality.value)
    if claim.basis is not Basis.UNSPECIFIED:
        told.append(basis(claim.basis))
    if claim.speaker:
        told.append(f"according to {visible(claim.speaker)}")
    return tuple(told)
