"""Words in quotation marks whose speaker the text names.

Leaves alone: scare quotes, names in quotation marks, and quotations of nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.lexicon.speech import speech
from dealfacts.model.values import Quote
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("quote",)

SCORE = 80
FEWEST_WORDS = 4
# How many tokens behind a quotation its verb and speaker stand.
REACH = 14


def _speaker_behind(context: Context, offset: int) -> str | None:
    """The first name behind a quotation that has a verb of saying beside it."""
    row, words = context.scene.row, context.scene.row.words
    first = row.at(offset)
    window = range(first, min(first + REACH, len(words)))
    if not any(words[at] in speech().say for at in window):
        return None
    names = [named.name for named in context.names if named.place in window]
    return names[0] if names else None


def _speaker_before(context: Context, offset: int) -> str | None:
    """The person, else the first organisation, before a quotation with a verb of saying."""
    row, words = context.scene.row, context.scene.row.words
    last = row.at(offset)
    if not any(word in speech().say for word in words[max(last - 2 * REACH, 0) : last]):
        return None
    people = [named.name for named in context.people if named.place < last]
    if people:
        return people[-1]
    first = context.organisations[0] if context.organisations else None
    return first.name if first is not None and first.place < last else None


def _speaker(context: Context, start: int, end: int) -> str | None:
    sentence = context.scene.sentence
    if end < sentence.end:
        behind = _speaker_behind(context, end + 1)
        if behind is not None:
            return behind
    else:
        for later in context.following:
            if later.scene.sentence.start <= end < later.scene.sentence.end:
                behind = _speaker_behind(later, end + 1)
                if behind is not None:
                    return behind
    return _speaker_before(context, start)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every quotation that begins in this sentence and has a speaker."""
    text = context.scene.article.text
    sentence = context.scene.sentence
    for start, end in context.story.reading.quotations:
        if not sentence.start <= start < sentence.end:
            continue
        if len(text[start:end].split()) < FEWEST_WORDS:
            continue
        speaker = _speaker(context, start, end) or _speaker_carried(context, start)
        if speaker is None:
            continue
        yield Draft(
            attribute="quote",
            subject=speaker,
            start=start,
            end=end,
            value=Quote(speaker=speaker, text=text[start:end]),
            score=SCORE,
            reasons=(f"said by {speaker}",),
            modality=Modality.REPORTED,
            speaker=speaker,
            is_exclusive=False,
        )


def _speaker_carried(context: Context, start: int) -> str | None:
    """The speaker of the quotation before this one, if no paragraph ends in between."""
    text = context.scene.article.text
    earlier = [span for span in context.story.reading.quotations if span[1] < start]
    if not earlier or "\n\n" in text[earlier[-1][1] : start] or context.previous is None:
        return None
    begin, end = earlier[-1]
    behind = context.previous.scene.sentence
    if not behind.start <= begin < behind.end:
        return None
    return _speaker(context.previous, begin, end)
