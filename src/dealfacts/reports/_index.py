"""A report with its ids resolved: what every section of a page looks up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.vocabulary import Severity
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Fact, Finding, Problem, Report, Source
    from dealfacts.reports import RenderOptions

# Rules about what somebody or something is called.
NAMES = ("NAM", "ORG", "ROL")
# Problems after which the article is read all the same.
SLIGHT = frozenset({"LOAD002", "LOAD003"})


class Where(NamedTuple):
    """A place in a file on the disk; `column` None where only the line is known."""

    file: str
    line: int
    column: int | None


class Index(NamedTuple):
    """Claims, sources, facts and deal labels of one report by id, and how to show them.

    `order` counts the sources as the report lists them.
    """

    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    order: Mapping[str, int]
    facts: Mapping[str, Fact]
    deals: Mapping[str, str]
    paths: Mapping[str, Source]
    options: RenderOptions

    def deal(self, deal: str | None) -> str | None:
        """The label of a deal, None for no deal."""
        return self.deals.get(deal) if deal else None

    def filed(self, deal: str | None) -> str | None:
        """The deal under which an entry is shown; None if the report does not list its deal.

        So an entry that names another deal does not get lost.
        """
        return deal if deal in self.deals else None

    def label(self, source: str) -> str:
        """The short label of a source, safe to show."""
        known = self.sources.get(source)
        return visible(known.label if known else source)

    def labels(self, sources: Iterable[str]) -> str:
        """Labels of sources, each once, in the order of the report."""
        known = sorted({*sources} & self.order.keys(), key=self.order.__getitem__)
        return ", ".join(self.label(source) for source in known)

    def origins(self, sources: Iterable[str]) -> int:
        """How many origins stand behind sources."""
        return len({self.sources[source].origin for source in sources if source in self.sources})

    def place(self, claim: Claim) -> str:
        """`articles/a.txt:3:14`: where the words stand, as an editor opens it."""
        known = self.sources.get(claim.source)
        path = visible(known.path if known else claim.source)
        return f"{path}:{claim.evidence.line}:{claim.evidence.column}"

    def where(self, claim: Claim) -> Where:
        """The file and the line that a tool can open; no column inside a record."""
        known = self.sources.get(claim.source)
        if known and known.taken_from:
            return Where(known.file, known.taken_from.line, None)
        path = known.path if known else claim.source
        return Where(path, claim.evidence.line, claim.evidence.column)

    def where_wrong(self, problem: Problem) -> Where:
        """The same for a problem, which may be one with a record."""
        known = self.paths.get(problem.path)
        if known and known.taken_from:
            return Where(known.file, known.taken_from.line, None)
        return Where(problem.path, max(problem.line, 1), None)

    def known(self, claims: Iterable[str]) -> tuple[Claim, ...]:
        """The claims behind ids, without those that the report does not hold."""
        return tuple(self.claims[claim] for claim in claims if claim in self.claims)


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Worst first; of the same severity names come after figures and dates."""
    return sorted(findings, key=lambda f: (-f.severity.rank, f.rule.startswith(NAMES)))


def severity(problem: Problem) -> Severity:
    """How loudly to speak of an input that could not be read, or not in full."""
    return Severity.NOTE if problem.rule in SLIGHT else Severity.WARNING


def index(report: Report, options: RenderOptions) -> Index:
    """The index of `report`."""
    return Index(
        claims={claim.id: claim for claim in report.claims},
        sources={source.id: source for source in report.sources},
        order={source.id: number for number, source in enumerate(report.sources)},
        facts={fact.id: fact for fact in report.facts},
        deals={deal.id: deal.label for deal in report.deals},
        paths={source.path: source for source in report.sources},
        options=options,
    )
