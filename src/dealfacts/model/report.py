"""What a run finds: deals, facts with their camps, findings, checks, problems, and the report."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Literal

from pydantic import AliasChoices, ConfigDict, Field

from dealfacts.model.claims import Claim
from dealfacts.model.text import OPEN, Noun, Place
from dealfacts.model.values import Number
from dealfacts.model.vocabulary import Basis, Cause, Relation, Severity, Status

REPORT_SCHEMA: Literal["dealfacts.report/1"] = "dealfacts.report/1"


class Problem(Noun):
    """Something wrong with an article or its metadata; the run goes on."""

    model_config = OPEN

    path: str
    line: int = 1
    message: str
    rule: str = "LOAD001"


class Source(Noun):
    """One article as the report names it. `origin` groups copies of one text.

    `digest` is a hash of its words in their order, "" where its text is not known.
    `taken_from` is the place of its record in a file whose text is not the article's own: places of
    claims then count in the article, not in the file.
    """

    model_config = OPEN

    id: str
    path: str
    label: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    origin: str
    digest: str = ""
    taken_from: Place | None = None

    @property
    def file(self) -> str:
        """The file that holds it."""
        return self.taken_from.file if self.taken_from else self.path


class Deal(Noun):
    """One transaction, or talk of one, between named parties."""

    model_config = OPEN

    id: str
    label: str
    acquirer: str | None = None
    target: str | None = None
    seller: str | None = None
    sources: tuple[str, ...]


class Camp(Noun):
    """Claims of one fact that can all be true together; `value` is the most precise one."""

    model_config = OPEN

    value: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    origins: int
    basis: Basis = Basis.UNSPECIFIED


class Attachment(Noun):
    """A hedged claim and the camps (by index) that it is compatible with."""

    model_config = OPEN

    claim: str
    camps: tuple[int, ...]


class Fact(Noun):
    """One data item with every claim made about it."""

    model_config = OPEN

    id: str
    deal: str | None
    attribute: str
    subject: str
    period: str | None = None
    basis: Basis = Basis.UNSPECIFIED
    status: Status
    contested: bool
    consensus: str
    camps: tuple[Camp, ...]
    also_compatible: tuple[Attachment, ...] = ()
    notes: tuple[str, ...] = ()


class Finding(Noun):
    """Something a person should look at. `claims` are the evidence, best representative first."""

    model_config = OPEN

    id: str
    rule: str
    severity: Severity
    relation: Relation | None = None
    cause: Cause | None = None
    deal: str | None = None
    fact: str | None = None
    attribute: str
    subject: str
    claims: tuple[str, ...]
    message: str
    reasons: tuple[str, ...] = ()


class Accepted(Noun):
    """A finding that somebody has decided on: in which record, how, by whom, until which day."""

    model_config = OPEN

    finding: Finding
    record: str
    verdict: str
    by: str = ""
    note: str = ""
    until: date | None = None


class Bounds(Noun):
    """An implied interval; `high` None is unbounded."""

    model_config = OPEN

    low: Number
    high: Number | None


class Check(Noun):
    """One piece of arithmetic across claims, with what it implies and whether it holds."""

    model_config = OPEN

    check: str
    deal: str | None
    inputs: tuple[str, ...]
    implied: Bounds
    holds: bool
    message: str


class Conversion(Noun):
    """A sum in a second currency: `claim` prints it, `of` (it may be the same) has the first one.

    `rate` is the implied number of units of `quote` for one of `base`.
    """

    model_config = OPEN

    deal: str | None
    claim: str
    of: str
    base: str
    quote: str
    rate: Number
    fits: bool
    message: str


class Event(Noun):
    """One dated step of a deal, or a figure that changed; `note` then has the other figure."""

    model_config = OPEN

    deal: str | None
    date: str
    claim: str
    note: str = ""


class NotCompared(Noun):
    """A claim that was read and not compared, and why."""

    model_config = OPEN

    claim: str
    reason: str


class Summary(Noun):
    """The counts of a report."""

    model_config = OPEN

    sources: int
    origins: int
    deals: int
    claims: int
    agreements: int
    conflicts: int


class Report(Noun):
    """Everything that one run found, in a fixed order.

    `new` are the ids of the sources that the report is narrowed to; empty means all of them. The
    summary counts those alone. `accepted` are findings that were decided on before, and are not
    among `findings`.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    schema_: Literal["dealfacts.report/1"] = Field(
        default=REPORT_SCHEMA,
        validation_alias=AliasChoices("schema", "schema_"),
        serialization_alias="schema",
    )
    sources: tuple[Source, ...]
    deals: tuple[Deal, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    conversions: tuple[Conversion, ...] = ()
    timeline: tuple[Event, ...]
    not_compared: tuple[NotCompared, ...]
    problems: tuple[Problem, ...]
    new: tuple[str, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    summary: Summary


def content_id(prefix: str, *parts: str | None) -> str:
    """An id made of what it names: `prefix` and a hash of the parts, None and "" told apart."""
    told = "\x1f".join("\x00" if part is None else part for part in parts)
    return (
        prefix + hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    )
