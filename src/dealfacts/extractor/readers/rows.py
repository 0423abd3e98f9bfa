"""Rows of a run: its words between the roles, honorifics and weekdays that part names.

"Acme chief executive Mr. Doe" has the rows "Acme" and "Doe". Refuses to look at what the words of
a row are to each other, which shapes.py does.
"""

from __future__ import annotations

from typing import NamedTuple

from dealfacts.extractor.readers.runs import Word
from dealfacts.lexicon import name_words as words

MISTER = words.HONORIFIC | words.RANK
ROW_ENDS = MISTER | words.DAY


class Row(NamedTuple):
    """Words of a run that nothing parts, whether they open a sentence, and a "Mr" before them."""

    words: tuple[Word, ...]
    opens: bool
    honorific: bool


def rows(
    every: tuple[Word, ...],
    lead: str | None,
    roles: tuple[tuple[int, int], ...],
    *,
    opens: bool,
) -> list[Row]:
    """The rows of the words `every` of a run, ascending.

    `lead` and `roles` are as in shapes.shapes; a run with neither, and without a word of ROW_ENDS,
    is one row.
    """
    honorific = False
    found: list[Row] = []
    row: list[Word] = []
    for place, each in enumerate(every):
        word = each
        if place == 0 and lead != "":
            if lead is None:
                opens = False
                continue
            whole = lead + each.text
            word = Word(each.start - len(lead), each.end, whole, words.flags(whole))
        flag = word.flags
        breaks = bool(roles) and any(a < word.end and word.start < b for a, b in roles)
        titled = False
        if flag & MISTER and not breaks:
            following = every[place + 1].text if place + 1 < len(every) else ""
            titled = _is_honorific(word.text, flag, following)
        if breaks or titled or flag & words.DAY:
            if row:
                found.append(Row(tuple(row), opens, honorific))
                row = []
            opens, honorific = False, titled
            continue
        row.append(word)
    if row:
        found.append(Row(tuple(row), opens, honorific))
    return found


def _is_honorific(word: str, flag: int, following: str) -> bool:
    """Whether "Mr.", "Lord", "General" speaks of the person behind it."""
    if not following:
        return False
    if word[-1] == "." or (flag & words.HONORIFIC and not flag & words.COMMON):
        return True
    other = words.flags(following)
    if flag & words.RANK and not flag & words.HONORIFIC:
        return bool(other & words.GIVEN and not other & words.COMMON)
    return not other & (words.ORGANISATION | words.LEGAL) and bool(
        other & (words.GIVEN | words.SURNAME) or not other & words.COMMON
    )
