"""When the deal was announced or signed, and when it closed or is to close.

Leaves alone: trading days, the dates of courts, regulators, votes and results, deadlines,
reports of talks, and the dates of other deals.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dealfacts.extractor import stage_senses, which_deal
from dealfacts.extractor.closings_apart import is_shut, is_trading_day
from dealfacts.extractor.date_bounds import bound
from dealfacts.extractor.date_claims import Dated, dated, event_words, is_to_come
from dealfacts.extractor.deal_told import tells_deal
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.gaze import RELATIVE
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.period_names import from_now, to_come
from dealfacts.extractor.readers.datelines import dateline_end
from dealfacts.extractor.tokens import DATE, ORGANISATION
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.speech import speech
from dealfacts.model.vocabulary import Grain, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import Mention
    from dealfacts.model.values import PartialDate

ANNOUNCED, CLOSED = "announcement_date", "closing_date"
ATTRIBUTES = (ANNOUNCED, CLOSED)
NEEDS = frozenset({DATE})

OPENING = 7
NEWS_SCORE = 60
# "will step down on July 1": how far the auxiliary stands before the day
PLAN_REACH = 6
# "A deal could be announced as early as next week"
MAYBE, MAYBE_REACH = frozenset({"could", "might", "may", "likely", "expected"}), 3
AGO = tuple(f"{unit} {word}" for unit in ("year", "years") for word in ("ago", "earlier"))
ARTICLES = frozenset({"a", "an"})
# Stages without an announcement of the companies.
EARLY = frozenset({"talks", "rumoured", "denied"})
# What is announced follows: "announced that it has completed", "announced the completion of".
SAYS = frozenset({"that", "completion", "closing", "close"})
# What stands behind the day of a dateline or of a line in a timeline.
LABEL_ENDS, LABEL_REACH = frozenset("–—:-"), 4
OFF_MARKET = frozenset({"delisted", "suspended", "listed", "halted"})
# Nobody announces in a quarter; it is the period of a figure or of the closing.
PERIODS = frozenset({Grain.QUARTER, Grain.HALF})
MONTH, YEAR = 31, 360


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every date that the words make a step of the article's deal."""
    if not context.dates:
        return
    # Once for the sentence: an endless line has thousands of dates.
    is_told = tells_deal(context)
    seen: set[int] = set()
    for date in dated(context, *ATTRIBUTES):
        seen.add(date.place)
        if which_deal.is_other_step(context, date.place) or _is_other_round(context, date.place):
            continue
        if date.meaning.block.attribute == CLOSED:
            modality = _closing(context, date)
        else:
            modality = _announcing(context, date) if is_told else None
        if modality is not None:
            found = date.draft(context.parties.label, modality=modality)
            if date.meaning.block.attribute == CLOSED:
                # "By the end of May" is a bound, and whoever closes in April keeps it.
                cue = bound(context.scene.article.text, found.start, found.end)
                found = found._replace(hedge=cue)
            if modality is Modality.EXPECTED:
                value = from_now(context, to_come(context, date.mention.value, date.place))
                found = found._replace(value=value)
            yield found
    if which_deal.how_deep(context) >= OPENING or context.is_heading:
        return
    if not (is_told and _is_news(context)):
        return
    for place, mention in context.dates:
        if place not in seen and _is_news_day(context, place, mention):
            yield Draft(
                attribute=ANNOUNCED,
                subject=context.parties.label,
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
    # "to buy all the shares by May" closes no books of shares
    buys = "{acquire}" in date.meaning.pattern
    if not (buys or kind_words("also_closes").isdisjoint(event)):
        return None
    if is_trading_day(context, date.place) or is_shut(context, date):
        return None
    if date.meaning.block.modality or is_to_come(context, date):
        return Modality.EXPECTED
    return Modality.ACTUAL


def _announcing(context: Context, date: Dated) -> Modality | None:
    """Whether the date of an announcement is past or expected; None for other announcements."""
    if not kind_words("other_event").isdisjoint(event_words(context, date)):
        return None
    is_sourced = not kind_words("sourced").isdisjoint(context.vocabulary)
    if is_sourced and kind_words("signed").isdisjoint(event_words(context, date)):
        return None
    if not kind_words("reference").isdisjoint(context.words[date.meaning.first : date.place]):
        return None
    if date.mention.value.text.lower().endswith(AGO):
        return None  # "down from $4 million a year ago, Acme said"
    if _is_of_closing(context, date):
        return None
    if date.mention.value.grain in PERIODS or _is_of_outsider(context, date) or _is_early(context):
        return None
    first = date.meaning.first
    if not MAYBE.isdisjoint(context.words[max(first - MAYBE_REACH, 0) : first]):
        return Modality.EXPECTED
    published = context.scene.article.published
    earliest, latest = date.mention.value.earliest, date.mention.value.latest
    if earliest and latest and timedelta(days=MONTH) < latest - earliest < timedelta(days=YEAR):
        return None  # "a loss for April to June"
    if published is not None and earliest is not None and earliest > published:
        if first == date.place:
            return None  # "will open its offer on Tuesday, Acme said"
        return Modality.EXPECTED if is_to_come(context, date) and _is_foreseen(context) else None
    return Modality.REPORTED if is_sourced else Modality.ACTUAL


def _is_other_round(context: Context, place: int) -> bool:
    """Whether the date is one of an earlier round than the article's."""
    if not context.parties.by_funding:
        return False
    main = context.story.main_round
    places = context.scene.row.places(which_deal.ROUNDS)
    labels = {which_deal.round_label(context, at) for at in places}
    if labels:
        return main not in labels
    if not kind_words("backing_round").isdisjoint(context.words[:place]):
        # "among its backers are Acme and Beta, leaders of the raise in June": no other's round
        return which_deal.is_former(context, place)
    return which_deal.is_other_round(context, place)


def _is_of_outsider(context: Context, date: Dated) -> bool:
    """Whether the date follows the verb of an organisation that is no side of the deal."""
    if context.parties.by_funding:
        return False
    place = date.meaning.first - 1
    if place > 1 and context.words[place] in RELATIVE and context.words[place - 1] == ",":
        place -= 2
    if place < 0 or context.words[place] != ORGANISATION:
        return False
    if context.words[place - 1] in ARTICLES:
        return False  # "said in a NYSE filing on Monday": where it was said
    speaker = context.name_at(place)
    if is_side(context, speaker):
        return False
    sides = (context.parties.acquirer, context.parties.target)
    opening = speaker.casefold()
    return not any(side and opening.startswith(side.casefold().split()[0]) for side in sides)


def _is_of_closing(context: Context, date: Dated) -> bool:
    """Whether what is announced on a date is that the deal is done."""
    if context.parties.by_funding:
        return False
    words, place = context.words, date.place
    return any(
        each.term == "closed" and not SAYS.isdisjoint(words[place : each.last + 1])
        for each in context.told[:1]
    )


def _is_early(context: Context) -> bool:
    """Whether the sentence tells only of talks, of rumours or of their denial."""
    return any(each.term in EARLY for each in context.told[:1])


def _is_foreseen(context: Context) -> bool:
    """Whether the sentence foresees an announcement."""
    return not groups()["foresee"].isdisjoint(context.vocabulary)


def _is_news(context: Context) -> bool:
    """Whether a sentence that tells of a deal announces it: no trading and no other event."""
    words = context.vocabulary
    if words & kind_words("trading") or words & kind_words("other_event"):
        return False
    if words & (kind_words("ended", "sourced")) or _is_early(context):
        return False
    says = words & speech().say or words & groups()["acquire"] or words & kind_words("announcing")
    return bool(says)


def _is_news_day(context: Context, place: int, mention: Mention[PartialDate]) -> bool:
    """Whether a date is a day on which something was said: no deadline, no day to come."""
    if mention.value.grain is not Grain.DAY or which_deal.is_other_step(context, place):
        return False
    if mention.end <= dateline_end(context.scene.article.text, context.scene.sentence.start):
        return False  # the day on which it was written
    published, earliest = context.scene.article.published, mention.value.earliest
    if published is not None and earliest is not None and earliest > published:
        return False
    words = context.words
    if not OFF_MARKET.isdisjoint(words[max(place - PLAN_REACH, 0) : place]):
        return False  # "it was delisted on 4 July"
    if place <= LABEL_REACH and not LABEL_ENDS.isdisjoint(words[place + 1 : place + 2]):
        return False
    if not kind_words("reference").isdisjoint(words[max(place - PLAN_REACH, 0) : place]):
        return False
    if not kind_words("will").isdisjoint(words[max(place - PLAN_REACH, 0) : place]):
        return False
    return kind_words("no_news_day").isdisjoint(words[max(place - 2, 0) : place])
