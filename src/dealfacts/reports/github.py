"""GitHub Actions workflow commands: each finding an annotation at the words that it is about.

GitHub shows ten annotations of a level in a step and drops the rest without a word, so the worst
come first and a last line counts what was left out. In a job the command line adds the markdown
format to the summary of the step, where nothing is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.report import Problem
from dealfacts.model.vocabulary import Severity
from dealfacts.reports import _wording
from dealfacts.reports._index import index as make_index
from dealfacts.reports._index import ranked, severity
from dealfacts.reports._told import body
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.model.report import Finding, Report
    from dealfacts.reports import RenderOptions
    from dealfacts.reports._index import Index, Where

NAME = "github"
DESCRIPTION = "annotations for GitHub Actions"

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# What GitHub shows of one level per step.
MOST = 10


def render(report: Report, options: RenderOptions) -> str:
    """One line an annotation; an empty string where there is nothing to say."""
    index = make_index(report, options)
    by_level: dict[str, list[Finding | Problem]] = {level: [] for level in LEVELS.values()}
    for finding in ranked(report.findings):
        by_level[LEVELS[finding.severity]].append(finding)
    for problem in report.problems:
        by_level[LEVELS[severity(problem)]].append(problem)
    return "".join(f"{line}\n" for line in _capped(by_level, index))


def _capped(by_level: dict[str, list[Finding | Problem]], index: Index) -> Iterator[str]:
    left_out = sum(max(len(entries) - MOST, 0) for entries in by_level.values())
    for level, entries in by_level.items():
        # The count of what is missing is a notice too, and needs a place among them.
        room = MOST - 1 if left_out and level == "notice" else MOST
        left_out += len(entries[room:MOST])
        # A large drop has thousands that are only counted: only what is shown is put in words.
        for entry in entries[:room]:
            yield _problem(entry, index) if isinstance(entry, Problem) else _finding(entry, index)
    if left_out:
        more = _wording.counted(left_out, "more entry is", "more entries are")
        yield _command("notice", {}, f"{more} not shown here; see `dealfacts reconcile`")


def _problem(problem: Problem, index: Index) -> str:
    where = _place(index.where_wrong(problem)) | {"title": problem.rule}
    return _command(LEVELS[severity(problem)], where, visible(problem.message))


def _finding(finding: Finding, index: Index) -> str:
    where: dict[str, str] = {}
    claims = index.known(finding.claims)
    if claims:
        where = _place(index.where(claims[0]))
    where["title"] = f"{finding.rule} {_wording.attribute(finding.attribute)}"
    told = "\n".join((visible(finding.message), *body(finding, index)))
    return _command(LEVELS[finding.severity], where, told)


def _place(where: Where) -> dict[str, str]:
    found = {"file": where.file, "line": str(where.line)}
    return found if where.column is None else found | {"col": str(where.column)}


def _command(level: str, where: dict[str, str], message: str) -> str:
    """A workflow command; what has a meaning in its syntax is percent-encoded."""
    told = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    return f"::{level}{' ' if told else ''}{told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return _data(shown).replace(":", "%3A").replace(",", "%2C")
