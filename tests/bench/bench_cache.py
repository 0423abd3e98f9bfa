"""What the cache saves, and whether it survives being killed.

Run: python tests/bench/bench_cache.py [--articles 20000] [--kills 200]
First the times of a first, a second and a third run over a made drop, for `extract` and `check`;
then as many runs, two at a time, killed at random moments, after each of which every entry that was
there before must still be there and whole, and at the end the output that of a run without cache.
"""
# ruff: noqa: S311  the dice choose the moments to kill at

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpus import write  # beside this file

PROGRAM = [sys.executable, "-m", "dealfacts"]


def timed(command: list[str], where: Path) -> tuple[float, float, bytes]:
    """Seconds on the clock, seconds of the processor, and what was printed."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False, cwd=where)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, busy, done.stdout


def savings(drop: Path, where: Path) -> None:
    for command in (["extract"], ["check", "--format", "github", "--quiet"]):
        cache = where / ".dealfacts" / "cache.sqlite"
        for ending in ("", "-wal", "-shm"):
            cache.with_name(cache.name + ending).unlink(missing_ok=True)
        first, busy, printed = timed([*PROGRAM, *command, "--cache", str(drop)], where)
        print(f"{command[0]:8} first run  {first:8.1f} s, processor {busy:8.1f} s")
        for name in ("second", "third"):
            again, used, same = timed([*PROGRAM, *command, "--cache", str(drop)], where)
            told = f"{first / again:.1f} times as fast, {busy / used:.1f} times the processor"
            print(f"{command[0]:8} {name:6} run {again:8.1f} s, processor {used:8.1f} s: {told}")
            if same != printed:
                sys.exit("another output with the cache")


def entries(file: Path) -> dict[bytes, int] | None:
    """Key and size of every entry; None if the file is damaged."""
    store = sqlite3.connect(file)
    try:
        if store.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return None
        if not store.execute("PRAGMA user_version").fetchone()[0]:
            return {}
        return dict(store.execute("SELECT key, length(content) FROM entries"))
    finally:
        store.close()


def kills(drop: Path, where: Path, count: int) -> None:
    file = where / ".dealfacts" / "cache.sqlite"
    command = [*PROGRAM, "extract", "--cache", str(drop)]
    plain = timed([*PROGRAM, "extract", "--no-cache", str(drop)], where)[2]
    dice = random.Random(1)
    held: dict[bytes, int] = {}
    for number in range(0, count, 2):
        pair = [subprocess.Popen(command, cwd=where, stdout=subprocess.DEVNULL) for _ in range(2)]
        for each in pair:
            time.sleep(dice.uniform(0.0, 3.0))
            each.kill()
            each.wait()
        if not file.exists():
            continue
        now = entries(file)
        if now is None or held.items() - now.items():
            sys.exit(f"after {number + 2} kills: damaged, or entries lost")
        held = now
    print(f"{count} kills: no damage, no entry lost, {len(held)} entries at the end")
    if timed(command, where)[2] != plain or timed(command, where)[2] != plain:
        sys.exit("another output after the kills")
    print("the output is that of a run without cache")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        (top / "where").mkdir()
        size = write(top / "drop", options.articles)
        print(f"{options.articles} articles, {size / 1e6:.0f} MB")
        savings(top / "drop", top / "where")
        (top / "kills").mkdir()
        write(top / "small", 600)
        kills(top / "small", top / "kills", options.kills)


if __name__ == "__main__":
    main()
