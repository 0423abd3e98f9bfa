"""`python -m dealfacts.evaluation GOLD...`: the loop to work in while claims are being tuned."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dealfacts.errors import DealfactsError
from dealfacts.evaluation.runs import evaluate_paths
from dealfacts.evaluation.saved import compare, dump
from dealfacts.evaluation.text import render


def main() -> int:
    """Score the gold files named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m dealfacts.evaluation", description=__doc__)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--articles")
    parser.add_argument("--claims-only", action="store_true")
    parser.add_argument("--only", help="show details of this attribute only")
    parser.add_argument("--save")
    parser.add_argument("--against")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    try:
        report = evaluate_paths(
            options.gold, articles=options.articles, claims_only=options.claims_only
        )
    except DealfactsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(render(report, verbose=options.verbose, only=options.only))
    if options.against:
        sys.stdout.write(compare(Path(options.against).read_text(encoding="utf-8"), report))
    if options.save:
        Path(options.save).write_text(dump(report), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
