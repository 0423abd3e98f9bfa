"""Tells page furniture (links, share bars, bylines, notices, labels) from the article.

A line is judged by general signs and by wording that page templates share (`bars.py`,
`bylines.py`); `surroundings.py` adds what only the neighbours show. Refuses names of outlets or
people, and leaves captions, bullets, pull quotes, info boxes and datelines to the article: in
doubt a line is content, and so is a line that holds a figure.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dealfacts.lexicon.boilerplate import open_phrases, phrases
from dealfacts.loader.bars import is_bar, is_buttons, is_label, opens_with_cue
from dealfacts.loader.bylines import is_byline, is_date_line
from dealfacts.loader.surroundings import surrounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.loader.paragraphs import Paragraph

__all__ = ["furniture", "opens_with_cue"]

# Longer paragraphs are prose, looked at sentence by sentence only.
LONGEST_LINE = 260
# Away from both ends of a page, lines longer than this are prose too.
LONGEST_INNER_LINE = 140
# Paragraphs that count as an end of the page.
HEAD = 4
TAIL = 8
TOP_LINES = 8
# A date line that ends in a stop is short: "Updated at 5:23 p.m. on Oct. 11, 2023."
LONGEST_NOTE = 60
LONGEST_RULE = 20
LATIN_SHARE = 0.2
FIGURE = re.compile(
    r"[$€£¥₹%]\s?\d|\d\s?%|\d[\d.,]{0,20}\s?(?:per\scent|percent|million|billion|crore|bn|mn)\b"
)
# Such as "{{^noAds}} {{/noAds}}", "<!-- slot -->", "[[gallery]]", "![picture](address)"
TEMPLATE = re.compile(
    r"(?:\{\{|\{%|<!--|\[\[|<%).*(?:\}\}|%\}|-->|\]\]|%>)|!\[[^\]]*\]\([^)]*\)", re.DOTALL
)
# Such as "3 Comments", "32 comments: ...", "(5) comments"
COUNTED = re.compile(r"\(?\d{1,5}\)?\s(?:comments?|replies|likes|views|responses)\b", re.IGNORECASE)
STOPS = frozenset(".!?")
CLOSERS = "\"'”’»)] "


def furniture(text: str, blocks: Sequence[Paragraph]) -> frozenset[int]:
    """The indexes of the paragraphs that are furniture as a whole."""
    marked = set[int]()
    count = len(blocks)
    is_ascii = text.isascii()
    for index, block in enumerate(blocks):
        at_end = index < HEAD or index >= count - TAIL
        if block.end - block.start > (LONGEST_LINE if at_end else LONGEST_INNER_LINE):
            if not is_ascii and _is_foreign(text[block.start : block.start + LONGEST_NOTE]):
                marked.add(index)
            continue
        line = text[block.start : block.end]
        if _is_furniture(line, top=index < TOP_LINES, first=index == 0):
            marked.add(index)
    return frozenset(marked | surrounded(text, blocks, frozenset(marked)))


@lru_cache(maxsize=1 << 12)
def _is_furniture(line: str, *, top: bool, first: bool) -> bool:
    """Whether a line is furniture by itself; the pages of one site share theirs."""
    if opens_with_cue(line, 0, len(line)) or _is_foreign(line):
        return True
    if line[0] in "{<[!" and TEMPLATE.fullmatch(line):
        return True
    if len(line) <= LONGEST_RULE and not any(map(str.isalnum, line)):
        return True  # "* * *"
    lower = line.lower()
    is_open = line.rstrip(CLOSERS)[-1:] not in STOPS or lower.endswith(("a.m.", "p.m."))
    if (is_open or len(line) <= LONGEST_NOTE) and is_buttons(lower):
        return True
    if is_open and (
        is_label(line, lower)
        or is_bar(line)
        or is_byline(line, lower, first=first)
        or COUNTED.match(line)
    ):
        return FIGURE.search(lower) is None
    if _says_so(lower, is_open=is_open):
        return FIGURE.search(lower) is None
    if not is_open and len(line) > LONGEST_NOTE:
        return False
    return is_date_line(line, top=top and is_open) and FIGURE.search(lower) is None


def _says_so(lower: str, *, is_open: bool) -> bool:
    """Whether a line holds wording of a notice, some of which counts only without a full stop."""
    words = lower.split()
    return _has_phrase(lower, words, phrases()) or (
        is_open and _has_phrase(lower, words, open_phrases())
    )


def _has_phrase(lower: str, words: list[str], entries: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether an entry stands in the line, whole: "sign in" does not stand in "design inside"."""
    if entries.keys().isdisjoint(words):
        return False
    for word in words:
        for entry in entries.get(word, ()):
            at = lower.find(entry)
            end = at + len(entry)
            if at >= 0 and not (lower[at - 1 : at].isalnum() or lower[end : end + 1].isalnum()):
                return True
    return False


def _is_western(line: str) -> bool:
    """Whether a line has Western letters and newspaper marks only; quick, and right for most."""
    try:
        line.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _is_foreign(line: str) -> bool:
    """Whether a line is written in another script: fewer than a fifth of its letters are Latin."""
    if line.isascii() or _is_western(line):
        return False
    letters = [char for char in line if char.isalpha()]
    latin = sum(char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in letters)
    return bool(letters) and latin < LATIN_SHARE * len(letters)
