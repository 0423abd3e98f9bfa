"""What people have judged of findings: an append-only log, of which the last word counts.

Every line says who judged what, when, how and until which day. A judgement closes its finding, and
some steer the next comparison: claims that were misread, names of two people, two deals. Refuses to
weigh people against each other: where they contradict, the last one counts and both are listed.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date  # noqa: TC003  pydantic reads the annotation
from enum import StrEnum
from itertools import combinations, product
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from dealfacts.model.judged import Named, Passage
from dealfacts.records import files, lines
from dealfacts.records.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

SCHEMA: Literal["dealfacts.judgement/1"] = "dealfacts.judgement/1"


class Verdict(StrEnum):
    """How a finding was judged. Of several sides `a` is the first one, `b` all others."""

    A_WRONG = "a_wrong"
    B_WRONG = "b_wrong"
    BOTH_WRONG = "both_wrong"
    BOTH_RIGHT = "both_right_different_basis"
    SUPERSEDED = "superseded"
    NOT_SAME_DEAL = "not_same_deal"
    NOT_SAME_PERSON = "not_same_person"
    EXTRACTION_ERROR = "extraction_error"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


class Side(BaseModel):
    """One side as it was judged: its value, and the sources and claims that held it.

    `texts` are the digests of the sources, in their order.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: str
    sources: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[Named, ...]:
        """The sources, each with the digest of its words as far as that is known."""
        known = self.texts or ("",) * len(self.sources)
        return tuple(map(Named, self.sources, known))


class Judgement(Mark):
    """One line of the log.

    `misread` are the claims that an extraction error takes out, by id, and `passages` the same by
    their words, under whatever name the article lies.
    """

    schema_: Literal["dealfacts.judgement/1"] = Field(alias="schema")
    verdict: Verdict
    by: str
    when: date
    until: date | None = None
    note: str = ""
    sides: tuple[Side, ...] = ()
    misread: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


class Steering(NamedTuple):
    """What judgements tell the next comparison: claims, pairs of names, pairs of articles."""

    misread: frozenset[str]
    passages: frozenset[Passage]
    two_people: frozenset[frozenset[str]]
    two_deals: frozenset[frozenset[Named]]


def read(path: Path) -> tuple[Judgement, ...]:
    """The log; empty where there is none. Raises DealfactsError for a line that is no judgement."""
    return lines.read(path, Judgement)


def append(path: Path, judgement: Judgement) -> None:
    """Add a line to the log, alone among all writers; what stands there is never changed.

    Raises DealfactsError if the log cannot be read or written.
    """
    with files.locked(path):
        known = path.read_text(encoding="utf-8") if path.is_file() else ""
        if known and not known.endswith("\n"):
            known += "\n"
        files.replace(path, known + lines.text([judgement]))


def last(log: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The last word on every finding, in the order of the log, without what was withdrawn."""
    by_finding = {one.finding: one for one in log}
    return tuple(one for one in by_finding.values() if one.verdict is not Verdict.WITHDRAWN)


def in_force(log: Iterable[Judgement], today: date) -> tuple[Judgement, ...]:
    """The last words whose day is not over."""
    return tuple(one for one in last(log) if one.until is None or today <= one.until)


def contradictions(log: Iterable[Judgement]) -> tuple[tuple[Judgement, ...], ...]:
    """The last words of different people on one finding, where they differ, in their order."""
    by_finding: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for one in log:
        spoken = by_finding[one.finding]
        spoken.pop(one.by, None)
        if one.verdict is not Verdict.WITHDRAWN:
            spoken[one.by] = one
    told = (tuple(spoken.values()) for spoken in by_finding.values())
    return tuple(each for each in told if len({one.verdict for one in each}) > 1)


def closes(judgement: Judgement) -> bool:
    """Whether the finding is settled; a misread claim is taken out, and others may still differ."""
    return judgement.verdict is not Verdict.EXTRACTION_ERROR


def settled(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The claims that somebody has judged to be wrong: an approved fact finds no news in them."""
    return frozenset(claim for one in judgements for side in _wrong(one) for claim in side.claims)


def _wrong(one: Judgement) -> tuple[Side, ...]:
    match one.verdict:
        case Verdict.A_WRONG:
            return one.sides[:1]
        case Verdict.B_WRONG:
            return one.sides[1:]
        case Verdict.BOTH_WRONG:
            return one.sides
        case _:
            return ()


def steering(judgements: Iterable[Judgement]) -> Steering:
    """What the judgements tell the next comparison."""
    told = tuple(judgements)
    people = (one for one in told if one.verdict is Verdict.NOT_SAME_PERSON)
    deals = (one for one in told if one.verdict is Verdict.NOT_SAME_DEAL)
    return Steering(
        misread=frozenset(claim for one in told for claim in one.misread),
        passages=frozenset(passage for one in told for passage in one.passages),
        two_people=frozenset(
            frozenset(pair) for one in people for pair in combinations(one.values, 2)
        ),
        two_deals=frozenset(pair for one in deals for pair in apart(one.sides)),
    )


def apart(sides: Sequence[Side]) -> tuple[frozenset[Named], ...]:
    """Every pair of articles that stand on two sides, and on no side together."""
    pairs = {
        frozenset((a, b))
        for one, other in combinations(sides, 2)
        for a, b in product(one.articles, other.articles)
        if a != b
    }
    together = {frozenset(pair) for side in sides for pair in combinations(side.articles, 2)}
    return tuple(sorted(pairs - together, key=sorted))
