"""Whom "he", "she" and "it" mean beside a quotation: who spoke or was named last.

Refuses to look far back, and answers None where nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon.speech import speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.placed import Named

HE, IT = frozenset({"he", "she"}), frozenset({"it", "they"})
# How many sentences back a pronoun may point.
BACK = 8
# How many names of a sentence are looked at.
MENTIONS = 12


class Attribution(NamedTuple):
    """That somebody speaks; `name` None where the text does not name them."""

    name: str | None


def he(context: Context, first: int, said: Sequence[Attribution | None]) -> Attribution | None:
    """Whom "he" or "the chairman" means: the speaker or the first person named last."""
    for back in _back(context):
        if back is not context:
            last = _last_said(back, said)
            firms = {each.name for each in back.organisations}
            if last is not None and last.name is not None and last.name not in firms:
                return last
        named = _first(back, back.people)
        if named is not None and (back is not context or named.place < first):
            return Attribution(named.name)
    return None


def it(context: Context, said: Sequence[Attribution | None]) -> Attribution | None:
    """Whom "it" means: who spoke last, who wrote the letter, else the first firm named before."""
    for back in _back(context)[1:]:
        last = _last_said(back, said)
        if last is not None and last.name is not None:
            return last
        written = not speech().documents.isdisjoint(back.words)
        named = _first(back, back.people if written and back.people else back.organisations)
        if named is not None:
            return Attribution(named.name)
    return None


def _back(context: Context) -> list[Context]:
    """This sentence and the few before it, backwards."""
    number = context.scene.number
    return list(context.story.contexts[max(number - BACK, 0) : number + 1][::-1])


def _last_said(context: Context, said: Sequence[Attribution | None]) -> Attribution | None:
    """The speaker of the last settled quotation that begins in a sentence."""
    sentence = context.scene.sentence
    quotations = context.story.reading.quotations
    number = min(bisect_left(quotations, (sentence.end, 0)), len(said)) - 1
    if number < 0 or quotations[number][0] < sentence.start:
        return None
    return said[number]


def _first(context: Context, names: Sequence[Named]) -> Named | None:
    """The first of some names that stands outside of quotation marks."""
    return next((each for each in names[:MENTIONS] if not is_quoted(context, each.place)), None)


def is_quoted(context: Context, place: int) -> bool:
    """Whether a row place stands within quotation marks."""
    offset = context.scene.row.starts[place]
    quotations = context.story.reading.quotations
    number = bisect_right(quotations, offset, key=itemgetter(0)) - 1
    return number >= 0 and offset < quotations[number][1]
