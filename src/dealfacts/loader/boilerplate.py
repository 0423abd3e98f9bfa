"""Tells page furniture (links, share bars, bylines, notices, labels) from the article.

A line is judged by general signs and by wording that page templates share; `surroundings.py` adds
what only the neighbours show. Refuses names of outlets or people, and leaves captions, bullets,
pull quotes, info boxes and datelines to the article: in doubt a line is content.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon.boilerplate import KEY_LENGTH, open_openings, openings
from dealfacts.lexicon.boilerplate import furniture as lexicon
from dealfacts.loader.full_dates import full_dates
from dealfacts.loader.surroundings import surrounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.loader.paragraphs import Paragraph

# Longer paragraphs are prose; only the cue that opens them is looked at.
LONGEST_LINE = 260
LONGEST_BYLINE = 140
LONGEST_PHRASE_LINE = 130
# Paragraphs at either end of a page in which longer lines are searched for phrases too.
HEAD = 4
TAIL = 8
BAR_PART_WORDS = 4
LABEL_WORDS = 6
OPEN_WORDS = 12
BYLINE_WORDS = 14
DESK_WORDS = 5
CREDIT_WORDS = 4
NOTE_WORDS = 8
DATE_WORDS = 3
TOP_LINES = 8
LATIN_SHARE = 0.2
# " | ", " · ", " » ", " > ", " / ", two blanks or more: what parts the cells of a bar.
SEPARATOR = re.compile(r"\s+[|·»›>•/]\s*|\s*[|»›]\s+|\s{2,}|\t+")
FIGURE = re.compile(
    r"[$€£¥₹%]\s?\d|\d\s?%|\d[\d.,]*\s?(?:per\scent|percent|million|billion|crore|bn|mn)\b"
)
TEMPLATE = re.compile(r"(?:\{\{|\{%|<!--|\[\[|<%).{0,200}(?:\}\}|%\}|-->|\]\]|%>)", re.DOTALL)
# "3 Comments", "32 comments: ...", "(5) comments"
COUNTED = re.compile(
    r"\(?\d{1,5}\)?\s(?:comments?|replies|shares|likes|views|responses)\b", re.IGNORECASE
)
# "More Corporate News", "More stories"
MORE_NEWS = re.compile(
    r"more\s(?:\w{1,20}\s){0,2}(?:news|stories|headlines|coverage|articles|videos)\b", re.IGNORECASE
)
# "5:23 PM", "14:11:41", "07-12 16:30"
CLOCK = re.compile(
    r"\b(?:\d\d-\d\d\s)?\d{1,2}(?::\d\d(?::\d\d)?\b|\.\d\d(?=\s?[ap]\.?m))", re.IGNORECASE
)
WORD = re.compile(r"[^\W_](?:[\w.&'’-]{0,40}\w)?")
ARTICLES = frozenset({"our", "a", "an", "admin", "staff"})
STOPS = frozenset(".!?")
CLOSERS = "\"'”’»)] "
LEAD = "\"'“‘([•-–—*>|👉➡⬇️🔗 \t\xa0"


def furniture(text: str, blocks: Sequence[Paragraph]) -> frozenset[int]:
    """The indexes of the paragraphs that are furniture as a whole."""
    marked = set[int]()
    count = len(blocks)
    for index, block in enumerate(blocks):
        size = block.end - block.start
        if size > LONGEST_LINE:
            continue
        near_end = index < HEAD or index >= count - TAIL
        line = text[block.start : block.end]
        if _is_furniture(line, near_end=near_end, top=index < TOP_LINES, first=index == 0):
            marked.add(index)
    return frozenset(marked | surrounded(text, blocks, frozenset(marked)))


def opens_with_cue(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` opens with the wording of a link, a notice or a call to act."""
    cues = openings()
    key = text[start : start + KEY_LENGTH].lower()
    if key in cues:
        return _opens(text[start : min(end, start + 60)].lower(), cues)
    if text[start] in LEAD:
        opening = text[start : min(end, start + 60)].lstrip(LEAD).lower()
        return _opens(opening, cues)
    return False


def _opens(opening: str, cues: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether one of `cues` opens the words, whole: "share on" does not open "share once"."""
    for cue in cues.get(opening[:KEY_LENGTH], ()):
        if opening.startswith(cue):
            after = opening[len(cue) : len(cue) + 1]
            if not after.isalnum() or not cue[-1].isalnum():
                return True
    return False


def _is_furniture(line: str, *, near_end: bool, top: bool, first: bool) -> bool:
    if opens_with_cue(line, 0, len(line)) or _is_foreign(line) or TEMPLATE.fullmatch(line):
        return True
    if line.startswith(("{{", "{%", "<!--")) and line.endswith(("}}", "%}", "-->")):
        return True
    if COUNTED.match(line):
        return True
    lower = line.lower()
    has_figure = FIGURE.search(lower) is not None
    stopped = _is_stopped(line, lower)
    if not has_figure:
        if near_end or len(line) <= LONGEST_PHRASE_LINE:
            lists = lexicon()
            if _has_phrase(lower, lists.phrase):
                return True
            if not stopped and _has_phrase(lower, lists.phrase_open):
                return True
        if not stopped and (_is_label(line, lower) or _is_bar(line, lower)):
            return True
        if not stopped and _is_byline(line, lower, first=first):
            return True
    return _is_date_line(line, lower, top=top)


def _is_stopped(line: str, lower: str) -> bool:
    """Whether a line ends as a sentence does; "11:37 a.m." does not."""
    return line.rstrip(CLOSERS)[-1:] in STOPS and not lower.endswith(("a.m.", "p.m."))


def _has_phrase(lower: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of `phrases` stands in the words, whole: "sign in" not in "design inside"."""
    for phrase in phrases:
        at = lower.find(phrase)
        if at >= 0:
            around = lower[at - 1 : at] + lower[at + len(phrase) : at + len(phrase) + 1]
            if not any(map(str.isalnum, around)):
                return True
    return False


def _is_foreign(line: str) -> bool:
    """Whether a line is written in another script: fewer than a fifth of its letters are Latin."""
    if line.isascii():
        return False
    letters = [char for char in line if char.isalpha()]
    latin = sum(char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in letters)
    return bool(letters) and latin < LATIN_SHARE * len(letters)


def _is_label(line: str, lower: str) -> bool:
    """A section label, a credit, a bracketed note, a call in a few words."""
    lists = lexicon()
    words = lower.replace("|", " ").replace(":", " ").replace("/", " ").replace(">", " ").split()
    count = len(words)
    if count <= LABEL_WORDS and all(word in lists.section for word in words):
        return True
    if count <= CREDIT_WORDS and words[-1] in lists.credit:
        return True
    if (
        count <= NOTE_WORDS
        and line[0] in "[("
        and line[-1] in ")]"
        and not any(map(str.isdigit, line))
    ):
        return True
    return count <= OPEN_WORDS and (
        _opens(lower, open_openings()) or MORE_NEWS.match(lower) is not None
    )


def _is_bar(line: str, lower: str) -> bool:
    """A row of buttons or links: short cells between separators, or button words only."""
    lists = lexicon()
    words = WORD.findall(lower)
    if words and all(word in lists.button or word.isdigit() for word in words):
        return True
    cells = [cell for cell in SEPARATOR.split(line) if cell]
    if len(cells) < 2 or _is_credit(cells[-1].lower()):  # noqa: PLR2004
        return False
    if any(_is_link(cell.strip(LEAD).lower()) for cell in cells):
        return True
    return "|" in line and all(_is_cell(cell) for cell in cells)


def _is_link(cell: str) -> bool:
    lists = lexicon()
    words = cell.rstrip(":").split()
    if _opens(cell, openings()) or _opens(cell, open_openings()):
        return True
    if not words or len(words) > BAR_PART_WORDS:
        return False
    is_button = all(word in lists.button for word in words) and not words[0].isdigit()
    return is_button or cell in lists.section


def _is_credit(cell: str) -> bool:
    """Whether a last cell names a photographer: what stands before it is a caption."""
    words = cell.replace(":", " ").split()
    return any(word in lexicon().credit for word in words[:2])


def _is_cell(cell: str) -> bool:
    return len(cell.split()) <= BAR_PART_WORDS and not any(map(str.isdigit, cell))


def _is_byline(line: str, lower: str, *, first: bool) -> bool:
    """A byline: "By Jane Example, City reporter", "Web Desk", "Posted by our markets desk"."""
    if len(line) > LONGEST_BYLINE:
        return False
    lists = lexicon()
    words = WORD.findall(line)
    if len(words) > BYLINE_WORDS or not words:
        return False
    for cue in lists.byline:
        if lower.startswith(cue) and not lower[len(cue) : len(cue) + 1].isalnum():
            rest = WORD.search(line, len(cue))
            return rest is not None and (
                rest.group()[0].isupper() or rest.group().lower() in ARTICLES
            )
    if first or len(words) > DESK_WORDS or not words[0][0].isupper():
        return False
    return words[-1].lower() in lists.desk and all(word[0].isupper() for word in words)


def _is_date_line(line: str, lower: str, *, top: bool) -> bool:
    """A line that gives a date or a time and little besides: "Oct 11, 2023 / 07:41 PM IST"."""
    if len(line) > LONGEST_BYLINE or not any(map(str.isdigit, line)):
        return False
    dates = full_dates(line, 0, len(line))
    clock = CLOCK.search(line)
    if not dates and clock is None:
        return False
    lists = lexicon()
    rest = list(line)
    for found in dates:
        rest[found.start : found.end] = " " * (found.end - found.start)
    left = CLOCK.sub(" ", "".join(rest))
    if not dates and clock is not None and left == line:
        return False
    words = [
        word
        for word in WORD.findall(left)
        if word.lower() not in lists.clock
        and word.lower() not in lists.published
        and word.lower() not in lists.updated
        and not word.isdigit()
    ]
    if not words:
        return True
    if not top or _is_stopped(line, lower) or FIGURE.search(lower):
        return False
    if not dates:
        return len(words) < DATE_WORDS
    cells = [cell for cell in SEPARATOR.split(line) if cell]
    return len(words) <= DATE_WORDS or (len(cells) > 1 and len(words) <= BYLINE_WORDS)
