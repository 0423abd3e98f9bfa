"""Whether a sentence tells the news of the deal, and whether a day in it is the day of that news.

Refuses days of trading, of courts and votes, deadlines, and the day on which an article was
written, but for the dateline of a press release, which is the day of its news.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import stage_course, which_deal
from dealfacts.extractor.readers.datelines import dateline_end
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.speech import speech
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import Mention
    from dealfacts.model.values import PartialDate

# "will step down on July 1": how far the auxiliary stands before the day
PLAN_REACH = 6
# Stages without an announcement of the companies.
EARLY = frozenset({"talks", "rumoured", "denied"})
FIRM = frozenset({"agreed", "closed"})
# Stages that end what was announced.
ENDED = frozenset({"terminated", "rejected", "blocked"})
APPROACHED = frozenset({"approached"})
SILENT = frozenset({"declined", "refused", "wish", "declines", "unwilling"})
# What comes back on an offer is no news of it: "Beta answered the bid on Monday with a letter".
ANSWERED = frozenset({"answered", "replied", "responded"})
SPEAK = frozenset({"comment", "say", "answer", "elaborate"})
MEETING = ("general", "meeting")  # "was reached at a general meeting on Friday"
# What stands behind the day of a dateline or of a line in a timeline.
LABEL_ENDS, LABEL_REACH = frozenset("–—:-"), 4
OFF_MARKET = frozenset({"delisted", "suspended", "listed", "halted"})
# "LYON, May 14, 2024 /Example Wire/ --": the day on which a press release went out
RELEASED = re.compile(r"[ ]?/[A-Z][^/\n]{1,30}/")


def is_early(context: Context) -> bool:
    """Whether the sentence tells only of talks, of rumours or of their denial."""
    if not APPROACHED.isdisjoint(context.vocabulary):
        return not any(each.term in FIRM for each in context.told)
    return any(
        each.term in EARLY and not stage_course.is_bid(context, each) for each in context.told[:1]
    )


def is_news(context: Context) -> bool:
    """Whether a sentence that tells of a deal announces it: no trading and no other event."""
    words = context.vocabulary
    if words & kind_words("trading") or words & kind_words("other_event"):
        return False
    if words & (kind_words("ended", "sourced")) or is_early(context):
        return False
    if words & ANSWERED or MEETING in pairwise(context.words):
        return False
    if words & SILENT and words & SPEAK:
        return False  # "did not wish on Friday to say more"
    if any(each.term in ENDED for each in context.told[:1]):
        return False
    says = words & speech().say or words & groups()["acquire"] or words & kind_words("announcing")
    return bool(says)


def is_news_day(context: Context, place: int, mention: Mention[PartialDate]) -> bool:
    """Whether a date is a day on which something was said: no deadline, no day to come."""
    if mention.value.grain is not Grain.DAY or which_deal.is_other_step(context, place):
        return False
    text = context.scene.article.text
    if mention.end <= dateline_end(text, context.scene.sentence.start):
        # the day on which it was written
        return RELEASED.match(text, mention.end) is not None
    published, earliest = context.scene.article.published, mention.value.earliest
    if published is not None and earliest is not None and earliest > published:
        return False
    words = context.words
    if "met" in words[max(place - 2, 0) : place]:
        return False  # "the shareholders, who met on Tuesday, have approved"
    if not OFF_MARKET.isdisjoint(words[max(place - PLAN_REACH, 0) : place]):
        return False  # "it was delisted on 4 July"
    if place <= LABEL_REACH and not LABEL_ENDS.isdisjoint(words[place + 1 : place + 2]):
        return False
    if not kind_words("reference").isdisjoint(words[max(place - PLAN_REACH, 0) : place]):
        return False
    if not kind_words("will").isdisjoint(words[max(place - PLAN_REACH, 0) : place]):
        return False
    return kind_words("no_news_day").isdisjoint(words[max(place - 2, 0) : place])
