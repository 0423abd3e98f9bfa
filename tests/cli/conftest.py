"""The program as its users start it, and a small drop of articles that disagree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest
from click.testing import CliRunner

from dealfacts.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

LEDGER = """Northwind to buy Acme Robotics for $2.4 billion

Northwind Group agreed on Monday to buy Acme Robotics, the maker of warehouse robots, for \
$2.4 billion in cash.
"""
GAZETTE = """Robots change hands

Northwind Group said on Tuesday that it would acquire Acme Robotics for $2.9 billion in cash \
after three months of talks.
"""
MONITOR = """Northwind takes over Acme Robotics

Northwind Group has signed an agreement to buy Acme Robotics for $2.4 billion, people familiar \
with the plans said.
"""


class Dealfacts(Protocol):
    """Runs the program in a process of its own."""

    def __call__(
        self, *args: str, stdin: bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]: ...


class Program(Protocol):
    """Runs the program in this process."""

    def __call__(self, *args: str, stdin: bytes = b"") -> Result: ...


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """The present one without what steers colour and width."""
    steering = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "DEALFACTS_DEBUG"}
    kept = {key: value for key, value in os.environ.items() if key not in steering}
    return kept | (more or {})


@pytest.fixture
def dealfacts(tmp_path: Path) -> Dealfacts:
    def run(
        *args: str, stdin: bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "dealfacts", *args],
            input=stdin,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=environment(env),
            timeout=60,
        )

    return run


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Program:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "DEALFACTS_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run(*args: str, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(main, list(args), input=stdin)

    return run


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """Two articles that give two prices."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ledger.txt").write_text(LEDGER, encoding="utf-8")
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    return folder


@pytest.fixture
def calm(tmp_path: Path) -> Path:
    """Two articles that agree."""
    folder = tmp_path / "calm"
    folder.mkdir()
    (folder / "ledger.txt").write_text(LEDGER, encoding="utf-8")
    (folder / "monitor.txt").write_text(MONITOR, encoding="utf-8")
    return folder


class Repository(Protocol):
    """Runs git in the folder of the test, as somebody with a name and no settings."""

    def __call__(self, *args: str) -> str: ...


@pytest.fixture
def git(tmp_path: Path) -> Repository:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    person = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER")
              for what in ("NAME", "EMAIL")}  # fmt: skip
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def run(*args: str) -> str:
        done = subprocess.run(
            ["git", *args],  # noqa: S607  the one on the PATH
            cwd=tmp_path,
            env={**os.environ, **person, **quiet},
            capture_output=True,
            check=True,
            text=True,
        )
        return done.stdout.strip()

    run("init", "--quiet", "--initial-branch=main")
    return run
