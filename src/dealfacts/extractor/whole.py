"""What the rest of a share is a share of: the company whose other part was told just before.

"Acme owns 66 % of the Beta mine. The other 34 % belongs to the state": 66 and 34 make the whole, so
both are of the mine, not of the deal's target. Refuses shares that do not add up, and to look
further back than the sentence before.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import PERCENT
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dealfacts.extractor.context import Context, Figure

WHOLE, ROUNDED = Decimal(100), Decimal("0.6")
# So many shares back the part that it completes may stand.
MOST = 8
# How far before its share "the remaining" stands.
LEFT_REACH = 3


def of_the_rest(
    context: Context, place: int, company_of: Callable[[Context, int], str | None]
) -> str | None:
    """The company of the share that one at a row place completes; None where none does.

    `company_of` tells what a share is of where its own words say so.
    """
    near = context.words[max(place - LEFT_REACH, 0) : place]
    if figure_words("left_over").isdisjoint(near):
        return None
    rest = next(each for each in context.figures if each.place == place)
    for told, share in islice(_before(context, place), MOST):
        if _makes_whole(share, rest):
            return company_of(told, share.place)
    return None


def _before(context: Context, place: int) -> Iterator[tuple[Context, Figure]]:
    """The percentages before a row place and in the sentence before, the nearest first."""
    here = (each for each in reversed(context.figures) if each.place < place)
    yield from ((context, each) for each in here if each.sign == PERCENT)
    if context.previous is not None:
        earlier = context.previous
        yield from ((earlier, each) for each in reversed(earlier.figures) if each.sign == PERCENT)


def _makes_whole(one: Figure, other: Figure) -> bool:
    return abs(one.mention.value.low + other.mention.value.low - WHOLE) <= ROUNDED
