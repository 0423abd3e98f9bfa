"""Reads the gold form in the project's own vocabulary: claims, facts, checks, negatives, traps.

Refuses a file that has another shape; knows nothing about the other form (deals.py).
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from dealfacts.evaluation.gold import Gold, GoldCheck, GoldClaim, GoldFact, GoldGroup, GoldSpan
from dealfacts.model.values import Text, Value
from dealfacts.model.vocabulary import Basis, Hedge, Modality

SHAPE = ConfigDict(frozen=True, extra="ignore")
# A gold file may say "prior" of a post that ends with the deal.
MODALITIES = {"prior": Modality.FORMER}
VALUE: TypeAdapter[Value] = TypeAdapter(Value)


class Untyped(BaseModel):
    """A value in words only."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str


class ClaimRow(BaseModel):
    """One claim as the file has it."""

    model_config = SHAPE
    id: str
    source: str
    attribute: str
    attribute_also_ok: tuple[str, ...] = ()
    value: Untyped | Value
    hedge: Hedge
    period: str | None
    period_also_ok: tuple[str, ...] = ()
    modality: str
    modality_also_ok: tuple[str, ...] = ()
    basis: Basis = Basis.UNSPECIFIED
    start: int
    end: int
    value_quote: str
    value_start: int
    value_end: int
    tier: Literal["core", "extra"]
    note: str = ""


class GroupRow(BaseModel):
    """One group of a fact."""

    model_config = SHAPE
    value: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]


class FactRow(BaseModel):
    """One fact."""

    model_config = SHAPE
    id: str
    attribute: str
    subject: str
    period: str | None
    status: str
    acceptable_status: tuple[str, ...] = ()
    groups: tuple[GroupRow, ...]
    why: str = ""


class CheckRow(BaseModel):
    """One piece of arithmetic."""

    model_config = SHAPE
    name: str
    verdict: str
    claims: tuple[str, ...]


class SpanRow(BaseModel):
    """A negative (`reason`, `end`) or a trap (`id`, `right`)."""

    model_config = SHAPE
    id: str = ""
    source: str
    quote: str
    start: int
    right: str = ""
    reason: str = ""


class Sheet(BaseModel):
    """The whole file."""

    model_config = SHAPE
    claims: tuple[ClaimRow, ...]
    facts: tuple[FactRow, ...]
    checks: tuple[CheckRow, ...] = ()
    negatives: tuple[SpanRow, ...] = ()
    traps: tuple[SpanRow, ...] = ()


def read(name: str, content: str) -> Gold:
    """The gold of one JSON text. Raises pydantic.ValidationError where the shape is another."""
    sheet = Sheet.model_validate_json(content)
    claims = tuple(_claim(row) for row in sheet.claims)
    hedged = {claim.id for claim in claims if claim.hedge is not Hedge.NONE}
    return Gold(
        name=name,
        sources=tuple(sorted({claim.source for claim in claims})),
        labels=frozenset(attribute for claim in claims for attribute in claim.attributes),
        claims=claims,
        facts=tuple(_fact(row, hedged) for row in sheet.facts),
        checks=tuple(
            GoldCheck(
                name=row.name,
                verdict=row.verdict,
                holds=not row.verdict.startswith("inconsistent"),
                claims=row.claims,
            )
            for row in sheet.checks
        ),
        negatives=tuple(_span(row) for row in sheet.negatives),
        traps=tuple(_span(row) for row in sheet.traps),
    )


def stem(source: str) -> str:
    """A source without folder and suffix: "a/01_wire.txt" -> "01_wire"."""
    return source.rsplit("/", 1)[-1].removesuffix(".txt")


def _claim(row: ClaimRow) -> GoldClaim:
    value = Text(text=row.value.text) if isinstance(row.value, Untyped) else row.value
    allowed = (row.modality, *row.modality_also_ok)
    return GoldClaim(
        id=row.id,
        source=stem(row.source),
        attributes=(row.attribute, *row.attribute_also_ok),
        value=value,
        quote=row.value_quote,
        start=row.value_start,
        end=row.value_end,
        wide=(row.start, row.end),
        hedge=row.hedge,
        period=row.period,
        other_periods=row.period_also_ok,
        modalities=tuple(MODALITIES.get(name) or Modality(name) for name in allowed),
        bases=(row.basis,),
        optional=row.tier == "extra",
        exact=True,
        note=row.note,
    )


def _fact(row: FactRow, hedged: set[str]) -> GoldFact:
    groups = tuple(
        GoldGroup(
            value=group.value,
            claims=group.claims,
            sources=tuple(stem(source) for source in group.sources),
            hedged=hedged.issuperset(group.claims),
        )
        for group in row.groups
    )
    return GoldFact(
        id=row.id,
        attribute=row.attribute,
        subject=row.subject,
        period=row.period,
        statuses=(row.status, *(s for s in row.acceptable_status if s != row.status)),
        groups=groups,
        why=row.why,
    )


def _span(row: SpanRow) -> GoldSpan:
    return GoldSpan(
        id=row.id or row.reason,
        source=stem(row.source),
        start=row.start,
        end=row.start + len(row.quote),
        quote=row.quote,
        right=row.right or row.reason,
    )
