from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dealfacts.gate import fresh
from dealfacts.model.report import Accepted, Problem, Report

if TYPE_CHECKING:
    from collections.abc import Sequence

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def golden(monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(GOLDEN)
    return Report.model_validate_json((GOLDEN / "northwind.json").read_bytes())


def narrowed(report: Report, paths: Sequence[str]) -> Report:
    return fresh.touched(report, fresh.sources_under(report, paths))


def test_new_paths_are_read_once(tmp_path: Path) -> None:
    inside, outside = str(tmp_path / "drop" / "ledger.txt"), str(tmp_path / "other.txt")

    assert fresh.together([str(tmp_path / "drop")], [inside, outside]) == (
        str(tmp_path / "drop"),
        outside,
    )


def test_touched_keeps_what_the_new_article_is_part_of(golden: Report) -> None:
    shown = narrowed(golden, ["articles/03-gazette.txt"])

    assert [f.rule for f in shown.findings] == ["VAL001", "ROL001", "NAM001"]
    assert [f.attribute for f in shown.facts] == [
        "deal_amount", "revenue", "headcount", "person_role", "person_role",
    ]  # fmt: skip
    assert shown.claims == golden.claims
    assert [d.label for d in shown.deals] == ["Northwind / Acme Robotics"]


def test_touched_counts_a_claim_that_only_fits_a_side(golden: Report) -> None:
    shown = narrowed(golden, ["articles/04-blog.md"])

    assert [f.rule for f in shown.findings] == ["VAL001"]
    assert [n.reason for n in shown.not_compared] == [n.reason for n in golden.not_compared]


def test_touched_takes_a_folder(golden: Report) -> None:
    assert narrowed(golden, ["articles"]).findings == golden.findings


def test_totals_are_those_of_the_new_articles(golden: Report) -> None:
    shown = narrowed(golden, ["articles/03-gazette.txt"])
    (new,) = shown.new

    assert shown.summary.sources == 1
    assert shown.summary.origins == 1
    assert shown.summary.claims == sum(claim.source == new for claim in golden.claims) > 0
    assert shown.summary.claims < golden.summary.claims
    assert shown.summary.agreements + shown.summary.conflicts <= len(shown.facts)
    assert shown.summary.deals == len(shown.deals) == 1


def test_notes_on_old_articles_are_left_out_and_unread_files_stay(golden: Report) -> None:
    new, old, unread = (
        Problem(path=path, message="odd")
        for path in ("articles/03-gazette.txt", "articles/02-wire.txt", "articles/05-photo.txt")
    )
    report = golden.model_copy(update={"problems": (old, new, unread)})

    assert narrowed(report, ["articles/03-gazette.txt"]).problems == (new, unread)


def test_of_what_was_decided_that_of_the_new_articles_is_told(golden: Report) -> None:
    taken = tuple(
        Accepted(finding=finding, record="baseline", verdict="accepted")
        for finding in golden.findings
    )
    report = golden.model_copy(update={"findings": (), "accepted": taken})

    shown = narrowed(report, ["articles/04-blog.md"])

    assert [one.finding.rule for one in shown.accepted] == ["VAL001"]
    assert shown.findings == ()


def test_without_a_new_article_nothing_is_left(golden: Report) -> None:
    shown = fresh.touched(golden, frozenset())

    assert (shown.findings, shown.facts, shown.deals) == ((), (), ())
    assert shown.summary.claims == 0


def test_a_folder_whose_name_only_begins_the_same_is_another_one(golden: Report) -> None:
    assert fresh.sources_under(golden, ["article"]) == frozenset()
