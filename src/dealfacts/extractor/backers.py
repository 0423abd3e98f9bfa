"""Which part of a deal or round one investor puts in.

"Acme put $150 million into Beta and so led its $250 million round": the part is no rival of the
sum of the whole. Refuses to take a sum for a part where the article does not also tell what the
round comes to.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.figure_claims import is_large
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import last_before
from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.values import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.readings import Reading

# The cues for money that somebody puts into a company.
PUT_IN = "company"
# The cues for an investment by its noun: somebody beside the sides may make it.
BACKING = "{investment_noun} of $"
# How far the word for the round stands from its sum.
BEFORE, BEHIND = 8, 5
# A sum that is only this much smaller may be the whole, rounded or in older terms.
CLEARLY_SMALLER = Decimal("1.3")


def backer(context: Context, figure: Figure, meaning: Reading) -> str | None:
    """Who puts in a sum that is a part of the article's deal or round; None where it is none."""
    if BACKING in meaning.pattern:
        return _outsider(context, figure.place)
    value = figure.mention.value
    if meaning.block.about != PUT_IN or not isinstance(value, Money):
        return None
    whole = context.story.round_sums.get(value.currency)
    if whole is None or value.high * CLEARLY_SMALLER > whole:
        return None
    return subjects.acting_before(context, figure.place) or context.parties.acquirer


def _outsider(context: Context, place: int) -> str | None:
    """Who else invests in a deal whose sides are known: "Orrin is considering an investment of"."""
    parties = context.parties
    if parties.acquirer is None or parties.target is None or context.is_heading:
        return None
    named = last_before(context.organisations, place)
    if named is None or context.own_names or is_side(context, named.name):
        return None
    return named.name


def round_sums(contexts: Iterable[Context]) -> Mapping[str, Decimal]:
    """The largest sum of a round or placement that an article tells, by currency."""
    found: dict[str, Decimal] = {}
    rounds = either(groups()["round_noun"], figure_words("placements"))
    for context in contexts:
        if rounds.isdisjoint(context.vocabulary):
            continue
        for figure in context.figures:
            value = figure.mention.value
            if figure.sign != MONEY or not isinstance(value, Money) or not is_large(figure):
                continue
            first = max(figure.place - BEFORE, 0)
            near = context.words[first : figure.place + 1 + BEHIND]
            if not rounds.isdisjoint(near) and figure_words("not_of_round").isdisjoint(near):
                found[value.currency] = max(value.low, found.get(value.currency, value.low))
    return found
