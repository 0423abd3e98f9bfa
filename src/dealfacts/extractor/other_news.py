"""News of a day that is none of the deal's announcement, though a side of the deal tells it.

A vote or clearance, an issue of shares, a deal that the same sentence calls long announced, a word
about a deal that is off. Refuses to say when the deal was announced; `kinds/deal_dates.py` does.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.stage_history import is_long_past
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    import datetime as dt

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.date_claims import Dated

# How far before the verb of saying a vote is told, and how far behind a day.
VOTE_REACH, BEHIND = 30, 18
SAID_NEAR = 4
SAID = frozenset({"announced", "said", "confirmed"})
# Who lets a deal pass that others have agreed on; a government may be its seller.
HOLDERS = frozenset({"holders", "shareholders", "stockholders", "investors", "creditors"})
SELLERS = frozenset({"government", "minister", "ministers", "ministry", "cabinet", "president"})
PASSED = frozenset({"approved", "cleared", "voted", "backed", "okayed", "let", "allowed"})
# "The board on Friday approved the issue of warrants"
PAPERS = frozenset({"warrants", "dividend", "dividends", "debentures", "bonds", "split", "buyback"})
PAPER_REACH = 10
BACK = ("buy", "back")
# "Only on Tuesday it completed another purchase"; how deep a story tells of other purchases
ANOTHER, DEEP = frozenset({"another"}), 2
INTO = frozenset({"for", "in", "of", "into", "buy", "acquire"})
# "The deal, which was announced a year ago": a day so long before is another one.
RELATIVE, TOLD = frozenset({"which", "that"}), frozenset({"announced", "agreed", "unveiled"})
AGO, AGO_REACH = frozenset({"ago", "earlier"}), 6
LONG = timedelta(days=21)
ENDED, FIRM = frozenset({"terminated", "blocked"}), frozenset({"agreed", "closed"})
# "An announcement could come next week": what was signed before is none
TO_COME, TO_COME_REACH = frozenset({"could", "might", "may"}), 6
IT = frozenset({"it"})
# "Every condition of its takeover has been met", "all the approvals had come in"
CONDITIONS = frozenset({"condition", "conditions", "approvals", "clearances", "consents"})
MET = frozenset({"met", "fulfilled", "satisfied", "waived", "obtained", "received", "come"})
HAS_BEEN = frozenset({"has", "have", "had", "been", "now", "were", "was"})
OPEN = frozenset({"subject", "once", "if", "until", "when", "provided", "assuming"})
MET_REACH = 14


def is_other_news(context: Context, date: Dated) -> bool:
    """Whether what a date tells is a step beside the announcement of the deal."""
    return (
        is_vote(context, date)
        or _is_of_papers(context, date)
        or _is_long_announced(context, date)
        or _is_before_announcement(context, date)
        or _is_after_end(context, date)
        or is_of_other_purchase(context, date.place)
        or _is_of_past_round(context, date)
        or _is_of_condition(context)
    )


def _is_of_condition(context: Context) -> bool:
    """Whether a sentence tells that a condition of the deal is met: "all conditions have been met".

    Not what is still to come: "subject to approvals", "once conditions are met".
    """
    words = context.words
    if not (OPEN | kind_words("boards")).isdisjoint(context.vocabulary):
        return False
    return any(
        words[at - 1] in HAS_BEEN and not CONDITIONS.isdisjoint(words[max(at - MET_REACH, 0) : at])
        for at in context.scene.row.places(MET)
    )


def is_vote(context: Context, date: Dated) -> bool:
    """Whether what is said is that holders or a watchdog let the deal pass.

    Behind the day ("said on Monday that shareholders had approved") or before it ("shareholders
    have approved the sale, Acme said on Monday").
    """
    words, meaning = context.words, date.meaning
    deciders = HOLDERS | kind_words("decides") | groups()["authority"]
    if words[meaning.first] in SAID or words[meaning.last] in SAID:
        behind = words[date.place : date.place + BEHIND]
        if not (deciders.isdisjoint(behind) or PASSED.isdisjoint(behind)):
            return True
    said = max(min(meaning.first, date.place) - SAID_NEAR, 0)
    if SAID.isdisjoint(words[said : meaning.last + 1]):
        return False
    before = words[max(said - VOTE_REACH, 0) : meaning.first]
    who = (HOLDERS | groups()["authority"]) - SELLERS
    first = next((at for at, word in enumerate(before) if word in who), None)
    if first is None or "," not in before[first:]:
        return False
    return not PASSED.isdisjoint(before[first:]) and kind_words("boards").isdisjoint(before)


def _is_of_papers(context: Context, date: Dated) -> bool:
    """Whether a board approves securities."""
    after = context.words[date.meaning.last : date.meaning.last + PAPER_REACH]
    deals = groups()["purchase_noun"] | groups()["offer_noun"]
    before = context.words[max(date.place - VOTE_REACH, 0) : date.place]
    if deals.isdisjoint(before) and (BACK in pairwise(before) or not PAPERS.isdisjoint(before)):
        return True  # "a plan to buy back shares, announced only last month"
    return not PAPERS.isdisjoint(after) and deals.isdisjoint(after)


def is_of_other_purchase(context: Context, place: int) -> bool:
    """Whether a sentence tells what else a side bought: "it agreed in May to pay $3bn for Calder".

    Its subject is a pronoun, it names no side, and a company that is none is what is bought.
    """
    words = context.words
    if ANOTHER.isdisjoint(context.vocabulary) and (
        context.scene.rank < DEEP or not _is_behind_it(context, place)
    ):
        return False
    near = words[place : place + VOTE_REACH]
    if any(one in ANOTHER and two in groups()["purchase_noun"] for one, two in pairwise(near)):
        return True
    if context.own_names or context.is_heading:
        return False
    bought = next((n for n in context.organisations if place < n.place <= place + VOTE_REACH), None)
    return bought is not None and any(
        word in INTO and at > place for at, word in enumerate(words[: bought.place])
    )


def _is_behind_it(context: Context, place: int) -> bool:
    """Whether an "it" stands before a row place."""
    first = context.scene.row.places(IT)[:1]
    return bool(first) and first[0] < place


def _is_of_past_round(context: Context, date: Dated) -> bool:
    """Whether a purchase story tells of money that was raised long before."""
    if context.parties.by_funding or context.is_heading:
        return False
    known = groups()
    if (known["round_noun"] | known["raise"]).isdisjoint(context.vocabulary):
        return False
    deals = known["acquire"] | known["purchase_noun"] | known["offer_noun"]
    return deals.isdisjoint(context.vocabulary) and is_long_past(context, date.place)


def _is_long_announced(context: Context, date: Dated) -> bool:
    """Whether the sentence gives the deal an announcement long before the date."""
    words, day = context.words, date.mention.value.earliest
    for at in range(date.place + 1, min(date.place + VOTE_REACH, len(words) - 2)):
        if words[at] not in RELATIVE or words[at + 1] not in groups()["be"]:
            continue
        if words[at + 2] not in TOLD:
            continue
        if not AGO.isdisjoint(words[at + 2 : at + 2 + AGO_REACH]):
            return True
        for place, other in context.dates:
            then = other.value.latest
            is_near = at + 2 < place <= at + 2 + AGO_REACH
            if is_near and (
                other.value.grain is Grain.YEAR or (day and then and then < day - LONG)
            ):
                return True
    return False


def _has_day_before(context: Context, places: range, day: dt.date | None) -> bool:
    """Whether a year, or a day long before another one, stands at one of some places."""
    return any(
        place in places
        and (
            other.value.grain is Grain.YEAR
            or (day and other.value.latest and other.value.latest < day - LONG)
        )
        for place, other in context.dates
    )


def _is_before_announcement(context: Context, date: Dated) -> bool:
    """Whether the sentence foresees the announcement behind the date."""
    words = context.words
    return any(
        words[at] == "announcement"
        and not TO_COME.isdisjoint(words[at + 1 : at + 1 + TO_COME_REACH])
        for at in range(date.place + 1, min(date.place + VOTE_REACH, len(words)))
    )


def _is_after_end(context: Context, date: Dated) -> bool:
    """Whether an article about a deal that is off tells what was said about it, and no more."""
    said = context.words[max(date.meaning.first - SAID_NEAR, 0) : date.place]
    if "said" not in said or context.told:
        return False
    told = [each.term for stages in context.story.stages.values() for each in stages]
    if not told or told[0] not in ENDED or FIRM.intersection(told):
        return False
    published, day = context.scene.article.published, date.mention.value.latest
    return published is None or day is None or published - day < LONG
