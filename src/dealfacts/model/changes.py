"""What changed between two reports, or two versions of an article, claim by claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Finding


class Change(NamedTuple):
    """One question that the new version answers otherwise; `finding` is its VER001."""

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
