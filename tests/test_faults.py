"""What goes wrong around articles, and what then happens: one row a fault.

Each fault is put into a folder beside a good article; the program must read the good one, say in a
line what is wrong with the other, and end as its exit code promises. What concerns the process
itself (signals, pipes, full disks) is tried in a process of its own.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from click.testing import CliRunner

from dealfacts.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

GOOD = "Northwind Group agreed on Monday to buy Acme Robotics for $2.4 billion in cash.\n"
PROGRAM = [sys.executable, "-m", "dealfacts"]
MIB = 2**20


def run(
    *arguments: str, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        timeout=60,
    )


class Fault(NamedTuple):
    """How to make it, and what the report says of it; "" where nothing is wrong after all.

    `articles` counts what is read, the good one included.
    """

    name: str
    make: Callable[[Path], object]
    says: str = ""
    articles: int = 1


def program(*arguments: str) -> Result:
    """The same in this process."""
    return CliRunner().invoke(main, list(arguments))


def text(name: str, content: str | bytes) -> Callable[[Path], object]:
    raw = content.encode() if isinstance(content, str) else content
    return lambda folder: (folder / name).write_bytes(raw)


def sparse(name: str) -> Callable[[Path], object]:
    def make(folder: Path) -> None:
        with (folder / name).open("wb") as file:
            file.truncate(1024 * MIB)

    return make


def claim(**changes: object) -> str:
    where = {"start": 0, "end": 4, "line": 1, "column": 1, "quote": "$2.9"}
    where["sentence"] = {"start": 0, "end": 4}
    value = {"type": "money", "currency": "USD", "low": "2900000000", "high": "2900000000"}
    content = {
        "schema": "dealfacts.claim/1",
        "id": "c-1",
        "source": "b.txt",
        "kind": "amount",
        "attribute": "deal_amount",
        "subject": "Northwind Group / Acme Robotics",
        "parties": ["Northwind Group", "Acme Robotics"],
        "value": value,
        "evidence": where,
    }
    return json.dumps({**content, **changes}) + "\n"


ENTITIES = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
)
ANCHORS = "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]\n" for n in range(1, 30))
FAULTS = (
    Fault("a link to itself", lambda f: (f / "b.txt").symlink_to("b.txt"), "symbolic links"),
    Fault("a folder in itself", lambda f: (f / "self").symlink_to(".")),
    Fault("a link to nothing", lambda f: (f / "b.txt").symlink_to("gone"), "No such file"),
    Fault("a named pipe", lambda f: os.mkfifo(f / "b.txt"), "Not a regular file"),
    Fault("a device", lambda f: (f / "b.txt").symlink_to("/dev/zero"), "Not a regular file"),
    Fault("a folder named as an article", lambda f: (f / "b.txt").mkdir()),
    Fault("an empty file", text("b.txt", ""), "Empty"),
    Fault("a million blank lines", text("b.txt", "\n" * 1_000_000), "Empty"),
    Fault("a gigabyte of nothing as text", sparse("b.txt"), "Larger than 8 MiB"),
    Fault("a gigabyte of nothing as lines", sparse("b.jsonl"), "Binary data"),
    Fault("a gigabyte of nothing as a table", sparse("b.csv"), "Binary data"),
    Fault("a gigabyte of nothing as JSON", sparse("b.json"), "Larger than 64 MiB"),
    Fault("a gigabyte of nothing as a page", sparse("b.html"), "Larger than 8 MiB"),
    Fault("a gigabyte of nothing as metadata", sparse("sources.toml"), "larger than 16 MiB"),
    Fault("zero bytes", text("b.txt", b"$2.9\0 billion\0" * 99), "Binary data"),
    Fault("one zero byte", text("b.txt", GOOD + "\0"), "control character", 2),
    Fault(
        "an encoding that lies", text("b.txt", b"\xef\xbb\xbfcaf\xe9 " + GOOD.encode()), "UTF-8", 2
    ),
    Fault("two encodings", text("b.txt", "é".encode() * 3 + b"\xe9 " + GOOD.encode()), "UTF-8", 2),
    Fault("half a UTF-16 letter", text("b.txt", GOOD.encode("utf-16")[:-1]), "Not valid UTF-16", 2),
    Fault("encoded surrogates", text("b.txt", b"\xed\xa0\x80 " + GOOD.encode()), "UTF-8", 2),
    Fault("a surrogate in JSON", text("b.json", '{"title": "\\ud800", "text": "$2.9bn"}'), "", 2),
    Fault("bidi and unseen controls", text("b.txt", "\u202e\u200b\u2066" + GOOD), "", 2),
    Fault(
        "an unseen character in a figure",
        text("b.txt", "\n" + GOOD.replace("$2.4", "$2\u200b.4").replace("Acme", "Ac\u00adme")),
        "An unseen character (U+00AD) stands inside a word or figure",
        2,
    ),
    Fault("deep JSON", text("b.json", "[" * 100_000), "Not JSON"),
    Fault("a deep page", text("b.html", "<div>" * 100_000), "No article"),
    Fault("a page of entities", text("b.html", f"{ENTITIES}]><p>&j;</p>"), "", 2),
    Fault("anchors in front matter", text("b.txt", f"---\n{ANCHORS}---\n{GOOD}"), "", 2),
    Fault("deep metadata", text("sources.toml", "a = " + "[" * 50_000), "Not TOML"),
    Fault("endless front matter", text("b.txt", "---\n" + "a: b\n" * 20_000), "", 2),
    Fault("an open quote in a table", text("b.csv", 'title,text\na,"' + "x\n" * 9_999), "", 2),
    Fault(
        "a claim that leaves the folder", text("b.jsonl", claim(source="../../etc/passwd")), "", 2
    ),
    Fault("a claim of a device", text("b.jsonl", claim(source="/dev/zero")), "", 2),
    Fault(
        "a claim of a million digits",
        text("b.jsonl", claim(value={"type": "percent", "low": "1e999999", "high": "1e999999"})),
        "a number of more than 40 digits",
    ),
    Fault("half a claim", text("b.jsonl", claim()[:-20]), "Not a claim"),
    Fault(
        "a name that is no UTF-8",
        lambda f: Path(os.fsdecode(os.fsencode(f) + b"/b\xff.txt")).write_text(GOOD),
        "is no text",
        1,
    ),
    Fault("a name of an escape sequence", text("b\x1b[31m.txt", GOOD), "", 2),
)


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and devices are others there")
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_costs_no_other_article(fault: Fault, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD)
    fault.make(folder)
    began = time.perf_counter()
    done = program("reconcile", str(folder), "--format", "json")
    assert time.perf_counter() - began < 10
    assert done.exit_code == 0, done.stderr
    report = json.loads(done.stdout)
    problems = [each for each in report["problems"] if each["rule"] not in {"LOAD002", "LOAD003"}]
    assert bool(problems) == bool(fault.says)
    assert all(fault.says in each["message"] for each in problems[:1])
    assert len(report["sources"]) == fault.articles
    assert any(claim["source"] == "a.txt" for claim in report["claims"])
    page = program("reconcile", str(folder)).stdout
    assert not set(page) & set("\x00\x1b\u202e\u200b\u2066")
    strict = program("check", str(folder), "--strict-input", "--fail-on", "never")
    unread = any(each["rule"] == "LOAD001" for each in problems)
    assert strict.exit_code == (2 if unread else 0)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("a" * 300, "File name too long"),
        ("a/" * 3000, "File name too long"),
        ("loop.txt", "symbolic links"),
        ("gone.txt", "no such file"),
        ("a.txt/b.txt", "no such file"),
    ],
)
def test_a_path_that_leads_nowhere(
    path: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    done = program("reconcile", path)
    assert done.exit_code == 2
    assert says in done.stderr
    assert len(done.stderr) < 1000
    assert "internal" not in done.stderr


def test_a_pipe_that_is_given_is_read(tmp_path: Path) -> None:
    command = f"{sys.executable} -m dealfacts extract <(printf '{GOOD.strip()}')"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=tmp_path)  # noqa: S607  the user's shell
    assert b'"deal_amount"' in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such names")
@pytest.mark.parametrize("command", ["extract", "reconcile", "check"])
def test_a_file_whose_name_is_no_text_is_a_problem(tmp_path: Path, command: str) -> None:
    """Names of files are bytes on Linux, and an unpacked archive can hold any."""
    drop = tmp_path / "drop"
    (drop / os.fsdecode(b"fold\xfeer")).mkdir(parents=True)
    (drop / "a.txt").write_text(GOOD)
    (drop / os.fsdecode(b"b\xff.txt")).write_text(GOOD)
    (drop / os.fsdecode(b"fold\xfeer") / "c.txt").write_text(GOOD)
    done = run(command, "--cache", "drop", cwd=tmp_path)
    assert done.returncode == 0
    assert b"$2.4 billion" in done.stdout
    told = done.stdout + done.stderr
    assert b"drop/b\\udcff.txt" in told
    assert b"drop/fold\\udcfeer/c.txt" in told
    alone = run(command, "drop/" + os.fsdecode(b"b\xff.txt"), cwd=tmp_path)
    assert alone.returncode == 2
    assert b"Rename it" in alone.stderr


def test_a_file_that_vanishes_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dealfacts.loader import files  # noqa: PLC0415  patched here alone

    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_text(GOOD)
    found = files.discover([str(tmp_path)])
    (tmp_path / "a.txt").unlink()
    monkeypatch.setattr(files, "discover", lambda _: found)
    loaded = files.load([str(tmp_path)])
    assert [article.id for article in loaded.articles] == ["b.txt"]
    assert [each.message for each in loaded.problems] == [
        "Cannot be read: No such file or directory"
    ]


def test_a_file_that_nobody_may_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dealfacts.loader import files  # noqa: PLC0415  patched here alone

    def refuse(path: str, flags: int) -> int:
        raise PermissionError(13, f"Permission denied with {flags}", path)

    (tmp_path / "a.txt").write_text(GOOD)
    monkeypatch.setattr("dealfacts.loader.streams.os.open", refuse)
    (problem,) = files.load([str(tmp_path)]).problems
    assert problem.message.startswith("Cannot be read: Permission denied")


def test_ten_thousand_files_in_a_folder(tmp_path: Path) -> None:
    from dealfacts.loader.discover import discover  # noqa: PLC0415  not measured elsewhere

    for number in range(10_000):
        (tmp_path / f"{number}.txt").touch()
    began = time.perf_counter()
    assert len(discover([str(tmp_path)]).sources) == 10_000
    assert time.perf_counter() - began < 2


OLD = '{"an": "old report"}'


@pytest.mark.skipif(sys.platform != "linux", reason="limits and devices as on Linux")
@pytest.mark.parametrize(
    ("limit", "target", "says"),
    [
        (1000, "report.json", "File too large"),  # as a full disk does, the write ends half way
        (0, "/dev/full", "No space left"),
        (0, "/proc/report.json", "cannot write the report"),
        (0, "folder", "Is a directory"),
        (0, "report.json/inside", "Not a directory"),
        (0, "../" * 40 + "proc/x", "cannot write the report"),
    ],
)
def test_a_report_that_cannot_be_written_leaves_the_old_one(
    limit: int, target: str, says: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "folder").mkdir()
    (tmp_path / "report.json").write_text(OLD)
    shell = f"ulimit -f {limit // 1000}; " if limit else ""
    command = f"{shell}exec {sys.executable} -m dealfacts reconcile a.txt --report json={target}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=tmp_path)  # noqa: S607  ulimit is its own
    assert done.returncode == 2, done.stderr
    assert says in done.stderr.decode()
    assert (tmp_path / "report.json").read_text() == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "folder", "report.json"]


def test_stdout_that_is_closed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    for command in ("reconcile a.txt >&-", "reconcile a.txt | true", "extract a.txt 2>&- >&-"):
        shell = f"set -o pipefail; {sys.executable} -m dealfacts {command}"
        done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, cwd=tmp_path)  # noqa: S607  the user's shell
        assert done.returncode == 0, command
        assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_run_that_is_ended_leaves_the_old_report(number: signal.Signals, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text(OLD)
    with subprocess.Popen(
        [*PROGRAM, "reconcile", "-", "--report", "json=report.json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as waiting:
        assert waiting.stdin is not None
        waiting.stdin.write(b"word " * 40_000)
        waiting.stdin.flush()
        waiting.send_signal(number)
        _, told = waiting.communicate()
    assert waiting.returncode == -number
    assert b"Traceback" not in told
    assert (tmp_path / "report.json").read_text() == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_runs_at_once_write_whole_reports(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(GOOD.replace("2.4", f"2.{ord(name) % 9}"))
    arguments = ("reconcile", ".", "--quiet", "--report", "json=out.json")
    with ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(run, *arguments, cwd=tmp_path) for _ in range(4)]
        seen = set()
        while not all(each.done() for each in waiting):
            if (tmp_path / "out.json").exists():
                seen.add((tmp_path / "out.json").read_bytes())
            time.sleep(0.01)
        codes = {each.result().returncode for each in waiting}
        pages = {each.result().stdout for each in waiting}
    assert codes == {0}
    assert len(pages) == 1
    assert len(seen) == 1
    json.loads(seen.pop())
    assert len(list(tmp_path.iterdir())) == 4


def test_no_surroundings_show_in_the_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_text(GOOD.replace("$2.4", "$2.9").replace("Monday", "May 4, 2026"))
    surroundings: tuple[dict[str, str], ...] = (
        {},
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati"},
        {"TZ": "America/Adak", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
        {"PYTHONOPTIMIZE": "2"},
    )
    pages, reports = set(), set()
    for env in surroundings:
        done = run("reconcile", "a.txt", "b.txt", "--report", "json=r.json", cwd=tmp_path, env=env)
        pages.add(done.stdout)
        reports.add((tmp_path / "r.json").read_bytes())
    assert len(pages) == len(reports) == 1
    assert b"[VAL001]" in pages.pop()
