"""By what factor a valuation is said to have grown: "doubling its valuation".

Leaves alone: multiples of revenue, users, staff; share ratios, which are `exchange_ratio`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.extractor.readers.share_ratios import is_exchange_ratio
from dealfacts.extractor.tokens import COUNT, MONEY
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.values import Multiple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("valuation_multiple", "exchange_ratio")
NEEDS = frozenset({COUNT})
SCORE = 80
REACH = 5


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for factors beside a valuation, and for ratios of an exchange of shares."""
    words = context.scene.row.words
    text = context.scene.article.text
    for figure in context.figures:
        if figure.sign != COUNT:
            continue
        value = figure.mention.value
        attribute = None
        behind: list[str] = []
        for word in words[figure.place + 1 : figure.place + 1 + REACH]:
            if word == MONEY:
                break
            behind.append(word)
        if isinstance(value, Multiple) and not kind_words("worth").isdisjoint(behind):
            attribute = "valuation_multiple"
        elif isinstance(value, Multiple) and (
            "share" in text[figure.mention.start : figure.mention.end]
            or is_exchange_ratio(text, figure.mention.start)
        ):
            attribute = "exchange_ratio"
        if attribute is not None:
            yield Draft(
                attribute=attribute,
                subject=context.parties.target or "the company",
                start=figure.mention.start,
                end=figure.mention.end,
                value=value,
                score=SCORE,
                reasons=("a factor beside a valuation or a ratio of shares",),
                hedge=figure.mention.hedge,
            )
