"""Deals found in a mixed folder, against the deals that a reader finds.

Run: python tests/bench/bench_deals.py [--data PATH] [--simulate] [--scale N]
With the extractor's claims, or (`--simulate`) parties drawn from the gold's aliases: a tenth of the
articles name one side only, a tenth of the names lose their last word. `mixed` is the
folder made for grouping; `all` throws the articles of all deals together, distractors included.
"""
# ruff: noqa: S311  a benchmark prints what it measures; its dice are for repeatable texts

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from dealfacts.model.claims import Claim, claim_id
from dealfacts.model.text import Evidence, Range
from dealfacts.model.values import Money
from dealfacts.reconciler.deals import Deals, group
from dealfacts.reconciler.origins import SourceText, fingerprint

Gold = dict[str, str | None]


def claim(source: str, parties: tuple[str | None, str | None], amount: str, at: int) -> Claim:
    value = Money(currency="USD", low=amount, high=amount)
    place = Range(start=at, end=at + 9)
    quote = f"${amount}"
    return Claim(
        id=claim_id(source, "deal_amount", amount, str(at), 0),
        source=source,
        kind="amount",
        attribute="deal_amount",
        subject="deal",
        value=value,
        parties=parties,
        evidence=Evidence(start=at, end=at + 9, line=1, column=1, quote=quote, sentence=place),
    )


def day(text: str | None) -> date | None:
    parts = [int(part) for part in (text or "").split("-") if part]
    return date(*[*parts, 1, 1][:3]) if parts else None


def b_cubed(gold: Gold, found: Gold) -> tuple[float, float, float]:
    """Precision, recall, F1 over the articles; one without a deal is a group of its own."""
    told = {s: found.get(s) or f"alone {s}" for s in gold}
    true = {s: gold[s] or f"alone {s}" for s in gold}
    precision = recall = 0.0
    for s in gold:
        same_told = {o for o in gold if told[o] == told[s]}
        same_true = {o for o in gold if true[o] == true[s]}
        both = len(same_told & same_true)
        precision += both / len(same_told)
        recall += both / len(same_true)
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main_deals(deals: Deals, claims: list[Claim]) -> Gold:
    """Each article's deal by the most of its claims; an article may feed others besides."""
    votes: dict[str, Counter[str]] = {}
    for one in claims:
        deal = deals.by_claim.get(one.id)
        if deal:
            votes.setdefault(one.source, Counter())[deal] += 1
    return {s: max(count, key=lambda d: (count[d], d)) for s, count in votes.items()}


def source(
    name: str, published: date | None, title: str | None = None, text: str = ""
) -> SourceText:
    return SourceText(name, name, name, title, None, None, published, fingerprint(text))


def gold_of(dev: Path) -> tuple[Gold, Gold, dict[str, date | None], dict[str, Path]]:
    """The two gold groupings, publication dates and files by source id."""
    mixed: Gold = {}
    everything: Gold = {}
    dates: dict[str, date | None] = {}
    files: dict[str, Path] = {}
    for path in sorted(dev.glob("*/gold.json")):
        sheet = json.loads(path.read_text(encoding="utf-8"))
        if "articles" in sheet:
            continue
        for stem in sheet["sources"]:
            name = f"{path.parent.name}/{stem}"
            everything[name] = sheet["other_deals"].get(stem, path.parent.name)
            dates[name] = day(sheet["source_dates"].get(stem))
            files[name] = path.parent / f"{stem}.txt"
    sheet = json.loads((dev / "mixed" / "gold.json").read_text(encoding="utf-8"))
    for stem, article in sheet["articles"].items():
        name = f"mixed/{stem}"
        mixed[name] = article["deal"]
        copied = article.get("copy_of", "").removesuffix(".txt")
        dates[name] = dates.get(copied) or day(article.get("date"))
        files[name] = dev / "mixed" / f"{stem}.txt"
    return mixed, everything, dates, files


def simulated(dev: Path, gold: Gold, seed: int) -> list[Claim]:
    dice = random.Random(seed)
    aliases: dict[str, list[str]] = {}
    deals: dict[str, dict[str, str]] = {}
    for path in sorted(dev.glob("*/gold.json")):
        sheet = json.loads(path.read_text(encoding="utf-8"))
        if "aliases" in sheet:
            aliases |= {k: [k, *v] for k, v in sheet["aliases"].items()}
            deals[path.parent.name] = sheet["deal"]
    claims = []
    for at, (name, label) in enumerate(sorted(gold.items())):
        if label is None:
            continue
        if label in deals:
            sides = [deals[label]["acquirer"], deals[label]["target"]]
        else:
            bare = label.split(" (")[0].split(" funding")[0]
            sides = ([None, *bare.split(" / ")] if " / " not in bare else bare.split(" / "))[-2:]
        noisy = [_noisy(side, aliases, dice) for side in sides]
        if dice.random() < 0.1:
            noisy[0] = None
        amount = str(1000 + sum(map(ord, label)) + dice.choice([0, 0, 0, 7]))
        claims.append(claim(name, (noisy[0], noisy[1]), amount, at))
    return claims


def _noisy(name: str | None, aliases: dict[str, list[str]], dice: random.Random) -> str | None:
    if name is None:
        return None
    chosen = dice.choice(aliases.get(name, [name]))
    words = chosen.split()
    return " ".join(words[:-1]) if len(words) > 1 and dice.random() < 0.1 else chosen


def extracted(
    files: dict[str, Path], names: Gold, dates: dict[str, date | None]
) -> tuple[list[Claim], list[SourceText]]:
    from dealfacts.extractor.extract import extract  # noqa: PLC0415  only without --simulate
    from dealfacts.loader.files import load  # noqa: PLC0415

    claims: list[Claim] = []
    sources = []
    for name in sorted(names):
        article = load([str(files[name])]).articles[0]
        day_of = dates[name] or article.published
        article = article.model_copy(update={"id": name, "published": day_of})
        claims.extend(extract(article))
        sources.append(source(name, article.published, article.title, article.text))
    return claims, sources


def scale(count: int) -> None:
    dice = random.Random(7)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or")]
    claims, sources = [], []
    for deal in range(count):
        names = ["".join(dice.choices(syllables, k=3)).title() for _ in range(2)]
        for article in range(4):
            name = f"{deal:06}-{article}"
            sources.append(source(name, date(2024, 1, 1 + article)))
            sides = tuple(n + dice.choice(["", " Inc", " Group", " Holdings"]) for n in names)
            claims.extend(claim(name, (sides[0], sides[1]), str(deal + 9), at) for at in range(5))
    started = time.perf_counter()
    deals = group(claims, sources)
    spent = time.perf_counter() - started
    print(f"{len(claims)} claims of {count} deals: {len(deals.groups)} found in {spent:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--simulate", action="store_true")
    parser.add_argument("--scale", type=int, default=0, help="time the grouping of N deals")
    parser.add_argument("--undated", action="store_true", help="only the dates in the texts")
    parser.add_argument("-v", action="store_true", help="list the groups")
    options = parser.parse_args()
    if options.scale:
        scale(options.scale // 4)
        scale(options.scale)
        return
    dev = options.data / "../dev"
    if not dev.exists():
        sys.exit(f"{dev}: not here; give the folder beside it with --data")
    mixed, everything, dates, files = gold_of(dev)
    for title, gold in (("mixed", mixed), ("all", everything)):
        runs = range(20) if options.simulate else range(1)
        scores = []
        for seed in runs:
            if options.simulate:
                claims = simulated(dev, gold, seed)
                sources = [source(name, dates[name]) for name in gold]
            else:
                days = dict.fromkeys(dates) if options.undated else dates
                claims, sources = extracted(files, gold, days)
            deals = group(claims, sources)
            found = main_deals(deals, claims)
            scores.append(b_cubed(gold, found))
            wrong = [s for s in gold if gold[s] is None and found.get(s)]
        means = [sum(column) / len(scores) for column in zip(*scores, strict=True)]
        print(
            f"{title}: B-cubed P {means[0]:.3f} R {means[1]:.3f} F1 {means[2]:.3f}; "
            f"{len(deals.groups)} deals; without a deal but in one: {wrong}"
        )
        if options.v:
            for one in deals.groups:
                print(f"  {one.deal.label}")
                for name in one.deal.sources:
                    mark = "" if found.get(name) == one.deal.id else " (besides)"
                    print(f"      {name}: {gold[name]}{mark}")
                for reason in one.reasons:
                    print(f"      because {reason}")


if __name__ == "__main__":
    main()
