"""What a page leaves in a text changes no claim: the seeds with marks, tags, entities and noise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.extract import extract
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
NAME = re.compile(r"\b(said|acquire|by|of|in) ([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b")


def _replaced(pattern: str, by: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, by, text)


MARKS: dict[str, Callable[[str], str]] = {
    "bold sums": _replaced(r"(\$[\d.]+ (?:million|billion))", r"**\1**"),
    "bold names": lambda text: NAME.sub(r"\1 **\2**", text),
    "names in italics": lambda text: NAME.sub(r"\1 _\2_", text),
    "links": lambda text: NAME.sub(r"\1 [\2](https://example.com/a-b_c?d=1)", text),
    "tags": lambda text: NAME.sub(r'\1 <a href="https://example.com/">\2</a>', text),
    "entities": lambda text: text.replace("&", "&amp;").replace("’", "&rsquo;"),
    "blanks that do not break": _replaced(r"(?<=[a-z]) (?=(?:stake|deal|company)\b)", "\u00a0"),
    "unseen characters": _replaced(r" (million|billion|stake)", " \u200b\\1"),
    "two blanks": _replaced(r"(?<=[a-z,]) (?=(?:stake|deal|company|and)\b)", "  "),
    "decoded twice": lambda text: text.replace("’", "â€™"),
    "other lines": lambda text: text.replace("\n", "\r\n"),
}


def _told(text: str) -> list[tuple[str, str]]:
    found = extract(Article(id="a", path="a", text=text, sentences=split(text)))
    for claim in found:
        evidence = claim.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
    # A quotation is what it says, with the marks that it has in print.
    return sorted((c.attribute, str(c.value)) for c in found if c.attribute != "quote")


@pytest.mark.parametrize("mark", MARKS)
def test_marks_change_no_claim(mark: str) -> None:
    texts = [seed.read_text(encoding="utf-8") for seed in SEEDS]
    marked = [MARKS[mark](text) for text in texts]
    assert marked != texts
    for text, other in zip(texts, marked, strict=True):
        assert _told(other) == _told(text)
