"""One planted error in a drop of invented articles that agree: is it found, with the right cause?

Run: python tests/bench/bench_injected.py [--drops N] [-v]
A drop is four short articles about one invented deal, each in other words. The clean drop must give
no finding. Then one article gets one error: a unit slip, swapped digits, another
currency sign, a year off, a misspelt name, a figure of another attribute or a figure rounded too far.
"""
# ruff: noqa: S311, E501  its dice are for repeatable texts, whose lines are their own

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from dealfacts import pipeline
from dealfacts.model.report import Finding, Report

HEADS = ("Bran", "Cal", "Dor", "Fen", "Gar", "Hol", "Kel", "Lor", "Mar", "Nor", "Pel", "Tor", "Vel")
TAILS = (
    "dex",
    "vane",
    "mont",
    "brook",
    "ford",
    "wick",
    "lan",
    "tis",
    "gate",
    "low",
    "rane",
    "sted",
)
KINDS = ("Foods", "Software", "Energy", "Logistics", "Pharma", "Motors", "Systems", "Steel")
GIVEN = ("Martha", "Edward", "Helen", "Robert", "Diana", "Victor", "Laura", "Stephen")
MONTHS = ("January", "February", "March", "May", "June", "July", "September", "October")


@dataclass(frozen=True)
class Deal:
    """What one article says of the deal; a planted error is another `Deal`."""

    buyer: str
    target: str
    price: str
    sign: str
    unit: str
    stake: int
    value: str
    revenue: str
    year: int
    day: str
    announced: int
    chief: str


TEMPLATES: tuple[tuple[str, Callable[[Deal], str]], ...] = (
    (
        "wire",
        lambda d: (
            f"""{d.buyer} to buy {d.stake}% of {d.target} for {d.sign}{d.price} {d.unit}

{d.day}, {d.announced} - {d.buyer} has agreed to buy a {d.stake}% stake in {d.target} for \
{d.sign}{d.price} {d.unit}, the companies announced on {d.day}, {d.announced}.

The deal values {d.target} at ${d.value} billion. {d.target} had revenue of ${d.revenue} million in \
{d.year}.

{d.target} chief executive {d.chief} said customers would notice no change.
"""
        ),
    ),
    (
        "daily",
        lambda d: (
            f"""{d.target} sells {d.stake}% to {d.buyer}

{d.buyer} will acquire {d.stake} percent of {d.target} for {d.sign}{d.price} {d.unit}. The agreement \
was announced on {d.day}, {d.announced}.

The transaction gives {d.target} a valuation of ${d.value} billion. Revenue of {d.target} reached \
${d.revenue} million in {d.year}.

{d.chief}, chief executive of {d.target}, will keep her office.
"""
        ),
    ),
    (
        "journal",
        lambda d: (
            f"""{d.buyer} takes stake in {d.target}

{d.buyer} is paying {d.sign}{d.price} {d.unit} for a {d.stake}% stake in {d.target}, it was announced \
on {d.day}, {d.announced}.

At that price {d.target} is valued at ${d.value} billion. In {d.year}, {d.target} posted revenue of \
${d.revenue} million.

The company is run by chief executive {d.chief}.
"""
        ),
    ),
    (
        "trade",
        lambda d: (
            f"""Deal of the week: {d.target}

{d.target} has signed an agreement with {d.buyer}. Under the deal, {d.buyer} will buy {d.stake}% of \
{d.target} for {d.sign}{d.price} {d.unit}. It was announced on {d.day}, {d.announced}.

The deal values {d.target} at ${d.value} billion. {d.target} reported revenue of ${d.revenue} million \
for {d.year}.

{d.target} is led by chief executive {d.chief}.
"""
        ),
    ),
)


def deal_of(dice: random.Random) -> Deal:
    """An invented deal whose figures multiply out and share no digits by chance."""
    names = dice.sample([a + b for a in HEADS for b in TAILS], 3)
    stake = dice.choice((20, 25, 40, 60, 75, 80))
    while True:
        value = dice.randrange(410, 990)
        price = value * stake / 100
        digits = f"{price / 100:.2f}"
        a, b, c = (*digits.replace(".", "")[-3:],)
        rest = float(digits) % 1
        if price % 1 == 0 and len({a, b, c}) == 3 and c in "234" and rest < 0.85 and price >= 120:
            break
    revenue = dice.randrange(212, 989)
    return Deal(
        buyer=f"{names[0]} {dice.choice(KINDS)}",
        target=names[1],
        price=digits,
        sign="$",
        unit="billion",
        stake=stake,
        value=f"{value / 100:.2f}",
        revenue=str(revenue if revenue % 10 else revenue + 3),
        year=2029,
        day=f"{dice.choice(MONTHS)} {dice.randrange(2, 28)}",
        announced=2030,
        chief=f"{dice.choice(GIVEN)} {names[2]}",
    )


def _swapped(digits: str) -> str:
    head, _, tail = digits.partition(".")
    return f"{head}.{tail[1]}{tail[0]}"


def _rounded_up(digits: str) -> str:
    """One digit fewer, and up although the next digit says down: 3.24 -> 3.3."""
    tenths = int(digits.replace(".", "")[:-1]) + 1
    return f"{tenths // 10}.{tenths % 10}"


def _misspelt(name: str, dice: random.Random) -> str:
    at = dice.randrange(len(name) - 4, len(name) - 1)
    return name[:at] + name[at] * 2 + name[at + 1 :]


Plant = tuple[str, Callable[[Deal, random.Random], Deal], Callable[[Finding], bool]]
PLANTS: tuple[Plant, ...] = (
    (
        "unit slip",
        lambda d, _: replace(d, unit="million"),
        lambda f: f.attribute == "deal_amount" and f.cause == "unit_slip",
    ),
    (
        "swapped digits",
        lambda d, _: replace(d, price=_swapped(d.price)),
        lambda f: f.attribute == "deal_amount" and f.cause == "transposition",
    ),
    (
        "currency sign",
        lambda d, _: replace(d, sign="€"),
        lambda f: f.attribute == "deal_amount" and f.cause == "currency_sign",
    ),
    (
        "year of the day",
        lambda d, _: replace(d, announced=d.announced - 1),
        lambda f: f.attribute == "announcement_date" and f.cause == "period",
    ),
    (
        "misspelt name",
        lambda d, dice: replace(d, chief=_misspelt(d.chief, dice)),
        lambda f: f.rule == "NAM001" and f.cause == "spelling",
    ),
    (
        "other attribute",
        lambda d, _: replace(d, price=d.value),
        lambda f: f.attribute == "deal_amount" and f.cause == "misattributed",
    ),
    (
        "rounded too far",
        lambda d, _: replace(d, price=_rounded_up(d.price)),
        lambda f: f.attribute == "deal_amount" and f.cause in {"rounding", "one_granule"},
    ),
)


def run(articles: Iterable[tuple[str, str]]) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in articles:
            (Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
        return pipeline.run([folder]).report


def told(report: Report) -> str:
    return "; ".join(f"{f.rule} {f.cause} {f.message}" for f in report.findings) or "nothing"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drops", type=int, default=40)
    parser.add_argument("-v", action="store_true", help="show what was missed")
    options = parser.parse_args()
    found: Counter[str] = Counter()
    loud = 0
    for seed in range(options.drops):
        dice = random.Random(seed)
        deal = deal_of(dice)
        clean = [(name, template(deal)) for name, template in TEMPLATES]
        report = run(clean)
        if report.findings:
            loud += 1
            if options.v:
                print(f"clean {seed}: {told(report)}")
        for kind, plant, is_it in PLANTS:
            at = dice.randrange(len(TEMPLATES))
            wrong = plant(deal, dice)
            articles = [
                (name, template(wrong if at == place else deal))
                for place, (name, template) in enumerate(TEMPLATES)
            ]
            report = run(articles)
            if any(is_it(finding) for finding in report.findings):
                found[kind] += 1
            elif options.v:
                print(f"{kind} {seed} in {TEMPLATES[at][0]} ({deal.price}): {told(report)}")
    for kind, _, _ in PLANTS:
        print(f"{kind}: {found[kind]}/{options.drops} found with the right cause")
    planted = len(PLANTS) * options.drops
    share = 100 * sum(found.values()) / planted
    print(f"all: {sum(found.values())}/{planted} ({share:.1f} %); findings on {loud} clean drops")
    sys.exit(share < 95 or loud > 0)


if __name__ == "__main__":
    main()
