"""Lines that are labels, rows of buttons or links, or calls to act.

Judges a line by itself, in its own case and in lower case. Refuses sentences: the caller hands in
lines that do not end as one does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon.boilerplate import KEY_LENGTH, open_openings, openings
from dealfacts.lexicon.boilerplate import furniture as lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

CUE_WINDOW = 60
CELL_WORDS = 4
LONGEST_LABEL = 110
LABEL_WORDS = 6
OPEN_WORDS = 12
CREDIT_WORDS = 4
NOTE_WORDS = 8
LONGEST_BUTTONS = 160
# " | ", " · ", " » ", " > ", " / ", two blanks or more: what parts the cells of a bar.
SEPARATOR = re.compile(r"\s{1,9}[|·»›>•/]\s{0,9}|\s{0,9}[|»›]\s{1,9}|\s{2,9}|\t")
SEPARATES = ("|", "  ", " / ", " > ", "»", "›", "·", "•", "\t", "\xa0")
# "more corporate news", "more stories"
MORE_NEWS = re.compile(
    r"more\s(?:\w{1,20}\s){0,2}(?:news|stories|headlines|coverage|articles|videos)\b"
)
DIGIT = re.compile(r"\d")
# What may stand before a cue. No quotation mark: “Stay tuned,” somebody said.
LEAD = "©'‘([•-–—*>|👉➡⬇️🔗 \t\xa0"
# Stands for the sign in plain type; at the start of a sentence it is the third of a list.
RIGHTS = "(c)"
SPACED = str.maketrans("|:/>»", "     ")


def opens_with_cue(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` opens with the wording of a link, a notice or a call to act."""
    cues = openings()
    if text[start : start + KEY_LENGTH].lower() in cues:
        return opens(text[start : min(end, start + CUE_WINDOW)].lower(), cues)
    if text[start] in LEAD:
        if text[start] == "©":
            return True
        opening = text[start : min(end, start + CUE_WINDOW)].lstrip(LEAD).lower()
        return opens(opening, cues)
    return False


def opens(opening: str, cues: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether one of `cues` opens the words, whole: "share on" does not open "share once"."""
    for cue in cues.get(opening[:KEY_LENGTH], ()):
        if opening.startswith(cue):
            after = opening[len(cue) : len(cue) + 1]
            if not (after.isalnum() or after == "-") or not cue[-1].isalnum():
                return True
    return False


def is_label(line: str, lower: str) -> bool:
    """A section label, a credit, a bracketed note, a call in a few words."""
    if len(line) > LONGEST_LABEL:
        return False
    words = lower.translate(SPACED).split()
    count = len(words)
    if count > OPEN_WORDS or not count:
        return False
    lists = lexicon()
    if count <= LABEL_WORDS and all(word in lists.section for word in words):
        return True
    if count <= CREDIT_WORDS and words[-1] in lists.credit:
        return True
    if line[0] in "[(" and line[-1] in ")]":
        return count <= NOTE_WORDS and DIGIT.search(line) is None
    return words[0] == RIGHTS or opens(lower, open_openings()) or MORE_NEWS.match(lower) is not None


def is_bar(line: str) -> bool:
    """A row of links: short cells between separators, one of them a button, a label or a cue."""
    if not any(mark in line for mark in SEPARATES):
        return False
    cells = [cell for cell in SEPARATOR.split(line) if cell]
    if len(cells) < 2 or _is_credit(cells[-1].lower()):  # noqa: PLR2004
        return False
    if any(_is_link(cell.strip(LEAD).lower()) for cell in cells):
        return True
    return "|" in line and all(_is_cell(cell) for cell in cells)


def is_buttons(lower: str) -> bool:
    """Whether a line holds nothing but button words and counts."""
    if len(lower) > LONGEST_BUTTONS:
        return False
    button = lexicon().button
    seen = False
    for word in lower.split():
        bare = word.strip(".,:;|·•/()[]+…!")
        if bare in button:
            seen = True
        elif bare and not bare.isdigit():
            return False
    return seen


def _is_link(cell: str) -> bool:
    if opens(cell, openings()) or opens(cell, open_openings()):
        return True
    words = cell.rstrip(":").split()
    if not words or len(words) > CELL_WORDS or words[0].isdigit():
        return False
    lists = lexicon()
    return cell in lists.section or all(word in lists.button for word in words)


def _is_credit(cell: str) -> bool:
    """Whether a last cell names a photographer: what stands before it is a caption."""
    words = cell.replace(":", " ").split()
    return any(word in lexicon().credit for word in words[:2])


def _is_cell(cell: str) -> bool:
    return len(cell.split()) <= CELL_WORDS and DIGIT.search(cell) is None
