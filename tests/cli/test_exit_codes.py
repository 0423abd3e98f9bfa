"""Every way to end, reached by the real program in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Dealfacts

# Put before everything that the program imports: the pipeline then fails as a bug would.
BUG = """
import sys, types

class Broken(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        raise RuntimeError("the cat sat on it")

sys.modules["dealfacts.pipeline"] = Broken("dealfacts.pipeline")
"""


@pytest.fixture
def bug(tmp_path: Path) -> dict[str, str]:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(BUG, encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


def test_0_reconcile_whatever_it_finds(dealfacts: Dealfacts, drop: Path) -> None:
    done = dealfacts("reconcile", str(drop))

    assert done.returncode == 0
    assert b"[VAL001]" in done.stdout
    assert done.stderr == b""


def test_0_check_of_articles_that_agree(dealfacts: Dealfacts, calm: Path) -> None:
    done = dealfacts("check", str(calm))

    assert done.returncode == 0, done.stdout.decode()
    assert b"No differences found." in done.stdout


def test_0_version_and_help(dealfacts: Dealfacts) -> None:
    assert dealfacts("--version").stdout == b"dealfacts 0.1.0\n"
    assert dealfacts("--help").returncode == 0


def test_1_check_of_articles_that_conflict(dealfacts: Dealfacts, drop: Path) -> None:
    done = dealfacts("check", str(drop))

    assert done.returncode == 1
    assert b"[VAL001]" in done.stdout
    assert b"check failed: 1 finding of severity error or worse" in done.stderr


def test_0_check_that_never_fails(dealfacts: Dealfacts, drop: Path) -> None:
    assert dealfacts("check", "--fail-on", "never", str(drop)).returncode == 0


@pytest.mark.parametrize("arguments", [("reconcile",), ("nonsense",)])
def test_2_bad_usage(dealfacts: Dealfacts, arguments: tuple[str, ...]) -> None:
    done = dealfacts(*arguments)

    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Error: " in done.stderr


@pytest.mark.parametrize("command", ["reconcile", "check", "extract"])
def test_2_a_path_that_does_not_exist(dealfacts: Dealfacts, command: str) -> None:
    done = dealfacts(command, "artcles/")

    assert done.returncode == 2
    assert done.stdout == b""
    assert b"artcles" in done.stderr


@pytest.mark.parametrize("command", ["check", "extract"])
def test_2_nothing_to_read(dealfacts: Dealfacts, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty").mkdir()

    done = dealfacts(command, "empty")

    assert done.returncode == 2
    assert done.stdout == b""
    assert b"nothing to read" in done.stderr


def test_2_nothing_readable_names_each_problem(dealfacts: Dealfacts, tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(bytes(range(256)) * 8)

    done = dealfacts("check", "photo.txt")

    assert done.returncode == 2
    assert b"photo.txt:1: " in done.stderr


def test_2_nothing_on_stdin(dealfacts: Dealfacts) -> None:
    done = dealfacts("reconcile", "-")

    assert done.returncode == 2
    assert b"nothing to read" in done.stderr


@pytest.mark.parametrize("command", ["reconcile", "check", "extract"])
def test_strict_input_turns_an_unreadable_file_into_2(
    dealfacts: Dealfacts, calm: Path, command: str
) -> None:
    (calm / "photo.txt").write_bytes(bytes(range(256)) * 8)

    lenient = dealfacts(command, str(calm))
    strict = dealfacts(command, "--strict-input", str(calm))

    assert lenient.returncode == 0
    assert strict.returncode == 2
    assert b"--strict-input" in strict.stderr
    assert strict.stdout == lenient.stdout


def test_2_a_report_that_cannot_be_written(dealfacts: Dealfacts, calm: Path) -> None:
    done = dealfacts("reconcile", str(calm), "--report", "json=missing/report.json")

    assert done.returncode == 2
    assert b"missing/report.json: cannot write the report: No such file" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_2_a_full_disk_behind_stdout(calm: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dealfacts", "reconcile", str(calm)]

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, check=False, cwd=tmp_path
        )

    assert done.returncode == 2
    assert b"cannot write to the standard output: No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_70_a_bug_is_named_without_a_traceback(dealfacts: Dealfacts, bug: dict[str, str]) -> None:
    done = dealfacts("reconcile", ".", env=bug)

    assert done.returncode == 70
    assert done.stdout == b""
    assert b"internal error: RuntimeError: the cat sat on it" in done.stderr
    assert b"Traceback" not in done.stderr


def test_70_a_bug_shows_its_traceback_with_v_or_the_variable(
    dealfacts: Dealfacts, bug: dict[str, str]
) -> None:
    for done in (
        dealfacts("reconcile", "-v", ".", env=bug),
        dealfacts("reconcile", ".", env=bug | {"DEALFACTS_DEBUG": "1"}),
    ):
        assert done.returncode == 70
        assert b"Traceback (most recent call last)" in done.stderr
        assert done.stderr.rstrip().endswith(b"RuntimeError: the cat sat on it")


@pytest.mark.skipif(os.name == "nt", reason="interrupts work differently there")
def test_130_an_interrupt_leaves_no_traceback(tmp_path: Path) -> None:
    # `-` waits for an end of input that never comes.
    with subprocess.Popen(
        [sys.executable, "-m", "dealfacts", "reconcile", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as waiting:
        assert waiting.stdin is not None
        # To take more than a pipe holds the program must be past its imports, reading.
        waiting.stdin.write(b"word " * 40_000)
        waiting.stdin.flush()
        # The rest of the words is read by then, and the program waits for more.
        time.sleep(0.5)

        waiting.send_signal(signal.SIGINT)
        _, told = waiting.communicate(timeout=30)

    assert waiting.returncode == 130
    assert told == b"dealfacts: interrupted\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("reconcile",), 0),
        (("check",), 1),
        (("extract",), 0),
        (("reconcile", "--format", "json"), 0),
    ],
)
def test_a_closed_pipe_ends_quietly_and_changes_no_code(
    drop: Path, arguments: tuple[str, ...], code: int
) -> None:
    # More than a pipe holds, so that the writing itself meets the closed end.
    for number in range(60):
        text = (drop / "ledger.txt").read_text(encoding="utf-8")
        (drop / f"copy{number}.txt").write_text(f"{text}Item {number}.\n", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "dealfacts", arguments[0], str(drop), *arguments[1:]],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        told = running.stderr.read()

    assert running.returncode == code, told.decode()
    assert b"Traceback" not in told
    assert b"Broken" not in told


def test_a_closed_pipe_ends_help_quietly() -> None:
    command = f"{sys.executable} -m dealfacts --help | true"

    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)

    assert done.stderr == b""


def test_a_closed_stdout_is_no_bug(calm: Path, tmp_path: Path) -> None:
    command = f"{sys.executable} -m dealfacts reconcile {calm} --report json=r.json >&-"

    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, check=False, cwd=tmp_path
    )

    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "r.json").stat().st_size > 0


def test_a_closed_stdin_matters_only_where_it_is_asked_for(calm: Path, tmp_path: Path) -> None:
    for path, code in ((str(calm), 0), ("-", 2)):
        command = f"{sys.executable} -m dealfacts extract {path} <&-"

        done = subprocess.run(
            ["/bin/sh", "-c", command], capture_output=True, check=False, cwd=tmp_path
        )

        assert done.returncode == code, done.stderr.decode()
        assert b"internal error" not in done.stderr


def test_a_closed_stderr_changes_no_code(drop: Path) -> None:
    command = f"{sys.executable} -m dealfacts check {drop} 2>&-"

    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)

    assert done.returncode == 1
