"""Which stated period a claim without one belongs to.

Reads the words of a period only to see whether they fix one ("2024", "FY22", "Q3 2024") or point
from a day that nobody stated ("last year"). Never guesses a year.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Money, plain
from dealfacts.model.vocabulary import Relation
from dealfacts.reconciler.compare import quantity, relation
from dealfacts.reconciler.relation import Side
from dealfacts.reconciler.slips import is_slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dealfacts.model.claims import Claim

# "last year", "this quarter", "the current year", "a year earlier": relative to an unknown day.
RELATIVE = re.compile(
    r"""^(?:the\ |a\ )?
    (?:this|last|next|previous|prior|current|past|same|coming|recent|year|month|quarter|week)\b
    (?!.*\d)""",
    re.VERBOSE | re.IGNORECASE,
)
# A premium is over the price of a day or an average; "to the price at" leaves it open.
FIXED_PRICE = re.compile(
    r"\d|(?:day|week|month|year)s?\b|high\b|low\b|average|volume|unaffected", re.IGNORECASE
)
# The closer the relation, the better a period fits.
FIT = {
    Relation.EQUAL: 0,
    Relation.WITHIN_ROUNDING: 1,
    Relation.CONSISTENT_WITH_HEDGE: 2,
    Relation.ROUNDING_PLAUSIBLE: 3,
    Relation.REFINES: 3,
    Relation.WITHIN_TRUNCATION: 4,
}
MISFIT = 9
AGREES = frozenset(FIT)
# What a company is worth, or has on its payroll, is one figure for a while; sales add up with time.
LEVELS = frozenset({"headcount", "prior_valuation", "valuation"})
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A sum of so many digits is not made twice.
TELLING_DIGITS = 3
FLOWS, TWICE = frozenset({"profit", "revenue"}), 2


class Placed(NamedTuple):
    """The claims of one period, those that were placed there without saying so, and the rest."""

    period: str | None
    claims: tuple[Claim, ...]
    assumed: frozenset[str] = frozenset()


def side(claim: Claim) -> Side:
    """A claim as one side of a comparison, shown as its article prints it."""
    return Side(claim.value, claim.hedge, "")


def stated(period: str | None, attribute: str = "") -> str | None:
    """The period in one spelling, or None where the words do not fix one."""
    if period is None or not period.strip() or RELATIVE.match(period.strip()):
        return None
    if attribute == "premium" and not FIXED_PRICE.search(period):
        return None
    return " ".join(period.casefold().split())


def place(claims: Sequence[Claim]) -> tuple[Placed, ...]:
    """Sorts claims of one attribute and subject by period; open ones go where they fit best."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    named: dict[str, str] = {}
    open_: list[Claim] = []
    for claim in claims:
        period = stated(claim.period, claim.attribute)
        if period is None:
            open_.append(claim)
        else:
            groups[period].append(claim)
            named.setdefault(period, claim.period or period)
    if not groups:
        return (Placed(None, tuple(claims)),) if claims else ()
    if claims[0].attribute in LEVELS:
        groups = _nested(groups)
    elif claims[0].attribute in FLOWS:
        groups = _of_one_year(groups)
    taken = _by_sentence(claim for group in groups.values() for claim in group)
    given = {period: tuple(group) for period, group in groups.items()}
    assumed: set[str] = set()
    rest: list[Claim] = []
    # A premium over another day's price is another premium; the last close is that of a day.
    strict = claims[0].attribute == "premium"
    closes = strict and all(_is_close(period) for period in groups)
    alone = _outvoted(open_, given)
    for claim in open_:
        stays = strict and not (closes and _is_close(claim.period or ""))
        stays = stays or (alone and claim.period is None)
        period = _home(claim, given, taken, alone=stays)
        if period is None:
            rest.append(claim)
        else:
            groups[period].append(claim)
            assumed.add(claim.id)
    placed = [
        Placed(named[period], tuple(group), frozenset(assumed) & {claim.id for claim in group})
        for period, group in sorted(groups.items())
    ]
    return (*placed, Placed(None, tuple(rest))) if rest else tuple(placed)


def _is_close(period: str) -> bool:
    """Whether a premium is over a closing price: "to the last closing price"."""
    return "clos" in period


def _nested(groups: Mapping[str, list[Claim]]) -> dict[str, list[Claim]]:
    """The groups with a year's claims in the one month or quarter of it that others name."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for period, group in groups.items():
        inside = [one for one in groups if one != period and YEAR.findall(one) == [period]]
        found[inside[0] if len(inside) == 1 else period].extend(group)
    return found


def _of_one_year(groups: Mapping[str, list[Claim]]) -> dict[str, list[Claim]]:
    """The groups with equal sums of two years in a row in the one that more articles name.

    The year to March 2024 is fiscal 2023 here and 2024 there; the same three digits in the next
    year would be chance.
    """
    found = {period: list(group) for period, group in groups.items()}
    sources = {period: {claim.source for claim in group} for period, group in groups.items()}
    order = sorted(groups, key=lambda period: (len(sources[period]), period))
    for at, period in enumerate(order):
        for home in order[at + 1 :]:
            if not _is_next_year(period, home):
                continue
            known = {_telling(claim) for claim in found[home]} - {None}
            moved = [
                claim
                for claim in found[period]
                if _telling(claim) in known and claim.source not in sources[home]
            ]
            found[home] += moved
            found[period] = [claim for claim in found[period] if claim not in moved]
    return {period: group for period, group in found.items() if group}


def _is_next_year(one: str, other: str) -> bool:
    """Whether two periods are whole years, one right after the other."""
    is_plain = YEAR.fullmatch(one) and YEAR.fullmatch(other)
    return bool(is_plain) and abs(int(one) - int(other)) == 1


def _telling(claim: Claim) -> tuple[str, str] | None:
    """A plain sum of three digits or more; None for any other value."""
    value = claim.value
    if not isinstance(value, Money) or value.low != value.high:
        return None
    digits = plain(value.low).strip("-0").replace(".", "").strip("0")
    return (value.currency, plain(value.low)) if len(digits) >= TELLING_DIGITS else None


def sentence(claim: Claim) -> tuple[str, int, int]:
    """The sentence that a claim stands in."""
    return claim.source, claim.evidence.sentence.start, claim.evidence.sentence.end


def _by_sentence(claims: Iterable[Claim]) -> dict[tuple[str, int, int], set[str]]:
    found: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for claim in claims:
        found[sentence(claim)].add(stated(claim.period, claim.attribute) or "")
    return found


def _home(
    claim: Claim,
    given: dict[str, tuple[Claim, ...]],
    taken: dict[tuple[str, int, int], set[str]],
    *,
    alone: bool,
) -> str | None:
    """The period that an open claim joins: the best fit, or the only one, or none."""
    barred = taken.get(sentence(claim), set())
    free = sorted(period for period in given if period not in barred)
    fits = {period: _fit(claim, given[period]) for period in free}
    # News gives the latest figure where it gives no period, so ties go to the later one.
    best = max(free, key=lambda period: (-fits[period], period), default=None)
    if best is None:
        return None
    if fits[best] < MISFIT:
        return best
    # With several periods and no fit, any choice would invent a conflict, and so would the sales of
    # a quarter beside those of a year.
    far = claim.attribute in FLOWS and _is_far(claim, given[best])
    return best if len(given) == 1 and not (alone or far) else None


def _is_far(claim: Claim, group: Sequence[Claim]) -> bool:
    """Whether a figure is more than twice every other one, and no slip of the pen of one."""
    own = quantity(side(claim))
    others = [(quantity(side(other)), side(other)) for other in group]
    return own is not None and all(
        found is not None
        and max(own.high, found.high) > TWICE * min(own.low, found.low)
        and not is_slip(side(claim), other)
        for found, other in others
    )


def _outvoted(open_: Sequence[Claim], given: dict[str, tuple[Claim, ...]]) -> bool:
    """Whether more sources leave the period open than state the only one.

    Then the open claims are the rule and the stated period the exception ("at its peak").
    """
    stating = {claim.source for group in given.values() for claim in group}
    silent = {claim.source for claim in open_ if claim.period is None} - stating
    return len(silent) > len(stating)


def _fit(claim: Claim, group: Sequence[Claim]) -> int:
    # The text's own conversion is as good a witness as the sum itself.
    relations = {relation(side(claim), side(other)) for other in group}
    return min((FIT[found] for found in relations if found in FIT), default=MISFIT)
