"""`dealfacts diff`: versions of an article, folders, and saved reports."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

OLD = """Northwind to buy Acme Robotics for $2.4 billion

Northwind Group agreed on Monday to buy Acme Robotics, the maker of warehouse robots, for \
$2.4 billion in cash. Jane Roe, chief executive of Northwind Group, will run both.

Acme Robotics employs 300 people and was founded in 1999.
"""
NEW = """Northwind to buy Acme Robotics for $2.4 billion

Northwind Group agreed on Monday to buy Acme Robotics, the maker of warehouse robots, for \
$2.9 billion in cash.

Jane Roe, chief executive of Northwind Group, will run both. Acme Robotics employs 300 people \
and had revenue of $90 million in 2025.
"""


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "old.txt"), str(tmp_path / "new.txt")


def test_two_versions_of_an_article(program: Program, versions: tuple[str, str]) -> None:
    done = program("diff", *versions)
    assert done.exit_code == 0
    first, *rest = done.stdout.splitlines()
    assert first.startswith("1 value changed, 1 gained, 1 lost, ")
    page = "\n".join(rest)
    assert "$2.4 billion became $2.9 billion [VER001]" in " ".join(page.split())
    assert ">>$2.4 billion<<" in page
    assert ">>$2.9 billion<<" in page
    gained, lost = page.index("Gained (1)"), page.index("Lost (1)")
    assert ">>$90 million<<" in page[gained:lost]
    assert ">>1999<<" in page[lost:]
    assert "Moved (" in page
    assert "; -v lists them" in page
    assert "new.txt:5:1" in program("diff", "-v", *versions).stdout


def test_json_has_everything(program: Program, versions: tuple[str, str]) -> None:
    content = json.loads(program("diff", "--format", "json", *versions).stdout)
    assert content["schema"] == "dealfacts.diff/1"
    schema = jsonschema.Draft202012Validator(json.loads(program("schema", "diff").stdout))
    schema.validate(content)
    assert not schema.is_valid({key: content[key] for key in content if key != "moved"})
    assert (content["old"], content["new"]) == versions
    (change,) = content["changed"]
    assert change["finding"]["rule"] == "VER001"
    assert change["finding"]["severity"] == "note"
    assert change["finding"]["relation"] == "conflict"
    assert change["finding"]["claims"] == [change["old"]["id"], change["new"]["id"]]
    assert [claim["attribute"] for claim in content["gained"]] == ["revenue"]
    assert [claim["attribute"] for claim in content["lost"]] == ["founded"]
    assert {each["new"]["evidence"]["quote"] for each in content["moved"]} >= {"Jane Roe"}
    summary = content["summary"]
    assert summary.pop("kept") > 0
    assert summary == {name: len(content[name]) for name in summary}


def test_the_exit_code_tells_only_who_asks(program: Program, versions: tuple[str, str]) -> None:
    assert program("diff", *versions).exit_code == 0
    assert program("diff", "--exit-code", *versions).exit_code == 1
    assert program("diff", "--exit-code", versions[0], versions[0]).exit_code == 0


def test_a_line_put_in_on_top_changes_nothing(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OLD)
    (tmp_path / "b.txt").write_text("---\nurl: https://example.org/\n---\n" + OLD)
    done = program("diff", "--exit-code", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert done.exit_code == 0
    assert "0 values changed, 0 gained, 0 lost" in done.stdout


def test_folders_are_matched_file_by_file(program: Program, tmp_path: Path) -> None:
    for folder, texts in (("one", (OLD, NEW)), ("two", (OLD, OLD))):
        (tmp_path / folder).mkdir()
        for name, text in zip("ab", texts, strict=True):
            (tmp_path / folder / f"{name}.txt").write_text(text)
    done = program("diff", str(tmp_path / "one"), str(tmp_path / "two"), "--format", "json")
    content = json.loads(done.stdout)
    assert {each["new"]["source"] for each in content["changed"]} == {"b.txt"}
    assert content["opened"] == []


def test_reports_that_were_saved(program: Program, versions: tuple[str, str]) -> None:
    saved = []
    for path in versions:
        done = program("reconcile", path, "--format", "json")
        file = path.replace(".txt", ".json")
        with open(file, "w", encoding="utf-8") as out:  # noqa: PTH123  a string is at hand
            out.write(done.stdout)
        saved.append(file)
    fresh = json.loads(program("diff", *versions, "--format", "json").stdout)
    kept = json.loads(program("diff", *saved, "--format", "json").stdout)
    mixed = json.loads(program("diff", versions[0], saved[1], "--format", "json").stdout)
    for content in (fresh, kept, mixed):
        content.pop("old")
        content.pop("new")
    assert fresh == kept == mixed
    assert ">>$2.9 billion<<" in program("diff", *saved).stdout


@pytest.mark.parametrize("wrong", ["nowhere.txt", "broken.json"])
def test_wrong_use(program: Program, versions: tuple[str, str], wrong: str, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('{"schema": "dealfacts.report/1"')
    done = program("diff", versions[0], str(tmp_path / wrong))
    assert done.exit_code == 2
    assert wrong in done.stderr


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("$2.4 billion", "€2.4 billion", "not comparable: other currency: USD and EUR"),
        ("$2.4 billion", "nearly $2.4 billion", "consistent with hedge: the two readings meet"),
        ("$2.43 billion", "$2.4 billion", "within rounding"),
    ],
)
def test_how_a_value_changed(
    program: Program, tmp_path: Path, before: str, after: str, said: str
) -> None:
    for name, words in (("a.txt", before), ("b.txt", after)):
        text = f"Northwind Group agreed on Monday to buy Acme Robotics for {words}.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    shown = program("diff", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")).stdout
    assert "1 value changed, 0 gained, 0 lost" in shown
    assert f"now {said}" in " ".join(shown.split())
