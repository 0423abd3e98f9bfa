"""What every kind promises: the words and signs without which it has nothing to say."""

from pathlib import Path

import pytest

from dealfacts import discovery
from dealfacts.extractor import kinds

SEEDS = Path(__file__).parents[2] / "seeds"
CASES = Path(__file__).parents[1] / "cases"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
KINDS = {module.__name__.rpartition(".")[2]: module for module in discovery.modules(kinds)}


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_sentence_without_its_needs_has_no_claim_of_a_kind(name, story) -> None:
    kind = KINDS[name]
    own = (CASES / f"{name}.md").read_text(encoding="utf-8")
    said = 0
    for text in (own, *TEXTS):
        for context in story(text).contexts:
            drafts = list(kind.propose(context))
            said += len(drafts)
            if kind.NEEDS and kind.NEEDS.isdisjoint(context.vocabulary):
                assert drafts == []
    assert said
