"""The commands in this process, where their parts can be watched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import jsonschema
import pytest

from dealfacts import discovery, reports
from dealfacts.cli import commands, main, schemas

if TYPE_CHECKING:
    from conftest import Program


def test_every_file_of_the_folder_is_a_command() -> None:
    assert sorted(main.COMMANDS) == list(discovery.module_names(commands))


@pytest.mark.parametrize("name", main.COMMANDS)
def test_help_teaches_with_examples(program: Program, name: str) -> None:
    done = program(name, "--help")

    assert done.exit_code == 0
    assert "Examples:" in done.stdout
    assert f"dealfacts {name}" in done.stdout


def test_the_list_of_commands_tells_each_in_a_full_line(program: Program) -> None:
    shown = program("--help").stdout

    for name in main.COMMANDS:
        assert f"  {name}" in shown
    assert "..." not in shown.replace("[ARGS]...", "")


def test_help_and_version_import_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from dealfacts.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print(*sys.modules)\n"
    )

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert not {"pydantic", "rich", "rapidfuzz", "dealfacts.pipeline"}.intersection(
        done.stdout.split()
    )


def test_the_formats_are_offered_by_name(program: Program) -> None:
    shown = program("reconcile", "--help").stdout

    for name in reports.names():
        assert name in shown


def test_stdout_carries_the_format_and_nothing_else(program: Program, drop: Path) -> None:
    (drop / "photo.txt").write_bytes(bytes(range(256)) * 8)

    done = program("reconcile", str(drop), "--format", "json")

    jsonschema.Draft202012Validator(json.loads(schemas.schema("report"))).validate(
        json.loads(done.stdout)
    )
    assert "photo.txt:1: " in done.stderr


def test_quiet_keeps_stderr_empty(program: Program, drop: Path) -> None:
    (drop / "photo.txt").write_bytes(bytes(range(256)) * 8)

    assert program("reconcile", str(drop), "--format", "json", "--quiet").stderr == ""
    assert program("check", str(drop), "--quiet").stderr == ""


def test_problems_show_in_the_terminal_report_once(program: Program, drop: Path) -> None:
    (drop / "photo.txt").write_bytes(bytes(range(256)) * 8)

    done = program("reconcile", str(drop))

    assert "photo.txt:1:" in done.stdout
    assert done.stderr == ""


def test_reports_are_written_in_the_same_run(program: Program, drop: Path, tmp_path: Path) -> None:
    files = [f"json={tmp_path / 'r.json'}", f"terminal={tmp_path / 'r.txt'}"]

    done = program("reconcile", str(drop), "--report", files[0], "--report", files[1])

    assert done.stdout == (tmp_path / "r.txt").read_text(encoding="utf-8")
    same = program("reconcile", str(drop), "--format", "json")
    assert same.stdout == (tmp_path / "r.json").read_text(encoding="utf-8")


def test_claims_of_extract_reconcile_like_the_articles(
    program: Program, drop: Path, tmp_path: Path
) -> None:
    claims = tmp_path / "claims.jsonl"
    claims.write_text(program("extract", str(drop)).stdout, encoding="utf-8")

    from_claims = json.loads(program("reconcile", str(claims), "--format", "json").stdout)
    from_texts = json.loads(program("reconcile", str(drop), "--format", "json").stdout)

    assert {f["id"] for f in from_claims["findings"]} == {f["id"] for f in from_texts["findings"]}
    assert {f["id"] for f in from_claims["facts"]} == {f["id"] for f in from_texts["facts"]}


def test_a_jsonl_report_reconciles_again_without_its_results(
    program: Program, drop: Path, tmp_path: Path
) -> None:
    (drop / "photo.txt").write_bytes(bytes(range(256)) * 8)
    lines = tmp_path / "report.jsonl"
    lines.write_text(program("reconcile", str(drop), "--format", "jsonl").stdout, encoding="utf-8")

    again = json.loads(program("reconcile", str(lines), "--format", "json").stdout)

    assert again["problems"] == []
    assert [finding["rule"] for finding in again["findings"]] == ["VAL001"]


def test_an_article_and_its_own_claims_count_once(
    program: Program, drop: Path, tmp_path: Path
) -> None:
    claims = tmp_path / "claims.jsonl"
    claims.write_text(program("extract", str(drop)).stdout, encoding="utf-8")

    alone = json.loads(program("reconcile", str(drop), "--format", "json").stdout)
    both = json.loads(program("extract", str(drop), str(claims)).stdout.splitlines()[0])

    assert both["schema"] == "dealfacts.claim/1"
    lines = program("extract", str(drop), str(drop)).stdout.splitlines()
    assert len(lines) == len(alone["claims"])


def test_extract_prints_sorted_claims_that_fit_the_schema(program: Program, drop: Path) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schemas.schema("claim")))

    lines = program("extract", str(drop)).stdout.splitlines()

    assert lines
    for line in lines:
        claim = json.loads(line)
        validator.validate(claim)
        assert list(claim) == sorted(claim)
        assert claim["deal"] is None


def test_two_runs_are_byte_equal_whatever_the_hash_seed(drop: Path) -> None:
    command = [sys.executable, "-m", "dealfacts", "reconcile", "--format", "json"]
    runs = {
        subprocess.run(
            [*command, *paths],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("0", "7")
        for paths in (
            [str(drop / "ledger.txt"), str(drop / "gazette.txt")],
            [str(drop / "gazette.txt"), str(drop / "ledger.txt")],
        )
    }

    assert len(runs) == 1


def test_check_new_reports_what_the_new_article_touches(
    program: Program, drop: Path, calm: Path
) -> None:
    touched = program("check", str(drop), "--new", str(drop / "gazette.txt"))
    untouched = program("check", str(drop), "--new", str(calm / "monitor.txt"))

    assert touched.exit_code == 1
    assert "[VAL001]" in touched.stdout
    # The third article joins one side of the conflict, so that it is part of it.
    assert untouched.exit_code == 1


def test_check_new_is_calm_about_old_conflicts(
    program: Program, drop: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "Fabrikam agreed to buy Litware for $310 million, Fabrikam said.\n", encoding="utf-8"
    )

    done = program("check", str(drop), "--new", str(other))

    assert done.exit_code == 0, done.stdout
    assert "[VAL001]" not in done.stdout


def test_check_new_does_not_pass_on_what_it_never_read(
    program: Program, drop: Path, tmp_path: Path
) -> None:
    (tmp_path / "photo.txt").write_bytes(bytes(range(256)) * 8)

    done = program("check", str(drop), "--new", str(tmp_path / "photo.txt"))

    assert done.exit_code == 2
    assert "no article was read here" in done.stderr


@pytest.mark.parametrize(
    ("threshold", "code"), [("note", 1), ("warning", 1), ("error", 1), ("never", 0)]
)
def test_the_threshold_decides(program: Program, drop: Path, threshold: str, code: int) -> None:
    assert program("check", str(drop), "--fail-on", threshold).exit_code == code


def test_check_annotates_for_github(program: Program, drop: Path) -> None:
    done = program("check", str(drop), "--format", "github")

    assert done.stdout.startswith("::error file=")
    assert done.exit_code == 1


def test_in_a_github_job_the_summary_of_the_step_gets_the_differences(
    program: Program, drop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    program("check", str(drop), "--format", "github")
    program("check", str(drop), "--format", "jsonl")

    assert summary.read_text(encoding="utf-8").startswith("## dealfacts: 1 error")
    assert summary.read_text(encoding="utf-8").count("## dealfacts") == 1


def test_one_run_writes_every_format(program: Program, drop: Path, tmp_path: Path) -> None:
    names = [name for name in reports.names() if name != "terminal"]
    files = [f"--report={name}={tmp_path / name}" for name in names]

    done = program("reconcile", str(drop), *files)

    assert done.exit_code == 0
    for name in names:
        alone = program("reconcile", str(drop), "--format", name, "--quiet")
        assert (tmp_path / name).read_text(encoding="utf-8") == alone.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("reconcile",), "Missing argument 'PATH...'"),
        (("reconcile", "--format", "papyrus", "."), "'papyrus' is not one of"),
        (("reconcile", "--report", "json", "."), "'json' is not NAME=FILE"),
        (("reconcile", "--report", "papyrus=x", "."), "'papyrus' is no format. Choose from"),
        (("reconcile", "--report", "json=-", "."), "For the standard output use --format"),
        (("check", "--fail-on", "doom", "."), "'doom' is not one of"),
        (("nonsense",), "No such command 'nonsense'"),
        (("compare", "$1"), "Missing argument 'B'"),
        (("--nonsense",), "No such option"),
    ],
)
def test_bad_usage_is_told_and_ends_with_2(
    program: Program, arguments: tuple[str, ...], told: str
) -> None:
    done = program(*arguments)

    assert done.exit_code == 2
    assert done.stdout == ""
    assert told in done.stderr


def test_strict_input_in_this_process(program: Program, drop: Path) -> None:
    (drop / "photo.txt").write_bytes(bytes(range(256)) * 8)

    assert program("reconcile", str(drop), "--strict-input").exit_code == 2
    assert program("reconcile", str(drop)).exit_code == 0


@pytest.mark.parametrize("name", ["claim", "diff", "report"])
def test_schema_prints_what_is_committed(program: Program, name: str) -> None:
    golden = Path(__file__).parents[1] / "golden" / f"{name}.schema.json"

    assert program("schema", name).stdout == golden.read_text(encoding="utf-8")


def test_schema_of_the_report_is_the_default(program: Program) -> None:
    assert program("schema").stdout == program("schema", "report").stdout


def test_rules_are_listed_one_a_line(program: Program) -> None:
    lines = program("rules").stdout.splitlines()

    assert "VAL001   error    values conflict" in lines
    assert [line.split()[0] for line in lines] == [
        rule["id"] for rule in json.loads(program("rules", "--format", "json").stdout)
    ]


@pytest.mark.parametrize("name", ["VAL001", "val001", "[VAL001]"])
def test_explain_shows_the_page_of_a_rule(program: Program, name: str) -> None:
    done = program("explain", name)

    assert done.exit_code == 0
    assert done.stdout.startswith("VAL001: ")
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_explain_refuses_what_is_no_rule(program: Program) -> None:
    done = program("explain", "VAL999")

    assert done.exit_code == 2
    assert "'VAL999' is no rule" in done.stderr


def test_eval_scores_a_gold_file(program: Program) -> None:
    root = Path(__file__).parents[2]
    gold, articles = root / "tests" / "gold" / "seeds.json", root / "seeds"

    done = program("eval", str(gold), "--articles", str(articles))
    as_json = program("eval", str(gold), "--articles", str(articles), "--format", "json")

    assert done.exit_code == 0, done.stderr
    assert "deal_amount" in done.stdout
    assert json.loads(as_json.stdout)


def test_eval_tells_what_changed_since_a_saved_run(program: Program, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    gold = (str(root / "tests" / "gold" / "seeds.json"), "--articles", str(root / "seeds"))
    saved = tmp_path / "score.json"
    saved.write_text(program("eval", *gold, "--format", "json").stdout, encoding="utf-8")

    same = program("eval", *gold, "--against", str(saved))
    mixed = program("eval", *gold, "--against", str(saved), "--format", "json")

    assert same.exit_code == 0
    assert same.stdout.startswith(program("eval", *gold).stdout)
    assert mixed.exit_code == 2


def test_eval_without_gold_is_refused(program: Program, tmp_path: Path) -> None:
    done = program("eval", str(tmp_path))

    assert done.exit_code == 2
    assert "no gold file" in done.stderr


def test_an_abort_counts_as_an_interrupt(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise click.Abort

    monkeypatch.setattr(main.Program, "invoke", interrupted)

    assert program("rules").exit_code == 130


def test_a_pipe_that_closes_inside_click_ends_quietly(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []
    monkeypatch.setattr(main, "discard_stdout", lambda: closed.append(True))

    def broken(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(main.Program, "invoke", broken)

    assert program("rules").exit_code == 0
    assert closed == [True]


def test_a_bug_is_reported_in_process_too(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        message = "odd"
        raise ValueError(message)

    monkeypatch.setattr(main.Program, "invoke", broken)
    short = program("rules")
    monkeypatch.setenv("DEALFACTS_DEBUG", "1")
    long = program("rules")

    assert (short.exit_code, long.exit_code) == (70, 70)
    assert "Traceback" not in short.stderr
    assert "Traceback" in long.stderr


@pytest.mark.parametrize(
    ("words", "at", "offered"),
    [
        ("dealfacts ch", 1, "plain,check"),
        ("dealfacts check --fail-on n", 3, "plain,never"),
        ("dealfacts baseline c", 2, "plain,create"),
        ("dealfacts check art", 2, "file,art"),
        ("dealfacts check --config ", 3, "file,"),
    ],
)
def test_the_shell_completes_commands_values_and_files(words: str, at: int, offered: str) -> None:
    shell = {"COMP_WORDS": words, "COMP_CWORD": str(at), "_DEALFACTS_COMPLETE": "bash_complete"}

    done = subprocess.run(
        [sys.executable, "-m", "dealfacts"],
        env={**os.environ, **shell},
        check=False,
        capture_output=True,
        text=True,
    )

    assert offered in done.stdout.splitlines()


def test_claims_can_be_read_in_their_articles(program: Program, drop: Path, tmp_path: Path) -> None:
    claims = tmp_path / "claims.jsonl"
    claims.write_text(program("extract", str(drop)).stdout, encoding="utf-8")
    (drop / "other.txt").write_text("Fabrikam bought Litware for $3 billion.\n", encoding="utf-8")
    about = ("--articles", str(drop))

    bare = program("reconcile", str(claims)).stdout
    page = program("reconcile", str(claims), *about).stdout
    told = json.loads(program("check", str(claims), *about, "--format", "json").stdout)

    assert "would acquire" not in bare
    assert "would acquire" in page
    # Nothing is claimed by the articles, and those that no claim names are none of the report.
    assert [source["label"] for source in told["sources"]] == ["gazette", "ledger"]
    assert not any("Fabrikam" in deal["label"] for deal in told["deals"])
    wrong = program("reconcile", str(claims), "--articles", str(claims))
    assert wrong.exit_code == 2
    assert "no article here is one that the claims name, such as 'gazette.txt'" in wrong.stderr
    tables = program("reconcile", str(claims), *about, "--out", str(tmp_path / "out"))
    assert tables.exit_code == 2
    assert "leave --articles out" in tables.stderr
