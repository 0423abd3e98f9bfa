"""Who prints which price? Loads a folder, extracts, reconciles, and prints every disputed fact.

python examples/from_python.py examples/data/drop
"""

from __future__ import annotations

import sys

import dealfacts


def main() -> None:
    """Print each conflict with what every side says and where it stands."""
    loaded = dealfacts.load(sys.argv[1:])
    claims = [claim for article in loaded.articles for claim in dealfacts.extract(article)]
    report = dealfacts.reconcile(claims, loaded.articles)
    by_id = {claim.id: claim for claim in report.claims}
    texts = {article.id: article.text for article in loaded.articles}
    for fact in report.facts:
        if fact.status != "conflict":
            continue
        print(f"{fact.attribute} of {fact.subject}:")
        for camp in fact.camps:
            claim = by_id[camp.claims[0]]
            where = claim.evidence
            words = texts[claim.source][where.start : where.end]
            print(f"  {camp.value}: {words!r} in {claim.source}, line {where.line}")
    for problem in loaded.problems:
        print(f"{problem.path}:{problem.line}: {problem.message}", file=sys.stderr)


if __name__ == "__main__":
    main()
