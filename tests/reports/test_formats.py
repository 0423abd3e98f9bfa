from __future__ import annotations

import subprocess
import sys

import pytest

from dealfacts import reports
from dealfacts.model.report import Report, Summary

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


@pytest.mark.parametrize("name", reports.names())
def test_a_format_declares_itself(name: str) -> None:
    module = reports.load(name)

    assert name == module.NAME
    assert module.DESCRIPTION
    assert "\n" not in module.DESCRIPTION


def test_the_four_formats_are_found() -> None:
    assert {"github", "json", "jsonl", "terminal"} <= set(reports.names())


@pytest.mark.parametrize("name", reports.names())
def test_a_format_renders_a_report_about_nothing(name: str) -> None:
    shown = reports.load(name).render(EMPTY, reports.RenderOptions())

    assert not shown or shown.endswith("\n")


@pytest.mark.parametrize("name", reports.names())
def test_a_format_does_without_the_articles(name: str, report: Report) -> None:
    assert reports.load(name).render(report, reports.RenderOptions()).endswith("\n")


def test_listing_the_formats_imports_none() -> None:
    code = "import sys; from dealfacts import reports; reports.names(); print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    loaded = done.stdout.split()
    assert not {"pydantic", "rich", "dealfacts.reports.json"}.intersection(loaded)
