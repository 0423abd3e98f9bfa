"""What every large-scale engine does to one article and to one group of kin, whatever carries them.

The rows of a group are those of `reconcile` on its articles alone, so that an engine only has to
bring kin together. Refuses to know files, processes or clusters.
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.lines import line
from dealfacts.model.report import Report, Summary, content_id
from dealfacts.model.statements import Statements
from dealfacts.pipeline import report_of
from dealfacts.telling import NONE, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.settings import Settings

    # What is done to the report of a group before its rows are written; it can be sent about.
    Finish = Callable[[Report], Report]

# As many files a table has: enough to share out, few enough to open at once.
PARTS = 32
TABLES = (
    *("sources", "deals", "claims", "facts", "findings", "accepted"),
    *("checks", "conversions", "timeline", "not_compared", "problems"),
)


class Rows(NamedTuple):
    """The rows of one or more groups: for each of `TABLES` its lines, and the counts."""

    lines: tuple[str, ...]
    summary: Summary


def apart(told: Told) -> Iterator[tuple[str, Told]]:
    """Each article of a file by itself with its id, and ready-made claims by their sources."""
    said, given = _by_source(told.said), _by_source(told.given)
    for article, print_ in zip(told.articles, told.prints, strict=True):
        yield article.id, Told((article,), (print_,), said.get(article.id, NONE), NONE, ())
    for source, claims in given.items():
        yield source, Told((), (), NONE, claims, ())


def _by_source(statements: Statements) -> dict[str, Statements]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    lines: dict[str, list[str]] = defaultdict(list)
    for claim, each in zip(statements.claims, statements.lines.split("\n"), strict=False):
        claims[claim.source].append(claim)
        lines[claim.source].append(f"{each}\n")
    return {source: Statements(claims[source], "".join(lines[source])) for source in claims}


def part_of(group: str) -> int:
    """In which of `PARTS` the rows of a group stand; a group has the smallest id of its sources."""
    return (
        int.from_bytes(blake2b(group.encode("utf-8", "surrogatepass"), digest_size=8).digest())
        % PARTS
    )


def as_found(report: Report) -> Report:
    """The report as it is."""
    return report


def rows_of(told: Iterable[Told], chosen: Settings, finish: Finish) -> Rows:
    """The rows of one group; the order of its articles does not matter."""
    report = finish(report_of(tuple(map(_bare, told)), chosen, is_part=True))
    # Origins are counted within a group, and named by their first source.
    first: dict[str, str] = {}
    for source in report.sources:
        first.setdefault(source.origin, content_id("o-", source.id))
    named = tuple(s.model_copy(update={"origin": first[s.origin]}) for s in report.sources)
    report = report.model_copy(update={"sources": named})
    return Rows(tuple(_table(report, name) for name in TABLES), report.summary)


def _bare(told: Told) -> Told:
    """What comparing needs of a file: claims without their lines, articles without their words."""
    return told._replace(
        articles=tuple(article.model_copy(update={"text": ""}) for article in told.articles),
        said=Statements(told.said.claims),
        given=Statements(told.given.claims),
    )


def _table(report: Report, name: str) -> str:
    return "".join(f"{line(row)}\n" for row in getattr(report, name))


def total(summaries: Sequence[Summary]) -> Summary:
    """The counts of several groups together."""
    fields = Summary.model_fields
    return Summary(**{name: sum(getattr(one, name) for one in summaries) for name in fields})
