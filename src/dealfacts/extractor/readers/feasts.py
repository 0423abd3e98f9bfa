"""Reads feasts that stand on one day of the calendar: Boxing Day, New Year's Eve 2022.

"Christmas" alone is its month where something is due by then ("before Christmas"). Refuses feasts
that move (Easter, Thanksgiving) or differ by country, and a feast that only names a thing: "Boxing
Day sales".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.date_forms import Phrase, Placed, Unit, Year, is_open
from dealfacts.lexicon.dates import dates
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.readers.survey import Survey

# Behind a feast: a year, and else the word that it may stand before as a mere name.
BEHIND = re.compile(
    r"(?P<year>,?[ ](?:of[ ])?(?P<number>(?:19|20)[0-9]{2})(?![0-9]))|[ ](?P<last>last[ ]year)\b"
    r"|[ -](?P<word>[a-z]+)"
)
# "By Christmas", and no "Christmas Eve" or "Christmas Island" behind it
DUE, DUE_REACH = re.compile(r"\b(?:by|before|until|till)[ ]$"), 8
FURTHER = re.compile(r"[ ][A-Z]|['-]")


@cache
def _openers() -> frozenset[str]:
    return frozenset(name.partition(" ")[0].partition("'")[0] for name in dates().feast)


def feasts(survey: Survey) -> Iterator[Placed]:
    """Every feast of a text, in the order of the lexicon and ascending for each."""
    if _openers().isdisjoint(survey.words):
        return
    text = survey.text
    straight = text.replace("’", "'")
    deadlines = dates().feast_deadline
    for name, day in (*dates().feast.items(), *deadlines.items()):
        at = straight.find(name)
        while at >= 0:
            end = at + len(name)
            behind = BEHIND.match(text, end)
            past = straight.find(name, end)
            whole = not (text[at - 1 : at].isalpha() or text[end : end + 1].isalnum())
            word = behind["word"] if behind else None
            whole = whole and (name not in deadlines or _is_due(straight, at, end))
            if whole and (word is None or word not in dates().named_by_feast.words):
                shift = -1 if behind and behind["last"] else None
                number = int(behind["number"]) if behind and behind["year"] else None
                end = behind.end() if behind and (number or shift) else end
                yield Placed(at, end, _phrase(text[at:end], day, number, shift))
            at = past


def _is_due(text: str, at: int, end: int) -> bool:
    """Whether something is due by the bare feast at text[at:end]."""
    is_due = DUE.search(text, max(0, at - DUE_REACH), at) is not None
    return is_due and FURTHER.match(text, end) is None


@lru_cache(maxsize=512)
def _phrase(words: str, day: str, number: int | None, shift: int | None) -> Phrase:
    """The phrase of a feast; one for the same words, as phrases are equal only to themselves."""
    month, *number_of_day = map(int, day.split("-"))
    year = Year(number, shift or 0) if number or shift else None
    grain = Grain.DAY if number_of_day else Grain.MONTH
    form = Unit(grain, year, month, next(iter(number_of_day), 0))
    return Phrase(form, words, 0, len(words), "", is_open(form))
