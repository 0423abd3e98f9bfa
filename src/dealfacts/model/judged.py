"""How judgements remember articles and claims: by their texts, so that a renamed file is the same.

A path is only where an article lay on the day of the judgement, and depends on which folders were
given together. Refuses to match an article that was edited by its text; then its id has to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim


class Named(NamedTuple):
    """An article: its id, and the digest of its words, "" where they are not known."""

    id: str
    text: str = ""


class Passage(BaseModel):
    """A claim: the digest of its article, what it is about, and where its words are."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    attribute: str
    start: int
    end: int

    @classmethod
    def of(cls, claim: Claim, text: str) -> Passage:
        """Where a claim of the article with the digest `text` stands."""
        where = claim.evidence
        return cls(text=text, attribute=claim.attribute, start=where.start, end=where.end)
