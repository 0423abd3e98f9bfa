"""When an article came out, as far as the page itself says so.

Reads lines around the article ("Updated Oct 11, 2023"), then datelines. Refuses a date from
running text, a partial date, the clock and file times: what is not printed stays unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon.boilerplate import furniture as lexicon
from dealfacts.loader.full_dates import FullDate, full_dates
from dealfacts.model.text import Part

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dealfacts.model.text import Sentence

# Lines at the top and at the foot of a page that may say when it came out.
TOP = 10
FOOT = 5
LONGEST_LINE = 200
CUE_WINDOW = 40
CUE_WORDS = 3
# Such as "SAN FRANCISCO, June 12, 2025 (Newswire) --", "Johannesburg, 29 Jul 2025", "MUMBAI, August
# 6, 2024:", "BASEL, Switzerland and CAMBRIDGE, Mass., April 28, 2025 /Example/ --"
PLACE = r"[^\W\d_a-z][\w.'’-]{0,20}"
DATELINE = re.compile(
    rf"{PLACE}(?:(?:/|,?[ ](?:and[ ]|&[ ]|/[ ])?(?:de[ ]|am[ ]|of[ ])?){PLACE}){{0,9}}"
)
BEHIND = re.compile(r"\s{0,2}(?:$|[(/:|–—-])")
DATELINE_REACH = 130


def publication_date(text: str, sentences: Sequence[Sentence]) -> date | None:
    """The day that the page gives as its own, or None.

    A line that says "published" wins over one that says "updated", and that over a bare date line.
    """
    top, foot = sentences[:TOP], sentences[max(TOP, len(sentences) - FOOT) :]
    lists = lexicon()
    cued: list[tuple[int, date]] = []
    bare: list[date] = []
    for sentence in (*top, *foot):
        if sentence.part is Part.TITLE or sentence.end - sentence.start > LONGEST_LINE:
            continue
        for found in full_dates(text, sentence.start, sentence.end):
            rank = _rank(text, sentence, found, lists.published, lists.updated)
            if rank is not None:
                cued.append((rank, found.day))
            elif sentence.part is Part.BOILERPLATE and sentence in top:
                bare.append(found.day)
    if cued:
        return min(cued, key=lambda item: item[0])[1]
    if bare:
        return bare[0]
    return _dateline(text, top)


def _rank(
    text: str,
    sentence: Sentence,
    found: FullDate,
    published: tuple[str, ...],
    updated: tuple[str, ...],
) -> int | None:
    """0 behind a word for "published", 1 behind one for "updated", else None."""
    if sentence.part is not Part.BOILERPLATE:
        return None
    before = text[max(sentence.start, found.start - CUE_WINDOW) : found.start].lower()
    clock = lexicon().clock
    words = [word for word in re.findall(r"[a-z]+", before) if word not in clock][-CUE_WORDS:]
    said = f" {' '.join(words)} "
    if any(f" {cue} " in said for cue in updated):
        return 1
    return 0 if any(f" {cue} " in said for cue in published) else None


def _dateline(text: str, top: Sequence[Sentence]) -> date | None:
    """The date of a dateline that opens a paragraph: a place, a full date, and a dash."""
    for sentence in top:
        if sentence.part is Part.BOILERPLATE:
            continue
        end = min(sentence.end, sentence.start + DATELINE_REACH)
        for found in full_dates(text, sentence.start, end)[:1]:
            place = text[sentence.start : found.start].rstrip(", (")
            behind = text[found.end : min(sentence.end, found.end + 3)]
            if DATELINE.fullmatch(place) and BEHIND.match(behind):
                return found.day
    return None
