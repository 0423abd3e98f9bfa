from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from dealfacts.model.vocabulary import Severity
from dealfacts.reports import RenderOptions, junit

if TYPE_CHECKING:
    from dealfacts.model.report import Report

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("junit-10.xsd")))


def tree(report: Report, options: RenderOptions) -> etree._Element:
    root = etree.fromstring(junit.render(report, options).encode())
    SCHEMA.assertValid(root)
    return root


def test_the_document_fits_the_schema_that_build_servers_read(
    report: Report, options: RenderOptions
) -> None:
    assert tree(report, options).tag == "testsuites"


def test_a_hostile_document_fits_the_schema(hostile: tuple[Report, RenderOptions]) -> None:
    root = tree(*hostile)

    assert len(root.findall(".//failure")) == len(hostile[0].findings)
    assert {each.tag for each in root.iter()} == {
        *("testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out")
    }


def test_the_schema_can_fail(report: Report, options: RenderOptions) -> None:
    root = tree(report, options)
    del root.find(".//testcase").attrib["name"]

    with pytest.raises(etree.DocumentInvalid, match="'name' is required"):
        SCHEMA.assertValid(root)


def test_every_fact_is_a_case_with_a_name_of_its_own(
    report: Report, options: RenderOptions
) -> None:
    twice = report.model_copy(
        update={"facts": (*report.facts, report.facts[0].model_copy(update={"id": "f-again"}))}
    )

    root = tree(twice, options)

    for suite in root:
        names = [case.get("name") for case in suite]
        assert len(set(names)) == len(names)
        assert int(suite.get("tests")) == len(names)
    assert "Deal amount (2)" in [case.get("name") for case in root.iter("testcase")]
    assert int(root.get("tests")) == sum(len(suite) for suite in root)


def test_a_conflict_fails_the_case_of_its_fact(report: Report, options: RenderOptions) -> None:
    case = tree(report, options).find(".//testcase[@name='Deal amount']")

    failure = case.find("failure")
    assert failure.get("type") == "VAL001"
    assert failure.get("message").startswith("error [VAL001] deal amount of Northwind")
    assert "$2.6 billion: 03" in failure.text
    assert "articles/03-gazette.txt:3:189: " in failure.text
    assert "$2.4 billion: 2 articles / 1 origin" in case.findtext("system-out")


def test_a_note_fails_nothing(report: Report, options: RenderOptions) -> None:
    quiet = tuple(f.model_copy(update={"severity": Severity.NOTE}) for f in report.findings)

    root = tree(report.model_copy(update={"findings": quiet}), options)

    assert root.get("failures") == "0"
    assert "note [VAL001]" in root.find(".//testcase[@name='Deal amount']").findtext("system-out")


def test_an_unread_article_is_an_error_and_a_missing_date_is_none(
    report: Report, options: RenderOptions
) -> None:
    suite = tree(report, options).find("testsuite[@name='input']")

    assert [case.find("error") is not None for case in suite] == [True, False]
    assert (suite.get("errors"), suite.get("failures")) == ("1", "0")


def test_what_was_decided_on_is_skipped(decided: Report, options: RenderOptions) -> None:
    root = tree(decided, options)

    skipped = root.findall(".//skipped")
    assert [each.get("message") for each in skipped] == [
        "accepted by Jo <jo@example.org> (checked | with the filing), until 2027-01-31"
    ]
    assert root.find("testsuite").get("skipped") == "1"
    assert root.find(".//testcase[@name='Deal amount']").find("failure") is None
