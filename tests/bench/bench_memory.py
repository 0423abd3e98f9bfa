"""The memory of `reconcile --out` over real files of any total size, without hours of extraction.

Run: python tests/bench/bench_memory.py [--articles 370000] [--parts 2]
The files are there and are found as in any run. What they say is that of some hundred made
articles, extracted once and told again of other companies: names, ids, and all that would make two
texts copies. Then everything is done that a run does, but only `--parts` of the 32 parts are
reconciled. Prints the memory after each stage and the peak: 370,000 articles are 1 GB.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

sys.path.insert(0, str(Path(__file__).parent))
from bench_tables import syllables  # beside this file
from corpus import stories

from dealfacts.cli.start import swift_imports

with swift_imports():
    from dealfacts.engines import spill
    from dealfacts.loader.discover import discover
    from dealfacts.model.statements import Statements
    from dealfacts.telling import NONE, Told, read_and_extract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dealfacts.loader.discover import Source
    from dealfacts.reconciler.fingerprints import Fingerprint

T = TypeVar("T")
R = TypeVar("R")

BASE = 500
# Words that more articles share are a phrase of the trade.
COPIES = 8
# Multiplying by an odd number takes all shingles to others, and no two to one.
ODD, BITS = 0x9E3779B1, 32


class Retelling:
    """Remembers every file as one of the base told again of other companies."""

    def __init__(self, base: Sequence[tuple[str, Told]]) -> None:
        """`base` are names of files, and what they came to."""
        self._base = dict(base)
        said = Counter(one for _, told in base for each in told.prints for one in each.shingles)
        self._phrases = {one for one, count in said.items() if count > COPIES}
        self.done = 0

    def lacks(self, sources: Sequence[Source]) -> list[bool]:
        """Nothing has to be read."""
        return [False] * len(sources)

    def recall(self, source: Source) -> Told:
        """The base file of the same name, about the companies of the folder."""
        self.done += 1
        word, _, name = source.id.partition("/")
        told = self._base[name]
        (article,), (print_,) = told.articles, told.prints
        firms = {name.split()[0] for claim in told.said.claims for name in claim.parties if name}
        lines = told.said.lines.replace('"id": "c-', f'"id": "c-{word}-')
        lines = lines.replace(f'"source": "{name}"', f'"source": "{source.id}"')
        other = _cipher(word)
        for firm in sorted(firms):
            lines = lines.replace(firm, firm.translate(other))
        moved = article.model_copy(update={"id": source.id, "path": source.path})
        return Told((moved,), (self._other(print_, word),), Statements(lines=lines), NONE, ())

    def _other(self, print_: Fingerprint, word: str) -> Fingerprint:
        """The fingerprint of another text, as long as this one, with the phrases of the trade."""
        turn = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest())
        most = 1 << BITS - print_.level
        own = ((one * ODD + turn) % most for one in print_.shingles - self._phrases)
        return print_._replace(
            digest=f"{print_.digest}{word}",
            shingles=frozenset(own) | (print_.shingles & self._phrases),
        )

    def keep(self, source: Source, told: Told) -> None:
        """Nothing is left to keep."""


def _cipher(word: str) -> dict[int, int]:
    """Other letters, so that no name comes near what it is called in another retelling."""
    dice = random.Random(word)  # noqa: S311  the same in every run
    table: dict[int, int] = {}
    for letters in ("aeiou", "bcdfghjklmnpqrstvwxyz"):
        others = "".join(dice.sample(letters, k=len(letters)))
        table |= str.maketrans(letters + letters.upper(), others + others.upper())
    return table


def memory(name: str) -> float:
    """VmRSS or VmHWM, what this process holds or held at most, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[370_000])
    parser.add_argument("--parts", type=int, default=2)
    options = parser.parse_args()
    for articles in options.articles:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), articles, options.parts)


def measure(top: Path, articles: int, parts: int) -> None:
    """One run, told stage by stage."""
    base = [(name.replace("/", "-"), text) for name, text in stories(BASE, with_seeds=False)]
    told = []
    for name, text in base:
        (top / name).write_text(text, encoding="utf-8")
        (source,) = discover([str(top / name)]).sources
        told.append((name, read_and_extract(source)))
        _ = told[-1][1].said.lines
    size = 0
    for at in range(articles):
        word, (name, text) = syllables(at // BASE), base[at % BASE]
        file = top / "drop" / word / name
        file.parent.mkdir(parents=True, exist_ok=True)
        size += file.write_text(text, encoding="utf-8")
    print(f"{articles} articles, {size / 1e6:.0f} MB; {memory('VmRSS'):.0f} MB before", flush=True)
    retelling, start = Retelling(told), time.process_time()

    def some(work: Callable[[T], R], items: Sequence[T], cost: Callable[[T], float]) -> Iterator[R]:
        del cost
        seconds = time.process_time() - start
        print(f"gathered: {memory('VmRSS'):.0f} MB, most {memory('VmHWM'):.0f} MB, {seconds:.0f} s")
        yield from map(work, items[:parts])

    written = spill.reconcile_to([str(top / "drop")], str(top / "out"), each=some, memory=retelling)
    print(f"{retelling.done} articles recalled; in {parts} parts {written.summary}")
    seconds = time.process_time() - start
    print(f"most {memory('VmHWM'):.0f} MB, {seconds:.0f} s of the processor", flush=True)


if __name__ == "__main__":
    main()
