"""Lines that say who wrote an article and when it came out.

Refuses lines that end as a sentence does, and dates with more than a few words around them.
"""

from __future__ import annotations

import re

from dealfacts.lexicon.boilerplate import dating_words
from dealfacts.lexicon.boilerplate import furniture as lexicon
from dealfacts.loader.bars import DIGIT, SEPARATOR
from dealfacts.loader.full_dates import full_dates

LONGEST = 140
BYLINE_WORDS = 14
DESK_WORDS = 5
DATE_WORDS = 3
CLOCK_WORDS = 2
# Such as "5:23 PM", "14:11:41", "07-12 16:30", "9.45 am"
CLOCK = re.compile(
    r"\b(?:\d\d-\d\d\s)?\d{1,2}(?::\d\d(?::\d\d)?\b|\.\d\d(?=\s?[ap]\.?m))", re.IGNORECASE
)
WORD = re.compile(r"[^\W_](?:[\w.&'’-]{0,40}\w)?")
# What opens a byline without a name: "By our correspondent".
ARTICLES = frozenset({"our", "a", "an", "admin", "staff"})


def is_byline(line: str, lower: str, *, first: bool) -> bool:
    """A byline: "By Jane Example, City reporter", "Web Desk", "Posted by our markets desk".

    The first line of a page is no desk: "Acme Cuts Staff" is a title.
    """
    if len(line) > LONGEST:
        return False
    lists = lexicon()
    if lower.startswith(lists.byline):
        for cue in lists.byline:
            if lower.startswith(cue) and not lower[len(cue) : len(cue) + 1].isalnum():
                rest = WORD.search(line, len(cue))
                return (
                    rest is not None
                    and (rest.group()[0].isupper() or rest.group().lower() in ARTICLES)
                    and len(line.split()) <= BYLINE_WORDS
                )
    words = line.split()
    return (
        not first
        and len(words) <= DESK_WORDS
        and words[-1].lower() in lists.desk
        and all(word[0].isupper() for word in words)
    )


def is_date_line(line: str, *, top: bool) -> bool:
    """A line that gives a date or a time and little besides: "Oct 11, 2023 / 07:41 PM IST".

    Near the top a few words may stand beside it: "Example News | July 9, 2019 | Business".
    """
    if len(line) > LONGEST or DIGIT.search(line) is None:
        return False
    dates = full_dates(line, 0, len(line))
    if not dates and CLOCK.search(line) is None:
        return False
    left = line
    for found in reversed(dates):
        left = f"{left[: found.start]} {left[found.end :]}"
    usual = dating_words()
    words = [
        word
        for word in WORD.findall(CLOCK.sub(" ", left).lower())
        if not (word in usual or word.isdigit())
    ]
    if not words:
        return True
    if not top:
        return False
    if not dates:
        return len(words) <= CLOCK_WORDS
    cells = [cell for cell in SEPARATOR.split(line) if cell]
    return len(words) <= DATE_WORDS or (len(cells) > 1 and len(words) <= BYLINE_WORDS)
