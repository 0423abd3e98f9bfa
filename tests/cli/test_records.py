"""Articles inside a feed, a list or a table: tools are pointed at the file that is on the disk."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Dealfacts, Program

RECORDS = [
    {
        "headline": "Northwind to buy Acme Robotics for $2.4 billion",
        "text": "Northwind Group agreed to buy Acme Robotics,\nmaker of robots, for $2.4 billion.",
        "id": "ledger-1",
    },
    {
        "headline": "Robots change hands",
        "text": "Northwind Group said that it would acquire Acme Robotics for $2.9 billion.",
        "id": "gazette/7",
    },
]


def in_lines() -> str:
    return "\n\n".join(map(json.dumps, RECORDS))


def in_a_list() -> str:
    return json.dumps(RECORDS)


def in_a_table() -> str:
    file = io.StringIO()
    table = csv.DictWriter(file, ("headline", "text", "id"))
    table.writeheader()
    table.writerows(RECORDS)
    return file.getvalue()


# The lines where the two records begin; a list of one line is one line.
FEEDS = {
    "feed.jsonl": (in_lines(), [1, 3]),
    "list.json": (in_a_list(), [1, 1]),
    "table.csv": (in_a_table(), [2, 4]),
}


@pytest.fixture(params=FEEDS)
def feed(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, list[int]]:
    text, lines = FEEDS[request.param]
    (tmp_path / request.param).write_text(text, encoding="utf-8")
    return request.param, lines


def test_annotations_name_the_file_and_the_line_of_the_record(
    dealfacts: Dealfacts, feed: tuple[str, list[int]]
) -> None:
    name, lines = feed
    shown = dealfacts("check", name, "--format", "github", "--quiet").stdout.decode().splitlines()

    assert shown[0].startswith(f"::error file={name},line={lines[0]},title=VAL001 Deal amount::")
    undated = [line.partition(",title")[0] for line in shown if "LOAD002" in line]
    assert sorted(undated) == [f"::notice file={name},line={line}" for line in lines]


def test_sarif_names_every_file_once_and_no_column_in_it(
    dealfacts: Dealfacts, feed: tuple[str, list[int]]
) -> None:
    name, lines = feed
    (run,) = json.loads(dealfacts("check", name, "--format", "sarif", "--quiet").stdout)["runs"]
    (result,) = (each for each in run["results"] if each["ruleId"] == "VAL001")
    places = [
        each["physicalLocation"] for each in (*result["locations"], *result["relatedLocations"])
    ]

    assert [each["location"]["uri"] for each in run["artifacts"]] == [name]
    assert {each["artifactLocation"]["uri"] for each in places} == {name}
    assert {each["region"]["startLine"] for each in places} == set(lines)
    assert all(each["region"].keys() == {"startLine", "message"} for each in places)
    assert places[0]["region"]["message"]["text"] == "$2.4 billion"


def test_the_report_tells_where_a_record_is(
    program: Program, feed: tuple[str, list[int]], tmp_path: Path
) -> None:
    name, lines = feed
    path = str(tmp_path / name)
    sources = json.loads(program("reconcile", path, "--format", "json").stdout)["sources"]

    assert sorted((each["taken_from"]["line"], each["path"]) for each in sources) == sorted(
        zip(lines, (f"{path}#ledger-1", f"{path}#gazette/7"), strict=True)
    )
    assert {each["taken_from"]["file"] for each in sources} == {path}


def test_a_file_whose_name_has_a_hash_is_a_file(dealfacts: Dealfacts, drop: Path) -> None:
    """Nothing behind a # in a file name is taken for the name of a record."""
    odd = drop / "ledger.txt"
    odd.rename(drop / "notes#2.txt")
    done = dealfacts("check", "articles", "--new", "articles/notes#2.txt", "--format", "json")
    told = json.loads(done.stdout)
    (drop.parent / "report.json").write_bytes(done.stdout)
    name = told["findings"][0]["id"]

    assert done.returncode == 1
    assert told["sources"][1]["taken_from"] is None
    page = dealfacts("explain", name, "--report", "report.json").stdout.decode()
    assert "Northwind Group agreed on Monday" in page
