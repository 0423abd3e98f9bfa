"""Whether a sum in an article is about the article's own deal or about another one.

Other deals are told by what is bought, by who buys, and by their date; rounds in `other_rounds`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.ballots import BUYER, TARGET
from dealfacts.extractor.bought_elsewhere import is_bought_elsewhere, is_deal_of_others
from dealfacts.extractor.kin import is_of_house
from dealfacts.extractor.own_past import is_of_deal, is_own_past, is_told_before
from dealfacts.extractor.own_sides import is_one, is_side
from dealfacts.extractor.passers_by import is_of_anybody
from dealfacts.extractor.proximity import last_before, nearest
from dealfacts.extractor.rivals import is_rival
from dealfacts.extractor.tokens import DATE, MONEY
from dealfacts.extractor.told_apart import is_apart, is_news
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from datetime import date

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.story import Story

# The lead of a story is about its own deal, whatever dates stand in it.
LEAD = 4
# A date this much older than the article tells of an earlier deal.
LONG_AGO = timedelta(days=100)
# Even a lead does not tell of its own deal with a year that is long over.
LONG_PAST = timedelta(days=700)
# Headline and first sentence.
OPENING_PARTS = 2
# How much of an article is its opening.
OPENING = 10
# How far "had" and a general subject stand before the sum of their verb.
PAST_REACH = 8
# "last raised $22 million in 2021 from Acme and Beta, valuing it at": how far the verb stands.
FORMER_REACH = 14
# How far "largest" stands before the sum of the deal that was larger.
RECORD_REACH = 20
# "since it last raised", "when the company raised", "after Acme had closed"
SINCE, SINCE_REACH = frozenset({"since", "when", "after"}), 5
SUBJECTS = frozenset(
    {"it", "they", "the", "ORG", "company", "startup", "start-up", "firm", "had", "has", "last"}
)
GIVERS, GIVEN_REACH, EXAMPLE_REACH = frozenset({"from"}), 5, 6
BOUGHT = frozenset({"paid", "bought", "acquired", "took", "buyout", "invested", "investment"})
IN_YEAR, DASHES = frozenset({"in", "of"}), frozenset("-–—:")


def is_long_ago(context: Context, place: int, ago: timedelta = LONG_AGO) -> bool:
    """Whether the date nearest to a row place lies more than `ago` before the article's news."""
    news = context.story.news_day
    words = context.words
    found = nearest(context.past_days, place)
    if found and all(is_apart(words, place, each.place) for each in found):
        before = last_before(context.past_days, place)
        found = () if before is None else (before,)
    if words[place] == MONEY and any(words[d.place - 1 : d.place] == ("since",) for d in found):
        return False  # "a worth of $1bn, the first since 2021"
    if not found or news is None:
        return False
    return news - min(each.day for each in found) > ago


def news_day(story: Story) -> date | None:
    """The day from which the article looks back: its own, or that of the old deal it tells of.

    An encyclopedia and a story on the end of a deal open with the day on which it was announced.
    """
    for context in story.contexts[:OPENING]:
        names = context.organisations
        if context.scene.rank >= LEAD or not all(is_side(context, n.name) for n in names):
            continue
        for place, mention in context.dates:
            meant, day = context.date_meanings[place][:1], mention.value.earliest
            if not groups()["earlier"].isdisjoint(context.words[max(place - 5, 0) : place]):
                continue  # "an earlier round in 2021"
            if day is not None and meant and meant[0].block.attribute == "announcement_date":
                return day
    return story.reading.scenes[0].article.published if story.reading.scenes else None


def is_former(context: Context, place: int) -> bool:
    """Whether the verb of the sum or stage at a row place tells of the time before this deal."""
    words = context.words
    known = groups()
    verbs = either(known["raise"], known["invest"], known["finished"], kind_words("valued"))
    for at in range(place, max(place - FORMER_REACH, 0), -1):
        if words[at] not in verbs:
            continue
        if words[at - 1] in kind_words("formerly") or _is_since(context, at):
            return True
    return False


def _is_since(context: Context, verb: int) -> bool:
    """Whether a verb tells since when something is so: "since it raised", "after Acme had closed".

    "When it raised" tells so far down in the story alone; a lead gives its news like that.
    """
    words = context.words
    low = max(verb - SINCE_REACH, 0)
    at = next((n for n in range(verb - 1, low - 1, -1) if words[n] in SINCE), -1)
    if at < 0 or not SUBJECTS.issuperset(words[at + 1 : verb]):
        return False
    if words[at] == "since" or DATE in words[max(at - 2, 0) : at]:
        return True  # "since it raised", "since March, when it raised"
    return context.scene.rank > 1 if words[at] == "when" else "had" in words[at:verb]


def is_other_deal(context: Context, place: int) -> bool:
    """Whether the sum at `place` is the price of another deal than the article's."""
    if _is_record(context, place):
        return True
    bought = subjects.object_near(context, place)
    is_foreign = bought is not None and not is_of_house(context, bought)
    is_foreign = is_foreign and not is_of_deal(context, place)
    if is_foreign and context.parties.by_funding:
        acting = subjects.acting_before(context, place)
        # "it is in talks with Beta to raise $9m", "$5m of it from the arm of Beta"
        is_giver = not GIVERS.isdisjoint(context.words[place + 1 : place + GIVEN_REACH])
        is_foreign = not is_giver and (acting is None or not is_side(context, acting))
    if is_foreign and not _is_own_by_name(context):
        return True
    if context.is_heading:
        return _is_of_other_story(context)
    if context.words[:1] == ("in",) and context.words[1:2] in {("one",), ("another",)}:
        told = context.words[2:EXAMPLE_REACH]
        if not groups()["purchase_noun"].isdisjoint(told) or "example" in told:
            return True  # "In one recent deal, Acme agreed to buy"
    buyer = subjects.role_near(context, place, BUYER)
    owner = context.parties.acquirer
    if buyer is not None and buyer == context.parties.seller and not is_one(buyer, owner or ""):
        return True  # what the seller once paid
    if is_told_before(context, place) or is_bought_elsewhere(context) or _opens_years_ago(context):
        return True
    if is_deal_of_others(context, place) or context.own_past.is_reversed:
        return True
    return _is_of_other_time(context, place)


def _opens_years_ago(context: Context) -> bool:
    """Whether a sentence far down opens with what was years before: "Two years ago they bought"."""
    dates = context.dates
    if context.scene.number < LEAD or len(dates) != 1 or dates[0].place > 1:
        return False
    return dates[0].mention.value.text.lower().endswith(("years ago", "years earlier"))


def _is_own_by_name(context: Context) -> bool:
    """Whether the buyer buys what has another name here: "the mine", "the Example mine"; "EGD".

    A headline and a first sentence that name the buyer and not the target tell of its purchase.
    """
    parties = context.parties
    if parties.acquirer not in context.sides_named:
        return False
    if parties.asset is not None:
        return True
    if context.scene.rank >= OPENING_PARTS or parties.target in context.sides_named:
        return False
    bought = context.votes_by_role.get(TARGET, ())
    return not any(_is_since(context, vote.place) for vote in bought)


def _is_of_other_time(context: Context, place: int) -> bool:
    """Whether the sum is that of anybody, of another buyer, or of a time before this deal."""
    buyer = subjects.role_near(context, place, BUYER)
    if context.scene.number >= LEAD and is_of_anybody(context, place):
        return True
    if context.scene.rank < LEAD:
        is_past = is_long_ago(context, place, LONG_PAST) or _is_past_year(context, place)
        return is_past and not is_own_past(context, place)
    is_round = context.parties.by_funding  # a round has many buyers
    if buyer is not None and not is_round and not is_of_house(context, buyer):
        return True
    before = context.words[max(place - PAST_REACH, 0) : place]
    is_before = "had" in before and figure_words("accepted").isdisjoint(before)
    if is_before and not is_news(context, place, before):
        return True
    # a timeline tells of the deal under dates that are long over
    is_entry = context.words[0] == DATE and context.words[1] in DASHES
    ago = LONG_PAST if is_entry else LONG_AGO
    is_past = is_long_ago(context, place, ago) or _is_past_year(context, place)
    return is_past and not is_own_past(context, place)


def _is_of_other_story(context: Context) -> bool:
    """Whether a heading far down names companies that are no sides: a link to another story."""
    is_named = bool(context.organisations) and not context.own_names
    return is_named and context.scene.number >= OPENING_PARTS


def _is_past_year(context: Context, place: int) -> bool:
    """Whether somebody "paid" or "bought" in a bare year, in an article that has no day of its own.

    "The brewer paid its founders £19 million for the business in 1995", "the buyout of 2005".
    """
    is_lead = context.scene.number < OPENING_PARTS
    if is_lead or context.story.news_day is not None or BOUGHT.isdisjoint(context.vocabulary):
        return False
    dates = nearest(context.dates, place)
    return bool(dates) and all(
        context.scene.dates[context.scene.row.index[each.place]].value.grain is Grain.YEAR
        and context.words[each.place - 1] in IN_YEAR
        for each in dates
    )


def _is_record(context: Context, place: int) -> bool:
    """Whether the sum is what this deal is measured against: "the largest sale since the $6bn"."""
    words = context.words
    if words[max(place - 2, 0) : place - 1] and words[place - 2] in kind_words("measured_by"):
        return not kind_words("superlative").isdisjoint(words[max(place - RECORD_REACH, 0) : place])
    return False


def is_other_step(context: Context, place: int) -> bool:
    """Whether a stage or date at a row place belongs to another deal than the article's.

    In the lead a sentence that names a side is about the article's deal, however it is worded.
    """
    bought = subjects.object_near(context, place)
    buyer = subjects.role_near(context, place, BUYER)
    is_other = bought is not None and not is_side(context, bought)
    actor = last_before(context.organisations, place)
    if actor is not None and is_rival(context, actor):
        return True
    if buyer is not None and buyer == context.parties.seller and (bought is None or is_other):
        return True  # the seller's own purchase
    if context.is_heading or how_deep(context) < LEAD:
        return is_other and not any(is_side(context, named.name) for named in context.names)
    if context.parties.acquirer is None or context.parties.by_funding:
        return is_other  # a round has many buyers
    return is_other or (buyer is not None and not is_side(context, buyer))


def how_deep(context: Context) -> int:
    """How many sentences of the story stand before this one; a short one counts by its place."""
    return min(context.scene.rank, context.scene.number)
