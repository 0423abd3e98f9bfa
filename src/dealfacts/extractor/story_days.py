"""The day of a story whose deal is done: what its sides say on it is that they are through.

"Has wrapped up its purchase, saying Thursday that the deal is done", "left the stock market today,
the takeover having been completed". Refuses rounds, and purchases told by "has bought" alone: their
news is the deal itself.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dealfacts.extractor import stage_course, which_deal
from dealfacts.extractor.deal_told import tells_deal
from dealfacts.extractor.news_days import is_news_day
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import last_before
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.speech import speech
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.date_claims import Dated
    from dealfacts.extractor.mention import Mention
    from dealfacts.extractor.phrases import Told
    from dealfacts.extractor.story import Story
    from dealfacts.model.values import PartialDate

ANNOUNCED, CLOSED = "announcement_date", "closing_date"
# Where sides speak in public, and how deep in a story that is still of its news.
FORMAL = frozenset({"statement", "conference", "briefing", "announcement", "reporters"})
SPOKEN_DEPTH = 10
# A day so near before the article is that of its news.
NEWS = timedelta(days=10)
# What shares did on a day is no news of the deal; that they left the market is.
MOVES = frozenset({"shares", "share", "stock", "stocks", "market", "close", "closing", "closed"})
SPEAKERS = frozenset(
    {"company", "companies", "firm", "firms", "group", "two", "pair", "it", "they"}
)
CONFIRMED, BY_REACH, TOLD_REACH = frozenset({"confirmed", "announced", "sealed"}), 4, 20


def is_done(story: Story) -> bool:
    """Whether the first stage that an article tells is that its purchase is done.

    The headline tells it, or the body where the headline tells none.
    """
    if story.parties.by_funding:
        return False
    first = next(((at, stages[0]) for at, stages in story.stages.items()), None)
    return first is not None and _is_through(story.contexts[first[0]], first[1])


def _is_through(context: Context, each: Told) -> bool:
    inside = context.words[each.first : each.last + 1]
    is_round = not groups()["raise"].isdisjoint(inside) or not groups()["invest"].isdisjoint(inside)
    return each.term == "closed" and not is_round and not stage_course.has_bought(context, each)


def _is_news_itself(context: Context, each: Told) -> bool:
    """Whether what is told on the day is the deal: "said on Saturday that it had bought 9%"."""
    if each.term == "agreed":
        return not stage_course.is_told_again(context, each)
    return stage_course.has_bought(context, each)


def is_day_of_news(context: Context, mention: Mention[PartialDate]) -> bool:
    """Whether a date is a day right before the article, whose closing has no other day."""
    published, day = context.scene.article.published, mention.value.latest
    if mention.value.grain is not Grain.DAY or published is None or day is None:
        return False
    return timedelta(0) <= published - day <= NEWS and not context.story.has_closing_day


def has_closing_day(context: Context) -> bool:
    """Whether a sentence gives the closing of a deal a day by words of their own."""
    return any(
        each.block.attribute == CLOSED and mention.value.grain is Grain.DAY
        for place, mention in context.dates
        for each in context.date_meanings[place][:1]
    )


def is_said_of_done(context: Context, date: Dated) -> bool:
    """Whether a side of a deal that is done speaks of it on a day: "the firms said on Monday"."""
    if not is_day_of_news(context, date.mention) or not context.story.is_done:
        return False
    if which_deal.how_deep(context) >= which_deal.LEAD:
        return False
    words, first = context.words, date.meaning.first
    if kind_words("deal").isdisjoint(context.vocabulary) and not context.told:
        return False
    if not groups()["round_noun"].isdisjoint(context.vocabulary):
        return False  # "have backed a $9m round of Acme, it said on Monday"
    if "agreed" in context.words[date.place : date.place + TOLD_REACH]:
        return False
    if any(_is_news_itself(context, each) for each in context.told):
        return False
    before = words[max(first - BY_REACH, 0) : first + 1]
    told = frozenset(words[first : date.place])
    if not SPEAKERS.isdisjoint(before) or not CONFIRMED.isdisjoint(told):
        return True
    speaker = last_before(context.organisations, date.place)
    return speaker is not None and is_side(context, speaker.name)


def is_day_of_closing(context: Context, place: int, mention: Mention[PartialDate]) -> bool:
    """Whether a date without other words beside it is the day on which a sentence tells the end."""
    if which_deal.how_deep(context) >= which_deal.LEAD or context.is_heading:
        return False
    if not is_day_of_news(context, mention) or not context.story.is_done:
        return False
    if "agreed" in context.vocabulary:
        return False
    others = (kind_words("trading") - MOVES) | kind_words("other_event")
    if not others.isdisjoint(context.vocabulary):
        return False
    is_told = any(_is_through(context, each) for each in context.told[:1])
    says = not speech().say.isdisjoint(context.vocabulary) and bool(context.sides_named)
    return (is_told or says) and is_news_day(context, place, mention)


def has_announcement_day(context: Context) -> bool:
    """Whether a sentence that tells of a deal gives its announcement a day."""
    return tells_deal(context) and any(
        each.block.attribute == ANNOUNCED and mention.value.grain is Grain.DAY
        for place, mention in context.dates
        for each in context.date_meanings[place][:1]
    )


def is_spoken_day(context: Context) -> bool:
    """Whether a side of a deal that is agreed speaks in public, where no other day is given.

    "The president of Acme told a news conference on Wednesday", "a statement by the two on Monday".
    """
    story = context.story
    if story.parties.by_funding or story.has_announcement_day or FORMAL.isdisjoint(context.words):
        return False
    if which_deal.how_deep(context) >= SPOKEN_DEPTH or not _is_agreed(story):
        return False
    if not kind_words("other_event").isdisjoint(context.vocabulary):
        return False
    return bool(context.own_names) or not SPEAKERS.isdisjoint(context.words)


def _is_agreed(story: Story) -> bool:
    first = next((stages[0].term for stages in story.stages.values()), None)
    return first == "agreed"
