"""How well money, percentages, counts and hedges are read, and how fast; prints figures and misses.

Run: `python tests/bench/bench_figures.py --data PATH [--misses]`, PATH holding the evaluation data
(peer_money.jsonl, peer_percent.jsonl, fire.jsonl); `dev` and `gold` are looked for beside it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

from dealfacts.extractor.readers import counts, money, percent

REPOSITORY = Path(__file__).parents[2]
HEDGES = {None: "none", "nearly": "below", "over": "above", "just_over": "just_above"}
# What the peers call their units, as (ISO code, units to one of the currency); "" is any currency.
PEER_UNITS = {
    "Dollar": ("USD", 1), "Pound": ("GBP", 1), "Euro": ("EUR", 1), "Cent": ("USD", 100),
    "Pence": ("GBP", 100), "Penny": ("GBP", 100), "Franc": ("", 1), "Rupee": ("INR", 1),
    "Peseta": ("ESP", 1), "Finnish markka": ("FIM", 1), "Netherlands guilder": ("NLG", 1),
    "Sen": ("", 100), "Dinar": ("", 1), "Riyal": ("", 1), "Rial": ("", 1), "Unnamed": ("", 1),
}  # fmt: skip


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def records(path: Path) -> list[dict]:
    if not path.exists():
        sys.exit(f"{path}: not there. Give the folder of the evaluation data with --data")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def share(name: str, right: int, total: int) -> None:
    say(f"{name:58} {right:5} / {total:<5} {right / max(total, 1):.3f}")


class Misses:
    def __init__(self, *, shown: bool) -> None:
        self.shown = shown

    def __call__(self, *parts: object) -> None:
        if self.shown:
            say("    " + " ".join(map(str, parts)))


def peer_value(gold: dict) -> tuple[Decimal | None, str, int]:
    code, minor = (gold["iso"], 1) if gold["iso"] else PEER_UNITS[gold["unit"]]
    value = None if gold["value"] is None else Decimal(gold["value"]) / minor
    return value, code, minor


def recognizers(rows: list[dict], miss: Misses) -> None:
    right = total = strict = 0
    for row in rows:
        if row["suite"] != "recognizers" or row["skip"]:
            continue
        total += 1
        read = money.read(row["text"])
        gold = [g for g in row["gold"] if g["value"] is not None]
        bare = [g for g in row["gold"] if g["value"] is None]
        read = [m for m in read if not any(m.start < g["end"] and g["start"] < m.end for g in bare)]
        got = [(m.start, m.end, m.value.low, m.value.currency) for m in read]
        want = [(g["start"], g["end"], *peer_value(g)[:2]) for g in gold]
        good = len(got) == len(want) and all(
            a[:3] == b[:3] and b[3] in ("", a[3]) for a, b in zip(got, want, strict=True)
        )
        right += good
        strict += good and len(gold) == len(row["gold"])
        if not good:
            miss(row["text"][:90], "|", [row["text"][m.start : m.end] for m in read], "|", want)
    share("Recognizers currency, supported texts", right, total)
    share("  the same, a bare currency word counted as a miss", strict, total)


def duckling(rows: list[dict], miss: Misses) -> None:
    right = total = 0
    for row in rows:
        if row["suite"] != "duckling":
            continue
        total += 1
        gold = row["gold"][0]
        unit, _, number = gold["args"].partition(" ")
        code, minor = PEER_UNITS.get(unit, (unit, 1))
        want = [Decimal(part) / minor for part in number.strip("()").split(",")]
        if number == "(7, 9e5)":
            want[0] *= 100000
        read = money.read(row["text"])
        good = (
            len(read) == 1
            and [read[0].value.low, read[0].value.high] == [want[0], want[-1]]
            and code in ("", read[0].value.currency)
        )
        right += good
        if not good:
            miss(row["text"], "|", [(row["text"][m.start : m.end], str(m.value)) for m in read])
    share("duckling amounts", right, total)


def percents(rows: list[dict], miss: Misses) -> None:
    right = total = 0
    for row in rows:
        gold = [g for g in row["gold"] if g["value"] != "null"]
        if (row["gold"] and not gold) or row["text"].endswith(" of"):
            continue
        total += 1
        read = percent.read(row["text"])
        got = [(row["text"][m.start : m.end], m.value.low) for m in read]
        want = [(g["text"], Decimal(str(g["value"]).rstrip("%"))) for g in gold]
        good = len(got) == len(want) and all(
            a[0] == b[0] and abs(a[1] - b[1]) < Decimal("0.01")
            for a, b in zip(got, want, strict=True)
        )
        right += good
        if not good:
            miss(row["text"][:80], "|", got, "|", want)
    share("peer percentages, bare words and fractions of nothing aside", right, total)


def fire(rows: list[dict], miss: Misses) -> None:
    found = wanted = hits = covered = 0
    for row in rows:
        read = money.read(row["text"])
        spans = [(m.start, (m.restated or m).end) for m in read]
        gold = [(g["start"], g["end"]) for g in row["gold"]["entities"] if g["type"] == "Money"]
        found, wanted = found + len(spans), wanted + len(gold)
        for span in spans:
            good = any(span[0] < end and start < span[1] for start, end in gold)
            hits += good
            if not good:
                miss("extra", row["text"][max(0, span[0] - 30) : span[1] + 20])
        for start, end in gold:
            good = any(start < e and s < end for s, e in spans)
            covered += good
            if not good:
                miss("missed", row["text"][max(0, start - 30) : end + 20])
    precision, recall = hits / max(found, 1), covered / max(wanted, 1)
    f1 = 2 * precision * recall / (precision + recall)
    say(f"{'FIRE money, overlap':58} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def flat(mentions: list) -> list:
    """Mentions and what restates them."""
    out = []
    for mention in mentions:
        out.append(mention)
        if mention.restated is not None:
            out += flat([mention.restated])
    return out


def figures(kind: str, text: str, home: str | None) -> list:
    if kind == "money":
        return flat(money.read(text, home=home))
    return percent.read(text) if kind == "percent" else counts.read(text)


def same(kind: str, value: object, gold: object) -> bool:
    if kind in ("int", "count", "multiple"):
        want = gold if isinstance(gold, (int, float)) else gold["low"]
        return Decimal(str(want)) == value.low
    low, high = Decimal(str(gold["low"])), Decimal(str(gold["high"]))
    good = (abs(value.low), abs(value.high)) == (abs(low), abs(high))
    return good and (kind == "percent" or value.currency == gold["currency"])


def judge(name: str, claims: list, texts: dict[str, str], miss: Misses) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    hedged = hedge_right = 0
    for source, kind, start, end, value, hedge in claims:
        text = texts[source]
        total[kind] += 1
        near = [m for m in figures(kind, text, None) if m.start < end and start < m.end]
        good = [m for m in near if same(kind, m.value, value)]
        if not good:
            got = [text[m.start : m.end] for m in near]
            miss(kind, source, "...", repr(text[start - 30 : end + 20]), value, "|", got)
            continue
        right[kind] += 1
        hedged += 1
        fits = good[0].hedge.hedge.value == hedge
        hedge_right += fits
        if not fits:
            miss("hedge", source, repr(text[start - 30 : end + 15]), hedge, good[0].hedge)
    for kind in sorted(total):
        share(f"{name}: {kind} found", right[kind], total[kind])
    share(f"{name}: all figures found", sum(right.values()), sum(total.values()))
    share(f"{name}: hedges right on those", hedge_right, hedged)


def dev(folder: Path, miss: Misses) -> None:
    claims, texts = [], {}
    invented = read_total = 0
    for gold_file in sorted(folder.glob("*/gold.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        spans: dict[str, list] = {}
        for each in gold["claims"]:
            path = gold_file.parent / each["source"]
            path = path if path.exists() else path.with_suffix(".txt")
            source = f"{gold_file.parent.name}/{path.name}"
            texts.setdefault(source, path.read_bytes().decode("utf-8"))
            spans.setdefault(source, []).append((each["start"], each["end"]))
            kind = each["value_kind"]
            if kind in ("money", "percent", "int"):
                hedge = HEDGES.get(each["hedge"], each["hedge"])
                value = each["value"]
                claims.append((source, kind, each["start"], each["end"], value, hedge))
        if gold_file.parent.name == "mixed":
            continue
        for source, found in spans.items():
            for m in flat(money.read(texts[source])):
                read_total += 1
                if not any(m.start < end and start < m.end for start, end in found):
                    invented += 1
                    text = texts[source]
                    miss("invented", source, repr(text[max(0, m.start - 40) : m.end + 20]))
    judge("dev", claims, texts, miss)
    share("dev: money read where gold has no claim", invented, read_total)


def seeds(path: Path, miss: Misses) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    claims, texts = [], {}
    for each in gold["claims"]:
        kind = each["value"].get("type")
        if kind not in ("money", "percent", "count", "multiple"):
            continue
        source = each["source"]
        texts.setdefault(source, (REPOSITORY / "seeds" / source).read_bytes().decode("utf-8"))
        span = each["value_start"], each["value_end"]
        claims.append((source, kind, *span, each["value"], each["hedge"]))
    judge("seeds", claims, texts, miss)


def pace(name: str, texts: list[str]) -> None:
    """Megabytes a second over texts whose figures are varied, so that no cache helps."""
    corpus = []
    for number in range(8):
        digit, other = str(number + 1), str(9 - number)
        corpus += [text.replace("1", digit).replace("5", other) for text in texts]
    size = sum(len(text.encode()) for text in corpus) / 1e6
    for readers in ((money.read, percent.read), (money.read, percent.read, counts.read)):
        begin = time.process_time()
        figures_read = sum(len(read(text)) for text in corpus for read in readers)
        spent = time.process_time() - begin
        label = f"{name}, {len(readers)} readers, {figures_read / size:.0f} figures/MB"
        say(f"{label:58} {size / spent:.1f} MB/s")


def speed(data: Path) -> None:
    paths = sorted((data.parent / "dev").glob("*/*.txt"))
    paths += sorted((REPOSITORY / "seeds").glob("*.txt"))
    pace("deal articles", [path.read_bytes().decode("utf-8") for path in paths])
    if (data / "meantime.jsonl").exists():
        pace("Wikinews articles", [row["text"] for row in records(data / "meantime.jsonl")])
    readers = {"money": money.read, "percent": percent.read, "counts": counts.read}
    hostile = {
        "$1,1,1,...": "$" + "1," * 500_000, "((((": "(" * 1_000_000, "digits": "7" * 1_000_000,
        "blanks": " " * 1_000_000, "capitals": "A" * 1_000_000, "quotes": '"' * 1_000_000,
        "1 1 1": "1 " * 500_000, "$$$$": "$" * 1_000_000, "%%%%": "%" * 1_000_000,
        "1.1.1": "1." * 500_000, "A A A": "A " * 500_000, "half half": "half " * 200_000,
        "----": "-" * 1_000_000, "1-1-1": "1-" * 500_000, "one two": "one two " * 125_000,
        "billions": "billion " * 125_000, "minority": "minority " * 111_000,
        "over over": "over " * 200_000, "newlines": "\n" * 1_000_000, "$1 $1": "$1 " * 333_000,
        "5% 5%": "5% " * 333_000, "doubled": "doubled " * 125_000, ", 28, 28": ", 28" * 250_000,
    }  # fmt: skip
    for name, line in hostile.items():
        begin = time.process_time()
        for read in readers.values():
            read(line)
        say(f"{'line of ' + name:58} {len(line) / 1e6 / (time.process_time() - begin):.1f} MB/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=REPOSITORY.parent / "shared" / "data")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--no-speed", action="store_true")
    options = parser.parse_args()
    miss = Misses(shown=options.misses)
    rows = records(options.data / "peer_money.jsonl")
    recognizers(rows, miss)
    duckling(rows, miss)
    percents(records(options.data / "peer_percent.jsonl"), miss)
    fire(records(options.data / "fire.jsonl"), miss)
    folder = options.data.parent
    if (folder / "dev").exists():
        dev(folder / "dev", miss)
    if (folder / "gold" / "seeds.json").exists():
        seeds(folder / "gold" / "seeds.json", miss)
    if not options.no_speed:
        speed(options.data)


if __name__ == "__main__":
    main()
