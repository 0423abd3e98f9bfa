from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dealfacts.model.report import Report
from dealfacts.reports import json as json_format
from dealfacts.reports import jsonl

if TYPE_CHECKING:
    from dealfacts.reports import RenderOptions


def test_the_document_survives_reading_and_rendering(
    report: Report, options: RenderOptions
) -> None:
    shown = json_format.render(report, options)

    assert Report.model_validate_json(shown) == report


def test_keys_are_sorted_at_every_depth(report: Report, options: RenderOptions) -> None:
    def check(item: object) -> None:
        if isinstance(item, dict):
            assert list(item) == sorted(item)
            for value in item.values():
                check(value)
        elif isinstance(item, list):
            for value in item:
                check(value)

    check(json.loads(json_format.render(report, options)))


def test_decimals_are_strings_without_exponent(report: Report, options: RenderOptions) -> None:
    claims = json.loads(json_format.render(report, options))["claims"]

    amounts = [c["value"] for c in claims if c["attribute"] == "deal_amount"]
    assert amounts[0]["low"] == "2400000000"
    assert amounts[0]["granule"] == "100000000"


def test_every_item_has_a_line(report: Report, options: RenderOptions) -> None:
    lines = json_format.render(report, options).splitlines()

    assert sum('"dealfacts.claim/1"' in line for line in lines) == len(report.claims)


def test_a_lone_surrogate_stays_valid_json_when_written(
    report: Report, options: RenderOptions
) -> None:
    odd = report.model_copy(
        update={"problems": (report.problems[0].model_copy(update={"message": "\ud800"}),)}
    )

    written = json_format.render(odd, options).encode("utf-8", "backslashreplace")

    assert json.loads(written)["problems"][0]["message"] == "\ud800"


def test_each_line_of_jsonl_says_what_it_is(report: Report, options: RenderOptions) -> None:
    lines = [json.loads(line) for line in jsonl.render(report, options).splitlines()]

    assert [line["schema"].partition("/")[0] for line in lines] == (
        ["dealfacts.claim"] * len(report.claims)
        + ["dealfacts.finding"] * len(report.findings)
        + ["dealfacts.problem"] * len(report.problems)
    )
