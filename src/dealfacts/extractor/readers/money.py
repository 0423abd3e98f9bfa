"""Sums of money in any house style, each with its currency, hedge and bracketed conversion.

It refuses bare plurals ("spend billions"), counted things ("80 billion barrels") and product
numbers; a sum without a currency is read only where money is plainly spoken of.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.mention import HedgeCue, Mention
from dealfacts.extractor.readers import hedges
from dealfacts.extractor.readers.bare import speaks_of_money
from dealfacts.extractor.readers.currencies import Origin, after, settle
from dealfacts.extractor.readers.figures import CURRENCY, Figure, scan
from dealfacts.extractor.readers.numbers import ONE
from dealfacts.extractor.readers.ranges import bare_before, is_joint, rises
from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Hedge

if TYPE_CHECKING:
    from decimal import Decimal

    from dealfacts.lexicon.currencies import Unit

# between a sum and its conversion: " (", " a share (about ", " or ", " / "
CONVERSION = re.compile(
    r"(?:[ ](?:a|per|each)[ ]?[a-z]{0,10}|[ ]apiece)?[ ]?"
    r"(?:[(\[][ ]?(?:or[ ])?(?:=[ ]?|i\.e\.[ ]|equivalent[ ]to[ ])?|/[ ]?|,?[ ]or[ ])"
    r"(?P<cue>(?:[A-Za-z.~]{1,14}[ ]?){0,4})"
)
LONGEST_GAP = 60
CENTS = re.compile(r"(?:,?[ ]and)?[ ]$|[ ]$")


class Sum(NamedTuple):
    """A sum while its text is still being read; `unit` None is a figure without a currency."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    granule: Decimal
    granule_high: Decimal | None
    scale: Decimal
    unit: Unit | None
    vague: bool = False

    @property
    def scaled(self) -> bool:
        """Whether the sum carries a scale word."""
        return self.scale > 1


def read(text: str, *, home: str | None = None) -> list[Mention[Money]]:
    """All sums of `text`, ascending; `home` is the ISO code that a bare "$" means at the outlet."""
    sums: list[Sum] = []
    for figure in scan(text):
        if figure.unit is None and not figure.tags & CURRENCY and not figure.scaled:
            continue
        found = _sum(text, figure)
        if found is not None:
            _join(text, sums, found)
    return _mentions(text, sums, home)


def _sum(text: str, figure: Figure) -> Sum | None:
    """The figure with its currency; None where it cannot be money."""
    unit, start, end = figure.unit, figure.opening, figure.end
    if figure.part:
        return None
    if figure.tags & CURRENCY:
        behind = after(text, end, figure.high, scaled=figure.scaled)
        if behind is None:
            behind = _of_currency(text, figure)
        if behind is not None and (unit is None or _same_money(unit, behind.unit)):
            if unit is None or not behind.unit.others:
                unit = behind.unit
            end = behind.end
    elif figure.low != figure.high and figure.word == "of":
        behind = _of_currency(text, figure)
        if behind is not None:
            unit, end = behind.unit, behind.end
    low, high, granule = figure.low, figure.high, figure.granule
    scale = figure.scale
    if unit is not None and unit.minor != 1:
        share = ONE / unit.minor
        low, high, granule, scale = low * share, high * share, granule * share, scale * share
    return Sum(start, end, low, high, granule, None, scale, unit, figure.low != figure.high)


def _of_currency(text: str, figure: Figure):  # noqa: ANN202
    """ "tens of billions of| dollars"."""
    if figure.word != "of":
        return None
    return after(text, figure.word_end, figure.high, scaled=True)


def _same_money(prefix: Unit, suffix: Unit) -> bool:
    """Whether "$5 million USD" names one currency twice."""
    return suffix.code in (prefix.code, *prefix.others) or prefix.code in suffix.others


def _join(text: str, sums: list[Sum], new: Sum) -> None:
    """Adds `new`, as the second end of a range where a joint ties it to the sum before."""
    if sums:
        last = sums[-1]
        if new.start < last.end:
            return
        joined = _range(text, last, new) or _with_cents(text, last, new)
        if joined is not None:
            sums[-1] = joined
            return
    if new.unit is not None or new.scaled:
        low = bare_before(text, new.start) if not new.vague else None
        if low is not None and (not sums or low.start >= sums[-1].end):
            scale = new.scale
            if rises(low.low * scale, new.low):
                new = new._replace(
                    start=low.start,
                    low=low.low * scale,
                    granule=low.granule * scale,
                    granule_high=new.granule if new.granule != low.granule * scale else None,
                )
    sums.append(new)


def _range(text: str, first: Sum, second: Sum) -> Sum | None:
    if first.vague or second.vague or first.low != first.high:
        return None
    if not is_joint(text, first.end, second.start, first.start):
        return None
    if first.unit is None and second.unit is None and not (first.scaled and second.scaled):
        return None
    if first.unit and second.unit and not _same_money(first.unit, second.unit):
        return None
    low, granule = first.low, first.granule
    if first.scale == 1 and second.scale != 1:
        scale = second.scale
        if rises(low * scale, second.high):
            low, granule = low * scale, granule * scale
    if not rises(low, second.high):
        return None
    return Sum(
        first.start,
        second.end,
        low,
        second.high,
        granule,
        second.granule if second.granule != granule else None,
        scale=second.scale,
        unit=first.unit or second.unit,
    )


def _with_cents(text: str, first: Sum, second: Sum) -> Sum | None:
    """ "three dollars fifty cents" is one sum."""
    if first.unit is None or second.unit is None or second.unit.minor == 1:
        return None
    if first.unit.minor != 1 or first.scaled or first.low % 1 or second.low >= 1:
        return None
    if text[first.end : second.start] not in (" ", " and ", ", "):
        return None
    value = first.low + second.low
    return first._replace(end=second.end, low=value, high=value, granule=second.granule)


def _mentions(text: str, sums: list[Sum], home: str | None) -> list[Mention[Money]]:
    settled: dict[Unit, tuple[str, Origin]] = {}

    def code_of(unit: Unit) -> tuple[str, Origin]:
        if unit not in settled:
            settled[unit] = settle(unit, text, home)
        return settled[unit]

    main = Counter(code_of(s.unit)[0] for s in sums if s.unit is not None and s.unit.minor == 1)
    found: list[Mention[Money]] = []
    bridge = -1
    for position, each in enumerate(sums):
        if each.unit is None:
            following = sums[position + 1] if position + 1 < len(sums) else None
            other = _converted(text, each, following, code_of)
            money = _bare(text, each, main, other, home, after_money=bool(found) and bridge)
            if money is None:
                continue
        else:
            code, origin = code_of(each.unit)
            money = _money(each, code, origin)
        cue = _hedge(text, each)
        mention = Mention(each.start, each.end, money, cue)
        if found and each.unit is not None and _restates(text, found[-1], mention):
            found[-1] = _restated(found[-1], mention)
            continue
        found.append(mention)
        bridge = each.end
    return found


def _converted(text, each, following, code_of):  # noqa: ANN001, ANN202
    if following is None or following.unit is None:
        return None
    gap = text[each.end : following.start]
    if len(gap) < 20 and CONVERSION.fullmatch(gap):
        return code_of(following.unit)[0]
    return None


def _bare(text, each, main, other, home, *, after_money):  # noqa: ANN001, ANN202
    if not each.scaled:
        return None
    if other is None and not speaks_of_money(text, each.start, each.end, vague=each.vague):
        return None
    ranked = [code for code, _ in main.most_common() if code != other]
    if ranked:
        return _money(each, ranked[0], "document")
    if other is not None:
        return None
    return _money(each, home or "USD", "locale" if home else "default")


def _money(each: Sum, code: str, origin: Origin) -> Money:
    return Money(
        currency=code,
        low=each.low,
        high=each.high,
        granule=each.granule,
        granule_high=each.granule_high,
        currency_from=origin,
    )


def _hedge(text: str, each: Sum) -> HedgeCue:
    cue = hedges.around(text, each.start, each.end)
    if each.vague:
        return HedgeCue(Hedge.VAGUE, cue.start, cue.end, cue.text)
    if each.low != each.high:
        return HedgeCue(Hedge.RANGE, cue.start, cue.end, cue.text)
    return cue


def _restates(text: str, first: Mention[Money], second: Mention[Money]) -> bool:
    """Whether `second` only says `first` in another currency."""
    last = first
    while last.restated is not None:
        last = last.restated
    gap = text[last.end : second.start]
    if not gap or len(gap) > LONGEST_GAP or second.value.currency == first.value.currency:
        return False
    if last is not first and gap in (", ", "; ", " / ", "/", ", or "):
        return True
    return CONVERSION.fullmatch(gap) is not None


def _restated(first: Mention[Money], second: Mention[Money]) -> Mention[Money]:
    inner = second if first.restated is None else _restated(first.restated, second)
    return Mention(first.start, first.end, first.value, first.hedge, inner)
