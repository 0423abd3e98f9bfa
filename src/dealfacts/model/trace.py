"""How a finding came about, step by step: the claims as read, the camps pair by pair, the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Check, Fact, Finding


class Reading(NamedTuple):
    """A claim, and what its figure means: usually, and at the widest. None for other values."""

    claim: Claim
    typical: str | None = None
    strict: str | None = None


class Test(NamedTuple):
    """A usual cause that was tried: what it asks, and the verdict; None is "no"."""

    asks: str
    verdict: str | None


class Meeting(NamedTuple):
    """Two camps by their place in the fact: their relation, why, and the causes tried in order."""

    one: int
    other: int
    relation: str
    why: str
    tests: tuple[Test, ...] = ()


class Trace(NamedTuple):
    """Everything behind a finding.

    `readings` are its claims and all of its fact's, in order; `meetings` every pair of camps.
    """

    finding: Finding
    fact: Fact | None
    readings: tuple[Reading, ...]
    meetings: tuple[Meeting, ...]
    checks: tuple[Check, ...]
