"""What a finding is known by from one run to the next: its question and the values that disagree.

No place, time or version is part of it. A mark covers a finding of the same question that sets no
other values against each other, so that a new article in an old camp changes nothing and a new camp
opens the matter again.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.model.report import Fact, Finding, Report

# Fewer values are no dispute; what has none (arithmetic) is known by its id alone.
DISPUTE = 2
# Between the parties in the label of a deal.
SIDES = " / "


class Mark(BaseModel):
    """A finding as it is remembered; `about` is the label of its deal, for people to read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    finding: str
    rule: str
    deal: str | None = None
    about: str = ""
    attribute: str
    subject: str
    period: str | None = None
    values: tuple[str, ...] = ()

    def covers(self, other: Mark) -> bool:
        """Whether whoever has decided on this has decided on `other` too."""
        if self.finding == other.finding:
            return True
        # A later article can change the usual spelling of a party or a subject, hardly of all.
        near = self.deal == other.deal or not self.names.isdisjoint(other.names)
        known = len(other.values) >= DISPUTE and set(other.values) <= set(self.values)
        return near and known and self.kind == other.kind

    @property
    def names(self) -> frozenset[str]:
        """The subject and the parties of the deal."""
        return frozenset((self.subject, *filter(None, self.about.split(SIDES))))

    @property
    def kind(self) -> tuple[str, str, str]:
        """What two marks must have in common for one to cover the other, the finding's id apart."""
        return self.rule, self.attribute, self.period or ""

    @property
    def order(self) -> tuple[str, ...]:
        """Sorts marks for people: by deal, then by what they are about."""
        return (self.about, self.deal or "", self.attribute, self.subject, self.rule, self.finding)

    @property
    def words(self) -> str:
        """As in "VAL001 deal_amount of Buyer / Target: $2.4 billion against $2.9 billion"."""
        told = f"{self.rule} {self.attribute} of {self.subject}"
        when = f" ({self.period})" if self.period else ""
        return f"{told}{when}{': ' if self.values else ''}{' against '.join(self.values)}"


class Register:
    """Marks by what they can cover, so that thousands of them are looked up one by one."""

    def __init__(self, known: Iterable[Mark]) -> None:
        """The marks, known by their places in the order given; the last one that fits counts."""
        self._marks = tuple(known)
        self._by_id = {mark.finding: at for at, mark in enumerate(self._marks)}
        self._by_kind: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for at, mark in enumerate(self._marks):
            self._by_kind[mark.kind].append(at)

    def covering(self, mark: Mark) -> int | None:
        """The place of the mark that covers `mark`, by its id before all others."""
        own = self._by_id.get(mark.finding)
        if own is not None:
            return own
        near = self._by_kind.get(mark.kind, [])
        return next((at for at in reversed(near) if self._marks[at].covers(mark)), None)

    def covered(self, mark: Mark) -> bool:
        """Whether `mark` covers any of these."""
        near = self._by_kind.get(mark.kind, [])
        return mark.finding in self._by_id or any(mark.covers(self._marks[at]) for at in near)


def marks(report: Report) -> dict[str, Mark]:
    """The marks of all findings of a report, by finding id."""
    facts = {fact.id: fact for fact in report.facts}
    labels = {deal.id: deal.label for deal in report.deals}
    return {
        finding.id: _mark(finding, facts.get(finding.fact or ""), labels)
        for finding in report.findings
    }


def _mark(finding: Finding, fact: Fact | None, labels: dict[str, str]) -> Mark:
    camps = fact.camps if fact is not None else ()
    return Mark(
        finding=finding.id,
        rule=finding.rule,
        deal=finding.deal,
        about=labels.get(finding.deal or "", ""),
        attribute=finding.attribute,
        subject=finding.subject,
        period=fact.period if fact is not None else None,
        values=tuple(sorted({camp.value for camp in camps})) if len(camps) >= DISPUTE else (),
    )
