"""Everything that is fast or slow about dealfacts, in one table, beside its peers.

    python tests/bench/bench_suite.py [--articles N] [--peers PYTHON] [--json FILE] [--table FILE]

Makes a drop, times every stage apart in this process, whole runs of the program cold and warm, on
one core and on all, with their memory; then the peers (`--peers` names the Python that has them
installed, see peer_runs.py) on the same articles in the same run. Times are of
the processor, because other work on the machine does not slow those as much; the fastest of three.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from corpus import write  # beside this file

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
PROGRAM = [sys.executable, "-m", "dealfacts"]
ROUNDS = 3
PEER_SECONDS = 8


class Row(NamedTuple):
    """One line of the table; `times` says how often dealfacts' own reading fits into it."""

    what: str
    seconds: float
    articles: int
    size: int
    note: str = ""

    @property
    def pace(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def stages(drop: Path, articles: int, size: int) -> list[Row]:
    """Each stage of a run, in this process."""
    from functools import partial  # noqa: PLC0415  what is measured is imported here

    from dealfacts import pipeline  # noqa: PLC0415
    from dealfacts.extractor.extract import extract  # noqa: PLC0415
    from dealfacts.loader.files import load  # noqa: PLC0415
    from dealfacts.reconciler.fingerprints import fingerprint  # noqa: PLC0415
    from dealfacts.reconciler.origins import origins  # noqa: PLC0415
    from dealfacts.reconciler.parts import cut  # noqa: PLC0415
    from dealfacts.reconciler.reconcile import assemble  # noqa: PLC0415
    from dealfacts.reconciler.settings import DEFAULT  # noqa: PLC0415
    from dealfacts.reconciler.settle import settle  # noqa: PLC0415
    from dealfacts.reports import RenderOptions  # noqa: PLC0415
    from dealfacts.reports import json as document  # noqa: PLC0415

    loaded = load([str(drop)])
    told = pipeline.run([str(drop)])
    claims = tuple(claim for article in loaded.articles for claim in extract(article))
    sources = pipeline._sources(  # noqa: SLF001  the step between two stages
        tuple(pipeline.tell([str(drop)], pipeline.discover([str(drop)]))), claims
    )
    parts = cut(claims, sources, DEFAULT)
    settled = [settle(part, DEFAULT) for part in parts.parts]
    rows = {
        "read files, find sentences": partial(load, [str(drop)]),
        "extract claims": lambda: [extract(article) for article in loaded.articles],
        "fingerprints": lambda: [fingerprint(article.text) for article in loaded.articles],
        "copies of one text": partial(origins, sources),
        "deals, with the copies": partial(cut, claims, sources, DEFAULT),
        "facts and findings": lambda: [settle(part, DEFAULT) for part in parts.parts],
        "report": partial(assemble, parts, settled, DEFAULT),
        "report as JSON": partial(document.render, told.report, RenderOptions()),
    }
    print(f"{len(claims)} claims, {len(parts.parts)} deals", file=sys.stderr)
    return [Row(name, fastest(work), articles, size) for name, work in rows.items()]


def whole(command: list[str], note: str, articles: int, size: int, rounds: int = ROUNDS) -> Row:
    """A run of the program: the least processor time, what the clock said, and the memory."""
    best, clock, memory = float("inf"), 0.0, 0
    for _ in range(rounds):
        begin = time.perf_counter()
        with subprocess.Popen([*PROGRAM, *command], stdout=subprocess.DEVNULL) as running:
            _, _, used = os.wait4(running.pid, 0)
            running.returncode = 0
        spent = time.perf_counter() - begin
        busy = used.ru_utime + used.ru_stime
        if busy < best:
            best, clock, memory = busy, spent, used.ru_maxrss
    told = f"{note}; {clock:.2f} s on the clock, {memory / 1024:.0f} MB"
    return Row(" ".join(command[:-1]), best, articles, size, told)


def startup() -> list[tuple[str, float]]:
    """Milliseconds on the clock, medians of seven: Python alone, --version, the five seeds."""
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "dealfacts --version": [*PROGRAM, "--version"],
        "dealfacts reconcile seeds/": [*PROGRAM, "reconcile", str(SEEDS)],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(8):
        for name, command in commands.items():
            begin = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            taken[name].append(1000 * (time.perf_counter() - begin))
    return [
        *((f"{name}, first time", each[0]) for name, each in taken.items()),
        *((name, statistics.median(each[1:])) for name, each in taken.items()),
    ]


def peers(python: str, drop: Path) -> tuple[list[Row], dict[str, str]]:
    """The peers on the same articles, and why some are missing."""
    done = subprocess.run(
        [python, str(HERE / "peer_runs.py"), str(drop), str(PEER_SECONDS)],
        check=True,
        capture_output=True,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )
    rows, missing = [], {}
    for name, told in json.loads(done.stdout.splitlines()[-1]).items():
        if "missing" in told:
            missing[name] = told["missing"]
        else:
            note = f"version {told['version']}, ready after {told['start']:.1f} s"
            rows.append(Row(name, told["seconds"], told["articles"], told["bytes"], note))
    return rows, missing


def table(rows: list[Row], own: float) -> str:
    """Markdown; the ratio is how often dealfacts reads and extracts in the same time."""
    lines = [
        "| what | articles/s | MB/s | ms/article | against dealfacts | |",
        "|---|--:|--:|--:|--:|---|",
    ]
    for row in rows:
        each = row.seconds / row.articles
        lines.append(
            f"| {row.what} | {row.pace:,.0f} | {row.size / row.seconds / 1e6:.2f} "
            f"| {1000 * each:.2f} | {each / own:.2f} | {row.note} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--peers", help="the Python in which the peers are installed")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--table", type=Path)
    options = parser.parse_args()
    begun = startup()
    with tempfile.TemporaryDirectory() as folder:
        drop = Path(folder) / "drop"
        count, size = options.articles, write(drop, options.articles)
        runs = [
            whole(["extract", "-j", "1", str(drop)], "one process", count, size),
            whole(["extract", str(drop)], "all cores", count, size),
            whole(["reconcile", "--format", "json", "-j", "1", str(drop)], "one", count, size),
            whole(["reconcile", "--format", "json", str(drop)], "all cores", count, size),
        ]
        parts = stages(drop, count, size)
        others, missing = peers(options.peers, drop) if options.peers else ([], {})
    own = sum(row.seconds for row in parts[:2]) / options.articles
    everything = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
    machine += f"Python {platform.python_version()}"
    page = [
        f"{datetime.now(tz=UTC):%Y-%m-%d}, {machine}; {count} articles, {size / 1e6:.1f} MB.",
        "",
        "| start | ms |\n|---|--:|",
        *(f"| {name} | {ms:.0f} |" for name, ms in begun),
        "",
        table([*parts, *runs, *others], own),
        "",
        *(f"Not here: {name} ({why})." for name, why in missing.items()),
    ]
    text = "\n".join(page).replace("|\n\n| what", "|\n\n| what")
    print(text)
    if options.table:
        options.table.write_text(f"{text.rstrip()}\n", encoding="utf-8")
    if options.json:
        content = {
            "machine": machine,
            "articles": count,
            "bytes": size,
            "start_ms": dict(begun),
            "stages": [row._asdict() for row in parts],
            "runs": [row._asdict() for row in runs],
            "peers": [row._asdict() for row in others],
            "missing": missing,
            "memory_mb": everything,
        }
        options.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
