from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.model.report import Finding, Problem, Report
from dealfacts.model.vocabulary import Severity
from dealfacts.reports import github

if TYPE_CHECKING:
    import pytest

    from dealfacts.reports import RenderOptions


def with_findings(report: Report, *findings: Finding) -> Report:
    return report.model_copy(update={"findings": findings, "problems": ()})


def test_a_finding_points_at_its_first_claim(report: Report, options: RenderOptions) -> None:
    first = github.render(report, options).splitlines()[0]

    assert first.startswith(
        "::error file=articles/01-ledger.txt,line=1,col=36,title=VAL001 Deal amount::"
    )


def test_the_worst_come_first(report: Report, options: RenderOptions) -> None:
    backwards = report.model_copy(update={"findings": report.findings[::-1]})

    levels = [line.split(" ")[0] for line in github.render(backwards, options).splitlines()]

    assert levels == ["::error", "::warning", "::warning", "::warning", "::notice"]


def test_what_steers_the_runner_is_encoded(report: Report, options: RenderOptions) -> None:
    hostile = report.findings[0].model_copy(
        update={"message": "100%\n::error::owned", "rule": "TST000", "claims": (), "reasons": ()}
    )

    shown = github.render(with_findings(report, hostile), options)

    assert shown == "::error title=TST000 Deal amount::100%25 ::error::owned\n"


def test_a_path_cannot_end_its_property(report: Report, options: RenderOptions) -> None:
    problem = Problem(path="a,line=9:b\n.txt", message="odd")

    shown = github.render(
        report.model_copy(update={"findings": (), "problems": (problem,)}), options
    )

    assert shown == "::warning file=a%2Cline=9%3Ab%0A.txt,line=1,title=LOAD001::odd\n"


def test_more_than_the_runner_shows_is_counted(report: Report, options: RenderOptions) -> None:
    many = tuple(
        report.findings[0].model_copy(update={"id": f"x-{n}", "severity": severity})
        for n in range(12)
        for severity in (Severity.NOTE, Severity.ERROR)
    )

    lines = github.render(with_findings(report, *many), options).splitlines()

    assert sum(line.startswith("::error") for line in lines) == 10
    assert sum(line.startswith("::notice") for line in lines) == 10
    assert lines[-1] == ("::notice::5 more entries are not shown here; see `dealfacts reconcile`")


def test_only_what_is_shown_is_put_in_words(
    report: Report, options: RenderOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Finding] = []
    monkeypatch.setattr(github, "body", lambda finding, _: told.append(finding) or ())
    github.render(with_findings(report, *[report.findings[0]] * 500), options)
    assert len(told) == github.MOST


def test_one_too_many_is_counted_in_the_singular(report: Report, options: RenderOptions) -> None:
    many = tuple(report.findings[0].model_copy(update={"id": f"x-{n}"}) for n in range(11))

    lines = github.render(with_findings(report, *many), options).splitlines()

    assert lines[-1].startswith("::notice::1 more entry is not shown here")
    assert len(lines) == 11


def test_nothing_to_say_is_an_empty_string(report: Report, options: RenderOptions) -> None:
    assert github.render(with_findings(report), options) == ""


def test_every_line_is_a_workflow_command(
    report: Report, options: RenderOptions, hostile: tuple[Report, RenderOptions]
) -> None:
    # What the runner reads: its level, properties that hold none of its own signs, the message.
    value = r"(?:[^%,:\r\n]|%(?:25|0A|0D|2C|3A))*"
    message = r"(?:[^%\r\n]|%(?:25|0A|0D))+"
    where = rf"(?: \w+={value}(?:,\w+={value})*)?"
    command = re.compile(rf"::(?:error|warning|notice){where}::{message}")

    for shown in (github.render(report, options), github.render(*hostile)):
        lines = shown.removesuffix("\n").split("\n")
        assert len(lines) == len(report.findings) + len(report.problems)
        assert [line for line in lines if not command.fullmatch(line)] == []


def test_a_claim_of_a_source_that_is_not_listed_still_has_a_place(
    report: Report, options: RenderOptions
) -> None:
    bare = report.model_copy(update={"sources": (), "problems": ()})

    assert "file=01-ledger.txt,line=1" in github.render(bare, options)
