"""Reads the gold form of one deal folder and maps its words to the project's vocabulary.

A claim of a distractor article (`other_deals`) is optional: a tool that keeps it apart is right,
one that says nothing is not punished. Copies of articles in a mixed folder are not scored.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.evaluation.calendar import span
from dealfacts.evaluation.dealrows import ClaimRow, DealSheet, GroupRow
from dealfacts.evaluation.gold import Gold, GoldClaim, GoldFact, GoldGroup
from dealfacts.model.values import (
    Count,
    Money,
    PartialDate,
    Percent,
    Person,
    Quote,
    Seat,
    Term,
    Text,
    Value,
)
from dealfacts.model.vocabulary import Basis, Change, Hedge, Modality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

HEDGES: dict[str | None, Hedge] = {
    None: Hedge.NONE,
    "nearly": Hedge.BELOW,
    "over": Hedge.ABOVE,
    "just_over": Hedge.JUST_ABOVE,
}
# Several answers are right where the form does not tell a part from a means of payment.
BASES: dict[str | None, tuple[Basis, ...]] = {
    None: (Basis.UNSPECIFIED,),
    "equity": (Basis.EQUITY,),
    "incl. debt": (Basis.INCLUDING_DEBT, Basis.ENTERPRISE),
    "cash": (Basis.CASH, Basis.CASH_PART),
    "stock": (Basis.STOCK, Basis.STOCK_PART),
    "shares": (Basis.STOCK, Basis.STOCK_PART),
    "convertible notes": (Basis.STOCK_PART, Basis.UNSPECIFIED),
    "earn-out": (Basis.EARN_OUT,),
    "pre-money": (Basis.PRE_MONEY,),
    "post-money": (Basis.POST_MONEY,),
}
# The form has no attribute of its own for an offer that did not become the deal.
ALSO = {"deal_amount": ("prior_offer",)}
LABELS = frozenset(
    [
        *("deal_amount", "total_raised", "debt", "break_fee", "spending", "stake", "valuation"),
        *("prior_valuation", "revenue", "profit", "share_price", "premium", "person_role", "age"),
        *("board_seat", "headcount", "founded", "announcement_date", "closing_date"),
        *("release_date", "deal_status", "unit_name", "quote", "other_amount", "other_percent"),
    ]
)
MAJORITY = Percent(low=Decimal(50), high=Decimal(100))
MINORITY = Percent(low=Decimal(0), high=Decimal(50))


def read(name: str, content: str) -> Gold:
    """The gold of one JSON text. Raises pydantic.ValidationError where the shape is another."""
    sheet = DealSheet.model_validate_json(content)
    own = [stem for stem, article in sheet.articles.items() if article.copy_of is None]
    dates = {**{k: a.date for k, a in sheet.articles.items()}, **sheet.source_dates}
    claims = tuple(
        _claim(f"g{at}", row, optional=row.source in sheet.other_deals)
        for at, row in enumerate(sheet.claims)
    )
    return Gold(
        name=name,
        sources=tuple(sorted((*sheet.sources, *own))),
        labels=LABELS,
        claims=claims,
        facts=_facts(sheet, claims),
        published={source: day for source, text in dates.items() if (day := _day(text))},
        aliases={
            variant.casefold(): canonical
            for canonical, variants in sheet.aliases.items()
            for variant in variants
        },
        deals={source: sheet.other_deals.get(source, name) for source in sheet.sources}
        | {source: article.deal for source, article in sheet.articles.items()},
    )


def _day(text: str | None) -> date | None:
    """A full date; one of lower precision settles no weekday and is left out."""
    return date.fromisoformat(text) if text and text.count("-") == 2 else None  # noqa: PLR2004


def _claim(identity: str, row: ClaimRow, *, optional: bool) -> GoldClaim:
    also = ALSO.get(row.attribute, ()) if row.period else ()
    return GoldClaim(
        id=identity,
        source=row.source,
        attributes=(row.attribute, *row.alt_attributes, *also),
        value=_value(row),
        quote=row.quote,
        start=row.start,
        end=row.end,
        wide=(row.sentence_start, row.sentence_end),
        hedge=HEDGES.get(row.hedge) or Hedge(row.hedge or "none"),
        period=row.period,
        modalities=(row.modality or Modality.ACTUAL,),
        # Whoever labels may word a basis freely; what is in no vocabulary is not scored.
        bases=BASES.get(row.basis, ()),
        optional=optional,
        inferred=row.inferred,
        note=row.note,
    )


def _value(row: ClaimRow) -> Value:
    value = row.value
    match row.value_kind:
        case "int":
            return Count(low=Decimal(str(value)), high=Decimal(str(value)))
        case "text" if row.attribute == "stake":
            return MINORITY if "minority" in str(value) else MAJORITY
    fields: dict[str, JsonValue] = value if isinstance(value, dict) else {}

    def text(key: str) -> str | None:
        found = fields.get(key)
        return None if found is None else str(found)

    match row.value_kind:
        case "money":
            low, high = Decimal(text("low") or 0), Decimal(text("high") or 0)
            return Money(currency=text("currency") or "", low=low, high=high)
        case "percent":
            return Percent(low=Decimal(text("low") or 0), high=Decimal(text("high") or 0))
        case "date":
            edtf = text("iso")
            earliest, latest = span(edtf) if edtf else (None, None)
            return PartialDate(
                text=text("text") or row.quote, edtf=edtf, earliest=earliest, latest=latest
            )
        case "person":
            return Person(name=text("name"), role=text("role"), organisation=text("org"))
        case "term":
            return Term(term=text("term") or "")
        case "quote":
            return Quote(speaker=text("speaker"), text=text("text") or "")
        case "seat":
            change = Change.LEAVES if fields.get("barred") else None
            return Seat(holder=text("holder"), board=text("board"), change=change)
        case _:
            return Text(text=text("text") or row.quote)


def _facts(sheet: DealSheet, claims: Sequence[GoldClaim]) -> tuple[GoldFact, ...]:
    """The facts with their groups as claims: the file names only values and sources."""
    members = defaultdict(list)
    for row, claim in zip(sheet.claims, claims, strict=True):
        members[row.attribute, row.subject, row.period, row.deal].append((row, claim))
    return tuple(
        GoldFact(
            id=f"f{at}",
            attribute=fact.attribute,
            subject=fact.subject,
            period=fact.period,
            statuses=(fact.status,),
            groups=tuple(
                _group(group, members[fact.attribute, fact.subject, fact.period, fact.deal])
                for group in fact.groups
            ),
            why=fact.why,
        )
        for at, fact in enumerate(sheet.facts)
    )


def _group(group: GroupRow, members: Sequence[tuple[ClaimRow, GoldClaim]]) -> GoldGroup:
    ids = tuple(
        claim.id
        for row, claim in members
        if row.source in group.sources
        and (group.basis is None or row.basis == group.basis)
        and _says(row.value, group.value)
    )
    return GoldGroup(
        value=json.dumps(group.value, ensure_ascii=False, sort_keys=True),
        claims=ids,
        sources=group.sources,
        hedged=bool(group.hedges) and "exact" not in group.hedges,
    )


def _says(value: JsonValue, group: JsonValue) -> bool:
    """Whether a claim's value has everything that the group's value has (a date only its iso)."""
    if isinstance(value, dict) and isinstance(group, dict):
        return all(value.get(key) == part for key, part in group.items())
    return value == group
