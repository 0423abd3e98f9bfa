"""The Spark engine on a real cluster of this machine: two executors in processes of their own.

Slow (minutes), so only where PySpark and Java are installed: pip install '.[test,spark]'.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dealfacts.engines.spill import reconcile_to

HAS_SPARK = importlib.util.find_spec("pyspark") is not None
HAS_JAVA = shutil.which("java") is not None or "JAVA_HOME" in os.environ
on_spark = [
    pytest.mark.skipif(not HAS_SPARK, reason="PySpark is not installed: the extra `spark`"),
    pytest.mark.skipif(not HAS_JAVA, reason="Spark needs Java 17 or newer"),
]
# The scripts of Spark look for a build of it where pip has put none.
ENVIRONMENT = os.environ | {"SPARK_SCALA_VERSION": "2.13", "SPARK_LOCAL_IP": "127.0.0.1"}
CLUSTER = "local-cluster[2,1,1024]"
EXECUTOR = "CoarseGrainedExecutorBackend"


def _program(folder: Path, out: Path, master: str) -> list[str]:
    program = [sys.executable, "-m", "dealfacts", "reconcile", str(folder), "--out", str(out)]
    return [*program, "--engine", "spark", "--master", master]


def _same(one: Path, other: Path) -> None:
    names = sorted(p.relative_to(one) for p in one.rglob("*") if p.is_file())
    assert names == sorted(p.relative_to(other) for p in other.rglob("*") if p.is_file())
    for name in names:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


def _executors(session: int) -> list[int]:
    """The executors that a run has started, by process number."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().decode(errors="replace")
                own = os.getsid(int(entry.name))
            except OSError:
                continue
            if own == session and EXECUTOR in words and "java" in words.split("\0")[0]:
                found.append(int(entry.name))
    return sorted(found)


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks executors up in /proc")
class TestOnACluster:
    pytestmark = on_spark

    def test_the_tables_are_those_of_the_local_engine_though_an_executor_dies(
        self, deals: Path, tmp_path: Path
    ) -> None:
        reconcile_to([str(deals)], str(tmp_path / "local"))

        with subprocess.Popen(
            _program(deals, tmp_path / "spark", CLUSTER),
            env=ENVIRONMENT,
            start_new_session=True,
            stderr=subprocess.PIPE,
        ) as running:
            deadline = time.monotonic() + 300
            while len(_executors(running.pid)) < 2 and time.monotonic() < deadline:
                assert running.poll() is None
                time.sleep(0.2)
            time.sleep(5)  # both are at work by then
            victim = _executors(running.pid)[0]
            os.kill(victim, signal.SIGKILL)
            _, told = running.communicate(timeout=900)

        assert running.returncode == 0, told.decode()
        assert b"tables in" in told
        _same(tmp_path / "local", tmp_path / "spark")


@pytest.mark.skipif(HAS_SPARK, reason="PySpark is installed")
def test_without_pyspark_one_line_says_what_to_install(deals: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        _program(deals, tmp_path / "out", "local[1]"), capture_output=True, check=False, text=True
    )

    assert done.returncode == 2
    assert done.stderr == (
        "dealfacts: --engine spark needs PySpark: pip install 'dealfacts[spark]'\n"
    )
    assert not (tmp_path / "out").exists()


def test_the_standard_input_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [*_program(Path("-"), tmp_path / "out", "local[1]")],
        capture_output=True,
        check=False,
        text=True,
        input="A text.",
    )

    assert done.returncode == 2
    assert "cannot read the standard input" in done.stderr


def test_a_file_on_which_reading_fails_is_a_problem(
    deals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dealfacts.engines import spark  # noqa: PLC0415  it must import without PySpark
    from dealfacts.loader.discover import discover  # noqa: PLC0415

    def fail(_: object) -> None:
        message = "the cat sat on it"
        raise RuntimeError(message)

    monkeypatch.setattr(spark, "read_and_extract", fail)
    (problem,) = spark._articles(discover([str(deals)]).sources[0])  # noqa: SLF001  a task's work

    assert problem.path.endswith("00.txt")
    assert problem.message == "Left out, reading it failed: RuntimeError: the cat sat on it"
