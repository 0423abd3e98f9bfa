"""A claim: what ONE article says at ONE place."""

from __future__ import annotations

import hashlib
from typing import Literal

from pydantic import AliasChoices, ConfigDict, Field

from dealfacts.model.text import OPEN, Evidence, Noun
from dealfacts.model.values import Number, Value
from dealfacts.model.vocabulary import Basis, Hedge, Modality

CLAIM_SCHEMA: Literal["dealfacts.claim/1"] = "dealfacts.claim/1"


class Equivalent(Noun):
    """The same sum restated by the text in another currency; never a claim of its own."""

    model_config = OPEN

    currency: str
    low: Number
    high: Number
    hedge: Hedge = Hedge.NONE
    evidence: Evidence


class Claim(Noun):
    """What one article says at one place: attribute, subject, qualifiers, value, evidence.

    `parties` are the (acquirer, target) that the claim's article, or its sentence where that one
    speaks of another deal, names, `seller` is who sells; `reasons` say how the reading came about,
    strongest first.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    schema_: Literal["dealfacts.claim/1"] = Field(
        default=CLAIM_SCHEMA,
        validation_alias=AliasChoices("schema", "schema_"),
        serialization_alias="schema",
    )
    id: str
    source: str
    deal: str | None = None
    kind: str
    attribute: str
    subject: str
    period: str | None = None
    basis: Basis = Basis.UNSPECIFIED
    modality: Modality = Modality.ACTUAL
    speaker: str | None = None
    hedge: Hedge = Hedge.NONE
    cue: str | None = None
    value: Value
    equivalent: Equivalent | None = None
    evidence: Evidence
    parties: tuple[str | None, str | None] = (None, None)
    seller: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


def claim_id(source: str, attribute: str, value: str, sentence: str, ordinal: int) -> str:
    """The content identity of a claim: `value` is its canonical JSON, `ordinal` counts equals."""
    parts = "\x1f".join((source, attribute, value, sentence, str(ordinal)))
    return "c-" + hashlib.blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
