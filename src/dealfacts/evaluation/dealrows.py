"""The gold form of a deal folder or a mixed folder as it stands in the file: shapes, no meaning."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, JsonValue

from dealfacts.model.vocabulary import Modality

SHAPE = ConfigDict(frozen=True, extra="ignore")


class ClaimRow(BaseModel):
    """One claim as the file has it."""

    model_config = SHAPE
    source: str
    attribute: str
    alt_attributes: tuple[str, ...] = ()
    subject: str
    value_kind: str
    value: JsonValue
    hedge: str | None
    period: str | None
    modality: Modality | None
    basis: str | None = None
    quote: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    inferred: bool = False
    note: str = ""
    deal: str | None = None


class GroupRow(BaseModel):
    """One group of a fact."""

    model_config = SHAPE
    value: JsonValue
    sources: tuple[str, ...]
    basis: str | None = None
    hedges: tuple[str, ...] = ()


class FactRow(BaseModel):
    """One fact."""

    model_config = SHAPE
    attribute: str
    subject: str
    period: str | None
    status: str
    groups: tuple[GroupRow, ...]
    why: str = ""
    deal: str | None = None


class ArticleRow(BaseModel):
    """One article of a mixed folder."""

    model_config = SHAPE
    deal: str | None = None
    copy_of: str | None = None
    date: str | None = None


class DealSheet(BaseModel):
    """The whole file, of one deal or of a mixed folder (`articles`)."""

    model_config = SHAPE
    sources: Mapping[str, str] = {}
    source_dates: Mapping[str, str | None] = {}
    other_deals: Mapping[str, str] = {}
    aliases: Mapping[str, tuple[str, ...]] = {}
    articles: Mapping[str, ArticleRow] = {}
    claims: tuple[ClaimRow, ...]
    facts: tuple[FactRow, ...] = ()
