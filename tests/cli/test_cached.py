"""With `--cache` a command over unchanged articles says what it said before, without work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts import pipeline
from dealfacts.records import rules_version

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.cli.conftest import Program

Told = tuple[int, str, str]
CHECK = ("check", "--cache", "articles")
RECONCILE = ("reconcile", "--cache", "articles")


@pytest.fixture(autouse=True)
def _here(drop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (drop / "photo.txt").write_bytes(bytes(range(256)) * 8)
    monkeypatch.chdir(drop.parent)


def told(done: Result) -> Told:
    return done.exit_code, done.stdout, done.stderr


def without(arguments: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("--no-cache" if each == "--cache" else each for each in arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        CHECK,
        (*CHECK, "--format", "github"),
        (*CHECK, "--exit-zero", "-v"),
        (*CHECK, "--strict-input"),
        (*CHECK, "--fail-on", "never", "--quiet"),
        RECONCILE,
        (*RECONCILE, "--format", "json"),
        (*RECONCILE, "--strict-input", "--format", "markdown"),
    ],
    ids=" ".join,
)
def test_the_same_is_told_without_work(
    program: Program, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    plain = told(program(*without(arguments)))
    first = told(program(*arguments))
    monkeypatch.setattr(pipeline, "run", None)

    assert told(program(*arguments)) == first == plain
    assert plain[0] in {0, 1, 2}


def test_files_and_the_summary_of_a_step_are_written_again(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    step, page = tmp_path / "step.md", tmp_path / "page.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(step))
    arguments = (*CHECK, "--format", "github", "--report", f"markdown={page}")
    program(*arguments)
    once, written = step.read_text(encoding="utf-8"), page.read_text(encoding="utf-8")
    page.unlink()
    monkeypatch.setattr(pipeline, "run", None)

    program(*arguments)

    assert page.read_text(encoding="utf-8") == written
    assert step.read_text(encoding="utf-8") == 2 * once
    assert once


@pytest.mark.parametrize(
    "arguments",
    [
        RECONCILE,
        (*CHECK, "-v"),
        (*CHECK, "--fail-on", "never"),
        (*CHECK, "--format", "jsonl"),
        (*CHECK, "--min-confidence", "1"),
        (*CHECK, "--ignore", "VAL"),
        (*CHECK, "--strict-input"),
        (*CHECK, "--new", "articles/ledger.txt"),
        (*CHECK, "--articles", "articles"),
    ],
    ids=" ".join,
)
def test_another_question_has_an_answer_of_its_own(
    program: Program, arguments: tuple[str, ...]
) -> None:
    program(*CHECK)

    held = told(program(*arguments))

    assert held == told(program(*without(arguments)))


def test_what_was_decided_meanwhile_counts(program: Program) -> None:
    assert program(*CHECK).exit_code == 1
    program("baseline", "create", "articles")

    done = program(*CHECK)

    assert done.exit_code == 0
    assert "decided before: 1 in the baseline" in done.stderr


def test_an_article_that_changed_is_compared_anew(program: Program, drop: Path) -> None:
    program(*CHECK)
    ledger = drop / "ledger.txt"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("2.4", "2.9"), encoding="utf-8")

    assert program(*CHECK).exit_code == 0


def test_another_program_answers_anew(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program(*CHECK)
    monkeypatch.setattr(rules_version, "program_version", lambda: b"another")
    monkeypatch.setattr(pipeline, "run", None)

    assert program(*CHECK).exit_code == 70


def test_the_standard_input_is_read_every_time(program: Program) -> None:
    arguments = ("reconcile", "--cache", "--format", "json", "-", "articles")
    one = program(*arguments, stdin=b"Northwind Group buys Acme Robotics for $3.1 billion.\n")
    other = program(*arguments, stdin=b"Northwind Group buys Acme Robotics for $3.4 billion.\n")

    assert "$3.1 billion" in one.stdout
    assert "$3.4 billion" in other.stdout
    assert "$3.1 billion" not in other.stdout
