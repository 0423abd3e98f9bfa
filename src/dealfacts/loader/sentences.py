"""Cuts an article into sentences: offset ranges with the part that each plays.

Every line that is not blank lies in a sentence; front matter gives none. Refuses to change a
character. What is page furniture is decided in `boilerplate.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon.boilerplate import furniture as lexicon
from dealfacts.loader import boilerplate
from dealfacts.loader.boundaries import sentence_ranges
from dealfacts.loader.front_matter import front_matter_end
from dealfacts.loader.paragraphs import Paragraph, paragraphs
from dealfacts.model.plain import plain
from dealfacts.model.text import Part, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# "# Heading", "== Heading ==": marks around a heading that are no words of it.
MARKED = re.compile(
    r"(?P<mark>\#{1,6}|={1,6})\s{1,4}(?P<words>\S(?:.{0,300}\S)?)\s{1,4}(?P=mark)|\#{1,6}\s{1,4}"
)
# "UPDATE 2-", "EXCLUSIVE: ", "RPT-UPDATE 1-", "CORRECTED – UPDATE 3-" in front of a headline.
TAG = re.compile(
    r"""(?P<tag>[A-Z][A-Z&]{1,12}(?:[ ][A-Z]{2,12})?)(?:[ ]\d{1,2})?
    (?:-|[ ]-[ ]|[ ]?[–—:][ ]?)(?=[^\W_a-z]|[$€£₹¥])""",
    re.VERBOSE,
)
MOST_TAGS = 3
LONGEST_HEADING = 160
LONGEST_TITLE = 240
HEADING_WORDS = 16
QUESTION_WORDS = 12
TITLE_WORDS = 32
SHORTEST_TITLE = 3
# Headline capitals: at least this share of the longer words.
TITLE_CASE = 0.6
FEWEST_LONG = 4
HEADED = frozenset({Part.TITLE, Part.HEADING})
ENDS = frozenset(".,;:")
CLOSERS = "\"'”’» "
# "1. First 2. Second", "a. First b. Second", "• First • Second" in one line.
INLINE = re.compile(
    r"(?<=\s)(?:(?P<mark>\d{1,2}|[a-z])(?P<close>\.\)|[.)])\s|[•⁃●▪◦])(?=\s{0,2}[\dA-Z])"
)
LIST_START = re.compile(r"(?P<mark>\d{1,2}|[a-z])(?P<close>\.\)|[.)])\s|[•⁃●▪◦]")


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of an article, ascending and without overlap."""
    shown = plain(text)
    found = _split(shown.text)
    if not shown.places:
        return tuple(found)
    ranges = [shown.printed(one.start, one.end) for one in found]
    return tuple(
        Sentence(start=start, end=end, part=one.part)
        for (start, end), one in zip(ranges, found, strict=True)
    )


def _split(text: str) -> list[Sentence]:
    blocks = paragraphs(text, front_matter_end(text))
    furniture = boilerplate.furniture(text, blocks)
    found: list[Sentence] = []
    title_open = True
    for index, block in enumerate(blocks):
        if index in furniture:
            found.append(Sentence(start=block.start, end=block.end, part=Part.BOILERPLATE))
            continue
        part, start, end = _part(text, block, may_be_title=title_open)
        follows = blocks[index + 1] if index + 1 < len(blocks) else None
        if part is Part.TITLE and follows is not None and follows.bullet and not block.gap_after:
            part = Part.HEADING  # the name of the list below it
        ranges = [
            one
            for low, high in _items(text, start, end)
            for one in sentence_ranges(text, low, high)
        ]
        if len(ranges) > 1 and part in HEADED and text[ranges[0][1] - 1] == ".":
            part = Part.BODY  # two sentences are no heading
        title_open = title_open and part in {Part.HEADING, Part.BULLET}
        found.extend(_sentences(text, ranges, part))
    return found


def _sentences(text: str, ranges: Sequence[tuple[int, int]], part: Part) -> Iterator[Sentence]:
    for start, end in ranges:
        is_cue = part is not Part.TITLE and boilerplate.opens_with_cue(text, start, end)
        yield Sentence(start=start, end=end, part=Part.BOILERPLATE if is_cue else part)


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a list written in one line; a paragraph that is no list is one item."""
    opening = LIST_START.match(text, start, end)
    if opening is None:
        return [(start, end)]
    found: list[tuple[int, int]] = []
    low = start
    mark = opening.group("mark")
    for match in INLINE.finditer(text, opening.end(), end):
        if match.group("mark") is None:
            follows = mark is None and match.group()[0] == text[start]
        else:
            follows = match.group("close") == opening.group("close") and (
                _successor(mark) == match.group("mark")
            )
        if follows:
            high = low + len(text[low : match.start()].rstrip())
            found.append((low, high))
            low = match.start()
            mark = match.group("mark")
    found.append((low, end))
    return found


def _successor(mark: str | None) -> str | None:
    if mark is None:
        return None
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)


def _part(text: str, block: Paragraph, *, may_be_title: bool) -> tuple[Part, int, int]:
    """The part that a paragraph plays, and its range without heading marks."""
    start, end = block.start, block.end
    first = text[start]
    if first in "#=" and end - start < LONGEST_TITLE and (marked := MARKED.match(text, start, end)):
        if marked.group("words"):
            start, end = marked.span("words")
        else:
            start = marked.end()
        return (Part.TITLE if may_be_title else Part.HEADING), start, end
    if block.bullet:
        return Part.BULLET, start, end
    if end - start > LONGEST_TITLE:
        return Part.BODY, start, end
    start = _untagged(text, start, end)
    line = text[start:end]
    if may_be_title and block.lines == 1 and _is_title(line):
        return Part.TITLE, start, end
    if end - start <= LONGEST_HEADING and block.lines == 1 and _is_heading(line):
        return Part.HEADING, start, end
    return Part.BODY, start, end


def _untagged(text: str, start: int, end: int) -> int:
    """Where a headline begins behind the tags of its wire, which are no words of it."""
    for _ in range(MOST_TAGS):
        tag = TAG.match(text, start, end)
        if tag is None or tag.group("tag").lower() not in lexicon().wire_tag:
            break
        start = tag.end()
    return start


def _is_heading(line: str) -> bool:
    """Whether a line of its own reads as a heading: short, and without a full stop."""
    last = line.rstrip(CLOSERS)[-1:]
    if last in ENDS or last == ")":
        return False
    words = line.split()
    limit = QUESTION_WORDS if last in "?!" else HEADING_WORDS
    return len(words) <= limit or (len(words) <= TITLE_WORDS and _has_headline_capitals(words))


def _is_title(line: str) -> bool:
    """Whether a line can be the title: longer than a label, and no sentence of running text."""
    words = line.split()
    if not SHORTEST_TITLE <= len(words) <= TITLE_WORDS:
        return False
    last = line.rstrip(CLOSERS)[-1:]
    if last not in ENDS and last != ")":
        return True
    return last == "." and _has_headline_capitals(words)


def _has_headline_capitals(words: list[str]) -> bool:
    long = [word for word in words if len(word) > SHORTEST_TITLE]
    capitals = sum(not word[0].islower() for word in long)
    return len(long) >= FEWEST_LONG and capitals >= TITLE_CASE * len(long)
