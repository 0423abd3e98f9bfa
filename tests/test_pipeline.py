from __future__ import annotations

import io
from pathlib import Path

import pytest

from dealfacts import pipeline
from dealfacts.errors import DealfactsError
from dealfacts.reports import jsonl

LEDGER = "Northwind Group agreed to buy Acme Robotics for $2.4 billion in cash, it said.\n"
GAZETTE = "Northwind Group will acquire Acme Robotics for $2.9 billion, Northwind said.\n"


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ledger.txt").write_text(LEDGER, encoding="utf-8")
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    return folder


def test_a_run_holds_the_report_and_the_texts_behind_it(drop: Path) -> None:
    run = pipeline.run([str(drop)])

    assert run.texts == {"ledger.txt": LEDGER, "gazette.txt": GAZETTE}
    assert {source.id for source in run.report.sources} == set(run.texts)
    assert [f.attribute for f in run.report.findings if f.rule == "VAL001"] == ["deal_amount"]
    for claim in run.report.claims:
        where = claim.evidence
        assert run.texts[claim.source][where.start : where.end] == where.quote


def test_a_file_that_cannot_be_read_is_a_problem_of_the_report(drop: Path) -> None:
    (drop / "photo.txt").write_bytes(bytes(range(256)) * 8)

    run = pipeline.run([str(drop)])

    unread = [p for p in run.report.problems if p.rule == "LOAD001"]
    assert [Path(problem.path).name for problem in unread] == ["photo.txt"]
    assert len(run.articles) == 2


def test_claims_alone_reconcile_without_any_text(drop: Path, tmp_path: Path) -> None:
    extracted = pipeline.claims([str(drop)])
    file = tmp_path / "claims.jsonl"
    file.write_text(jsonl.claim_lines(extracted.claims), encoding="utf-8")

    run = pipeline.run([str(file)])

    assert run.texts == {}
    assert [(source.id, source.label) for source in run.report.sources] == [
        ("gazette.txt", "gazette.txt"),
        ("ledger.txt", "ledger.txt"),
    ]
    assert {f.id for f in run.report.facts} == {
        f.id for f in pipeline.run([str(drop)]).report.facts
    }


def test_two_sources_without_text_are_two_origins(drop: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text(jsonl.claim_lines(pipeline.claims([str(drop)]).claims), encoding="utf-8")

    assert pipeline.run([str(file)]).report.summary.origins == 2


def test_claims_beside_their_own_article_count_once(drop: Path) -> None:
    extracted = pipeline.claims([str(drop)])
    (drop / "claims.jsonl").write_text(jsonl.claim_lines(extracted.claims), encoding="utf-8")

    again = pipeline.claims([str(drop)])

    assert {c.id for c in again.claims} == {c.id for c in extracted.claims}
    assert len(again.claims) == len(extracted.claims)


def test_standard_input_is_an_article() -> None:
    run = pipeline.run(["-"], stdin=io.BytesIO(LEDGER.encode()))

    assert list(run.texts.values()) == [LEDGER]


def test_an_empty_folder_is_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(DealfactsError, match=r"nothing to read\. Give articles \(\.txt"):
        pipeline.run([str(tmp_path)])


def test_where_every_file_has_a_problem_each_is_named(tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(bytes(range(256)) * 8)

    with pytest.raises(DealfactsError, match=r"(?s)nothing to read; every file.*photo\.txt:1: "):
        pipeline.claims([str(tmp_path)])


def test_articles_in_another_language_alone_are_nothing_to_read(tmp_path: Path) -> None:
    german = "Der Konzern übernimmt den Hersteller für zwei Milliarden Euro, wie er mitteilte. "
    (tmp_path / "meldung.txt").write_text(german * 5, encoding="utf-8")

    with pytest.raises(DealfactsError, match=r"(?s)nothing to read; .*Looks like German"):
        pipeline.run([str(tmp_path)])


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DealfactsError, match=r"nowhere\.txt"):
        pipeline.run([str(tmp_path / "nowhere.txt")])


def test_the_order_of_files_does_not_show_in_the_problems(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_bytes(bytes(range(256)) * 8)
    (tmp_path / "c.txt").write_text(LEDGER, encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("b.txt", "c.txt", "a.txt")]

    assert pipeline.run(paths).report == pipeline.run(paths[::-1]).report
