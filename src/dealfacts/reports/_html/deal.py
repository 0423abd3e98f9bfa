"""One deal of a report as a view: its differences, facts, matrix, arithmetic and timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Status
from dealfacts.reconciler.rules import BY_ID
from dealfacts.reports import _sides, _wording
from dealfacts.reports._advice import advice
from dealfacts.reports._chapters import grouped
from dealfacts.reports._excerpt import excerpt
from dealfacts.reports._html.matrix import line
from dealfacts.reports._html.plot import plot
from dealfacts.reports._html.views import (
    Camp,
    Chip,
    DealView,
    Difference,
    Key,
    Row,
    StepView,
    Sum,
    Words,
    letter,
)
from dealfacts.reports._index import ranked
from dealfacts.reports._steps import course
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Check, Conversion, Fact, Finding, Report
    from dealfacts.reports._chapters import Chapter
    from dealfacts.reports._index import Index

# Characters of a sentence around a value.
ROOM = 320
DECIDED = "decided"
# How a fact without a finding is filed; a conflict that nobody reports is still worth a note.
CALM = {
    Status.AGREEMENT: "agreement",
    Status.CONFLICT: "note",
    Status.SINGLE_SOURCE: "single_source",
}


@dataclass(frozen=True)
class Maker:
    """Makes views of one report; the numbers are those of the page's data block."""

    index: Index
    decided: frozenset[str | None]
    claim_numbers: Mapping[str, int]
    source_numbers: Mapping[str, int]
    origin_numbers: Mapping[str, int]
    about: Mapping[str | None, Sequence[Finding]]

    @classmethod
    def of(cls, report: Report, index: Index) -> Maker:
        """A maker for `report`."""
        origins = dict.fromkeys(source.origin for source in report.sources)
        return cls(
            index,
            frozenset(each.finding.fact for each in report.accepted),
            {claim.id: number for number, claim in enumerate(report.claims)},
            {source.id: number for number, source in enumerate(report.sources)},
            {origin: number for number, origin in enumerate(origins)},
            grouped(ranked(report.findings), lambda finding: finding.fact),
        )

    def deal(self, here: Chapter, first: int) -> DealView:
        """A chapter; `first` is the number of its first finding in the data block."""
        index = self.index
        sources = here.deal.sources if here.deal else ()
        rows = tuple(self._row(fact) for fact in here.facts)
        shown = self._in_order(sources)
        return DealView(
            id=here.deal.id if here.deal else "none",
            label=here.title,
            backing=_wording.backing(len(sources), index.origins(sources)) if sources else "",
            labels=tuple(index.label(source) for source in shown),
            differences=tuple(
                self._difference(*each) for each in enumerate(here.findings, start=first)
            ),
            rows=rows,
            letters=tuple(map(letter, range(max((len(row.camps) for row in rows), default=1)))),
            matrix=tuple(
                line(self, fact, row, shown) for fact, row in zip(here.facts, rows, strict=True)
            ),
            decided=tuple(
                (each.finding.message, each.finding.rule, _wording.decision(each))
                for each in here.accepted
            ),
            sums=tuple(sorted(map(self._sum, here.checks), key=lambda each: each.holds)),
            conversions=tuple(
                sorted(map(self._conversion, here.conversions), key=lambda each: each.holds)
            ),
            steps=tuple(
                StepView(step.day, step.told, self.chip(step.claim))
                for step in course(here.events, index)
            ),
        )

    def _in_order(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Sources that the report lists, each once, in its order."""
        known = {source for source in sources if source in self.source_numbers}
        return tuple(sorted(known, key=self.source_numbers.__getitem__))

    def chip(self, claim: Claim) -> Chip:
        """The source of a claim, leading to it."""
        return Chip(self.index.label(claim.source), self.opened(claim))

    def opened(self, claim: Claim) -> int | None:
        """The number of a claim whose sentence can be opened."""
        return self.claim_numbers[claim.id] if self._is_readable(claim) else None

    def _chips(self, claims: Iterable[Claim]) -> tuple[Chip, ...]:
        """A chip for each source, in the order of the report, with its best claim."""
        best: dict[str, Claim] = {}
        for claim in claims:
            best.setdefault(claim.source, claim)
        return tuple(self.chip(best[source]) for source in self._in_order(best))

    def _camps(self, sides: Iterable[_sides.Side]) -> tuple[Camp, ...]:
        return tuple(
            Camp(
                at,
                side.value,
                self.opened(side.claims[0]) if side.claims else None,
                _wording.backing(len(side.sources), side.origins),
                self._chips(side.claims),
                self._words(side.claims[0]) if side.claims else None,
            )
            for at, side in enumerate(sides)
        )

    def _words(self, claim: Claim) -> Words:
        shown = excerpt(claim, self.index.options.texts, ROOM)
        limits = ", ".join(_wording.qualifiers(claim))
        return Words(*shown, self.index.label(claim.source), self.index.place(claim), limits)

    def _key(self, severity: str, attribute: str, claims: Iterable[Claim]) -> Key:
        sources = self._in_order(claim.source for claim in claims)
        origins = dict.fromkeys(self.index.sources[source].origin for source in sources)
        return Key(
            severity,
            attribute,
            " ".join(str(self.source_numbers[source]) for source in sources),
            " ".join(str(self.origin_numbers[origin]) for origin in origins),
        )

    def _difference(self, number: int, finding: Finding) -> Difference:
        index = self.index
        fact = _sides.disputed(finding, index)
        sides = _sides.sides(finding, index)
        camps = self._camps(sides)
        claims = [claim for side in sides for claim in side.claims]
        rule = BY_ID.get(finding.rule)
        figures = [(camp, side.claims[0]) for camp, side in zip(camps, sides, strict=True)
                   if side.claims] if fact else []  # fmt: skip
        return Difference(
            id=finding.id,
            number=number,
            rule=finding.rule,
            rule_title=rule.title if rule else "",
            advice=advice(finding),
            title=_sides.heading(finding, index),
            key=self._key(finding.severity.value, finding.attribute, claims),
            camps=camps,
            fits=self._fits(fact) if fact else (),
            reasons=finding.reasons,
            plot=plot(figures),
            is_pair=len({claim.source for claim in claims if self._is_readable(claim)}) > 1,
        )

    def _is_readable(self, claim: Claim) -> bool:
        return claim.source in self.index.options.texts

    def _fits(self, fact: Fact) -> tuple[tuple[str, tuple[Chip, ...]], ...]:
        """What takes no side, or puts it otherwise, each with who says so."""
        told: dict[str, list[Claim]] = {}
        for claim, room in _sides.fitting(fact, self.index):
            told.setdefault(f"{_wording.printed(claim)} fits {room}", []).append(claim)
        for claim in _sides.otherwise(fact, self.index):
            told.setdefault(f"told as {_wording.variant(claim)}", []).append(claim)
        return tuple((words, self._chips(claims)) for words, claims in told.items())

    def _row(self, fact: Fact) -> Row:
        about = self.about.get(fact.id, ())
        claims = [
            *(claim for camp in fact.camps for claim in self.index.known(camp.claims)),
            *self.index.known(attached.claim for attached in fact.also_compatible),
        ]
        severity = about[0].severity.value if about else CALM[fact.status]
        is_decided = not about and fact.id in self.decided
        return Row(
            id=fact.id,
            title=_wording.title(fact, self.index.deal(fact.deal)),
            state=DECIDED if is_decided else severity.replace("single_source", "one origin"),
            key=self._key(severity, fact.attribute, claims),
            camps=self._camps(_sides.camps(fact, self.index)),
            fits=self._fits(fact),
            notes=fact.notes,
            finding=about[0].id if about else None,
        )

    def _sum(self, check: Check) -> Sum:
        return Sum(
            check.check,
            check.holds,
            visible(check.message),
            self._chips(self.index.known(check.inputs)),
        )

    def _conversion(self, each: Conversion) -> Sum:
        chips = self._chips(self.index.known((each.claim,)))
        return Sum("", each.fits, visible(each.message), chips)
