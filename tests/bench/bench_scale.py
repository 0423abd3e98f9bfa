"""How the reconciler grows: claims, CPU time and peak memory, each size in a process of its own.

Run: python tests/bench/bench_scale.py [--sizes 1000 10000 100000 1000000]
Synthetic drops of five articles about each deal, four claims an article; every deal has a slip of
its price in one article. The last column is time over n log n, relative to the first size: growth
of n log n keeps it near 1. Exits 1 if it leaves the bound, or where 10,000 claims take over 5 s.
"""
# ruff: noqa: S311  its dice are for repeatable names

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from itertools import product

from dealfacts.model.claims import Claim, claim_id
from dealfacts.model.text import Evidence, Range
from dealfacts.model.values import Count, Money, Percent, Person
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.reconcile import reconcile

SIZES = (1_000, 10_000, 100_000, 1_000_000)
ARTICLES, CLAIMS = 5, 4
SECONDS = 5.0
# The first size is too small to be more than start-up, so that it grows slower than that at first.
BOUND = 1.5
SYLLABLES = [a + b for a, b in product("bdfgklmnprstvz", ("a", "e", "i", "o", "u", "an", "or"))]
SUFFIXES = ("", " Inc", " Group", " Holdings", "")


def drop(size: int) -> tuple[list[Claim], list[SourceText]]:
    """About `size` claims, with their sources."""
    dice = random.Random(size)
    claims: list[Claim] = []
    sources: list[SourceText] = []
    for deal in range(size // (ARTICLES * CLAIMS)):
        buyer, target = ("".join(dice.choices(SYLLABLES, k=4)).title() for _ in range(2))
        chief = " ".join("".join(dice.choices(SYLLABLES, k=3)).title() for _ in range(2))
        price = Decimal(dice.randrange(1_100, 9_900)) * 1_000_000
        for at in range(ARTICLES):
            name = f"{deal:06}-{at}"
            words = " ".join(dice.choices(SYLLABLES, k=60))
            day = date(2024, 1, 1 + at)
            sources.append(SourceText(name, name, name, None, None, None, day, fingerprint(words)))
            sides = buyer + SUFFIXES[at], target
            said = price * 10 if at == ARTICLES - 1 else price
            claims.extend(
                _claim(name, sides, place, *told)
                for place, told in enumerate(
                    (
                        ("deal_amount", f"{sides[0]} / {target}", _money(said)),
                        ("stake", f"{sides[0]} / {target}", _percent(deal % 90 + 5)),
                        ("headcount", target, Count(low=deal + 50, high=deal + 50, unit="people")),
                        (
                            "person_role",
                            chief,
                            Person(name=chief, role="chief executive", organisation=target),
                        ),
                    )
                )
            )
    return claims, sources


def _money(amount: Decimal) -> Money:
    return Money(currency="USD", low=amount, high=amount, granule=Decimal(1_000_000))


def _percent(share: int) -> Percent:
    return Percent(low=Decimal(share), high=Decimal(share), granule=Decimal(1))


def _claim(
    source: str,
    sides: tuple[str, str],
    place: int,
    attribute: str,
    subject: str,
    value: Money | Percent | Count | Person,
) -> Claim:
    start = place * 100
    return Claim(
        id=claim_id(source, attribute, value.model_dump_json(), str(place), 0),
        source=source,
        kind="bench",
        attribute=attribute,
        subject=subject,
        value=value,
        parties=sides,
        evidence=Evidence(
            start=start,
            end=start + 9,
            line=1,
            column=1,
            quote=f"words {place}",
            sentence=Range(start=start, end=start + 99),
        ),
    )


def measure(size: int) -> dict[str, float]:
    """Seconds and peak megabytes of one size; `before` is what the drop itself takes."""
    claims, sources = drop(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started = time.process_time()
    report = reconcile(claims, sources)
    spent = time.process_time() - started
    deals = size // (ARTICLES * CLAIMS)
    slips = sum(finding.rule == "VAL004" for finding in report.findings)
    if (len(report.deals), slips) != (deals, deals):
        sys.exit(f"{size}: {len(report.deals)} deals and {slips} slips found of {deals}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"claims": len(claims), "deals": deals, "s": spent, "before": before, "peak": peak}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--one", type=int, help="measure one size and print it as JSON")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))
        return 0
    print(f"{'claims':>9} {'deals':>7} {'seconds':>8} {'drop MB':>8} {'peak MB':>8} {'n log n':>8}")
    bad = False
    unit = 0.0
    for size in options.sizes:
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(size)], check=True, stdout=subprocess.PIPE
        )
        row = json.loads(done.stdout)
        each = row["s"] / (row["claims"] * math.log(row["claims"]))
        unit = unit or each
        print(
            f"{row['claims']:>9} {row['deals']:>7} {row['s']:>8.2f} {row['before']:>8.0f} "
            f"{row['peak']:>8.0f} {each / unit:>8.2f}",
            flush=True,
        )
        bad |= each > BOUND * unit or (row["claims"] <= SIZES[1] and row["s"] > SECONDS)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
