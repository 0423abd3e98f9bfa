"""Sums of money in any house style, each with its currency, hedge and bracketed conversion.

It refuses bare plurals ("spend billions"), counted things ("80 billion barrels") and product
numbers; a sum without a currency is read only where money is plainly spoken of.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from dealfacts.extractor.mention import Mention
from dealfacts.extractor.readers import hedges
from dealfacts.extractor.readers.bare import counts_things, speaks_of_money
from dealfacts.extractor.readers.currencies import Origin, settle
from dealfacts.extractor.readers.sums import Sum, gather
from dealfacts.extractor.readers.survey import Survey
from dealfacts.model.values import Money

if TYPE_CHECKING:
    from decimal import Decimal

    from dealfacts.lexicon.currencies import Unit

# between a sum and its conversion: " (", " a share (about ", "-crore deal (", " or ", " / "
CONVERSION = re.compile(
    r"""(?:(?:[ ](?:a|per|each)[ ]?[a-z]{0,10}|[ ]apiece)?[ ]?
            (?:[(\[][ ]?(?:or[ ])?(?:=[ ]?)?|/[ ]?|,?[ ]or[ ])
          |(?:[ ](?!(?:and|or|plus|with|from|against|versus|including|excluding)[ ])
              [a-z][a-z-]{1,14}){1,3}[ ]\([ ]?(?:or[ ])?(?:=[ ]?)?)
        (?:[A-Za-z.~’']{1,14}[ ]?){0,4}""",
    re.VERBOSE,
)
LONGEST_GAP = 60
NEXT_CONVERSION = frozenset({", ", "; ", " / ", "/", ", or ", " or "})
DEFAULT = "USD"
# Scales that count rupees alone, in text that has lost the sign before them.
INDIAN = re.compile(r"[0-9][0-9., ]*[ -]?(?:lakh[ ])?(?:crores?|lakhs?)")
RUPEES = frozenset({"INR", "PKR", "BDT", "NPR", "LKR"})


def read(
    text: str, *, home: str | None = None, survey: Survey | None = None
) -> list[Mention[Money]]:
    """All sums of `text`, ascending; `home` is the ISO code that a bare "$" means at the outlet.

    `survey` is that of the text, where the caller has it for other readers too.
    """
    survey = survey or Survey(text)
    sums = gather(survey)
    if not sums:
        return []
    reading = _Reading(survey, home, sums)
    found: list[Mention[Money]] = []
    for position, each in enumerate(sums):
        value = reading.value(position)
        if value is None:
            continue
        mention = Mention(each.start, each.end, value, hedges.of(text, each))
        is_own = each.unit is not None or INDIAN.fullmatch(text, each.start, each.end) is not None
        if found and is_own and _restates(text, found[-1], mention):
            found[-1] = _restated(found[-1], mention)
        else:
            found.append(mention)
    return found


class _Reading:
    """What one article says about its currencies: each ambiguous form is settled once."""

    __slots__ = ("home", "plain", "settled", "sums", "survey", "text", "usual")

    def __init__(self, survey: Survey, home: str | None, sums: list[Sum]) -> None:
        self.survey = survey
        self.text = survey.text
        self.home = home
        self.sums = sums
        self.settled: dict[Unit, tuple[str, Origin]] = {}
        self.usual: tuple[str, ...] | None = None
        self.plain: frozenset[Decimal] = frozenset()

    def code(self, unit: Unit) -> tuple[str, Origin]:
        """The ISO code that a form means here."""
        known = self.settled.get(unit)
        if known is None:
            known = self.settled[unit] = settle(unit, self.survey, self.home)
        return known

    def value(self, position: int) -> Money | None:
        """The sum as money; None where a figure without a currency is none."""
        each = self.sums[position]
        if each.unit is not None:
            return _money(each, *self.code(each.unit))
        if counts_things(self.text, each.end):
            return None
        self._survey()
        other = self._converted_to(position)
        if INDIAN.fullmatch(self.text, each.start, each.end) and (
            other is not None or self._is_conversion(position)
        ):
            # "8,889 crore (about $1 billion)" has lost its rupee sign
            return _money(
                each, next((c for c in self.usual or () if c in RUPEES), "INR"), "default"
            )
        known = each.low in self.plain and not each.vague
        if other is None and not known and not speaks_of_money(self.text, each.start):
            return None
        for code in self.usual or ():
            if code != other:
                return _money(each, code, "document")
        if other is not None:
            return None
        return _money(each, self.home or DEFAULT, "locale" if self.home else "default")

    def _survey(self) -> None:
        """The currencies of the article, most frequent first, and the sums it states in them."""
        if self.usual is not None:
            return
        explicit = [each for each in self.sums if each.unit is not None]
        codes = Counter(self.code(each.unit)[0] for each in explicit if each.unit is not None)
        self.usual = tuple(code for code, _ in codes.most_common())
        self.plain = frozenset(each.low for each in explicit if each.scaled)

    def _converted_to(self, position: int) -> str | None:
        """The currency of a conversion in brackets right behind the figure."""
        if position + 1 == len(self.sums):
            return None
        each, following = self.sums[position], self.sums[position + 1]
        gap = self.text[each.end : following.start]
        if following.unit is None or len(gap) > LONGEST_GAP or not CONVERSION.fullmatch(gap):
            return None
        return self.code(following.unit)[0]

    def _is_conversion(self, position: int) -> bool:
        """Whether the figure stands in brackets behind a sum: "$349 million (3,100 crore)"."""
        if not position or self.sums[position - 1].unit is None:
            return False
        each, before = self.sums[position], self.sums[position - 1]
        gap = self.text[before.end : each.start]
        return len(gap) <= LONGEST_GAP and CONVERSION.fullmatch(gap) is not None


def _money(each: Sum, code: str, origin: Origin) -> Money:
    return _value(code, each.low, each.high, each.granule, each.granule_high, origin)


@lru_cache(maxsize=4096)
def _value(
    code: str,
    low: Decimal,
    high: Decimal,
    granule: Decimal,
    granule_high: Decimal | None,
    origin: Origin,
) -> Money:
    """A sum; news repeats its sums, and equal ones are one value."""
    return Money(
        currency=code,
        low=low,
        high=high,
        granule=granule,
        granule_high=granule_high,
        currency_from=origin,
    )


def _restates(text: str, first: Mention[Money], second: Mention[Money]) -> bool:
    """Whether `second` only says `first` in another currency."""
    last = first
    while last.restated is not None:
        last = last.restated
    gap = text[last.end : second.start]
    if not gap or len(gap) > LONGEST_GAP or second.value.currency == first.value.currency:
        return False
    if last is not first and gap in NEXT_CONVERSION:
        return True
    return CONVERSION.fullmatch(gap) is not None


def _restated(first: Mention[Money], second: Mention[Money]) -> Mention[Money]:
    inner = second if first.restated is None else _restated(first.restated, second)
    return Mention(first.start, first.end, first.value, first.hedge, inner)
