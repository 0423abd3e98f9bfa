"""When the deal was announced or signed, and when it closed or is to close.

Leaves alone: trading days, the dates of courts, regulators, votes and results, deadlines,
reports of talks, and the dates of other deals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import date_aspects, other_rounds, stage_senses, which_deal
from dealfacts.extractor.announced_on import announcing
from dealfacts.extractor.closings_apart import (
    is_apart,
    is_of_work,
    is_sellers_past,
    is_shut,
    is_trading_day,
)
from dealfacts.extractor.date_bounds import bound
from dealfacts.extractor.date_claims import Dated, dated, event_words, is_to_come, with_other
from dealfacts.extractor.deal_told import tells_deal
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.news_days import is_news, is_news_day
from dealfacts.extractor.other_news import is_of_other_purchase
from dealfacts.extractor.period_names import from_now, to_come
from dealfacts.extractor.pronouns import is_quoted
from dealfacts.extractor.said_on_day import (
    tells_closing,
)
from dealfacts.extractor.story_days import is_day_of_closing, is_said_of_done, is_spoken_day
from dealfacts.extractor.tokens import DATE
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ANNOUNCED, CLOSED = "announcement_date", "closing_date"
ATTRIBUTES = (ANNOUNCED, CLOSED)
NEEDS = frozenset({DATE})

OPENING = 7
NEWS_SCORE = 60
OFFERS = frozenset({"offer", "bid"})
IMPLEMENTED = frozenset({"implemented", "implementation"})
SINCE = frozenset({"since"})
# Shares do not close, but they are bought, and pass into hands.
HANDED_OVER = ("{acquire}", "pass", "hands of")


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every date that the words make a step of the article's deal."""
    if not context.dates:
        return
    # Once for the sentence: an endless line has thousands of dates.
    is_told = tells_deal(context) or is_spoken_day(context)
    seen: set[int] = set()
    for date in dated(context, *ATTRIBUTES):
        seen.add(date.place)
        if which_deal.is_other_step(context, date.place) or _is_other_round(context, date.place):
            continue
        if context.words[max(date.meaning.first - 1, 0)] in kind_words("no_deal_of"):
            continue  # "a pay agreement was concluded on Friday"
        if date.meaning.block.attribute == CLOSED:
            modality = _closing(context, date)
        elif is_told and (tells_closing(context, date) or is_said_of_done(context, date)):
            yield _closed(context, date)
            continue
        else:
            modality = announcing(context, date) if is_told else None
        if modality is not None:
            is_closing = date.meaning.block.attribute == CLOSED
            tell = date_aspects.closed if is_closing else date_aspects.announced
            subject = date_aspects.labelled(context.parties.label, tell(context, date))
            found = date.draft(subject, modality=modality)
            if date.meaning.block.attribute == CLOSED:
                # "By the end of May" is a bound, and whoever closes in April keeps it.
                cue = bound(context.scene.article.text, found.start, found.end)
                found = found._replace(hedge=cue)
            if modality is Modality.EXPECTED:
                both = with_other(context, date.place, date.mention)
                value = from_now(context, to_come(context, both.value, date.place))
                found = found._replace(value=value, end=both.end)
            yield found
    if is_told:
        yield from _day_of_closing(context, seen) or _opening_day(context, seen)


def _day_of_closing(context: Context, seen: set[int]) -> list[Draft]:
    """The day of a lead that tells that the deal is done, where its words give it no meaning."""
    subject = context.parties.label
    return [
        Draft(
            attribute=CLOSED,
            subject=subject,
            start=mention.start,
            end=mention.end,
            value=mention.value,
            score=NEWS_SCORE,
            reasons=("a day in the opening, beside the deal that is done",),
        )
        for place, mention in context.dates
        if place not in seen
        and not is_quoted(context, place)
        and is_day_of_closing(context, place, mention)
    ][:1]


def _opening_day(context: Context, seen: set[int]) -> Iterator[Draft]:
    """The first day of an opening that tells the news, where its words give it no other meaning."""
    if which_deal.how_deep(context) >= OPENING or context.is_heading or not is_news(context):
        return
    for place, mention in context.dates:
        if place in seen or is_quoted(context, place):
            continue  # “as it is today,” she said
        if is_news_day(context, place, mention):
            yield Draft(
                attribute=ANNOUNCED,
                subject=date_aspects.labelled(context.parties.label, date_aspects.opened(context)),
                start=mention.start,
                end=mention.end,
                value=mention.value,
                score=NEWS_SCORE,
                reasons=("a day in the opening, beside the deal",),
            )
            return


def _closing(context: Context, date: Dated) -> Modality | None:
    """Whether the date of a closing is past or expected; None for other things that close."""
    lead = context.story.lead_ins[context.scene.number].get(date.place)
    asked = () if lead is None else lead.words  # "When will it close?"
    if not stage_senses.speaks_of_deal(context) and kind_words("closing_subject").isdisjoint(
        context.vocabulary.union(asked)
    ):
        return None
    event = event_words(context, date)
    if not OFFERS.isdisjoint(event):
        event -= frozenset({"share"})  # "the offer of $5 a share closed on Friday"
    if "settlement" in event and not kind_words("announcing").isdisjoint(event):
        return None  # with a watchdog
    if "effective" in date.meaning.pattern and not IMPLEMENTED.isdisjoint(context.vocabulary):
        return None  # a court's word takes effect, then the scheme is carried out
    # "to buy all the shares by May" closes no books of shares
    buys = any(item in date.meaning.pattern for item in HANDED_OVER)
    if not (buys or kind_words("also_closes").isdisjoint(event)):
        return None
    if is_of_other_purchase(context, date.place) or is_apart(context, date):
        return None
    if is_trading_day(context, date.place) or is_shut(context, date) or is_of_work(context, date):
        return None
    if context.words[date.place - 1] in SINCE and which_deal.is_long_ago(context, date.place):
        return None  # "has been part of Acme since 2009"
    if date.meaning.block.modality or is_to_come(context, date):
        return Modality.EXPECTED
    if is_sellers_past(context, date):
        return None
    return Modality.ACTUAL


def _is_other_round(context: Context, place: int) -> bool:
    """Whether the date is one of an earlier round than the article's."""
    if not context.parties.by_funding:
        return False
    main = context.story.main_round
    places = context.scene.row.places(other_rounds.ROUNDS)
    labels = {other_rounds.round_label(context, at) for at in places}
    if labels:
        return main not in labels
    if not kind_words("backing_round").isdisjoint(context.words[:place]):
        # "among its backers are Acme and Beta, leaders of the raise in June": no other's round
        return which_deal.is_former(context, place)
    return other_rounds.is_other_round(context, place)


def _closed(context: Context, date: Dated) -> Draft:
    """The closing on the day on which the companies tell of it."""
    reason = "on that day the deal is said to be done"
    aspect = date_aspects.closed(context, date)
    subject = date_aspects.labelled(context.parties.label, aspect)
    return date.draft(subject)._replace(attribute=CLOSED, reasons=(reason,))
