from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from dealfacts.model.text import Article, Sentence
from dealfacts.reconciler.rules import BY_ID, RULES
from dealfacts.reports import RenderOptions, sarif

if TYPE_CHECKING:
    from dealfacts.model.report import Report

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_bytes())
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)


def log(report: Report, options: RenderOptions) -> dict[str, object]:
    content = json.loads(sarif.render(report, options))
    VALIDATOR.validate(content)
    return content


def test_the_log_fits_the_official_schema(report: Report, options: RenderOptions) -> None:
    assert log(report, options)["version"] == "2.1.0"


def test_a_hostile_log_fits_the_official_schema(hostile: tuple[Report, RenderOptions]) -> None:
    content = log(*hostile)

    uris = [each["location"]["uri"] for each in content["runs"][0]["artifacts"]]
    assert all(uri.isascii() and not set(uri) & set('<>" \\') for uri in uris)


def test_the_schema_can_fail(report: Report, options: RenderOptions) -> None:
    content = json.loads(sarif.render(report, options))
    content["runs"][0]["results"][0]["level"] = "loud"

    with pytest.raises(jsonschema.ValidationError, match="'loud' is not one of"):
        VALIDATOR.validate(content)


def test_a_finding_stands_at_its_first_claim_with_the_other_sides_beside_it(
    report: Report, options: RenderOptions
) -> None:
    first = log(report, options)["runs"][0]["results"][0]

    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "articles/01-ledger.txt"
    region = place["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, 36, 48)
    assert region["snippet"]["text"] == "$2.4 billion"
    beside = [each["message"]["text"] for each in first["relatedLocations"]]
    assert "03: $2.6 billion" in beside
    assert [each["id"] for each in first["relatedLocations"]] == [*range(1, len(beside) + 1)]


def test_a_side_that_the_finding_does_not_list_is_related_too(
    report: Report, options: RenderOptions
) -> None:
    finding = report.findings[0]
    lower = [c.id for c in report.claims if c.evidence.quote == "$2.4 billion"]
    short = finding.model_copy(update={"claims": (lower[0], lower[-1])})

    result = log(report.model_copy(update={"findings": (short,)}), options)["runs"][0]["results"][0]

    assert any("$2.6 billion" in each["message"]["text"] for each in result["relatedLocations"])


def test_the_identity_of_a_result_is_the_finding(report: Report, options: RenderOptions) -> None:
    results = log(report, options)["runs"][0]["results"]

    assert {r["partialFingerprints"]["dealfacts/v1"] for r in results} == {
        f.id for f in report.findings
    }


def test_moving_the_articles_changes_no_identity(report: Report, options: RenderOptions) -> None:
    moved = report.model_copy(
        update={
            "sources": tuple(
                s.model_copy(update={"path": f"/else where/{s.path}"}) for s in report.sources
            )
        }
    )

    before, after = (log(each, options)["runs"][0] for each in (report, moved))

    assert [r["partialFingerprints"] for r in before["results"]] == [
        r["partialFingerprints"] for r in after["results"]
    ]
    assert after["artifacts"][0]["location"]["uri"] == (
        "file:///else%20where/articles/01-ledger.txt"
    )


def test_every_rule_brings_its_own_page(report: Report, options: RenderOptions) -> None:
    rules = log(report, options)["runs"][0]["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES]
    for rule in rules:
        assert rule["help"]["text"] == BY_ID[rule["id"]].page
        assert BY_ID[rule["id"]].advice in rule["help"]["markdown"]


def test_problems_are_notifications(report: Report, options: RenderOptions) -> None:
    told = log(report, options)["runs"][0]["invocations"][0]["toolExecutionNotifications"]

    assert [(each["descriptor"]["id"], each["level"]) for each in told] == [
        ("LOAD001", "warning"),
        ("LOAD002", "note"),
    ]


def test_braces_and_brackets_frame_nothing(report: Report, options: RenderOptions) -> None:
    odd = report.findings[0].model_copy(
        update={"message": "[a](b) {0} \\", "rule": "TST000", "reasons": ()}
    )

    result = log(report.model_copy(update={"findings": (odd,)}), options)["runs"][0]["results"][0]

    assert result["message"]["text"] == "\\[a\\](b) {{0}} \\\\"


def test_words_over_two_lines_end_on_the_second(report: Report) -> None:
    text = "It paid $2.4\nbillion in cash."
    article = Article(id="x.txt", path="x.txt", text=text)
    evidence = article.evidence(8, 20, Sentence(start=0, end=len(text)))
    claim = report.claims[0].model_copy(update={"evidence": evidence})
    only = report.findings[0].model_copy(update={"claims": (claim.id,), "fact": None})
    bare = report.model_copy(update={"claims": (claim,), "facts": (), "findings": (only,)})

    result = log(bare, RenderOptions())["runs"][0]["results"][0]

    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (1, 9)
    assert (region["endLine"], region["endColumn"]) == (2, 8)
    assert "relatedLocations" not in result


def test_what_was_decided_on_is_a_suppressed_result(
    decided: Report, options: RenderOptions
) -> None:
    results = log(decided, options)["runs"][0]["results"]

    assert [len(each["suppressions"]) for each in results] == [0, 0, 1]
    assert results[-1]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "accepted by Jo <jo@example.org> (checked | with the filing), "
            "until 2027-01-31",
        }
    ]
    assert results[-1]["ruleId"] == "VAL001"
