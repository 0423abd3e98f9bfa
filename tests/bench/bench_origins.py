"""Copies made on purpose: are they found, and are articles of one deal kept apart?

Run: python tests/bench/bench_origins.py [--data PATH] [--scale N]
Each article gets copies: cut short, under a new headline, with a tenth of its words changed, and
all of it at once. Pair F1 counts two texts as one origin or not. `--scale` times N texts.
"""
# ruff: noqa: S311  a benchmark prints what it measures; its dice are for repeatable texts

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import sys
import time
from pathlib import Path

from dealfacts.reconciler.fingerprints import containment
from dealfacts.reconciler.origins import SourceText, fingerprint, origins

FILLER = ["market", "however", "quarterly", "outlook", "senior", "pressed", "almost", "region"]


def cut(text: str, share: float) -> str:
    paragraphs = [p for p in text.split("\n") if p.strip()]
    wanted = len(text) * share
    kept: list[str] = []
    for paragraph in paragraphs:
        if kept and sum(map(len, kept)) > wanted:
            break
        kept.append(paragraph)
    return "\n\n".join(kept)


def headlined(text: str, dice: random.Random) -> str:
    body = text.strip().split("\n", 1)
    words = dice.sample(FILLER, 6)
    return " ".join(words).capitalize() + "\n" + (body[1] if len(body) > 1 else body[0])


def changed(text: str, share: float, dice: random.Random) -> str:
    return re.sub(
        r"\w+", lambda hit: dice.choice(FILLER) if dice.random() < share else hit[0], text
    )


def copies(text: str, dice: random.Random) -> list[str]:
    return [
        cut(text, dice.uniform(0.4, 0.8)),
        headlined(text, dice),
        changed(text, 0.1, dice),
        changed(headlined(cut(text, 0.6), dice), 0.1, dice),
    ]


def source(name: str, text: str) -> SourceText:
    return SourceText(name, name, name, None, None, None, None, fingerprint(text))


def written(data: Path) -> dict[str, str]:
    """Articles in other words each: no two go back to one text."""
    return {
        f"{path.parent.name}/{path.name}": path.read_text(encoding="utf-8")
        for path in sorted(data.glob("../dev/*/*.txt"))
        if path.parent.name != "mixed"  # holds copies
    }


def printed(data: Path) -> dict[str, str]:
    """Articles as they were printed; some go back to one press release."""
    found = {}
    real = data / "multi_source_docs.jsonl"
    for line in real.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found[f"multi/{record['cluster']}/{record['id']}"] = record["text"]
    return found


def score(data: Path) -> None:
    dice = random.Random(7)
    texts = written(data)
    gold: dict[str, str] = {}
    sources = []
    for name, text in texts.items():
        for number, copy in enumerate([text, *copies(text, dice)]):
            gold[f"{name}#{number}"] = name
            sources.append(source(f"{name}#{number}", copy))
    dice.shuffle(sources)
    found = origins(sources)
    right = joined = wanted = 0
    wrong = []
    for a, b in itertools.combinations(sorted(gold), 2):
        same, told = gold[a] == gold[b], found[a] == found[b]
        right, joined, wanted = right + (same and told), joined + told, wanted + same
        if told and not same:
            wrong.append(f"{a} = {b}")
    print(f"{len(texts)} texts, {len(sources)} with copies, {len(set(found.values()))} origins")
    print(
        f"pair precision {right / joined:.4f} recall {right / wanted:.4f} "
        f"F1 {2 * right / (joined + wanted):.4f}"
    )
    for line in wrong[:10]:
        print("wrong:", line)
    real = [source(name, text) for name, text in printed(data).items()]
    groups = origins(real)
    print(f"{len(real)} texts as printed, to be judged by reading:")
    for a, b in itertools.combinations(real, 2):
        if groups[a.id] == groups[b.id]:
            print(f"  {containment(a.fingerprint, b.fingerprint):.2f} {a.id} = {b.id}")


def scale(data: Path, count: int) -> None:
    dice = random.Random(7)
    texts = [*written(data).values(), *printed(data).values()]
    prints, size = [], 0
    for number in range(count):
        text = changed(texts[number % len(texts)], dice.choice((0.05, 0.9)), dice)
        size += len(text)
        begun = time.perf_counter()
        made = source(f"{number:07}", text)
        prints.append((made, time.perf_counter() - begun))
    spent = sum(t for _, t in prints)
    started = time.perf_counter()
    found = origins([made for made, _ in prints])
    grouped = time.perf_counter() - started
    print(
        f"{count} texts: fingerprints {size / spent / 1e6:.1f} MB/s, "
        f"grouping {grouped:.2f} s, {len(set(found.values()))} origins"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--scale", type=int, default=0)
    options = parser.parse_args()
    if not options.data.exists():
        sys.exit(f"{options.data}: not here; give its folder with --data")
    score(options.data)
    for count in (options.scale // 4, options.scale):
        if count:
            scale(options.data, count)


if __name__ == "__main__":
    main()
