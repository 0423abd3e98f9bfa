"""From the meanings of a date to drafts: what all kinds that are about dates share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.draft import Draft
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.vocabulary import Grain, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import Mention
    from dealfacts.extractor.readings import Reading
    from dealfacts.model.values import PartialDate

# How far before the words that type a date their subject, or a word of the future, may stand.
SUBJECT_REACH, FUTURE_REACH = 9, 5
STOPS = frozenset(",;:—–•(")


class Dated(NamedTuple):
    """A date, its row place, and the meaning that its words give it."""

    mention: Mention[PartialDate]
    place: int
    meaning: Reading

    def draft(self, subject: str, *, modality: Modality = Modality.ACTUAL) -> Draft:
        """The draft for this date."""
        return Draft(
            attribute=self.meaning.block.attribute,
            subject=subject,
            start=self.mention.start,
            end=self.mention.end,
            value=self.mention.value,
            score=self.meaning.score,
            reasons=(f"the words read as: {self.meaning.pattern}",),
            hedge=self.mention.hedge,
            modality=modality,
        )


def with_other(context: Context, place: int, mention: Mention[PartialDate]) -> Mention[PartialDate]:
    """The mention together with the one that "or" joins to it: "in late 2024 or early 2025"."""
    words = context.words
    if words[place + 1 : place + 2] != ("or",):
        return mention
    other = next((second for at, second in context.dates if at in {place + 2, place + 3}), None)
    first, last = mention.value, other.value if other else mention.value
    if other is None or first.earliest is None or last.latest is None:
        return mention
    if (
        last.earliest is None
        or not first.earliest < last.earliest
        or not (first.edtf and last.edtf)
    ):
        return mention
    value = first.model_copy(
        update={
            "text": context.scene.article.text[mention.start : other.end],
            "edtf": f"{first.edtf}/{last.edtf}",
            "latest": last.latest,
            "grain": Grain.SPAN,
        }
    )
    return mention._replace(end=other.end, value=value)


def dated(context: Context, *attributes: str) -> Iterator[Dated]:
    """Every date of the sentence with its strongest meaning among `attributes`."""
    for place, mention in context.dates:
        for meaning in context.date_meanings[place]:
            if meaning.block.attribute in attributes:
                yield Dated(mention, place, meaning)
                break


def event_words(context: Context, date: Dated) -> frozenset[str]:
    """The words of the event that a date is given, from its subject on, in its own clause."""
    words = context.words
    first = date.meaning.first
    while first > max(date.meaning.first - SUBJECT_REACH, 0) and words[first - 1] not in STOPS:
        first -= 1
    return frozenset(words[first : date.meaning.last + 1])


def is_to_come(context: Context, date: Dated) -> bool:
    """Whether the date itself, or the words before the event, put it after the article."""
    published = context.scene.article.published
    earliest, latest = date.mention.value.earliest, date.mention.value.latest
    if published is not None and earliest is not None and earliest > published:
        return True
    first = date.meaning.first
    words = context.words[max(first - FUTURE_REACH, 0) : first + 1]
    if kind_words("to_come").isdisjoint(words):
        return False
    return published is None or latest is None or latest >= published
