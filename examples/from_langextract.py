"""Turns what LangExtract found (its JSONL) into claims that `dealfacts reconcile -` reads.

python examples/from_langextract.py extractions.jsonl | dealfacts reconcile -

A document has a `document_id`, a `text` and `extractions`; each of these has a class, the words,
and the `char_interval` where they stand. The class is taken for the attribute; what the words mean,
with their hedge, `dealfacts.read_value` says. What has no place in the text, or no value, is left
out and counted on stderr.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import dealfacts

# Softeners stand before a figure, and extractors often leave them out.
LEAD = 24


def claim(document: dict, extraction: dict, number: int) -> dict | None:
    """One claim as a line of claims JSONL, or None."""
    text, place = document["text"], extraction.get("char_interval") or {}
    start, end = place.get("start_pos"), place.get("end_pos")
    if start is None or end is None:
        return None
    before = text[max(0, text.rfind("\n", 0, start) + 1, start - LEAD) : start]
    words = before.split()[-2:]
    read = None
    for count in (2, 1, 0):  # with two words before it, one, none: the first that reads
        phrase = " ".join([*words[len(words) - count :], text[start:end]])
        read = dealfacts.read_value(phrase) if count <= len(words) else None
        if read is not None:
            break
    if read is None:
        return None
    value, hedge = read
    told = extraction.get("attributes") or {}
    line = text.count("\n", 0, start) + 1
    return {
        "schema": "dealfacts.claim/1",
        "id": f"{document['document_id']}-{number}",
        "source": document["document_id"],
        "kind": "amount",
        "attribute": extraction["extraction_class"],
        "subject": told.get("subject", "the deal"),
        "parties": [told.get("acquirer"), told.get("target")],
        "period": told.get("period"),
        "hedge": hedge.value,
        "value": value.model_dump(mode="json"),
        "evidence": {
            "start": start,
            "end": end,
            "line": line,
            "column": start - text.rfind("\n", 0, start),
            "quote": text[start:end],
            "sentence": {"start": start, "end": end},
        },
    }


def main() -> None:
    """Read the file that is named, print claims."""
    skipped = 0
    for row in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        document = json.loads(row)
        for number, extraction in enumerate(document["extractions"], start=1):
            found = claim(document, extraction, number)
            skipped += found is None
            if found is not None:
                print(json.dumps(found, ensure_ascii=False))
    if skipped:
        print(f"{skipped} extraction(s) without a place or a value left out", file=sys.stderr)


if __name__ == "__main__":
    main()
