"""Makes the stories' reports anew: `python tests/reconciler/stories/build.py`.

A story is a folder: articles in invented names, the claims that were once read from them, and what
the reconciler makes of these. The claims stay as they are when the extractor learns, so that a
report changes with the reconciler alone; `--claims` reads them anew. Whoever changes a rule runs
this and reads the difference: each changed id is a finding that users have accepted or judged and
that comes back.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dealfacts import pipeline
from dealfacts.loader.files import load
from dealfacts.model.claims import Claim
from dealfacts.model.lines import line
from dealfacts.model.vocabulary import Severity
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.reconcile import reconcile
from dealfacts.reconciler.settings import Settings

HERE = Path(__file__).parent
STORIES = sorted(folder.name for folder in HERE.iterdir() if (folder / "a.txt").exists())
CHOSEN = Settings(severities={"SRC001": Severity.NOTE, "EXT001": Severity.NOTE})
# The claims are another file, and the sources are the articles themselves.
SHOWN = ("deals", "facts", "findings", "checks", "conversions", "timeline", "not_compared")


def claims(story: str) -> list[Claim]:
    """The claims of a story, as they were read once."""
    lines = (HERE / story / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    return [Claim.model_validate_json(one) for one in lines]


def sources(story: str) -> list[SourceText]:
    """Its articles."""
    return [
        SourceText(
            id=article.id,
            path=article.path,
            label=article.outlet or article.id,
            title=article.title,
            outlet=article.outlet,
            url=article.url,
            published=article.published,
            fingerprint=fingerprint(article.text),
        )
        for article in load([str(HERE / story)]).articles
        if article.id.endswith(".txt")
    ]


def told(story: str) -> str:
    """What the reconciler makes of a story, one entry a line."""
    report = reconcile(claims(story), sources(story), CHOSEN).model_dump(mode="json", by_alias=True)
    shown = (json.dumps({name: one}, ensure_ascii=False) for name in SHOWN for one in report[name])
    return "".join(f"{one}\n" for one in shown)


def main() -> None:
    """Write `report.jsonl` in each story, with `--claims` also `claims.jsonl`."""
    for story in STORIES:
        if "--claims" in sys.argv:
            paths = [str(path) for path in sorted((HERE / story).glob("*.txt"))]
            read = "".join(f"{line(claim)}\n" for claim in pipeline.claims(paths).claims)
            (HERE / story / "claims.jsonl").write_text(read, encoding="utf-8")
        (HERE / story / "report.jsonl").write_text(told(story), encoding="utf-8")


if __name__ == "__main__":
    main()
