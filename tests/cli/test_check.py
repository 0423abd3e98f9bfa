"""`check`: what it reports, what it tolerates, and how it ends, through the real program."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Dealfacts, Program, Repository

GERMAN = "Der Konzern übernimmt den Hersteller für zwei Milliarden Euro, wie er mitteilte. " * 5
SILENT = "The weather was fine, and nobody in the town had anything to sell that day.\n"
OTHER = "Fabrikam agreed to buy Litware for $310 million in cash, Fabrikam said.\n"


def rules(output: bytes | str) -> list[str]:
    return [finding["rule"] for finding in json.loads(output)["findings"]]


@pytest.mark.parametrize(("most", "code"), [("0", 1), ("1", 0), ("2", 0)])
def test_some_findings_can_be_tolerated(
    dealfacts: Dealfacts, drop: Path, most: str, code: int
) -> None:
    done = dealfacts("check", str(drop), "--max-findings", most)

    assert done.returncode == code
    assert b"[VAL001]" in done.stdout


def test_exit_zero_forgives_findings_and_nothing_else(dealfacts: Dealfacts, drop: Path) -> None:
    done = dealfacts("check", str(drop), "--exit-zero")

    assert done.returncode == 0
    assert b"check failed: 1 finding" in done.stderr
    assert dealfacts("check", "nowhere", "--exit-zero").returncode == 2


def test_rules_can_be_selected_and_ignored(program: Program, drop: Path) -> None:
    def found(*options: str) -> list[str]:
        return rules(program("check", str(drop), "--format", "json", *options).stdout)

    assert "VAL001" in found()
    assert found("--ignore", "VAL") == [rule for rule in found() if rule != "VAL001"]
    assert set(found("--select", "VAL001")) == {"VAL001"}
    assert "SRC001" not in found()
    assert {"SRC001", "VAL001"} <= set(found("--select", "DEFAULT,SRC001"))
    assert program("check", str(drop), "--ignore", "VAL001").exit_code == 0


def test_an_unknown_rule_is_refused_with_the_nearest(dealfacts: Dealfacts, drop: Path) -> None:
    done = dealfacts("check", str(drop), "--select", "VAL01")

    assert done.returncode == 2
    assert b"'VAL01' is no rule. Did you mean VAL001?" in done.stderr


def test_unsure_findings_can_be_left_out(program: Program, drop: Path) -> None:
    assert program("check", str(drop), "--min-confidence", "0.1").exit_code == 1
    assert program("check", str(drop), "--min-confidence", "1").exit_code == 0
    assert program("check", str(drop), "--min-confidence", "1.5").exit_code == 2


def test_strict_input_counts_articles_in_another_language(dealfacts: Dealfacts, calm: Path) -> None:
    (calm / "meldung.txt").write_text(GERMAN, encoding="utf-8")

    lenient, strict = (dealfacts("check", str(calm), *more) for more in ((), ("--strict-input",)))

    assert lenient.returncode == 0
    assert strict.returncode == 2
    assert b"--strict-input: 1 article could not be read: " in strict.stderr
    assert b"meldung.txt" in strict.stderr


def test_strict_input_does_not_count_lines_of_metadata(dealfacts: Dealfacts, calm: Path) -> None:
    (calm / "sources.toml").write_text(
        '["gone.txt"]\noutlet = "x"\n["ledger.txt"]\ncolour = "red"\n', encoding="utf-8"
    )
    latin = "Northwind Group déclined to comment on Acme Robotics.\n".encode("latin-1")
    (calm / "latin.txt").write_bytes(latin)

    done = dealfacts("check", str(calm), "--strict-input", "--format", "json")

    problems = json.loads(done.stdout)["problems"]
    assert done.returncode == 0, done.stderr.decode()
    assert [p["rule"] for p in problems if p["rule"] != "LOAD002"] == ["LOAD005"] * 3
    assert done.stderr.count(b"sources.toml:") == 2


def test_articles_in_another_language_alone_are_nothing_to_read(
    dealfacts: Dealfacts, tmp_path: Path
) -> None:
    (tmp_path / "meldung.txt").write_text(GERMAN, encoding="utf-8")

    done = dealfacts("check", "meldung.txt")

    assert done.returncode == 2
    assert b"Looks like German" in done.stderr


def test_articles_without_any_claim_are_no_silent_success(
    dealfacts: Dealfacts, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(SILENT, encoding="utf-8")

    for command in ("check", "reconcile", "extract"):
        done = dealfacts(command, "a.txt")
        assert done.returncode == 0
        assert b"no claim found in what was read" in done.stderr


def test_totals_under_new_are_those_of_the_new_articles(program: Program, drop: Path) -> None:
    (drop / "other.txt").write_text(OTHER, encoding="utf-8")
    new = str(drop / "other.txt")

    page = program("check", str(drop), "--new", new).stdout
    whole = json.loads(program("reconcile", str(drop), "--format", "json").stdout)
    told = json.loads(program("check", str(drop), "--new", new, "--format", "json").stdout)

    assert page.startswith("1 new of 3 articles, 1 deal, ")
    assert told["summary"]["sources"] == 1
    assert told["summary"]["conflicts"] == 0
    assert 0 < told["summary"]["claims"] < whole["summary"]["claims"]
    assert len(told["claims"]) == whole["summary"]["claims"]


def test_since_takes_what_a_branch_adds_and_what_is_not_committed(
    dealfacts: Dealfacts, git: Repository, drop: Path
) -> None:
    git("add", ".")
    git("commit", "--quiet", "-m", "drop")
    old = git("rev-parse", "HEAD")
    unchanged = dealfacts("check", str(drop), "--since", "main")
    (drop / "other.txt").write_text(OTHER, encoding="utf-8")
    untracked = dealfacts("check", str(drop), "--since", "main", "--format", "json")
    git("add", ".")
    git("commit", "--quiet", "-m", "more")
    committed = dealfacts("check", str(drop), "--since", old, "--format", "json")
    gazette = drop / "gazette.txt"
    gazette.write_text(gazette.read_text("utf-8").replace("2.9", "2.8"), encoding="utf-8")
    edited = dealfacts("check", str(drop / "gazette.txt"), str(drop), "--since", "main")

    assert unchanged.returncode == 0
    assert b"no article has changed since main" in unchanged.stderr
    assert json.loads(untracked.stdout)["new"] == ["other.txt"]
    assert untracked.returncode == 0
    assert committed.stdout == untracked.stdout
    assert edited.returncode == 1
    assert b"[VAL001]" in edited.stdout


def test_since_ignores_what_the_other_branch_did_since(
    dealfacts: Dealfacts, git: Repository, drop: Path
) -> None:
    git("add", ".")
    git("commit", "--quiet", "-m", "drop")
    git("checkout", "--quiet", "-b", "work")
    (drop / "other.txt").write_text(OTHER, encoding="utf-8")
    git("add", ".")
    git("commit", "--quiet", "-m", "other")
    git("checkout", "--quiet", "main")
    (drop / "gazette.txt").write_text(SILENT, encoding="utf-8")
    git("commit", "--quiet", "-am", "retracted")
    git("checkout", "--quiet", "work")

    done = dealfacts("check", str(drop), "--since", "main", "--format", "json")

    assert json.loads(done.stdout)["new"] == ["other.txt"]


def test_2_since_outside_a_repository(dealfacts: Dealfacts, drop: Path) -> None:
    # A repository above the temporary folder must not be found.
    done = dealfacts(
        "check", str(drop), "--since", "main", env={"GIT_CEILING_DIRECTORIES": str(drop.parent)}
    )

    assert done.returncode == 2
    assert b"is in no git repository" in done.stderr
    assert done.stdout == b""


def test_2_since_an_unknown_commit(dealfacts: Dealfacts, git: Repository, drop: Path) -> None:
    git("add", ".")
    git("commit", "--quiet", "-m", "drop")

    unknown = dealfacts("check", str(drop), "--since", "origin/main")
    hostile = dealfacts("check", str(drop), "--since=--output=x")

    assert unknown.returncode == hostile.returncode == 2
    assert b"'origin/main' is no commit here" in unknown.stderr
    assert b"git fetch --unshallow" in unknown.stderr
    assert b"this is no commit" in hostile.stderr
    assert not (drop / "x").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs a PATH without git")
def test_2_since_without_git(dealfacts: Dealfacts, drop: Path) -> None:
    done = dealfacts("check", str(drop), "--since", "main", env={"PATH": str(drop)})

    assert done.returncode == 2
    assert b"--since needs git" in done.stderr
