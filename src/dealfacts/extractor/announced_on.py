"""Whether the date of an announcement is that of the deal: announced, awaited, or of other news.

Refuses votes, results, trading, what outsiders say, and spans and quarters: they are periods of
figures. Refuses to find the date; `kinds/deal_dates.py` does.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import which_deal
from dealfacts.extractor.date_claims import event_words, is_to_come
from dealfacts.extractor.gaze import RELATIVE
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.said_on_day import PRESS, is_no_word, is_of_closing, is_of_end, is_of_step
from dealfacts.extractor.tokens import ORGANISATION
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.vocabulary import Grain, Modality

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.date_claims import Dated

# "A deal could be announced as early as next week"
MAYBE = frozenset({"could", "might", "may", "likely", "expected", "would"})
MAYBE_REACH = 3
AWAITED = frozenset({"expected", "due", "come"})
EARLIEST = frozenset({("soon", "as"), ("early", "as")})
AGO = tuple(f"{unit} {word}" for unit in ("year", "years") for word in ("ago", "earlier"))
ARTICLES = frozenset({"a", "an"})
# "It comes after $5m that the start-up announced in March": what came before this
FOLLOWS = frozenset({("comes", "after"), ("came", "after"), ("follows", "on"), ("builds", "on")})
BEFORE_REACH = 20
COMES, AFTER_REACH = frozenset({"comes", "came"}), 5
CLAUSE_REACH = 5  # "Beta, which a funding" before the round of a cue
NEXT = ("the next", "the coming", "the following")
# ", with a record low in August": how a phrase goes on behind a comma that is not the announcement
ASIDES = frozenset({"with", "while", "where", "whose", "which", "who", "as", "though", "although"})
ENDED = frozenset({"ended", "closed", "finished"})
# Nobody announces in a quarter; it is the period of a figure or of the closing.
PERIODS = frozenset({Grain.QUARTER, Grain.HALF})
MONTH, YEAR = timedelta(days=31), timedelta(days=360)


def announcing(context: Context, date: Dated) -> Modality | None:
    """Whether the date of an announcement is past or expected; None for other announcements."""
    if not kind_words("other_event").isdisjoint(event_words(context, date)):
        return None
    if _is_awaited(context, date):
        return Modality.EXPECTED
    is_sourced = not kind_words("sourced").isdisjoint(context.vocabulary)
    if is_sourced and kind_words("signed").isdisjoint(event_words(context, date)):
        return None
    if _is_period(context, date) or _is_of_outsider(context, date) or is_no_word(context, date):
        return None
    if _is_aside(context, date) or _is_before(context, date):
        return None
    if is_of_closing(context, date) or is_of_end(context, date) or is_of_step(context, date):
        return None
    published, earliest = context.scene.article.published, date.mention.value.earliest
    if published is not None and earliest is not None and earliest > published:
        if date.meaning.first == date.place:
            return None  # "will open its offer on Tuesday, Acme said"
        return Modality.EXPECTED if is_to_come(context, date) and _is_foreseen(context) else None
    return Modality.REPORTED if is_sourced else Modality.ACTUAL


def _is_awaited(context: Context, date: Dated) -> bool:
    """Whether an announcement is still to come: "could be announced as early as next week"."""
    words, first, place = context.words, date.meaning.first, date.place
    if words[max(place - 2, 0) : place] in EARLIEST:
        return True
    if not MAYBE.isdisjoint(words[max(first - MAYBE_REACH, 0) : first]):
        return True
    if words[first] == "announcement" and not MAYBE.isdisjoint(words[first + 1 : first + 2]):
        return True  # "an announcement could follow next week"
    # "an announcement can be expected on Monday, sources said"
    return not AWAITED.isdisjoint(words[first:place]) and is_to_come(context, date)


def _is_aside(context: Context, date: Dated) -> bool:
    """Whether a phrase behind a comma has the date, and not the announcement before it."""
    between = context.words[date.meaning.first : date.place]
    comma = max((at for at, word in enumerate(between) if word == ","), default=None)
    return comma is not None and not ASIDES.isdisjoint(between[comma + 1 : comma + 2])


def _is_before(context: Context, date: Dated) -> bool:
    """Whether a sentence tells what this deal came after, or what is so of another company."""
    opening = context.words[max(date.meaning.first - BEFORE_REACH, 0) : date.meaning.first]
    if any(pair in FOLLOWS for pair in pairwise(opening)):
        return True
    if any(
        word in COMES and "after" in opening[at : at + AFTER_REACH]
        for at, word in enumerate(opening)
    ):
        return True  # "comes just months after its $3m seed round in May"
    # "So is Beta, which a round in 2021 valued at $3bn"
    clause = opening[-CLAUSE_REACH:]
    if clause[:3:2] != (ORGANISATION, "which"):
        return False
    return not is_side(context, context.name_at(date.meaning.first - len(clause)))


def _is_period(context: Context, date: Dated) -> bool:
    """Whether a date is the period of a figure, or of a price that it is compared with."""
    value, told = date.mention.value, context.words[date.meaning.first : date.place]
    if value.text.lower().startswith(NEXT) and value.text.lower().endswith(("years", "months")):
        return True  # "over the next five years, Acme said"
    if date.meaning.first == date.place and not ENDED.isdisjoint(
        context.words[max(date.place - 2, 0) : date.place]
    ):
        return True  # "a premium to where the stock ended on Friday, Acme said"
    if not kind_words("reference").isdisjoint(told) or value.grain in PERIODS:
        return True
    if value.text.lower().endswith(AGO) and kind_words("announcing").isdisjoint(told):
        return True  # "down from $4 million a year ago, Acme said"
    if date.meaning.pattern.startswith("in @") and which_deal.is_long_ago(
        context, date.place, which_deal.LONG_PAST
    ):
        return True  # "in 2015 it agreed to sell its landlines"
    if value.grain is not Grain.SPAN or value.earliest is None or value.latest is None:
        return False
    return MONTH < value.latest - value.earliest < YEAR  # "a loss for April to June"


def _is_of_outsider(context: Context, date: Dated) -> bool:
    """Whether the date follows the verb of an organisation that is no side of the deal."""
    if context.parties.by_funding or date.meaning.block.note == PRESS:
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


def _is_foreseen(context: Context) -> bool:
    """Whether the sentence foresees an announcement."""
    return not groups()["foresee"].isdisjoint(context.vocabulary)
