"""A figure repeated in one article is the same fact: untyped repeats take the meaning of the first.

Works on what the kinds have proposed; never types a figure that nothing in the article explains.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import periods
from dealfacts.extractor.figure_claims import is_large, restatement
from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.values import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.draft import Draft

# Readings at least this strong speak for the figure's other mentions; weaker ones give way.
SETTLED, SHAKY = 80, 60
ECHO_SCORE = 62
LISTED = frozenset({"revenue", "profit", "prior_valuation", "other_amount"})
LIST_COST = 6
REPEATED = frozenset({"deal_amount", "valuation", "prior_valuation", "total_raised", "break_fee"})


def _key(value: Money) -> tuple[str, Decimal, Decimal]:
    return value.currency, value.low, value.high


def _known(drafts: Iterable[Draft]) -> dict[tuple[str, Decimal, Decimal], Draft | None]:
    """Each settled sum with the draft that types it; None where two attributes claim it."""
    known: dict[tuple[str, Decimal, Decimal], Draft | None] = {}
    for draft in drafts:
        if not isinstance(draft.value, Money) or draft.score < SETTLED:
            continue
        key = _key(draft.value)
        if key not in known:
            known[key] = draft
        else:
            first = known[key]
            if first is not None and first.attribute != draft.attribute:
                known[key] = None
    return known


def _echo(figure: Figure, first: Draft) -> Draft:
    mention = figure.mention
    return replace(
        first,
        start=mention.start,
        end=mention.end,
        value=mention.value,
        hedge=mention.hedge,
        restated=restatement(figure),
        score=ECHO_SCORE,
        reasons=(f"the article gives the same figure as {first.attribute}",),
    )


def _series(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Untyped sums that continue a list: "Rs 251 crore in FY22, Rs 200 crore in FY21 and ..."."""
    by_start = {draft.start: draft for draft in drafts if draft.is_exclusive}
    words = context.scene.row.words
    figures = [figure for figure in context.figures if figure.sign == MONEY]
    for figure, following in pairwise(figures):
        head = by_start.get(figure.mention.start)
        if head is None or head.attribute not in LISTED:
            continue
        weak = by_start.get(following.mention.start)
        between = words[figure.place + 1 : following.place]
        if (weak is None or weak.score < SHAKY) and all(
            word in kind_words("list") for word in between
        ):
            mention = following.mention
            draft = replace(
                head,
                start=mention.start,
                end=mention.end,
                value=mention.value,
                hedge=mention.hedge,
                restated=restatement(following),
                period=periods.near(context, following.place),
                score=head.score - LIST_COST,
                reasons=(f"continues a list that opens with {head.attribute}",),
            )
            by_start[mention.start] = draft
            yield draft


def echoes(contexts: Sequence[Context], won: Sequence[Sequence[Draft]]) -> list[list[Draft]]:
    """Drafts for sums that no kind has typed, sentence by sentence."""
    known = _known(draft for drafts in won for draft in drafts)
    found: list[list[Draft]] = []
    for context, drafts in zip(contexts, won, strict=True):
        taken = {draft.start for draft in drafts if draft.is_exclusive and draft.score >= SHAKY}
        mine: list[Draft] = []
        for figure in context.figures:
            value = figure.mention.value
            if figure.sign != MONEY or not isinstance(value, Money) or not is_large(figure):
                continue
            first = known.get(_key(value))
            if (
                first is not None
                and first.attribute in REPEATED
                and figure.mention.start not in taken
            ):
                mine.append(_echo(figure, first))
        mine.extend(_series(context, drafts))
        found.append(mine)
    return found
