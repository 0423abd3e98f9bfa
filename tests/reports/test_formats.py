"""What holds for every format: found by itself, complete, the same twice, and safe to open."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from dealfacts import reports
from dealfacts.model.report import Report, Summary
from dealfacts.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.reports import RenderOptions

EMPTY = Report(
    sources=(),
    deals=(),
    claims=(),
    facts=(),
    findings=(),
    checks=(),
    timeline=(),
    not_compared=(),
    problems=(),
    summary=Summary(sources=0, origins=0, deals=0, claims=0, agreements=0, conflicts=0),
)


def in_json(shown: str) -> list[str]:
    return [finding["rule"] for finding in json.loads(shown)["findings"]]


def in_jsonl(shown: str) -> list[str]:
    items = [json.loads(line) for line in shown.split("\n") if line]
    return [item["rule"] for item in items if item["schema"] == "dealfacts.finding/1"]


def in_sarif(shown: str) -> list[str]:
    results = json.loads(shown)["runs"][0]["results"]
    return [each["ruleId"] for each in results if not each.get("suppressions")]


def in_junit(shown: str) -> list[str]:
    root = ET.fromstring(shown)  # noqa: S314  made by this program
    said = [failure.get("message", "") for failure in root.iter("failure")]
    said += [output.text or "" for output in root.iter("system-out")]
    opening = re.compile(r"^(?:error|warning|note) \[(\w+)\]", re.MULTILINE)
    return [rule for text in said for rule in opening.findall(text)]


def in_terminal(shown: str) -> list[str]:
    return re.findall(r"\s\[([A-Z]{3}\d{3})\]$", shown, re.MULTILINE)


def in_github(shown: str) -> list[str]:
    return [
        rule
        for line in shown.splitlines()
        for rule in re.findall(r"title=(\w+) ", line.partition("::")[2].partition("::")[0])
    ]


def in_markdown(shown: str) -> list[str]:
    return re.findall(r"^\| \*\*\w+\*\* \| .*?\\\[([A-Z]{3}\d{3})\\\] \|", shown, re.MULTILINE)


def in_html(shown: str) -> list[str]:
    return re.findall(r'<article class="finding[^>]*data-rule="(\w+)"', shown)


FINDINGS: dict[str, Callable[[str], list[str]]] = {
    "github": in_github,
    "html": in_html,
    "json": in_json,
    "jsonl": in_jsonl,
    "junit": in_junit,
    "markdown": in_markdown,
    "sarif": in_sarif,
    "terminal": in_terminal,
}


def told_apart(report: Report) -> Report:
    """The report with a rule of its own for each finding; there is a note, and one without fact."""
    findings = [
        finding.model_copy(update={"rule": f"TST{number:03}", **change})
        for number, (finding, change) in enumerate(
            [
                *((finding, {}) for finding in report.findings),
                (report.findings[0], {"severity": Severity.NOTE}),
                (report.findings[0], {"fact": None, "deal": "d-unheard-of"}),
                (report.findings[1], {"fact": None, "claims": ()}),
            ]
        )
    ]
    return report.model_copy(update={"findings": tuple(findings)})


@pytest.mark.parametrize("name", reports.names())
def test_a_format_declares_itself(name: str) -> None:
    module = reports.load(name)

    assert name == module.NAME
    assert module.DESCRIPTION
    assert "\n" not in module.DESCRIPTION


def test_every_format_of_the_interface_is_found() -> None:
    assert set(reports.names()) == {
        *("github", "html", "json", "jsonl", "junit", "markdown", "sarif", "terminal")
    }


@pytest.mark.parametrize("name", reports.names())
def test_a_format_holds_every_finding_once(
    name: str, report: Report, options: RenderOptions
) -> None:
    several = told_apart(report)

    shown = reports.load(name).render(several, options)

    assert Counter(FINDINGS[name](shown)) == Counter(f.rule for f in several.findings)


@pytest.mark.parametrize("name", reports.names())
def test_a_format_renders_the_same_bytes_twice(
    name: str, report: Report, options: RenderOptions
) -> None:
    render = reports.load(name).render

    assert render(report, options) == render(report, options)


@pytest.mark.parametrize("name", reports.names())
def test_nothing_from_an_article_steers_a_terminal_or_reorders_a_line(
    name: str, hostile: tuple[Report, RenderOptions]
) -> None:
    shown = reports.load(name).render(*hostile)

    acting = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e]")
    assert not acting.findall(shown)
    assert not re.findall("[\u2028\u2029\u2060\u2066-\u2069\ufeff\ufffe\uffff]", shown)


@pytest.mark.parametrize("name", reports.names())
def test_hostile_text_hides_no_finding(name: str, hostile: tuple[Report, RenderOptions]) -> None:
    shown = reports.load(name).render(*hostile)

    assert Counter(FINDINGS[name](shown)) == Counter(f.rule for f in hostile[0].findings)


@pytest.mark.parametrize("name", reports.names())
def test_a_format_renders_a_report_about_nothing(name: str) -> None:
    shown = reports.load(name).render(EMPTY, reports.RenderOptions())

    assert not shown or shown.endswith("\n")


@pytest.mark.parametrize("name", reports.names())
def test_a_format_does_without_the_articles(name: str, report: Report) -> None:
    assert reports.load(name).render(report, reports.RenderOptions()).endswith("\n")


@pytest.mark.parametrize("name", reports.names())
@pytest.mark.parametrize("missing", ["sources", "deals", "claims", "facts"])
def test_a_format_does_without_a_part_of_the_report(
    name: str, missing: str, report: Report, options: RenderOptions
) -> None:
    partial = report.model_copy(update={missing: ()})

    shown = reports.load(name).render(partial, options)

    assert Counter(FINDINGS[name](shown)) == Counter(f.rule for f in report.findings)


def test_listing_the_formats_imports_none() -> None:
    code = "import sys; from dealfacts import reports; reports.names(); print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    loaded = done.stdout.split()
    assert not {"pydantic", "rich", "jinja2", "dealfacts.reports.json"}.intersection(loaded)
