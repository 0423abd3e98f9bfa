"""Sentence splitting: the golden rules of a public suite, and speed on a long text.

Usage: python tests/bench/bench_sentences.py [--data PATH] [--show] [--megabytes N]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from dealfacts.loader.sentences import split

SUITE = "pysbd-golden"
SEEDS = Path(__file__).parents[2] / "seeds"
ROUNDS = 5


def golden(path: Path, *, show: bool) -> tuple[int, int]:
    """How many texts of the suite come out as its authors cut them, and how many there are."""
    right = total = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["suite"] != SUITE:
            continue
        total += 1
        text = record["text"]
        sentences = split(text)
        got = [text[one.start : one.end] for one in sentences]
        kept = "".join("".join(got).split()) == "".join(text.split())
        if got == record["gold"] and kept:
            right += 1
        elif show:
            print(f"{record['id']}: {got}")
    return right, total


def speed(megabytes: int) -> float:
    """Megabytes (UTF-8) a second of processor time, best of several rounds, by article."""
    articles = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    size = sum(len(text.encode()) for text in articles)
    repeats = max(1, megabytes * 1_000_000 // size)
    best = 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(repeats):
            for text in articles:
                split(text)
        best = max(best, size * repeats / 1e6 / (time.process_time() - start))
    return best


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--show", action="store_true", help="print the misses")
    parser.add_argument("--megabytes", type=int, default=2)
    options = parser.parse_args()
    path = options.data / "peer_sentences.jsonl"
    if path.is_file():
        right, total = golden(path, show=options.show)
        print(f"golden rules: {right} of {total}")
    else:
        print(f"{path}: no such file; the golden rules are left out", file=sys.stderr)
    print(f"speed: {speed(options.megabytes):.1f} MB/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
