"""How long whole runs of the program take: medians of ten against `python -c pass`.

    python tests/bench/bench_startup.py [--runs N] [--data FOLDER]

FOLDER is a folder of articles; default `seeds`. Commands take turns, so that a slow second hits
all alike. Compiled files are kept, as for every user, whatever PYTHONDONTWRITEBYTECODE says here;
the processor's time (user and system) is given too, because other work does not slow it as much.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path


def main() -> None:
    """Print one line a command: median, fastest, and the median above `python -c pass`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--data", default="seeds")
    given = parser.parse_args()
    if not Path(given.data).is_dir():
        sys.exit(f"{given.data}: no such folder of articles")
    program = [sys.executable, "-m", "dealfacts"]
    reconcile = [*program, "reconcile", given.data]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "--version": [*program, "--version"],
        "--help": [*program, "--help"],
        "compare": [*program, "compare", "nearly $20 billion", "$19.3 billion"],
        "extract": [*program, "extract", given.data],
        "reconcile (terminal)": reconcile,
        "reconcile (json)": [*reconcile, "--format", "json"],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    busy: dict[str, list[float]] = {name: [] for name in commands}
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    for turn in range(given.runs + 1):
        for name, command in commands.items():
            before, start = _busy(), time.perf_counter()
            done = subprocess.run(command, check=False, capture_output=True, env=env)
            elapsed = (time.perf_counter() - start) * 1000
            if done.returncode:
                sys.exit(f"{name}: exit {done.returncode}\n{done.stderr.decode()}")
            if turn:  # the first turn warms the caches
                taken[name].append(elapsed)
                busy[name].append(_busy() - before)
    bare = statistics.median(taken["python -c pass"])
    for name, times in taken.items():
        median = statistics.median(times)
        told = f"{name:24}{median:7.1f} ms   fastest {min(times):6.1f}   +{median - bare:.1f} ms"
        told += f"   processor {statistics.median(busy[name]):6.1f} ms"
        sys.stdout.write(f"{told}\n")


def _busy() -> float:
    """Milliseconds of processor time that all ended children took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


if __name__ == "__main__":
    main()
