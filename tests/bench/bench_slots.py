"""Slots of newswire acquisition stories of 1987: who buys what from whom, for how much, how far.

Reads freitag_acq.jsonl (Freitag's corporate acquisitions corpus, 395 hard-wrapped stories) from
--data, default ../shared/data; it is no part of this project. Prints precision, recall and F1 of
exact strings (line breaks folded) per slot, on stories with even and with odd ids: even ones may
be looked at when rules are written, odd ones may not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from dealfacts.extractor.extract import extract
from dealfacts.extractor.parties import parties
from dealfacts.extractor.scene import read
from dealfacts.extractor.sides import votes
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article

SLOTS = ("purchaser", "acquired", "seller", "dlramt")
# A stage of ours -> the class of the corpus.
CLASSES = {
    "agreed": "agreed",
    "closed": "completed",
    "terminated": "terminated",
    "rejected": "terminated",
    "blocked": "terminated",
    "talks": "considering",
    "rumoured": "considering",
}
HIDDEN = ("undisclosed", "not disclosed", "not immediately disclosed", "were not available")
PARTS = frozenset({"cash_part", "stock_part", "earn_out"})


def fold(text: str) -> str:
    return " ".join(text.split()).strip(" .,")


def fills(story: dict[str, object]) -> tuple[dict[str, str], str | None]:
    """What dealfacts puts into the slots of one story, and the class of its status."""
    text = f"{story['title']}\n\n{story['text']}"
    article = Article(id=str(story["id"]), path="", text=text, sentences=split(text))
    reading = read(article)
    sides = parties(reading, tuple(votes(scene, reading) for scene in reading.scenes))
    found: dict[str, str] = {}
    for slot, name in (
        ("purchaser", sides.acquirer),
        ("acquired", sides.target),
        ("seller", sides.seller),
    ):
        mentions = [
            text[each.start : each.end]
            for scene in reading.scenes
            for each in (*scene.organisations, *scene.people)
            if name is not None and reading.long_form(each) == name
        ]
        if slot == "acquired" and sides.asset:
            found[slot] = fold(sides.asset)
        elif mentions:
            # of equally long ones not the headline in capitals
            found[slot] = fold(max(mentions, key=lambda each: (len(each), not each.isupper())))
    claims = extract(article)
    sums = [c for c in claims if c.attribute == "deal_amount" and c.basis not in PARTS]
    if sums:
        found["dlramt"] = fold(max(sums, key=lambda c: c.confidence).evidence.quote)
    elif any(words in fold(text).lower() for words in HIDDEN):
        found["dlramt"] = "undisclosed"
    stages = [c.value.term for c in claims if c.attribute == "deal_status"]
    return found, CLASSES.get(stages[0]) if stages else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--misses", choices=SLOTS, help="show the misses of a slot, even ids only")
    options = parser.parse_args()
    path = options.data / "freitag_acq.jsonl"
    if not path.is_file():
        print(f"{path} is not here: nothing to measure")
        return 0
    stories = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for parity, name in ((0, "even ids"), (1, "odd ids")):
        right: Counter[str] = Counter()
        printed: Counter[str] = Counter()
        wanted: Counter[str] = Counter()
        status = [0, 0]
        for story in stories:
            if int(story["id"]) % 2 != parity:
                continue
            found, stage = fills(story)
            for slot in SLOTS:
                gold = [{fold(text) for text in fill} for fill in story["gold"][slot]]
                wanted[slot] += bool(gold)
                printed[slot] += slot in found
                hit = slot in found and any(found[slot] in fill for fill in gold)
                right[slot] += hit
                if options.misses == slot and parity == 0 and gold and not hit:
                    print(story["id"], found.get(slot), "|", gold, "|", fold(story["text"])[:300])
            if story["status_class"]:
                status[0] += stage in story["status_class"]
                status[1] += 1
        print(name)
        for slot in SLOTS:
            precision = right[slot] / max(printed[slot], 1)
            recall = right[slot] / max(wanted[slot], 1)
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            print(f"  {slot:10} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
        print(f"  status class accuracy {status[0] / max(status[1], 1):.3f} of {status[1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
