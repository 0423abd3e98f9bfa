"""Investment that a party makes or promises beside the price: plants, projects, infrastructure.

Leaves alone: the price itself and every other purchase of a company, buybacks, what customers,
states and markets spend, spending that is cut, money put into a company.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import periods, stance, subjects
from dealfacts.extractor.figure_claims import draft, figures, is_large
from dealfacts.extractor.tokens import MONEY, ORGANISATION, PERCENT
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("spending",)
NEEDS = frozenset({MONEY})

# Who spends and on what stands this near to the sum.
SPENDER_REACH, OBJECT_REACH = 8, 4
# A sum put into a company over a time is an outlay, one put in at once buys a part of it.
UNTIL = frozenset({"before", "by", "over", "until", "through", "during"})


def _is_purchase(context: Context, place: int) -> bool:
    """Whether the sum buys a company, a part of one, or the spender's own shares."""
    words = context.words
    behind = words[place + 1 : place + 1 + OBJECT_REACH]
    if behind[:1] in {("in",), ("into",)}:
        is_bought = behind[1:2] == (ORGANISATION,) and _ends(behind[2:])
        return is_bought and UNTIL.isdisjoint(behind[2:])
    if not behind or behind[0] not in {"on", "to", "for"}:
        return False
    if PERCENT in behind or not figure_words("bought").isdisjoint(behind):
        return True
    return behind[0] in {"on", "for"} and behind[1:2] == (ORGANISATION,) and _ends(behind[2:])


def _ends(behind: tuple[str, ...]) -> bool:
    """Whether a name is the whole object: "on Acme in 2021", not "on Acme's new plants"."""
    return not behind or behind[0] not in {"'s", "and"}


def _is_outsider(context: Context, place: int) -> bool:
    """Whether customers, a market or a state spend, or the spending is what is cut."""
    before = context.words[max(place - SPENDER_REACH, 0) : place]
    return not figure_words("spenders", "cuts").isdisjoint(before)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make an outlay of a party."""
    for figure, meaning in figures(context, MONEY, *ATTRIBUTES):
        place = figure.place
        if not is_large(figure) or _is_purchase(context, place) or _is_outsider(context, place):
            continue
        subject = subjects.owner(context, place) or context.parties.acquirer or "the company"
        period = periods.near(context, place)
        modality = stance.results(context, place)
        yield draft(figure, meaning, subject, period=period, modality=modality)
