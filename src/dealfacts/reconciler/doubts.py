"""Whether two camps are one question answered twice, or two things that articles call alike.

Where they most likely are two things they stand apart; where they may be, the finding says so and
no side is called wrong. A slip of the pen is never explained away.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.model.values import Money, PartialDate, Percent
from dealfacts.model.vocabulary import Grain, Modality, Stage
from dealfacts.reconciler import dating
from dealfacts.reconciler.compare import quantity
from dealfacts.reconciler.dating import resolved
from dealfacts.reconciler.names import compare_organisations, extends
from dealfacts.reconciler.slips import is_slip, other_year
from dealfacts.reconciler.timing import BETTERED, own_news

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.reconciler.camps import Party
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.facts import Item

# 46 % and 40 % are one holding told twice; 46 % and 8 % are two holdings.
TWO_STAKES = Decimal("1.5")
# A price and one more than twice as large: a part, a round before, another deal.
TWO_SUMS = Decimal(2)
# An investment of $25 million in a company that costs $410 million; staff of a site and of a group.
FAR, OUTLIERS = Decimal(10), frozenset({"deal_amount", "headcount"})
# A price and a smaller one beside it in one article: the shares of it, without what is to be spent.
WHOLE = Decimal("1.25")
BEFORE = ": before"
# Two parts of a tenth may be equal by chance; two shares of a half that differ by little are one.
LARGE, NEARLY = 25, Decimal("1.05")
SUMS = frozenset({"deal_amount", "valuation"})
# What two bidders offer for one company.
BIDS = SUMS | {"share_price"}
# A company owes more than one lender, and spends on more than one thing.
SEVERAL = SUMS | {"debt", "spending"}
# Days that are announced before they come, and put off.
PLANNED = frozenset({"closing_date", "release_date"})
# A deal is announced within days; what is months apart are two announcements.
TWO_EVENTS = {"announcement_date": timedelta(days=60), "release_date": timedelta(days=365)}
# So much later, a figure that can change may have changed.
LATER, WEEK = timedelta(days=14), timedelta(days=7)
# Two companies on one side of a deal.
SIDES = {
    "acquirer": "They may buy together, or one may be a unit of the other.",
    "seller": "They may sell together, or one may be a unit of the other.",
    "target": "One may be a unit, an owner or a brand of the other.",
}
FIXED = frozenset({"founded", "announcement_date", "age", "prior_valuation"})


def is_something_else(item: Item, one: Party, other: Party) -> bool:
    """Whether two camps most likely speak of two things."""
    if is_slip(one.lead.side, other.lead.side):
        return False
    a, b = one.lead.side.value, other.lead.side.value
    if isinstance(a, PartialDate) and isinstance(b, PartialDate):
        most = TWO_EVENTS.get(item.attribute)
        gap = _gap(a, b)
        if most is None or gap is None or other_year(a, b):
            return False
        return gap > most
    if item.attribute == "share_price" and item.subject.endswith(BEFORE):
        return True  # a bid may have been raised more than once
    if item.attribute == "stake" and isinstance(a, Percent) and isinstance(b, Percent):
        return _ratio(one, other) > TWO_STAKES
    if item.attribute == "headcount" and _planned(one) != _planned(other):
        return True  # "has 90 employees", "plans to grow to 140"
    if item.attribute in OUTLIERS and not item.lenient:
        return _ratio(one, other) > FAR
    return item.lenient and isinstance(a, Money) and _ratio(one, other) > TWO_SUMS


def of_one_event(
    item: Item, parties: Sequence[Party], apart: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Each answer that stands apart, beside the first one that it may be: 7 and 8 November.

    So are 87 % and 88 % of other articles, beside the 13 % that most of them speak of.
    """
    first: list[int] = []
    is_one = {"announcement_date": _of_one_week, "stake": _is_near}.get(item.attribute)
    for at in apart if is_one else ():
        home = next((to for to in first if is_one and is_one(parties[to], parties[at])), at)
        if home == at:
            first.append(at)
        yield at, home


def _of_one_week(one: Party, other: Party) -> bool:
    a, b = one.lead.side.value, other.lead.side.value
    if not (isinstance(a, PartialDate) and isinstance(b, PartialDate)):
        return False
    gap = _gap(a, b) if a.grain is b.grain is Grain.DAY else None
    # Whoever slips in the year speaks of that day.
    return other_year(a, b) or (gap is not None and gap < WEEK)


def _is_near(one: Party, other: Party) -> bool:
    """Whether two shares that different articles give are nearly the same, and large enough."""
    a, b = one.lead.side.value, other.lead.side.value
    if not (isinstance(a, Percent) and isinstance(b, Percent)) or {*one.sources} & {*other.sources}:
        return False
    return min(a.low, b.low) >= LARGE and _ratio(one, other) <= NEARLY


def doubt(attribute: str, one: Party, other: Party, context: Context) -> str:
    """Why two camps that differ for no usual cause may both be right, or ""."""
    if attribute in SIDES:
        return SIDES[attribute]
    a, b = one.lead.side.value, other.lead.side.value
    if (
        isinstance(a, Money)
        and isinstance(b, Money)
        and (told := _of_sums(attribute, one, other, context))
    ):
        return told
    if attribute == "founded" and (_both(one, other) or _both(other, one)):
        return "Whoever prints the one also prints the other: they may be two companies."
    if attribute == "announcement_date" and own_news(one, context) and own_news(other, context):
        return "Each is the news of its article's own day: they may be two announcements."
    if attribute in PLANNED and _planned(one) and _planned(other):
        return "Both are plans: the day may have been put off."
    if attribute == "headcount" and _ratio(one, other) > TWO_SUMS:
        return "One is more than twice the other: they may count different people."
    days = _days_later(one, other, context)
    if attribute not in FIXED and days >= LATER:
        return f"The one is first printed {days.days} days after the other: it may have changed."
    return ""


def _of_sums(attribute: str, one: Party, other: Party, context: Context) -> str:
    """Why two sums may both be right: two sums, a part, two bids, a round between them, or ""."""
    ratio = _ratio(one, other)
    if attribute in SEVERAL and ratio > TWO_SUMS:
        return "One is more than twice the other: they may be two different sums."
    if _both(one, other) or _both(other, one):
        return "Whoever prints the one also prints the other: they may be two things."
    if attribute in SUMS and ratio > WHOLE and {*one.sources} & {*other.sources}:
        return "An article prints both: the one may be a part of the other."
    if attribute in BIDS and (_bids_apart(one, other) or _bids_apart(other, one)):
        return "The articles name two bidders: the sums may be those of two bids."
    if attribute in SUMS and _is_contested(one, other, context):
        return "A bid of this deal was refused: the sums may be those of two bids."
    if attribute == "total_raised" and ratio > TWO_SUMS:
        return "One is more than twice the other: a round may lie between them."
    return ""


def _bids_apart(one: Party, other: Party) -> bool:
    """Whether an article that gives the one sum names another buyer than all that give the other.

    Names are of one buyer if they begin alike or either is a spelling or short form of the other.
    """
    theirs = {claim.parties[0] for claim in other.lead.claims if claim.parties[0]}
    ours = {claim.parties[0] for claim in one.lead.claims if claim.parties[0]}
    return bool(theirs) and any(not any(_is_one_buyer(a, b) for b in theirs) for a in ours)


def _is_one_buyer(a: str, b: str) -> bool:
    is_alike = a.casefold().split()[0] == b.casefold().split()[0]
    return is_alike or extends(a, b) or extends(b, a) or compare_organisations(a, b).links


def _is_contested(one: Party, other: Party, context: Context) -> bool:
    """Whether bids were refused, and different articles give two sums near enough for two bids."""
    if Stage.REJECTED.value not in context.stages.values():
        return False
    return {*one.sources}.isdisjoint(other.sources) and _ratio(one, other) <= BETTERED


def _both(one: Party, other: Party) -> bool:
    mine = {claim.source for claim in one.lead.claims}
    return mine <= {claim.source for claim in other.claims if claim not in one.claims}


def _planned(party: Party) -> bool:
    return all(claim.modality is Modality.EXPECTED for claim in party.lead.claims)


def _ratio(one: Party, other: Party) -> Decimal:
    a, b = quantity(one.lead.side), quantity(other.lead.side)
    if a is None or b is None:
        return Decimal(1)
    low, high = sorted((abs(a.high), abs(b.high)))
    return high / low if low else Decimal("Infinity")


def _gap(a: PartialDate, b: PartialDate) -> timedelta | None:
    """Days between two dates, zero where they overlap."""
    one, other = dating.days(a, b), dating.days(b, a)
    if one is None or other is None or not (resolved(a) or resolved(b)):
        return None
    return max(one.first - other.last, other.first - one.last, timedelta(0))


def _days_later(one: Party, other: Party, context: Context) -> timedelta:
    days = []
    for party in (one, other):
        printed = [context.published.get(claim.source) for claim in party.lead.claims]
        known = [day for day in printed if day is not None]
        if not known:
            return timedelta(0)
        days.append(min(known))
    return abs(days[0] - days[1])
