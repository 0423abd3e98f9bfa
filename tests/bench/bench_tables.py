"""Time and memory of `reconcile --out` from ten thousand claims up.

Run: python tests/bench/bench_tables.py [--claims 10000 100000 1000000]
The claims are those of a made drop, told again of other companies as often as it takes, in files of
a few thousand. Prints seconds (of the processor, children included), microseconds a claim, and the
largest memory of any process.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpus import write  # beside this file

PROGRAM = [sys.executable, "-m", "dealfacts"]
ARTICLES = 400
LETTERS = "bdfghjklmnprstvz"


def syllables(number: int) -> str:
    """A number as a word that no other number has: three letters of sixteen, and vowels."""
    word = ""
    for _ in range(4):
        number, rest = divmod(number, len(LETTERS))
        word += LETTERS[rest] + "aeio"[rest % 4]
    return word.capitalize()


def retold(lines: list[str], number: int) -> str:
    """The claims of the drop about other companies: every name with a word of its own before it."""
    word = syllables(number)
    changed = []
    for line in lines:
        claim = json.loads(line)
        claim["id"] = f"c-{number:05x}{claim['id'][2:]}"
        claim["source"] = f"{word}/{claim['source']}"
        claim["parties"] = [name and f"{word} {name}" for name in claim["parties"]]
        claim["subject"] = " / ".join(f"{word} {name}" for name in claim["subject"].split(" / "))
        if claim["value"].get("organisation"):
            claim["value"]["organisation"] = f"{word} {claim['value']['organisation']}"
        changed.append(f"{json.dumps(claim)}\n")
    return "".join(changed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        write(top / "drop", ARTICLES)
        done = subprocess.run(
            [*PROGRAM, "extract", str(top / "drop")], check=True, capture_output=True, text=True
        )
        lines = done.stdout.split("\n")[:-1]
        first = 0.0
        for wanted in options.claims:
            place = top / str(wanted)
            place.mkdir()
            made = number = 0
            while made < wanted:
                some = lines[: wanted - made]
                (place / f"{number:06}.jsonl").write_text(retold(some, number), encoding="utf-8")
                made += len(some)
                number += 1
            begin = time.perf_counter()
            out = ["--out", str(top / f"out{wanted}"), "--quiet"]
            with subprocess.Popen([*PROGRAM, "reconcile", str(place), *out]) as running:
                _, code, used = os.wait4(running.pid, 0)
                running.returncode = code
            if code:
                sys.exit(f"exit {code}")
            clock, busy = time.perf_counter() - begin, used.ru_utime + used.ru_stime
            each = 1e6 * busy / made
            first = first or each
            print(
                f"{made:9} claims: {clock:8.1f} s, processor {busy:8.1f} s, {each:6.1f} µs a claim "
                f"({each / first:.2f} times the first), {used.ru_maxrss / 1024:.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
