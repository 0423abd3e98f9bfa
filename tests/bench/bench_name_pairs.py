"""Same name or not: our verdicts against the best single rapidfuzz scorer on one labelled set.

Run: python tests/bench/bench_name_pairs.py [--data PATH] [--misses]
The records with an even number (from 0) are the half for tuning; the other half is for control.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from rapidfuzz import distance, fuzz, utils

from dealfacts.reconciler.names import NameVerdict, compare_organisations, compare_people

SCORERS = {
    "ratio": fuzz.ratio,
    "partial_ratio": fuzz.partial_ratio,
    "token_sort_ratio": fuzz.token_sort_ratio,
    "token_set_ratio": fuzz.token_set_ratio,
    "partial_token_sort_ratio": fuzz.partial_token_sort_ratio,
    "WRatio": fuzz.WRatio,
    "QRatio": fuzz.QRatio,
    "JaroWinkler": lambda a, b, **_: (
        100 * distance.JaroWinkler.similarity(a, b, processor=utils.default_process)
    ),
}


# Semantics, section 6: numbers must agree, and a unit is not its parent.
OWN_RULES = ("the numbers in the names differ", "a unit of it or another company")


def verdict(record: dict[str, str]) -> NameVerdict:
    compare = compare_people if record["schema"] == "Person" else compare_organisations
    return compare(record["name1"], record["name2"])


def f1(found: list[bool], gold: list[bool]) -> tuple[float, float, float]:
    """F1, precision, recall of the matches."""
    right = sum(a and b for a, b in zip(found, gold, strict=True))
    precision, recall = right / max(sum(found), 1), right / max(sum(gold), 1)
    return 2 * right / max(sum(found) + sum(gold), 1), precision, recall


def best_threshold(scores: list[float], gold: list[bool]) -> float:
    return max((f1([s >= t for s in scores], gold)[0], t) for t in range(50, 101))[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--misses", action="store_true", help="list wrong pairs of the tuning half")
    options = parser.parse_args()
    path = options.data / "name_pairs.jsonl"
    if not path.exists():
        sys.exit(f"{path}: not here; give its folder with --data")
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    gold = [r["gold"]["is_match"] for r in records]
    started = time.perf_counter()
    found = [verdict(r) for r in records]
    spent = time.perf_counter() - started
    halves = {"tuned": slice(0, None, 2), "control": slice(1, None, 2), "all": slice(None)}
    print(f"{'':28}" + "".join(f"{name:>24}" for name in halves))
    row = "".join(
        "{:10.3f} (P {:.2f} R {:.2f})".format(*f1([v.links for v in found[half]], gold[half]))
        for half in halves.values()
    )
    print(f"{'names.py':28}{row}   {spent / len(records) * 1e6:.0f} us a pair")
    for name, scorer in SCORERS.items():
        scores = [scorer(r["name1"], r["name2"], processor=utils.default_process) for r in records]
        cut = best_threshold(scores, gold)  # best on everything: as strong as it can be
        row = "".join(
            "{:10.3f} (P {:.2f} R {:.2f})".format(*f1([s >= cut for s in scores[half]], gold[half]))
            for half in halves.values()
        )
        print(f"{name + f' >= {cut}':28}{row}")
    ours = [
        at
        for at, one in enumerate(found)
        if gold[at] and not one.links and any(rule in one.reason for rule in OWN_RULES)
    ]
    rest = [at for at in range(len(records)) if at not in ours]
    score = f1([found[at].links for at in rest], [gold[at] for at in rest])[0]
    print(f"without the {len(ours)} pairs that our own rules keep apart: {score:.3f}")
    for at in ours:
        print(f"  {records[at]['name1']} | {records[at]['name2']}: {found[at].reason}")
    if options.misses:
        for at in range(0, len(records), 2):
            if found[at].links != gold[at]:
                record = records[at]
                kind = "missed" if gold[at] else "invented"
                pair = f"{record['name1']} | {record['name2']}"
                print(f"{kind}: {pair}: {found[at].verdict}, {found[at].reason}")


if __name__ == "__main__":
    main()
