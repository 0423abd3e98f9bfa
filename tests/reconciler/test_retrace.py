"""The way back to a finding meets what the finding says."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealfacts import pipeline
from dealfacts.reconciler.retrace import retrace

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("drop", ["seeds", "examples/data/drop", "examples/data/two"])
def test_the_cause_found_again_is_the_one_told(drop: str) -> None:
    report = pipeline.run([str(ROOT / drop)]).report
    met = 0
    for finding in report.findings:
        trace = retrace(report, finding)
        assert {reading.claim.id for reading in trace.readings} >= set(finding.claims)
        fits = [test.verdict for one in trace.meetings for test in one.tests if test.verdict]
        met += len(trace.meetings)
        if trace.meetings and finding.cause not in {None, "unknown"}:
            assert any(verdict in " ".join(finding.reasons) for verdict in fits)
        elif trace.meetings:
            assert trace.meetings[0].tests
    assert met


def test_a_test_behind_the_first_that_fits_is_not_tried() -> None:
    report = pipeline.run([str(ROOT / "examples/data/two")]).report
    finding = next(each for each in report.findings if each.rule == "VAL004")
    (meeting,) = retrace(report, finding).meetings
    assert [test.verdict for test in meeting.tests] == [
        "Two neighbouring digits have changed places."
    ]
    assert (meeting.one, meeting.other, meeting.relation) == (0, 1, "conflict")


def test_arithmetic_shows_its_checks() -> None:
    report = pipeline.run([str(ROOT / "seeds")]).report
    finding = next(each for each in report.findings if each.rule.startswith("CHK"))
    trace = retrace(report, finding)
    assert trace.meetings == ()
    assert finding.rule in {check.check for check in trace.checks}
