"""An article read once: every figure, date and name in its sentence, each in one place only.

Where two readers claim the same words the longer reading wins, then money before percent before
dates before counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dealfacts.extractor import quotations
from dealfacts.extractor.readers import counts, dates, money, names, percent
from dealfacts.extractor.readers.survey import Survey
from dealfacts.extractor.resolve import resolve
from dealfacts.extractor.tokens import (
    CONVERSION,
    COUNT,
    DATE,
    MONEY,
    ORGANISATION,
    PERCENT,
    PERSON,
    Slot,
    folded,
    row,
)
from dealfacts.lexicon.currencies import forms
from dealfacts.model.text import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.mention import Mention, Name, OrganisationName, PersonName, Title
    from dealfacts.extractor.resolve import Resolution
    from dealfacts.extractor.tokens import Row
    from dealfacts.model.text import Article, Sentence
    from dealfacts.model.values import Count, Money, Multiple, PartialDate, Percent

# "in a Series B round": the label of a round looks like a name
ROUND = re.compile(r"(?:Pre-)?Series[ -][A-Z]\d?\.?")
# A name in quotation marks is shorter than a quotation.
SHORT = 40
# Fewer tokens make a ticker, a caption or a stub; such sentences have no rank.
FULL_SENTENCE, UNRANKED = 8, 1_000
T = TypeVar("T")

# Which of two readings of the same words counts.
RANK = {MONEY: 0, CONVERSION: 0, PERCENT: 1, DATE: 2, COUNT: 3, ORGANISATION: 4, PERSON: 5}


class Scene(NamedTuple):
    """One sentence with everything that was read in it; the tuples are ascending by offset.

    `number` counts the sentences of the article, `rank` those that carry the story: a title and
    full sentences count, market tickers, captions and stubs do not.
    """

    article: Article
    sentence: Sentence
    number: int
    rank: int
    row: Row
    money: tuple[Mention[Money], ...]
    percents: tuple[Mention[Percent], ...]
    dates: tuple[Mention[PartialDate], ...]
    counts: tuple[Mention[Count | Multiple], ...]
    organisations: tuple[OrganisationName, ...]
    people: tuple[PersonName, ...]
    titles: tuple[Title, ...]

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.article.text[self.sentence.start : self.sentence.end]

    def amount(
        self, place: int
    ) -> Mention[Money] | Mention[Percent] | Mention[Count | Multiple] | None:
        """The money, percent or count at a row place; None where another token stands."""
        word, number = self.row.words[place], self.row.index[place]
        if word == MONEY:
            return self.money[number]
        if word == PERCENT:
            return self.percents[number]
        return self.counts[number] if word == COUNT else None


@dataclass(frozen=True)
class Reading:
    """An article with its scenes in order and its names resolved."""

    article: Article
    scenes: tuple[Scene, ...]
    names: Resolution
    quotations: tuple[tuple[int, int], ...] = ()

    @cached_property
    def quoted_words(self) -> frozenset[str]:
        """The quotations that are short enough for a name, in lower case."""
        text = self.article.text
        return frozenset(text[a:b].lower() for a, b in self.quotations if b - a < SHORT)

    def long_form(self, mention: Name) -> str:
        """The long form of a name, or the name as printed where it stays ambiguous."""
        return self.names.long.get(mention.start) or mention.core


def _reach(mention: Mention[Money], text: str) -> int:
    """The end of a sum with its restatements and the bracket that closes it: "$5 (€4; £3)"."""
    if mention.restated is None:
        return max(mention.end, mention.hedge.end)
    last = mention.restated
    while last.restated is not None:
        last = last.restated
    end = last.end
    closed = text.find(")", end, end + 3)
    return closed + 1 if closed >= 0 else end


def _bracket(mention: Mention[Money], text: str) -> int:
    """Where the bracket with a restatement opens, if words stand before it: "$5 a share (€4)".

    -1 where the sum and its restatement are one.
    """
    if mention.restated is None:
        return -1
    end = max(mention.end, mention.hedge.end)
    at = max(
        text.rfind("(", end, mention.restated.start), text.rfind("[", end, mention.restated.start)
    )
    return at if at > end and text[end:at].strip() else -1


def _slots(
    text: str,
    sums: Sequence[Mention[Money]],
    shares: Sequence[Mention[Percent]],
    days: Sequence[Mention[PartialDate]],
    numbers: Sequence[Mention[Count | Multiple]],
    organisations: Sequence[OrganisationName],
    people: Sequence[PersonName],
) -> list[Slot]:
    """All mentions as slots, ascending, without overlap."""
    found: list[Slot] = []
    for i, m in enumerate(sums):
        bracket = _bracket(m, text)
        if bracket < 0:
            found.append(Slot(_start(m), _reach(m, text), MONEY, i))
        else:
            found.append(Slot(_start(m), max(m.end, m.hedge.end), MONEY, i))
            found.append(Slot(bracket, _reach(m, text), CONVERSION, i))
    for sign, mentions in ((PERCENT, shares), (DATE, days), (COUNT, numbers)):
        for i, other in enumerate(mentions):
            found.append(Slot(_start(other), max(other.end, other.hedge.end), sign, i))
    proper: tuple[tuple[str, Sequence[Name]], ...] = (
        (ORGANISATION, organisations),
        (PERSON, people),
    )
    for sign, named in proper:
        for i, name in enumerate(named):
            found.append(Slot(name.start, name.end, sign, i))
    found.sort(key=lambda s: (s.start, s.start - s.end, RANK[s.sign]))
    kept: list[Slot] = []
    for slot in found:
        if kept and slot.start < kept[-1].end:
            if _outranks(slot, kept[-1]):
                kept[-1] = slot
            continue
        kept.append(slot)
    return kept


def _outranks(slot: Slot, other: Slot) -> bool:
    """Whether a later, overlapping slot is the longer reading of the two."""
    return slot.end - slot.start > other.end - other.start


def _start(mention: Mention[object]) -> int:
    return min(mention.start, mention.hedge.start) if mention.hedge.start >= 0 else mention.start


def _opening(sums: Sequence[Mention[Money]]) -> int:
    """The month in which fiscal years begin where the article's money is; January if unknown."""
    known = forms().fiscal
    return next((known[sum_.value.currency] for sum_ in sums if sum_.value.currency in known), 1)


def _picked(mentions: Sequence[T], numbers: Sequence[int] | None) -> tuple[T, ...]:
    """The mentions with some numbers; most sentences have none of a kind."""
    return tuple([mentions[number] for number in numbers]) if numbers else ()


def read(article: Article) -> Reading:
    """Run every reader over the article and sort what they found into its sentences."""
    text = article.text
    sentences = [s for s in article.sentences if s.part is not Part.BOILERPLATE]
    survey = Survey(text)
    found = names.read(text, sentences, survey=survey)
    firms = [firm for firm in found.organisations if not ROUND.fullmatch(firm.core)]
    found = found._replace(organisations=firms)
    body = next((s.start for s in sentences if s.part is Part.BODY), 0)
    resolution = resolve(found, body)
    sums = money.read(text, home=article.currency, survey=survey)
    shares = percent.read(text, survey=survey)
    days = dates.read(text, article.published, opens=_opening(sums), survey=survey)
    numbers = counts.read(text, survey=survey)
    slots = _slots(text, sums, shares, days, numbers, found.organisations, found.people)
    scenes: list[Scene] = []
    low = folded(text)
    slot_at = title_at = 0
    rank = -1
    for number, sentence in enumerate(sentences):
        own: list[Slot] = []
        of: dict[str, list[int]] = {}
        while slot_at < len(slots) and slots[slot_at].start < sentence.end:
            slot = slots[slot_at]
            if slot.start >= sentence.start and slot.end <= sentence.end:
                # numbered within the sentence
                same = of.setdefault(slot.sign, [])
                own.append(Slot(slot.start, slot.end, slot.sign, len(same)))
                same.append(slot.number)
            slot_at += 1
        while title_at < len(found.titles) and found.titles[title_at].start < sentence.start:
            title_at += 1
        until = title_at
        while until < len(found.titles) and found.titles[until].end <= sentence.end:
            until += 1
        tokens = row(text, sentence.start, sentence.end, own, low)
        carries = sentence.part is Part.TITLE or len(tokens.words) >= FULL_SENTENCE
        rank += carries
        scenes.append(
            Scene(
                article=article,
                sentence=sentence,
                number=number,
                rank=rank if carries else UNRANKED,
                row=tokens,
                money=_picked(sums, of.get(MONEY)),
                percents=_picked(shares, of.get(PERCENT)),
                dates=_picked(days, of.get(DATE)),
                counts=_picked(numbers, of.get(COUNT)),
                organisations=_picked(found.organisations, of.get(ORGANISATION)),
                people=_picked(found.people, of.get(PERSON)),
                titles=tuple(found.titles[title_at:until]),
            )
        )
    return Reading(article, tuple(scenes), resolution, quotations.find(text))
