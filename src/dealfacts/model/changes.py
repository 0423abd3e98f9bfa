"""What changed between two reports, or two versions of an article, claim by claim."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import BaseModel, Field

from dealfacts.model.claims import Claim
from dealfacts.model.report import Finding
from dealfacts.model.text import OPEN

DIFF_SCHEMA: Literal["dealfacts.diff/1"] = "dealfacts.diff/1"


class Change(BaseModel):
    """One question that the new version answers otherwise; `finding` is its VER001."""

    model_config = OPEN

    old: Claim
    new: Claim
    finding: Finding


class Changes(NamedTuple):
    """What the new version has and the old one had not, and the other way round.

    `moved` are claims that stand elsewhere, as (old, new); `kept` counts those that are where they
    were. `opened` and `closed` are findings between articles that only one of the reports holds.
    """

    gained: tuple[Claim, ...]
    lost: tuple[Claim, ...]
    changed: tuple[Change, ...]
    moved: tuple[tuple[Claim, Claim], ...]
    kept: int
    opened: tuple[Finding, ...]
    closed: tuple[Finding, ...]


class Move(BaseModel):
    """A claim that stands elsewhere."""

    model_config = OPEN

    old: Claim
    new: Claim


class Counts(BaseModel):
    """How long each list is; `kept` claims stand where they stood."""

    model_config = OPEN

    changed: int
    closed: int
    gained: int
    kept: int
    lost: int
    moved: int
    opened: int


class Diff(BaseModel):
    """The changes as a document; `old` and `new` are the paths that were compared."""

    model_config = OPEN

    schema_: Literal["dealfacts.diff/1"] = Field(default=DIFF_SCHEMA, serialization_alias="schema")
    old: str
    new: str
    changed: tuple[Change, ...]
    gained: tuple[Claim, ...]
    lost: tuple[Claim, ...]
    moved: tuple[Move, ...]
    opened: tuple[Finding, ...]
    closed: tuple[Finding, ...]
    summary: Counts

    @classmethod
    def of(cls, found: Changes, old: str, new: str) -> Diff:
        """The document about the paths `old` and `new`."""
        lists = ("changed", "closed", "gained", "lost", "moved", "opened")
        counts = {name: len(getattr(found, name)) for name in lists}
        return cls(
            old=old,
            new=new,
            changed=found.changed,
            gained=found.gained,
            lost=found.lost,
            moved=tuple(Move(old=one, new=other) for one, other in found.moved),
            opened=found.opened,
            closed=found.closed,
            summary=Counts(**counts, kept=found.kept),
        )
