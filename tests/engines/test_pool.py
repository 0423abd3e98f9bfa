from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from dealfacts import pipeline
from dealfacts.engines.forks import AHEAD
from dealfacts.engines.pool import Pool, cores
from dealfacts.errors import DealfactsError
from dealfacts.model.lines import line

CAN_FORK = hasattr(os, "fork") and threading.active_count() == 1
forks = pytest.mark.skipif(not CAN_FORK, reason="needs fork, and no threads beside it")


def free(_: object) -> float:
    return 0.0


def doubled(number: int) -> tuple[int, int]:
    return 2 * number, os.getpid()


@forks
@pytest.mark.parametrize("jobs", [2, 3, 7])
@pytest.mark.parametrize("count", [2, 7, 40])
def test_results_come_in_order_from_as_many_children(jobs: int, count: int) -> None:
    results = list(Pool(jobs)(doubled, range(count), free))

    assert [result for result, _ in results] == [2 * number for number in range(count)]
    children = {child for _, child in results}
    assert len(children) == min(jobs, count)
    assert os.getpid() not in children


@pytest.mark.parametrize("items", [(), (1,)])
def test_one_item_needs_no_child(items: tuple[int, ...]) -> None:
    assert list(Pool(4)(doubled, items, free)) == [(2 * item, os.getpid()) for item in items]


@pytest.mark.parametrize("jobs", [1, None])
def test_small_work_stays_in_this_process(jobs: int | None) -> None:
    assert {child for _, child in Pool(jobs)(doubled, range(50), free)} == {os.getpid()}


@forks
@pytest.mark.skipif(cores() < 2, reason="needs two cores")
def test_large_work_is_shared_out_without_being_asked() -> None:
    children = {child for _, child in Pool()(doubled, range(50), lambda _: 1.0)}

    assert os.getpid() not in children


@forks
def test_a_slow_child_holds_the_others_back() -> None:
    """What waits for a slow item is bounded: nobody runs far ahead of it."""
    started = list(Pool(2)(_at, range(4 * AHEAD), free))

    slow = started[0]
    before = sum(moment < slow for moment in started[1::2])
    # The pipe itself holds some more.
    assert before < 2 * AHEAD + 64 * 1024 // 40


def _at(number: int) -> float:
    if number == 0:
        time.sleep(0.3)
    return time.monotonic()


def die(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@forks
def test_a_child_that_dies_is_an_error_that_says_where() -> None:
    with pytest.raises(DealfactsError, match=r"ended by signal 9 at item 6 of 12.*--jobs 1"):
        list(Pool(2)(die, range(12), free))


class OddError(Exception):
    """An error that pickles badly: it cannot be made from its message alone."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def fail(number: int) -> int:
    if number == 3:
        message = "three is too many"
        raise ValueError(message)
    if number == 4:
        raise OddError(1, 2)
    return number


@forks
def test_what_work_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="three is too many"):
        list(Pool(2)(fail, range(4), free))


@forks
def test_an_error_that_does_not_pickle_is_told_all_the_same() -> None:
    with pytest.raises(RuntimeError, match="OddError: 1 and 2"):
        list(Pool(2)(fail, (4, 4), free))


@forks
@pytest.mark.parametrize("jobs", [2, 3])
def test_a_run_is_the_same_with_any_number_of_processes(deals: Path, jobs: int) -> None:
    alone = pipeline.run([str(deals)])
    shared = pipeline.run([str(deals)], each=Pool(jobs))

    assert [line(claim) for claim in shared.report.claims] == [
        line(claim) for claim in alone.report.claims
    ]
    assert shared.report == alone.report
    assert shared.texts == alone.texts
    assert alone.report.summary.conflicts
    assert alone.report.problems


@pytest.mark.parametrize("command", [("extract",), ("reconcile", "--format", "json"), ("check",)])
def test_the_program_prints_the_same_bytes_with_any_jobs(
    deals: Path, command: tuple[str, ...]
) -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-m", "dealfacts", *command, "-j", jobs, str(deals)],
            capture_output=True,
            check=False,
            timeout=60,
        )
        for jobs in ("1", "2", "3")
    ]

    first, *others = runs
    assert first.stdout
    assert first.returncode == (1 if command == ("check",) else 0)
    for other in others:
        assert (other.stdout, other.stderr, other.returncode) == (
            first.stdout,
            first.stderr,
            first.returncode,
        )


# Work that never ends, in a process that says so.
ENDLESS = """
import os, time
from dealfacts.engines.pool import Pool
def wait(number):
    os.write(1, b"at work\\n")  # in one piece, whatever the buffering
    time.sleep(600)
list(Pool(2)(wait, range(4), lambda _: 0.0))
"""


def _members(group: int) -> list[int]:
    """The processes of a process group that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, home = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(home) == group and state != "Z":
                found.append(int(entry.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks processes up in /proc")
@pytest.mark.parametrize("everyone", [True, False], ids=["terminal", "parent"])
def test_an_interrupt_leaves_no_child_behind(*, everyone: bool) -> None:
    """A terminal interrupts all processes at once, `kill -INT` the parent alone."""
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        assert running.stdout is not None
        for _ in range(2):
            assert running.stdout.readline() == b"at work\n"

        (os.killpg if everyone else os.kill)(running.pid, signal.SIGINT)
        running.communicate(timeout=30)

        assert running.returncode
        assert _members(running.pid) == []


BUSY = ENDLESS.replace("time.sleep(600)", "time.sleep(0.05); return b'-' * 100_000").replace(
    "range(4)", "range(100_000)"
)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks processes up in /proc")
def test_children_end_when_their_parent_was_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", BUSY], stdout=subprocess.DEVNULL, start_new_session=True
    ) as running:
        deadline = time.monotonic() + 30
        while len(_members(running.pid)) < 3 and time.monotonic() < deadline:
            time.sleep(0.02)
        running.kill()
        running.wait()

        while _members(running.pid) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert _members(running.pid) == []
