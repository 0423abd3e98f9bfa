"""What the reconciler says of fixed claims is what it said before, to the letter and the id.

After a change on purpose: `python tests/reconciler/stories/build.py`, and read the difference.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

FILE = Path(__file__).parent / "stories" / "build.py"
SPEC = importlib.util.spec_from_file_location("stories_build", FILE)
assert SPEC is not None
assert SPEC.loader is not None
build = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(build)


@pytest.mark.parametrize("story", build.STORIES)
def test_a_story_is_told_as_before(story: str) -> None:
    before = (build.HERE / story / "report.jsonl").read_text(encoding="utf-8").splitlines()

    assert build.told(story).splitlines() == before


def test_the_stories_meet_most_rules() -> None:
    met = set()
    for story in build.STORIES:
        for line in (build.HERE / story / "report.jsonl").read_text(encoding="utf-8").splitlines():
            met |= {entry["rule"] for entry in json.loads(line).values() if "rule" in entry}

    assert len(met) >= 16
