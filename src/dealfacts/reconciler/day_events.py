"""Whether two days of an announcement are days of two events: a signing, a bid, an award.

Goes by what the claims say and by the days themselves. A year or a month that is only written
wrongly is a slip, and never explained away here.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dealfacts.model.values import PartialDate
from dealfacts.model.vocabulary import Grain
from dealfacts.reconciler import dating
from dealfacts.reconciler.subjects import SIGNING

if TYPE_CHECKING:
    from dealfacts.reconciler.camps import Party

ANNOUNCED = "announcement_date"
# What is signed is announced at once, or within days; a bid and its acceptance are further apart.
AT_ONCE, WEEK, NONE = timedelta(days=7), timedelta(days=7), timedelta(0)
NEXT_DAY = timedelta(days=1)
SIGNED_FIRST = "One side gives the day of the signing, the other that of the announcement."
BY_ONE = "One article tells of both days: they are two announcements."
TWO = "Two days {} days apart are rarely one event: a bid, an award and a signing have their own."


def signed_first(attribute: str, one: Party, other: Party) -> str:
    """Why a day of signing and the later one of the announcement can both be right, or ""."""
    if attribute != ANNOUNCED:
        return ""
    for early, late in ((one, other), (other, one)):
        gap = _gap(early, late)
        if gap is None or not _is_signing(early) or _is_signing(late):
            continue
        if NONE < gap <= AT_ONCE:
            return SIGNED_FIRST
    return ""


def weeks_apart(attribute: str, one: Party, other: Party) -> str:
    """Why two exact days of an announcement are of two events, or ""."""
    gap = _gap(one, other)
    if attribute != ANNOUNCED or gap is None or _written_day(one) == _written_day(other):
        return ""  # "25 March" for "25 April" is a slip of the month
    by_one = {claim.source for party in (one, other) for claim in party.claims}
    if len(by_one) == 1 and abs(gap) > NEXT_DAY:
        return BY_ONE
    return "" if abs(gap) < WEEK else TWO.format(abs(gap).days)


def _gap(one: Party, other: Party) -> timedelta | None:
    """How long after the one day the other one is; None where either is no day."""
    a, b = _day(one), _day(other)
    if a is None or b is None:
        return None
    first, second = dating.days(a, b), dating.days(b, a)
    return second.first - first.first if first and second else None


def _written_day(party: Party) -> str:
    """The day of the month, of dates with a year and without."""
    value = _day(party)
    return (value.edtf or "")[-2:] if value else ""


def _is_signing(party: Party) -> bool:
    return all(claim.subject.endswith(SIGNING) for claim in party.lead.claims)


def _day(party: Party) -> PartialDate | None:
    value = party.lead.side.value
    return value if isinstance(value, PartialDate) and value.grain is Grain.DAY else None
