"""Real articles of several outlets about six deals: claims found, and conflicts printed.

Reads multi_source_docs.jsonl and multi_source_gold.jsonl (claims and verdicts over ECB+ topics and
Reuters stories) from --data, default ../shared/data; they are no part of this project. A gold
claim counts as found if a claim of one of the attributes that its field maps to overlaps its words
(persons: if a claim names the person in that article).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dealfacts.extractor.extract import extract
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.reconcile import reconcile

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim

# Fields of the data that an attribute of ours covers.
COVERED = {
    "deal_amount": {"deal_amount"},
    "cash_part": {"deal_amount"},
    "stock_part": {"deal_amount"},
    "target_employees": {"headcount"},
    "combined_employees": {"headcount"},
    "target_funding_raised": {"total_raised"},
    "expected_close": {"closing_date"},
    "announced": {"announcement_date"},
    "status": {"deal_status"},
    "person": {"person_role", "quote", "board_seat", "age"},
}


def article_of(doc: dict[str, str | None]) -> Article:
    text = doc["text"] or ""
    day = doc["date"] or ""
    published = date.fromisoformat(day[:10]) if len(day) >= 10 and day[4] == "-" else None
    name = str(doc["id"])
    return Article(id=name, path=name, text=text, sentences=split(text), published=published)


def is_found(gold: dict[str, object], claims: list[Claim]) -> bool:
    wanted = COVERED[str(gold["field"])]
    start = int(str(gold["start"]))
    end = start + len(str(gold["quote"]))
    for claim in claims:
        if claim.attribute not in wanted:
            continue
        if gold["field"] == "person":
            if str(gold["value"]).split("|")[0].split()[-1] in claim.subject:
                return True
        elif claim.evidence.start < end and start < claim.evidence.end:
            return True
    return False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    paths = [options.data / f"multi_source_{name}.jsonl" for name in ("docs", "gold")]
    if not all(path.is_file() for path in paths):
        print(f"{paths[0]} is not here: nothing to measure")
        return 0
    docs, deals = (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in paths
    )
    articles = {doc["id"]: article_of(doc) for doc in docs}
    claims = {name: list(extract(article)) for name, article in articles.items()}
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for deal in deals:
        for gold in deal["gold"]["claims"]:
            field = gold["field"]
            if field not in COVERED or gold.get("in", "text") != "text":
                continue
            wanted[field] += 1
            hit = is_found(gold, claims[gold["doc"]])
            found[field] += hit
            if options.misses and not hit:
                text = articles[gold["doc"]].text
                around = text[max(gold["start"] - 120, 0) : gold["start"] + 120]
                print("MISSED", field, gold["value"], "|", " ".join(around.split()))
    for field in sorted(wanted):
        print(f"{field:24} {found[field]:3} of {wanted[field]:3}")
    total = sum(found.values()) / max(sum(wanted.values()), 1)
    print(f"recall {total:.3f} ({sum(found.values())} of {sum(wanted.values())})")
    for deal in deals:
        sources = [
            SourceText(
                id=name,
                path=name,
                label=name,
                title=None,
                outlet=None,
                url=None,
                published=articles[name].published,
                fingerprint=fingerprint(articles[name].text),
            )
            for name in deal["docs"]
        ]
        report = reconcile([c for name in deal["docs"] for c in claims[name]], sources)
        told = [v for v in deal["gold"]["verdicts"] if v["verdict"] != "agree"]
        print(f"== {deal['cluster']}: gold {told}")
        for finding in report.findings:
            print(f"   {finding.severity:7} {finding.rule} {finding.message.splitlines()[0][:150]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
