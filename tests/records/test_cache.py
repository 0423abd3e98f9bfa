from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from dealfacts import pipeline
from dealfacts.loader.discover import discover
from dealfacts.model.vocabulary import Severity
from dealfacts.packing import pack, pack_run, pack_text, unpack, unpack_run, unpack_text
from dealfacts.reconciler.settings import DEFAULT
from dealfacts.records.cache import NAME, ClaimCache
from dealfacts.records.rules_version import program_version, rules_version
from dealfacts.telling import read_and_extract

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dealfacts.loader.discover import Source
    from dealfacts.telling import Told

LEDGER = "Northwind Group agreed to buy Acme Robotics for $2.4 billion in cash, it said.\n"
GAZETTE = "Northwind Group will acquire Acme Robotics for $2.9 billion, Northwind said.\n"
# Everything that a fingerprint can hold: a credit, a citation and the name of a round.
ROUND = "ROME (Wire) - Acme Robotics raised $40 million in a Series B round, the Ledger reported.\n"
RULES = b"rules"


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ledger.txt").write_text(LEDGER, encoding="utf-8")
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 8)
    return folder


class Counting(ClaimCache):
    """A cache that counts what it had to be told."""

    kept = 0

    def keep(self, source: Source, told: Told) -> None:
        self.kept += 1
        super().keep(source, told)


class Open:
    """Opens one cache after the other, and collects what they warn of."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.warnings: list[str] = []

    def __call__(self, rules: bytes = RULES, largest: int = 1 << 30) -> Counting:
        return Counting(self.file, rules, self.warnings.append, largest=largest)

    def run(self, drop: Path, rules: bytes = RULES, largest: int = 1 << 30) -> int:
        """A run with the cache; how many files it had to read."""
        cache = self(rules, largest)
        plain = pipeline.run([str(drop)])
        found = pipeline.run([str(drop)], memory=cache)
        cache.close()
        assert found.report == plain.report
        assert found.texts == plain.texts
        return cache.kept


@pytest.fixture
def cache(tmp_path: Path) -> Open:
    return Open(tmp_path / "records" / NAME)


def test_an_unchanged_drop_is_not_read_again(drop: Path, cache: Open) -> None:
    assert cache.run(drop) == 3
    assert cache.run(drop) == 0
    assert cache.warnings == []


def test_an_unchanged_drop_is_not_reconciled_again(
    drop: Path, cache: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.run(drop)
    plain = pipeline.run([str(drop)])
    monkeypatch.setattr(pipeline, "report_of", None)
    again = cache()

    found = pipeline.run([str(drop)], memory=again)

    again.close()
    assert (found.report, found.texts) == (plain.report, plain.texts)
    assert found.report.model_dump_json() == plain.report.model_dump_json()


def test_other_settings_compare_anew(drop: Path, cache: Open) -> None:
    cache.run(drop)
    quiet = DEFAULT._replace(severities={"VAL001": Severity.NOTE})
    again = cache()

    found = pipeline.run([str(drop)], chosen=quiet, memory=again)

    again.close()
    assert again.kept == 0
    assert found.report == pipeline.run([str(drop)], chosen=quiet).report
    assert found.report != pipeline.run([str(drop)]).report


def test_a_file_more_or_less_compares_anew(drop: Path, cache: Open) -> None:
    cache.run(drop)
    (drop / "extra.txt").write_text(GAZETTE.replace("2.9", "3.1"), encoding="utf-8")
    assert cache.run(drop) == 1
    (drop / "ledger.txt").unlink()
    assert cache.run(drop) == 0


def test_a_run_over_a_file_that_changed_meanwhile_is_not_held(drop: Path, cache: Open) -> None:
    one = cache()
    found = discover([str(drop)])
    assert one.recall_run(found, DEFAULT) is None
    made = pipeline.run([str(drop)])
    (drop / "ledger.txt").write_text(LEDGER.replace("2.4", "2.7"), encoding="utf-8")
    one.keep_run(found, DEFAULT, made)
    (drop / "ledger.txt").write_text(LEDGER, encoding="utf-8")
    one.close()

    other = cache()
    assert other.recall_run(found, DEFAULT) is None
    other.close()


def test_an_answer_is_held_with_its_run(drop: Path, cache: Open) -> None:
    paths, answer = [str(drop)], "An answer\x1e of \ud83d any kind\n"
    one = cache()
    one.keep_answer("how?", "what was made of no run")
    pipeline.run(paths, memory=one)
    one.keep_answer("how?", answer)
    one.close()

    other = cache()
    quiet = DEFAULT._replace(severities={"VAL001": Severity.NOTE})
    assert other.recall_answer(paths, DEFAULT, "how?") == answer
    assert other.recall_answer(paths, DEFAULT, "why?") is None
    assert other.recall_answer(paths, quiet, "how?") is None
    assert other.recall_answer([str(drop / "ledger.txt")], DEFAULT, "how?") is None
    (drop / "ledger.txt").write_text(LEDGER.replace("2.4", "2.7"), encoding="utf-8")
    assert other.recall_answer(paths, DEFAULT, "how?") is None
    other.close()


def test_what_was_made_of_a_run_over_a_changed_file_is_not_held(drop: Path, cache: Open) -> None:
    paths = [str(drop)]
    one = cache()
    found = discover(paths)
    one.recall_run(found, DEFAULT)
    made = pipeline.run(paths)
    (drop / "ledger.txt").write_text(LEDGER.replace("2.4", "2.7"), encoding="utf-8")
    one.keep_run(found, DEFAULT, made)
    one.keep_answer("how?", "made of what is no more")
    (drop / "ledger.txt").write_text(LEDGER, encoding="utf-8")

    assert one.recall_answer(paths, DEFAULT, "how?") is None
    one.close()


def test_a_damaged_answer_is_none() -> None:
    entry = pack_text("an answer")
    assert unpack_text(entry) == "an answer"
    for at in range(len(entry)):
        broken = bytearray(entry)
        broken[at] ^= 0xFF
        assert unpack_text(bytes(broken)) is None
    assert unpack_text(b"") is None
    assert unpack_text(bytes(4)) is None


def test_what_was_read_from_stdin_is_not_held(drop: Path, cache: Open) -> None:
    for text in (LEDGER, GAZETTE):
        one = cache()
        given = BytesIO(text.encode())
        found = pipeline.run(["-", str(drop)], stdin=given, memory=one)
        one.close()
        assert found.texts["-"] == text


def test_a_damaged_run_is_none(drop: Path) -> None:
    run = pipeline.run([str(drop)])
    entry = pack_run(run)
    again = unpack_run(entry)

    assert again is not None
    assert (again.report, again.texts) == (run.report, run.texts)
    for at in range(0, len(entry), 97):
        broken = bytearray(entry)
        broken[at] ^= 0xFF
        assert unpack_run(bytes(broken)) is None
    assert unpack_run(b"") is None


def test_only_the_changed_file_is_read(drop: Path, cache: Open) -> None:
    cache.run(drop)
    before = (drop / "ledger.txt").stat()
    (drop / "ledger.txt").write_text(LEDGER.replace("2.4", "2.7"), encoding="utf-8")
    os.utime(drop / "ledger.txt", ns=(before.st_atime_ns, before.st_mtime_ns))

    assert cache.run(drop) == 1


def test_what_is_told_of_a_file_counts(drop: Path, cache: Open) -> None:
    cache.run(drop)
    (drop / "sources.toml").write_text('["ledger.txt"]\ndate = 2026-05-04\n', encoding="utf-8")

    assert cache.run(drop) == 1


def test_other_rules_read_everything_again(drop: Path, cache: Open) -> None:
    cache.run(drop)

    assert cache.run(drop, rules=b"other rules") == 3
    assert cache.run(drop) == 0


def test_the_rules_are_the_same_until_they_change() -> None:
    assert rules_version() == rules_version()
    assert program_version() == program_version() != rules_version()


def test_another_version_of_a_library_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = program_version(), rules_version()
    (tmp_path / "some_other-2.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert (program_version(), rules_version()) == before

    (tmp_path / "rich-0.1.dist-info").mkdir()
    assert program_version() != before[0]
    assert rules_version() != before[1]


def test_an_entry_tells_what_was_read(drop: Path) -> None:
    for source in discover([str(drop)]).sources:
        told = read_and_extract(source)
        again = unpack(pack(told))

        assert again is not None
        assert (*again.articles, *again.prints) == (*told.articles, *told.prints)
        assert (again.said.lines, again.said.claims) == (told.said.lines, told.said.claims)
        assert again.problems == told.problems


def test_a_fingerprint_is_held_in_full(drop: Path) -> None:
    (drop / "ledger.txt").write_text(ROUND, encoding="utf-8")
    (source,) = discover([str(drop / "ledger.txt")]).sources
    told = read_and_extract(source)
    again = unpack(pack(told))

    assert again is not None
    (print_,) = told.prints
    assert tuple(again.prints) == (print_,)
    assert all((print_.credits, print_.cites, print_.rounds))


def test_a_damaged_entry_is_none(drop: Path) -> None:
    (source, *_) = discover([str(drop)]).sources
    entry = pack(read_and_extract(source))

    for at in range(0, len(entry), 7):
        broken = bytearray(entry)
        broken[at] ^= 0xFF
        assert unpack(bytes(broken)) is None
    assert unpack(entry[:-1]) is None
    assert unpack(b"") is None


def test_a_damaged_entry_is_read_again(drop: Path, cache: Open) -> None:
    cache.run(drop)
    with sqlite3.connect(cache.file) as store:
        store.execute("UPDATE entries SET content = x'00112233'")
    store.close()

    assert cache.run(drop) == 3
    assert cache.run(drop) == 0


@pytest.mark.parametrize("content", [b"not a database, but long enough to be taken for one" * 99])
def test_a_damaged_file_is_made_anew_and_said(drop: Path, cache: Open, content: bytes) -> None:
    cache.file.parent.mkdir()
    cache.file.write_bytes(content)

    assert cache.run(drop) == 3
    assert cache.run(drop) == 0
    (warning,) = cache.warnings
    assert "made anew" in warning


def test_damage_in_the_middle_costs_one_reading(drop: Path, cache: Open) -> None:
    cache.run(drop)
    content = bytearray(cache.file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    cache.file.write_bytes(bytes(content))

    cache.run(drop)
    cache.run(drop)

    assert cache.run(drop) == 0
    assert cache.warnings


def test_a_file_of_another_version_is_made_anew(drop: Path, cache: Open) -> None:
    cache.run(drop)
    with sqlite3.connect(cache.file) as store:
        store.execute("PRAGMA user_version = 99")
    store.close()

    assert cache.run(drop) == 3
    assert ["another version" in warning for warning in cache.warnings] == [True]


def test_where_nothing_can_be_written_the_run_goes_on(drop: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be", encoding="utf-8")
    cache = Open(tmp_path / "taken" / NAME)

    assert cache.run(drop) == 3
    assert ["goes on without the cache" in warning for warning in cache.warnings] == [True]


def test_the_least_recently_used_entries_go(tmp_path: Path, cache: Open) -> None:
    folders = []
    for number in range(6):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "a.txt").write_text(LEDGER.replace("2.4", f"2.{number}"), encoding="utf-8")
        folders.append(folder)
    room = 4 * len(pack(read_and_extract(discover([str(folders[0])]).sources[0])))
    for folder in folders[:3]:
        cache.run(folder, largest=room)
    cache.run(folders[0], largest=room)

    for folder in folders[3:]:
        cache.run(folder, largest=room)

    assert cache.run(folders[5], largest=room) == 0
    assert cache.run(folders[1], largest=room) == 1
    with sqlite3.connect(cache.file) as store:
        total = store.execute("SELECT total(size) FROM entries").fetchone()[0]
    store.close()
    assert total <= room


def test_two_runs_at_once_share_the_file(drop: Path, cache: Open) -> None:
    one, other = cache(), cache()
    sources = discover([str(drop)]).sources
    for each in (one, other):
        each.lacks(sources)
    for source in sources:
        told = read_and_extract(source)
        one.keep(source, told)
        other.keep(source, told)
    one.close()
    other.close()

    assert cache.run(drop) == 0
    assert cache.warnings == []


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(150):
        text = LEDGER.replace("2.4", f"{number}.4")
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def _extract(folder: Path, where: Path, *more: str) -> Sequence[str]:
    where.mkdir(exist_ok=True)
    return [sys.executable, "-m", "dealfacts", "extract", "--cache", str(folder), *more]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 there")
def test_a_killed_run_loses_nothing_that_was_there(many: Path, tmp_path: Path) -> None:
    """A dozen kills at random moments, two runs at a time; tests/bench/bench_cache.py has 200."""
    where = tmp_path / "where"
    command = _extract(many, where)
    plain = subprocess.run(
        [*command[:4], "--no-cache", str(many)], capture_output=True, check=True, cwd=where
    )
    # A measurement that is killed while it is written down spoils those of all the others.
    unmeasured = {name: it for name, it in os.environ.items() if not name.startswith("COVERAGE_")}
    dice = random.Random(7)  # noqa: S311  moments to kill at
    entries = 0
    for _ in range(6):
        pair = [
            subprocess.Popen(command, cwd=where, stdout=subprocess.DEVNULL, env=unmeasured)
            for _ in range(2)
        ]
        for each in pair:
            time.sleep(dice.uniform(0.1, 0.5))
            each.kill()
            each.wait()
        file = where / ".dealfacts" / NAME
        if file.exists():
            store = sqlite3.connect(file)
            assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            count = (
                store.execute("SELECT count(*) FROM entries").fetchone()[0]
                if store.execute("PRAGMA user_version").fetchone()[0]
                else 0
            )
            store.close()
            assert count >= entries
            entries = count

    last = subprocess.run(command, capture_output=True, check=True, cwd=where)
    again = subprocess.run(command, capture_output=True, check=True, cwd=where)

    assert last.stdout == plain.stdout == again.stdout
    assert last.stderr == plain.stderr


def test_the_cache_is_used_where_its_folder_is(drop: Path, tmp_path: Path) -> None:
    where = tmp_path / "where"
    where.mkdir()
    command = [sys.executable, "-m", "dealfacts", "reconcile", "--format", "json", str(drop)]

    def run(*more: str) -> bytes:
        return subprocess.run([*command, *more], capture_output=True, check=True, cwd=where).stdout

    plain = run()
    assert not (where / ".dealfacts").exists()
    (where / ".dealfacts").mkdir()
    assert run("--no-cache") == plain
    assert not list((where / ".dealfacts").iterdir())
    assert run() == plain
    assert (where / ".dealfacts" / NAME).exists()
    assert run() == plain
