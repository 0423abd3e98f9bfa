"""How fast one core reads articles: `python tests/bench/bench_extract.py [--data PATH]`.

Repeats the articles of ../shared/dev (where that is there) and of seeds/, with their digits changed
so that no cache helps, and prints megabytes and claims a second: all of `extract`, its reading of
figures and names alone, and one hostile line of each sort. Garbage is looked for as in the program.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from dealfacts.cli.start import swift_imports
from dealfacts.extractor.extract import extract
from dealfacts.extractor.scene import read
from dealfacts.loader.files import load
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

REPOSITORY = Path(__file__).parents[2]
ROUNDS = 4
DENSE = "Marlow Foods agreed to buy 49% of Tarn Dairy for about $3.2 billion in 2024. "
SPARSE = "the sun went down behind the hill and nobody in the village said a word. "


def varied(articles: Sequence[Article], number: int) -> list[Article]:
    """The articles with two digits exchanged for others, split anew."""
    found = []
    for article in articles:
        text = article.text.replace("1", str(number + 1)).replace("5", str(9 - number))
        parts = {"text": text, "sentences": split(text), "id": f"{number}/{article.id}"}
        found.append(article.model_copy(update=parts))
    return found


def pace(name: str, work: Callable[[Article], object], articles: Sequence[Article]) -> None:
    """The best of a few runs, since other work on the machine only slows it."""
    size = sum(len(article.text.encode()) for article in articles) / 1e6
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        for article in articles:
            work(article)
        best = min(best, time.process_time() - begin)
    print(f"{name:32} {size / best:6.2f} MB/s  {len(articles) / best:7.0f} articles/s")


def line(words: str, size: int = 200_000) -> Article:
    text = (words * (size // len(words) + 1))[:size]
    return Article(id="line", path="line", text=text, sentences=split(text))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=REPOSITORY.parent / "shared" / "data")
    options = parser.parse_args()
    with swift_imports():
        pass  # the program's way with garbage holds from here on
    dev = options.data.parent / "dev"
    stories = sorted(dev.glob("*/*.txt")) if dev.exists() else []
    stories += sorted((REPOSITORY / "seeds").glob("*.txt"))
    articles = load([str(path) for path in stories]).articles
    corpus = [each for number in range(ROUNDS) for each in varied(articles, number)]
    claims = sum(len(extract(article)) for article in corpus)
    print(f"{len(corpus)} articles, {claims} claims")
    pace("articles: readers", read, corpus)
    pace("articles: extract", extract, corpus)
    pace("prose without deals: extract", extract, [line(SPARSE)])
    pace("prose of deals only: extract", extract, [line(DENSE)])


if __name__ == "__main__":
    main()
