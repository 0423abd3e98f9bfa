"""Measures the name readers on labelled sentences; prints figures, changes nothing.

python tests/bench/bench_names.py [--data ../shared/data] [--dev ../shared/dev]
    [--gold ../shared/gold/seeds.json] [--misses] [--false-people]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from dealfacts.extractor.posts import posts as linked_posts
from dealfacts.extractor.readers import names, titles
from dealfacts.extractor.resolve import resolve
from dealfacts.extractor.scene import read as scenes
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article, Sentence

# MEANTIME labels the title, the date line and about five sentences in full.
LABELLED = 6

ROOT = Path(__file__).resolve().parents[2]


def spans(items):
    return [(item.start, item.end) for item in items]


def overlap(predicted, gold):
    """Predictions that meet a gold span, and gold spans that a prediction meets."""
    right = sum(any(a < y and x < b for x, y in gold) for a, b in predicted)
    found = sum(any(a < y and x < b for a, b in predicted) for x, y in gold)
    return right, found


class Score:
    def __init__(self):
        self.right = self.predicted = self.found = self.gold = 0

    def add(self, predicted, gold):
        right, found = overlap(predicted, gold)
        self.right += right
        self.found += found
        self.predicted += len(predicted)
        self.gold += len(gold)

    def __str__(self):
        precision = self.right / max(1, self.predicted)
        recall = self.found / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        counts = f"({self.predicted} read, {self.gold} gold)"
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {counts}"


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def show(label, text, predicted, gold):
    for a, b in predicted:
        if not any(a < y and x < b for x, y in gold):
            print(f"  + {label} {text[a:b]!r} in ...{text[max(0, a - 40) : b + 30]!r}")
    for x, y in gold:
        if not any(a < y and x < b for a, b in predicted):
            print(f"  - {label} {text[x:y]!r} in ...{text[max(0, x - 40) : y + 30]!r}")


def fire(path, *, misses):
    people, firms, posts, pairs = Score(), Score(), Score(), [0, 0, 0]
    for row in rows(path):
        text, gold = row["text"], row["gold"]
        read = names.read(text, [Sentence(start=0, end=len(text))])
        wanted = {
            kind: [(e["start"], e["end"]) for e in gold["entities"] if e["type"] == kind]
            for kind in ("Person", "Company", "Designation")
        }
        people.add(spans(read.people), wanted["Person"])
        firms.add(spans(read.organisations), wanted["Company"])
        linked = {
            (r["head"], r["tail"])
            for r in gold["relations"]
            if (r["head_type"], r["tail_type"]) == ("Person", "Designation")
        }
        got = held(row["id"], text)
        tails = {tail for _, tail in linked}
        gold_posts = [
            (e["start"], e["end"])
            for e in gold["entities"]
            if e["type"] == "Designation" and e["text"] in tails
        ]
        posts.add(sorted({(t.start, t.end) for _, t in got}), gold_posts)
        predicted = [(text[p.start : p.end], text[t.start : t.end]) for p, t in got]
        if got or linked:
            hit = {
                (h, t) for h, t in linked if any(meets(p, h) and meets(q, t) for p, q in predicted)
            }
            right = [
                (p, q) for p, q in predicted if any(meets(p, h) and meets(q, t) for h, t in linked)
            ]
            pairs[0] += len(right)
            pairs[1] += len(predicted)
            pairs[2] += len(linked)
            pairs.append(len(hit))
            if misses and (len(right) < len(predicted) or len(hit) < len(linked)):
                print("  pairs", text[:300], "\n     read", predicted, "\n     gold", linked)
        if misses:
            show("person", text, spans(read.people), wanted["Person"])
            show("company", text, spans(read.organisations), wanted["Company"])
    print("FIRE person      ", people)
    print("FIRE company     ", firms)
    print("FIRE designation ", posts)
    precision, recall = pairs[0] / max(1, pairs[1]), sum(pairs[3:]) / max(1, pairs[2])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"FIRE pairs        P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def held(name, text):
    """The (person, title) pairs that the extractor links in a sentence."""
    article = Article(id=name, path=name, text=text, sentences=(Sentence(start=0, end=len(text)),))
    return [
        (post.person, post.title)
        for scene in scenes(article).scenes
        for post in linked_posts(scene)
    ]


def meets(a, b):
    def fold(words):
        return " ".join(words.lower().replace(".", "").split())

    return fold(a) in fold(b) or fold(b) in fold(a)


def meantime(path, *, misses):
    scores = {"PER": Score(), "ORG": Score()}
    labelled = {
        kind: {
            m["text"].removeprefix("the ")
            for row in rows(path)
            for m in row["gold"]["mentions"]
            if m["type"] == kind
        }
        for kind in scores
    }
    raw = {"PER": Score(), "ORG": Score()}
    for row in rows(path):
        text = row["text"]
        read = names.read(text, split(text))
        for kind, items in (("PER", read.people), ("ORG", read.organisations)):
            # Every mention is labelled in the first sentences only (a sentence a line).
            last = len("\n".join(text.split("\n")[:LABELLED]))
            read_there = [item for item in items if item.start < last]
            every = [m for m in row["gold"]["mentions"] if m["type"] == kind]
            gold = [
                (m["start"], m["end"])
                for m in every
                if has_name(m["text"], kind) and m["start"] < last
            ]
            raw[kind].add(spans(read_there), gold)
            # A name that the gold labels elsewhere and leaves out here is no error of the reader.
            judged = [
                i
                for i in read_there
                if i.core not in labelled[kind] or overlap([(i.start, i.end)], gold)[0]
            ]
            scores[kind].add(spans(judged), gold)
            if misses:
                show(kind, text, spans(judged), gold)
    print("MEANTIME person  ", scores["PER"], " as labelled:", raw["PER"])
    print("MEANTIME org     ", scores["ORG"], " as labelled:", raw["ORG"])


def has_name(text, kind):
    """Whether a mention is a proper name: not "the US company", "minister of transport for X"."""
    if kind == "PER" and (
        text[0].islower() or any(f" {w} " in text for w in ("of", "in", "for", "from"))
    ):
        return False
    last = text.replace('"', "").split()[-1]
    return (
        last[0].isupper()
        and len(last) > 1
        and not titles.read(last)
        and last
        not in {"The", "He", "She", "We", "They", "It", "Our", "My", "You", "His", "Her", "Some"}
    )


def dev(folder, *, false_people, misses):
    found = total = files = 0
    strangers = Counter()
    for gold_path in sorted(folder.glob("*/gold.json")):
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
        claims = [
            c
            for c in gold["claims"]
            if c["attribute"] in ("person_role", "age") or c["value_kind"] == "person"
        ]
        known = " ".join(json.dumps(gold["claims"], ensure_ascii=False).split())
        for path in sorted(gold_path.parent.glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            read = names.read(text, split(text))
            files += 1
            long = resolve(read)
            for claim in claims:
                if (
                    claim["source"] != path.stem
                    or not isinstance(claim["value"], dict)
                    or not claim["value"].get("name")
                ):
                    continue
                printed = text[claim["sentence_start"] : claim["sentence_end"]]
                if not any(
                    part in printed
                    for part in claim["value"]["name"].split()[-1:]
                    + (claim["value"].get("name_as_written") or "").split()[-1:]
                ):
                    continue
                total += 1
                wanted = {
                    claim["value"].get("name_as_written"),
                    claim["value"]["name"],
                    claim["quote"],
                }
                inside = [
                    p
                    for p in read.people
                    if claim["sentence_start"] <= p.start < claim["sentence_end"]
                ]
                if any(
                    p.core in wanted
                    or long.long[p.start] in wanted
                    or any(w and (p.core in w) for w in wanted)
                    for p in inside
                ):
                    found += 1
                elif misses:
                    print(
                        "  - dev",
                        path.name,
                        wanted,
                        [p.core for p in inside],
                        repr(text[claim["sentence_start"] : claim["sentence_end"]][:200]),
                    )
            for person in read.people:
                if person.core not in known and not any(
                    part in known for part in person.core.split()[-1:]
                ):
                    strangers[person.core] += 1
    share = found / max(1, total)
    print(f"dev person claims found {found} of {total} ({share:.3f}) in {files} articles")
    mentions = sum(strangers.values())
    print(f"dev people that no claim names: {len(strangers)} names, {mentions} mentions")
    if false_people:
        print("   " + ", ".join(f"{name} x{count}" for name, count in sorted(strangers.items())))


def seeds(gold_path, *, misses):
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    found = total = 0
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        read = names.read(text, split(text))
        long = resolve(read)
        got = {long.long[p.start] for p in read.people}
        for name in {
            c["value"]["name"]
            for c in gold["claims"]
            if c["source"] == path.name
            and c["value"].get("type") == "person"
            and c["value"].get("name")
        }:
            total += 1
            found += name in got
            if misses and name not in got:
                print("  - seeds", path.name, name)
    print(f"seeds people found {found} of {total}")


def speed(folder):
    bodies = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*/*.txt"))]
    ready = [(body, split(body)) for body in bodies]
    names.read(*ready[0])
    start = time.perf_counter()
    for body, sentences in ready:
        names.read(body, sentences)
    cold = time.perf_counter() - start
    start = time.perf_counter()
    for body, sentences in ready * 3:
        names.read(body, sentences)
    warm = (time.perf_counter() - start) / 3
    size = sum(len(body) for body in bodies) / 1e6
    print(
        f"speed: first pass {size / cold:.2f} MB/s, again {size / warm:.2f} MB/s over {size:.2f} MB"
    )
    for label, bad in (
        ("Aa ", "Aa " * 60000),
        ("A. ", "A. " * 60000),
        ("A-", "A-" * 60000),
        ("CEO ", "CEO " * 40000),
        ("Jane Doe, ", "Jane Doe, " * 20000),
        ("of", "Bank of " * 20000),
        ("senior", "senior " * 30000),
        ('"', '"A ' * 60000),
        ("chief", "chief " * 30000),
    ):
        start = time.perf_counter()
        names.read(bad, [Sentence(start=0, end=len(bad))])
        print(f"  hostile {label!r}: {len(bad) / (time.perf_counter() - start) / 1e6:.2f} MB/s")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--dev", type=Path, default=ROOT.parent / "shared" / "dev")
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold" / "seeds.json")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--false-people", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    if not options.data.is_dir():
        sys.exit(f"{options.data}: no such folder. Give --data the folder that holds fire.jsonl")
    only = options.only
    if only in ("", "fire"):
        fire(options.data / "fire.jsonl", misses=options.misses)
    if only in ("", "meantime"):
        meantime(options.data / "meantime.jsonl", misses=options.misses)
    if only in ("", "dev"):
        dev(options.dev, false_people=options.false_people, misses=options.misses)
        seeds(options.gold, misses=options.misses)
    if only in ("", "speed"):
        speed(options.dev)


if __name__ == "__main__":
    main()
