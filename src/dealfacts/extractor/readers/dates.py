"""Reads dates: days, months, quarters, years, weekdays, spans and words near to now.

`read` finds them in a whole text. A relative date is resolved only against the publication of its
own article; without one it stays unresolved and its words speak for it. Refuses the clock, times of
day, feasts that move and durations ("a two-year plan"). Prepositions are no part of a date, except
where they make it one ("within six months", "in two years").
"""

from __future__ import annotations

from datetime import date  # noqa: TC003  lru_cache and callers hash it at run time
from functools import lru_cache
from operator import itemgetter

from dealfacts.extractor.mention import Mention
from dealfacts.extractor.readers.date_bases import based
from dealfacts.extractor.readers.date_forms import Phrase, Placed
from dealfacts.extractor.readers.date_grammar import phrases
from dealfacts.extractor.readers.date_support import direction, stands
from dealfacts.extractor.readers.date_words import runs
from dealfacts.extractor.readers.feasts import feasts
from dealfacts.extractor.readers.relative import Base, resolve
from dealfacts.extractor.readers.survey import Survey
from dealfacts.model.values import PartialDate


def read(
    text: str, published: date | None, *, opens: int = 1, survey: Survey | None = None
) -> list[Mention[PartialDate]]:
    """Every date of a text, ascending, with code point offsets into it.

    `published` is the day on which the article appeared, the only base of relative dates; `opens`
    the month in which the fiscal years of the text begin; `survey` is that of the text, where the
    caller has it for other readers too.
    """
    found: list[Mention[PartialDate]] = []
    for start, end, phrase in _phrases(text, survey or Survey(text)):
        way = direction(text, start, end) if published and phrase.open else 0
        value = _value(phrase, Base(published, way, opens))
        if value is not None:
            found.append(Mention(start, end, value))
    return found if published else based(text, found)


def _phrases(text: str, survey: Survey) -> list[Placed]:
    """Every date phrase with its place, ascending; the year of a feast is not read once more."""
    found = list(feasts(survey))
    for at, run in runs(survey):
        for phrase in phrases(run):
            start, end = at + phrase.start, at + phrase.end
            if stands(text, start, end, phrase.doubt):
                found.append(Placed(start, end, phrase))
    found.sort(key=itemgetter(0))
    kept: list[Placed] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


@lru_cache(maxsize=8192)
def _value(phrase: Phrase, base: Base) -> PartialDate | None:
    """The value of a phrase; None where the calendar has no such day (February 30)."""
    resolved = resolve(phrase.form, base)
    if resolved is None:
        return None
    when = resolved.when
    return PartialDate(
        text=phrase.words,
        edtf=resolved.edtf,
        earliest=when and when.earliest,
        latest=when and when.latest,
        grain=resolved.grain,
        anchor=resolved.anchor,
    )
