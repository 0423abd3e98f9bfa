from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from dealfacts import pipeline
from dealfacts.engines.groups import PARTS, TABLES, apart, part_of
from dealfacts.engines.pool import Pool
from dealfacts.engines.spill import reconcile_to
from dealfacts.errors import DealfactsError
from dealfacts.loader.discover import discover
from dealfacts.model.lines import line
from dealfacts.reports.jsonl import claim_lines
from dealfacts.telling import read_and_extract

if TYPE_CHECKING:
    from pathlib import Path

    from dealfacts.model.report import Report

# A deal under two spellings, a profile without a deal, a copy of a story with other parties' names
# left out, and a story that only its headline gives to a deal.
STORIES = {
    "wire.txt": "Northwind Group agreed to buy Acme Robotics for $2.4 billion, it said.\n",
    "blog.txt": "Northwind will acquire Acme Robotics Inc for $2.9 billion, it was told.\n",
    "typo.txt": "Northwnd Group is buying Acme Robotics for $2.4 billion in cash.\n",
    "profile.txt": "Acme Robotics was founded in 1998 and employs 4,300 people.\n",
    "other.txt": "Contoso Energy agreed to buy Litware Solar for $310 million on Tuesday.\n",
    "alone.txt": "Revenue of Proseware Dairy rose to $77 million in 2023.\n",
    "headline.txt": "Northwind to buy Acme Robotics\n\nThe price is $2.4 billion, people said.\n",
}


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def written(out: Path) -> dict[str, list[str]]:
    return {
        table: [
            each
            for part in sorted((out / table).iterdir())
            for each in part.read_text(encoding="utf-8").split("\n")[:-1]
        ]
        for table in TABLES
    }


def _bare(table: str, text: str) -> str:
    """A row without what is counted or named by group: labels, origins, and words with labels."""
    row = json.loads(text)
    for key in {"sources": ("label", "origin"), "findings": ("message", "reasons")}.get(table, ()):
        row.pop(key, None)
    return json.dumps(row, sort_keys=True)


def same(out: Path, report: Report) -> None:
    for table, rows in written(out).items():
        plain = [line(row) for row in getattr(report, table)]
        assert sorted(_bare(table, row) for row in rows) == sorted(
            _bare(table, row) for row in plain
        ), table
    assert json.loads((out / "summary.json").read_text()) == json.loads(line(report.summary))


@pytest.mark.parametrize("drop", ["deals", "mixed"])
def test_tables_hold_what_a_report_does(
    drop: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    folder = request.getfixturevalue(drop)

    reconcile_to([str(folder)], str(tmp_path / "out"))

    report = pipeline.run([str(folder)]).report
    assert report.findings
    assert report.not_compared or drop == "deals"
    same(tmp_path / "out", report)


def test_tables_of_claims_are_those_of_their_articles(mixed: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text(claim_lines(pipeline.claims([str(mixed)]).claims), encoding="utf-8")

    reconcile_to([str(file)], str(tmp_path / "out"))

    same(tmp_path / "out", pipeline.run([str(file)]).report)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_tables_are_the_same_bytes_with_any_jobs(deals: Path, tmp_path: Path, jobs: int) -> None:
    reconcile_to([str(deals)], str(tmp_path / "one"))
    reconcile_to([str(deals)], str(tmp_path / "more"), each=Pool(jobs))

    files = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*.json*"))
    assert len(files) == len(TABLES) * PARTS + 2  # what could not be read, and the counts
    for file in files:
        assert (tmp_path / "more" / file).read_bytes() == (tmp_path / "one" / file).read_bytes()


def test_a_file_of_many_articles_is_taken_apart(tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    rows = [{"title": name, "text": text} for name, text in STORIES.items()]
    feed.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    (source,) = discover([str(feed)]).sources
    told = read_and_extract(source)

    each = list(apart(told))

    assert [name for name, _ in each] == [article.id for article in told.articles]
    assert [c.id for _, one in each for c in one.said.claims] == [c.id for c in told.said.claims]
    reconcile_to([str(feed)], str(tmp_path / "out"))
    same(tmp_path / "out", pipeline.run([str(feed)]).report)


def test_groups_are_spread_over_all_parts() -> None:
    assert {part_of(f"{number}.txt") for number in range(1000)} == set(range(PARTS))


def test_a_folder_that_holds_something_is_left_alone(mixed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(DealfactsError, match="holds something"):
        reconcile_to([str(mixed)], str(out))

    assert [entry.name for entry in out.iterdir()] == ["mine.txt"]


def test_nothing_is_left_of_a_run_that_failed(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(DealfactsError, match="nothing to read"):
        reconcile_to([str(tmp_path / "empty")], str(tmp_path / "out"))

    assert [entry.name for entry in tmp_path.iterdir()] == ["empty"]


def _program(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dealfacts", "reconcile", *arguments],
        capture_output=True,
        check=False,
        text=True,
        env=os.environ | {"NO_COLOR": "1"},
    )


def test_the_program_writes_tables_and_says_so(mixed: Path, tmp_path: Path) -> None:
    done = _program(str(mixed), "--out", str(tmp_path / "out"))

    assert (done.returncode, done.stdout) == (0, "")
    assert "7 sources, 7 origins, 2 deals" in done.stderr
    assert "tables in" in done.stderr
    same(tmp_path / "out", pipeline.run([str(mixed)]).report)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--engine", "spark"), "need --out DIR"),
        (("--master", "local[2]"), "need --out DIR"),
        (("--out", "out", "--format", "json"), "--out writes tables"),
    ],
)
def test_options_that_do_not_go_together(
    mixed: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = _program(str(mixed), *arguments)

    assert done.returncode == 2
    assert message in done.stderr


def test_tables_open_in_duckdb(mixed: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    reconcile_to([str(mixed)], str(tmp_path / "out"))

    query = f"SELECT count(*) FROM read_json_auto('{tmp_path}/out/facts/*.jsonl')"  # noqa: S608
    (count,) = duckdb.execute(query).fetchone()

    assert count == len(pipeline.run([str(mixed)]).report.facts)


def test_tables_open_in_pandas(mixed: Path, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    reconcile_to([str(mixed)], str(tmp_path / "out"))
    parts = [p for p in sorted((tmp_path / "out" / "claims").iterdir()) if p.stat().st_size]

    table = pandas.concat(pandas.read_json(part, lines=True) for part in parts)

    assert set(table["id"]) == {claim.id for claim in pipeline.claims([str(mixed)]).claims}
