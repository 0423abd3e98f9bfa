"""What is told on a day, where that is no announcement of the deal: its closing, its end, a step.

Refuses to find the day; `kinds/deal_dates.py` does.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING

from dealfacts.extractor import stage_course
from dealfacts.extractor.news_days import ENDED, is_early
from dealfacts.extractor.other_news import is_other_news
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.tokens import ORGANISATION, PERCENT, PERSON
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.wordsets import either
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from datetime import date

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.date_claims import Dated
    from dealfacts.extractor.phrases import Told

CLOSED = "closing_date"
# What is announced follows: "announced that it has completed", "announced the completion of".
SAYS = frozenset({"that", "it", "they", "completion", "closing", "close"})
# A round is announced when its first money is in, and closed with "the final close".
FINAL = frozenset({"final"})
DONE = frozenset({"completed", "completes", "completion", "closed", "closing", "final"})
# ", Acme announced on Monday"
SPEAKERS = frozenset(
    {ORGANISATION, "company", "companies", "firm", "firms", "group", "two", "pair"}
)
SAID = frozenset({"announced", "said", "confirmed"})
PAPERS, PAPER_REACH = frozenset({"statement", "filing", "release"}), 6
# Who is cleared to buy on a day announces nothing on it.
CLEARED = frozenset({"cleared", "clearance"})
# "That all approvals had come in was announced on Monday"
APPROVAL_REACH = 20
APPROVALS = frozenset({"approvals", "clearances", "consents", "clearance"})
OWN_WORD = frozenset({"said", "says", "confirmed", "confirms", "announced", "statement", "told"})
ADVERBS = frozenset({"also", "later", "has", "have", "had", "first", "itself"})
# The notes of the date cues for what the press tells and for bids.
PRESS, BID = "press", "bid"
CLAUSES = frozenset({",", "after", "before", "which", "that", "until", "when", "since"})
# An announcement of a closing so near ahead is none of the deal.
SOON = timedelta(days=21)
# "Since its last round in 2018"
PAST_ROUND = frozenset({"last", "previous", "earlier", "prior"})
# "Said on Monday that it had walked away"
TOLD = frozenset({"said", "says", "told", "tells", "statement"})


def is_of_closing(context: Context, date: Dated) -> bool:
    """Whether what is announced on a date is that the deal is done."""
    words, place = context.words, date.place
    raised = either(groups()["round_noun"], groups()["raise"])
    is_round = not raised.isdisjoint(context.vocabulary)
    if (context.parties.by_funding or is_round) and FINAL.isdisjoint(words):
        return False
    if not groups()["invest"].isdisjoint(context.vocabulary) and DONE.isdisjoint(
        context.vocabulary
    ):
        return (
            False  # "has invested $9m in Acme, it said on Monday" is how an investment is announced
        )
    if _is_told_behind(context, date):
        return True
    return any(
        each.term == "closed"
        and not (stage_course.has_bought(context, each) and _is_news_of_it(context, each))
        and not SAYS.isdisjoint(words[place : max(each.last, place + 3) + 1])
        for each in context.told[:1]
    )


def _is_news_of_it(context: Context, each: Told) -> bool:
    """Whether "has bought" is the news of a deal: it is still to close, or is for a part."""
    inside = context.words[each.first : each.last + 2]
    return context.story.foresees_closing or PERCENT in inside


def is_of_step(context: Context, date: Dated) -> bool:
    """Whether a date is of a clearance, an earlier round, or of the word of a closing to come."""
    words, place = context.words, date.place
    first = date.meaning.first
    is_said = words[first] in SAID and words[max(first - 1, 0)] not in groups()["be"]
    if is_said and not CLEARED.isdisjoint(context.vocabulary):
        return True
    is_told = not is_said and words[first] in SAID
    if is_told and not APPROVALS.isdisjoint(words[max(first - APPROVAL_REACH, 0) : first]):
        return True
    near = words[max(first - 2, 0) : place]
    if not (groups()["round_noun"].isdisjoint(near) or PAST_ROUND.isdisjoint(near)):
        return True
    if is_other_news(context, date) or _is_of_done(context, date):
        return True
    day = date.mention.value.latest
    if day is None:
        return False
    ahead = context.closing_days[bisect_right(context.closing_days, day) :]
    return bool(ahead) and ahead[0] <= day + SOON


def closing_days(context: Context) -> tuple[date, ...]:
    """The days that the words around them make the day of a closing, ascending."""
    meanings = context.date_meanings
    closings = (
        m.value
        for at, m in context.dates
        if (t := meanings[at][:1]) and t[0].block.attribute == CLOSED
    )
    return tuple(
        sorted(c.latest for c in closings if c.latest is not None and c.grain is Grain.DAY)
    )


def _is_of_done(context: Context, date: Dated) -> bool:
    """Whether sides speak of a deal that their article has told as done: "said on January 7"."""
    stages, day = context.story.stages, date.mention.value.latest
    published = context.scene.article.published
    if "said" not in context.words[date.meaning.first : date.place] or None in {day, published}:
        return False
    if context.parties.by_funding or not all(
        stage_course.is_told_again(context, e) for e in context.told
    ):
        return False
    first = next((stages[at][0] for at in stages), None)
    is_done = first is not None and first.term == "closed"
    return is_done and day is not None and published is not None and published - day < SOON


def is_no_word(context: Context, date: Dated) -> bool:
    """Whether the words of a date announce nothing after all.

    What the press tells of anything but a round, what came of a bid ("made an offer, which was
    declined within two days"), talks that no side tells of itself.
    """
    if date.meaning.block.note == PRESS and not _tells_round(context):
        return True
    between = context.words[date.meaning.first : date.place]
    if date.meaning.block.note == BID and not CLAUSES.isdisjoint(between):
        return True
    return is_early(context) and not _is_own_word(context, date)


def _is_own_word(context: Context, date: Dated) -> bool:
    """Whether a side itself tells of talks: "Acme said on Monday that it was in talks"."""
    words = context.words
    told = frozenset(words[date.meaning.first : date.meaning.last + 1])
    if context.is_hearsay or OWN_WORD.isdisjoint(told):
        return False
    if not any(each.term == "talks" for each in context.told[:1]):
        return False
    at = date.meaning.first - 1
    while at > 0 and words[at] in ADVERBS:
        at -= 1
    if at < 0:
        return False
    if words[at] in {ORGANISATION, PERSON}:
        return is_side(context, context.name_at(at))
    return words[at] in SPEAKERS


def _tells_round(context: Context) -> bool:
    """Whether a sentence tells of a round that is done."""
    return context.parties.by_funding and any(each.term == "closed" for each in context.told[:1])


def _is_told_behind(context: Context, date: Dated) -> bool:
    """Whether a closing is told and then who says so.

    "Has been completed, Acme said on Monday", "has been handed over, the government said today".
    """
    words, first = context.words, date.meaning.first
    if words[first] in PAPERS and groups()["offer_noun"].isdisjoint(context.vocabulary):
        # "has concluded the sale, it said in a securities filing on Tuesday"
        near = range(first - 1, max(first - PAPER_REACH, 0), -1)
        first = next((at for at in near if words[at] in SAID), first)
    speaker = words[max(first - 1, 0)]
    is_active = speaker != "," and speaker not in groups()["be"] and words[first] in SAID
    return is_active and any(
        each.term == "closed" and each.last < first and "," in words[each.last : first]
        for each in context.told[:1]
    )


def is_of_end(context: Context, date: Dated) -> bool:
    """Whether what is said on a date is that the deal is off, turned down or forbidden."""
    words, place, first = context.words, date.place, date.meaning.first
    told = words[first : date.meaning.last + 1]
    return any(
        each.term in ENDED
        and (
            not TOLD.isdisjoint(told)
            or "that" in words[place : each.last]
            # "the bid has been withdrawn, Acme announced on Monday"
            or (words[first] in SAID and "," in words[each.last : first])
        )
        for each in context.told[:1]
    )


def tells_closing(context: Context, date: Dated) -> bool:
    """Whether the deal is said to be done on a date, and no other day is given for that."""
    if not is_of_closing(context, date) or date.mention.value.grain is not Grain.DAY:
        return False
    meant = (meanings[:1] for meanings in context.date_meanings.values())
    return not any(each.block.attribute == CLOSED for first in meant for each in first)
