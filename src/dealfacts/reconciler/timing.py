"""Whether one camp speaks of an earlier time than another: talks before terms, plans before facts.

Compares stages and publication dates that articles state; without them nothing is assumed.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.model.values import Money, Organisation, PartialDate, Person, Term, Text
from dealfacts.model.vocabulary import Modality, Stage
from dealfacts.reconciler.compare import quantity
from dealfacts.reconciler.day_events import ANNOUNCED, weeks_apart
from dealfacts.reconciler.subjects import OFFER

if TYPE_CHECKING:
    from datetime import date

    from dealfacts.reconciler.camps import Party
    from dealfacts.reconciler.context import Context

EARLY_STAGES = frozenset({Stage.RUMOURED.value, Stage.TALKS.value})
EARLY = frozenset({Modality.RUMOURED, Modality.EXPECTED})
# What can change with time; a price that two outlets print in one week cannot.
LATER, NONE = timedelta(days=14), timedelta(0)
# An announcement is news for so long; one that is news again a week later is another one.
FRESH, WEEK = timedelta(days=3), timedelta(days=7)
# Two ages a year apart are two years of one life only where a birthday may well lie between.
BIRTHDAY, YEAR = timedelta(days=90), timedelta(days=365)
# An offer is raised by little; two sums further apart are more likely a whole and its part.
RAISED = Decimal("1.25")
# Who turned a bid down is offered more: up to half as much again.
BETTERED = Decimal("1.5")
# These stay what they were whatever the day.
FIXED = frozenset({"break_fee", "prior_valuation"})
# What no deal changes.
FOR_GOOD = frozenset({"founded", "age"})
PLANNED = frozenset({"closing_date", "release_date"})
# What a raised bid raises.
BIDS = frozenset({"deal_amount", "share_price", "valuation"})


def superseded(attribute: str, one: Party, other: Party, context: Context) -> str:
    """Why one camp is an earlier state of the other, or ""."""
    if attribute in FOR_GOOD:
        return _of_life(attribute, one, other, context)
    if attribute == "deal_status" and (overtaken := _overtaken(one, other, context)):
        return overtaken
    if told := _earlier(attribute, one, other, context) or _earlier(attribute, other, one, context):
        return told
    if attribute == ANNOUNCED:
        return _of_two_days(one, other, context) or weeks_apart(attribute, one, other)
    if attribute in FIXED:
        return ""
    return _in_turn(one, other, context) or _gap(one, other, context)


def _earlier(attribute: str, early: Party, late: Party, context: Context) -> str:
    """Why the first of two camps is a state before the second: talks, a refused bid, a plan."""
    if _is_talk(early, context) and _is_settled(late, context):
        return f"One side dates from talks, the other from the agreed deal: {_since(early)}."
    if (
        _is_refused(early, context)
        and not _is_refused(late, context)
        and _is_settled(late, context)
        and _lead(early, late, context)
    ):
        return "One side is a bid that was refused, the other the deal that was agreed later."
    if attribute in BIDS and _is_raised(early, late, context):
        return "One side is a bid that was refused, the other is higher: the bid was raised."
    if attribute == "share_price" and _was_raised(early, late, context):
        return "One side is an earlier offer of this bidder: an article tells how it changed."
    if _is_plan(early) and not _is_plan(late) and _may_precede(early, late, context):
        if attribute in PLANNED:
            return "One side is a plan, the other what happened."
        if _published(early, context) and _published(late, context):
            return "One side is an expectation, the other the later outcome."
    return ""


def _of_two_days(one: Party, other: Party, context: Context) -> str:
    """Why two days of an announcement are those of two, each in the news."""
    if not (own_news(one, context) and own_news(other, context)):
        return ""
    days = max(_lead(one, other, context), _lead(other, one, context))
    told = f"Two announcements, each the news of its day, {days.days} days apart."
    return told if days >= WEEK else ""


def _overtaken(one: Party, other: Party, context: Context) -> str:
    """Why a denial and a later stage can both be right."""
    for early, late in ((one, other), (other, one)):
        value = early.lead.side.value
        is_denial = isinstance(value, Term) and value.term == Stage.DENIED
        denied, told = _known_days(early, context), _known_days(late, context)
        if is_denial and denied and told and max(denied) < min(told) and _is_settled(late, context):
            return "The denial came first: what it denied was agreed since."
    return ""


def _of_life(attribute: str, one: Party, other: Party, context: Context) -> str:
    """Why what stays the same whatever comes of a deal may still differ: a birthday."""
    if attribute == "age" and _grown(one, other, context):
        return "The articles are so far apart that both ages fit: a birthday lies between them."
    return ""


def _since(party: Party) -> str:
    """What may have changed between two articles, by the kind of the value."""
    value = party.lead.side.value
    if isinstance(value, PartialDate):
        return "the day was not yet settled"
    if isinstance(value, Organisation | Text | Person):
        return "it may have changed since"
    return "terms changed since"


def _grown(one: Party, other: Party, context: Context) -> bool:
    """Whether two ages differ by the years between their articles, or by one year more."""
    for early, late in ((one, other), (other, one)):
        lead = _lead(early, late, context)
        young, old = quantity(early.lead.side), quantity(late.lead.side)
        if young is not None and old is not None and lead >= BIRTHDAY:
            return lead // YEAR <= old.low - young.low <= lead // YEAR + 1
    return False


def own_news(party: Party, context: Context) -> bool:
    """Whether a camp's date lies within the days before its articles were printed."""
    value = party.lead.side.value
    last = value.latest if isinstance(value, PartialDate) else None
    printed = [context.published.get(claim.source) for claim in party.lead.claims]
    return last is not None and all(day and abs(day - last) <= FRESH for day in printed)


def _is_plan(party: Party) -> bool:
    return all(claim.modality in EARLY for claim in party.lead.claims)


def _is_talk(party: Party, context: Context) -> bool:
    return all(
        claim.modality is Modality.RUMOURED or context.stages.get(claim.source) in EARLY_STAGES
        for claim in party.lead.claims
    )


def _is_raised(early: Party, late: Party, context: Context) -> bool:
    """Whether a bid that was refused, or only talked of, is followed by a somewhat higher one."""
    if not _is_refused(early, context) or _is_talk(late, context):
        return False
    if any(context.stages.get(claim.source) == Stage.REJECTED for claim in late.lead.claims):
        return False
    low, high = quantity(early.lead.side), quantity(late.lead.side)
    if low is None or high is None or not low.high < high.low <= BETTERED * low.high:
        return False
    is_dated = _published(early, context) and _published(late, context)
    return bool(_lead(early, late, context)) if is_dated else True


def _was_raised(early: Party, late: Party, context: Context) -> bool:
    """Whether an article calls the one price an earlier offer, or tells of a raise up to it."""
    low, high = quantity(early.lead.side), quantity(late.lead.side)
    if low is None or high is None:
        return False
    if max(low.high, high.high) > BETTERED * min(low.high, high.high):
        return False
    here = {claim.source for claim in early.lead.claims}
    there = {claim.source for claim in late.claims}
    offers = (c for c in context.former.get("share_price", ()) if c.subject.startswith(OFFER))
    for claim in offers:
        if claim.source not in here and _is_sum(claim.value, early.lead.side.value):
            return True
        if claim.source in here - there and low.high < high.low:
            return True
    return False


def _is_sum(one: object, other: object) -> bool:
    """Whether two sums are the same figure of one currency, however it was told which."""
    if not isinstance(one, Money) or not isinstance(other, Money):
        return False
    return (one.currency, one.low, one.high) == (other.currency, other.low, other.high)


def _is_refused(party: Party, context: Context) -> bool:
    return all(context.stages.get(claim.source) == Stage.REJECTED for claim in party.lead.claims)


def _in_turn(one: Party, other: Party, context: Context) -> str:
    """Why two figures follow each other, where an article that tells the story gives both."""
    a, b = quantity(one.lead.side), quantity(other.lead.side)
    if a is None or b is None or max(a.low, b.low) > RAISED * min(a.low, b.low):
        return ""
    both = set(one.sources) & set(other.sources)
    alone = [sorted(set(party.sources) - both) for party in (one, other)]
    days = [[context.published.get(name) for name in names] for names in alone]
    if not both or not all(alone) or any(None in told for told in days):
        return ""
    first, second = ([day for day in told if day is not None] for told in days)
    if max(first) < min(second) or max(second) < min(first):
        return "An article gives both, and those that give one follow each other: it was revised."
    return ""


def _is_settled(party: Party, context: Context) -> bool:
    return any(
        claim.modality is not Modality.RUMOURED
        and context.stages.get(claim.source) not in {None, *EARLY_STAGES}
        for claim in party.lead.claims
    )


def _may_precede(early: Party, late: Party, context: Context) -> bool:
    first, last = _published(early, context), _published(late, context)
    return not (first and last and min(first) > max(last))


def _gap(one: Party, other: Party, context: Context) -> str:
    days = max(_lead(one, other, context), _lead(other, one, context))
    if days < LATER:
        return ""
    is_figure = quantity(one.lead.side) is not None
    changed = "the figure may have been revised" if is_figure else "it may have changed"
    return f"The articles are {days.days} days apart: {changed}."


def _lead(early: Party, late: Party, context: Context) -> timedelta:
    """How long before the first article of the one the last one of the other was printed, or 0."""
    first, second = _published(early, context), _published(late, context)
    return max(min(second) - max(first), NONE) if first and second else NONE


def _known_days(party: Party, context: Context) -> list[date]:
    """The days on which a camp's most precise value was printed, as far as they are known."""
    days = [context.published.get(claim.source) for claim in party.lead.claims]
    return [day for day in days if day is not None]


def _published(party: Party, context: Context) -> list[date]:
    """The days on which a camp's most precise value was printed; [] if one of them is unknown."""
    known = _known_days(party, context)
    return known if len(known) == len(party.lead.claims) else []
