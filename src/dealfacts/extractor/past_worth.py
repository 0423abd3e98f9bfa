"""Whether a sum is what a company was worth before the article's deal: in an earlier round or year.

Told by the label of the round, by the date beside the sum or at the start of the sentence, and by
words for a time that is over. Refuses to say whose worth it is; see `whose_value`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.other_rounds import round_label
from dealfacts.extractor.own_past import opens_long_ago
from dealfacts.extractor.proximity import nearest
from dealfacts.extractor.tokens import DATE, MONEY
from dealfacts.extractor.told_apart import is_apart
from dealfacts.extractor.which_deal import LEAD, LONG_AGO, is_former
from dealfacts.lexicon.dates import dates
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

PLANS = frozenset({"talks", "considering", "consider", "planning", "seeking", "close"})
PLAN_REACH = 10
# "In early March the valuation was", "In December it was valued"
OPENS_WITH, WAS_REACH, PEAKS = 4, 12, frozenset({"best", "height", "zenith", "peak"})
# Behind headline and first sentence.
BODY = 2
LAST_YEAR = frozenset({"last year", "a year ago", "the year before"})
WAS = frozenset(
    {("was", "valued"), ("valuation", "was"), ("was", "worth"), ("were", "valued"), ("was", "at")}
)


def is_past(context: Context, place: int) -> bool:
    """Whether the story tells of a valuation of an earlier round, or dated well before it."""
    if not PLANS.isdisjoint(context.words[max(place - PLAN_REACH, 0) : place]):
        return False  # "was considering a raise at up to $6bn"
    if is_former(context, place) or _is_opened_past(context):
        return True
    if context.parties.by_funding and (
        opens_long_ago(context) or _is_of_other_label(context, place)
    ):
        return True
    if context.scene.number >= BODY and _is_last_year(context, place):
        return True
    if context.scene.rank < LEAD:
        is_told = context.parties.by_funding and context.scene.rank >= BODY
        is_told = is_told and not WAS.isdisjoint(pairwise(context.words[:place]))
        if is_told and _is_of_past_year(context, place):
            return True
        return context.scene.rank >= BODY and is_dated_back(context, place)
    return is_dated_back(context, place) or _is_of_past_year(context, place)


def _is_of_other_label(context: Context, place: int) -> bool:
    """Whether the words name another round: "closed a $9m Series C at a $1bn valuation"."""
    main = context.story.main_round
    label = round_label(context, place) if main is not None else None
    return label is not None and label != main and not context.is_heading


def _is_opened_past(context: Context) -> bool:
    """Whether a sentence behind the lead opens with a date and says what was: "In May it was"."""
    words = context.words
    if context.scene.number < LEAD or context.is_heading:
        return False
    if words[:2] == ("at", "its") and not PEAKS.isdisjoint(words[2:3]):
        return True
    opens = words[:OPENS_WITH]
    if DATE not in opens and not (opens[:1] == ("in",) and _is_month(opens[1:2])):
        return False
    return any(pair in WAS for pair in pairwise(words[:WAS_REACH]))


def _is_last_year(context: Context, place: int) -> bool:
    """Whether the sentence opens with "last year", whenever the article was printed."""
    found = nearest(context.dates, place)
    return (
        bool(found)
        and found[0].place < OPENS_WITH
        and found[0].mention.value.text.casefold() in LAST_YEAR
    )


def is_dated_back(context: Context, place: int) -> bool:
    """Whether the date beside a sum is well before the news, and dates the sum and nothing else.

    Not "founded in 1962, Acme is valued at", nor a date that another sum stands nearer to.
    """
    news, words = context.story.news_day, context.words
    found = nearest(context.past_days, place)
    if news is None or not found:
        return False
    for each in found:
        if _is_of_other_sum(context, place, each.place) or is_apart(words, place, each.place):
            return False
        if each.place > place and "," in words[place : each.place]:
            return False  # "is worth $9m, whereas in 2021 a round"
        is_since = words[each.place - 1] == "since"
        if is_since and words[each.place + 1 : each.place + 3] != (",", "when"):
            return False
        if any(m.block.attribute == "founded" for m in context.date_meanings[each.place][:1]):
            return False
    return news - min(each.day for each in found) > LONG_AGO


def _is_of_other_sum(context: Context, place: int, day: int) -> bool:
    """Whether another sum stands between a sum and a date: "at $9m, compared with $1m in 2021"."""
    first, last = sorted((place, day))
    return MONEY in context.words[first + 1 : last]


def _is_month(word: tuple[str, ...]) -> bool:
    """Whether a month stands there; without its year it is no date by itself."""
    return bool(word) and word[0] in dates().month


def _is_of_past_year(context: Context, place: int) -> bool:
    """Whether the nearest date is a year that is over: "last year investors put its worth at"."""
    published = context.scene.article.published
    found = nearest(context.dates, place)
    if published is None or not found or _is_of_other_sum(context, place, found[0].place):
        return False
    if context.words[found[0].place - 1 : found[0].place] == ("since",):
        return False  # "its first unicorn since 2021"
    value = context.scene.dates[context.scene.row.index[found[0].place]].value
    return (
        value.grain is Grain.YEAR
        and value.latest is not None
        and value.latest.year < published.year
    )
