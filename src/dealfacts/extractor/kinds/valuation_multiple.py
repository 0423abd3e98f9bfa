"""By what factor a valuation is said to have grown: "doubling its valuation".

Leaves alone: multiples of revenue, users, staff; share ratios, which are `exchange_ratio`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.extractor.proximity import last_before
from dealfacts.extractor.readers.share_ratios import is_exchange_ratio
from dealfacts.extractor.tokens import COUNT, MONEY
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.values import Multiple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("valuation_multiple", "exchange_ratio")
NEEDS = frozenset({COUNT})
SCORE = 80
REACH = 5
VALUATION = frozenset({"valuation"})
# between "valuation" and its factor
LINKS = frozenset(
    {"has", "have", "had", "is", "was", "be", "would", "will", "that", "than", "more", "nearly"}
    | {"almost", "about", "roughly", "to", "since", "a", "by", "some", "over", "around", "now"}
)
OTHERS = frozenset({"market", "sector", "industry", "shares", "stock"})


def _is_said_of_worth(words: tuple[str, ...], place: int) -> bool:
    """Whether the valuation is what has grown: "its valuation has nearly tripled"."""
    first = max(place - REACH, 0)
    at = next((n for n in range(place - 1, first - 1, -1) if words[n] in VALUATION), -1)
    if at < 0:
        return words[place - 1] == "worth" and words[place + 1 : place + 2] in {("as",), ("what",)}
    return all(word in LINKS or word in groups()["move"] for word in words[at + 1 : place])


def _is_of_others(context: Context, place: int) -> bool:
    """Whether a market, shares or a firm that is no side has grown: "Beta tripled its worth"."""
    if not OTHERS.isdisjoint(context.words[max(place - REACH, 0) : place]):
        return True
    named = last_before(context.organisations, place)
    return named is not None and not context.own_names and place - named.place < REACH


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
        is_worth = not kind_words("worth").isdisjoint(behind) or _is_said_of_worth(
            words, figure.place
        )
        if isinstance(value, Multiple) and is_worth and not _is_of_others(context, figure.place):
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
