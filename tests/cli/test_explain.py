"""`dealfacts explain FINDING`: from articles, from a saved report, and what is said in error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program


@pytest.fixture
def saved(program: Program, drop: Path) -> tuple[Path, str]:
    """A report, and the id of its finding."""
    file = drop.parent / "report.json"
    done = program("reconcile", str(drop), "--format", "json")
    file.write_text(done.stdout, encoding="utf-8")
    (finding,) = json.loads(done.stdout)["findings"]
    return file, finding["id"]


def test_everything_that_led_to_a_finding(
    program: Program, drop: Path, saved: tuple[Path, str]
) -> None:
    file, finding = saved
    anew = program("explain", finding, str(drop)).stdout
    again = program("explain", finding, "--report", str(file)).stdout
    assert anew == again
    assert f"VAL001 (error)  {finding}" in anew
    assert "Northwind Group agreed on Monday" in anew
    assert ">>$2.4 billion<<" in anew
    assert "ledger.txt:1:36" in anew
    assert "means     $2.35 billion to $2.45 billion" in anew
    assert "$2.4 billion against $2.9 billion: conflict" in anew
    assert "The two sums include different things.  no" in anew
    assert "o1        gazette" in anew
    assert "What the rule means: dealfacts explain VAL001" in anew


def test_without_the_articles_only_the_words_are_shown(
    program: Program, drop: Path, saved: tuple[Path, str]
) -> None:
    file, finding = saved
    for article in drop.iterdir():
        article.unlink()
    shown = program("explain", finding, "--report", str(file)).stdout
    assert ">>$2.4 billion<<" in shown
    assert "agreed on Monday" not in shown


def test_the_beginning_of_an_id_will_do(program: Program, saved: tuple[Path, str]) -> None:
    file, finding = saved
    assert program("explain", finding[:6].upper(), "--report", str(file)).exit_code == 0


def test_an_article_that_changed_since_lends_no_words(
    program: Program, drop: Path, saved: tuple[Path, str]
) -> None:
    file, finding = saved
    (drop / "ledger.txt").write_text("Something else altogether, at length. " * 9)
    shown = program("explain", finding, "--report", str(file)).stdout
    assert "Something else" not in shown


def test_an_unknown_finding_names_the_nearest(program: Program, saved: tuple[Path, str]) -> None:
    file, finding = saved
    done = program("explain", f"{finding[:-2]}zz", "--report", str(file))
    assert done.exit_code == 2
    assert f"is no finding of this report. The nearest:\n  {finding}  VAL001 Deal" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["x-12"], "say where the finding is: a PATH to reconcile, or --report FILE"),
        (["x-12", "a", "--report", "b"], "not both"),
        (["VAL001", "a"], "'VAL001' is no finding: their ids begin with x-"),
        (["x-12", "--report", "nowhere.json"], "nowhere.json: cannot be read: No such file"),
    ],
)
def test_wrong_use(program: Program, arguments: list[str], message: str) -> None:
    done = program("explain", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr


@pytest.mark.parametrize("content", ["", "[]", '{"a": 1}', "\0", '{"schema": "x"}'])
def test_what_is_no_report(program: Program, tmp_path: Path, content: str) -> None:
    file = tmp_path / "r.json"
    file.write_text(content)
    done = program("explain", "x-12", "--report", str(file))
    assert done.exit_code == 2
    assert "r.json: not a report: " in done.stderr
    assert "dealfacts reconcile PATH --format json" in done.stderr


def test_the_id_stands_in_the_page_of_who_asks_for_more(
    program: Program, drop: Path, saved: tuple[Path, str]
) -> None:
    assert f"[VAL001 {saved[1]}]" in program("reconcile", "-v", str(drop)).stdout
    assert saved[1] not in program("reconcile", str(drop)).stdout


def test_articles_are_reconciled_under_the_settings_of_the_project(
    program: Program, drop: Path
) -> None:
    settings = drop.parent / "dealfacts.toml"
    settings.write_text('select = ["SRC001"]\n', encoding="utf-8")
    config = ("--config", str(settings))
    told = json.loads(program("reconcile", str(drop), "--format", "json", *config).stdout)
    finding = told["findings"][0]

    assert finding["rule"] == "SRC001"
    assert "SRC001 (note)" in program("explain", finding["id"], str(drop), *config).stdout
    assert "is no finding" in program("explain", finding["id"], str(drop)).stderr
