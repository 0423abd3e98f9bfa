"""JUnit XML: every fact a test case, so that a build server shows which of them are in dispute.

A deal is a test suite. Errors and warnings fail the case of their fact (or one of their own, where
they are about no single fact); notes stand in its output. What was decided on before is skipped,
and an article that could not be read is an error. Refuses to give times: nothing here was timed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from dealfacts.model.vocabulary import Severity
from dealfacts.reports import _wording
from dealfacts.reports._chapters import chapters, grouped
from dealfacts.reports._index import index as make_index
from dealfacts.reports._index import severity
from dealfacts.reports._told import body
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.model.report import Fact, Finding, Problem, Report
    from dealfacts.reports import RenderOptions
    from dealfacts.reports._chapters import Chapter
    from dealfacts.reports._index import Index

NAME = "junit"
DESCRIPTION = "JUnit XML, one test case per fact, for build servers"

INPUT = "input"


class Case(NamedTuple):
    """One test case: its name, what failed it (rule and text, worst first), and what it prints.

    `skipped` is the decision on a finding that does not count any more.
    """

    name: str
    failures: tuple[tuple[str, str], ...] = ()
    error: str = ""
    skipped: str = ""
    output: str = ""


def render(report: Report, options: RenderOptions) -> str:
    """The report as `testsuites`, a suite a deal."""
    index = make_index(report, options)
    suites = [(visible(each.title), _cases(each, index)) for each in chapters(report, index)]
    suites.append((INPUT, [_problem(each) for each in report.problems]))
    root = ET.Element("testsuites", name="dealfacts")
    root.extend(_suite(name, cases) for name, cases in suites if cases)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, 0)) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _cases(chapter: Chapter, index: Index) -> list[Case]:
    about = grouped(chapter.findings, lambda finding: finding.fact)
    here = {fact.id for fact in chapter.facts}
    cases = [_fact(fact, about.get(fact.id, ()), index) for fact in chapter.facts]
    cases += [_own(finding, index) for finding in chapter.findings if finding.fact not in here]
    cases += [
        Case(visible(each.finding.message), skipped=_wording.decision(each))
        for each in chapter.accepted
    ]
    return list(_told_apart(cases))


def _told_apart(cases: Sequence[Case]) -> Iterator[Case]:
    """The cases with a number behind a name that was there before."""
    seen: dict[str, int] = {}
    for case in cases:
        seen[case.name] = seen.get(case.name, 0) + 1
        again = seen[case.name] > 1
        yield case._replace(name=f"{case.name} ({seen[case.name]})") if again else case


def _fact(fact: Fact, findings: Sequence[Finding], index: Index) -> Case:
    output = [_wording.title(fact, index.deal(fact.deal))]
    for camp in fact.camps:
        value = _wording.value(fact, camp, index.known(camp.claims))
        backing = _wording.backing(len(camp.sources), camp.origins)
        output.append(f"  {value}: {backing}: {index.labels(camp.sources)}")
    return _case(output[0], findings, output, index)


def _own(finding: Finding, index: Index) -> Case:
    return _case(visible(finding.message), [finding], [], index)


def _case(name: str, findings: Sequence[Finding], output: list[str], index: Index) -> Case:
    loud = [each for each in findings if each.severity is not Severity.NOTE]
    quiet = [each for each in findings if each.severity is Severity.NOTE]
    return Case(
        name,
        failures=tuple((each.rule, _told(each, index)) for each in loud),
        output="\n".join((*output, *(_told(each, index) for each in quiet))),
    )


def _told(finding: Finding, index: Index) -> str:
    """A finding in plain text: the message, each side with its words and place, and why."""
    head = f"{finding.severity.value} [{finding.rule}] {visible(finding.message)}"
    return "\n".join((head, *body(finding, index)))


def _problem(problem: Problem) -> Case:
    told = f"{visible(problem.path)}:{problem.line}: {visible(problem.message)}  [{problem.rule}]"
    name = f"{visible(problem.path)}: {problem.rule}"
    if severity(problem) is Severity.NOTE:
        return Case(name, output=told)
    return Case(name, error=told)


def _suite(name: str, cases: Sequence[Case]) -> ET.Element:
    suite = ET.Element(
        "testsuite",
        name=name,
        tests=str(len(cases)),
        failures=str(sum(bool(case.failures) for case in cases)),
        errors=str(sum(bool(case.error) for case in cases)),
        skipped=str(sum(bool(case.skipped) for case in cases)),
    )
    for case in cases:
        element = ET.SubElement(suite, "testcase", classname=name, name=case.name)
        for rule, text in case.failures:
            message, _, why = text.partition("\n")
            ET.SubElement(element, "failure", type=rule, message=message).text = why
        if case.error:
            ET.SubElement(element, "error", type="input", message=case.error)
        if case.skipped:
            ET.SubElement(element, "skipped", message=case.skipped)
        if case.output:
            ET.SubElement(element, "system-out").text = case.output
    return suite
